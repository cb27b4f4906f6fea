"""How much of what the graph holds: VoID statistics of the whole and of each named graph, by class and by property.

Query editors read from these partitions which classes and properties there are to complete, so each class tells which
properties its members have, and each of those what its values are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from silkgraph.describe import iris
from silkgraph.describe.literals import integer
from silkgraph.describe.namespaces import THINGS, TYPE, void
from silkgraph.export.prefixes import PREFIXES

VOID_EXT = "http://ldf.fi/void-ext#"
WIKIDATA = "http://www.wikidata.org/entity/"
WIKIDATA_DATASET = NamedNode("https://www.wikidata.org/wiki/Wikidata:Main_Page")

Statement = tuple[NamedNode, NamedNode, NamedNode | Literal]
Term = NamedNode | BlankNode | Literal | Triple
Triples = set[tuple[int, int, int]]


class Terms:
    """The terms of a graph, numbered as they are met: numbers are counted and compared much faster than terms."""

    def __init__(self) -> None:
        self._numbers: dict[Term, int] = {}
        self._terms: list[Term] = []

    def number(self, term: Term) -> int:
        """The number of a term, a new one where it is first met."""
        found = self._numbers.get(term)
        if found is None:
            found = self._numbers[term] = len(self._terms)
            self._terms.append(term)
        return found

    def named(self, number: int) -> NamedNode:
        """The IRI with this number."""
        term = self._terms[number]
        if not isinstance(term, NamedNode):
            raise TypeError(f"not an IRI: {term}")
        return term

    def __getitem__(self, number: int) -> Term:
        return self._terms[number]


def count_triples(quads: Iterable[Quad]) -> Iterator[Statement]:
    """The statistics of these quads, as triples about the dataset and its graphs."""
    terms = Terms()
    number = terms.number
    graphs: defaultdict[NamedNode | BlankNode | DefaultGraph, Triples] = defaultdict(set)
    for quad in quads:
        graphs[quad.graph_name].add((number(quad.subject), number(quad.predicate), number(quad.object)))
    union: Triples = set().union(*graphs.values())
    for graph, triples in graphs.items():
        if isinstance(graph, NamedNode):
            yield from _sizes(graph, triples, terms)
    yield from _sizes(iris.dataset(), union, terms)
    yield from _class_partitions(union, terms)
    yield from _property_partitions(union, terms)
    yield from _linksets(union, terms)


def vocabularies(quads: Iterable[Quad]) -> set[NamedNode]:
    """The namespaces of all properties and classes in use."""
    used = {quad.predicate.value for quad in quads}
    used |= {quad.object.value for quad in quads if quad.predicate == TYPE and isinstance(quad.object, NamedNode)}
    return {NamedNode(iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]) for iri in used}


def _sizes(subject: NamedNode, triples: Triples, terms: Terms) -> Iterator[Statement]:
    subjects = [terms[number] for number in {subject for subject, _, _ in triples}]
    entities = sum(isinstance(term, NamedNode) and term.value.startswith(THINGS) for term in subjects)
    kind = terms.number(TYPE)
    yield subject, void("distinctSubjects"), integer(len(subjects))
    yield subject, void("distinctObjects"), integer(len({value for _, _, value in triples}))
    yield subject, void("properties"), integer(len({predicate for _, predicate, _ in triples}))
    yield subject, void("classes"), integer(len({value for _, predicate, value in triples if predicate == kind}))
    yield subject, void("entities"), integer(entities)


def _class_partitions(triples: Triples, terms: Terms) -> Iterator[Statement]:
    classes = _classes(triples, terms)
    members: Counter[NamedNode] = Counter(terms.named(kind) for kinds in classes.values() for kind in kinds)
    uses: Counter[tuple[NamedNode, NamedNode]] = Counter()
    values: Counter[tuple[NamedNode, NamedNode, NamedNode, NamedNode]] = Counter()
    for (kinds, used, property, sides), number in _alike(triples, terms, classes).items():
        predicate = terms.named(used)
        for kind in map(terms.named, kinds):
            uses[kind, predicate] += number
            for side in map(terms.named, sides):
                values[kind, predicate, property, side] += number
    for kind, number in members.items():
        partition = _partition(kind)
        yield iris.dataset(), void("classPartition"), partition
        yield partition, TYPE, void("Dataset")
        yield partition, void("class"), kind
        yield partition, void("entities"), integer(number)
    for (kind, predicate), number in uses.items():
        partition = _partition(kind, predicate)
        yield _partition(kind), void("propertyPartition"), partition
        yield partition, TYPE, void("Dataset")
        yield partition, void("property"), predicate
        yield partition, void("triples"), integer(number)
    for (kind, predicate, property, side), number in values.items():
        partition = _partition(kind, predicate, side)
        yield _partition(kind, predicate), property, partition
        yield partition, TYPE, void("Dataset")
        yield partition, _NAMES_SIDE[property], side
        yield partition, void("triples"), integer(number)


_DATATYPE_PARTITION = NamedNode(VOID_EXT + "datatypePartition")
_CLASS_PARTITION = void("classPartition")
_NAMES_SIDE = {
    _CLASS_PARTITION: void("class"),
    _DATATYPE_PARTITION: NamedNode(VOID_EXT + "datatype"),
}
Kinds = tuple[int, ...]
"""The classes of a thing, or the datatype of a literal."""


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


def _property_partitions(triples: Triples, terms: Terms) -> Iterator[Statement]:
    for found, number in Counter(predicate for _, predicate, _ in triples).items():
        predicate = terms.named(found)
        partition = _partition(predicate)
        yield iris.dataset(), void("propertyPartition"), partition
        yield partition, TYPE, void("Dataset")
        yield partition, void("property"), predicate
        yield partition, void("triples"), integer(number)


def _linksets(triples: Triples, terms: Terms) -> Iterator[Statement]:
    """How many things are linked to Wikidata, by the property that links them."""
    known = {
        value: isinstance(term := terms[value], NamedNode) and term.value.startswith(WIKIDATA)
        for value in {value for _, _, value in triples}
    }
    links = Counter(predicate for _, predicate, value in triples if known[value])
    for found, number in links.items():
        predicate = terms.named(found)
        linkset = NamedNode(f"{THINGS}linkset/wikidata-{_name(predicate)}")
        yield iris.dataset(), void("subset"), linkset
        yield linkset, TYPE, void("Linkset")
        yield linkset, void("linkPredicate"), predicate
        yield linkset, void("subjectsTarget"), iris.dataset()
        yield linkset, void("objectsTarget"), WIKIDATA_DATASET
        yield linkset, void("triples"), integer(number)


def _classes(triples: Triples, terms: Terms) -> dict[int, Kinds]:
    """The classes of each thing that has one."""
    kind = terms.number(TYPE)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for subject, predicate, value in triples:
        if predicate == kind and isinstance(terms[value], NamedNode):
            found[subject].append(value)
    return {subject: tuple(sorted(kinds)) for subject, kinds in found.items()}


def _partition(*terms: NamedNode) -> NamedNode:
    return NamedNode(f"{THINGS}partition/{'/'.join(map(_name, terms))}")


def _name(term: NamedNode) -> str:
    """A term as a part of an IRI: ``silk-partner``, or a hash where no prefix is known."""
    for prefix, namespace in PREFIXES.items():
        rest = term.value.removeprefix(namespace)
        if rest != term.value and rest.isascii() and rest.replace("-", "").replace("_", "").isalnum():
            return f"{prefix}-{rest}"
    return sha256(term.value.encode("utf-8")).hexdigest()[:12]
