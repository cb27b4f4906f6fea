"""Shares and plants that somebody buys: ``三峡集团收购巴西伊利亚水电站|100%股权``, ``完成对某公司的|股权投资``.

The money is committed by who buys; the company it goes into is the other side where it is named.
"""

from __future__ import annotations

import re

from silkgraph.model import Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import Party, parties
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.money import find_money
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.shapes import may_be_name

KEYWORDS = "[收并]购|增持|入股|参股|受让|购[得入]|[股投]权?[权投]资|交割"
_KEYWORD = re.compile(KEYWORDS)
_ADVERBS = "(?:成功|正式|全资|独资|联合|共同|战略|现金|溢价|公开|要约|宣布|已|再次|进一步|参与)*"
_BOUGHT = re.compile(
    rf"(?P<head>.{{2,80}}?)(?P<act>{_ADVERBS}(?:收购|并购|增持|购得|购入|入股|参股|受让))(?:了)?"
    r"(?P<what>[^，：《》]{3,50})$"
)
_COMPLETED = re.compile(
    rf"(?P<head>.{{2,60}}?)(?:完成|实施)(?:了)?(?P<what>对(?P<target>[^，《》]{{3,40}}?)的?(?P<act>{_ADVERBS}(?:收购|并购|股权收购|要约收购|股权投资|"
    r"投资|入股|增资|注资)))(?:交割|交易|工作)*$"
)
_CLOSED = re.compile(
    r"(?P<head>.{0,60}?)(?:对(?P<target>[^，《》对]{3,40}?)(?:已|正式|成功|顺利|如期|全部|首期)*(?:完成|实现)(?:了)?|"
    r"(?:已|正式|成功|顺利|如期)*(?:完成|实现)(?:了)?对(?P<whom>[^，《》对\d]{3,40}?)的?(?=\d))"
    r"(?P<what>[^，《》]{0,30}?(?:股权|增资|投资|出资|注资|股本)(?:投资)?(?:资金)?(?:交割|交易|投放|投资|投入)?)$"
)
"""``对|撒马尔罕风电项目公司|完成|3500万美元股权交割``."""
_STAKE = re.compile(
    r"(?:约|近|超过?|逾|合计|共计?|其)?(?:\d+(?:\.\d+)?%|百分之[一二三四五六七八九十百]+|全部|多数|少数|部分|控股|剩余)?"
    r"的?(?:股权|股份|权益|股本|控股权|经营权|矿权)(?:[至到]\d+(?:\.\d+)?%)?$"
)
_ASSET = re.compile(
    "(?:组合|风电场|光伏园|电池厂|牧场|庄园|酒庄|酒店|农场|茶园|种植园|大厦|大楼|球会|俱乐部|品牌|业务|板块|部门|专利|航司|航空|超市|商场|影城|药厂|钢厂|船厂|矿山?|矿业|厂|港口?|码头|电站|电厂|油田|气田|区块|机场|电网|银行|公司|集团|企业|项目|资产)$"
)
_GENERAL = re.compile("海外|境外|国外|当地|企业$|农户|农民|资产$|优质|战略|一批|多[个家]|粮食|产品|跨国|其他")
_SELLER = re.compile("从(?P<who>[^，从]{2,30}?)(?:手中|处)?$")
_ASIDE = re.compile(r"[以从向](?=[^，]{2})|通过|斥资|耗资|出资")
_LONGEST_NAME = 14
_REPORTED = re.compile("希望|考虑|探讨|有意|欢迎|鼓励|推动|支持|允许|禁止|规则|的$")


def acquisition(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """The frame of what is bought in the clause; none where nothing is."""
    if _KEYWORD.search(context.text, *clause) is None:
        return []
    if closed := _closed(clause, context, discourse):
        return closed
    match = _COMPLETED.match(context.text, *clause) or _BOUGHT.match(context.text, *clause)
    if match is None or _REPORTED.search(match["head"]):
        return []
    completed = match.re is _COMPLETED
    target = match["target"] if completed else _STAKE.sub("", match["what"])
    if not target or _GENERAL.search(target):
        return []
    particular = context.names.is_particular(target)
    if not completed and target == match["what"] and not (particular or _ASSET.search(target)):
        return []
    head = context.grammar.read(context.text, (clause[0], match.end("head")))
    buyers = discourse.resolved(head.subjects) or _by_position(clause, match.end("head"), context) or discourse.subjects
    if not buyers or head.wish:
        return []
    start = match.start("target" if completed else "what")
    others = [*discourse.resolved(head.counterparts)]
    if particular:
        others.append(Party(context.text[start : start + len(target)], start, start + len(target), False))
    seller = _SELLER.search(context.text, clause[0], match.end("head"))
    if seller is not None:
        others = parties(context.text, seller.span("who"), context.names)
    label = match["what"] if completed else f"{re.sub(f'^{_ADVERBS}', '', match['act'])}{match['what']}"
    status: Status = "announced" if head.announced or not head.subjects and discourse.announced else "concluded"
    amounts = tuple(mention.amount for mention in find_money(context.text, *clause))
    return [Frame("funding", label, status, buyers, tuple(others), clause, amounts, rule="set-phrase")]


def _closed(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """The money that has been put into a company, by who did it; nothing without a sum."""
    match = _CLOSED.match(context.text, *clause)
    mentions = find_money(context.text, *match.span("what")) if match else ()
    if match is None or not mentions or _REPORTED.search(match["head"]):
        return []
    head = context.grammar.read(context.text, (clause[0], match.end("head")))
    buyers = discourse.resolved(head.subjects) or discourse.subjects
    group = "target" if match["target"] else "whom"
    name = match[group]
    if not buyers or head.wish or not may_be_name(name):
        return []
    status: Status = "announced" if head.announced or not head.subjects and discourse.announced else "concluded"
    amounts = tuple(mention.amount for mention in mentions)
    other = Party(name, *match.span(group), context.names.is_generic(name))
    return [Frame("funding", match["what"], status, buyers, (other,), clause, amounts, rule="set-phrase")]


def _by_position(clause: Span, end: int, context: Context) -> tuple[Party, ...]:
    """Who buys, where no ending tells that it is a name (``三峡国际``, ``紫金矿业``)."""
    start = context.grammar.strip_leading(context.text, (clause[0], end))[0]
    aside = _ASIDE.search(context.text, start, end)
    end, _ = context.grammar.strip_adverbs(context.text, start, aside.start() if aside else end)
    name = context.text[start:end]
    return (Party(name, start, end, False),) if may_be_name(name) and len(name) <= _LONGEST_NAME else ()
