"""Sums of money: value, currency, how exact, and the upper end of a range."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from decimal import Decimal

from silkgraph.model import Amount, Qualifier
from silkgraph.parse.numerals import HEDGE, WRITTEN_NUMBER, WrittenNumber, qualifier_of, read_number, read_range
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.currencies import currencies
from silkgraph.recognise.lexicon import any_of
from silkgraph.recognise.names import names
from silkgraph.recognise.patterns import watchful
from silkgraph.values import dataclass

_EQUIVALENT = re.compile(r"\s*(?:或|的)?等[值额](?:的)?")
_LOOSE_CURRENCY = re.compile(r"[\u4e00-\u9fff]{0,2}(?:外币|外汇|货币|本币)")
_AFTER = re.compile(r"以上|以内|以下|左右|上下")
_CODE = re.compile(r"\s?([A-Z]{3})(?![A-Za-z])")
_NEIGHBOURHOOD = 200
"""How far back a country is looked for that tells whose rupees are meant."""


@dataclass(frozen=True, slots=True)
class MoneyMention:
    """A sum of money in a text.

    ``start`` and ``end`` are those of the words, hedges (约, 以上) included. ``upper`` is the upper end
    of a range, in whole currency units like ``amount.value``.
    """

    start: int
    end: int
    amount: Amount
    qualifier: Qualifier
    upper: Decimal | None = None


@functools.cache
def _number() -> re.Pattern[str]:
    """A number or range with its hedge, and the currency where that stands before it (``US$3亿``)."""
    return watchful(
        rf"(?<![数几第上零〇一二两三四五六七八九十百千万亿])(?P<hedge>{HEDGE})?"
        rf"(?:(?P<sign>{any_of(currencies().before)}|(?<![A-Za-z])[A-Z]{{3}}(?![A-Za-z]))\s?)?(?P<number>{WRITTEN_NUMBER})"
        rf"(?:\s*(?:—|–|－|-|~|～|至|到)\s*(?P<upper>{WRITTEN_NUMBER}))?"
    )


def find_money(text: str, start: int = 0, end: int | None = None) -> tuple[MoneyMention, ...]:
    """The sums of money between ``start`` and ``end``, in order.

    A list may share its currency (``2万亿、1.3万亿美元``). ``1000亿元等值人民币`` and
    ``10亿元或等值美元`` are sums of the currency that the number is stated in.
    """
    stop = len(text) if end is None else end
    return _sums(text, start, stop) if currencies().trace.search(text, start, stop) else ()


def begins_with_money(text: str, span: Span) -> bool:
    """Whether a stretch begins with a sum: ``50亿元人民币|的发展合作项目``, ``约4亿欧元|贷款``."""
    mentions = find_money(text, *span)
    return bool(mentions) and mentions[0].start == span[0]


def ends_with_money(text: str, span: Span) -> bool:
    """Whether a stretch ends with a sum: ``甲同乙共同出资|30亿肯尼亚先令``."""
    mentions = find_money(text, *span)
    return bool(mentions) and mentions[-1].end == span[1]


@functools.lru_cache(maxsize=64)
def _sums(text: str, start: int, stop: int) -> tuple[MoneyMention, ...]:
    """The sums where a currency is written, kept for the places in hand: several rules ask of the same object."""
    found: list[MoneyMention] = []
    waiting: list[tuple[re.Match[str], WrittenNumber]] = []
    position = start
    while match := _number().search(text, position, stop):
        position = match.end()
        number = read_number(match["number"])
        if number is None:
            continue
        if waiting and text[waiting[-1][0].end() : match.start()] not in ("、", "和", "及", "至", "到"):
            waiting.clear()
        currency, finish = _currency(text, match, number, stop)
        if currency is None:
            if number.scale and not _AFTER.match(text, match.end(), stop):
                waiting.append((match, number))
            else:
                waiting.clear()
            continue
        after = _AFTER.match(text, finish, stop)
        position = after.end() if after else finish
        found += [_mention(earlier, n, currency, earlier.end(), "") for earlier, n in waiting]
        waiting.clear()
        found.append(_mention(match, number, currency, position, after.group() if after else ""))
    return tuple(found)


def _currency(text: str, match: re.Match[str], number: WrittenNumber, stop: int) -> tuple[str | None, int]:
    """The code of a sum's currency, before or after the number, and where the sum ends."""
    table = currencies()
    name = table.at(text, match.end(), stop)
    finish = match.end() + len(name or "")
    code = _CODE.match(text, match.end(), stop)
    sign = match["sign"]
    if sign:
        stated = table.before.get(sign) or (sign if sign in table.surfaces.values() else None)
        is_sum = sign[0] < "\u4e00" or number.scale or name == "元"
        if stated is not None and is_sum and name in (None, "元"):
            return stated, finish
    if name is not None:
        return table.code(name, _countries_near(text, match.start(), name)), _with_equivalent(text, finish, stop)
    if code and code[1] in table.surfaces.values():
        return code[1], code.end()
    return None, match.end()


def _with_equivalent(text: str, finish: int, stop: int) -> int:
    """Where a sum ends that has ``等值人民币`` or ``或等值的其他货币`` behind it."""
    equivalent = _EQUIVALENT.match(text, finish, stop)
    if equivalent is None:
        return finish
    name = currencies().at(text, equivalent.end(), stop)
    loose = _LOOSE_CURRENCY.match(text, equivalent.end(), stop)
    return equivalent.end() + len(name) if name else loose.end() if loose else finish


def _countries_near(text: str, position: int, name: str) -> Iterator[str]:
    """The countries named before a sum whose currency several have, the nearest first, then those after it."""
    if name in currencies().surfaces:
        return
    known = names()
    beginning = max(0, position - _NEIGHBOURHOOD)
    beginning = max(beginning, text.rfind("\n", beginning, position) + 1)
    paragraph_end = min(len(text), position + _NEIGHBOURHOOD)
    closing = text.find("\n", position, paragraph_end)
    paragraph_end = paragraph_end if closing < 0 else closing
    before = known.country_names.find(text, beginning, position)
    for start, end in [*reversed(before), *known.country_names.find(text, position, paragraph_end)]:
        code = known.countries.code(text[start:end])
        if code is not None:
            yield code


def _mention(match: re.Match[str], number: WrittenNumber, currency: str, finish: int, after: str) -> MoneyMention:
    value, upper = read_range(number, read_number(match["upper"]) if match["upper"] else None)
    qualifier = qualifier_of(match["hedge"] or "", number.more, after)
    return MoneyMention(match.start(), finish, Amount(value, currency), qualifier, upper)
