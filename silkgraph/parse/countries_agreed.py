"""The country of a body in the whole document, where one of its sentences told it.

``晋能国际工程有限公司与卡宾达省政府签署…`` tells that the firm is Chinese; it is so too where it acts alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from silkgraph.parse.acts import Frame
from silkgraph.parse.coordination import Party
from silkgraph.values import replace


def with_countries_agreed(items: Sequence[Sequence[Frame]]) -> list[list[Frame]]:
    """The frames of all items; bodies without a country have the one that the document tells of their name.

    A name that is told of two countries (``农业部`` in a list of ministries) lends none.
    """
    told: dict[str, set[str]] = {}
    for party in _parties(items):
        if party.country and not party.generic:
            told.setdefault(party.name, set()).add(party.country)
    known = {name: lands.pop() for name, lands in told.items() if len(lands) == 1}
    if not known:
        return [list(frames) for frames in items]
    return [[_with(frame, known) for frame in frames] for frames in items]


def _parties(items: Sequence[Sequence[Frame]]) -> Iterable[Party]:
    for frames in items:
        for frame in frames:
            yield from (*frame.initiators, *frame.partners)


def _with(frame: Frame, known: dict[str, str]) -> Frame:
    sides = (frame.initiators, frame.partners)
    if not any(_lacks(party, known) for side in sides for party in side):
        return frame
    initiators, partners = (
        tuple(replace(party, country=known[party.name]) if _lacks(party, known) else party for party in side)
        for side in sides
    )
    return replace(frame, initiators=initiators, partners=partners)


def _lacks(party: Party, known: dict[str, str]) -> bool:
    return party.country is None and not party.generic and party.name in known
