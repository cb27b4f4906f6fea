"""The shapes in ``shapes/``: read, checked, and what they say to a person.

SHACL ignores a property it does not know, so a slip of the pen would silently switch a rule off. Here
it is an error with file and line, as is a shape without a message in both languages or without a target.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import rdflib
from pyoxigraph import RdfFormat, Store, parse
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH

from silkgraph import namespaces as ns
from silkgraph.errors import KnowledgeError
from silkgraph.locations import knowledge
from silkgraph.validate.terms import rdflib_triples

LANGUAGES = ("zh", "en")
SEVERITIES = (SH.Violation, SH.Warning, SH.Info)
TARGETS = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)
WHOLE_GRAPH = rdflib.URIRef(ns.GRAPHS + "dataset")
"""The target of a rule that looks at the whole graph at once and returns the culprit as ``?value``."""

SHAPE = ns.BASE + "shapes#"
ACROSS_DOCUMENTS = rdflib.URIRef(SHAPE + "acrossDocuments")
"""Says of a rule that it compares things of different documents, so that no part of a graph can be judged by it."""


@dataclass(frozen=True)
class Shape:
    """One rule: its IRI, what it says in each language, and the path it is about as SPARQL writes it."""

    iri: str
    messages: dict[str, str]
    path: str | None
    source: Path

    @property
    def name(self) -> str:
        """The local name, by which reports speak of the shape."""
        return self.iri.removeprefix(SHAPE)


@dataclass(frozen=True)
class Shapes:
    """All shapes: the graph that pySHACL evaluates, and each shape that can complain, by its IRI."""

    graph: rdflib.Graph
    by_iri: dict[str, Shape]

    def within_documents(self) -> Shapes:
        """Those that can be told of a part of the graph: the rules that compare documents have no target."""
        apart = set(self.graph.subjects(ACROSS_DOCUMENTS, None))
        graph = rdflib.Graph()
        for subject, predicate, value in self.graph:
            if subject not in apart or predicate not in TARGETS:
                graph.add((subject, predicate, value))
        return Shapes(graph, self.by_iri)

    def across_documents(self) -> Shapes:
        """The rules that compare documents, and nothing else."""
        apart = set(self.graph.subjects(ACROSS_DOCUMENTS, None))
        graph = rdflib.Graph()
        for subject, predicate, value in self.graph:
            if subject in apart or predicate not in TARGETS:
                graph.add((subject, predicate, value))
        return Shapes(graph, {iri: shape for iri, shape in self.by_iri.items() if rdflib.URIRef(iri) in apart})


def load_shapes(root: Path | None = None) -> Shapes:
    """Read every ``*.ttl`` file of a folder of shapes.

    Args:
        root: the folder, or a folder that holds ``shapes/``; the project's own if not given.

    Raises:
        KnowledgeError: the folder holds no shapes, or a file of it is broken; with file and line.
    """
    folder = knowledge("shapes") if root is None else root / "shapes" if (root / "shapes").is_dir() else root
    files = sorted(folder.glob("*.ttl"))
    if not files:
        raise KnowledgeError("there are no shapes (*.ttl) here", path=folder)
    graph = rdflib.Graph()
    origin: dict[rdflib.term.Identifier, Path] = {}
    for file in files:
        for subject in _read(file, graph):
            if origin.setdefault(subject, file) != file:
                raise _fault(subject, file, f"the shape is also in {origin[subject].name}; it can be in one file only")
    return Shapes(graph, dict(_shapes(graph, origin)))


def _read(file: Path, graph: rdflib.Graph) -> set[rdflib.term.Identifier]:
    """Add a file to the graph; the shapes that have a name in it."""
    try:
        text = file.read_text(encoding="utf-8")
        triples = list(rdflib_triples(parse(text, RdfFormat.TURTLE)))
    except UnicodeDecodeError as error:
        raise KnowledgeError("the file is not UTF-8", path=file) from error
    except SyntaxError as error:
        raise KnowledgeError(f"this is not Turtle: {error.msg}", path=file, line=error.lineno) from error
    for subject, predicate, value in triples:
        term = str(predicate).removeprefix(str(SH))
        if term != str(predicate) and predicate not in SH:
            line = _line(text, rf"\bsh:{re.escape(term)}\b")
            raise KnowledgeError(f"SHACL has no property sh:{term}", path=file, line=line)
        graph.add((subject, predicate, value))
    return {s for s, p, o in triples if p == RDF.type and o in (SH.NodeShape, SH.PropertyShape)}


def _shapes(graph: rdflib.Graph, origin: dict[rdflib.term.Identifier, Path]) -> Iterator[tuple[str, Shape]]:
    """Every shape with a target, checked."""
    for node in sorted(origin, key=str):
        file = origin[node]
        if not any((node, target, None) in graph for target in TARGETS):
            if (None, SH.node, node) not in graph:
                raise _fault(node, file, "the shape has no target, so nothing is ever checked against it")
            continue
        severity = graph.value(node, SH.severity)
        if severity is not None and severity not in SEVERITIES:
            raise _fault(node, file, "the severity is neither sh:Violation, sh:Warning nor sh:Info")
        for query in queries_of(node, graph):
            _check_query(query, node, file, graph)
        path = graph.value(node, SH.path)
        if path is None and (node, RDF.type, SH.PropertyShape) in graph:
            raise _fault(node, file, "a sh:PropertyShape needs a sh:path")
        text = None if path is None else _path(path, graph)
        yield str(node), Shape(str(node), _messages(node, file, graph), text, file)


def _messages(node: rdflib.term.Identifier, file: Path, graph: rdflib.Graph) -> dict[str, str]:
    """What the shape says, once in each language."""
    messages = list(graph.objects(node, SH.message))
    spoken = sorted(str(message.language) for message in messages if isinstance(message, rdflib.Literal))
    if spoken != sorted(LANGUAGES):
        raise _fault(node, file, "a shape needs one sh:message @zh and one sh:message @en")
    return {str(message.language): str(message) for message in messages if isinstance(message, rdflib.Literal)}


def declared_prefixes(graph: rdflib.Graph) -> dict[str, str]:
    """The prefixes that the SPARQL rules may use."""
    return {
        str(graph.value(declaration, SH.prefix)): str(graph.value(declaration, SH.namespace))
        for declaration in graph.objects(None, SH.declare)
    }


def queries_of(node: rdflib.term.Identifier, graph: rdflib.Graph) -> Iterator[str]:
    """The SPARQL of a rule."""
    for constraint in graph.objects(node, SH.sparql):
        for query in graph.objects(constraint, SH.select):
            yield str(query)


def _check_query(query: str, node: rdflib.term.Identifier, file: Path, graph: rdflib.Graph) -> None:
    """That a SPARQL rule parses, with the prefixes that the shapes declare."""
    try:
        Store().query(query, prefixes=declared_prefixes(graph))
    except SyntaxError as error:
        raise _fault(node, file, f"the SPARQL of the rule cannot be read: {error.msg}") from error


def _path(path: rdflib.term.Node, graph: rdflib.Graph) -> str:
    """A path as SPARQL writes it: ``silk:partner/silk:country``."""
    if isinstance(path, rdflib.URIRef):
        return short(str(path))
    if (inverse := graph.value(path, SH.inversePath)) is not None:
        return f"^{_path(inverse, graph)}"
    if (choice := graph.value(path, SH.alternativePath)) is not None:
        return "|".join(_path(member, graph) for member in Collection(graph, choice))
    return "/".join(_path(member, graph) for member in Collection(graph, path))


PREFIXES = {
    ns.SILK: "silk:",
    ns.RDF: "rdf:",
    ns.RDFS: "rdfs:",
    ns.SKOS: "skos:",
    ns.DCTERMS: "dcterms:",
    ns.PROV: "prov:",
    ns.OA: "oa:",
    ns.ORG: "org:",
    ns.SCHEMA: "schema:",
}


def short(iri: str) -> str:
    """An IRI with a prefix in place of a namespace that the shapes know, else in angle brackets."""
    for namespace, prefix in PREFIXES.items():
        if iri.startswith(namespace):
            return prefix + iri.removeprefix(namespace)
    return f"<{iri}>"


def _line(text: str, pattern: str) -> int | None:
    """The first line that holds a pattern and is not a comment."""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.lstrip().startswith("#") and re.search(pattern, line):
            return number
    return None


def _fault(node: rdflib.term.Identifier, file: Path, problem: str) -> KnowledgeError:
    """The error for a shape, at the line where it begins."""
    name = str(node).removeprefix(SHAPE)
    line = _line(file.read_text(encoding="utf-8"), rf"^\S*[:#/]{re.escape(name)}>?\s")
    return KnowledgeError(f"{name}: {problem}", path=file, line=line)
