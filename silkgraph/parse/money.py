"""Sums of money: value, currency, how exact, and the upper end of a range."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from decimal import Decimal

from silkgraph.locations import knowledge
from silkgraph.model import Amount, Qualifier
from silkgraph.parse.numerals import HEDGE, WRITTEN_NUMBER, WrittenNumber, qualifier_of, read_number, read_range
from silkgraph.recognise.lexicon import any_of, read_table

_SIGNS = {
    "$": "USD",
    "US$": "USD",
    "USD": "USD",
    "€": "EUR",
    "EUR": "EUR",
    "£": "GBP",
    "¥": "CNY",
    "￥": "CNY",
    "CNY": "CNY",
    "RMB": "CNY",
}


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
def _currencies() -> dict[str, str]:
    return dict(read_table(knowledge("extract") / "lexicon" / "units.toml")["currencies"])


@functools.cache
def _pattern() -> re.Pattern[str]:
    """A sum with its currency after it (``3亿元``), or before it (``$3亿``), or a list or range that shares one."""
    after = any_of(_currencies())
    return re.compile(
        rf"(?<![数几第上零〇一二两三四五六七八九十百千万亿])(?P<hedge>{HEDGE})?(?:(?P<sign>{any_of(_SIGNS)})|人民币)?(?P<number>{WRITTEN_NUMBER})"
        rf"(?:\s*(?:—|–|－|-|~|～|至|到)\s*(?P<upper>{WRITTEN_NUMBER}))?"
        rf"(?P<currency>(?:{after})(?!首|素|旦|宝|月|老|代))?"
        rf"(?P<equivalent>或?等值(?:的)?(?:{after}|外币|外汇|当地货币|本币))?(?P<after>以上|左右)?"
    )


def find_money(text: str, start: int = 0, end: int | None = None) -> tuple[MoneyMention, ...]:
    """The sums of money between ``start`` and ``end``, in order.

    A list may share its currency (``2万亿、1.3万亿美元``). ``1000亿元等值人民币`` and
    ``10亿元或等值美元`` are sums of the currency that the number is stated in.
    """
    found: list[MoneyMention] = []
    waiting: list[tuple[re.Match[str], WrittenNumber]] = []
    for match in _pattern().finditer(text, start, len(text) if end is None else end):
        number = read_number(match["number"])
        if number is None:
            continue
        if waiting and text[waiting[-1][0].end() : match.start()] not in ("、", "和", "及"):
            waiting.clear()
        currency = _SIGNS[match["sign"]] if match["sign"] else _currencies().get(match["currency"] or "")
        if currency is None:
            if number.scale and not match["after"]:
                waiting.append((match, number))
            else:
                waiting.clear()
            continue
        found += [_mention(earlier, n, currency) for earlier, n in waiting]
        waiting.clear()
        found.append(_mention(match, number, currency))
    return tuple(found)


def _mention(match: re.Match[str], number: WrittenNumber, currency: str) -> MoneyMention:
    value, upper = read_range(number, read_number(match["upper"]) if match["upper"] else None)
    qualifier = qualifier_of(match["hedge"] or "", number.more, match["after"] or "")
    return MoneyMention(match.start(), match.end(), Amount(value, currency), qualifier, upper)
