"""The figures that running text states: of whom, what is counted, how many, as of when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from decimal import Decimal
from typing import NamedTuple

from silkgraph.model import Item, Qualifier
from silkgraph.parse.counted import read_clause
from silkgraph.parse.dates import DateMention, find_dates
from silkgraph.parse.figure_grammar import Clause
from silkgraph.parse.quantities import Quantity, find_quantities, may_state_quantities
from silkgraph.parse.topics import Topics, quoted_names
from silkgraph.recognise.brackets import LONGEST_SENTENCE, Span, bounded, bracketed, depths
from silkgraph.values import dataclass

_SENTENCE = re.compile(r"[。！？\n]")
_SEGMENT = re.compile(r"[；;]")
_CLAUSE = re.compile(r"[，：]|,(?!\d{3})|——")
_UNIT_IN_BRACKETS = re.compile(r"（区、市）")
_FUTURE = re.compile(r"未来(?:\d+|[一二三四五六七八九十]+)年")
_INSIDE = re.compile(rb"[^\0]+")
"""Where the depths tell that brackets are."""
_BEFORE_DATE = re.compile(r"(?:其中|同时|在|，|到|截至|并|且|自|从)*")


@dataclass(frozen=True, slots=True)
class FigureMention:
    """A figure in a text; ``start`` and ``end`` are offsets in the text that was read."""

    item: str
    start: int
    end: int
    subject: str
    measure: str
    value: Decimal
    upper: Decimal | None
    unit: str
    qualifier: Qualifier
    as_of: str | None


def read_figures(text: str, items: Iterable[Item], *, default_subject: str = "中国") -> list[FigureMention]:
    """The figures that the items of a running text state, in reading order.

    Numbers in titles and quotations, dates, ordinals and vague numbers are none. ``default_subject``
    is who acts where no sentence of the paragraph names anybody.
    """
    periods: dict[str, str] = {}
    found: list[FigureMention] = []
    quoted = quoted_names(text)
    for item in items:
        for span in item.paragraphs:
            topics = Topics(text, quoted, default_subject)
            found += _Paragraph.of(text, item.number, span, topics, periods).figures()
    return found


class _Words(NamedTuple):
    """Words to be read for figures: ``text``, ``flat`` (see ``_Paragraph``), and where they begin in the paragraph."""

    text: str
    flat: str
    begin: int
    quantities: tuple[Quantity, ...]

    @classmethod
    def of(cls, text: str, flat: str, begin: int) -> _Words:
        return cls(text, flat, begin, find_quantities(_with_unit_brackets(text, flat)))


class _CountedClause(NamedTuple):
    """A clause, and what stands in parentheses in it, with the quantities of each."""

    span: Span
    parts: tuple[_Words, ...]
    opens_sentence: bool
    opens_segment: bool

    @property
    def has_quantities(self) -> bool:
        return any(words.quantities for words in self.parts)


@dataclass
class _Paragraph:
    """One paragraph: ``flat`` is ``text`` with titles, quotations and parentheses as □ and dates as △ or ▽.

    ``periods`` are those that the document has given: 未来5年 is 2024/2028.
    """

    item: str
    offset: int
    text: str
    flat: str
    dates: tuple[DateMention, ...]
    topics: Topics
    periods: dict[str, str]
    as_of: str | None = field(default=None)

    @classmethod
    def of(cls, text: str, item: str, span: Span, topics: Topics, periods: dict[str, str]) -> _Paragraph:
        words = text[slice(*span)]
        return cls(item, span[0], words, blanked(words), find_dates(words), topics, periods)

    def figures(self) -> Iterator[FigureMention]:
        """The figures of the paragraph, in order.

        What a clause is about matters only to numbers in it or behind it: most paragraphs state none.
        """
        if not (self.dates or "（" in self.text or may_state_quantities(self.flat)):
            return
        counted = list(self._counted())
        last = max((number for number, clause in enumerate(counted) if clause.has_quantities), default=-1)
        for number, clause in enumerate(counted):
            if clause.opens_sentence:
                self.as_of = None
                self.topics.begin_sentence()
            if clause.opens_segment:
                self.topics.begin_segment()
            self._read_dates(clause.span)
            for words in clause.parts if number <= last else ():
                yield from self._clause(words)

    def _counted(self) -> Iterator[_CountedClause]:
        """The clauses of the paragraph with their quantities, in order."""
        for sentence in _pieces(self.flat, (0, len(self.flat)), _SENTENCE):
            opens_sentence = True
            for segment in _pieces(self.flat, sentence, _SEGMENT):
                opens_segment = True
                for clause in _pieces(self.flat, segment, _CLAUSE):
                    yield _CountedClause(clause, tuple(self._parts(clause)), opens_sentence, opens_segment)
                    opens_sentence = opens_segment = False

    def _parts(self, span: Span) -> Iterator[_Words]:
        """One clause, then what stands in parentheses in it."""
        yield _Words.of(self.text[slice(*span)], self.flat[slice(*span)], span[0])
        for start, end in bracketed(self.text, span, "（"):
            inside = self.text[start + 1 : end - 1]
            if not _UNIT_IN_BRACKETS.match(self.text, start):
                yield _Words.of(inside, blanked(inside), start + 1)

    def _read_dates(self, span: Span) -> None:
        """What a clause says of the time: it holds until the sentence ends or says another."""
        for date in self.dates:
            if not span[0] <= date.start < span[1]:
                continue
            before, mark = self.text[span[0] : date.start], self.flat[date.start]
            if mark == "□" and (future := _FUTURE.search(before)):
                self.periods[future.group()] = date.value
            elif mark == "△" and _BEFORE_DATE.fullmatch(before):
                self.as_of = None if date.role == "since" or date.value.startswith("--") else date.value
        if future := _FUTURE.search(self.flat, *span):
            self.as_of = self.periods.get(future.group())

    def _clause(self, words: _Words) -> Iterator[FigureMention]:
        clause = Clause(words.text, words.flat, words.quantities)
        position = self.offset + words.begin
        if not clause.quantities:
            self.topics.listen(clause)
            return
        acting: str | None = None
        for statement in read_clause(clause, self.topics.measured):
            subjects = self.topics.subjects(statement, clause, position, acting)
            acting = subjects[0] if statement.role == "subject" else acting
            measure = self.topics.measure(statement, clause, subjects[0])
            number = statement.quantity
            for subject in subjects:
                yield FigureMention(
                    item=self.item,
                    start=position + statement.start,
                    end=position + statement.end,
                    subject=subject,
                    measure=measure,
                    value=number.value,
                    upper=number.upper,
                    unit=statement.unit,
                    qualifier=number.qualifier,
                    as_of=self.as_of,
                )
            self.topics.note(statement, clause, subjects[-1], measure)
        if clause.subject:
            self.topics.learn(clause.subject)


def blanked(text: str) -> str:
    """The text with titles, quotations and parentheses as □, dates as △, those that are compared with as ▽."""
    flat = text
    for inside in _INSIDE.finditer(bytes(depths(text))):
        flat = flat[: inside.start()] + "□" * (inside.end() - inside.start()) + flat[inside.end() :]
    for date in find_dates(flat):
        mark = "▽" if date.role == "compared" else "△"
        flat = flat[: date.start] + mark * (date.end - date.start) + flat[date.end :]
    return flat


def _with_unit_brackets(text: str, flat: str) -> str:
    """``flat`` with the parentheses that belong to a unit: 18个省（区、市）."""
    if "（" not in text:
        return flat
    for match in _UNIT_IN_BRACKETS.finditer(text):
        flat = flat[: match.start()] + match.group() + flat[match.end() :]
    return flat


def _pieces(flat: str, span: Span, marks: re.Pattern[str]) -> Iterator[Span]:
    """The pieces of a span between the marks, none longer than a sentence may be."""
    start = span[0]
    for match in marks.finditer(flat, *span):
        if match.start() > start:
            yield from _bounded(flat, (start, match.start()))
        start = match.end()
    if span[1] > start:
        yield from _bounded(flat, (start, span[1]))


def _bounded(flat: str, piece: Span) -> Iterable[Span]:
    return (piece,) if piece[1] - piece[0] <= LONGEST_SENTENCE else bounded(flat, piece, LONGEST_SENTENCE)
