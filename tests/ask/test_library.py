"""Questions are read from documented files, and parameters replace one term each."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from silkgraph.ask.library import all_questions, find_question, parameters, read_question
from silkgraph.ask.query import ask
from silkgraph.ask.things import find_thing
from silkgraph.errors import KnowledgeError, QueryError
from silkgraph.store import OpenStore

HEAD = "# title(en): T\n# title(zh): 题\n# question(en): Q?\n# question(zh): 问？\n"
BODY = "https://w3id.org/silkgraph/id/body/"


def question(folder: Path, text: str) -> Path:
    """A query file with this text."""
    path = folder / "asked.rq"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_read_with_titles_questions_and_parameters(tmp_path: Path) -> None:
    question(
        tmp_path,
        HEAD + "# param body (body): whom / 谁 = ndrc\n# param least (integer): how many = 4\n# Free words.\n"
        f"SELECT * {{ VALUES ?body {{ <{BODY}ndrc> }} values ?least {{4}} }}\n",
    )

    found = find_question(tmp_path, "asked")

    assert found.titles == {"en": "T", "zh": "题"}
    assert found.questions == {"en": "Q?", "zh": "问？"}
    assert [(p.name, p.type, p.description, p.default) for p in found.parameters] == [
        ("body", "body", "whom / 谁", "ndrc"),
        ("least", "integer", "how many", "4"),
    ]
    assert found.bound({"body": "cdb", "least": "7"}).endswith(
        f"SELECT * {{ VALUES ?body {{ <{BODY}cdb> }} values ?least {{7}} }}\n"
    )


@pytest.mark.parametrize(
    "hostile",
    ['x" } ?s ?p ?o #', "\\", 'a\\" } . SERVICE <http://127.0.0.1:9/> { #', "line\nbreak", "}", "?about", "\\1"],
)
def test_a_text_parameter_can_only_ever_be_a_text(tmp_path: Path, hostile: str, store: OpenStore) -> None:
    path = question(tmp_path, '# param about (text): words = x\nSELECT ?about { VALUES ?about { "x" } }')

    rows = list(ask(store.graph, read_question(path).bound({"about": hostile})))  # type: ignore[arg-type]

    assert [row["about"] for row in rows] == [Literal(hostile)]  # type: ignore[index]


@pytest.mark.parametrize("hostile", ["> } #", "a b", "https://example.org/> } #", ""])
def test_an_identifier_can_only_ever_be_an_iri(tmp_path: Path, hostile: str) -> None:
    path = question(tmp_path, f"# param body (body): whom = ndrc\nSELECT * {{ VALUES ?body {{ <{BODY}ndrc> }} }}")

    with pytest.raises(QueryError, match="must be an IRI or an identifier"):
        read_question(path).bound({"body": hostile})


def test_wrong_parameters_are_refused_with_advice(tmp_path: Path) -> None:
    path = question(tmp_path, "# param least (integer): how many = 4\nSELECT * { VALUES ?least { 4 } }")
    asked = read_question(path)

    with pytest.raises(QueryError, match="asked has no parameter 'leest'\nDid you mean least?"):
        asked.bound({"leest": "5"})
    with pytest.raises(QueryError, match="must be a whole number, not 'five'"):
        asked.bound({"least": "five"})
    with pytest.raises(QueryError, match="is not of the form NAME=VALUE"):
        parameters(["least"])
    with pytest.raises(QueryError, match="is given twice"):
        parameters(["least=1", "least=2"])
    assert parameters(["about=a=b"]) == {"about": "a=b"}


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("# title: T\nASK {}", 1, "this line is not understood"),
        ("\n# param x: y\nASK {}", 2, "this line is not understood"),
        ("# param x (planet): y = z\nASK {}", 1, "unknown parameter type 'planet'"),
        ("# param x (text): y = z\nASK {}", 1, "must be bound in exactly one place"),
        ('# param x (text): y = z\nASK { VALUES ?x { "w" } }', 1, "the default of x is not what the query binds"),
    ],
)
def test_a_broken_head_is_reported_with_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    path = question(tmp_path, text)

    with pytest.raises(KnowledgeError, match=message) as refused:
        read_question(path)
    assert str(refused.value).startswith(f"{path}:{line}: ")


def test_the_library_wants_titles_in_both_languages_and_no_service(tmp_path: Path) -> None:
    question(tmp_path, HEAD.replace("# title(zh): 题\n", "") + "ASK {}")
    with pytest.raises(KnowledgeError, match=r"the line `# title\(zh\): …` is missing"):
        all_questions(tmp_path)

    question(tmp_path, HEAD + "ASK { SERVICE <http://127.0.0.1:9/> {} }")
    with pytest.raises(KnowledgeError, match="SERVICE is refused"):
        find_question(tmp_path, "asked")


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    folder = Path(__file__).resolve().parents[2] / "queries"

    with pytest.raises(QueryError, match="there is no question 'partners-of-bodies'\nDid you mean partners-of-body"):
        find_question(folder, "partners-of-bodies")


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="the query cannot be read: No such file"):
        read_question(tmp_path / "nowhere.rq")
    (tmp_path / "binary.rq").write_bytes(b"ASK \xff")
    with pytest.raises(QueryError, match=r"the query is not UTF-8 text \(byte 4\)"):
        read_question(tmp_path / "binary.rq")


@pytest.mark.parametrize(
    "written", ["ndrc", "国家发改委", "National Development and Reform Commission", f"{BODY}ndrc", f"<{BODY}ndrc>"]
)
def test_a_body_is_found_by_identifier_name_and_iri(store: OpenStore, written: str) -> None:
    assert find_thing(store.graph, "body", written) == NamedNode(f"{BODY}ndrc")


@pytest.mark.parametrize("written", ["LA", "la", "老挝", "Laos"])
def test_a_country_is_found_by_code_and_name(store: OpenStore, written: str) -> None:
    assert find_thing(store.graph, "country", written) == NamedNode("https://w3id.org/silkgraph/id/place/LA")


def test_an_unknown_thing_is_answered_with_the_nearest(store: OpenStore) -> None:
    with pytest.raises(QueryError, match="the graph has no body 'ndrcc'\nDid you mean ndrc"):
        find_thing(store.graph, "body", "ndrcc")
    with pytest.raises(QueryError, match="the graph has no country 'Laoss'\nDid you mean Laos"):
        find_thing(store.graph, "country", "Laoss")
