"""Troupes and teams that perform abroad: ``香港中乐团赴塔什干演出``, ``上海芭蕾舞团携《天鹅湖》在巴黎巡演``.

The troupe acts; the country where it performs is the other side, if one is named.
"""

from __future__ import annotations

import re

from silkgraph.model import Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import Party
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.plain_names import plain_name
from silkgraph.recognise.brackets import Span

_DEED = "(?:访问|巡回|商业|慰问|首次)?(?:演出|巡演|献演|公演|展演|表演|义演)|友谊赛"
KEYWORDS = f"(?:{_DEED})$"
"""Without these words at its end a clause tells of no tour."""
_TOUR = re.compile(
    r"(?P<who>[^，《》“”]{3,24}?(?:团|剧院|歌剧院|院团|乐队|少林寺|队))(?P<how>(?:携(?:[^，《》]{0,6}《[^《》]{1,30}》|[^，]{2,10}?))?"
    r"(?:将|拟|计划|已|首次|再次|应邀|即将|近日|日前|\d{1,2}月(?:\d{1,2}日)?)*)"
    rf"(?:赴|到|去|前往|走进|亮相|在)(?P<where>[^，《》在]{{2,16}}?)(?:等地|等国)?(?:举行|进行|开展|举办)?(?:\d+场|首场)?(?P<deed>{_DEED})$"
)
_UNSAID = re.compile("派|组织|率|邀请|选送|多次|曾|每年|经常|希望|欢迎|支持|鼓励|累计|以来|代表团$")


def toured(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """The performance abroad that the clause tells."""
    match = _TOUR.match(context.text, context.grammar.strip_leading(context.text, clause)[0], clause[1])
    if match is None or _UNSAID.search(match["who"]) or _UNSAID.search(match["how"]):
        return []
    names = context.names
    code = names.country_of(match["where"])
    if code is None or code == "CN":
        return []
    who = plain_name(context.text, match.span("who"), names, 24)
    if not who:
        return []
    land = names.country_prefix(match["where"])
    start = match.start("where")
    partners = (Party(land, start, start + len(land), False),) if land else ()
    announced = context.grammar.modality.announced.search(match["how"])
    status: Status = "announced" if announced else "concluded"
    title = re.search("《([^《》]+)》", match["how"])
    label = (title[1] if title else "") + match["where"] + match["deed"]
    return [Frame("programme", label, status, who, partners, clause)]
