"""Who made a thing, where an attribute of it says so: ``天津职业技术师范大学与圭亚那大学共建的|鲁班工坊``.

The attribute may run over commas where it begins with 由: ``由商务部指导，四川省人民政府主办的|博览会``.
"""

from __future__ import annotations

from dataclasses import dataclass

from silkgraph.parse.acts import Context
from silkgraph.parse.coordination import Party
from silkgraph.parse.making import attribute_end, making
from silkgraph.recognise.brackets import Span


@dataclass(frozen=True, slots=True)
class Made:
    """A thing without the attribute that says who made it, and those it names."""

    thing: Span
    subjects: tuple[Party, ...]
    partners: tuple[Party, ...]
    verb: str


def made_by(span: Span, context: Context) -> Made:
    """The thing that ``span`` names and who made it, as its attribute tells; nobody where it tells nothing."""
    found = attribute_end(context.text, span)
    if found is None:
        return Made(span, (), (), "")
    verb_start, verb, end = found
    start = span[0]
    by = context.text[start : start + 1] == "由"
    inner = (start + 1 if by else start, end - 1)
    if by and "，" in context.words(inner):
        subjects, partners = _chained(inner, context)
    else:
        head = context.grammar.read(context.text, (inner[0], verb_start))
        subjects, partners = head.subjects, head.counterparts
    return Made((end, span[1]), subjects, partners, verb)


def _chained(span: Span, context: Context) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """``A牵头，B、C参加``, ``A指导，B主办，C承办``: those who act, and those who join in."""
    subjects: list[Party] = []
    partners: list[Party] = []
    start = span[0]
    for piece in context.words(span).split("，"):
        match = making().segment.match(piece)
        if match and match["verb"] not in making().ignored:
            found = context.grammar.read(context.text, (start, start + match.end("who"))).subjects
            (partners if match["verb"] in making().joining else subjects).extend(found)
        start += len(piece) + 1
    return tuple(subjects), tuple(partners)
