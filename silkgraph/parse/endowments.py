"""Money for something that it sets up: ``出资500万元设立“中非青年学者奖学金”``, and orders that are given out.

The thing is the outcome, the money its amount. ``A获B批出三年期维修合约`` is the contract of A with B.
"""

from __future__ import annotations

import re

from silkgraph.model import Kind, Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import Party
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.labels import clean_label
from silkgraph.parse.money import ends_with_money, find_money
from silkgraph.parse.predicates import Predicate
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.shapes import may_be_name
from silkgraph.values import replace

_NO_NAME = "(?!基金|银行|公司|集团|控股|发展|促进|[局署]|委员会|管理|有限)"
_GIVING = f"共同出资|联合出资|出资|捐资|斥资|注资|拨款|捐款|捐出|投资{_NO_NAME}|投入|拨付|拨出|认捐"
_GETTING = "拿到|拿下|拿走|揽得|揽获|斩获|收获|喜获|喜提|签得|接获|接到|获得|取得|赢得|争取到|抢到"
KEYWORDS = f"{_GIVING}|获|得到|收到|{_GETTING}"
_MONEY_FOR = re.compile(_GIVING)
_ENDOWED = re.compile(
    rf"(?P<head>[^，]{{2,60}}?)(?:{_GIVING})了?(?P<sum>[^，“”]{{2,24}}?[元币镑郎卢布]|[^，“”]{{2,20}}?)(?:，)?(?:用于|用以|以|专门)?"
    r"(?:设立|成立|创立|创设|建立|捐建|援建|兴建|新建|修建|创办)了?(?P<what>[^，]{4,50})$"
)
_ORDERED = re.compile(
    r"(?P<who>[^，获与同]{2,24}?)(?:则|亦|也|已|还|更|日前|近日|正式|成功)*获得?(?P<by>[^，]{2,30}?)"
    r"(?:批出|授予|授出|颁授|颁发|判授|签发|下达|批予|授标)(?:了)?(?P<what>[^，]{2,40}?(?:合约|合同|订单|大单|专营权|特许经营权|经营权|承包权))$"
)
_GOT = re.compile(
    rf"(?P<who>[^，]{{2,24}}?)(?:则|亦|也|已|还|更|又|当场|现场|日前|近日|当天|正式|成功|一举)*(?:{_GETTING})了?"
    r"(?P<by>[^，\d]{3,30}?)(?P<what>(?:\d|的|一[份笔张个]|首[份笔张批]|价值|总值|总额|为期|近|约|超)[^，]{0,40}?"
    r"(?:合约|合同|订单|大单|供货协议|采购协议|供应协议|采购意向))$"
)
"""``甲集团|拿到|乙食品公司|3.8万吨芒果浆的供货合同``."""
_WORTH = re.compile(
    r"^(?:约|近|超过?|逾)?[\d.,]+[万亿千百]*(?:多|余)?[^，的、\d“《]{0,8}?"
    r"(?:[元币镑郎特布]|卢比|卢布|迪拉姆|里亚尔|第纳尔|先令|比索|索姆|坚戈)的(?=.{2})"
)
"""What an order is worth is no part of its name: ``1.2亿美元的|硅片订单``."""
_TO_OTHERS = re.compile("[向给](?=.{2})")
"""Who gives money to a fund and then sets up something else does two things."""
_MONEY = "贷款|授信|融资|信贷|赠款|援款|援助|捐款|资助|拨款|资金支持|融资支持|资金|担保|投资"
_RECEIVED = re.compile(
    rf"(?P<who>[^，获与同]{{2,30}}?)(?:则|亦|也|已|还|日前|近日|正式|成功|顺利|首次|再次)*(?:获得?|取得|得到|收到|拿到)了?(?:来自|由)?"
    rf"(?P<by>[^，\d]{{2,24}}?)(?:所)?(?:提供|发放|给予|授予|批出|牵头|拨付)?的?"
    rf"(?P<what>(?:约|近|不?超过?|逾|总额|最高|首笔|共计|等值|累计|价值|总价值|额度|规模|"
    rf"高达|[额度值模]?[为达]|为期[^，的]{{1,4}}的)*\d[^，]{{1,20}}?(?:{_MONEY}))$"
)
_FUNDED_BY = re.compile(
    r"(?P<who>[^，获与同]{2,30}?)(?:则|亦|也|已|还|日前|近日|正式|成功|顺利|首次|再次)*获得?(?P<by>[^，\d]{2,24}?)"
    r"(?P<act>注资|投资|增资|出资|融资|入股|资助|捐赠|捐款|拨款|授信|贷款|担保)(?P<what>(?:约|近|超过?|逾|总额|最高|首笔|共计|等值)*\d[^，]{1,20})$"
)
"""``晶科能源获|沙特主权基金|注资10亿美元``."""
_FOUNDS = frozenset({"institution", "programme", "funding", "publication"})


