"""Networks that two join: ``银联国际与越南国家支付公司打通二维码支付``, ``甲电信和乙电信接通跨境光缆``.

Both sides must be named, and what is joined must be something that runs between them: a way to pay, a line, a system.
"""

from __future__ import annotations

import re

from silkgraph.model import Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import Party
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.labels import clean_label
from silkgraph.recognise.brackets import Span
from silkgraph.values import replace

KEYWORDS = "打通|接通|连通|联通|互通|贯通|对接"
"""Without one of these a clause joins nothing."""
_JOINED = re.compile(
    r"(?P<who>[^《》]{5,80}?)(?:正式|成功|全面|已经|已|共同|率先|首次|直接|顺利|实现|双向|同步|宣布|现场)*"
    rf"(?:{KEYWORDS})(?:了|起)?(?P<what>(?![与和同])[^，；“《》的]{{0,14}}?的?[^，；“《》的与]{{0,16}}?"
    r"(?:支付|转账|汇款|结算|清算|网络|系统|专线|通道|光缆|海缆|电缆|电网|管网|管线|平台|链路|线路|航路|走廊|快线|单一窗口|数据库|接口|业务|卫星|电路|专网|门户|标识))$"
)
_OWNED = re.compile(r"[与和同](?P<owner>[^，、与和同]{3,30}?)(?:旗下|下属|所属|所运营|运营|管理|主管|开发)的?$")
"""``与|柬埔寨国家银行|旗下的巴孔系统``: a system belongs to a body, with whom it is joined."""
_GENERAL = re.compile(
    "产业链|供应链|上下游|经济|文化|心|部门|行业|各[类种个]|有关|相关|更多|多种|多元|合作|战略|发展|融资|渠道"
)


def connected_with(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """The network that the clause says two named sides joined."""
    match = _JOINED.match(context.text, context.grammar.strip_leading(context.text, clause)[0], clause[1])
    if match is None or _GENERAL.search(match["what"]):
        return []
    head = context.grammar.read(context.text, match.span("who"), signing=True)
    subjects = discourse.resolved(head.subjects) or discourse.subjects
    partners = discourse.resolved(tuple(_owner(party, match, context) for party in head.counterparts))
    if not partners and len(subjects) == 2:
        subjects, partners = subjects[:1], subjects[1:]
    named = subjects and partners and not any(party.generic for party in (*subjects, *partners))
    if not named or head.wish or not all(_is_body(party, context) for party in (*subjects, *partners)):
        return []
    status: Status = "announced" if head.announced else "concluded"
    return [Frame("programme", clean_label(match["what"]), status, subjects, partners, clause)]


def _owner(party: Party, match: re.Match[str], context: Context) -> Party:
    """Whose the system is that is joined; the party itself, where it is a body."""
    owned = _OWNED.search(context.text, match.start("who"), party.start)
    if owned is None or not context.names.is_particular(owned["owner"]):
        return party
    return replace(party, name=owned["owner"], start=owned.start("owner"), end=owned.end("owner"))


def _is_body(party: Party, context: Context) -> bool:
    """Whether a side is no mere place: a road that joins 重庆 and 万象 is no act of theirs."""
    return not context.names.is_place(party.name) and not context.names.is_country(party.name)
