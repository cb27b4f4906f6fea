"""The quantities that running text states: ``150多个国家``, ``近2.9万亿美元``, ``2.8%—9.7%``, ``500万标箱以上``."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Literal

from silkgraph.locations import knowledge
from silkgraph.model import Qualifier
from silkgraph.parse.money import find_money
from silkgraph.parse.numerals import HEDGE, WRITTEN_NUMBER, qualifier_of, read_number, read_range
from silkgraph.recognise.lexicon import any_of, read_table
from silkgraph.recognise.patterns import watchful
from silkgraph.values import dataclass

Sort = Literal["count", "money", "percent", "unit"]


_DIGIT = re.compile(r"[\d两三四五六七八九十百千万亿]")
"""Without one of these a text states no quantity; 一 alone is none."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit.

    ``start`` to ``end`` are hedge, number and measure word; ``noun_end`` is where the noun ends that
    belongs to the unit (``个国家``), else it equals ``end``. ``place`` tells that this noun is one
    that something happens in or with (a country, an organisation).
    """

    start: int
    end: int
    noun_end: int
    sort: Sort
    value: Decimal
    upper: Decimal | None
    unit: str
    qualifier: Qualifier
    place: bool = False


@functools.cache
def units() -> dict[str, Any]:
    """The tables of ``extract/lexicon/units.toml``."""
    return read_table(knowledge("extract") / "lexicon" / "units.toml")


def patterns_of(words: Iterable[str]) -> str:
    """An alternation of regular expressions, the longest first."""
    return "|".join(sorted(set(words), key=lambda word: (-len(word), word)))


@functools.cache
def _quantity() -> re.Pattern[str]:
    table = units()
    counters, measures, never = table["counters"], table["units"], table["never"]
    always = any_of([*counters["any"], *counters["own"], *measures["words"]])
    return watchful(
        rf"(?<![{''.join(never['before'])}零〇一二两三四五六七八九十百千万亿])(?P<hedge>{HEDGE})?(?!{patterns_of(never['whole'])})"
        rf"(?:(?<![\d.])(?=\d)|(?!\d))(?P<number>{WRITTEN_NUMBER})"
        rf"(?:[%％]?[—–－\-~～至](?P<upper>{WRITTEN_NUMBER}))?"
        rf"(?:(?P<percent>[%％])|(?P<tenths>成(?![立员果为本功熟长就交]))|(?P<counter>{always})|(?P<digits>{any_of(counters['digits'])})"
        rf"|(?P<length>{any_of(measures['measured'])})(?![来前后代度])"
        rf")(?P<after>以上|左右)?"
    )


@functools.cache
def _nouns() -> re.Pattern[str]:
    """The nouns that belong to the unit 个."""
    nouns = units()["nouns"]
    return re.compile(f"(?P<place>{any_of(nouns['places'])})|(?:{any_of(nouns['after_ge'])})")


@functools.cache
def _measured_after() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(units()['units']['measured_after'])})(?:{HEDGE})?$")


def may_state_quantities(text: str) -> bool:
    """Whether a text has a digit, so that it is worth reading for quantities."""
    return _DIGIT.search(text) is not None


def find_quantities(text: str, start: int = 0, end: int | None = None) -> tuple[Quantity, ...]:
    """The quantities between ``start`` and ``end``, in order; sums of money among them.

    The caller has blanked what is not to be read: titles, quotations, dates. Ordinals (第71届),
    vague numbers (数十个) and the indefinite 一个 are none.
    """
    stop = len(text) if end is None else end
    if not _DIGIT.search(text, start, stop):
        return ()
    found = [
        Quantity(m.start, m.end, m.end, "money", m.amount.value, m.upper, m.amount.currency, m.qualifier)
        for m in find_money(text, start, stop)
    ]
    taken = [(q.start, q.end) for q in found]
    for match in _quantity().finditer(text, start, stop):
        if not any(a < match.end() and match.start() < b for a, b in taken):
            quantity = _read(text, match, stop)
            if quantity is not None:
                found.append(quantity)
    return tuple(sorted(found, key=lambda q: q.start))


def _read(text: str, match: re.Match[str], stop: int) -> Quantity | None:
    number = read_number(match["number"])
    if number is None or (match["digits"] and number.digits == "chinese"):
        return None
    if match["length"] and not _measured_after().search(text, 0, match.start("number")):
        return None
    value, upper = read_range(number, read_number(match["upper"]) if match["upper"] else None)
    qualifier = qualifier_of(match["hedge"] or "", number.more, match["after"] or "")
    start, end = match.span()
    if match["percent"]:
        return Quantity(start, end, end, "percent", value, upper, "%", qualifier)
    if match["tenths"]:
        return Quantity(start, end, end, "percent", value * 10, upper and upper * 10, "%", qualifier)
    unit = match["counter"] or match["digits"] or match["length"]
    noun = _nouns().match(text, end, stop) if unit == "个" else None
    if noun is not None and _ends(text, noun.end(), stop):
        is_place = noun["place"] is not None
        return Quantity(start, end, noun.end(), "count", value, upper, unit + noun.group(), qualifier, is_place)
    sort: Sort = "unit" if unit in units()["units"]["words"] or match["length"] else "count"
    return Quantity(start, end, end, sort, value, upper, unit, qualifier)


@functools.cache
def _boundary() -> re.Pattern[str]:
    table = units()
    words = [*table["predicates"]["strong"], *table["predicates"]["near"], *table["adverbs"]["words"]]
    words += [*table["prepositions"]["words"], *table["prepositions"]["joining"]]
    return re.compile(rf"{patterns_of(words)}|[的、，,；。：）)□]|等|以|及|之|{HEDGE}?\d")


def _ends(text: str, position: int, stop: int) -> bool:
    """Whether a noun phrase ends here: ``国家|签署`` but not ``国家|标准化机构``."""
    return position >= stop or _boundary().match(text, position, stop) is not None
