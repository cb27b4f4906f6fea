"""The items of a document as they come together, block after block."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Protocol

from silkgraph.model import Item
from silkgraph.read.blocks import Block
from silkgraph.read.numbering import ENUMERATION
from silkgraph.read.roles import Role
from silkgraph.read.words import words

LEAD = re.compile(r"[^，、：；。\d]{4,20}。(?=.)")
"""The short sentence, without commas, with which the paragraphs of a section begin (政策沟通长效机制基本形成。)."""


class Conventions(Protocol):
    """What of a layout matters here; see :class:`silkgraph.read.layout.Layout`."""

    @property
    def opening(self) -> str: ...
    @property
    def continued(self) -> bool: ...
    @property
    def closing(self) -> bool: ...
    @property
    def chapters(self) -> bool: ...
    @property
    def fragments(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Step:
    """A heading or number that stands open over the blocks that follow."""

    rank: int | None
    number: str
    title: str
    hashes: int


@dataclass(slots=True)
class Draft:
    """An item that may still grow. ``positions`` are those of its paragraphs in the document."""

    number: str
    start: int
    headings: tuple[str, ...]
    pillar: str | None
    is_heading: bool
    paragraphs: list[tuple[int, int]] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)

    def add(self, start: int, end: int, position: int) -> None:
        """Take in a paragraph."""
        self.paragraphs.append((start, end))
        self.positions.append(position)

    def item(self) -> Item:
        """The item as it is now."""
        end = self.paragraphs[-1][1]
        return Item(self.number, self.start, end, self.headings, self.pillar, tuple(self.paragraphs))


class Collection:
    """Takes in blocks with their roles, and gives the items that they make up."""

    def __init__(self, layout: Conventions, straight: frozenset[int], has_sentences: bool = True) -> None:
        self._layout = layout
        self._has_sentences = has_sentences
        self._straight = straight
        self._drafts: dict[str, Draft] = {}
        self._path: list[Step] = []
        self._current: Draft | None = None
        self._box: Draft | None = None
        self._opened = False
        self._title: Block | None = None
        self._chapters = 0

    def add(self, block: Block, role: Role) -> None:
        """Take in the next block."""
        if role == "text":
            self._add_text(block)
        elif role == "box":
            self._open_box(block)
        elif role == "title":
            self._title = block
        elif role == "heading":
            self._add_heading(block)
        else:
            self._add_numbered(block, role)

    def items(self) -> tuple[Item, ...]:
        """The items in reading order."""
        if self._layout.closing:
            self._split_off_closing()
        drafts = sorted((draft for draft in self._drafts.values() if draft.paragraphs), key=lambda draft: draft.start)
        return tuple(draft.item() for draft in drafts)

    def _draft(self, number: str, block: Block, titles: tuple[str, ...], is_heading: bool) -> Draft:
        """The draft with this number; a number that comes twice is one item."""
        known = words()
        pillar = next((code for title in reversed(titles) if (code := known.pillar(title))), None)
        return self._drafts.setdefault(number, Draft(number, block.start, titles, pillar, is_heading))

    def _titles(self) -> tuple[str, ...]:
        return tuple(step.title for step in self._path if step.title)

    def _add_numbered(self, block: Block, role: Role) -> None:
        assert block.mark is not None
        self._close_box()
        self._opened = True
        rank, own = block.mark.rank, block.mark.number
        is_heading = role == "numbered heading"
        self._leave(rank, block.hashes)
        self._path.append(Step(rank, block.mark.label or str(own), block.title if is_heading else "", block.hashes))
        if rank <= 1:
            self._chapters = own
        if any(rank < other for other in self._straight):  # a chapter over entries that count on without it
            self._current = None
            return
        draft = self._draft(self._number(), block, self._titles(), is_heading)
        if not is_heading:
            draft.add(block.body, block.end, block.position)
        self._current = draft
        if rank == ENUMERATION:
            self._path.pop()
            self._current = None if self._layout.fragments else draft

    def _leave(self, rank: int, hashes: int) -> None:
        """Close the headings and numbers that do not stand over one of this rank and depth."""
        for index, step in enumerate(self._path):
            if step.rank is not None and step.rank >= rank or step.rank is None and 0 < hashes <= step.hashes:
                del self._path[index:]
                return

    def _number(self) -> str:
        numbered = [step for step in self._path if step.rank is not None]
        alone = (i for i, step in enumerate(numbered) if step.rank in self._straight or "." in step.number)
        first = max(alone, default=0)
        return ".".join(step.number for step in numbered[first:])

    def _add_heading(self, block: Block) -> None:
        """A heading without a number: 前言 and 结束语 may have one all the same."""
        self._close_box()
        known = words()
        self._path = [step for step in self._path if 0 < step.hashes < block.hashes]
        self._path.append(Step(None, "", block.said, block.hashes))
        self._current = None
        if self._layout.chapters and block.said in known.preface | known.conclusion:
            self._opened = True
            number = "0" if block.said in known.preface else str(self._chapters + 1)
            self._current = self._draft(number, block, self._titles(), is_heading=True)
        elif any(step.rank is not None for step in self._path):
            self._current = self._drafts.get(self._number())

    def _open_box(self, block: Block) -> None:
        assert block.box is not None
        self._box = self._draft(f"box.{block.box.number}", block, (*self._titles(), block.title), is_heading=True)
        self._box.pillar = None

    def _close_box(self) -> None:
        self._box = None

    def _add_text(self, block: Block) -> None:
        if not (block.is_sentence or self._is_readable_fragment()):
            return
        if self._box and self._box.paragraphs and self._current and LEAD.match(block.said):
            self._close_box()
        draft = self._box or self._owner(block)
        if draft:
            draft.add(block.body, block.end, block.position)

    def _is_readable_fragment(self) -> bool:
        """Lines before the first sentence or number are the title's, unless the text has no sentence at all."""
        return self._layout.fragments and (self._opened or bool(self._drafts) or not self._has_sentences)

    def _owner(self, block: Block) -> Draft | None:
        """The item that an unnumbered paragraph belongs to."""
        current = self._current
        if current and (current.is_heading or self._layout.continued):
            return current
        if not self._opened and self._layout.opening != "paragraphs":
            return self._opening(block) if self._layout.opening == "zero" else None
        above = [index for index, step in enumerate(self._path) if step.rank is not None and step.title]
        if current and above and not self._straight:
            del self._path[above[-1] + 1 :]
            return self._drafts.get(self._number())
        return self._draft(f"p{block.position}", block, self._titles(), is_heading=False)

    def _opening(self, block: Block) -> Draft:
        """The item ``0``, which begins with the headline."""
        draft = self._draft("0", self._title or block, (), is_heading=False)
        if self._title and not draft.paragraphs:
            draft.add(self._title.start, self._title.end, self._title.position)
        return draft

    def _split_off_closing(self) -> None:
        """Make the paragraphs that follow the last entry items of their own (``Layout.closing``)."""
        numbered = [draft for draft in self._drafts.values() if draft.number[0].isdecimal() and draft.paragraphs]
        if len(numbered) < 3 or numbered[-1].number == "0":
            return
        last = max(numbered, key=lambda draft: draft.start)
        if self._layout.fragments and last.is_heading:
            return
        longest = max(len(draft.paragraphs) for draft in numbered if draft is not last)
        while len(last.paragraphs) > longest:
            (start, end), position = last.paragraphs.pop(), last.positions.pop()
            draft = Draft(f"p{position}", start, (), None, is_heading=False)
            draft.add(start, end, position)
            self._drafts[draft.number] = draft
