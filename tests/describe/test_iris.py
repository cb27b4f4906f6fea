"""The IRI of each thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from silkgraph.describe import iris
from silkgraph.model import Passage, Reading


def test_iris_are_those_of_the_design(reading: Reading) -> None:
    base = "https://w3id.org/silkgraph/"
    outcome, figure = reading.outcomes[0], reading.figures[0]
    assert [
        iri.value.removeprefix(base)
        for iri in (
            iris.forum("2017"),
            iris.document("brf1-2017-outcome-list"),
            iris.item("brf1-2017-outcome-list", "3.14"),
            iris.outcome(outcome),
            iris.party(outcome, 2),
            iris.amount(outcome, 1),
            iris.link(outcome, 1),
            iris.figure(figure),
            iris.passage("brf1-2017-outcome-list", Passage(487, 564, "…")),
            iris.participation("brf3-2023-chair-statement", 2),
            iris.body("ndrc"),
            iris.country_body("LA"),
            iris.government_body("LA"),
            iris.place("LA"),
            iris.software("0.1.0"),
            iris.concept("domain", "transport"),
            iris.graph("reference"),
            iris.extraction("brf1-2017-outcome-list"),
        )
    ] == [
        "id/forum/2017",
        "id/document/brf1-2017-outcome-list",
        "id/item/brf1-2017-outcome-list/3.14",
        "id/outcome/brf1-2017-outcome-list/1.3/1",
        "id/outcome/brf1-2017-outcome-list/1.3/1/party/2",
        "id/outcome/brf1-2017-outcome-list/1.3/1/amount/1",
        "id/outcome/brf1-2017-outcome-list/1.3/1/link/1",
        "id/figure/brf1-2017-outcome-list/1.3/1",
        "id/passage/brf1-2017-outcome-list/487-564",
        "id/document/brf3-2023-chair-statement/participation/2",
        "id/body/ndrc",
        "id/body/country-la",
        "id/body/government-la",
        "id/place/LA",
        "id/software/silkgraph-0.1.0",
        "scheme/domain/transport",
        "graph/reference",
        "graph/brf1-2017-outcome-list/extraction",
    ]


def test_name_from_outside_is_transliterated_and_hashed() -> None:
    assert iris.segment("成果清单") == "cheng-guo-qing-dan-e7347b7a"
    assert iris.segment("..") == "5ec1f7e7"


def test_empty_name_makes_no_iri() -> None:
    with pytest.raises(ValueError, match="empty name"):
        iris.document("")


@given(st.text(min_size=1, max_size=80), st.text(min_size=1, max_size=80))
def test_every_name_makes_a_safe_iri_of_its_own(one: str, other: str) -> None:
    assert iris.is_safe(iris.document(one).value)
    assert (iris.document(one) == iris.document(other)) == (one == other)
