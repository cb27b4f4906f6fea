"""The reference graph: vocabulary, concept schemes, forums, authority file, and the countries.

The Turtle files below ``ontology/`` are read and checked; a broken one is refused with file and
line. Countries, and the country and government bodies that follow from them, are made from CLDR and
ISO 3166. Labels and superproperties are stated outright, as everywhere in the graph.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, product
from pathlib import Path

import pycountry
from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, NamedNode, Quad

from silkgraph.describe import iris
from silkgraph.describe.knowledge_files import GENERATED_BODY, KnowledgeFile, Node, Statement, check, read_all
from silkgraph.describe.labels import TERMS_FILE, Glossary, with_article
from silkgraph.describe.literals import boolean, en, text, zh
from silkgraph.describe.mentions import bodies_of
from silkgraph.knowledge.countries import Countries
from silkgraph.locations import knowledge
from silkgraph.model import Reading
from silkgraph.namespaces import LABEL, REFERENCE_GRAPH, THINGS, TYPE, dcterms, org, schema, silk, skos


@dataclass(frozen=True)
class Reference:
    """What the files below ``ontology/`` state, and the countries: read and checked with ``Reference.read()``."""

    stated: tuple[Statement, ...]
    countries: Countries
    terms: Path

    @classmethod
    def read(cls, root: Path | None = None) -> Reference:
        """Read from the folder that holds ``ontology/`` and ``extract/``; from the project's data if none is given.

        Raises:
            KnowledgeError: a file is broken; the message has file and line.
        """
        files = read_all(ontology_folder(root))
        check(files)
        stated = tuple(statement for file in files for statement in file.statements)
        return cls(stated, Countries.load(root), ontology_folder(root) / TERMS_FILE)

    def quads(self, readings: Iterable[Reading] | None = None) -> list[Quad]:
        """The reference graph of a graph that is built of these readings, in a stable order.

        Country and government bodies are described where a reading or the authority file speaks of
        them; of all countries if no readings are given. Countries as places are all described.
        """
        quads = set(self._stated())
        quads.update(place_quads(self.countries))
        quads.update(country_body_quads(_codes(self.stated, readings, self.countries), self.countries))
        return _stable(quads)

    def glossary(self) -> Glossary:
        """What bodies and concepts are called."""
        bodies = country_body_quads(_codes(self.stated, None, self.countries), self.countries)
        return Glossary.of(chain(self._stated(), bodies), self.countries, self.terms)

    def _stated(self) -> Iterator[Quad]:
        return (Quad(*statement, REFERENCE_GRAPH) for statement in chain(self.stated, _implied(self.stated)))


@functools.cache
def known_reference(root: Path | None = None) -> Reference:
    """``Reference.read``, once."""
    return Reference.read(root)


def reference_quads(root: Path | None = None, readings: Iterable[Reading] | None = None) -> list[Quad]:
    """The quads of the reference graph, read anew: see ``Reference``."""
    return Reference.read(root).quads(readings)


@functools.cache
def known_glossary(root: Path | None = None) -> Glossary:
    """What bodies and concepts are called, for ``document_graph.describe_reading``; made once."""
    return known_reference(root).glossary()


def forum_years(root: Path | None = None) -> tuple[str, ...]:
    """The years of the editions of the forum, the first first, as ``ontology/forums.ttl`` has them."""
    file = KnowledgeFile.read(ontology_folder(root) / "forums.ttl")
    editions = {subject for subject, _, value in file.statements if value == silk("Forum")}
    years = (o.value for s, p, o in file.statements if s in editions and p == skos("notation"))
    return tuple(sorted(years))


def ontology_folder(root: Path | None = None) -> Path:
    """The folder of the vocabulary."""
    return root / "ontology" if root else knowledge("ontology")


def place_quads(countries: Countries) -> Iterator[Quad]:
    """Every country of ISO 3166-1 as a place, named as CLDR (or ``countries.toml``) names it."""
    for country in sorted(pycountry.countries, key=lambda country: str(country.alpha_2)):
        code = str(country.alpha_2)
        place = iris.place(code)
        name_zh, name_en = countries.names.get(code, (country.name, country.name))
        for property, value in (
            (TYPE, silk("Place")),
            (TYPE, schema("Country")),
            (LABEL, zh(name_zh)),
            (LABEL, en(name_en)),
            (skos("notation"), text(code)),
            (schema("identifier"), text(str(country.alpha_3))),
        ):
            yield Quad(place, property, value, REFERENCE_GRAPH)


def country_body_quads(codes: Iterable[str], countries: Countries | None = None) -> Iterator[Quad]:
    """The country itself and its government as bodies: ``country-la`` 老挝, ``government-la`` 老挝政府."""
    countries = countries or Countries.load()
    for code in sorted(set(codes)):
        name_zh, name_en = countries.names[code]
        other = [name for name in countries.full_names(code) if name != name_zh]
        government = f"Government of {with_article(name_en)}"
        yield from _body(iris.country_body(code), "country", code, name_zh, name_en, other)
        yield from _body(
            iris.government_body(code),
            "government",
            code,
            f"{name_zh}政府",
            government,
            [f"{name}政府" for name in other],
        )


def _body(
    subject: NamedNode, body_type: str, code: str, name_zh: str, name_en: str, other_names: Iterable[str]
) -> Iterator[Quad]:
    for property in (LABEL, skos("prefLabel")):
        yield Quad(subject, property, zh(name_zh), REFERENCE_GRAPH)
        yield Quad(subject, property, en(name_en), REFERENCE_GRAPH)
    for name in other_names:
        yield Quad(subject, skos("altLabel"), zh(name), REFERENCE_GRAPH)
    for property, value in (
        (TYPE, silk("Body")),
        (silk("bodyType"), iris.concept("body-type", body_type)),
        (silk("country"), iris.place(code)),
        (silk("generic"), boolean(False)),
        (silk("reconciled"), boolean(True)),
    ):
        yield Quad(subject, property, value, REFERENCE_GRAPH)


def _codes(stated: Iterable[Statement], readings: Iterable[Reading] | None, countries: Countries) -> Collection[str]:
    """The countries whose country and government bodies are spoken of."""
    if readings is None:
        return [str(country.alpha_2) for country in pycountry.countries if str(country.alpha_2) in countries.names]
    identifiers = [body.identifier for reading in readings for body in bodies_of(reading)]
    prefix = THINGS + "body/"
    named = (value.value for _, _, value in stated if isinstance(value, NamedNode))
    identifiers += [iri.removeprefix(prefix) for iri in named if iri.startswith(prefix)]
    generated = (GENERATED_BODY.fullmatch(identifier) for identifier in identifiers)
    return {match[1].upper() for match in generated if match and match[1].upper() in countries.names}


def _implied(stated: Iterable[Statement]) -> Iterator[Statement]:
    """What the files leave to a reasoner: the label that a preferred label is, and that their bodies are known."""
    yield from _replaced(stated)
    described: dict[Node, set[str]] = {}
    bodies: list[Node] = []
    for subject, predicate, value in stated:
        described.setdefault(subject, set()).add(predicate.value)
        if predicate == skos("prefLabel"):
            yield subject, LABEL, value
        elif predicate == TYPE and value == silk("Body"):
            bodies.append(subject)
    for body in bodies:
        for property, default in ((silk("reconciled"), True), (silk("generic"), False)):
            if property.value not in described[body]:
                yield body, property, boolean(default)


def _replaced(stated: Iterable[Statement]) -> Iterator[Statement]:
    """Which body took over from which, from the events of change that name those before and after them."""
    before: defaultdict[Node, list[Node]] = defaultdict(list)
    after: defaultdict[Node, list[Node]] = defaultdict(list)
    for event, predicate, body in stated:
        if isinstance(body, NamedNode) and predicate == org("originalOrganization"):
            before[event].append(body)
            yield body, org("changedBy"), event
        elif isinstance(body, NamedNode) and predicate == org("resultingOrganization"):
            after[event].append(body)
            yield body, org("resultedFrom"), event
    for event, bodies in before.items():
        for old, new in product(bodies, after[event]):
            yield old, dcterms("isReplacedBy"), new
            yield new, dcterms("replaces"), old


def _stable(quads: Collection[Quad]) -> list[Quad]:
    """In order; blank nodes, should a file have any, named by what they say."""
    dataset = Dataset(quads)
    if any(isinstance(term, BlankNode) for quad in quads for term in (quad.subject, quad.object)):
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(dataset, key=str)
