"""From the words that the engine read back to the words that the document has.

Names and labels are often no stretch of the text: 老挝政府 is put together from ``寮國、柬埔寨政府``. Each of their
parts stands somewhere in it, and is written as it is written there: 寮國政府.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from silkgraph.read.text import SourceText

Span = tuple[int, int]

SEARCHED = 200_000
"""How far into a long text a word is looked for that does not stand near."""


@dataclass(frozen=True)
class Spelling:
    """Writes words as a document does. A text in simplified characters and mainland words needs nothing."""

    text: SourceText

    @cached_property
    def is_ours(self) -> bool:
        """Whether the document is written as it is read, so that there is nothing to do."""
        return self.text.written == self.text.text

    def of(self, words: str, near: Sequence[Span]) -> str:
        """``words`` in the script and vocabulary of the document.

        Args:
            near: where they were read from, the nearest span first; each part is taken from the first that has it.
        """
        if self.is_ours:
            return words
        return "".join(self._parts(words, [*near, (0, min(len(self.text.text), SEARCHED))]))

    def _parts(self, words: str, places: Sequence[Span]) -> Iterator[str]:
        """The words in the longest parts that the text has, each as written there; a lone character last of all."""
        position = 0
        while position < len(words):
            start, end = self._longest(words[position:], places)
            if end - start:
                yield self.text.as_written(start, end)
            else:
                yield words[position]
            position += max(1, end - start)

    def _longest(self, words: str, places: Sequence[Span]) -> Span:
        """Where the text has the longest beginning of ``words``, in the first place that has two characters of it."""
        alone: Span = (0, 0)
        for place in places:
            found = self._beginning(words, place)
            if found[1] - found[0] >= min(2, len(words)):
                return found
            if alone == (0, 0):
                alone = found
        return alone

    def _beginning(self, words: str, place: Span) -> Span:
        """Where the longest beginning of ``words`` stands in ``place``; an empty span if nowhere."""
        whole = self.text.text.find(words, *place)
        if whole >= 0:
            return whole, whole + len(words)
        start, length = place[0], 0
        while length < len(words):
            found = self.text.text.find(words[: length + 1], start, place[1])
            if found < 0:
                break
            start, length = found, length + 1
        return start, start + length
