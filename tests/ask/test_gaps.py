"""What the graph lacks is told by the graph itself, with its place."""

from __future__ import annotations

from known_readings import all_readings

from silkgraph.ask.gaps import UNREAD_COLUMNS, UNRECONCILED_COLUMNS, unread_rows, unreconciled_rows
from silkgraph.store import OpenStore


def test_what_was_not_read_is_in_the_graph_with_line_and_offsets(store: OpenStore) -> None:
    rows = unread_rows(store)

    assert [(row["document"], row["start"], row["verb"] or "", row["reason"]) for row in rows] == sorted(
        (reading.document.identifier, clause.passage.start, clause.verb, clause.reason)
        for reading in all_readings()
        for clause in reading.unread
    )
    for row in rows:
        source = store.source(row["document"])
        assert source is not None
        assert tuple(row) == UNREAD_COLUMNS
        assert source[row["start"] : row["end"]] == row["quote"]
        assert row["quote"].split("\n")[0] in source.split("\n")[row["line"] - 1]


def test_bodies_that_the_authority_file_lacks_come_with_those_of_similar_names(store: OpenStore) -> None:
    rows = {row["body"]: row for row in unreconciled_rows(store.graph)}

    laos = rows["lao-wo-cai-zheng-bu-men"]
    assert tuple(laos) == UNRECONCILED_COLUMNS
    assert (laos["name"], laos["type"], laos["country"]) == ("老挝财政部门", "ministry-or-agency", "LA")
    assert laos["candidates"] == [{"body": "la-finance", "name": "老挝财政部", "likeness": 0.89}]
    numbers = [row["outcomes"] for row in rows.values()]
    assert numbers == sorted(numbers, reverse=True)
