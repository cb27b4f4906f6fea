"""The statements of ``statements.toml`` hold of the built graph; docs/statements.md lists each of them."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path

import pytest
from pyoxigraph import Store

from silkgraph.export.prefixes import PREFIXES
from silkgraph.namespaces import SILK
from silkgraph.store import OpenStore

STATEMENTS = tomllib.loads(Path(__file__).with_name("statements.toml").read_text(encoding="utf-8"))
HEAD = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
PATTERNS = [
    pytest.param(kind == "always", pattern, id=f"{name}-{kind}-{number}")
    for name, statement in STATEMENTS.items()
    for kind in ("always", "never")
    for number, pattern in enumerate(statement.get(kind, []), start=1)
]


def asked(graph: Store, pattern: str) -> bool:
    return bool(graph.query(f"{HEAD} ASK {{ {pattern.replace('ONT', SILK)} }}"))


@pytest.mark.parametrize(("expected", "pattern"), PATTERNS)
def test_the_statement_holds(expected: bool, pattern: str, store: OpenStore) -> None:
    assert asked(store.graph, pattern) is expected


def test_g06_offsets_are_code_points_of_the_file(store: OpenStore) -> None:
    rows = store.graph.query(
        f"{HEAD} SELECT ?d ?a ?b ?x {{ ?p oa:hasSource/dcterms:identifier ?d ; oa:start ?a ; oa:end ?b ; oa:exact ?x }}"
    )
    texts = {document.document: store.source(document.document) for document in store.manifest.documents}
    wrong = [
        row
        for row in rows  # type: ignore[union-attr]
        if texts[row["d"].value][int(row["a"].value) : int(row["b"].value)] != row["x"].value  # type: ignore[index]
    ]

    assert wrong == []


def test_g07_checksums_of_the_sources_are_true(store: OpenStore) -> None:
    rows = store.graph.query(
        f"{HEAD} SELECT ?d ?k {{ ?s a silk:SourceDocument ; dcterms:identifier ?d ; schema:sha256 ?k }}"
    )
    told = {row["d"].value: row["k"].value for row in rows}  # type: ignore[union-attr]

    assert told == {
        name: hashlib.sha256((store.folder / "sources" / f"{name}.txt").read_bytes()).hexdigest() for name in told
    }
    assert len(told) == 5


def test_every_statement_that_is_no_pitfall_is_on_the_page() -> None:
    page = (Path(__file__).parents[2] / "docs" / "statements.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| ([A-Z]\d\d) \| (.+?) \| ", page, re.MULTILINE))

    wanted = {name: statement["says"] for name, statement in STATEMENTS.items() if name[0] != "P"}
    assert {name: told.get(name) for name in wanted} == wanted
