"""The figures that running text states, sentence by sentence: who, what is counted, how many, as of when."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from silkgraph.model import Item, Qualifier
from silkgraph.parse.counted import Statement, read_clause
from silkgraph.parse.dates import DateMention, find_dates
from silkgraph.parse.figure_grammar import Clause, grammar
from silkgraph.parse.quantities import find_quantities, units
from silkgraph.recognise.brackets import Span, bracketed, depths
from silkgraph.recognise.lexicon import any_of

_SENTENCE = re.compile(r"[。！？]")
_SEGMENT = re.compile(r"[；;]")
_CLAUSE = re.compile(r"[，：]|,(?!\d{3})|——")
_KEPT_BRACKET = re.compile(r"（区、市）")
_REPORT = re.compile(r"(?:显示|表明|指出|称|预测|估计|预计|认为)$")
_FUTURE = re.compile(r"未来(?:\d+|[一二三四五六七八九十]+)年")
_BEFORE_DATE = re.compile(r"(?:其中|同时|在|，|到|截至|并|且|自|从)*$")
_ADJUNCT = re.compile(r"(?:在|按照|通过|以|作为|随着|为了|为|根据|经|从|由于|对于|针对|借助|自|当|除|面对|据|向|与|同)")
_ATTENDS = re.compile(r"(?:与会|出席|参会|参加)[^，]{0,6}$")
_NAMED = re.compile(r"^.*?(?:发起的|提出的)(?=《|“)|^将|(?:写入|纳入|列入)[^“”《》]*$")
_MADE = re.compile(r"(?:成立|设立|发起)了?(?P<what>[^，]+)$")
_HONORIFIC = re.compile(r"期间$|^本届|^本次|^此次|^该|^一个|^这一|^每年")
_PROPER = re.compile(r"[“《]|中国|中方|国家|企业|全球|世界|各国|[A-Z]")
_OWN = {"中方": "中国", "我国": "中国"}


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


@dataclass
class _Context:
    """What the sentences before have said, within a paragraph."""

    subject: str | None = None
    topic: str | None = None
    made: str | None = None
    """What the clause before founded: a clause without subject goes on about it."""
    measure: str | None = None
    as_of: str | None = None
    fresh: bool = True
    """No subject yet in this part of the sentence."""
    heard: bool = False
    """A subject in this sentence."""
    opening: bool = True
    """Nothing but adjuncts in this sentence."""


@dataclass
class _FigureReader:
    text: str
    default_subject: str
    periods: dict[str, str] = field(default_factory=dict)

    def paragraph(self, item: str, span: Span) -> Iterator[FigureMention]:
        """The figures of one paragraph."""
        text = self.text[span[0] : span[1]]
        flat = _blanked(text)
        dates = find_dates(text)
        context = _Context()
        for sentence in _pieces(flat, (0, len(flat)), _SENTENCE):
            context.as_of = context.topic = context.measure = context.made = None
            context.heard, context.opening = False, True
            for segment in _pieces(flat, sentence, _SEGMENT):
                context.fresh = True
                for part in _pieces(flat, segment, _CLAUSE):
                    yield from self._part(item, span[0], text, flat, part, dates, context)

    def _part(
        self, item: str, offset: int, text: str, flat: str, part: Span, dates: Sequence[DateMention], context: _Context
    ) -> Iterator[FigureMention]:
        """One clause, then what stands in parentheses in it."""
        self._date(text, flat, part, dates, context)
        yield from self._clause(item, offset, text[part[0] : part[1]], flat[part[0] : part[1]], part[0], context)
        for start, end in bracketed(text, part, "（"):
            inside = text[start + 1 : end - 1]
            if re.search(r"\d", inside) and not _KEPT_BRACKET.match(text, start):
                yield from self._clause(item, offset, inside, _blanked(inside), start + 1, context)

    def _date(self, text: str, flat: str, part: Span, dates: Sequence[DateMention], context: _Context) -> None:
        """What the clause says about the time: it holds until the sentence ends or says another."""
        for date in dates:
            if part[0] <= date.start < part[1] and date.role != "compared":
                lead = text[part[0] : date.start]
                if _FUTURE.search(lead) and flat[date.start] == "□":
                    self.periods[_FUTURE.search(lead).group()] = date.value  # type: ignore[union-attr]
                elif flat[date.start] == "△" and _BEFORE_DATE.fullmatch(lead):
                    context.as_of = None if date.role == "since" or date.value.startswith("--") else date.value
        if future := _FUTURE.search(flat, *part):
            context.as_of = self.periods.get(future.group())

    def _clause(
        self, item: str, offset: int, text: str, flat: str, begin: int, context: _Context
    ) -> Iterator[FigureMention]:
        quantities = find_quantities(_with_kept_brackets(text, flat))
        clause = Clause(text, flat, quantities)
        if not quantities:
            self._listen(clause, offset + begin, context)
            return
        acting: str | None = None
        for statement in read_clause(clause, context.measure):
            subjects = self._subjects(statement, clause, offset + begin, context, acting)
            if statement.role == "subject":
                acting = subjects[0]
            measure = self._measure(statement, clause, subjects[0], context)
            for subject in subjects:
                quantity = statement.quantity
                yield FigureMention(
                    item,
                    offset + begin + statement.start,
                    offset + begin + statement.end,
                    subject,
                    measure,
                    quantity.value,
                    quantity.upper,
                    statement.unit,
                    quantity.qualifier,
                    context.as_of,
                )
            if statement.attribute or (statement.role == "object" and not text.startswith("其中")):
                context.measure = measure
            if _goes_on(statement, subjects[-1]):
                self._learn(subjects[-1], context)
        if clause.subject:
            self._learn(clause.subject, context)

    # -- subjects ------------------------------------------------------------------------------

    def _listen(self, clause: Clause, position: int, context: _Context) -> None:
        """A clause without figures: it may name the subject of those to come."""
        words = clause.text[clause.start :]
        if _REPORT.search(words):
            context.subject = None
            return
        if clause.subject and not _ADJUNCT.match(words):
            if not _ATTENDS.search(words):
                self._learn(clause.subject, context)
        elif not clause.has_predicate and not _ADJUNCT.match(words) and not grammar().near.match(words):
            if _name().fullmatch(words):
                context.topic = words
                self._learn(words, context)
            elif context.opening and (begins := _begins_with_name().match(words)):
                self._learn(begins.group(), context)
        context.opening = context.opening and (_ADJUNCT.match(words) is not None or words == "")
        if made := _MADE.search(clause.flat):
            what = clause.text[made.start("what") :]
            if _name().search(what):
                context.made = what

    def _learn(self, subject: str, context: _Context) -> None:
        if (not context.fresh and _is_part(subject)) or subject.startswith("多"):
            return
        if subject.endswith(tuple(units()["names"]["states"])) and "“" not in subject:
            if not subject.startswith("中国"):
                return
            subject = "中国"
        context.subject, context.made, context.fresh, context.heard = subject, None, False, True

    def _subjects(
        self, statement: Statement, clause: Clause, position: int, context: _Context, acting: str | None
    ) -> list[str]:
        """Who a figure is about: usually one, but each of a list that ``各`` tells apart."""
        own = self._own(statement, clause, context) or acting
        if own is None and context.made:
            own = context.subject = context.made
        own = own or context.subject or self.default_subject
        if clause.flat.find("各", clause.start, statement.quantity.start) > 0 and "、" in own:
            return [self._full(name, position) for name in own.split("、")]
        return [self._full(own, position)]

    def _own(self, statement: Statement, clause: Clause, context: _Context) -> str | None:
        """The subject that the clause itself gives, if it is more than a part of what the sentence is about."""
        own = statement.subject
        if own is None and statement.role == "subject":
            return self._acted_on(statement, clause, context)
        if clause.flat[clause.start : clause.start + 1] in ("与", "同") and context.subject:
            context.subject = re.split("[与同]", context.subject, maxsplit=1)[0] or context.subject
            if own is not None and own[0] in "与同":
                return context.subject + own
        if own is None or own.startswith("其"):
            return None
        if statement.role != "subject" and context.subject and not context.fresh and _is_part(own):
            return None
        return own

    def _measure(self, statement: Statement, clause: Clause, subject: str, context: _Context) -> str:
        """What is counted, completed by what the clause leaves to those before it."""
        measure = _of_which(statement, clause, context)
        if statement.role == "subject" and statement.named and _NAMED.sub("", statement.named) == subject:
            return statement.bare
        part = statement.subject
        if statement.role == "object" and part and part != subject and _is_part(part) and not context.fresh:
            return part + measure
        return measure

    def _acted_on(self, statement: Statement, clause: Clause, context: _Context) -> str | None:
        """Whom a figure is about when the counted things are its grammatical subject."""
        if context.topic:
            return context.topic
        if other := re.search(r"(?<!参)[同与和](中国|中方)", clause.flat[clause.start :]):
            return other[1]
        named = statement.named
        if named and (re.search("[“《]", named) or (len(named) > 7 and _name().search(named))):
            return _NAMED.sub("", named)
        if not context.heard and statement.noun and not _ATTENDS.search(clause.text):
            counts_places = any(q.place for q in clause.quantities[: 1 + clause.quantities.index(statement.quantity)])
            return named if counts_places and named and len(named) < 12 else statement.noun
        return None

    def _full(self, name: str, position: int) -> str:
        """The full name that a bare 论坛 or 联盟 stands for: the last one before it."""
        name = _HONORIFIC.sub(
            "", _HONORIFIC.sub("", name.strip("，、“" if name.count("“") > name.count("”") else "，、"))
        )
        if name in _OWN:
            return _OWN[name]
        if _name().fullmatch(name) is None or len(name) > 6 or not _ending().fullmatch(name):
            return name
        found = None
        for match in re.finditer(
            rf"(?:第[一二三四五六七八九十\d]+届)?“[^“”]{{2,14}}”[\u4e00-\u9fff]{{0,12}}?{name}", self.text[:position]
        ):
            found = match.group()
        return found or name


def _of_which(statement: Statement, clause: Clause, context: _Context) -> str:
    """``其中共建国家32家`` counts what the clause before counted."""
    measure = statement.measure
    if clause.text.startswith("包括从") and context.measure:
        return f"{measure}的{context.measure}"
    if not clause.text.startswith("其中") or not context.measure:
        return measure
    if measure.startswith("包括"):
        if statement.quantity.place:
            return f"{context.measure}所属{measure[2:]}"
        return "".join(clause.noun(q) for q in clause.quantities if q.place) + measure[2:] + context.measure
    if re.fullmatch(r"[\u4e00-\u9fff]{0,4}国家", measure):
        return f"在{measure}{context.measure}"
    return measure


def _goes_on(statement: Statement, subject: str) -> bool:
    """Whether later clauses go on about this figure's subject."""
    if statement.role == "subject":
        named = _NAMED.sub("", statement.named or "")
        return named == subject and (named[:1] in ("“", "《") or _name().search(named) is not None)
    return statement.role == "attribute" and statement.subject is not None and statement.subject[0] not in "与同"


