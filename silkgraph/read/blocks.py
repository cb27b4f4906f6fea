"""A normalised text as a row of blocks: headings, numbered lines and paragraphs, without what is not text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from silkgraph.read.numbering import BULLETS, WEAK_BULLETS, Mark, read_box, read_mark
from silkgraph.read.words import LONGEST_FURNITURE, Words, words
from silkgraph.values import dataclass, replace

LONGEST_TITLE = 60
SENTENCE_MARKS = tuple("。！？；：…!?;")
CLOSERS = "”’）》)"
"""What may stand behind the mark that ends a sentence."""
HASHES = re.compile(r"(#+)\s*")
BULLET = re.compile(rf"[{WEAK_BULLETS}]\s*(?=[\u3400-\u9fff“《])|[{BULLETS}]\s*(?=[\u3400-\u9fff“《（\w])")
ENTRY_END = re.compile(r"[；。](?=[第其（(一二三四五六七八九十\d①-⑳])")
LONGEST_MARK = 12
LEADERS = " \t\u3000.…·。"
DEEPEST = 6
"""The depth of the deepest heading that Markdown has."""


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the normalised text that says something.

    ``start`` and ``end`` are the span of what it says, number included; ``body`` is where what
    follows the number begins, and in a sentence also what follows the dateline. ``hashes`` is the
    depth of a Markdown heading, 0 for other lines. ``position`` counts paragraphs from 1, as ``pN``
    does: headings with ``#`` are not counted.
    """

    start: int
    end: int
    body: int
    hashes: int
    position: int
    said: str
    mark: Mark | None = None
    box: Mark | None = None

    @property
    def title(self) -> str:
        """What it says after its number."""
        return self.said[self.body - self.start :]

    @property
    def is_sentence(self) -> bool:
        """It ends as a sentence does, or is too long for a title."""
        return _ends_sentence(self.said) or len(self.said) > LONGEST_TITLE

    @property
    def is_bare_heading(self) -> bool:
        """A Markdown heading without a number."""
        return self.hashes > 0 and self.mark is None and self.box is None


@lru_cache(maxsize=1)
def split_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a normalised text, less a table of contents, captions, and what the web page added.

    Those of the text in hand are kept: its layout is recognised in them, then its items and its preamble are read.
    """
    known = words()
    kept = (block for block in _blocks(text) if not known.is_furniture(block.said))
    return tuple(_without_contents(list(kept), known))


def _blocks(text: str) -> Iterator[Block]:
    offset = _after_front_matter(text)
    position = sum(bool(line.strip()) and not line.startswith("#") for line in text[:offset].split("\n"))
    for line in text[offset:].split("\n"):
        said = line.strip()
        if said:
            start = offset + line.index(said[0])
            heading = HASHES.match(said)
            if not heading:
                position += 1
            skipped = heading or BULLET.match(said)
            lead = skipped.end() if skipped else 0
            hashes = _hashes(heading, said)
            for begin, end in _entries(said[lead:]) if said[lead:] else ():
                yield _block(said[lead + begin : lead + end], start + lead + begin, hashes, position)
        offset += len(line) + 1


def _entries(said: str) -> Iterator[tuple[int, int]]:
    """The spans of the entries of a line that counts several: ``1.…；2.…；3.…``; else the one span of the line."""
    mark = read_mark(said)
    starts = [0]
    if mark and mark.number == 1 and not mark.label:
        for end in ENTRY_END.finditer(said):
            further = read_mark(said[end.end() : end.end() + LONGEST_MARK])
            if further and (further.rank, further.number) == (mark.rank, len(starts) + 1):
                starts.append(end.end())
    yield from zip(starts, [*starts[1:], len(said)], strict=True)


def _hashes(heading: re.Match[str] | None, said: str) -> int:
    """The depth of a heading; a line of the length of a text is none, whatever it begins with."""
    return min(len(heading[1]), DEEPEST) if heading and len(said) <= LONGEST_FURNITURE else 0


def _block(said: str, start: int, hashes: int, position: int) -> Block:
    box = read_box(said) if not _ends_sentence(said) else None
    mark = None if box else read_mark(said)
    number = box or mark
    block = Block(start, start + len(said), start + (number.length if number else 0), hashes, position, said, mark, box)
    if hashes:
        return replace(block, position=0)
    return replace(block, body=block.body + words().lead(block.title)) if block.is_sentence else block


def _ends_sentence(said: str) -> bool:
    return said.rstrip(CLOSERS).endswith(SENTENCE_MARKS)


def _after_front_matter(text: str) -> int:
    """Where the text begins after the ``---`` block that some web pages are stored with."""
    match = re.match(r"\s*---\n(?:[A-Za-z_]+\s*[:：].*\n)+---\n", text)
    return match.end() if match else 0


def _without_contents(blocks: list[Block], known: Words) -> Iterator[Block]:
    """Leave out a table of contents: it ends where its first heading comes again, or where sentences begin."""
    listed: set[str] | None = None
    for block in blocks:
        entry = block.said.rstrip("0123456789").rstrip(LEADERS)
        if listed is None and block.said in known.contents:
            listed = set()
        elif listed is not None and not (entry in listed or _ends_sentence(block.said)):
            listed.add(entry)
        else:
            listed = None
            yield block
