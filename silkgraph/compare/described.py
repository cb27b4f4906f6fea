"""One side looked through for the things that may differ: only what is told of those is kept."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from silkgraph.compare.side import LINE, Side
from silkgraph.compare.statements import OWNER, PASSAGE
from silkgraph.compare.things import CLASSES, OWN_CLASSES, Thing, ThingClass, fields_of, last, text_of
from silkgraph.namespaces import GRAPHS, THINGS, TYPE, dcterms, oa, schema, silk


@dataclass(frozen=True, slots=True)
class Described:
    """What is needed of one side: the things in question, and how many of all there are."""

    things: Sequence[Thing]
    counts: Mapping[tuple[str, ThingClass], int]
    """By document and class; bodies count for no document."""
    sources: Mapping[str, str]
    """The SHA-256 of each source document."""


def describe_side(side: Side, owners: Collection[bytes], passages: Collection[bytes]) -> Described:
    """The things with the IRIs ``owners``, and those whose passage is one of ``passages``.

    Args:
        side: where they are looked for.
        owners: outcomes, figures and bodies; those that the side lacks are left out.
        passages: whose words may differ.
    """
    wanted = {*owners, *_of_passages(side, passages)} if passages else set(owners)
    lines = _lines_of(side, wanted)
    nodes = {node for owner in lines.values() for line in owner for node in POINTED.findall(line)}
    frame = _frame(side, nodes, {owner for owner in wanted if b"/id/body/" in owner})
    things = [_thing(owner.decode(), _quads(own), frame) for owner, own in lines.items()]
    ordered = sorted((thing for thing in things if thing is not None), key=Thing.reading_order)
    return Described(ordered, frame.counts, frame.sources)


def _of_passages(side: Side, passages: Collection[bytes]) -> Iterator[bytes]:
    for line in side.lines():
        owner = OWNER.match(line)
        if owner and any(passage in passages for passage in PASSAGE.findall(line, owner.end())):
            yield owner[1]


def _lines_of(side: Side, owners: Collection[bytes]) -> dict[bytes, list[bytes]]:
    found: defaultdict[bytes, list[bytes]] = defaultdict(list)
    for line in side.lines():
        owner = OWNER.match(line)
        if owner and owner[1] in owners:
            found[owner[1]].append(line)
    return found


@dataclass(slots=True)
class _Frame:
    """What things are described with: words, numbers of items, names of documents, who names which body."""

    passages: dict[str, list[Quad]]
    items: dict[str, str]
    identifiers: dict[str, str]
    sources: dict[str, str]
    naming: Mapping[str, set[str]]
    counts: Mapping[tuple[str, ThingClass], int]


POINTED = re.compile(rb"<(" + re.escape(THINGS.encode()) + rb"(?:passage|item)/[^>]+)>")
"""The item and the passages of a thing."""
_WORDS = ("exact", "start", "end")
_CLASSES: dict[bytes, ThingClass] = {
    str(silk("Outcome")).encode(): "outcome",
    str(silk("Figure")).encode(): "figure",
    str(silk("Body")).encode(): "body",
}
_TYPE, _NUMBER, _SHA256 = (str(name).encode() for name in (TYPE, silk("number"), schema("sha256")))
_IDENTIFIER = str(dcterms("identifier")).encode()
_DOCUMENT = f"<{THINGS}document/".encode()
_BODY = f"<{THINGS}body/".encode()


def _frame(side: Side, nodes: Collection[bytes], bodies: Collection[bytes]) -> _Frame:
    words: defaultdict[str, list[bytes]] = defaultdict(list)
    items: dict[str, str] = {}
    documents: dict[bytes, dict[str, str]] = {_IDENTIFIER: {}, _SHA256: {}}
    naming: defaultdict[str, set[str]] = defaultdict(set)
    counts: Counter[tuple[str, ThingClass]] = Counter()
    counted = b""
    for line in side.lines():
        statement = LINE.fullmatch(line)
        if statement is None:
            continue
        subject, predicate, value = statement["subject"], statement["predicate"], statement["object"]
        if predicate == _TYPE and value in _CLASSES:
            of = _CLASSES[value]
            counts["" if of == "body" else _document_in(subject), of] += subject != counted
            counted = subject  # in how many graphs it may be said: all lines of a subject stand together
        elif predicate == _NUMBER and subject[1:-1] in nodes:
            items[_iri(subject)] = _text(value)
        elif predicate in documents and subject.startswith(_DOCUMENT):
            documents[predicate][_iri(subject)] = _text(value)
        elif subject[1:-1] in nodes:
            words[_iri(subject)].append(line)
        if value.startswith(_BODY) and value[1:-1] in bodies and (graph := statement["graph"]):
            naming[_iri(value)].add(_iri(graph).removeprefix(GRAPHS))
    names = documents[_IDENTIFIER]
    return _Frame(
        passages={passage: _quads(lines) for passage, lines in words.items()},
        items=items,
        identifiers=names,
        sources={names.get(iri, last(iri)): sha256 for iri, sha256 in documents[_SHA256].items()},
        naming=naming,
        counts={(names.get(document, last(document)), of): count for (document, of), count in counts.items()},
    )


def _document_in(subject: bytes) -> str:
    """The IRI of the document that stands in the IRI of an outcome or figure."""
    return f"{THINGS}document/{_iri(subject).removeprefix(THINGS).split('/')[1]}"


def _quads(lines: Iterable[bytes]) -> list[Quad]:
    return [quad for quad in parse(b"".join(lines), format=RdfFormat.N_QUADS) if isinstance(quad, Quad)]


def _thing(iri: str, quads: Sequence[Quad], frame: _Frame) -> Thing | None:
    """A thing from what is said of it; None where nobody says that it is one."""
    own = [quad for quad in quads if quad.subject == NamedNode(iri)]
    of = next((of for of in CLASSES if iri.startswith(f"{THINGS}{of}/")), None)
    if of is None or not any(quad.predicate == TYPE and quad.object in OWN_CLASSES for quad in own):
        return None
    values: defaultdict[NamedNode, list[str]] = defaultdict(list)
    for quad in own:
        values[quad.predicate].append(text_of(quad.object))
    passages = sorted(values[silk("passage")])
    told = [quad for passage in passages for quad in frame.passages.get(passage, ())]
    words = {name: [text_of(quad.object) for quad in told if quad.predicate == oa(name)] for name in _WORDS}
    documents = sorted(frame.naming.get(iri, ())) or sorted({_graph(quad) for quad in own} - {""})
    if of != "body":
        documents = sorted({frame.identifiers.get(one, last(one)) for one in values[silk("document")]})
    return Thing(
        iri=iri,
        of=of,
        documents=tuple(documents),
        item="".join(frame.items.get(item, last(item)) for item in values[silk("item")]),
        number=int(next(iter(values[silk("sequence")]), 0)),
        start=min(map(int, words["start"]), default=0),
        end=max(map(int, words["end"]), default=0),
        fields=fields_of(own, quads, words["exact"]),
        triples=frozenset(quad.triple for quad in (*quads, *told)),
    )


def _graph(quad: Quad) -> str:
    return quad.graph_name.value.removeprefix(GRAPHS) if isinstance(quad.graph_name, NamedNode) else ""


def _iri(term: bytes) -> str:
    return term[1:-1].decode("utf-8")


def _text(literal: bytes) -> str:
    """The text of a plain literal without anything to unescape: a number, an identifier, a checksum."""
    return literal.split(b'"')[1].decode("utf-8")
