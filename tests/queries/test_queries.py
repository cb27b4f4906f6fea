"""Each question of the library has an answer on the built graph, and it is the one in ``golden/``.

SELECT and ASK answers are kept as TSV, CONSTRUCT answers as sorted N-Triples.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import QueryBoolean, QuerySolutions
from rdflib.plugins.sparql import prepareQuery

from silkgraph.ask.answers import answer_bytes
from silkgraph.ask.library import Question, all_questions
from silkgraph.ask.query import ask
from silkgraph.store import OpenStore

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "golden"
QUESTIONS = all_questions(ROOT / "queries")

WITH_PARAMETERS = [
    ("partners-of-body", {"body": "mofcom"}),
    ("agreements-with-country", {"country": "巴基斯坦"}),
    ("agreements-by-country", {"forum": "2023"}),
    ("joint-outcomes", {"least": "10"}),
    ("has-agreement", {"country": "US"}),
]
CASES = [pytest.param(question, {}, id=question.name) for question in QUESTIONS]
CASES += [
    pytest.param(question, values, id=".".join([question.name, *values.values()]))
    for name, values in WITH_PARAMETERS
    for question in QUESTIONS
    if question.name == name
]


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written instead of compared: ``pytest tests/queries --update-golden``."""
    return bool(request.config.getoption("--update-golden"))


@pytest.mark.parametrize(("question", "values"), CASES)
def test_the_answer_is_the_golden_one(
    question: Question, values: dict[str, str], store: OpenStore, update_golden: bool
) -> None:
    answer = ask(store.graph, question.bound(values, store.graph))
    is_table = isinstance(answer, QuerySolutions | QueryBoolean)
    content = answer_bytes(answer, "tsv" if is_table else "ntriples").decode("utf-8")
    if is_table:
        content = content.rstrip("\n") + "\n"
    path = GOLDEN / f"{'.'.join([question.name, *values.values()])}.{'tsv' if is_table else 'nt'}"
    if update_golden:
        path.write_text(content, encoding="utf-8", newline="\n")

    assert path.is_file(), "no golden answer yet: pytest tests/queries --update-golden"
    assert content == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_the_query_is_standard_sparql_that_needs_nothing_of_ours(question: Question, store: OpenStore) -> None:
    prepareQuery(question.text)

    assert store.graph.query(question.text) is not None


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_the_order_decides_between_all_rows(question: Question) -> None:
    assert re.search(r"\b(ASK|CONSTRUCT)\b", question.text) or "\nORDER BY " in question.text


def test_every_golden_answer_belongs_to_a_question() -> None:
    assert {path.name.partition(".")[0] for path in GOLDEN.iterdir()} <= {question.name for question in QUESTIONS}


def test_there_are_enough_questions() -> None:
    assert len(QUESTIONS) >= 20
    assert len({question.titles["en"] for question in QUESTIONS}) == len(QUESTIONS)
