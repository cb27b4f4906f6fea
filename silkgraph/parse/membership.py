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
    r"(?:新|正式|创始|首批|常任|非常任|普通|观察|理事|联合|对话|\d+家|[一二两三四五六七八九十]+[家个名])*"
    r"(?:成员|会员|(?:副|常务)?(?:理事长|会长|主席)|常务理事|理事|观察员|伙伴|加盟|合作)(?:行|单位|机构|国|院校|高校|馆|台|媒体|城市|港口|园区|方|代表)?"
)
_TAKEN_IN = re.compile(
    rf"(?P<head>[^，]{{0,60}}?)(?:新)?(?P<verb>增选|增补|吸收|吸纳|接纳|接收|新增|增加|迎来|推选|选举|增聘)了?(?P<who>[^，]{{3,80}}?)"
    rf"(?:等)?(?:成为|作为|担任|为|加入|[一二两三四五六七八九十\d]+[家个名])(?P<role>{_MEMBER})$"
)
_VERB = re.compile("增选|增补|吸收|吸纳|接收|新增|增加|迎来|推选|选举|增聘")
_WISHED = re.compile("支持|欢迎|期待|希望|推动|鼓励|愿")
_BY_WORD = "授权|委任|指定|任命|委托|批准|遴选|选定|选择|确定|核准|认定|聘任|推选|指派|选聘|选|任|聘|委"
_APPOINTED_VERB = re.compile(f"(?:获得?|被)(?:{_BY_WORD})|获[批准]成为")
_ROLES = (
    "清算行|做市商|结算行|代理行|参与行|参加行|直接参与者|间接参与者|主办行|托管行|结算银行|主承销商|承办方|运营商|牵头单位|中心|基地|合作伙伴|合作机构|"
    "合作银行|开户行|存管行|交割库|交割仓库|检测机构|认证机构|实验室|承办城市|主办城市|合作城市|试点城市|指定供应商|官方合作伙伴"
)
_APPOINTING_VERB = re.compile("(?:确定|选定|遴选|选择|核准|认定|聘请|聘|决定由|指派)[^，]{3,40}?(?:为|担任|作为|出任)")
_APPOINTING = re.compile(
    r"(?P<head>[^，]{2,40}?)(?:确定|选定|遴选|选择|核准|认定|聘请|聘|决定由|指派)(?P<who>[^，]{3,40}?)(?:为|担任|作为|出任)"
    r"(?P<role>[^，为]{3,30}?(?:清算行|做市商|结算行|代理行|结算银行|托管行|主办行|参与行|直接参与者|合作银行))$"
)
KEYWORDS = f"{_VERB.pattern}|{_APPOINTED_VERB.pattern}|{_APPOINTING_VERB.pattern}"
_APPOINTED = re.compile(
    f"(?P<head>[^，]{{2,60}}?)(?:获得?|被)(?:[^，]{{2,16}}?)?(?:{_BY_WORD}|[批准](?=成为))(?:(?:担任|作为|成为|出任|为)|(?<=获任)|(?<=委任)|(?<=指定))"
    f"(?P<role>[^，为]{{3,30}}?(?:{_ROLES}))$"
)


def enrolled(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """What a body does to have more members; nothing where a state does it (``接纳…为观察员`` is read elsewhere)."""
    if _APPOINTED_VERB.search(context.text, *clause):
        return _appointed(clause, context, discourse)
    if (appointing := _APPOINTING.match(context.text, *clause)) is not None:
        return _appointing(appointing, clause, context, discourse)
    if _VERB.search(context.text, *clause) is None:
        return []
    match = _TAKEN_IN.match(context.text, *clause)
    if match is None or _WISHED.search(match["head"]):
        return []
    head = context.grammar.read(context.text, match.span("head"))
    bodies = discourse.resolved(head.subjects) or discourse.subjects
    taken = [party for party in parties(context.text, match.span("who"), context.names) if not party.generic]
    if len(bodies) != 1 or not taken or not all(context.names.is_complete(party.name) for party in taken):
        return []
    status: Status = "announced" if head.announced else "concluded"
    label = f"{bodies[0].name}{match['verb']}{match['role']}"
    return [Frame("institution", label, status, bodies, tuple(taken), clause)]


def _appointed(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """``工商银行万象分行获授权担任|人民币清算行``: by whom is not told, so that who is appointed is the partner."""
    match = _APPOINTED.match(context.text, *clause)
    head = context.grammar.read(context.text, match.span("head")) if match else None
    chosen = discourse.resolved(head.subjects) if head else ()
    if match is None or head is None or not chosen:
        return []
    status: Status = "announced" if head.announced else "concluded"
    return [Frame("institution", match["role"], status, (), chosen, clause)]


def _appointing(match: re.Match[str], clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """``中国人民银行确定|农业银行迪拜分行|为阿联酋人民币清算行``: who charges a bank, with the bank."""
    head = context.grammar.read(context.text, match.span("head"))
    makers = discourse.resolved(head.subjects) or discourse.subjects
    chosen = tuple(parties(context.text, match.span("who"), context.names))
    if not makers or not chosen or head.wish or any(party.generic for party in (*makers, *chosen)):
        return []
    status: Status = "announced" if head.announced and "决定由" not in match.group() else "concluded"
    return [Frame("institution", match["role"], status, makers, chosen, clause)]
