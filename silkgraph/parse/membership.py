"""Members that a body takes in: ``中国—拉美开发性金融合作机制|增选|甲、乙|为新成员``, ``新增|甲、乙|两家成员行``.

One outcome: the body is larger than before, and those whom it takes in are its partners.
"""

from __future__ import annotations

import re

from silkgraph.model import Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import parties
from silkgraph.parse.discourse import Discourse
from silkgraph.recognise.brackets import Span

_MEMBER = (
    r"(?:新|正式|创始|首批|常任|非常任|普通|观察|理事|联合|\d+家|[一二两三四五六七八九十]+[家个名])*"
    r"(?:成员|会员|理事|观察员|伙伴|加盟|合作)(?:行|单位|机构|国|院校|高校|馆|台|媒体|城市|港口|园区|方|代表)?"
)
_TAKEN_IN = re.compile(
    rf"(?P<head>[^，]{{2,60}}?)(?:新)?(?P<verb>增选|增补|吸收|吸纳|接纳|接收|新增|增加|迎来|推选|选举|增聘)了?(?P<who>[^，]{{3,80}}?)"
    rf"(?:等)?(?:成为|作为|担任|为|加入|[一二两三四五六七八九十\d]+[家个名])(?P<role>{_MEMBER})$"
)
_VERB = re.compile("增选|增补|吸收|吸纳|新增|增加|迎来|推选|选举|增聘")
_NO_BODY = frozenset({"country", "government", "ministry-or-agency"})


def enrolled(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """What a body does to have more members; nothing where a state does it (``接纳…为观察员`` is read elsewhere)."""
    if _VERB.search(context.text, *clause) is None:
        return []
    match = _TAKEN_IN.match(context.text, *clause)
    if match is None:
        return []
    head = context.grammar.read(context.text, match.span("head"))
    bodies = discourse.resolved(head.subjects) or discourse.subjects
    taken = [party for party in parties(context.text, match.span("who"), context.names) if not party.generic]
    if len(bodies) != 1 or not taken or not all(context.names.is_complete(party.name) for party in taken):
        return []
    status: Status = "announced" if head.announced else "concluded"
    label = f"{bodies[0].name}{match['verb']}{match['role']}"
    return [Frame("institution", label, status, bodies, tuple(taken), clause)]
