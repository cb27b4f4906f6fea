"""A check of quads, a store or a file, and the report of it in words, JSON and SHACL."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, QuerySolutions, RdfFormat, Store, parse

from silkgraph.errors import SourceError
from silkgraph.validate import Report, load_shapes, validate_file, validate_quads, validate_store

PREFIXES = """@base <https://w3id.org/silkgraph/id/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix silk: <https://w3id.org/silkgraph/ontology#> .
@prefix graph: <https://w3id.org/silkgraph/graph/> .
"""

FAULTY = (
    PREFIXES
    + """
graph:d {
    <passage/d/3-6> a silk:Passage ; oa:exact "丝路基金" ; oa:start 3 ; oa:end 6 ; oa:hasSource <document/d> .
    <item/d/1> a silk:Item ; silk:number "一" ; silk:passage <passage/d/3-6> ;
        rdfs:label "成果清单 1"@zh, "Item 1 of the list"@en .
}
graph:e { <item/d/1> a silk:Item . }
"""
)


@pytest.fixture(scope="module")
def report() -> Report:
    return validate_quads(quads(FAULTY))


def quads(trig: str) -> list[Quad]:
    return [quad for quad in parse(trig, RdfFormat.TRIG) if isinstance(quad, Quad)]


def test_results_are_ordered_and_told_once(report: Report) -> None:
    assert [
        (result.severity, result.name, result.focus.removeprefix("https://w3id.org/silkgraph/id/"))
        for result in report.results
    ] == [
        ("violation", "item-document", "item/d/1"),
        ("violation", "item-number", "item/d/1"),
        ("violation", "item-passage-document", "item/d/1"),
        ("violation", "nothing-dangling", "document/d"),
        ("violation", "passage-length", "passage/d/3-6"),
        ("violation", "passage-source", "passage/d/3-6"),
    ]
    assert report.counts == {"violation": 6, "warning": 0, "info": 0}
    assert not report.conforms


def test_a_result_says_what_is_wrong_with_what_and_quotes_the_source(report: Report) -> None:
    result = next(result for result in report.results if result.name == "item-number")
    assert result.path == "silk:number"
    assert result.value is not None and result.value.value == "一"
    assert result.message_zh == "条目须恰有一个编号（silk:number），如 3.14、56、p4"
    assert result.message_en == "An item has exactly one silk:number such as 3.14, 56 or p4"
    assert (result.label_zh, result.label_en) == ("成果清单 1", "Item 1 of the list")
    assert result.evidence == "丝路基金"


def test_text_in_english(report: Report) -> None:
    text = report.to_text("en")
    assert text.startswith("6 violations\n")
    assert (
        """
violation item-number (1)
  An item has exactly one silk:number such as 3.14, 56 or p4
  - https://w3id.org/silkgraph/id/item/d/1  Item 1 of the list
      silk:number = "一"
      read from: 丝路基金
"""
        in text
    )


def test_text_in_chinese(report: Report) -> None:
    text = report.to_text("zh")
    assert text.startswith("6 条违规\n")
    assert (
        """
违规 passage-length (1)
  引文（oa:exact）的字数不等于 oa:end 减 oa:start
  - https://w3id.org/silkgraph/id/passage/d/3-6
      原文: 丝路基金
