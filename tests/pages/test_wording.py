"""Every word of the pages is there in both languages, and none is there for nothing."""

from __future__ import annotations

import re
from pathlib import Path

import silkgraph
from silkgraph.pages.asking import FOLDER, question
from silkgraph.pages.wording import wording

PROGRAM = Path(silkgraph.__file__).parent


def test_every_entry_is_in_both_languages_with_the_same_places_to_fill() -> None:
    for name, entry in wording().items():
        assert set(entry) == {"en", "zh"}, name
        assert all(entry.values()), name
        assert sorted(re.findall(r"\{\w+\}", entry["en"])) == sorted(re.findall(r"\{\w+\}", entry["zh"])), name


def test_templates_and_wording_know_the_same_names() -> None:
    used: set[str] = set()
    for file in (PROGRAM / "pages/templates").glob("*.html"):
        used |= set(re.findall(r"\bw\.([a-z_]+)", file.read_text("utf-8")))
    for folder in ("pages", "serve"):
        for file in (PROGRAM / folder).rglob("*.py"):
            used |= set(re.findall(r"\bwords\([^()]*(?:\([^()]*\))?[^()]*\)\.([a-z_]+)", file.read_text("utf-8")))

    assert used == set(wording())


def test_every_question_of_a_page_has_a_title_in_both_languages() -> None:
    for path in FOLDER.glob("*.rq"):
        assert set(question(path.stem).titles) == {"en", "zh"}, path
