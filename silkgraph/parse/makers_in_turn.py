"""Things one after the other, each with an attribute of its own that says with whom it was made.

``海洋大学与甲大学共建的|X实验室、与乙大学共建的|Y实验室|揭牌``: who made the first made the others too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from silkgraph.parse.acts import Act, Context, Frame
from silkgraph.parse.coordination import Party
from silkgraph.parse.kinds import kind_of
from silkgraph.parse.labels import clean_label
from silkgraph.parse.makers import made_by
from silkgraph.recognise.brackets import Span, depths

_FURTHER = re.compile("、(?=(?:[^，、的]{2,20}?)?[与同和][^，、的]{2,30}的)")
"""Where the next thing begins: ``|与乙大学共建的Y实验室``."""


def made_in_turn(act: Act, context: Context) -> list[Frame]:
    """A frame for each of the things, none where a clause has no such row."""
    frames: list[Frame] = []
    maker: tuple[Party, ...] = ()
    for part in _in_a_row(act.predicate.head, context):
        made = made_by(part, context)
        maker = made.subjects or maker
        end, _ = context.grammar.strip_adverbs(context.text, *made.thing)
        phrase = context.text[made.thing[0] : end]
        noun = context.lexicon.head_of_name(phrase)
        if not (noun or context.lexicon.organisation_type(phrase)) or not maker or not made.partners:
            return []
        kind = kind_of(act.predicate.verb, phrase, noun) if noun else "institution"
        frames.append(Frame(kind, clean_label(phrase), act.status, maker, made.partners, (part[0], end)))
    return frames


def _in_a_row(head: Span, context: Context) -> Iterator[Span]:
    """The parts of a head in each of which one thing is named with its makers; nothing where there is one only."""
    if context.text.find("的", *head) < 0:
        return
    start, end = context.grammar.strip_leading(context.text, head)
    depth = depths(context.text[start:end])
    marks = [mark.start() for mark in _FURTHER.finditer(context.text, start, end) if not depth[mark.start() - start]]
    if marks and context.text.find("的", start, marks[0]) > 0:
        yield from zip([start, *(mark + 1 for mark in marks)], [*marks, end], strict=True)
