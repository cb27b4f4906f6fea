"""What two do to each other: ``浙江大学与内罗毕大学互认学分``, ``国家图书馆与阿曼国家图书馆互赠图书``.

Both must be named. What they recognise of each other is an agreement, anything else an action.
"""

from __future__ import annotations

import re

from silkgraph.model import Kind, Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.labels import clean_label
from silkgraph.recognise.brackets import Span

_EXCHANGED = (
    "(?:节目|版面|稿件|新闻|影片|图片|学生|教师|师生|留学生|专家|学者|医生|"
    "展品|藏品|图书|期刊|种质资源|样本|记者|人员|志愿者)"
)
"""What two may exchange and so do something; views and texts are exchanged elsewhere."""
_ACTS = "互认|互赠|互译|互播|互授|互挂|互展|互聘"
KEYWORDS = f"{_ACTS}|互换|交换"
"""Without one of these nobody does anything to each other."""
_MUTUAL = re.compile(
    rf"(?P<who>[^《》]{{5,80}}?)(?:将|拟|已|正式|同意|决定|实现|首次|共同|相互|开始)*(?:(?P<act>{_ACTS})了?(?P<what>[^，；“的]{{2,20}})"
    rf"|(?P<swap>互换|交换)了?(?P<of>[^，；“的\d]{{0,10}}?{_EXCHANGED}))$"
)
_RECOGNISED = ("互认", "互挂")
_GENERAL = re.compile(
    "签|意向书|协[议定]|备忘录|^(?:互鉴|互信|有无|合作|关系|机制|协议|协定|备忘录|安排|结果|成果|制度|试点|与|和)|合作$|机制$"
)
_PAIR = 2


def mutual(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """What the clause says two that are named do to each other."""
    match = _MUTUAL.match(context.text, context.grammar.strip_leading(context.text, clause)[0], clause[1])
    if match is None or match["act"] and _GENERAL.search(match["what"]):
        return []
    act, what = (match["act"], match["what"]) if match["act"] else (match["swap"], match["of"])
    head = context.grammar.read(
        context.text, (match.start("who"), match.start("act" if match["act"] else "swap")), signing=True
    )
    subjects, partners = discourse.resolved(head.subjects), discourse.resolved(head.counterparts)
    if not partners and len(subjects) == _PAIR:
        subjects, partners = subjects[:1], subjects[1:]
    if not subjects or not partners or head.wish or any(party.generic for party in (*subjects, *partners)):
        return []
    if head.about is not None:  # 就中药互认|达成安排
        return []
    status: Status = "announced" if head.announced else "concluded"
    kind: Kind = "agreement" if act in _RECOGNISED else "programme"
    return [Frame(kind, act + clean_label(what), status, subjects, partners, clause)]
