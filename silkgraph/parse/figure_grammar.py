"""The parts of a clause that states figures: its subject, its predicate, and the nouns after its numbers."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from silkgraph.parse.quantities import Quantity, patterns_of, units
from silkgraph.recognise.lexicon import any_of
from silkgraph.recognise.patterns import watchful

Span = tuple[int, int]

_LEAD = re.compile(
    r"(?:其中|同时|此外|另外|目前|如今|当前|近年来|今年|△+的?|(?:于|自|在|到)(?=△)|截至|未来\d+年□*|近?\d+[多余]?年来|[，、：]|并(?!网)|且|"
    r"例如|据此|从长期看|包括(?=从)|每(?=降|增|提|减))+"
)
TRAILING = re.compile(r"(?:[了着的、和及与等]|(?<!通)过|以及)+$")
_LISTED = re.compile(r"[^，]*、[^，]*等(?:国家?|地区|区域)?$|[^，、]{2,}等$")
EXTENT = re.compile(r"(?:时速|全长|总长|水深|海拔)$")
_IN_BRACKETS = re.compile(r"(?<!省)（[^（）]*）$")
_MODIFIER = 14


@dataclass(frozen=True)
class Grammar:
    """The patterns of ``units.toml``, compiled once."""

    verb: re.Pattern[str]
    near: re.Pattern[str]
    over: re.Pattern[str]
    adverb: re.Pattern[str]
    preposition: re.Pattern[str]
    joining: re.Pattern[str]
    linking: re.Pattern[str]
    attribute: re.Pattern[str]
    change: re.Pattern[str]
    region: re.Pattern[str]
    kept: tuple[str, ...]
    last_nouns: tuple[str, ...]


@functools.cache
def grammar() -> Grammar:
    """The grammar of figures, read from ``extract/lexicon/units.toml`` once."""
    table = units()
    predicates, adverbs, prepositions = table["predicates"], table["adverbs"], table["prepositions"]
    return Grammar(
        verb=watchful(patterns_of(predicates["strong"])),
        near=re.compile(patterns_of(predicates["near"])),
        over=watchful(patterns_of([*predicates["other"], *adverbs["words"]])),
        adverb=watchful(patterns_of(adverbs["words"])),
        preposition=watchful(patterns_of([*prepositions["words"], *prepositions["joining"]])),
        joining=re.compile(patterns_of(prepositions["joining"])),
        linking=re.compile(f"(?<!通)(?:{any_of(table['linking']['words'])})+了?$"),
        attribute=re.compile(f"(?:{any_of(table['attributes']['words'])})+$"),
        change=re.compile(any_of(table["change"]["words"])),
        region=re.compile(f"(?:{any_of(table['regions']['words'])}|[、和及的□])+$"),
        kept=tuple(adverbs["kept"]),
        last_nouns=tuple(table["nouns"]["last"]),
    )


class Clause:
    """A clause: ``text``, and ``flat``, the same with titles, quotations and dates blanked.

    ``start`` is where it begins after 其中, 截至… and the like; ``subject`` is its own grammatical
    subject, None where it has none before the first quantity or verb.
    """

    def __init__(self, text: str, flat: str, quantities: Sequence[Quantity] = ()) -> None:
        self.text, self.flat, self.quantities = text, flat, tuple(quantities)
        lead = _LEAD.match(flat)
        self.start = lead.end() if lead else 0
        self.limit = self.quantities[0].start if self.quantities else len(flat)
        self.has_predicate = False
        self._noun_ends: dict[int, int] = {}
        self.subject = self._subject()

    def _subject(self) -> str | None:
        """The words before the first verb, adverb or preposition; after 的 where that verb is in a relative clause."""
        begin = self.start
        first = self._predicate(begin)
        if first is None:
            return None
        self.has_predicate = True
        end = first[0]
        if first[2] and self.flat[first[1] : first[1] + 1] != "了":
            of = self.flat.find("的", first[1], self.limit)
            later = self._predicate(of + 1) if of > 0 else None
            if later is not None and later[0] > of + 1:
                begin, end = of + 1, later[0]
        name = TRAILING.sub("", self.text[begin:end])
        return name if len(name) > 1 else None

    def _predicate(self, begin: int) -> tuple[int, int, bool] | None:
        """The first adverb, verb or preposition from ``begin``: its span, and whether it is a verb."""
        rules = grammar()
        found = [
            (*m.span(), is_verb)
            for pattern, is_verb in ((rules.verb, True), (rules.over, False))
            if (m := pattern.search(self.flat, begin, self.limit))
        ]
        for match in rules.preposition.finditer(self.flat, begin, self.limit):
            joining = rules.joining.match(self.flat, match.start(), self.limit)
            if not joining or match.start() == begin or self.narrows(match.end(), self.limit):
                found.append((*match.span(), False))
                break
        return min(found, default=None)

    def narrows(self, begin: int, end: int) -> bool:
        """Whether the words between a preposition and a quantity only narrow it: 五大洲的, 希腊、埃及等, or nothing."""
        quantity = next((q for q in self.quantities if q.start == end), None)
        words = self.flat[begin:end]
        if quantity is None or words == "":
            return quantity is not None
        if quantity.sort != "count" or grammar().linking.search(words):
            return False
        if _LISTED.fullmatch(words) or grammar().region.fullmatch(words):
            return True
        if grammar().verb.search(words):
            return False
        return len(words) <= _MODIFIER and ("的" not in words or words.endswith("的")) and self.noun(quantity) != ""

    def noun_end(self, quantity: Quantity) -> int:
        """Where the noun phrase after a quantity ends: before the next verb, comma or quantity."""
        if quantity.start not in self._noun_ends:
            self._noun_ends[quantity.start] = self._noun_end(quantity)
        return self._noun_ends[quantity.start]

    def _noun_end(self, quantity: Quantity) -> int:
        begin = quantity.noun_end
        if quantity.place or (quantity.noun_end > quantity.end):
            return begin
        later = (q.start for q in self.quantities if q.start > quantity.start and not self.is_extent(q))
        limit = min(later, default=len(self.flat))
        if limit < len(self.flat) and (comma := self.flat.find("、", begin, limit)) >= 0:
            limit = comma
        end = self._phrase_end(begin, limit)
        return begin + len(TRAILING.sub("", self.flat[begin:end]))

    def _phrase_end(self, begin: int, limit: int) -> int:
        """Before the next verb, but a verb that 的 turns into an attribute belongs to the phrase."""
        first = self._break(begin, limit)
        if first is None:
            return limit
        of = self.flat.find("的", first[1], limit)
        later = self._break(of + 1, limit) if of > 0 else None
        return later[0] if later is not None and later[0] > of + 1 else first[0]

    def _break(self, begin: int, limit: int) -> Span | None:
        rules = grammar()
        found = [m.span() for p in (rules.verb, rules.adverb) if (m := p.search(self.flat, begin, limit))]
        for match in rules.preposition.finditer(self.flat, begin, limit):
            joining = rules.joining.fullmatch(match.group())
            if match.group() != "和" and (not joining or rules.verb.search(self.flat, match.end(), limit)):
                found.append(match.span())
                break
        return min(found, default=None)

    def is_extent(self, quantity: Quantity) -> bool:
        """Whether a quantity only describes the thing named after it: 时速|120公里|的线路."""
        return (
            self.flat[quantity.end : quantity.end + 1] == "的"
            and EXTENT.search(self.flat, 0, quantity.start) is not None
        )

    def noun(self, quantity: Quantity) -> str:
        """The counted noun, that of the unit (个|国家) or the one after the measure word."""
        end = self.noun_end(quantity)
        if quantity.unit.startswith("大") and end == quantity.end:
            return quantity.unit[1:]
        inner = max(
            (q.end + 1 for q in self.quantities if quantity.end < q.start < end and self.is_extent(q)),
            default=quantity.end,
        )
        return _IN_BRACKETS.sub("", self.text[inner:end].removeprefix("的"))

    def without_numbers(self, start: int, end: int) -> str:
        """The words of a span without its numbers and measure words, and without 了."""
        pieces, position = [], start
        for quantity in self.quantities:
            if start <= quantity.start < end:
                pieces.append(self.text[position : quantity.start])
                position = max(position, min(end, quantity.end))
        pieces.append(self.text[position:end])
        return re.sub(r"(?<=\S)了(?!解)", "", "".join(pieces)).strip("，、。；：,")


def without_adverbs(words: str) -> str:
    """A predicate without its leading adverbs, save those that belong to what is counted (累计, 连续)."""
    rules = grammar()
    kept = ""
    while match := rules.adverb.match(words):
        if match.group() in rules.kept:
            kept += match.group()
        words = words[match.end() :]
    return kept + words


def short_predicate(words: str, longest: int) -> str:
    """A predicate from its verb on, with its object if that is not longer than ``longest``."""
    words = without_adverbs(words)
    match = grammar().verb.search(words)
    if match is None:
        return words
    return words[match.start() :] if len(words) - match.end() <= longest else match.group()
