"""Money that is raised on a market or insured, where the verb stands far from the bond.

``乌兹别克斯坦财政部在中国银行间债券市场|完成|20亿元人民币三年期熊猫债券|的簿记定价``, ``募得资金15亿元``,
``出具了|承保额6200万美元的中长期保单``. A policy without a sum is an agreement. What has
been raised so far is a figure.
"""

from __future__ import annotations

import re

from silkgraph.model import Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.labels import clean_label
from silkgraph.parse.money import find_money
from silkgraph.recognise.brackets import Span

KEYWORDS = "完成|定价|募得|筹得|筹措|发售|募资|出具|签发|承保"
_KEYWORD = re.compile(KEYWORDS)
_PAPER = "熊猫债券?|点心债券?|债券|主权债|金融债|公司债|票据|可持续债|绿色债|债"
_DONE = r"(?:簿记建档|簿记|建档|定价|发行|发售|交割|募集|首发|和|与|、|及|的|并|工作|上市)+"
_PRICED = re.compile(
    rf"(?P<head>[^，]{{0,60}}?)(?:已|成功|顺利|圆满|正式|首次|再次|再度|如期)*(?:完成|定价发行|定价|发售|簿记发行)(?:了)?"
    rf"(?P<what>[^，]{{4,60}}?(?:{_PAPER}))(?:（[^（）]*）)?(?:{_DONE})?$"
)
_RAISED = re.compile(
    r"(?P<head>[^，]{0,60}?)(?:已|成功|顺利|共|合计|再次|再度|首次)*(?:募得|筹得|筹措|募资|募集)(?:了|到)?(?P<what>[^，]{0,20}?\d[^，]{1,20})$"
)
_INSURED = re.compile(
    r"(?P<head>[^，]{2,60}?)(?:正式|成功|首次)?(?:出具|签发|开立|开具)了?(?P<what>[^，]{0,50}?(?:保单|保函|备用信用证|信用证|承保函|担保函))$"
)
_SERVED = re.compile("为[^，]*?(?P<project>[^，的为]{3,20}(?:项目|工程|合同|业务))$")
"""``为甲在北马其顿的|燃气发电项目|出具保单``."""
_SHORTEST = 4
_ANY = re.compile("相关|有关|各类|多份|更多|大量")
_SO_FAR = re.compile("累计|截至|迄今|至今|历年|已为")


def sold(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """The bond, the money or the policy, by who sells, raises or gives it, with its sum."""
    if _KEYWORD.search(context.text, *clause) is None or _SO_FAR.search(context.text, *clause):
        return []
    text = context.text
    match = _PRICED.match(text, *clause) or _RAISED.match(text, *clause) or _INSURED.match(text, *clause)
    mentions = find_money(text, *match.span("what")) if match else ()
    insured = match is not None and match.re is _INSURED
    if match is None or not mentions and (not insured or _ANY.match(match["what"])):
        return []
    head = context.grammar.read(text, match.span("head"))
    makers = discourse.resolved(head.subjects) or discourse.subjects
    if not makers or head.wish == "strong":
        return []
    status: Status = "announced" if head.announced else "concluded"
    if not mentions:
        served = _SERVED.search(match["head"]) if len(match["what"]) < _SHORTEST else None
        if len(match["what"]) < _SHORTEST and served is None:
            return []
        label = (served["project"] if served else "") + match["what"]
        return [Frame("agreement", clean_label(label), status, makers, (), clause)]
    sums = tuple(mention.amount for mention in mentions)
    return [Frame("funding", _label(match.span("what"), context), status, makers, (), clause, sums)]


def _label(what: Span, context: Context) -> str:
    """The paper without its sum; the money with it, since it has no other name."""
    first = find_money(context.text, *what)[0]
    rest = context.text[what[0] : first.start] + context.text[first.end : what[1]]
    bare = len(rest) < 4 or rest.endswith("资金")
    return clean_label(context.words(what) if bare or first.start > what[0] else rest)
