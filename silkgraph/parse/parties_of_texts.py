"""Whom a text in force is with, where only one of them is named: ``同乙国|Y协定|也已生效``, ``RCEP|对菲律宾|生效``."""

from __future__ import annotations

import re

from silkgraph.parse.acts import Context
from silkgraph.parse.coordination import Party
from silkgraph.parse.discourse import Discourse
from silkgraph.recognise.brackets import Span

BESIDE = ("同", "与", "和", "跟")
_FOR_LAND = re.compile("(?<=.{3})(?:正式|也|已)?对(?P<land>[^，对]{2,10})$")
"""``RCEP|对菲律宾|生效``: a text comes into force for one who joined it."""


def with_another(
    part: Span, phrase: str, discourse: Discourse, context: Context
) -> tuple[tuple[Party, ...], tuple[Party, ...], str]:
    """``中国同甲国签署X，|同乙国|Y协定|也已生效``: who acted before, the state behind 同, and the name without it."""
    joining = _FOR_LAND.search(phrase)
    if joining is not None and context.names.is_country(joining["land"]):
        place = part[0] + joining.start("land")
        return (), (Party(joining["land"], place, place + len(joining["land"]), False),), phrase[: joining.start()]
    start = part[0] + 1 if context.text[part[0]] in BESIDE else part[0]
    rest = context.text[start : part[1]]
    land = context.names.country_prefix(rest) if context.text[start - 1 : start] in BESIDE else None
    if land is None or not discourse.subjects:
        return (), (), phrase
    other = Party(land, start, start + len(land), False)
    return discourse.subjects[:1], (other,), rest[len(land) :].removeprefix("的").removeprefix("签署的")
