"""docs/standing.md answers every question of OOPS!, FOOPS! and F-UJI, by a test that exists or a reasoned exception."""

from __future__ import annotations

import re
from pathlib import Path

import rdflib
import rdflib.compare
from rdflib.namespace import DCTERMS, OWL, RDF

from silkgraph.locations import knowledge

TESTS = Path(__file__).parents[1]
ROOT = TESTS.parent
PITFALLS = {f"P{number:02}" for number in range(1, 42)}
FOOPS = set(
    "PURL1 URI1 URI2 FIND1 FIND2 FIND3 FIND_3_BIS VER1 VER2 OM1 OM2 OM3 OM4 OM5 CN1 RDF1 DOC1 HTTP1 VOC1 VOC2 VOC3 "
    "VOC4".split()
)
FUJI = set(
    "FsF-F1-01MD FsF-F1-02MD FsF-F2-01M FsF-F3-01M FsF-F4-01M FsF-A1-01M FsF-A1-02MD FsF-A1.1-01MD FsF-A1.2-01MD "
    "FsF-I1-01M FsF-I2-01M FsF-I3-01M FsF-R1-01M FsF-R1.1-01M FsF-R1.2-01M FsF-R1.3-01M FsF-R1.3-02D".split()
)


def test_every_question_is_answered_by_a_test_or_a_reason() -> None:
    page = (ROOT / "docs" / "standing.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([A-Z][\w.-]*\d[\w-]*) \| (.+?) \| (.+) \|$", page, re.MULTILINE)
    written = {
        name
        for path in TESTS.rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }

    assert sorted(question for question, _, _ in rows) == sorted(PITFALLS | FOOPS | FUJI | {"FIND_3_BIS"})
    for question, _, answer in rows:
        named = set(re.findall(r"`(test_\w+)`", answer))
        assert named or "exception: " in answer, question
        assert named <= written, (question, named - written)


def test_l02_the_file_read_alone_says_what_it_is() -> None:
    graph = rdflib.Graph().parse(knowledge("ontology") / "silkgraph.ttl")
    (ontology,) = graph.subjects(RDF.type, OWL.Ontology)

    assert str(ontology) == "https://w3id.org/silkgraph/ontology"
    assert str(graph.value(ontology, DCTERMS.license)) == "https://creativecommons.org/licenses/by/4.0/"
    assert list(graph.objects(ontology, OWL.imports)) == []
    again = rdflib.Graph().parse(data=graph.serialize(format="xml"), format="xml")
    assert rdflib.compare.isomorphic(graph, again)
