"""What is said of a reading while many are made: a line of counts, and what was not read."""

from __future__ import annotations

from collections.abc import Iterator

from silkgraph.model import Reading


def summary(reading: Reading) -> Iterator[str]:
    """What was found, and each clause that tells an outcome and gave none, with its place.

    ``brf1-2017-outcome-list: 76 items, 290 outcomes, 2 figures, 1 clauses not read``
    """
    yield (
        f"{reading.document.identifier}: {len(reading.items)} items, {len(reading.outcomes)} outcomes, "
        f"{len(reading.figures)} figures, {len(reading.unread)} clauses not read"
    )
    for clause in reading.unread:
        passage = clause.passage
        verb = f" ({clause.verb})" if clause.verb else ""
        place = f"item {clause.item}, {passage.start}-{passage.end}"
        yield f"  not read, {place}, {clause.reason}{verb}: {passage.quote}"
