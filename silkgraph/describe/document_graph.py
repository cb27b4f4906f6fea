"""A document's reading as quads: what was read, from which words, by which program.

Superproperties and what queries would otherwise need a reasoner for (``silk:involves``,
``silk:partnerCountry``, the country of each body) are stated outright. Bodies of the authority file
are described in the reference graph; a body met here for the first time is described here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

import silkgraph
from silkgraph.describe import iris
from silkgraph.describe.labels import (
    Glossary,
    figure_labels,
    item_labels,
    outcome_labels,
    participation_labels,
    unread_labels,
)
from silkgraph.describe.literals import boolean, date, en, integer, number, tagged, text, year, zh
from silkgraph.describe.mentions import bodies_of, parties_of
from silkgraph.describe.reference_graph import known_glossary
from silkgraph.model import Body, Figure, Item, Outcome, Participation, Passage, Reading, SourceDocument, UnreadClause
from silkgraph.namespaces import KIND_CLASSES, LABEL, TYPE, dcterms, oa, prov, schema, silk

__all__ = ["bodies_of", "describe", "describe_reading", "parties_of"]

PREAMBLE = "0"
"""The number of the item that stands before the first entry of a list."""

Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]
NOBODY: Mapping[str, Body] = {}


def describe(reading: Reading, root: Path | None = None, called: Mapping[str, Body] = NOBODY) -> list[Quad]:
    """The quads of one document's graph, with the project's own names for bodies.

    Args:
        reading: what was read from the document.
        root: the folder that holds ``ontology/``; where the project's data lie if not given.
        called: bodies that other documents describe differently, as all describe them (``resolve.concord``).
    """
    return describe_reading(reading, known_glossary(root), called=called)


def describe_reading(
    reading: Reading,
    glossary: Glossary,
    version: str = silkgraph.__version__,
    called: Mapping[str, Body] = NOBODY,
) -> list[Quad]:
    """The quads of one document's graph, each once, in a stable order.

    Args:
        reading: what was read from the document.
        glossary: what bodies and concepts are called (``reference_graph.known_glossary``).
        version: of the program that read it.
        called: as for ``describe``.
    """
    graph = iris.graph(reading.document.identifier)
    triples = set(document_triples(reading, glossary, version, called))
    return sorted((Quad(*triple, graph) for triple in triples), key=str)


def document_triples(
    reading: Reading, glossary: Glossary, version: str = silkgraph.__version__, called: Mapping[str, Body] = NOBODY
) -> Iterator[Triple]:
    """What ``describe_reading`` says, in no order, some of it more than once."""
    document = reading.document
    yield from _document(document, reading.length)
    yield from _provenance(document, version)
    for item, passage in zip(reading.items, reading.item_passages, strict=True):
        yield from _item(item, passage, document)
    if reading.preamble is not None:
        yield from _item(Item(PREAMBLE, 0, 0, (), None, ()), reading.preamble, document)
    for outcome, label in zip(reading.outcomes, outcome_labels(reading, glossary), strict=True):
        yield from _outcome(outcome, label, document)
    for figure in reading.figures:
        yield from _figure(figure, document, glossary)
    for position, participation in enumerate(reading.participations, 1):
        yield from _participation(participation, position, document, glossary)
    for clause in reading.unread:
        yield from _unread(clause, document)
    bodies = bodies_of(reading)
    yield from _bodies((called.get(body.identifier, body) for body in bodies) if called else bodies, glossary)


def _document(document: SourceDocument, length: int) -> Iterator[Triple]:
    """What is known of the source itself. ``dcterms:identifier`` keeps its name where the IRI had to change it."""
    subject = iris.document(document.identifier)
    yield subject, TYPE, silk("SourceDocument")
    yield subject, dcterms("identifier"), text(document.identifier)
    for property in (dcterms("title"), LABEL):
        yield subject, property, zh(document.title_zh)
        yield subject, property, en(document.title_en)
    if document.forum:
        yield subject, silk("forum"), iris.forum(document.forum)
    if document.issued:
        yield subject, dcterms("issued"), date(document.issued)
    if document.issuer:
        yield subject, dcterms("publisher"), zh(document.issuer)
    if document.published_at:
        yield subject, dcterms("source"), _address(document.published_at)
    if document.rights:
        yield subject, dcterms("rights"), tagged(document.rights)
    if document.stated_items is not None:
        yield subject, silk("statedItems"), integer(document.stated_items)
    yield subject, dcterms("language"), text("zh")
    yield subject, silk("characters"), integer(length)
    yield subject, schema("sha256"), text(document.sha256)


def _address(published_at: str) -> NamedNode | Literal:
    """Where a document was published: a link where it is a web address, else words."""
    if published_at.startswith(("https://", "http://")):
        try:
            return NamedNode(published_at)
        except ValueError:
            pass
    return tagged(published_at)


def _provenance(document: SourceDocument, version: str) -> Iterator[Triple]:
    """How the graph came about. No clock: the same source and program give the same bytes."""
    graph, source = iris.graph(document.identifier), iris.document(document.identifier)
    activity, software = iris.extraction(document.identifier), iris.software(version)
    yield graph, LABEL, zh(f"从《{document.title_zh}》读出的图")
    yield graph, LABEL, en(f"Graph read from: {document.title_en}")
    yield graph, TYPE, prov("Entity")
    yield graph, prov("wasDerivedFrom"), source
    yield graph, prov("wasGeneratedBy"), activity
    yield graph, silk("sourceSha256"), text(document.sha256)
    if document.issued:
        yield graph, dcterms("issued"), date(document.issued)
    yield activity, TYPE, prov("Activity")
    yield activity, LABEL, zh(f"读取《{document.title_zh}》")
    yield activity, LABEL, en(f"Reading of: {document.title_en}")
    yield activity, prov("used"), source
    yield activity, prov("wasAssociatedWith"), software
    yield software, TYPE, prov("SoftwareAgent")
    yield software, LABEL, zh(f"丝路图谱 {version}")
    yield software, LABEL, en(f"Silkgraph {version}")
    yield software, schema("softwareVersion"), text(version)


def _passage(subject: NamedNode, passage: Passage, document: str) -> Iterator[Triple]:
    """The words that ``subject`` was read from."""
    node = iris.passage(document, passage)
    yield subject, silk("passage"), node
    yield node, TYPE, silk("Passage")
    yield node, oa("exact"), text(passage.quote)
    yield node, oa("start"), integer(passage.start)
    yield node, oa("end"), integer(passage.end)
    yield node, oa("hasSource"), iris.document(document)


def _item(item: Item, passage: Passage, document: SourceDocument) -> Iterator[Triple]:
    subject = iris.item(document.identifier, item.number)
    chinese, english = item_labels(item, document)
    yield subject, TYPE, silk("Item")
    yield subject, LABEL, zh(chinese)
    yield subject, LABEL, en(english)
    yield subject, silk("number"), text(item.number)
    yield subject, dcterms("isPartOf"), iris.document(document.identifier)
    if item.pillar:
        yield subject, silk("pillar"), iris.concept("pillar", item.pillar)
    yield from _passage(subject, passage, document.identifier)


def _origin(subject: NamedNode, document: SourceDocument, item: str) -> Iterator[Triple]:
    """Where a statement comes from: forum, document and item."""
    if document.forum:
        yield subject, silk("forum"), iris.forum(document.forum)
    yield subject, silk("document"), iris.document(document.identifier)
    yield subject, prov("wasDerivedFrom"), iris.document(document.identifier)
    yield subject, silk("item"), iris.item(document.identifier, item)


def _outcome(outcome: Outcome, english: str, document: SourceDocument) -> Iterator[Triple]:
    subject = iris.outcome(outcome)
    yield subject, TYPE, silk("Outcome")
    yield subject, TYPE, silk(KIND_CLASSES[outcome.kind])
    yield subject, LABEL, zh(outcome.label)
    yield subject, LABEL, en(english)
    yield subject, silk("kind"), iris.concept("kind", outcome.kind)
    yield subject, silk("status"), iris.concept("status", outcome.status)
    yield subject, silk("domain"), iris.concept("domain", outcome.domain)
    yield subject, silk("sequence"), integer(outcome.number)
    if outcome.pillar:
        yield subject, silk("pillar"), iris.concept("pillar", outcome.pillar)
    if outcome.year is not None:
        yield subject, silk("year"), year(outcome.year)
    yield subject, silk("rule"), iris.concept("rule", outcome.rule)
    for assumption in outcome.assumptions:
        yield subject, silk("assumption"), iris.concept("assumption", assumption)
    yield subject, silk("confidence"), iris.concept("confidence", outcome.confidence)
    yield from _origin(subject, document, outcome.item)
    yield from _passage(subject, outcome.passage, document.identifier)
    yield from _parties(outcome, subject)
    yield from _amounts(outcome, subject)


def _parties(outcome: Outcome, subject: NamedNode) -> Iterator[Triple]:
    """The bodies of an outcome, as links for queries and as party nodes that keep order and wording."""
    for position, (role, body) in enumerate(parties_of(outcome), 1):
        node, party = iris.body(body.identifier), iris.party(outcome, position)
        yield subject, silk(role), node
        yield subject, silk("involves"), node
        if role == "partner" and body.country:
            yield subject, silk("partnerCountry"), iris.place(body.country)
        yield subject, silk("party"), party
        yield party, TYPE, silk("Party")
        yield party, silk("role"), text(role)
        yield party, silk("position"), integer(position)
        yield party, silk("nameAsWritten"), zh(body.name)
        yield party, silk("body"), node
        yield party, silk("identification"), iris.concept("identification", body.identification)


def _amounts(outcome: Outcome, subject: NamedNode) -> Iterator[Triple]:
    for position, amount in enumerate(outcome.amounts, 1):
        node = iris.amount(outcome, position)
        yield subject, silk("amount"), node
        yield node, TYPE, schema("MonetaryAmount")
        yield node, schema("value"), number(amount.value)
        yield node, schema("currency"), text(amount.currency)


def _bodies(mentions: Iterable[Body], glossary: Glossary) -> Iterator[Triple]:
    """The country of every body; all about a body that is not of the authority file, as it was first met."""
    met: set[str] = set()
    for body in mentions:
        if body.identifier in met:
            continue
        met.add(body.identifier)
        subject = iris.body(body.identifier)
        if body.country:
            yield subject, silk("country"), iris.place(body.country)
        if body.reconciled:
            continue
        yield subject, TYPE, silk("Body")
        yield subject, LABEL, zh(body.name)
        yield subject, LABEL, en(glossary.body(body))
        yield subject, silk("bodyType"), iris.concept("body-type", body.type)
        yield subject, silk("generic"), boolean(body.generic)
        yield subject, silk("reconciled"), boolean(False)


def _figure(figure: Figure, document: SourceDocument, glossary: Glossary) -> Iterator[Triple]:
    subject = iris.figure(figure)
    chinese, english = figure_labels(figure, glossary)
    yield subject, TYPE, silk("Figure")
    yield subject, LABEL, zh(chinese)
    yield subject, LABEL, en(english)
    yield subject, silk("subject"), zh(figure.subject)
    yield subject, silk("measure"), zh(figure.measure)
    yield subject, schema("value"), number(figure.value)
    if figure.upper is not None:
        yield subject, silk("upperValue"), number(figure.upper)
    yield subject, silk("unit"), text(figure.unit)
    yield subject, silk("qualifier"), iris.concept("qualifier", figure.qualifier)
    if figure.as_of:
        yield subject, silk("asOf"), text(figure.as_of)
    yield subject, silk("sequence"), integer(figure.number)
    yield from _origin(subject, document, figure.item)
    yield from _passage(subject, figure.passage, document.identifier)


def _participation(
    participation: Participation, position: int, document: SourceDocument, glossary: Glossary
) -> Iterator[Triple]:
    subject = iris.participation(document.identifier, position)
    chinese, english = participation_labels(participation, glossary)
    yield subject, TYPE, silk("Participation")
    yield subject, LABEL, zh(chinese)
    yield subject, LABEL, en(english)
    if participation.person is not None:
        yield subject, silk("personName"), zh(participation.person)
    yield subject, silk("office"), zh(participation.office)
    if participation.country:
        yield subject, silk("country"), iris.place(participation.country)
    if participation.organization is not None:
        yield subject, silk("body"), iris.body(participation.organization.identifier)
    yield subject, silk("sequence"), integer(position)
    yield from _origin(subject, document, participation.item)
    yield from _passage(subject, participation.passage, document.identifier)


def _unread(clause: UnreadClause, document: SourceDocument) -> Iterator[Triple]:
    """What the graph lacks: a clause that tells an outcome and gave none."""
    subject = iris.unread(document.identifier, clause.passage)
    chinese, english = unread_labels(clause, document)
    yield subject, TYPE, silk("UnreadClause")
    yield subject, LABEL, zh(chinese)
    yield subject, LABEL, en(english)
    if clause.verb:
        yield subject, silk("unreadVerb"), text(clause.verb)
    yield subject, silk("unreadReason"), iris.concept("unread-reason", clause.reason)
    yield subject, silk("document"), iris.document(document.identifier)
    yield subject, prov("wasDerivedFrom"), iris.document(document.identifier)
    yield subject, silk("item"), iris.item(document.identifier, clause.item)
    yield from _passage(subject, clause.passage, document.identifier)
