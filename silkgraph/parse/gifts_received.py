"""Gifts told by who gets them: ``瓦努阿图卫生部接收中国政府援助的10辆救护车``, ``该校获使馆捐赠电脑50台``.

Who gives acts, who gets it is the partner. Only what is counted, comes as a batch or is a sort of goods is told.
"""

from __future__ import annotations

import re

from silkgraph.model import Amount, Kind
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import Party
from silkgraph.parse.counted_items import is_counted
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.labels import clean_label
from silkgraph.parse.money import find_money
from silkgraph.parse.pledges import cumulative, ending
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.shapes import may_be_name

KEYWORDS = "接受|接收|收到|签收|受赠|获|得到"
"""Without one of these nobody is told to get anything."""
_GIVING = "捐赠|赠送|捐助|援助|提供|赠予|赠与|资助|赞助|捐献|捐出|援赠|赠"
_GAVE = re.compile(_GIVING)
_GOT = re.compile(
    r"(?P<who>[^，获]{2,30}?)(?:则|亦|也|已|还|日前|近日|当天|当日|正式|顺利|首次|再次|分别)*"
    r"(?:接受|接收|收到|签收|受赠|获赠|获得?|得到)了?(?:来自|由)?"
    rf"(?P<by>[^，\d]{{2,26}}?)(?:所|无偿|免费|紧急)*(?:{_GIVING})的?(?P<what>[^，]{{2,40}})$"
)
_SINGLE = re.compile("一(?:批|套|台|座|辆|艘|架)|首批")


def gift_received(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """The gift that the clause says somebody got from somebody."""
    text = context.text
    if _GAVE.search(text, *clause) is None:
        return []
    match = _GOT.match(text, context.grammar.strip_leading(text, clause)[0], clause[1])
    if match is None or cumulative().search(match["who"]) or not may_be_name(match["who"]):
        return []
    what = match.span("what")
    told = is_counted(text, what) or _SINGLE.match(match["what"]) or ending("goods").search(match["what"])
    if not told or not context.names.is_particular(match["by"]):
        return []
    giver, taker = (
        discourse.resolved((Party(match[role], *match.span(role), context.names.is_generic(match[role])),))
        for role in ("by", "who")
    )
    amounts: tuple[Amount, ...] = tuple(mention.amount for mention in find_money(text, *what))
    kind: Kind = "funding" if amounts else "programme"
    return [Frame(kind, clean_label(match["what"]), "concluded", giver, taker, clause, amounts)]
