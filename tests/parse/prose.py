"""What a paragraph tells, as tests write it down: one of running prose, or an entry of a list."""

from __future__ import annotations

from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.anaphora import Referents
from silkgraph.parse.clauses import HeadGrammar
from silkgraph.parse.leads import NO_LEAD, Lead
from silkgraph.parse.paragraphs import ParagraphReader, ParagraphReading
from silkgraph.recognise.abbreviations import short_names
from silkgraph.recognise.names import names
from silkgraph.recognise.setting import setting_of
from silkgraph.recognise.words import words

Row = tuple[str, str, str, str, str]
"""Kind, status, initiators, partners, label: ("event", "concluded", "甲市、乙市", "", "茶文化节")."""

BILATERAL = "国家主席同博茨瓦纳总统举行会谈"
"""A title that names two states."""


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


def read_under(title: str, *paragraphs: str) -> list[Frame]:
    """The frames of paragraphs under a title line."""
    text = "\n".join([title, *paragraphs])
    spans = []
    start = len(title) + 1
    for paragraph in paragraphs:
        spans.append((start, start + len(paragraph.rstrip("：。；"))))
        start += len(paragraph) + 1
    setting = setting_of(text, [(0, len(title))], spans, names())
    known = names().of_document(short_names(text, names()))
    context = Context(text, known, HeadGrammar.of(known), setting=setting)
    referents = Referents(context)
    frames: list[Frame] = []
    lead = NO_LEAD
    for span in spans:
        reading = ParagraphReader(context, dict(words(text, *span)), referents).read(span, setting.event, lead)
        frames += reading.frames
        lead = reading.lead
    return frames


def who(*text: str) -> list[tuple[str, str]]:
    """Who acts with whom in what ``read_under`` reads."""
    return [
        ("、".join(p.name for p in frame.initiators), "、".join(p.name for p in frame.partners))
        for frame in read_under(*text)
    ]


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
