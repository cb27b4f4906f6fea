"""Who joins what: ``300多家企业加入“丝路海运”联盟``, ``成员国批准白俄罗斯加入上海合作组织``."""

from __future__ import annotations

import re

from silkgraph.model import Kind, Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.labels import clean_label
from silkgraph.parse.things import is_proper
from silkgraph.recognise.brackets import Span, depths
from silkgraph.values import replace

_JOINED = re.compile(
    r"(?P<who>[^《》]{2,90}?)(?:正式|成功|已经|已|共同|先后|相继|陆续|新近)*加入(?:了)?(?P<what>[^，；]{3,40})$"
)
_CONNECTED = re.compile(
    r"(?P<who>[^《》]{0,60}?)(?:正式|成功|已经|已|共同|先后|相继|陆续|首批|直接)*(?:接入|联通|并入)(?:了)?"
    r"(?P<what>[^，；的]{2,24}?(?:系统|网络|平台|单一窗口|CIPS|SWIFT|UPI|NETS)(?:（[^（）]{2,24}）)?)$"
)
_LET_IN = re.compile(
    r"(?P<by>[^，《》]{2,24}?)(?:理事会|董事会|执董会|大会|成员国?|峰会)(?:一致|正式|投票|表决|协商一致|同意|已)*(?:批准|通过|接纳|同意)(?P<who>[^，]{2,40}?)"
    r"(?:的?加入(?:申请)?|(?:成)?为(?:其|该行|该组织)?(?:正式|创始|新)?(?:成员国?|会员国?|观察员国?))$"
)
"""``亚投行理事会批准|瑙鲁|加入``, ``…成为新成员``: what they join is told by who lets them in."""
_ADMITTED = re.compile(r"[^，《》]{2,30}?(?:一致|正式|投票|表决)*(?:批准|通过|宣布|确认|接纳|准许)(?=[^，]{2})")
"""``成员国批准|白俄罗斯|加入上海合作组织``: who joins stands behind who lets him."""
_JOINED_KINDS = ("institution", "agreement", "declaration")
_WISHED = re.compile(
    r"(?:推动|支持|欢迎|申请|希望|期待|鼓励|邀请|考虑|寻求|有意|愿|如|拟|同意|接纳|吸收)$|欢迎|期待|希望|支持"
)


def joined_in_list(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """Who joins what, the one set phrase that also entries of lists have: ``斐济、汤加加入“国际竹藤组织”``."""
    if context.text.find("加入", *clause) < 0:
        return []
    return [replace(frame, rule="set-phrase") for frame in joined(clause, context, discourse)]


def connected(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """``老挝外贸银行接入人民币跨境支付系统``: who is connected to a system that has a name."""
    match = _CONNECTED.match(context.text, *clause)
    if match is None or _WISHED.search(match["who"]):
        return []
    head = context.grammar.read(context.text, match.span("who"))
    joiners = discourse.resolved(head.subjects) or discourse.subjects
    if not joiners or head.wish:
        return []
    status: Status = "announced" if head.announced or not head.subjects and discourse.announced else "concluded"
    return [Frame("programme", f"接入{clean_label(match['what'])}", status, joiners, (), clause)]


def joined(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """Who joins something with a name: a body has them as partners, a text as those who make it theirs."""
    match = _JOINED.match(context.text, *clause)
    if match is None and (let_in := _LET_IN.match(context.text, *clause)):
        members = discourse.resolved(context.grammar.read(context.text, let_in.span("who")).subjects)
        known = context.names.is_particular(let_in["by"]) and members
        return [Frame("institution", let_in["by"], "concluded", (), members, clause)] if known else []
    if match is None or _WISHED.search(match["who"]) or not is_proper(match["what"], context.names):
        return []
    if (
        depths(match["what"])[-1]
        and not match["what"].endswith(("”", "》"))
        or match["what"].startswith("共建“一带一路”")
    ):
        return []
    head = context.lexicon.head(match["what"].rstrip("》”"))
    kind: Kind = head.kind if head else "institution"
    admitted = _ADMITTED.match(context.text, *match.span("who"))
    who = match.span("who") if admitted is None else (admitted.end(), match.end("who"))
    joiners = discourse.resolved(context.grammar.read(context.text, who).subjects)
    if kind not in _JOINED_KINDS or not joiners:
        return []
    label = clean_label(match["what"])
    if kind == "institution":
        return [Frame(kind, label, "concluded", (), joiners, clause)]
    return [Frame(kind, label, "concluded", joiners, (), clause)]
