"""What a station puts on the air: ``老挝国家电视台从6月1日起播出纪录片《航拍中国》``.

The station acts; where nobody but the place is told (``《X》在开罗首播``), the thing itself is the subject
(``arrivals``).
"""

from __future__ import annotations

import re

from silkgraph.model import Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.labels import clean_label
from silkgraph.recognise.brackets import Span

KEYWORDS = "播出|开播|首播|播放|播映|译播|展播|联播|上映|首映|放映|转播|推送|上线"
"""Without one of these a clause puts nothing on the air."""
_AIRED = re.compile(
    rf"(?P<who>[^《》]{{3,60}}?)(?:{KEYWORDS})了?(?:由[^，《》]{{2,30}}的)?(?P<what>[^，；《》\d]{{0,30}}(?:《[^《》]{{1,40}}》[、和与及]?)+[^，；《》]{{0,8}})$"
)
_TITLE = re.compile("《[^《》]+》")
_PREPARED = re.compile(r"(?:自|从|于|在)[^，]{1,12}(?:起|开始)?$")
_SUMMED = re.compile("累计|先后|曾|多年|每年|以来")


def aired(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """A programme for each title that the clause says a station puts on the air."""
    text = context.text
    start = context.grammar.strip_leading(text, clause)[0]
    match = _AIRED.match(text, start, clause[1])
    if match is None or _SUMMED.search(match["who"]):
        return []
    head = context.grammar.read(text, match.span("who"))
    stations = discourse.resolved(head.subjects)
    if not stations or head.wish or not all(_may_air(party.name, context) for party in stations):
        return []
    status: Status = "announced" if head.announced else "concluded"
    titles = _TITLE.findall(match["what"])
    partners = discourse.resolved(head.counterparts)
    return [Frame("programme", clean_label(title), status, stations, partners, clause) for title in titles]


def _may_air(name: str, context: Context) -> bool:
    """Whether a body is one that broadcasts: a station, a channel, a cinema or a platform, by its name."""
    known = context.names.authority.find(name)
    kind = known.type if known else context.lexicon.organisation_type(name)
    return kind in ("media", "company", "network") or name.endswith(("台", "频道", "院线", "影院", "平台", "网"))
