"""A stretch of a source text cut where passages begin and end, each piece with the passages that cover it.

Passages overlap and lie within each other: ``与老挝、柬埔寨政府签署…`` is the passage of two outcomes and lies in
that of its item. A piece is linked to the shortest passage over it, which says the most about it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from silkgraph.pages.terms import Row


@dataclass(frozen=True, slots=True)
class Read:
    """Something that was read from a passage."""

    iri: str
    kind: str
    what: str
    passage: str
    start: int
    end: int
    item: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text without a mark inside it; ``over`` is what was read from it, the shortest passage first."""

    text: str
    over: tuple[Read, ...] = ()

    @property
    def look(self) -> str:
        """What colours the piece: ``unread`` first, then the kind of the outcome, else what was read."""
        if not self.over:
            return ""
        if any(read.what == "UnreadClause" for read in self.over):
            return "unread"
        return self.over[0].kind or self.over[0].what.lower()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source; ``number`` counts from 1 in the whole text."""

    number: int
    pieces: tuple[Piece, ...]


def reads_of(rows: Iterable[Row]) -> list[Read]:
    """What rows with ``read``, ``class``, ``passage``, ``start`` and ``end`` tell."""
    return [
        Read(
            row["read"].value,
            row["kind"].value.rpartition("/")[2] if "kind" in row else "",
            row["class"].value.rpartition("#")[2],
            row["passage"].value,
            int(row["start"].value),
            int(row["end"].value),
            row["item"].value if "item" in row else "",
        )
        for row in rows
    ]


def marked(text: str, start: int, end: int, reads: Iterable[Read]) -> list[Line]:
    """The lines of ``text[start:end]``, cut into pieces."""
    within = [read for read in reads if read.start < end and read.end > start]
    cuts = sorted({start, end, *(min(max(at, start), end) for read in within for at in (read.start, read.end))})
    by_length = sorted(within, key=lambda read: (read.end - read.start, read.start, read.iri))
    lines: list[Line] = []
    pieces: list[Piece] = []
    number = text.count("\n", 0, start) + 1
    for begin, stop in zip(cuts, cuts[1:], strict=False):
        over = tuple(read for read in by_length if read.start <= begin and read.end >= stop)
        for at, part in enumerate(text[begin:stop].split("\n")):
            if at:
                lines.append(Line(number, tuple(pieces)))
                number, pieces = number + 1, []
            if part := part.rstrip("\r"):
                pieces.append(Piece(part, over))
    lines.append(Line(number, tuple(pieces)))
    return [line for line in lines if any(piece.text.strip() for piece in line.pieces)]


def share_read(reads: Iterable[Read], length: int) -> float:
    """How much of a text lies in passages from which something was read."""
    covered = set[int]()
    for read in reads:
        if read.what != "UnreadClause":
            covered.update(range(read.start, read.end))
    return len(covered) / length if length else 0.0
