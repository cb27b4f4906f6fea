"""Checking quads, a store or a file against the shapes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyshacl
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QuerySolutions, Store, Variable
from rdflib.namespace import SH

from silkgraph.errors import KnowledgeError
from silkgraph.namespaces import LABEL, SCHEMES, TYPE, oa, silk, skos
from silkgraph.rdf_files import read_quads
from silkgraph.validate.data_graph import DataGraph
from silkgraph.validate.report import Report, Result, Severity
from silkgraph.validate.shapes import (
    WHOLE_GRAPH,
    Shape,
    Shapes,
    declared_prefixes,
    load_shapes,
    queries_of,
    short,
)
from silkgraph.validate.sieve import unsettled
from silkgraph.validate.terms import Term, to_oxigraph

EXACT = oa("exact")
PASSAGE = silk("passage")
CONCEPT_SCHEME = skos("ConceptScheme")
KINDS = NamedNode(SCHEMES + "kind")


def validate_quads(quads: Iterable[Quad], shapes: Shapes | None = None) -> Report:
    """Check the union of all graphs among some quads.

    Args:
        quads: the data; in which graph a statement is makes no difference.
        shapes: what to check against; the project's own if not given.

    Raises:
        KnowledgeError: a shape is broken.
    """
    rules = shapes or load_shapes()
    data = DataGraph(quads)
    return judge(data, rules, unsettled(rules.graph, data))


def judge(data: DataGraph, rules: Shapes, graph: rdflib.Graph) -> Report:
    """What pySHACL complains of, told in the words of the shapes.

    Args:
        data: the graph to check.
        rules: the shapes.
        graph: the graph of shapes that pySHACL is given; that of ``rules``, or what ``unsettled`` leaves of it.

    Raises:
        KnowledgeError: a shape is broken.
    """
    try:
        _, report, _ = pyshacl.validate(data, shacl_graph=graph, inplace=True, allow_warnings=True)
    except Exception as error:
        raise _unusable(error) from error
    if not isinstance(report, rdflib.Graph):
        raise _unusable(report)
    results = {_result(node, report, rules, data.statements) for node in report.objects(None, SH.result)}
    return Report(tuple(sorted(results, key=Result.key)))


def judge_across(statements: Store, rules: Shapes) -> Report:
    """What breaks the rules that compare documents, asked of a store that may be too large to be held in memory.

    Args:
        statements: has the union of all graphs as default graph.
        rules: what ``Shapes.across_documents`` gave.

    Raises:
        KnowledgeError: a rule cannot be evaluated.
    """
    found: set[Result] = set()
    for shape in rules.by_iri.values():
        node = rdflib.URIRef(shape.iri)
        severity = _severity(rules.graph.value(node, SH.severity))
        for query in queries_of(node, rules.graph):
            try:
                solutions = statements.query(
                    query,
                    prefixes=declared_prefixes(rules.graph),
                    substitutions={Variable("this"): NamedNode(WHOLE_GRAPH)},
                )
            except (OSError, ValueError, RuntimeError, SyntaxError) as error:
                raise _unusable(error) from error
            if not isinstance(solutions, QuerySolutions):
                raise _unusable(f"{shape.name} is no SELECT query")
            for solution in solutions:
                thing = solution["value"]
                if isinstance(thing, NamedNode | BlankNode | Literal):
                    found.add(_told(shape, severity, thing, shape.path, None, statements))
    return Report(tuple(sorted(found, key=Result.key)))


def _unusable(reason: object) -> KnowledgeError:
    """The error for shapes that pySHACL gives up on; ``load_shapes`` has found whatever can be found beforehand."""
    return KnowledgeError(f"a shape cannot be evaluated: {reason}", advice="Look at the shapes changed last.")


def validate_store(store: Store, shapes: Shapes | None = None) -> Report:
    """Check everything in a store, which stays as it is."""
    return validate_quads(store, shapes)


def validate_file(path: Path, reference: Iterable[Quad] | None = None, shapes: Shapes | None = None) -> Report:
    """Check an RDF file of any syntax, told by its suffix.

    Args:
        path: a Turtle, TriG, N-Triples, N-Quads, RDF/XML, JSON-LD or N3 file.
        reference: what the file takes for granted: vocabulary, schemes, bodies, places. If not given, the
            project's reference graph, unless the file describes the concept schemes itself.
        shapes: what to check against; the project's own if not given.

    Raises:
        SourceError: the file is missing, of no known syntax, unreadable or empty.
        KnowledgeError: a shape is broken.
    """
    quads = read_quads(path)
    if reference is None:
        reference = () if _describes_schemes(quads) else _reference()
    return validate_quads([*quads, *reference], shapes)


def _describes_schemes(quads: Iterable[Quad]) -> bool:
    return any(quad.subject == KINDS and quad.predicate == TYPE and quad.object == CONCEPT_SCHEME for quad in quads)


def _reference() -> Iterable[Quad]:
    from silkgraph.describe.reference_graph import reference_quads

    return reference_quads()


def _result(node: rdflib.term.Node, report: rdflib.Graph, shapes: Shapes, statements: Store) -> Result:
    """One result of pySHACL in the project's own form."""
    shape = shapes.by_iri[str(report.value(node, SH.sourceShape))]
    focus, value = report.value(node, SH.focusNode), report.value(node, SH.value)
    if focus == WHOLE_GRAPH and value is not None:
        focus, value = value, None
    assert focus is not None
    path = _path(node, report, shape)
    severity = _severity(report.value(node, SH.resultSeverity))
    return _told(shape, severity, to_oxigraph(focus), path, None if value is None else to_oxigraph(value), statements)


