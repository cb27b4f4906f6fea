"""How a document is laid out: from its normalised text to its items.

One reading serves all layouts (``items_of``); a layout says where the conventions differ: what the
text before the first number is, whose the unnumbered paragraph after an entry is, how numbers join.

    >>> text = SourceText.from_raw("一、贸易畅通\\n（一）中国与甲国签署协议。\\n（二）中国与乙国签署协议。\\n")
    >>> [(item.number, item.pillar) for item in LAYOUTS["sectioned-list"](text)]
    [('1.1', 'unimpeded-trade'), ('1.2', 'unimpeded-trade')]
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from silkgraph.model import Item
from silkgraph.read.blocks import split_blocks
from silkgraph.read.collection import Collection
from silkgraph.read.recognition import recognise
from silkgraph.read.roles import Numbers, roles_of, straight_ranks
from silkgraph.read.text import SourceText

Opening = Literal["paragraphs", "zero", "none"]


@dataclass(frozen=True, slots=True)
class Layout:
    """The conventions of a kind of document; called with a text, it gives its items in reading order.

    ``numbers``: ``joined`` (``3.14``), ``straight`` (``56``), or ``as found``: straight where the
    numbers go on rising over the borders of chapters.
    ``opening``: the text before the first number is items ``pN``, one item ``0`` together with the
    headline, or nothing.
    ``continued``: an unnumbered paragraph after a numbered one belongs to it; otherwise to the
    heading that both stand under, or it is an item ``pN``.
    ``closing``: the last entry has no more paragraphs than the longest of the others; what follows is ``pN``.
    ``chapters``: 前言 is item ``0`` and 结束语 has the number after the last chapter's.
    ``fragments``: unnumbered lines that are no sentences are read too.
    """

    numbers: Numbers = "as found"
    opening: Opening = "paragraphs"
    continued: bool = True
    closing: bool = False
    chapters: bool = False
    fragments: bool = False

    def __call__(self, text: SourceText) -> tuple[Item, ...]:
        """The items of a document; an item without text, such as an empty heading, is left out."""
        blocks = split_blocks(text.text)
        has_sentences = any(block.is_sentence for block in blocks)
        collection = Collection(self, straight_ranks(blocks, self.numbers), has_sentences)
        for block, role in zip(blocks, roles_of(blocks), strict=True):
            collection.add(block, role)
        return collection.items()


def preamble(text: SourceText, layout: Callable[[SourceText], tuple[Item, ...]]) -> Item | None:
    """What stands before the first item of a text, as item ``0``, for layouts that leave it out."""
    if not isinstance(layout, Layout):
        return None
    items = replace(layout, opening="zero")(text)
    return items[0] if items and items[0].number == "0" else None


LAYOUTS: Mapping[str, Layout] = {
    "sectioned-list": Layout(numbers="joined", closing=True),
    "straight-list": Layout(numbers="straight", closing=True),
    "subforums": Layout(numbers="joined", closing=True),
    "statement": Layout(closing=True),
    "white-paper": Layout(opening="none", chapters=True),
    "plain": Layout(continued=False, closing=True, fragments=True),
}
"""The layouts by the names that ``document.toml`` and ``silkgraph extract --like`` use."""


def recognise_layout(text: SourceText) -> str:
    """The name of the layout that a text has; ``plain`` where it has none of the others."""
    return recognise(split_blocks(text.text))
