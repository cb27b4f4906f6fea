"""What a page calls a thing that the graph gives no name."""

from __future__ import annotations

import pytest

from silkgraph.pages.terms import Names, Row, Term, Text

LAOS = "https://w3id.org/silkgraph/id/place/LA"
NAMED = Row({"thing": Term(LAOS, "uri"), "name": Term("老挝", language="zh")})


@pytest.mark.parametrize(
    ("iri", "name"),
    [
        (LAOS, Text("老挝", "zh")),
        ("https://w3id.org/silkgraph/id/place/KE", Text("KE")),
        ("http://purl.org/dc/terms/license", Text("license")),
        ("http://www.w3.org/2004/02/skos/core#Concept", Text("Concept")),
        ("http://www.wikidata.org/entity/Q819", Text("Q819")),
        ("https://creativecommons.org/licenses/by/4.0/", Text("creativecommons.org/licenses/by/4.0")),
        ("https://www.example.org/", Text("example.org")),
        ("urn:isbn:1", Text("urn:isbn:1")),
    ],
)
def test_a_thing_without_a_name_goes_by_its_iri(iri: str, name: Text) -> None:
    assert Names([NAMED], "en")(iri) == name
