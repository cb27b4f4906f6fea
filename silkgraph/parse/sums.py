"""Sums that are told after the thing they belong to: ``签署商务合同，|合同额约2亿美元``, ``。|项目总投资22亿元``.

The clause names what the sum is of (合同额, 总投资, 互换规模 …, ``extract/lexicon/pledges.toml``); what
statistics say of trade or income is none.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from silkgraph.model import Amount
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.counted_items import pledge_words
from silkgraph.parse.money import MoneyMention, find_money
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.countries_named import named_countries
from silkgraph.recognise.lexicon import any_of
from silkgraph.values import dataclass, replace

_FROM_TO = re.compile(r"(?:由|从)[^，]*?(?:增至|增加到|增加至|扩大至|扩大到|提高到|提高至|提升至|升至|调整为|调整至)")
_BARE = re.compile(r"(?:仍|继续|依然)?(?:为|是|约|约为|共|共计|合计|总计|折合|即|达|分别为|人民币)+")
_UNCHANGED = re.compile(r"(?:保持|维持)?(?:不变|稳定)|扩大|有所增加|相同")
"""What a clause says of a sum that only the next one states: ``互换规模保持不变，|为3500亿元``."""
CARRYING_ON = re.compile(
    r"该|前者|后者|其(?!他|它)|此|项目|工程|基地|中心|园区|产业园|平台|协议|合同|贷款|双方|两国|据悉|据了解|据介绍"
)
"""What a sentence begins with that goes on about what the one before told."""
_RAISING = ("募得", "筹得", "募集", "筹集", "募集到", "筹措", "融得")
_RAISED_TO = re.compile("(?:同意|决定|商定|宣布)(?:.{0,6})[将把][^，]{2,30}(?:扩大|提高|增加|提升)(?:至|到)$")
_SUMMED_UP = ("共", "累计", "总计", "合计")
_SPENDING = ("出资", "投资", "拨款", "捐款", "资助")
_SPENT = re.compile("为[^，]{3,}|(?:用于)?(?:支持|资助|建设|设立|实施|开展|援建|修建|成立|帮助|购买)")
_PARTS = re.compile("其中(?:主要|包括|包含|有)*")
_PART = re.compile(r"的?(?P<name>[^，、。；和及与\d]{2,16})")
_MONEY = re.compile("(?:贷款|额度|授信|信贷|资金|援助|援款|投资|融资|基金|专项)$")
_ONE_OF_THEM = "(?:另有?|其余)?(?:一|首|第[一二三]|两)[笔份]"
_SINGLE = re.compile(
    f"(?P<opening>(?:其中)?(?:，)?(?P<which>{_ONE_OF_THEM}(?:贷款|金额|规模|额度|合同|协议)?(?:分别)?(?:为|是|达|约为|约|系)?)?)"
)
_SINGLE_BEFORE = re.compile(f"，(?:其中|{_ONE_OF_THEM})")
_SPENT_ON = re.compile("(?:将)?(?:用于|投向|投入|支持|提供给)")
_OF_MONEY = ("agreement", "funding")
_POINTING = ("前者", "后者")
_NEAR = 2
"""Characters between an outcome and its sum over which the passage reaches."""
_MONEY_KIND = re.compile(r"(?:贷款|窗口|额度|授信|信贷|资金)$")


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum with the words before it that say what it is of (``其中对甲公司的合同``)."""

    amounts: tuple[Amount, ...]
    about: str
    span: Span


@functools.cache
def _noun() -> re.Pattern[str]:
    words = pledge_words()
    leading, linking = any_of(words["sum_leading"]), any_of(words["sum_linking"])
    return re.compile(f"^(?:{leading})*(?P<about>[^，]{{0,24}}?)(?P<noun>{any_of(words['sums'])})(?:{linking})*$")


@functools.cache
def _statistics() -> re.Pattern[str]:
    return re.compile(any_of(pledge_words()["statistics"]))


def sum_in(text: str, span: Span) -> Sum | None:
    """The sum that a clause tells of something named before, None where it tells something else."""
    mentions = find_money(text, *span)
    if not mentions:
        return None
    before = text[span[0] : mentions[0].start]
    if text[span[0] - 1 : span[0]] == "，" and _BARE.fullmatch(before):
        before = text[max(0, text.rfind("，", 0, span[0] - 1) + 1) : span[0] - 1] + before
        before = _UNCHANGED.sub("", before)
    noun = _noun().match(before)
    if noun is None or text[mentions[-1].end : span[1]].startswith(
        "的"
    ):  # 发行总值200亿元的债券 is an outcome of its own
        return None
    if _SPENT.match(text, mentions[-1].end, span[1]) and noun["noun"] in _SPENDING:  # 出资200万美元|支持… is an act
        return None
    if _RAISED_TO.search(before):  # 同意将互换规模扩大至|80亿元 is one too
        return None
    if noun["about"].endswith(_RAISING):  # 募得|资金15亿元 is an act of its own
        return None
    planned = _statistics().search(noun["noun"]) is not None  # 计划投资和贸易总额 is listed as what was agreed
    around = noun["about"] + ("" if planned else noun["noun"]) + text[mentions[0].end : span[1]]
    if _statistics().search(around) or before.startswith(_SUMMED_UP):
        return None
    return Sum(tuple(m.amount for m in _stated(text, span, mentions)), noun["about"], span)


