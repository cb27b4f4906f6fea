"""Packages of measures, by their number: ``海关推出支持中小外贸企业十二条措施``, ``省政府印发促进对外合作若干措施``.

A body that is named puts them out; a package that is only praised or hoped for tells nothing.
"""

from __future__ import annotations

import re

from silkgraph.model import Kind, Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.labels import clean_label
from silkgraph.recognise.brackets import Span

KEYWORDS = "措施|举措|新政|政策$"
"""Without one of these a clause tells of no package."""
_PUTTING_OUT = "推出|出台|发布|印发|公布|制定|颁布|实施|施行|实行|发布实施|推出实施|制定出台|研究制定"
_PACKAGE = re.compile(
    rf"(?P<who>[^《》]{{2,50}}?)(?P<verb>{_PUTTING_OUT})了?(?P<what>(?![的后前])[^，；《》]{{0,36}}?"
    r"(?:\d+|[一二三四五六七八九十两]+)[条项](?:具体|重点|新|便利|务实|优惠|创新|改革|开放|便利化|支持|惠企|配套|金融|通关|税收|政策|含金量高的)*"
    r"(?:措施|举措|政策|新政)|[^，；《》]{4,36}?(?<!的)若干(?:政策)?(?:措施|举措))$"
)
_TEXTS = ("印发", "发布", "公布", "颁布")
_VAGUE = re.compile("相关|有关|上述|以下|下列|这|该|其中|首批|更多|一系列|多")


def package(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """The package of measures that the clause says a named body put out."""
    match = _PACKAGE.match(context.text, context.grammar.strip_leading(context.text, clause)[0], clause[1])
    if match is None or _VAGUE.match(match["what"]):
        return []
    head = context.grammar.read(context.text, match.span("who"))
    makers = discourse.resolved(head.subjects)
    if not makers or head.wish or any(party.generic for party in makers):
        return []
    kind: Kind = "publication" if match["verb"] in _TEXTS else "programme"
    status: Status = "announced" if head.announced else "concluded"
    return [Frame(kind, clean_label(match["what"]), status, makers, discourse.resolved(head.counterparts), clause)]