@functools.cache
def _name() -> re.Pattern[str]:
    """A phrase that ends as the names of undertakings do."""
    return re.compile(f"[^，]*(?:{any_of(units()['names']['endings'])})$")


@functools.cache
def _begins_with_name() -> re.Pattern[str]:
    """A clause that begins with a named undertaking: 肯尼亚蒙内铁路|东起…"""
    return re.compile(f"(?:“[^”]+”)?[^，的“]{{2,14}}?(?:{any_of(units()['names']['endings'])})(?=[^，的]{{2}})")


@functools.cache
def _ending() -> re.Pattern[str]:
    return re.compile(f"[\u4e00-\u9fff]{{0,3}}(?:{any_of(units()['names']['endings'])})")


def _is_part(subject: str) -> bool:
    """Whether a later clause's subject is only a part of what the sentence is about: 货物流向, 土建工程."""
    if _PROPER.search(subject) or _name().fullmatch(subject):
        return False
    return len(subject) <= 6 or subject.endswith(tuple(units()["names"]["parts"]))


def _pieces(flat: str, span: Span, marks: re.Pattern[str]) -> Iterator[Span]:
    """The pieces of a span between the marks."""
    start = span[0]
    for match in marks.finditer(flat, *span):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if span[1] > start:
        yield start, span[1]


def _blanked(text: str) -> str:
    """The text with titles, quotations and parentheses as □, dates as △, those compared with as ▽."""
    flat = "".join("□" if depth else c for c, depth in zip(text, depths(text), strict=True))
    for date in find_dates(flat):
        mark = "▽" if date.role == "compared" else "△"
        flat = flat[: date.start] + mark * (date.end - date.start) + flat[date.end :]
    return flat


def _with_kept_brackets(text: str, flat: str) -> str:
    for match in _KEPT_BRACKET.finditer(text):
        flat = flat[: match.start()] + match.group() + flat[match.end() :]
    return flat


def read_figures(text: str, items: Iterable[Item], *, default_subject: str = "中国") -> list[FigureMention]:
    """The figures that the items of a running text state, in reading order.

    Numbers in titles and quotations, dates, ordinals and vague numbers are none. ``default_subject``
    is who acts where no sentence of the paragraph names anybody.
    """
    reader = _FigureReader(text, default_subject)
    return [figure for item in items for span in item.paragraphs for figure in reader.paragraph(item.number, span)]
