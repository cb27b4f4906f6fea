"""Attributes that say who made a thing, found by their verb: ``A与B共建的|实验室``, ``由A主办、B承办的|博览会``.

The verbs are in ``extract/lexicon/making.toml``.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from silkgraph.locations import knowledge
from silkgraph.recognise.brackets import Span, depths
from silkgraph.recognise.lexicon import any_of, read_table
from silkgraph.recognise.patterns import watchful

_MAY_MAKE = re.compile("的|建")


@dataclass(frozen=True, slots=True)
class Making:
    """The patterns made from ``extract/lexicon/making.toml``."""

    attribute: re.Pattern[str]
    segment: re.Pattern[str]
    chain: re.Pattern[str]
    pause: re.Pattern[str]
    """Where one of several who made a thing ends: at a comma, and at 、 behind a verb (``由甲主办、|乙承办的``)."""
    ignored: frozenset[str]
    joining: frozenset[str]


@functools.cache
def making() -> Making:
    table = read_table(knowledge("extract") / "lexicon" / "making.toml")
    verb = f"(?P<manner>(?:{any_of(table['manner'])})*)(?P<verb>{any_of(table['making'])})"
    return Making(
        attribute=watchful(
            f"{verb}(?:[和并及、](?:{any_of(table['making'])}))?的|(?P<built>{any_of(table['building'])})(?!{'|'.join(table['no_building'])})(?=[^，的]{{4}})"
        ),
        segment=re.compile(f"^(?P<who>.+?){verb}的?$"),
        chain=re.compile(f"由[^。；：由《》]{{2,150}}?(?:{any_of(table['making'])})的"),
        pause=re.compile(f"(?:{any_of(table['making'])})(?=、)|(?=，)"),
        ignored=frozenset(table["ignored"]),
        joining=frozenset(table["joining"]),
    )


def attribute_end(text: str, span: Span) -> tuple[int, str, int] | None:
    """Where the last making verb stands in ``span``: (start of the verb, the verb, end of 的 or of the verb itself).

    Verbs of building may do without 的: ``甲与乙共建|联合实验室``.
    """
    start, end = span
    if _MAY_MAKE.search(text, start, end) is None:
        return None
    last = None
    for match in making().attribute.finditer(text, start, end):
        depth = depths(text[start:end])
        verb = match["verb"] or match["built"]
        at = match.start("verb") if match["verb"] else match.start("built")
        inside = depth[at - start] == 0 and start < match.start() and match.end() < end
        if inside and (match["verb"] or last is None):
            last = (match.start(), verb, match.end())
    return last


def segments(text: str, span: Span) -> list[Span]:
    """The parts of an attribute in each of which somebody else acts."""
    starts = [span[0], *(pause.end() + 1 for pause in making().pause.finditer(text, *span))]
    return [(start, end) for start, end in zip(starts, [*(s - 1 for s in starts[1:]), span[1]], strict=True)]


def chained_attributes(text: str, span: Span) -> list[Span]:
    """The attributes in ``span`` that run over commas: ``由A牵头，B、C参加的``; what is in them is no clause."""
    found = making().chain.finditer(text, *span)
    return [match.span() for match in found if making().pause.search(text, match.start(), match.end() - 1)]
