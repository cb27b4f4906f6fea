"""What a reading takes for granted beyond the words of its passage.

Told from where things stand, not by the constructions: a party that stands outside the passage was carried over
(``与甲签署X，与乙签署Y``: whoever signs X also signs Y), one whose name has more than its words had its head put
back (``老挝、柬埔寨政府``), one whose name is quite another stands for something named before (``论坛``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from silkgraph.model import Assumption, Item, Kind
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.bare_titles import is_programme_of_events
from silkgraph.parse.coordination import Party
from silkgraph.recognise.brackets import Span

_PARENTHESIS = re.compile(r"（[^（）]*）$")
_BY_VERB_OR_NOUN = frozenset(("transitive", "held", "arrived", "reported"))
"""Rules that take the kind from the head noun of the object and, failing that, from the verb."""


@dataclass(frozen=True)
class Assumptions:
    """The assumptions behind the frames of one item. Make one with ``Assumptions.behind()``."""

    context: Context
    item: Item
    alike: Counter[tuple[Kind, str, Span]]
    """How many frames have this kind, label and passage."""

    @classmethod
    def behind(cls, frames: Sequence[Frame], item: Item, context: Context) -> Assumptions:
        """The assumptions behind ``frames``, all that were read from ``item``."""
        return cls(context, item, Counter((frame.kind, frame.label, frame.span) for frame in frames))

    @cached_property
    def sentences(self) -> Sequence[Span]:
        """The item's sentences in reading order; what ``；`` joins is one."""
        return [span for paragraph in self.item.paragraphs for span in _joined(paragraph, self.context)]

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [start for start, _ in self.sentences]

    def of(self, frame: Frame) -> tuple[Assumption, ...]:
        """What one of the frames takes for granted, each thing once, in alphabetical order."""
        return tuple(sorted(set(self._all(frame))))

    def _all(self, frame: Frame) -> Iterator[Assumption]:
        for party in (*frame.initiators, *frame.partners):
            yield from self._party(party, frame)
        if self.alike[frame.kind, frame.label, frame.span] > 1:
            yield "one-with-each"
        if frame.rule in _BY_VERB_OR_NOUN and frame.kind != "agreement" and not self._has_head(frame):
            yield "kind-from-verb"
        if frame.status == "announced" and not self._is_announced(frame):
            yield "status-from-heading" if is_programme_of_events(self.item.headings) else "status-from-before"

    def _sentence(self, frame: Frame) -> Span:
        """The sentence that a frame stands in."""
        at = bisect_right(self._starts, frame.span[0]) - 1
        if at < 0:
            return frame.span
        start, end = self.sentences[at]
        return start, max(end, frame.span[1])

    def _party(self, party: Party, frame: Frame) -> Iterator[Assumption]:
        """Whether a party stands in the passage, before it, or nowhere in the item, and under another name."""
        words = self.context.words((party.start, party.end))
        if not words or not self.item.start <= party.start < self.item.end:
            yield "party-from-context"
        elif not frame.span[0] <= party.start < frame.span[1]:
            start, end = self._sentence(frame)
            yield "party-from-clause" if start <= party.start < end else "party-from-sentence"
        if words and party.name not in words:
            head_added = party.name.startswith(words)
            yield "head-restored" if head_added else "reference-resolved"

    def _has_head(self, frame: Frame) -> bool:
        return self.context.lexicon.head(_PARENTHESIS.sub("", frame.label)) is not None

    def _is_announced(self, frame: Frame) -> bool:
        """Whether a word of the sentence, up to the end of the passage, says that something is to come."""
        words = self.context.words((self._sentence(frame)[0], frame.span[1]))
        return self.context.grammar.modality.announced.search(words) is not None


def _joined(paragraph: Span, context: Context) -> list[Span]:
    """The sentences of a paragraph, those that ``；`` joins as one."""
    result: list[Span] = []
    for start, end in context.sentences(paragraph):
        if start >= end:
            continue
        if result and context.words((result[-1][1], start)).strip() == "；":
            result[-1] = (result[-1][0], end)
        else:
            result.append((start, end))
    return result
