"""Countries in which an act was done: ``首次在巴布亚新几内亚落地``, ``在柬埔寨、老挝等国典型区域开展示范工程``.

Where nobody else is named with whom it was done, it was done with them. A town or a province names no such country.
"""

from __future__ import annotations

import re

from silkgraph.parse.acts import Context
from silkgraph.parse.coordination import Party, parties
from silkgraph.recognise.brackets import Span

_PLACE = re.compile(
    r"(?<![存现内实正所])在(?P<where>[^，“”《》在]{2,60}?)(?:等(?:多)?(?:国家|国))?(?:典型区域|当地|境内|各地|部分地区)?$"
)
_HOME = ("CN",)


def hosts_of(head: Span, context: Context) -> tuple[Party, ...]:
    """The foreign countries that the words before a verb name as the place of the act, if it names nothing else."""
    end, _ = context.grammar.strip_adverbs(context.text, *head)
    match = _PLACE.search(context.text, head[0], end)
    if match is None:
        return ()
    named = parties(context.text, match.span("where"), context.names)
    codes = [context.names.countries.code(party.name) for party in named]
    if not named or not all(code and code not in _HOME for code in codes):
        return ()
    return tuple(named)
