"""Readings made of outcomes alone, for what is found between documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from silkgraph.model import Body, Figure, Kind, Outcome, Passage, Reading, SourceDocument, Status

Tell = Callable[..., Reading]
"""Makes a reading: document, forum, outcomes and figures."""

ISSUED = {"2017": date(2017, 5, 16), "2019": date(2019, 4, 26), "2023": date(2023, 10, 18), None: date(2023, 10, 10)}


def outcome(label: str, kind: Kind = "declaration", *initiators: Body, status: Status = "concluded") -> Outcome:
    """An outcome with this name, by these."""
    return Outcome("", "1", 1, Passage(0, 1, "中"), kind, label, status, initiators, (), "strategy")


@pytest.fixture
def told() -> Tell:
    """A document of a forum, or a report of none, with outcomes and figures, each with a passage of its own."""

    def told(document: str, forum: str | None, *things: Outcome | Figure) -> Reading:
        described = SourceDocument(document, "文件", "Document", forum, "", ISSUED[forum], "", "", "plain")
        placed = [
            replace(thing, document=document, number=n, passage=Passage(n, n + 1, "中"))
            for n, thing in enumerate(things, 1)
        ]
        outcomes = tuple(thing for thing in placed if isinstance(thing, Outcome))
        figures = tuple(thing for thing in placed if isinstance(thing, Figure))
        return Reading(described, 100, (), (), outcomes, figures)

    return told