def _stated(text: str, span: Span, mentions: Sequence[MoneyMention]) -> Sequence[MoneyMention]:
    """The sums of a clause; of ``由120亿美元增至180亿美元`` the one that it will be."""
    rise = _FROM_TO.search(text[span[0] : span[1]])
    later = [m for m in mentions if rise and m.start >= span[0] + rise.end()]
    return later or mentions


def with_sum(frames: Sequence[Frame], told: Sum, context: Context) -> list[Frame]:
    """The outcomes told last, with the sum that a clause after them tells of them or of one of them."""
    meant = _pointed_at(context.text, told.span, len(frames))
    meant = (
        meant
        or [number for number, frame in enumerate(frames) if _is_meant(frame, told.about, context)]
        or range(len(frames))
    )
    each, rest = divmod(len(told.amounts), len(frames))
    if len(frames) > 1 and each and not rest and "分别" in context.words(told.span):  # 互换规模分别为甲、乙
        parts = (told.amounts[each * number : each * (number + 1)] for number in range(len(frames)))
        return [_with(frame, replace(told, amounts=part), context) for frame, part in zip(frames, parts, strict=True)]
    return [_with(frame, told, context) if number in meant else frame for number, frame in enumerate(frames)]


def _pointed_at(text: str, clause: Span, count: int) -> Sequence[int]:
    """Which of two outcomes the words 前者 and 后者 last mean in the sentence up to the end of a clause."""
    if count != len(_POINTING):
        return ()
    begin = max(text.rfind(mark, 0, clause[0]) for mark in "。；！？\n") + 1
    last = max(_POINTING, key=lambda word: text.rfind(word, begin, clause[1]))
    return (_POINTING.index(last),) if text.find(last, begin, clause[1]) >= 0 else ()


def parts_of_sum(frames: Sequence[Frame], span: Span, context: Context) -> list[Frame]:
    """Outcomes for the parts of money told last: ``，其中2100亿元信贷资金额度和800亿元各类援助``."""
    whole = frames[-1]
    opening = _PARTS.match(context.text, *span)
    if whole.kind != "funding" or opening is None:
        return []
    mentions = find_money(context.text, opening.end(), span[1])
    found = []
    for mention in mentions:
        name = _PART.match(context.text, mention.end, span[1])
        if name is None or not _MONEY.search(name["name"]):
            return []
        part = replace(whole, label=name["name"], amounts=(mention.amount,), span=(mention.start, name.end()))
        found.append(part)
    return found


def with_single_sum(frames: Sequence[Frame], span: Span, context: Context) -> list[Frame] | None:
    """``签署两笔贷款协议，|一笔为1.2亿美元信贷，|另一笔为8亿元贷款``: one text with the sum of each of its parts.

    Also ``提供两笔贷款，|其中2.5亿美元用于电力，|1.8亿美元用于防洪``. Nothing is added where the whole was told before.
    """
    single = _SINGLE.match(context.text, *span)
    if single is None or len(frames) != 1 or frames[0].kind not in _OF_MONEY:
        return None
    mentions = find_money(context.text, single.end("opening"), span[1])
    if not mentions or mentions[0].start - single.end("opening") > _NEAR:
        return None
    if single["which"] is None and _SPENT_ON.match(context.text, mentions[0].end, span[1]) is None:
        return None
    frame = frames[0]
    before = context.text[frame.span[0] : span[0]]
    if len(find_money(before)) != len(frame.amounts) or frame.amounts and _SINGLE_BEFORE.search(before) is None:
        return [frame] if single["which"] else None
    return [replace(frame, amounts=(*frame.amounts, mentions[0].amount))]


def _is_meant(frame: Frame, about: str, context: Context) -> bool:
    """Whether the words before a sum name a partner of the outcome, or end as its name does (``贷款协议金额``).

    ``肯尼亚项目|贷款额`` is that of the agreement with ``肯尼亚财政部``.
    """
    if not about:
        return False
    states = {country.code for country in named_countries(about, (0, len(about)), context.names, context.mentioned)}
    named = any(
        party.name in about or _short(party.name) in about or context.names.country_of(party.name) in states
        for party in frame.partners
    )
    return named or len(about) > 1 and frame.label.endswith(about.rstrip("的"))


def _short(name: str) -> str:
    """The last characters of a long name, by which texts call it: ``法国储能企业韦尔科`` is 韦尔科."""
    return name[-3:]


def _with(frame: Frame, told: Sum, context: Context) -> Frame:
    amounts = frame.amounts + tuple(amount for amount in told.amounts if amount not in frame.amounts)
    kind = "funding" if frame.kind == "institution" and _MONEY_KIND.search(frame.label) else frame.kind
    near = told.span[0] - frame.span[1] <= _NEAR and "\n" not in context.text[frame.span[1] : told.span[0]]
    span = (frame.span[0], told.span[1]) if near else frame.span
    return replace(frame, kind=kind, amounts=amounts, span=span)
