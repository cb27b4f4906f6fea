"""What is told in a sentence, as tests write it down: (kind, status, initiators, partners, label)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from silkgraph.parse.acts import Context
from silkgraph.parse.clauses import HeadGrammar
from silkgraph.parse.frames import FrameReader
from silkgraph.recognise.names import names
from silkgraph.recognise.words import words

Row = tuple[str, str, str, str, str]
Told = Callable[[str], list[Row]]


def _told(text: str) -> list[Row]:
    context = Context(text, names(), HeadGrammar.of(names()), running=True)
    return [
        (
            frame.kind,
            frame.status,
            "、".join(party.name for party in frame.initiators),
            "、".join(party.name for party in frame.partners),
            frame.label,
        )
        for frame in FrameReader(context, dict(words(text))).paragraph((0, len(text))).frames
    ]


@pytest.fixture
def told_in_prose() -> Told:
    """Reads a paragraph of running prose."""
    return _told
