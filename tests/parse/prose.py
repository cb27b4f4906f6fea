"""What a paragraph tells, as tests write it down: one of running prose, or an entry of a list."""

from __future__ import annotations

from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.clauses import HeadGrammar
from silkgraph.parse.leads import NO_LEAD, Lead
from silkgraph.parse.paragraphs import ParagraphReader, ParagraphReading
from silkgraph.recognise.names import names
from silkgraph.recognise.words import words

Row = tuple[str, str, str, str, str]
"""Kind, status, initiators, partners, label: ("event", "concluded", "甲市、乙市", "", "茶文化节")."""


def read(text: str, event: str = "", running: bool = True, lead: Lead = NO_LEAD) -> ParagraphReading:
    """The reading of a paragraph."""
    context = Context(text, names(), HeadGrammar.of(names()), running)
    return ParagraphReader(context, dict(words(text))).read((0, len(text)), event, lead)


def frames_of(text: str) -> tuple[Frame, ...]:
    """The frames of a paragraph of running prose."""
    return read(text).frames


def told(text: str) -> list[Row]:
    """What a paragraph of running prose tells."""
    return _rows(read(text))


def told_in_list(text: str, event: str = "") -> list[Row]:
    """What an entry of a list tells, or a paragraph about an event that is named above it."""
    return _rows(read(text, event, running=False))


def _rows(reading: ParagraphReading) -> list[Row]:
    return [
        (
            frame.kind,
            frame.status,
            "、".join(party.name for party in frame.initiators),
            "、".join(party.name for party in frame.partners),
            frame.label,
        )
        for frame in reading.frames
    ]
