"""Whole documents: golden files of what is read from them, and what holds for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from known_readings import reading_of

from silkgraph.errors import SourceError
from silkgraph.extraction import extract_document, load_profile, read_file
from silkgraph.model import Body, Reading, SourceDocument
from silkgraph.profile import PROFILES
from silkgraph.read.documents import document_folders
from silkgraph.read.text import SourceText

GOLDEN = Path(__file__).parent / "golden"
FOLDERS = {folder.name: folder for folder in document_folders()}


def _names(bodies: tuple[Body, ...]) -> str:
    return "、".join(("~" if body.generic else "") + body.name for body in bodies)


def as_table(reading: Reading) -> str:
    """A reading as tab-separated lines, in reading order, for people to review."""
    lines = [
        "\t".join(
            (
                outcome.item,
                outcome.kind,
                outcome.status,
                outcome.domain,
                outcome.label,
                _names(outcome.initiators),
                _names(outcome.partners),
                " ".join(f"{amount.value} {amount.currency}" for amount in outcome.amounts),
                f"{outcome.passage.start}:{outcome.passage.end}",
            )
        )
        for outcome in reading.outcomes
    ]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("identifier", sorted(FOLDERS))
def test_the_outcomes_of_a_document_are_those_of_its_golden_file(
    identifier: str, request: pytest.FixtureRequest
) -> None:
    """`pytest --update-golden` writes the files anew; the difference is then reviewed like code."""
    golden = GOLDEN / f"{identifier}.tsv"
    table = as_table(reading_of(identifier))
    if request.config.getoption("--update-golden"):
        golden.write_text(table, "utf-8")
    assert table == golden.read_text("utf-8")


@pytest.mark.parametrize("identifier", sorted(FOLDERS))
def test_every_quote_stands_at_its_offsets(identifier: str) -> None:
    source = (FOLDERS[identifier] / "source.txt").read_bytes().decode("utf-8")
    reading = reading_of(identifier)
    passages = [thing.passage for thing in (*reading.outcomes, *reading.figures, *reading.participations)]
    assert passages
    assert all(source[p.start : p.end] == p.quote and p.start < p.end for p in passages)


def test_every_entry_of_the_list_of_2023_tells_an_outcome() -> None:
    reading = reading_of("brf3-2023-multilateral-list")
    assert {outcome.item for outcome in reading.outcomes} == {str(number) for number in range(1, 90)}


def test_every_entry_of_the_list_of_2017_tells_an_outcome() -> None:
    reading = reading_of("brf1-2017-outcome-list")
    assert {outcome.item for outcome in reading.outcomes} == {item.number for item in reading.items}


DOCUMENT = SourceDocument("any", "任何", "Any", None, "", None, "", "", "plain")
FRAGMENTS = st.sampled_from(
    [
        "中国政府",
        "与",
        "老挝、柬埔寨政府",
        "签署",
        "《协议》",
        "，",
        "。",
        "“",
        "”",
        "（",
        "将",
        "设立",
        "[[zh:北京]]",
        "\n\n",
        "\u3000",
        "100亿元",
        "等",
        "联盟",
        "由",
        "主办",
        "包括",
    ]
)


@given(st.lists(FRAGMENTS, max_size=30).map("".join))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_without_a_fault_and_with_exact_evidence(raw: str) -> None:
    reading = extract_document(DOCUMENT, SourceText.from_raw(raw), PROFILES["plain"])
    for outcome in reading.outcomes:
        assert raw[outcome.passage.start : outcome.passage.end] == outcome.passage.quote != ""


def test_an_unknown_profile_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("中国政府与老挝政府签署协议。", "utf-8")
    with pytest.raises(SourceError, match="The profiles are: plain, "):
        read_file(path, like="nonsense")


def test_a_text_of_another_origin_is_read_with_the_layout_recognised(tmp_path: Path) -> None:
    path = tmp_path / "visit.txt"
    path.write_text("联合声明\n\n中国商务部与老挝工业与贸易部签署关于电子商务合作的谅解备忘录。\n", "utf-8")
    (outcome,) = read_file(path).outcomes
    assert (outcome.document, outcome.item, outcome.kind) == ("visit", "p2", "agreement")
    assert [body.name for body in outcome.partners] == ["老挝工业与贸易部"]


def test_a_folder_without_an_extractor_is_read_with_the_profile_it_names(tmp_path: Path) -> None:
    assert load_profile(tmp_path, "plain") is PROFILES["plain"]
    with pytest.raises(SourceError, match="there is no profile 'nonsense' to read it with"):
        load_profile(tmp_path, "nonsense")
