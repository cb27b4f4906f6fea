"""Pages that are made: every term of the vocabulary has an example from the data, every question its answer."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from silkgraph.ask.library import all_questions
from silkgraph.locations import knowledge
from silkgraph.namespaces import OWL, SILK
from silkgraph.store import OpenStore

sys.path.insert(0, str(Path(__file__).parents[2] / "docs" / "making"))


from generated import SECTIONS, example_of, ontology_page, questions_page, terms


@pytest.mark.parametrize("kind", [kind for _heading, kind in SECTIONS], ids=lambda kind: str(kind).removeprefix(OWL))
def test_the_reference_has_every_term_with_an_example(kind: str, store: OpenStore) -> None:
    page = ontology_page(store.graph)

    for term in terms(store.graph, kind):
        name = term.value.removeprefix(SILK)
        assert f"### silk:{name} {{#{name}}}" in page
        assert example_of(store.graph, term, kind), f"nothing in the graph is or has {name}"


def test_a_term_is_told_in_both_languages_and_tied_to_others(store: OpenStore) -> None:
    page = ontology_page(store.graph)
    block = page[page.index("### silk:partner {") : page.index("### silk:partnerCountry {")]

    assert "**partner** · 合作方" in block
    assert "A body that it is done with: the counterpart." in block
    assert "- subproperty of: [silk:involves](#involves), `schema:participant`" in block
    assert "silk:partner body:government-mn ." in block


def test_every_question_stands_with_its_query_and_its_answer(store: OpenStore) -> None:
    page = questions_page(store.graph)

    for question in all_questions(knowledge("queries")):
        assert f"{{#{question.name}}}" in page
        assert question.questions["zh"] in page
    assert "\n0 rows." not in page
    assert page.count("```sparql") == len(all_questions(knowledge("queries")))


def test_examples_are_turtle(store: OpenStore) -> None:
    page = ontology_page(store.graph)
    prefixes = "@base <https://w3id.org/silkgraph/id/> .\n"
    from silkgraph.export.prefixes import PREFIXES

    prefixes += "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    blocks = [part.split("```", 1)[0] for part in page.split('```turtle title="in the graph"\n')[1:]]

    assert len(blocks) > 60
    for block in blocks:
        assert list(parse(prefixes + block, format=RdfFormat.TURTLE))
