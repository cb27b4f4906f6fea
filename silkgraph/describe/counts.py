"""How much of what the graph holds: VoID statistics of the whole and of each named graph, by class and by property.

Query editors read from these partitions which classes and properties there are to complete, so each class tells which
properties its members have, and each of those what its values are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

from silkgraph.describe import iris
from silkgraph.describe.literals import integer
from silkgraph.export.prefixes import PREFIXES
from silkgraph.namespaces import THINGS, TYPE, void
from silkgraph.numbered import NumberedGraph, Term, Terms, Triples

VOID_EXT = "http://ldf.fi/void-ext#"
WIKIDATA = "http://www.wikidata.org/entity/"
WIKIDATA_DATASET = NamedNode("https://www.wikidata.org/wiki/Wikidata:Main_Page")

Statement = tuple[NamedNode, NamedNode, NamedNode | Literal]
Kinds = tuple[int, ...]
"""The classes of a thing, or the datatype of a literal."""


@dataclass
class Sizes:
    """How much of what a graph holds. Sizes of parts can be added up where no two speak of one thing."""

    triples: int = 0
    subjects: int = 0
    entities: int = 0
    objects: int = 0
    """How many different values; those of two parts may be the same, so this is not added up."""
    properties: set[NamedNode] = field(default_factory=set)
    classes: set[Term] = field(default_factory=set)

    @classmethod
    def of(cls, triples: Triples, terms: Terms) -> Sizes:
        """The sizes of some triples."""
        subjects = [terms[number] for number in {subject for subject, _, _ in triples}]
        kind = terms.number(TYPE)
        return cls(
            len(triples),
            len(subjects),
            sum(isinstance(term, NamedNode) and term.value.startswith(THINGS) for term in subjects),
            len({value for _, _, value in triples}),
            {terms.named(predicate) for predicate in {predicate for _, predicate, _ in triples}},
            {terms[value] for value in {value for _, predicate, value in triples if predicate == kind}},
        )

    def add(self, other: Sizes) -> None:
        """Take in the sizes of another part."""
        self.triples += other.triples
        self.subjects += other.subjects
        self.entities += other.entities
        self.properties |= other.properties
        self.classes |= other.classes

    def statements(self, subject: NamedNode) -> Iterator[Statement]:
        """The sizes as statements about a graph."""
        yield subject, void("distinctSubjects"), integer(self.subjects)
        yield subject, void("distinctObjects"), integer(self.objects)
        yield subject, void("properties"), integer(len(self.properties))
        yield subject, void("classes"), integer(len(self.classes))
        yield subject, void("entities"), integer(self.entities)


@dataclass
class Tally:
    """How often classes and properties are used. Tallies of parts can be added up."""

    members: Counter[NamedNode] = field(default_factory=Counter)
    """Things by class."""
    uses: Counter[tuple[NamedNode, NamedNode]] = field(default_factory=Counter)
    """Triples by the class of their subject and their property."""
    values: Counter[tuple[NamedNode, NamedNode, NamedNode, NamedNode]] = field(default_factory=Counter)
    """The same by what their value is: the property of the partition, and the class or datatype."""
    properties: Counter[NamedNode] = field(default_factory=Counter)
    links: Counter[NamedNode] = field(default_factory=Counter)
    """Triples that lead to Wikidata, by property."""

    @classmethod
    def of(cls, triples: Triples, whole: NumberedGraph) -> Tally:
        """The tally of some triples of a graph, which tells the classes of more things than these are about."""
        tally, terms, classes = cls(), whole.terms, _classes_in(whole)
        for kinds in (classes[subject] for subject in {subject for subject, _, _ in triples} if subject in classes):
            tally.members.update(map(terms.named, kinds))
        for (kinds, used, property, sides), number in _alike(triples, terms, classes).items():
            predicate = terms.named(used)
            for kind in map(terms.named, kinds):
                tally.uses[kind, predicate] += number
                for side in map(terms.named, sides):
                    tally.values[kind, predicate, property, side] += number
        for predicate_number, number in Counter(predicate for _, predicate, _ in triples).items():
            tally.properties[terms.named(predicate_number)] += number
        for predicate_number, number in _to_wikidata(triples, terms).items():
            tally.links[terms.named(predicate_number)] += number
        return tally

    def add(self, other: Tally) -> None:
        """Take in the tally of another part."""
        self.members.update(other.members)
        self.uses.update(other.uses)
        self.values.update(other.values)
        self.properties.update(other.properties)
        self.links.update(other.links)

    def statements(self) -> Iterator[Statement]:
        """The tally as partitions of the dataset."""
        for kind, number in self.members.items():
            partition = _partition(kind)
            yield iris.dataset(), void("classPartition"), partition
            yield partition, TYPE, void("Dataset")
            yield partition, void("class"), kind
            yield partition, void("entities"), integer(number)
        for (kind, predicate), number in self.uses.items():
            partition = _partition(kind, predicate)
            yield _partition(kind), void("propertyPartition"), partition
            yield partition, TYPE, void("Dataset")
            yield partition, void("property"), predicate
            yield partition, void("triples"), integer(number)
        for (kind, predicate, property, side), number in self.values.items():
            partition = _partition(kind, predicate, side)
            yield _partition(kind, predicate), property, partition
            yield partition, TYPE, void("Dataset")
            yield partition, _NAMES_SIDE[property], side
            yield partition, void("triples"), integer(number)
        for predicate, number in self.properties.items():
            partition = _partition(predicate)
            yield iris.dataset(), void("propertyPartition"), partition
            yield partition, TYPE, void("Dataset")
            yield partition, void("property"), predicate
            yield partition, void("triples"), integer(number)
        yield from self._linksets()

    def _linksets(self) -> Iterator[Statement]:
        """How many things are linked to Wikidata, by the property that links them."""
        for predicate, number in self.links.items():
            linkset = NamedNode(f"{THINGS}linkset/wikidata-{_name(predicate)}")
            yield iris.dataset(), void("subset"), linkset
            yield linkset, TYPE, void("Linkset")
            yield linkset, void("linkPredicate"), predicate
            yield linkset, void("subjectsTarget"), iris.dataset()
            yield linkset, void("objectsTarget"), WIKIDATA_DATASET
            yield linkset, void("triples"), integer(number)


def count_triples(quads: Iterable[Quad]) -> Iterator[Statement]:
    """The statistics of these quads, as triples about the dataset and its graphs."""
    terms = Terms()
    graphs: defaultdict[NamedNode | BlankNode | DefaultGraph, Triples] = defaultdict(set)
    for quad in quads:
        graphs[quad.graph_name].add(terms.triple(quad))
    union: Triples = set().union(*graphs.values())
    for graph, triples in graphs.items():
        if isinstance(graph, NamedNode):
            yield from Sizes.of(triples, terms).statements(graph)
    yield from Sizes.of(union, terms).statements(iris.dataset())
    yield from Tally.of(union, NumberedGraph(terms, union)).statements()


def terms_used(quads: Iterable[Quad]) -> set[str]:
    """All properties and classes in use."""
    used = {quad.predicate.value for quad in quads}
    return used | {quad.object.value for quad in quads if quad.predicate == TYPE and isinstance(quad.object, NamedNode)}


def terms_in(triples: Triples, terms: Terms) -> set[str]:
    """The same of numbered statements."""
    kind = terms.number(TYPE)
    used = {predicate for _, predicate, _ in triples} | {value for _, predicate, value in triples if predicate == kind}
    return {term.value for term in map(terms.__getitem__, used) if isinstance(term, NamedNode)}


def vocabularies(used: Iterable[str]) -> set[NamedNode]:
    """The namespaces of properties and classes."""
    return {NamedNode(iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]) for iri in used}


_DATATYPE_PARTITION = NamedNode(VOID_EXT + "datatypePartition")
_CLASS_PARTITION = void("classPartition")
_NAMES_SIDE = {
    _CLASS_PARTITION: void("class"),
    _DATATYPE_PARTITION: NamedNode(VOID_EXT + "datatype"),
}


def _alike(
    triples: Triples, terms: Terms, classes: Mapping[int, Kinds]
) -> Counter[tuple[Kinds, int, NamedNode, Kinds]]:
    """How many triples have subjects of the same classes, one property, and values of the same classes or datatype.

    Which of the two is told by the property of its partition.
    """
    sides: dict[int, tuple[NamedNode, Kinds]] = {}
    found: Counter[tuple[Kinds, int, NamedNode, Kinds]] = Counter()
    for subject, predicate, value in triples:
        if subject in classes:
            if value not in sides:
                term = terms[value]
                datatype = (terms.number(term.datatype),) if isinstance(term, Literal) else ()
                sides[value] = (
                    (_DATATYPE_PARTITION, datatype) if datatype else (_CLASS_PARTITION, classes.get(value, ()))
                )
            found[classes[subject], predicate, *sides[value]] += 1
    return found


def _to_wikidata(triples: Triples, terms: Terms) -> Counter[int]:
    known = {
        value: isinstance(term := terms[value], NamedNode) and term.value.startswith(WIKIDATA)
        for value in {value for _, _, value in triples}
    }
    return Counter(predicate for _, predicate, value in triples if known[value])


def _classes_in(graph: NumberedGraph) -> dict[int, Kinds]:
    """The classes of each thing that has one."""
    terms = graph.terms
    classes = graph.values_of(terms.number(TYPE))
    named = {kind for kinds in classes.values() for kind in kinds if isinstance(terms[kind], NamedNode)}
    found = {subject: tuple(sorted(named.intersection(kinds))) for subject, kinds in classes.items()}
    return {subject: kinds for subject, kinds in found.items() if kinds}


def _partition(*terms: NamedNode) -> NamedNode:
    return NamedNode(f"{THINGS}partition/{'/'.join(map(_name, terms))}")


def _name(term: NamedNode) -> str:
    """A term as a part of an IRI: ``silk-partner``, or a hash where no prefix is known."""
    for prefix, namespace in PREFIXES.items():
        rest = term.value.removeprefix(namespace)
        if rest != term.value and rest.isascii() and rest.replace("-", "").replace("_", "").isalnum():
            return f"{prefix}-{rest}"
    return sha256(term.value.encode("utf-8")).hexdigest()[:12]
