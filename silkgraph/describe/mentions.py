"""The bodies that a reading mentions, with their roles, in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from silkgraph.model import Body, Outcome, Reading


def bodies_of(reading: Reading) -> Iterator[Body]:
    """Every mention of a body in a reading, in reading order."""
    for outcome in reading.outcomes:
        for _, body in parties_of(outcome):
            yield body
    for participation in reading.participations:
        if participation.organization is not None:
            yield participation.organization


def parties_of(outcome: Outcome) -> Iterator[tuple[str, Body]]:
    """The bodies of an outcome with their role, which is the name of the property that links them."""
    for role in ("initiator", "partner", "establishes", "convenes", "names"):
        attribute = {"initiator": "initiators", "partner": "partners"}.get(role, role)
        for body in getattr(outcome, attribute):
            yield role, body
