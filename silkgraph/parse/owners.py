"""Whose a branch or a paper is, by its name: ``巴基斯坦哈比银行|北京分行``, ``老挝国家电力公司|债券``."""

from __future__ import annotations

import re

from silkgraph.model import Kind
from silkgraph.parse.acts import Context
from silkgraph.parse.coordination import Party
from silkgraph.recognise.brackets import Span

_BRANCH = re.compile(
    "(?:驻|首[家个]|在)?[^，《》“”]{2,14}?(?:分行|子行|支行|代表处|办事处|联络处|联络办公室|分院|分馆|分社|分公司|子公司|分校|校区|分中心|营业部|营业机构|"
    "门诊部|旗舰店|海外仓|服务中心|研究中心|研发中心|展示中心|运营中心|创新中心|培训中心|交流中心|中心|研究院|学院|基地|工作站|实验室)$"
)
OWNED = frozenset({"institution", "funding"})
"""Kinds of outcomes whose owner their name may begin with."""
_TRADED = ("挂牌上市", "挂牌交易", "上市交易", "挂牌买卖")
_PAIR = re.compile("人民币[对兑与和][^，、]{2,12}|[^，、]{2,12}[对兑与和]人民币")
_PAPER = re.compile("(?:股票|股份|ETF|债券?|存托凭证|票据|基金份额|REITs?|信托基金|基金|期货|期权|合约)$")
_PAPER_OF = re.compile("的?[^，的《》“”]{0,12}?" + _PAPER.pattern)
_SHORTEST, _LONGEST = 3, 26


def listed(form: str, phrase: str) -> Kind | None:
    """What is told of a paper or a pair of currencies on an exchange; None of anything else.

    ``老挝国家电力公司债券|挂牌交易`` raises money, ``人民币与林吉特|挂牌交易`` does not.
    """
    if _PAPER.search(phrase) and (form in _TRADED or form == "挂牌"):
        return "funding"
    return "programme" if form in _TRADED and _PAIR.fullmatch(phrase) else None


def is_no_paper(form: str, phrase: str) -> bool:
    """Whether a verb of trading is said of what is no paper (新药|上市交易)."""
    return form in _TRADED and listed(form, phrase) is None


def owner_in_name(thing: Span, context: Context) -> Party | None:
    """The body that a name begins with, where the rest names its branch in a place, or its paper; else None."""
    start, end = thing
    words = context.words(thing)
    if not (_BRANCH.search(words) or _PAPER.search(words)) or "—" in words:
        return None
    names = context.names
    for stop in range(min(end - 2, start + _LONGEST), start + _SHORTEST, -1):
        if not names.may_end(context.text, stop):
            continue
        name, rest = context.text[start:stop], context.text[stop:end]
        if names.is_country(name) or names.is_place(name) or not names.is_particular(name):
            continue
        if _PAPER_OF.fullmatch(rest) or _BRANCH.fullmatch(rest) and _is_elsewhere(rest, context):
            return Party(name, start, stop, False)
    return None


def _is_elsewhere(rest: str, context: Context) -> bool:
    """Whether the name of a branch begins with the place where it is, or with 驻: ``北京分行``, ``驻成都办事处``."""
    names = context.names
    if rest.startswith(("驻", "首家", "首个")):
        return True
    placed = names.country_prefix(rest) or names.places.beginning_at(rest) or names.places.city_at(rest)
    return placed is not None and len(placed) < len(rest)
