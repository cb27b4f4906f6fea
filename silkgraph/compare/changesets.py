"""A comparison as RDF: change sets (``http://purl.org/vocab/changeset/schema#``) made by an activity (PROV-O).

What a change set removes and adds are reified statements, so that a program can carry a copy of the old graph over to
the new one. A thing that has another IRI now is a ``prov:wasRevisionOf`` the old one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad, Triple

from silkgraph.compare.changes import Change, Comparison, Status
from silkgraph.compare.side import Side
from silkgraph.describe.literals import en, text, zh
from silkgraph.export.order import reading_order
from silkgraph.export.rdf import SYNTAXES, rdf_bytes, rdf_pieces, used_prefixes
from silkgraph.namespaces import LABEL, THINGS, TYPE, owl, prov, rdf, schema

CHANGESET = "http://purl.org/vocab/changeset/schema#"
WORDS: dict[Status, tuple[str, str]] = {
    "gained": ("新增", "Gained"),
    "lost": ("删去", "Lost"),
    "changed": ("改动", "Changed"),
    "moved": ("移位", "Moved"),
}


def comparison_bytes(comparison: Comparison, changes: Iterable[Change], syntax: str) -> bytes:
    """The change sets in an RDF syntax.

    Raises:
        SilkgraphError: there is no such syntax.
    """
    quads = list(comparison_quads(comparison, changes))
    if syntax in SYNTAXES and SYNTAXES[syntax].is_abbreviated:
        prefixes = {**used_prefixes(quads), "cs": CHANGESET}
        return b"".join(rdf_pieces(sorted(set(quads), key=reading_order), SYNTAXES[syntax], prefixes))
    return rdf_bytes(quads, syntax)


def comparison_quads(comparison: Comparison, changes: Iterable[Change]) -> Iterator[Quad]:
    """The comparison as an activity, and each change as a change set; all in the default graph."""
    old, new = (_build(side) for side in (comparison.old, comparison.new))
    activity = NamedNode(f"{THINGS}diff/{comparison.old.sha256[:12]}-{comparison.new.sha256[:12]}")
    yield Quad(activity, TYPE, prov("Activity"))
    yield Quad(activity, LABEL, zh(f"比较两次构建：{comparison.old.sha256[:12]} 与 {comparison.new.sha256[:12]}"))
    yield Quad(activity, LABEL, en(f"Comparison of {comparison.old.sha256[:12]} with {comparison.new.sha256[:12]}"))
    for build, side in ((old, comparison.old), (new, comparison.new)):
        yield Quad(activity, prov("used"), build)
        yield from _described(build, side)
    yield Quad(new, prov("wasRevisionOf"), old)
    added_to, removed_from = (
        {triple for thing in things for triple in thing.triples}
        for things in (comparison.new_things, comparison.old_things)
    )
    for number, change in enumerate(changes, 1):
        node = NamedNode(f"{activity.value}/{number}")
        yield from _change(node, change, activity)
        for role, triples in (
            ("removal", (change.old.triples if change.old else frozenset()) - added_to),
            ("addition", (change.new.triples if change.new else frozenset()) - removed_from),
        ):
            yield from _statements(node, role, triples)


def _build(side: Side) -> NamedNode:
    return NamedNode(f"{THINGS}build/{side.sha256[:12]}")


def _described(build: NamedNode, side: Side) -> Iterator[Quad]:
    yield Quad(build, TYPE, prov("Entity"))
    yield Quad(build, LABEL, zh(f"丝路图谱数据 {side.version}（{side.sha256[:12]}）"))
    yield Quad(build, LABEL, en(f"Silkgraph data {side.version} ({side.sha256[:12]})"))
    yield Quad(build, schema("sha256"), text(side.sha256))
    if side.version:
        yield Quad(build, owl("versionInfo"), text(side.version))


def _change(node: NamedNode, change: Change, activity: NamedNode) -> Iterator[Quad]:
    chinese, english = WORDS[change.status]
    thing = change.thing
    yield Quad(node, TYPE, _cs("ChangeSet"))
    yield Quad(node, TYPE, prov("Entity"))
    yield Quad(node, LABEL, zh(f"{chinese}：{thing.label('zh')}"))
    yield Quad(node, LABEL, en(f"{english}: {thing.label('en')}"))
    yield Quad(node, _cs("changeReason"), text(change.status))
    yield Quad(node, prov("wasGeneratedBy"), activity)
    yield Quad(node, _cs("subjectOfChange"), NamedNode(thing.iri))
    if change.old and change.new and change.old.iri != change.new.iri:
        yield Quad(NamedNode(change.new.iri), prov("wasRevisionOf"), NamedNode(change.old.iri))


def _statements(node: NamedNode, role: str, triples: Iterable[Triple]) -> Iterator[Quad]:
    for number, triple in enumerate(sorted(triples, key=str), 1):
        statement = NamedNode(f"{node.value}/{role}/{number}")
        yield Quad(node, _cs(role), statement)
        yield Quad(statement, TYPE, rdf("Statement"))
        yield Quad(statement, rdf("subject"), triple.subject)
        yield Quad(statement, rdf("predicate"), triple.predicate)
        yield Quad(statement, rdf("object"), _object(triple))


def _object(triple: Triple) -> NamedNode | Literal:
    assert isinstance(triple.object, NamedNode | Literal), "the graph has no blank nodes"
    return triple.object


def _cs(name: str) -> NamedNode:
    return NamedNode(CHANGESET + name)
