"""The files of ontology/: complete, documented, consistent, and refused with file and line where they are broken."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import get_args

import pycountry
import pytest
from pyoxigraph import Quad, Store

from silkgraph.describe.reference_graph import reference_quads
from silkgraph.errors import KnowledgeError
from silkgraph.locations import knowledge
from silkgraph.model import KINDS, Assumption, Confidence, Identification, Rule, UnreadReason
from silkgraph.namespaces import BASE, SCHEMES, SILK, silk
from silkgraph.relate.discrepancies import Aspect

CODES = {
    "kind": KINDS,
    "pillar": "policy-coordination infrastructure-connectivity unimpeded-trade financial-integration "
    "people-to-people-bonds".split(),
    "domain": "strategy transport energy digital water ocean agriculture industry trade customs finance taxation "
    "accounting standards green disaster science intellectual-property education culture tourism media think-tank "
    "health integrity law local civil-society aid employment forum".split(),
    "body-type": "country government ministry-or-agency bank company international-organization ngo think-tank media "
    "university local-government network event-series other".split(),
    "status": ["concluded", "announced"],
    "qualifier": ["exact", "over", "nearly", "about", "at-least", "at-most"],
    "rule": get_args(Rule),
    "assumption": get_args(Assumption),
    "confidence": get_args(Confidence),
    "unread-reason": get_args(UnreadReason),
    "aspect": get_args(Aspect),
    "identification": get_args(Identification),
}
"""The codes of the annotation format, and those that the program says how it reads by."""
PREFIXES = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX dct: <http://purl.org/dc/terms/>
PREFIX vann: <http://purl.org/vocab/vann/> PREFIX schema: <https://schema.org/>
PREFIX silk: <https://w3id.org/silkgraph/ontology#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
OURS = f'FILTER(STRSTARTS(STR(?t), "{SILK}"))'
TERM = f"VALUES ?k {{ owl:Class owl:ObjectProperty owl:DatatypeProperty }} ?t a ?k {OURS}"


@pytest.fixture(scope="module")
def reference() -> Store:
    store = Store()
    store.extend(reference_quads())
    return store


def ask(store: Store, pattern: str) -> bool:
    return bool(store.query(f"{PREFIXES} ASK {{ {pattern} }}", use_default_graph_as_union=True))


@pytest.mark.parametrize("scheme", CODES)
def test_scheme_has_exactly_the_codes_that_the_program_uses(reference: Store, scheme: str) -> None:
    query = f"{PREFIXES} SELECT ?c {{ ?c skos:inScheme <{SCHEMES}{scheme}> ; skos:topConceptOf ?s ; skos:notation ?n }}"
    found = reference.query(query, use_default_graph_as_union=True)
    assert {row["c"].value for row in found} == {f"{SCHEMES}{scheme}/{code}" for code in CODES[scheme]}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "lack",
    [
        f"{TERM} FILTER NOT EXISTS {{ ?t rdfs:isDefinedBy ?o . ?o a owl:Ontology }}",
        f"{TERM} FILTER NOT EXISTS {{ ?t skos:example ?e }}",
        f"{TERM} FILTER(?k != owl:Class) FILTER NOT EXISTS {{ ?t rdfs:domain|schema:domainIncludes ?d }}",
        f"{TERM} FILTER(?k != owl:Class) FILTER NOT EXISTS {{ ?t rdfs:range ?r }}",
        f"{TERM} FILTER(?k = owl:Class) FILTER NOT EXISTS {{ ?t rdfs:subClassOf ?x }}",
        f"?t rdfs:domain ?a, ?b {OURS} FILTER(?a != ?b)",
        f"?t rdfs:range ?a, ?b {OURS} FILTER(?a != ?b)",
        f"?t a owl:Class {OURS} FILTER(!REGEX(STR(?t), '#[A-Z][A-Za-z0-9]*$'))",
        "?c rdfs:subClassOf+ ?c",
        "?c rdfs:subPropertyOf+ ?c",
        "?s ?p ?o FILTER(isBlank(?s) || isBlank(?o))",
        "?c a skos:Concept VALUES ?l { 'zh' 'en' } FILTER NOT EXISTS { ?c skos:definition ?d FILTER(LANG(?d) = ?l) }",
        "?c a skos:Concept VALUES ?l { 'zh' 'en' } FILTER NOT EXISTS { ?c skos:prefLabel ?d FILTER(LANG(?d) = ?l) }",
        "?c skos:topConceptOf ?s FILTER NOT EXISTS { ?s skos:hasTopConcept ?c ; dct:title ?t }",
        "?t rdfs:label|skos:prefLabel ?l FILTER(REGEX(STR(?l), '^\\\\s|\\\\s$'))",
        "VALUES ?l { 'zh' 'en' } ?b a silk:Body FILTER NOT EXISTS { ?b rdfs:label ?x FILTER(LANG(?x) = ?l) }",
        "?b a silk:Body FILTER NOT EXISTS { ?b silk:reconciled true ; silk:generic false ; silk:bodyType ?t }",
    ],
)
def test_nothing_is_lacking(reference: Store, lack: str) -> None:
    assert not ask(reference, lack)


def test_ontology_says_who_what_and_under_which_licence(reference: Store) -> None:
    assert ask(
        reference,
        """<https://w3id.org/silkgraph/ontology> a owl:Ontology ; owl:versionIRI ?v ; owl:versionInfo ?i ;
        dct:license ?l ; dct:creator ?c ; dct:publisher ?p ; dct:created ?d ; dct:issued ?e ; dct:description ?x ;
        dct:bibliographicCitation ?b ; vann:preferredNamespacePrefix "silk" ;
        vann:preferredNamespaceUri "https://w3id.org/silkgraph/ontology#" ; dct:title ?zh, ?en .
        FILTER(LANG(?zh) = "zh" && LANG(?en) = "en" && isIRI(?l))""",
    )


@pytest.mark.parametrize(
    ("year", "start", "end"),
    [("2017", "2017-05-14", "2017-05-15"), ("2019", "2019-04-25", "2019-04-27"), ("2023", "2023-10-17", "2023-10-18")],
)
def test_forum_has_its_days(reference: Store, year: str, start: str, end: str) -> None:
    forum = f"<{BASE}id/forum/{year}>"
    assert ask(reference, f'{forum} schema:startDate "{start}"^^xsd:date ; schema:endDate "{end}"^^xsd:date')


def test_there_are_twelve_subforums_named_as_in_the_report(reference: Store) -> None:
    subforum = f"?s schema:superEvent <{BASE}id/forum/2019> ; skos:notation ?n ; skos:altLabel ?l"
    rows = reference.query(f"{PREFIXES} SELECT ?n ?l {{ {subforum} }}", use_default_graph_as_union=True)
    named = {row["n"].value: row["l"].value for row in rows}  # type: ignore[union-attr]
    text = (knowledge("extract") / "brf2-2019-subforums" / "source.txt").read_text("utf-8")
    assert named == {number: f"{name}分论坛" for number, name in re.findall(r"(?m)^\s*(\d+)\.(.+?)：", text)}
    assert len(named) == 12


def test_every_country_is_a_place_and_may_act(reference: Store) -> None:
    for country in pycountry.countries:
        place, code = f"<{BASE}id/place/{country.alpha_2}>", country.alpha_2.lower()
        assert ask(reference, f'{place} a silk:Place ; skos:notation "{country.alpha_2}" ; rdfs:label ?l')
        if country.alpha_2 != "AQ":
            assert ask(reference, f"<{BASE}id/body/government-{code}> silk:country {place} ; silk:reconciled true")
    assert ask(reference, f'<{BASE}id/body/government-la> rdfs:label "老挝政府"@zh, "Government of Laos"@en')


def test_reference_is_the_same_every_time() -> None:
    assert reference_quads() == reference_quads()


# ---- The JSON-LD context ----


def test_context_names_every_class_and_property(reference: Store) -> None:
    context = json.loads((knowledge("ontology") / "context.jsonld").read_text("utf-8"))["@context"]
    mapped = {entry if isinstance(entry, str) else entry["@id"] for entry in context.values() if entry != 1.1}
    rows = reference.query(f"{PREFIXES} SELECT DISTINCT ?t {{ {TERM} }}", use_default_graph_as_union=True)
    terms = {row["t"].value.replace(SILK, "silk:") for row in rows}  # type: ignore[union-attr]
    assert terms - mapped == set()


# ---- Broken files ----


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of ontology/ to break; extract/ for the names of countries."""
    shutil.copytree(knowledge("ontology"), tmp_path / "ontology")
    (tmp_path / "extract" / "lexicon").mkdir(parents=True)
    shutil.copy(knowledge("extract") / "lexicon" / "countries.toml", tmp_path / "extract" / "lexicon")
    return tmp_path


