"""The first deal of its kind: ``中国银行河内分行办理首笔人民币信用证业务``, ``首单数字人民币跨境支付在曼谷落地``.

Who does it acts, with whom or for whom it is done is the other side. A loan or a bond is money committed.
"""

from __future__ import annotations

import re

from silkgraph.model import Kind, Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.adverbials import strip_adverbials
from silkgraph.parse.coordination import Party, parties
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.labels import clean_label
from silkgraph.parse.money import find_money
from silkgraph.parse.plain_names import plain_name
from silkgraph.recognise.brackets import Span, trim

_FIRST = "(?:首[笔单宗票](?!交易日)|首[份张本](?=[^，]{0,24}(?:证书|[单证函照]|许可|提单)(?:$|[签落完])))"
KEYWORDS = "首[笔单宗票份张本]"
"""Without these words nothing is told to be the first of its kind."""
_DOING = (
    "办理完成|成功办理|办理|办结|办妥|完成|落地|达成|叙做|叙作|做成|实现|促成|成交|操作|开展|承办|处理|受理|开立|开出|开具|签发|出具|承兑|承销|发放|投放|提供|"
    "执行|撮合|投保|承保|承接|汇出|汇入|支付|结算|买入|卖出"
)
_HOW = "(?:成功|顺利|正式|率先|独家|共同|联合|分别|已|再次|同日|当日|当天|现场|先后|双双|牵头|作为[^，]{4,20})*"
_DONE = re.compile(
    rf"(?P<head>[^《》]{{0,70}}?)(?P<how>{_HOW})(?P<act>{_DOING})了?(?P<scope>[^，《》\d首]{{0,16}}?){_FIRST}(?P<what>[^，《》]{{2,46}})$"
)
_LANDED = re.compile(
    rf"(?P<head>[^，《》]{{0,50}}?){_FIRST}(?P<what>(?!\d)[^，《》]{{3,46}}?)(?P<how>{_HOW})(?:落地[^，《》]{{0,10}}|达成|成交|签发|完成|办结|开立|发放|投放|到账|放款|起息|获批)$"
)
_FUNDING = re.compile("(?:贷款|贷|提款|授信|融资|债券?|信贷|投资|资金|拨款|捐款|保单|转贷|票据)$")
_AGREEMENT = re.compile("(?:订单|合同|协议|意向|备忘录|采购|签约)$")
_PURPOSE = re.compile("(?<=.{6})(?:，.*|(?:用于|支持).{2,})$")
_SO_FAR = re.compile("累计|以来|希望|争取|推动|鼓励|支持|力争|后$|的$|期待")
_FOR = re.compile("(?:为|向|协助|助力|帮助|代理)(?P<whom>[^，为向]{3,30}?)$")
_BETWEEN = re.compile("(?:中国|我国|境内|全国|国内|两国|双边|跨境|全球|全省|全市|全区|当地|系统内)")
_LENDING = ("发放", "投放", "提供", "承销", "支付")
"""What is lent or paid by the sum is read as every sum is (``pledges``)."""
_DIGIT = re.compile(r"\d")
_LONGEST = 16


def first_deal(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """The deal that the clause says was the first of its kind, by who did it."""
    start = context.grammar.strip_leading(context.text, clause)[0]
    match = _DONE.match(context.text, start, clause[1])
    if match is None:
        return _landed((start, clause[1]), clause, context, discourse)
    if _SO_FAR.search(match["head"]) or match["act"] in _LENDING and _DIGIT.search(match["what"]):
        return []
    served = _FOR.search(context.text, *match.span("head"))
    head = context.grammar.read(context.text, (start, match.start("act")))
    before = (start, served.start() if served else match.start("act"))
    makers = discourse.resolved(head.subjects) or _by_position(before, context)
    makers = makers or discourse.subjects
    others = discourse.resolved(head.counterparts) or discourse.resolved(head.recipients)
    if served is not None and not others:
        others = discourse.resolved(tuple(parties(context.text, served.span("whom"), context.names)))
    if not makers or head.wish or all(party.generic for party in makers):
        return []
    status: Status = "announced" if head.announced or discourse.announced and not head.subjects else "concluded"
    return _told(match, makers, _with_country(others, context), status, clause, context)


def _landed(told: Span, clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """``首单“债券通”交易|在迪拜|落地``: the deal itself is the subject."""
    match = _LANDED.match(context.text, *told)
    if match is None or _SO_FAR.search(match["head"]) or _SO_FAR.search(match["what"]):
        return []
    thing = strip_adverbials(context.text, match.span("what"), context.names)
    what = trim(context.text, (match.start("what"), thing.end))
    if what[1] - what[0] < 2:
        return []
    head = context.grammar.read(context.text, match.span("head"))
    makers = discourse.resolved(head.subjects)
    makers = tuple(party for party in makers if not party.generic and not context.names.is_country(party.name))
    others = discourse.resolved(head.counterparts)
    announced = context.grammar.modality.announced.search(thing.words + match["how"])
    status: Status = "announced" if announced else "concluded"
    return [_frame(context.words(what), makers, others, status, clause, context)]


def _told(
    match: re.Match[str],
    makers: tuple[Party, ...],
    others: tuple[Party, ...],
    status: Status,
    clause: Span,
    context: Context,
) -> list[Frame]:
    scope = match["scope"]
    label = match["what"]
    if scope and not _BETWEEN.search(scope) and not context.names.is_place(scope.rstrip("的")):
        label = scope + label
    return [_frame(label, makers, others, status, clause, context)]


def _frame(
    label: str, makers: tuple[Party, ...], others: tuple[Party, ...], status: Status, clause: Span, context: Context
) -> Frame:
    mentions = find_money(context.text, *clause)
    for mention in mentions:
        label = label.replace(context.text[mention.start : mention.end], "")
    label = clean_label(_PURPOSE.sub("", label))
    kind: Kind = "programme"
    if _FUNDING.search(label):
        kind = "funding"
    elif _AGREEMENT.search(label):
        kind = "agreement"
    return Frame(kind, label, status, makers, others, clause, tuple(mention.amount for mention in mentions))


def _with_country(others: tuple[Party, ...], context: Context) -> tuple[Party, ...]:
    """Those for whom or with whom it is done: who has a name, or at least a country (老挝客户)."""
    return tuple(party for party in others if not party.generic or context.names.country_prefix(party.name) is not None)


def _by_position(head: Span, context: Context) -> tuple[Party, ...]:
    """Who does it, where no ending tells that it is a name (``富滇银行|成功``)."""
    end, _ = context.grammar.strip_adverbs(context.text, *head)
    return plain_name(context.text, (head[0], end), context.names, _LONGEST)
