"""Which layout a document has that nobody has described."""

from __future__ import annotations

from collections.abc import Sequence

from silkgraph.read.blocks import Block
from silkgraph.read.numbering import ENUMERATION
from silkgraph.read.roles import Role, roles_of, straight_ranks
from silkgraph.read.words import words

CHAPTER = 1
"""The rank of 一、."""
FEWEST_ENTRIES = 3
LENGTH_OF_A_PARAGRAPH = 60
"""Entries longer than this on average are paragraphs of a statement, not lines of a list."""
MOST_WITH_SENTENCES = 1 / 10
"""The part of a list's entries that may hold a second sentence."""


def recognise(blocks: Sequence[Block]) -> str:
    """The name of the layout: what the numbers stand before, and how much stands unnumbered between them.

    A list of bare titles is a ``straight-list`` even if its numbers begin anew in each section, for that
    layout takes the numbers as it finds them; a straight list of sentences is ``plain``.
    """
    roles = roles_of(blocks)
    headings = _with_role(blocks, roles, "numbered heading")
    entries = [block for block in _with_role(blocks, roles, "entry") if block.mark and block.mark.rank != ENUMERATION]
    if _is_white_paper(blocks, roles, headings):
        return "white-paper"
    if _is_statement(entries):
        return "statement"
    if len(entries) >= FEWEST_ENTRIES and _unnumbered(blocks, roles) <= len(entries) / 3:
        if 2 * sum(block.is_sentence for block in entries) < len(entries):
            return "straight-list"
        is_list = headings and not straight_ranks(blocks, "as found") and not _tells(entries)
        return "sectioned-list" if is_list else "plain"
    if not entries and len(headings) >= FEWEST_ENTRIES and _are_reports(headings):
        return "subforums"
    return "plain"


def _with_role(blocks: Sequence[Block], roles: Sequence[Role], wanted: Role) -> list[Block]:
    return [block for block, role in zip(blocks, roles, strict=True) if role == wanted]


def _is_white_paper(blocks: Sequence[Block], roles: Sequence[Role], headings: Sequence[Block]) -> bool:
    """Chapters under headings, and a preface, a closing word or boxes."""
    frame = words().preface | words().conclusion
    framed = any(block.said in frame for block in _with_role(blocks, roles, "heading"))
    chapters = [block for block in headings if block.mark and block.mark.rank <= CHAPTER]
    return len(chapters) > 1 and (framed or "box" in roles)


def _is_statement(entries: Sequence[Block]) -> bool:
    """Numbered paragraphs: 一、 before whole paragraphs."""
    paragraphs = [block for block in entries if block.mark and block.mark.rank == CHAPTER]
    length = sum(len(block.said) for block in paragraphs)
    return len(paragraphs) > FEWEST_ENTRIES and length > LENGTH_OF_A_PARAGRAPH * len(paragraphs)


def _tells(entries: Sequence[Block]) -> bool:
    """Whether the entries are prose: several of them go on after their first sentence."""
    return sum("。" in block.said[:-1] for block in entries) > MOST_WITH_SENTENCES * len(entries)


def _unnumbered(blocks: Sequence[Block], roles: Sequence[Role]) -> int:
    """How many unnumbered sentences stand after the first number."""
    first = next((index for index, block in enumerate(blocks) if block.mark), len(blocks))
    return sum(role == "text" and block.is_sentence for block, role in list(zip(blocks, roles, strict=True))[first:])


def _are_reports(headings: Sequence[Block]) -> bool:
    """One rank of headings, most of which name a subject and say what became of it (政策沟通：形成60多项成果)."""
    ranks = {block.mark.rank for block in headings if block.mark}
    return len(ranks) == 1 and sum("：" in block.title for block in headings) > len(headings) / 2
