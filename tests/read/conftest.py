"""The five documents, read once."""

from collections.abc import Callable
from functools import cache

import pytest

from silkgraph.extraction import load_profile
from silkgraph.locations import knowledge
from silkgraph.model import Item
from silkgraph.read.text import SourceText, read_source

Document = tuple[SourceText, dict[str, Item]]


@cache
def _read(identifier: str) -> Document:
    folder = knowledge("extract") / identifier
    text = read_source(folder / "source.txt")
    return text, {item.number: item for item in load_profile(folder).layout(text)}


@pytest.fixture(scope="session")
def document() -> Callable[[str], Document]:
    """The text of a document and its items by number."""
    return _read
