"""What each block is to the ones after it: a heading over them, an entry of its own, or text; and how numbers join.

``三、`` may stand over a chapter or before a sentence, ``（三）`` may start anew in every chapter or run
straight through the document: neither shows in the line itself, only beside the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from silkgraph.read.blocks import LONGEST_TITLE, Block
from silkgraph.read.numbering import ENUMERATION, Mark

Role = Literal["title", "heading", "numbered heading", "entry", "box", "text"]
Numbers = Literal["joined", "straight", "as found"]


def roles_of(blocks: Sequence[Block]) -> tuple[Role, ...]:
    """The role of each block."""
    roles: list[Role] = []
    last_at_rank: dict[int, tuple[Role, Block]] = {}
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        role = _role(block, following, last_at_rank, is_first=index == 0)
        if block.mark:
            last_at_rank[block.mark.rank] = role, block
        roles.append(role)
    return tuple(roles)


def _role(block: Block, following: Block | None, last: dict[int, tuple[Role, Block]], is_first: bool) -> Role:
    if block.box:
        return "box"
    if block.mark:
        return "numbered heading" if _is_over(block, block.mark, following, last) else "entry"
    if block.hashes:
        return "title" if is_first else "heading"
    return "text"


def _is_over(block: Block, mark: Mark, following: Block | None, last: dict[int, tuple[Role, Block]]) -> bool:
    """Whether a numbered line is a heading: no sentence, with text or deeper numbers under it."""
    if block.is_sentence or mark.rank == ENUMERATION or following is None:
        return False
    if following.mark:
        return following.mark.rank > mark.rank
    if following.is_bare_heading:
        return False
    role, sibling = last.get(mark.rank, ("heading", block))
    return not (role == "entry" and not sibling.is_sentence and len(sibling.said) <= LONGEST_TITLE)


def straight_ranks(blocks: Sequence[Block], numbers: Numbers) -> frozenset[int]:
    """The ranks whose numbers run straight through the document, over the borders of chapters."""
    if numbers == "joined":
        return frozenset()
    marked = list(_with_parents(blocks))
    ranks = sorted({rank for rank, _, _ in marked})
    return frozenset(rank for rank in ranks if _runs_straight(rank, marked, at_least=1 if numbers == "straight" else 2))


def _with_parents(blocks: Sequence[Block]) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """The rank and number of each block whose number is not whole in itself, and the numbers it stands under."""
    path: list[Mark] = []
    for block in blocks:
        if block.mark:
            path = [mark for mark in path if mark.rank < block.mark.rank]
            if not block.mark.label:
                yield block.mark.rank, block.mark.number, tuple(mark.number for mark in path)
            path.append(block.mark)


def _runs_straight(rank: int, marked: Sequence[tuple[int, int, tuple[int, ...]]], at_least: int) -> bool:
    numbers = [number for other, number, _ in marked if other == rank]
    parents = {parent for other, _, parent in marked if other == rank}
    rising = all(earlier < later for earlier, later in zip(numbers, numbers[1:], strict=False))
    return rising and len(parents) >= at_least and parents != {()}
