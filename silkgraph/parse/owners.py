"""Whose a branch or a paper is, by its name: ``巴基斯坦哈比银行|北京分行``, ``老挝国家电力公司|债券``."""

from __future__ import annotations

import re

from silkgraph.model import Kind
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import Party
from silkgraph.parse.plain_names import plain_name
from silkgraph.recognise.brackets import Span
from silkgraph.values import replace

_BRANCH = re.compile(
    "(?:驻|首[家个]|在)?[^，《》“”]{2,14}?(?:分行|子行|支行|代表处|办事处|联络处|联络办公室|分院|分馆|分社|分公司|子公司|分校|校区|分中心|营业部|营业机构|"
    "门诊部|旗舰店|海外仓|服务中心|研究中心|研发中心|展示中心|运营中心|创新中心|培训中心|交流中心|中心|研究院|学院|基地|工作站|实验室)$"
)
_OWNED = frozenset({"institution", "funding"})
"""Kinds of outcomes whose owner their name may begin with."""
_WORKS = frozenset({"institution", "programme"})
_TRADED = ("挂牌上市", "挂牌交易", "上市交易", "挂牌买卖")
_PAIR = re.compile("人民币[对兑与和][^，、]{2,12}|[^，、]{2,12}[对兑与和]人民币")
_PAPER = re.compile("(?:股票|股份|ETF|债券?|存托凭证|票据|基金份额|REITs?|信托基金|基金|期货|期权|合约)$")
_PAPER_OF = re.compile("的?[^，的《》“”]{0,12}?" + _PAPER.pattern)
_SHORTEST, _LONGEST = 3, 26
_WORK = re.compile(
    "(?:工厂|电池厂|水泥厂|钢厂|钢铁厂|炼厂|冶炼厂|组装厂|[^的]厂|基地|[金铜铁锂镍]矿|矿山|产业园|园区|生态园|农场|物流中心|研发中心|分拨中心|生产线|产线|电站|项目|公司|码头)"
    "(?:[一二三四]期)?(?:项目)?$"
)
_NO_OWNER = re.compile(r"[对向在与和同援驻至到赴及、—“”《》的是为第]|\d|[会展节周坛]$")
_LONGEST_FIRM = 8


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


def named_after(frame: Frame, label: Span, context: Context) -> Frame:
    """A thing that came about by nobody named, with those whom its name begins with."""
    if frame.kind in _WORKS and (abroad := owner_abroad(label, context)) is not None:
        return replace(frame, initiators=abroad[:1], partners=abroad[1:])
    if frame.kind in _OWNED and (owner := owner_in_name(label, context)) is not None:
        return replace(frame, initiators=(owner,))
    return frame


def owner_abroad(thing: Span, context: Context) -> tuple[Party, Party] | None:
    """``潍柴动力|印度|工厂``: the firm that a work is called by, and the country where it is; else None."""
    if _WORK.search(context.text, *thing) is None:
        return None
    names = context.names
    land = next(iter(names.country_names.find(context.text, *thing)), None)
    if land is None or land[0] - thing[0] < 2 or land[1] == thing[1]:
        return None
    name, country = context.text[thing[0] : land[0]], context.words(land)
    if names.countries.code(country) == "CN" or names.country_prefix(name) == name or _NO_OWNER.search(name):
        return None
    known = names.is_particular(name) or plain_name(context.text, (thing[0], land[0]), names, _LONGEST_FIRM)
    if not known or names.is_place(name):
        return None
    return Party(name, thing[0], land[0], False), Party(country, *land, False)


def _is_elsewhere(rest: str, context: Context) -> bool:
    """Whether the name of a branch begins with the place where it is, or with 驻: ``北京分行``, ``驻成都办事处``."""
    names = context.names
    if rest.startswith(("驻", "首家", "首个")):
        return True
    placed = names.country_prefix(rest) or names.places.beginning_at(rest) or names.places.city_at(rest)
    return placed is not None and len(placed) < len(rest)
