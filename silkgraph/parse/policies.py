"""For whom a state grants what has no number: ``对|斐济公民|免签``, ``对|同中国建交的最不发达国家|实施零关税``.

The countries that only describe whom it is for (``同中国建交的``) are not meant.
"""

from __future__ import annotations

import re

from silkgraph.parse.acts import Context
from silkgraph.parse.coordination import Party
from silkgraph.recognise.brackets import Span

_FROM = re.compile("(?:原产于|原产地为|产自|来自|持有|所有|全部)+")
_STATES = re.compile(
    "(?:(?:已经?)?[与同和][^，的]{2,12}(?:有|建立)?(?:建交|外交关系|接壤|毗邻|签署[^，的]{2,20}|缔结[^，的]{2,20})|已经?建交)的"
    "[^，的]{0,16}?(?:国家|岛国|经济体|成员国?)"
)
"""``同中国建交的|最不发达国家``: nobody in particular."""
_SEVERAL = re.compile("(?:所有|全部)?(?:\\d+个)?[^，的、]{0,14}?(?:国家|岛国|经济体)(?=$|\\d|公民|的|产品|实施|全部)")
"""``对|所有非洲最不发达国家|实施零关税``."""
_OF_THESE = re.compile("(?:正式|已)?(?:建交|有外交关系|建立外交关系|接壤|毗邻|签署|签订)")
"""``给予同中国|建交的最不发达国家…零关税待遇``: China only tells which countries are meant."""


def granted_to(target: Span, context: Context) -> tuple[Party, ...]:
    """The states for whom a policy holds, as ``target`` names them; nobody where it names none."""
    origin = _FROM.match(context.text, *target)
    start = origin.end() if origin else target[0]
    described = _STATES.match(context.text, start, target[1])
    if described is not None:
        return (Party(described.group(), *described.span(), True),)
    lands = context.names.country_names.find(context.text, start, target[1])
    meant = (land for land in lands if not _OF_THESE.match(context.text, land[1]))
    named = tuple(Party(context.words(land), *land, False) for land in meant)
    several = _SEVERAL.match(context.text, start, target[1]) if not named else None
    return (Party(several.group(), *several.span(), True),) if several else named