def broken(root: Path, name: str, old: str, new: str) -> str:
    """The message that meets a file in which ``old`` is replaced, and checks that it names the line of ``new``."""
    path = root / "ontology" / name
    text = path.read_text("utf-8")
    assert old in text
    changed = text.replace(old, new, 1)
    path.write_text(changed, "utf-8")
    with pytest.raises(KnowledgeError) as refused:
        reference_quads(root)
    assert refused.value.path == path
    assert refused.value.exit_code == 4
    lines = changed.splitlines()
    shown = lines[(refused.value.line or 0) - 1]
    return f"{shown.strip()} | {refused.value.problem}"


def test_copy_as_it_is_is_accepted(root: Path) -> None:
    assert reference_quads(root) == reference_quads()


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (
            "schemes.ttl",
            'skos:notation "transport" ;',
            'skos:notation "transport" ',
            "skos:inScheme scheme:domain ; | is not valid Turtle: ",
        ),
        (
            "schemes.ttl",
            "rdfs:seeAlso silk:Agreement",
            "rdfs:seeAlso silk:Agreemnt",
            "rdfs:seeAlso silk:Agreemnt . | kind:agreement uses silk:Agreemnt, which silkgraph.ttl does not declare",
        ),
        (
            "schemes.ttl",
            'skos:notation "water"',
            'skos:notation "ocean"',
            "domain:ocean | domain:ocean has the code “ocean” of domain:water",
        ),
        (
            "schemes.ttl",
            '"Transport"@en ;\n    rdfs:label',
            '"Transport"@en, "Traffic"@en ;\n    rdfs:label',
            "domain:transport | domain:transport has two labels in en: “Transport” and “Traffic”",
        ),
        (
            "schemes.ttl",
            "domain:energy\n    a skos:Concept ;",
            "domain:transport\n    a skos:Concept ;",
            "domain:transport | domain:transport is described twice, first at schemes.ttl:",
        ),
        (
            "forums.ttl",
            "dcterms:subject pillar:unimpeded-trade",
            "dcterms:subject pillar:trade",
            "dcterms:subject pillar:trade ; | <https://w3id.org/silkgraph/id/forum/2019/unimpeded-trade> refers to "
            "pillar:trade, which is not described",
        ),
        ("silkgraph.ttl", '"项目行动类成果"@zh', '"项目"@en', "silk:Programme | silk:Programme has two labels in en"),
        ("silkgraph.ttl", '"机构"@zh, "Body"@en', '"Body"@en', "silk:Body | silk:Body has no rdfs:label in zh"),
        (
            "silkgraph.ttl",
            '"Subforum"@en',
            '"Forum edition"@en',
            "silk:Subforum | silk:Subforum has the label “Forum edition” of silk:Forum",
        ),
    ],
)
def test_broken_file_is_refused_with_file_and_line(root: Path, name: str, old: str, new: str, message: str) -> None:
    assert broken(root, name, old, new).startswith(message)