def endowed(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """What somebody sets up with a sum of money that the clause states."""
    if _MONEY_FOR.search(context.text, *clause) is None:
        return []
    match = _ENDOWED.match(context.text, *clause)
    mentions = find_money(context.text, *match.span("sum")) if match else ()
    if match is None or len(mentions) != 1:
        return []
    head = context.grammar.read(context.text, match.span("head"))
    makers = discourse.resolved(head.subjects) or discourse.subjects
    noun = context.lexicon.head(match["what"].rstrip("”》"))
    if not makers or head.wish == "strong" or noun is None or noun.kind not in _FOUNDS:
        return []
    kind: Kind = "institution" if noun.kind == "publication" else noun.kind
    status: Status = "announced" if head.announced else "concluded"
    others = discourse.resolved(head.counterparts)
    return [Frame(kind, clean_label(match["what"]), status, makers, others, clause, (mentions[0].amount,))]


def with_endowment(before: Frame, made: list[Frame], predicate: Predicate, context: Context) -> Frame | None:
    """``甲同乙共同出资5亿美元，|设立绿色投资平台``: the platform, by those who gave; None where it tells none such."""
    if before.rule != "funded" or len(made) != 1 or made[0].kind not in _FOUNDS or predicate.verb.frame != "found":
        return None
    given = context.words(before.span)
    if _TO_OTHERS.search(given) or predicate.verb.form in ("援建", "建成"):
        return None
    if _MONEY_FOR.search(given) is None or not ends_with_money(context.text, before.span):
        return None
    if context.text[before.span[1] : made[0].span[0]] != "，" or made[0].amounts:
        return None
    if made[0].initiators not in ((), before.initiators):
        return None
    partners = before.partners or made[0].partners
    span = (before.span[0], made[0].span[1])
    return replace(made[0], initiators=before.initiators, partners=partners, amounts=before.amounts, span=span)


def received(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """``土耳其实业银行获得|国家开发银行|2亿美元贷款``: money, from who gives it to who gets it."""
    if "获" not in (words := context.words(clause)) and "到" not in words and "取得" not in words:
        return []
    match = _RECEIVED.match(context.text, context.grammar.strip_leading(context.text, clause)[0], clause[1])
    match = match or _FUNDED_BY.match(context.text, context.grammar.strip_leading(context.text, clause)[0], clause[1])
    mentions = find_money(context.text, *match.span("what")) if match else ()
    if match is None or len(mentions) != 1 or not context.names.is_particular(match["by"]):
        return []
    if not may_be_name(match["who"]):
        return []
    giver, receiver = (
        discourse.resolved((Party(match[role], *match.span(role), context.names.is_generic(match[role])),))
        for role in ("by", "who")
    )
    label = clean_label(match["what"]) if match.re is _RECEIVED else match["act"] + match["what"]
    return [Frame("funding", label, "concluded", giver, receiver, clause, (mentions[0].amount,))]


def ordered(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """The contract or order that somebody got from somebody."""
    start = context.grammar.strip_leading(context.text, clause)[0]
    match = _ORDERED.match(context.text, start, clause[1])
    got = None if match else _GOT.match(context.text, start, clause[1])
    if got is not None and context.names.is_particular(got["by"]):
        match = got
    if match is None or not all(map(may_be_name, (match["who"], match["by"]))):
        return []
    winner, giver = (
        discourse.resolved((Party(match[role], *match.span(role), context.names.is_generic(match[role])),))
        for role in ("who", "by")
    )
    amounts = tuple(mention.amount for mention in find_money(context.text, *match.span("what")))
    label = _WORTH.sub("", clean_label(match["what"]))
    return [Frame("agreement", label, "concluded", winner, giver, clause, amounts)]
