"""What a reading left out: clauses that tell an outcome by their verb and from which none was read.

The grammar and this check know nothing of each other. The check is a plain look at the words
(``extract/lexicon/coverage.toml``), generous where the grammar is careful, so that what the grammar does not
know is found too: while 开学 is no verb of the grammar, ``甲校开学`` gives nothing and is reported.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from silkgraph.locations import knowledge
from silkgraph.model import UnreadReason
from silkgraph.recognise.brackets import Span, cut, depths, trim
from silkgraph.recognise.lexicon import any_of, read_table
from silkgraph.recognise.names import Names, names
from silkgraph.recognise.patterns import watched, watchful
from silkgraph.recognise.words import is_border

_COMMA = re.compile("，")
_NEAR = 80
"""Characters around a verb that are looked at."""
_NUMBER = r"(?:\d|[一二三四五六七八九十百千万两]+(?:[个座所名家项期套台架批眼条部处场年届位]|亿|万|人))"


@dataclass(frozen=True, slots=True)
class Unread:
    """A clause that gave nothing, the verb that tells an outcome, and why it was not read."""

    span: Span
    verb: str
    reason: UnreadReason


@dataclass(frozen=True)
class Spans:
    """Stretches of a text, without overlap and in order. Make one with ``Spans.of()``."""

    spans: Sequence[Span]

    @classmethod
    def of(cls, spans: Iterable[Span]) -> Spans:
        """The stretches that ``spans`` cover together."""
        merged: list[Span] = []
        for start, end in sorted(spans):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return cls(merged)

    def touches(self, span: Span) -> bool:
        """Whether one of the stretches reaches into ``span``."""
        at = bisect_left(self.starts, span[1]) - 1
        return at >= 0 and self.spans[at][1] > span[0]

    @functools.cached_property
    def starts(self) -> Sequence[int]:
        """Where the stretches begin."""
        return [start for start, _ in self.spans]


@dataclass(frozen=True)
class Read:
    """The words that something was read from; a figure covers what there is (已举办90余期), but no pledge."""

    outcomes: Spans
    figures: Spans


@dataclass(frozen=True)
class Coverage:
    """The words that tell an outcome. Make one with ``Coverage.of()``."""

    names: Names
    certain: re.Pattern[str]
    particular: re.Pattern[str]
    telling: re.Pattern[str]
    """Either of them, to be asked before anything else."""
    giving: frozenset[str]
    aims: re.Pattern[str]
    attitudes: re.Pattern[str]
    to_come: re.Pattern[str]
    ahead: re.Pattern[str]
    """Words of what lies ahead, those of ``to_come`` among them."""
    existing: re.Pattern[str]
    nominal: re.Pattern[str]
    modified: re.Pattern[str]
    vague: re.Pattern[str]

    @classmethod
    def of(cls, names: Names) -> Coverage:
        """The words of ``coverage.toml`` and the verbs of the grammar.

        Raises:
            KnowledgeError: the file is missing or is not TOML.
        """
        table = read_table(knowledge("extract") / "lexicon" / "coverage.toml")
        unproven = frozenset(table["unproven"])
        verbs = [verb for verb in names.lexicon.verbs.values() if verb.form not in unproven]
        certain = {*table["certain"], *(verb.form for verb in verbs if not verb.strict and not verb.object)}
        particular = {*table["particular"], *(verb.form for verb in verbs if verb.strict or verb.object)}
        return cls(
            names=names,
            certain=watchful(any_of(certain - set(table["particular"]))),
            particular=watchful(any_of(particular)),
            telling=watchful(any_of({*certain, *particular})),
            giving=frozenset(table["giving"]),
            aims=watchful(table["aims"]),
            attitudes=watchful(table["attitudes"]),
            to_come=watchful(table["to_come"]),
            ahead=re.compile(f"{watched(table['to_come'])}|{table['ahead']}"),
            existing=re.compile(table["existing"]),
            nominal=re.compile(table["nominal"]),
            modified=re.compile(table["modified"]),
            vague=re.compile(table["vague"]),
        )

    def unread(self, text: str, sentences: Sequence[Span], read: Read) -> Iterator[Unread]:
        """The clauses of a paragraph's sentences that tell an outcome and touch nothing that was read."""
        has_figures = any(map(read.figures.touches, sentences))
        ahead = False  # whether what is told lies ahead, so that a number is a pledge
        for sentence in sentences:
            wished = False
            has_outcomes = read.outcomes.touches(sentence)
            for piece in cut(text, sentence, _COMMA):
                clause = trim(text, piece)
                words = text[clause[0] : clause[1]]
                if not words:
                    continue
                ahead = ahead or has_figures and self.ahead.search(words) is not None
                if has_outcomes and read.outcomes.touches(clause):
                    wished = False
                    continue
                verb = self._verb(text, clause, wished)
                is_pledge = (ahead or verb in self.giving) and not self.existing.search(words)
                if has_figures and read.figures.touches(clause) and not is_pledge:
                    wished = False
                    continue
                wished = wished or self.attitudes.search(words) is not None
                wished = wished and self.to_come.search(words) is None
                if verb:
                    known = verb in self.names.lexicon.verbs
                    yield Unread(clause, verb, "construction-not-recognised" if known else "verb-not-known")

    def _verb(self, text: str, clause: Span, wished: bool) -> str:
        """The verb by which a clause tells an outcome, or ""."""
        words = text[clause[0] : clause[1]]
        if not self.telling.search(words):
            return ""
        depth = [*depths(words)]
        known = self.names.known_spans(text, *clause)
        for begin, end in known:
            depth[begin - clause[0] : end - clause[0]] = [1] * (end - begin)
        for pattern, particular in ((self.certain, False), (self.particular, True)):
            for match in pattern.finditer(words):
                if depth[match.start()] or self._is_noun_or_aim(words, match):
                    continue
                if particular and (wished or not self._is_particular(words, match)):
                    continue
                if self._is_word(words, match):
                    return match.group()
        return ""

    def _is_word(self, words: str, match: re.Match[str]) -> bool:
        """Whether the verb is no part of other words: 通水 in 联通水平 is none."""
        near = max(0, match.start() - _NEAR), min(len(words), match.end() + _NEAR)
        return is_border(words, match.start(), near) and is_border(words, match.end(), near)

    def _is_noun_or_aim(self, words: str, match: re.Match[str]) -> bool:
        before = words[max(0, match.start() - _NEAR) : match.start()]
        after = words[match.end() : match.end() + _NEAR]
        if self.nominal.match(after) or self.vague.match(after) or self.modified.search(before):
            return True
        verb = self.names.lexicon.verbs.get(match.group())
        if verb and (verb.is_noun_before(after) or verb.is_noun_after(before)):
            return True
        return self.aims.search(before) is not None and self.to_come.search(before) is None

    def _is_particular(self, words: str, match: re.Match[str]) -> bool:
        """Whether something that has a name or a number stands behind the verb."""
        after = words[match.end() :]
        if re.search(f"[《“]|{_NUMBER}", after[:_NEAR]):
            return True
        head = self.names.lexicon.head(after)
        return head is not None and not head.weak and len(after) > len(head.form)


@functools.cache
def coverage() -> Coverage:
    """The check with the project's names and words; made once."""
    return Coverage.of(names())
