"""Help that has no number: teams and experts that are sent, countries that are helped.

``派遣第十五批援外医疗队赴维拉港``, ``向汤加派遣农业专家组``, ``派专家参加扫雷培训``, ``帮助老挝、尼泊尔等国修复古迹``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from silkgraph.model import Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import Party, parties
from silkgraph.parse.discourse import Discourse
from silkgraph.recognise.brackets import Span

_TEAM = (
    "队|组|团|专家|人员|医生|教师|教练|教练员|运动员|讲师|艺术家|军医|工程师|技术员|学生|记者|舰|船|志愿者|工匠|顾问"
)
_TOWARD = re.compile(
    r"(?P<head>.{0,60}?)[向对为](?P<where>[^，]{2,60}?)(?:派遣|派驻|派出|选派|增派)(?:了)?(?P<what>[^，\d]{2,18}?(?:队|组|团|专家|医生|教师))$"
)
_SENT = re.compile(
    rf"(?P<head>.{{0,60}}?)(?:派(?:出|遣)?|选派|增派)(?P<who>(?:第[^，]{{1,4}}[批支期])?[^，\d]{{1,14}}?(?:{_TEAM}))(?:赶?赴|前往|到|去)"
    r"(?P<where>[^，]{2,60}?)(?P<what>(?:开展|执行|参与|参加|进行|实施|提供|协助|从事|指导)[^，]{2,40}|工作|义诊|巡诊|援助|救援|救灾|援外|授课|支教|任教|执教|调研|演出|参赛|参展|展演|交流|驻点|驻诊|维和|护航|送医送药)?$"
)
_TAKING_PART = re.compile(
    rf"(?P<head>.{{0,60}}?)(?:派(?:出|遣)?|选派|增派)(?P<who>[^，\d]{{0,10}}?(?:{_TEAM}))(?:参加|参与|支持|协助|承担)"
    r"(?P<what>[^，]{2,24}?(?:培训|演练|演习|扫雷|排雷|清理|考古|救援|搜救|修复|维和|勘探|勘察|监测|评估|救治|义诊|重建|行动|项目|工程))$"
)
_HELPED = re.compile(
    r"(?P<head>.{0,60}?)帮助(?P<where>[^，]{2,60}?等(?:国家|国|地))(?P<what>(?:解决|建设|建成|修建|恢复|实施|完成|改善|应对|抗击)[^，]{4,30})$"
)
_AIDED = re.compile(
    r"(?P<head>.{0,60}?)[向为对](?P<where>[^，]{2,60}?等(?:国家|国|地))(?:提供|给予)(?:了)?(?P<what>[^，\d]{0,20}(?:援助|物资|救援|紧急)[^，\d]{0,20})$"
)
_DIGIT = re.compile(r"\d")
_BATCH = re.compile("第[^，]{1,4}[批支期]")
_GENERAL = re.compile("为期|有关|相关|[^，]{0,4}工作$|访问|会议")
"""What says only that those who are sent do their work."""
_ADVERBS = re.compile(r"(?:先后|多次|积极|还|已|也|并|共|累计|相继|迅速|紧急|及时)+$")
_DOING = re.compile("^(?:开展|执行|实施|提供|进行|参与|参加|协助|从事|指导)")


def assisted(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """Help without a number to countries that are named, and teams sent to any: one outcome with each."""
    toward = _TOWARD.match(context.text, *clause)
    joining = None if toward else _TAKING_PART.match(context.text, *clause)
    sent = None if toward or joining else _SENT.match(context.text, *clause)
    match = toward or joining or sent or _HELPED.match(context.text, *clause) or _AIDED.match(context.text, *clause)
    if match is None:
        return []
    if toward and _DIGIT.search(match["where"]):  # 向58个国家派出医疗队 is a figure
        return []
    helped: Sequence[Party] = () if joining else parties(context.text, match.span("where"), context.names)
    helped = discourse.resolved(tuple(helped))
    if toward is None:
        helped = [party for party in helped if not party.generic and context.names.is_country(party.name)]
    who = match["who"] if sent else ""
    batch = _BATCH.match(who) is not None
    if not helped and not batch and not joining:
        return []
    head = _ADVERBS.sub("", match["head"])
    told = context.grammar.read(context.text, (clause[0], clause[0] + len(head))) if head else None
    if context.grammar.modality.wishes.search(head):
        return []
    subjects = discourse.resolved(told.subjects) if told else ()
    announced = context.grammar.modality.announced.search(match["head"]) or not subjects and discourse.announced
    status: Status = "announced" if announced else "concluded"
    label = _label(who, match["what"] or "", batch=batch)
    makers = subjects or discourse.subjects
    return [Frame("programme", label, status, makers, (p,) if p else (), clause) for p in helped or (None,)]


def _label(who: str, what: str, *, batch: bool) -> str:
    """A team by its number, otherwise what those who are sent do, or who they are."""
    task = _DOING.sub("", what.replace("了", "", 1))
    return who if batch or who and (not task or _GENERAL.match(task)) else task
