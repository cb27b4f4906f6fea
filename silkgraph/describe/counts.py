"""How much of what the graph holds: VoID statistics of the whole and of each named graph, by class and by property.

Query editors read from these partitions which classes and properties there are to complete, so each class tells which
properties its members have, and each of those what its values are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from silkgraph.describe import iris
from silkgraph.describe.literals import integer
from silkgraph.describe.namespaces import THINGS, TYPE, void
from silkgraph.export.prefixes import PREFIXES

VOID_EXT = "http://ldf.fi/void-ext#"
WIKIDATA = "http://www.wikidata.org/entity/"
WIKIDATA_DATASET = NamedNode("https://www.wikidata.org/wiki/Wikidata:Main_Page")

Statement = tuple[NamedNode, NamedNode, NamedNode | Literal]
Subject = NamedNode | BlankNode | Triple
Object = NamedNode | BlankNode | Literal | Triple
Triples = set[tuple[Subject, NamedNode, Object]]


def count_triples(quads: Iterable[Quad]) -> Iterator[Statement]:
    """The statistics of these quads, as triples about the dataset and its graphs."""
    graphs: defaultdict[NamedNode, Triples] = defaultdict(set)
    union: Triples = set()
    for quad in quads:
        triple = (quad.subject, quad.predicate, quad.object)
        union.add(triple)
        if isinstance(quad.graph_name, NamedNode):
            graphs[quad.graph_name].add(triple)
    for graph, triples in graphs.items():
        yield from _sizes(graph, triples)
    yield from _sizes(iris.dataset(), union)
    yield from _class_partitions(union)
    yield from _property_partitions(union)
    yield from _linksets(union)


def vocabularies(quads: Iterable[Quad]) -> set[NamedNode]:
    """The namespaces of all properties and classes in use."""
    used = {quad.predicate.value for quad in quads}
    used |= {quad.object.value for quad in quads if quad.predicate == TYPE and isinstance(quad.object, NamedNode)}
    return {NamedNode(iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]) for iri in used}


def _sizes(subject: NamedNode, triples: Triples) -> Iterator[Statement]:
    subjects = {triple[0] for triple in triples}
    entities = {term for term in subjects if isinstance(term, NamedNode) and term.value.startswith(THINGS)}
    yield subject, void("distinctSubjects"), integer(len(subjects))
    yield subject, void("distinctObjects"), integer(len({triple[2] for triple in triples}))
    yield subject, void("properties"), integer(len({triple[1] for triple in triples}))
    yield subject, void("classes"), integer(len({triple[2] for triple in triples if triple[1] == TYPE}))
    yield subject, void("entities"), integer(len(entities))


def _class_partitions(triples: Triples) -> Iterator[Statement]:
    classes = _classes(triples)
    members: Counter[NamedNode] = Counter(kind for kinds in classes.values() for kind in kinds)
    uses: Counter[tuple[NamedNode, NamedNode]] = Counter()
    values: Counter[tuple[NamedNode, NamedNode, NamedNode, NamedNode]] = Counter()
    for subject, predicate, object in triples:
        sides = _object_side(object, classes)
        for kind in classes.get(subject, ()):
            uses[kind, predicate] += 1
            for property, side in sides:
                values[kind, predicate, property, side] += 1
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
_NAMES_SIDE = {
    void("classPartition"): void("class"),
    _DATATYPE_PARTITION: NamedNode(VOID_EXT + "datatype"),
}


def _object_side(object: Object, classes: Mapping[object, set[NamedNode]]) -> list[tuple[NamedNode, NamedNode]]:
    """Which classes or which datatype a value is of, each with the property that tells it."""
    if isinstance(object, Literal):
        return [(_DATATYPE_PARTITION, object.datatype)]
    return [(void("classPartition"), kind) for kind in classes.get(object, ())]


def _property_partitions(triples: Triples) -> Iterator[Statement]:
    for predicate, number in Counter(triple[1] for triple in triples).items():
        partition = _partition(predicate)
        yield iris.dataset(), void("propertyPartition"), partition
        yield partition, TYPE, void("Dataset")
        yield partition, void("property"), predicate
        yield partition, void("triples"), integer(number)


def _linksets(triples: Triples) -> Iterator[Statement]:
    """How many things are linked to Wikidata, by the property that links them."""
    links = Counter(
        predicate
        for _, predicate, object in triples
        if isinstance(object, NamedNode) and object.value.startswith(WIKIDATA)
    )
    for predicate, number in links.items():
        linkset = NamedNode(f"{THINGS}linkset/wikidata-{_name(predicate)}")
        yield iris.dataset(), void("subset"), linkset
        yield linkset, TYPE, void("Linkset")
        yield linkset, void("linkPredicate"), predicate
        yield linkset, void("subjectsTarget"), iris.dataset()
        yield linkset, void("objectsTarget"), WIKIDATA_DATASET
        yield linkset, void("triples"), integer(number)


def _classes(triples: Triples) -> dict[object, set[NamedNode]]:
    classes: defaultdict[object, set[NamedNode]] = defaultdict(set)
    for subject, predicate, object in triples:
        if predicate == TYPE and isinstance(object, NamedNode):
            classes[subject].add(object)
    return dict(classes)


def _partition(*terms: NamedNode) -> NamedNode:
    return NamedNode(f"{THINGS}partition/{'/'.join(map(_name, terms))}")


def _name(term: NamedNode) -> str:
    """A term as a part of an IRI: ``silk-partner``, or a hash where no prefix is known."""
    for prefix, namespace in PREFIXES.items():
        rest = term.value.removeprefix(namespace)
        if rest != term.value and rest.isascii() and rest.replace("-", "").replace("_", "").isalnum():
            return f"{prefix}-{rest}"
    return sha256(term.value.encode("utf-8")).hexdigest()[:12]