def _told(
    shape: Shape, severity: Severity, thing: Term, path: str | None, value: Term | None, statements: Store
) -> Result:
    """A complaint with what the graph calls the thing, and the words it was read from."""
    labels = dict(_labels(thing, statements))
    return Result(
        severity=severity,
        shape=shape.iri,
        focus=str(thing) if isinstance(thing, BlankNode) else thing.value,
        path=path,
        value=value,
        message_zh=shape.messages["zh"],
        message_en=shape.messages["en"],
        label_zh=labels.get("zh", ""),
        label_en=labels.get("en", ""),
        evidence=_evidence(thing, statements),
    )


def _severity(severity: rdflib.term.Node | None) -> Severity:
    names: dict[rdflib.term.Node | None, Severity] = {SH.Warning: "warning", SH.Info: "info"}
    return names.get(severity, "violation")


def _path(node: rdflib.term.Node, report: rdflib.Graph, shape: Shape) -> str | None:
    """The path of the shape; of a rule over the whole graph, the property that it returned."""
    if shape.path is not None:
        return shape.path
    found = report.value(node, SH.resultPath)
    return short(str(found)) if isinstance(found, rdflib.URIRef) else None


def _labels(thing: NamedNode | BlankNode | Literal, statements: Store) -> Iterator[tuple[str, str]]:
    """The least label of each language; a faulty graph may have several."""
    if isinstance(thing, Literal):
        return
    labels = [quad.object for quad in statements.quads_for_pattern(thing, LABEL, None)]
    for label in sorted((label for label in labels if isinstance(label, Literal)), key=str, reverse=True):
        yield label.language or "", label.value


def _evidence(thing: NamedNode | BlankNode | Literal, statements: Store) -> str:
    """The words that a thing was read from; of a passage, its own."""
    if isinstance(thing, Literal):
        return ""
    passages = [thing, *(quad.object for quad in statements.quads_for_pattern(thing, PASSAGE, None))]
    quotes = [
        quad.object.value
        for passage in passages
        if isinstance(passage, NamedNode | BlankNode)
        for quad in statements.quads_for_pattern(passage, EXACT, None)
        if isinstance(quad.object, Literal)
    ]
    return min(quotes, default="")
