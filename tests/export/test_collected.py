"""Statements of many documents come out as those of one list would, whatever is held at one time."""

from __future__ import annotations

import pytest
from known_readings import reading_of
from pyoxigraph import Quad

from silkgraph.describe.document_graph import describe
from silkgraph.errors import SilkgraphError
from silkgraph.export import collected
from silkgraph.export.collected import rdf_of_all
from silkgraph.export.rdf import SYNTAXES, rdf_bytes


@pytest.fixture(scope="module")
def documents() -> list[list[Quad]]:
    folders = ("brf2-2019-subforums", "brf3-2023-multilateral-list")
    return [describe(reading_of(name)) for name in folders]


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_the_same_bytes_as_of_all_at_once(
    syntax: str, documents: list[list[Quad]], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = rdf_bytes([quad for document in documents for quad in document], syntax)
    assert b"".join(rdf_of_all(documents, syntax)) == whole
    monkeypatch.setattr(collected, "STATEMENTS_A_RUN", 1)
    assert b"".join(rdf_of_all(iter(documents), syntax)) == whole


def test_a_syntax_that_does_not_exist(documents: list[list[Quad]]) -> None:
    with pytest.raises(SilkgraphError, match="unknown RDF format 'sonnet'"):
        list(rdf_of_all(documents, "sonnet"))
