"""docs/statements.md names a test for each statement: all are listed, and every test that is named exists."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "statements.md"
TESTS = Path(__file__).parents[1]
COUNTS = {
    "A": 22,
    "B": 9,
    "C": 4,
    "D": 9,
    "E": 8,
    "F": 8,
    "G": 9,
    "H": 8,
    "I": 4,
    "J": 2,
    "K": 6,
    "L": 9,
    "N": 2,
    "X": 4,
}
STATEMENTS = {f"{group}{number:02}" for group, last in COUNTS.items() for number in range(1, last + 1)}


def test_every_statement_has_a_test_that_exists() -> None:
    rows = re.findall(r"^\| ([A-Z]\d\d) \| .+ \| (.+) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    written = {
        name
        for path in TESTS.rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }

    assert {statement for statement, _ in rows} == STATEMENTS
    for statement, tests in rows:
        named = re.findall(r"`(test_\w+)`", tests)
        assert named, statement
        assert set(named) <= written, statement