def test_authority_file_that_refers_to_nothing_is_refused(root: Path) -> None:
    path = root / "ontology" / "bodies" / "new.ttl"
    path.write_text(
        "@prefix body: <https://w3id.org/silkgraph/id/body/> .\n"
        "@prefix silk: <https://w3id.org/silkgraph/ontology#> .\n"
        "@prefix org: <http://www.w3.org/ns/org#> .\n"
        "body:new-office a silk:Body ;\n"
        "    org:subOrganizationOf body:no-such-ministry .\n",
        "utf-8",
    )
    with pytest.raises(KnowledgeError) as refused:
        reference_quads(root)
    assert str(refused.value) == (
        f"{path}:5: body:new-office refers to body:no-such-ministry, which is not described\n"
        "Mend the file at that line."
    )


def test_file_that_is_not_utf_8_is_refused_with_its_line(root: Path) -> None:
    path = root / "ontology" / "forums.ttl"
    path.write_bytes(b"# fine\n# \xff\n")
    with pytest.raises(KnowledgeError) as refused:
        reference_quads(root)
    assert (refused.value.path, refused.value.line, refused.value.problem) == (path, 2, "is not UTF-8")


def test_missing_vocabulary_is_refused(root: Path) -> None:
    (root / "ontology" / "silkgraph.ttl").unlink()
    with pytest.raises(KnowledgeError, match="the vocabulary is missing"):
        reference_quads(root)


def test_blank_node_in_a_file_does_not_make_two_builds_differ(root: Path) -> None:
    path = root / "ontology" / "extra.ttl"
    path.write_text(
        "@prefix ex: <https://example.org/> .\nex:a ex:b [ ex:c 1 ], [ ex:c 2 ] .\n",
        "utf-8",
    )
    first: list[Quad] = reference_quads(root)
    assert first == reference_quads(root)


def test_kind_classes_are_subclasses_of_outcome(reference: Store) -> None:
    query = f"{PREFIXES} SELECT ?t {{ ?t rdfs:subClassOf silk:Outcome }}"
    found = reference.query(query, use_default_graph_as_union=True)
    names = "Agreement Declaration Publication Establishment FundingCommitment Programme Convening".split()
    assert {row["t"] for row in found} == {silk(name) for name in names}  # type: ignore[union-attr]


@pytest.mark.parametrize("role", ["initiator", "partner", "establishes", "convenes", "names"])
def test_roles_are_ways_of_being_involved(reference: Store, role: str) -> None:
    assert ask(reference, f"silk:{role} rdfs:subPropertyOf silk:involves")