"""
        in text
    )


def test_text_lists_no_more_than_the_limit() -> None:
    items = "\n".join(f'<item/d/{n}> a silk:Item ; silk:number "第{n}项" .' for n in range(1, 13))
    text = validate_quads(quads(PREFIXES + items)).to_text("en", limit=2)
    section = text.split("violation item-number (12)")[1].split("\n\n")[0]
    assert section.count("  - ") == 2
    assert section.endswith("\n  … and 10 more")


def test_json(report: Report) -> None:
    content = json.loads(report.to_json())
    assert content["conforms"] is False
    assert content["counts"] == {"violation": 6, "warning": 0, "info": 0}
    assert content["results"][1] == {
        "severity": "violation",
        "shape": "https://w3id.org/silkgraph/shapes#item-number",
        "focus": "https://w3id.org/silkgraph/id/item/d/1",
        "path": "silk:number",
        "value": "一",
        "message": {
            "zh": "条目须恰有一个编号（silk:number），如 3.14、56、p4",
            "en": "An item has exactly one silk:number such as 3.14, 56 or p4",
        },
        "label": {"zh": "成果清单 1", "en": "Item 1 of the list"},
        "evidence": "丝路基金",
    }


def test_turtle_is_a_shacl_report(report: Report) -> None:
    store = Store()
    store.load(report.to_turtle().encode(), RdfFormat.TURTLE)
    rows = store.query(
        """PREFIX sh: <http://www.w3.org/ns/shacl#>
        SELECT ?focus WHERE { ?report a sh:ValidationReport ; sh:conforms false ; sh:result ?result .
            ?result sh:resultSeverity sh:Violation ; sh:focusNode ?focus ; sh:value "一" ;
                sh:sourceShape <https://w3id.org/silkgraph/shapes#item-number> ;
                sh:resultMessage ?zh, ?en . FILTER (LANG(?zh) = "zh" && LANG(?en) = "en") }"""
    )
    assert isinstance(rows, QuerySolutions)
    assert [row["focus"] for row in rows] == [NamedNode("https://w3id.org/silkgraph/id/item/d/1")]


def test_reports_of_the_same_graph_are_the_same(report: Report) -> None:
    again = validate_quads(reversed(quads(FAULTY)))
    assert again == report
    assert again.to_turtle() == report.to_turtle()


def test_a_store_is_checked_as_the_union_of_its_graphs_and_left_alone(report: Report) -> None:
    store = Store()
    store.extend(quads(FAULTY))
    before = set(store)
    assert validate_store(store) == report
    assert set(store) == before


def test_nothing_wrong() -> None:
    report = validate_quads([])
    assert report.conforms and report.results == ()
    assert report.to_text("en") == "The graph satisfies every shape\n"
    assert report.to_text("zh") == "符合全部约束\n"


def test_warnings_leave_a_graph_conforming() -> None:
    data = (
        PREFIXES + "<outcome/d/1/1> silk:initiator <body/x> ; silk:partner <body/x> ; a silk:Outcome, silk:Convening ."
    )
    shapes = load_shapes()
    report = validate_quads(quads(data), shapes)
    only_warnings = Report(report.of("warning"))
    assert [result.name for result in only_warnings.results] == ["outcome-with-itself"]
    assert only_warnings.conforms
    assert "sh:conforms true" in only_warnings.to_turtle()


@pytest.mark.parametrize("suffix", ["ttl", "nt", "nq", "trig", "rdf", "owl", "jsonld", "json"])
def test_a_file_of_any_syntax_is_checked(suffix: str, tmp_path: Path) -> None:
    syntax = {"owl": RdfFormat.RDF_XML, "json": RdfFormat.JSON_LD}.get(suffix) or RdfFormat.from_extension(suffix)
    assert syntax is not None
    store = Store()
    store.load(f'{PREFIXES} <item/d/1> a silk:Item ; silk:number "一" .', RdfFormat.TURTLE)
    file = tmp_path / f"more.{suffix}"
    store.dump(str(file), syntax, from_graph=None if syntax.supports_datasets else DefaultGraph())
    assert "item-number" in {result.name for result in validate_file(file, reference=()).results}


def test_a_file_takes_the_schemes_for_granted(tmp_path: Path) -> None:
    file = tmp_path / "more.ttl"
    kind = "<https://w3id.org/silkgraph/scheme/kind/agreement>"
    file.write_text(f"{PREFIXES} <outcome/d/1/1> a silk:Outcome ; silk:kind {kind} .", encoding="utf-8")
    assert "outcome-kind" not in {result.name for result in validate_file(file).results}
    assert "outcome-kind" in {result.name for result in validate_file(file, reference=()).results}


@pytest.mark.parametrize(
    ("name", "content", "line", "problem"),
    [
        ("data.ttl", b"<a> <b> .", 1, "this is not Turtle"),
        ("data.csv", b"a,b", None, "the suffix .csv says no RDF syntax"),
        ("data", b"", None, r"the suffix \(none\) says no RDF syntax"),
        ("data.nq", b"", None, "the file holds no statement"),
        ("data.ttl", "<x:a> <x:b> '成果' .".encode("gb18030"), 1, "this is not Turtle"),
    ],
)
def test_an_unusable_file_is_refused(name: str, content: bytes, line: int | None, problem: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(SourceError, match=problem) as caught:
        validate_file(file)
    assert caught.value.path == file
    assert caught.value.line == line


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no such file"):
        validate_file(tmp_path / "none.ttl")
    (tmp_path / "folder.ttl").mkdir()
    with pytest.raises(SourceError, match="the file cannot be read"):
        validate_file(tmp_path / "folder.ttl")
