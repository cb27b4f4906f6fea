"""Chinese full-text search: by words, in either script, ranked, from plain SPARQL and from the search box."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from running import Running

from silkgraph.search.functions import Index, search_functions
from silkgraph.search.index import write_index
from silkgraph.search.segment import parts_of, words_of

VOCABULARY = "https://w3id.org/silkgraph/ontology#"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """An index of a few texts."""
    path = tmp_path_factory.mktemp("search") / "search.sqlite"
    texts = [
        ("推动绿色金融发展，发起绿色金融倡议", "zh"),
        ("绿色基础设施与金融合作", "zh"),
        ("集中国际资源", "zh"),
        ("中国", "zh"),
        *((f"铁路第{number}号", "zh") for number in range(20)),
        ("Green finance", "en"),
    ]
    label = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    write_index(path, [Quad(NamedNode("urn:x"), label, Literal(text, language=language)) for text, language in texts])
    return Index(str(path))


def test_a_text_matches_when_it_holds_all_words_and_the_better_one_comes_first(index: Index) -> None:
    assert [text for text, _ in index.best("绿色金融", 10)] == [
        "推动绿色金融发展，发起绿色金融倡议",
        "绿色基础设施与金融合作",
    ]


@pytest.mark.parametrize("question", ["綠色金融", "金融 绿色", "绿色　金融"])
def test_script_order_and_width_make_no_difference(question: str, index: Index) -> None:
    assert index.scores(question).keys() == index.scores("绿色金融").keys()


def test_words_are_words_not_characters_that_happen_to_stand_together(index: Index) -> None:
    assert "集中国际资源" not in index.scores("中国")
    assert "集中国际资源" in index.scores("国际")


def test_latin_words_whatever_their_case(index: Index) -> None:
    assert list(index.scores("GREEN")) == ["Green finance"]


def test_what_no_word_is_finds_the_characters(index: Index) -> None:
    assert list(index.scores("础")) == ["绿色基础设施与金融合作"]
    assert dict(index.scores("龘")) == {}
    assert dict(index.scores("，。 \"' OR NEAR( *")) == dict(index.scores("or near"))
    assert dict(index.scores("")) == {}


def test_functions_take_literals_only(index: Index) -> None:
    matches = search_functions(index, VOCABULARY)[NamedNode(f"{VOCABULARY}matches")]

    assert matches(Literal("Green finance", language="en"), Literal("green")).value == "true"
    assert matches(Literal("not in the graph"), Literal("green")).value == "false"
    assert matches(NamedNode("urn:x"), Literal("green")) is None


def test_a_question_is_cut_into_the_words_that_are_known() -> None:
    known = {"绿色", "金融", "绿色金融", "国际", "国际合作", "合作"}

    assert words_of("绿色金融国际合作2023年", known) == ["绿色金融", "国际合作", "2023", "年"]
    assert parts_of("绿色金融", known) == ["绿色", "金融"]
    assert parts_of("合作", known) == []


def test_from_plain_sparql(server: Running) -> None:
    rows = server.rows(
        'SELECT DISTINCT ?text ?score { ?s rdfs:label ?text FILTER(silk:matches(?text, "绿色金融")) '
        'BIND(silk:score(?text, "绿色金融") AS ?score) } ORDER BY DESC(?score)'
    )

    assert len(rows) >= 3
    assert all("绿" in row["text"] and "金融" in row["text"] for row in rows)
    scores = [float(row["score"]) for row in rows]
    assert scores == sorted(scores, reverse=True) and scores[-1] > 0


def test_from_the_search_box(server: Running) -> None:
    page = server.get("/search?q=%E4%BA%9A%E6%8A%95%E8%A1%8C", "text/html", Accept_Language="zh")
    rows = server.get("/search?q=%E4%BA%9A%E6%8A%95%E8%A1%8C", "text/csv").text.splitlines()

    assert page.status == 200 and "<mark>亚投行</mark>" in page.text
    assert rows[0] == "thing,text,score" and rows[1].startswith("https://w3id.org/silkgraph/id/body/aiib,")
    assert server.get("/search", "text/html").status == 200
