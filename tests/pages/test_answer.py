"""Which pictures suit an answer."""

from __future__ import annotations

from silkgraph.pages.answer import result

NUMBER = {"type": "literal", "value": "3", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}


def place(code: str) -> dict[str, str]:
    return {"type": "uri", "value": f"https://w3id.org/silkgraph/id/place/{code}"}


def word(value: str) -> dict[str, str]:
    return {"type": "literal", "value": value}


def answer(columns: list[str], *rows: list[object], view: str = "") -> object:
    return result("select", {"columns": columns, "rows": list(rows), "more": False}, view)


def test_names_and_numbers_are_a_chart() -> None:
    found = answer(["name", "n"], [word("甲"), NUMBER], [word("乙"), NUMBER], view="chart")

    assert (found.views, found.shown, found.numeric) == (("table", "chart"), "chart", (1,))  # type: ignore[attr-defined]
    assert [(str(name), size) for name, size in found.picture.bars] == [("甲", 3.0), ("乙", 3.0)]  # type: ignore[attr-defined]


def test_countries_are_a_map() -> None:
    found = answer(["c", "n"], [place("LA"), NUMBER], [place("LA"), NUMBER], view="map")

    assert found.views == ("table", "chart", "map")  # type: ignore[attr-defined]
    assert [(dot.country[-2:], dot.value) for dot in found.picture.dots] == [("LA", 6.0)]  # type: ignore[attr-defined]


def test_pairs_of_things_are_a_network() -> None:
    found = answer(["a", "b"], *([place(a), place(b)] for a, b in ("AB", "BC", "CA")), view="network")

    assert len(found.picture.edges) == 3  # type: ignore[attr-defined]


def test_what_does_not_suit_stays_a_table() -> None:
    found = answer(["a"], [word("甲")], [None], view="map")

    assert (found.views, found.shown) == (("table",), "table")  # type: ignore[attr-defined]


def test_yes_and_no_have_no_rows() -> None:
    assert result("ask", {"boolean": True}, "").boolean
