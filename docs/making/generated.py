"""The pages that are made and not written: the reference of the vocabulary, and the questions with their answers."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, QuerySolutions, QueryTriples, Store

from silkgraph.ask.library import Question, all_questions
from silkgraph.ask.query import ask
from silkgraph.export.order import natural, reading_order
from silkgraph.export.prefixes import PREFIXES
from silkgraph.export.rdf import rdf_bytes
from silkgraph.locations import knowledge
from silkgraph.namespaces import BASE, COMMENT, LABEL, OWL, RDFS, SCHEMA, SILK, SKOS, TYPE
from silkgraph.store import OpenStore

ROWS_SHOWN = 10
SECTIONS = (
    ("Classes", f"{OWL}Class"),
    ("Links between things", f"{OWL}ObjectProperty"),
    ("Literal values", f"{OWL}DatatypeProperty"),
)
EXAMPLE = NamedNode(f"{SKOS}example")
TOLD = (
    ("subclass of", f"{RDFS}subClassOf"),
    ("subproperty of", f"{RDFS}subPropertyOf"),
    ("of", f"{RDFS}domain"),
    ("of", f"{SCHEMA}domainIncludes"),
    ("to", f"{RDFS}range"),
    ("disjoint with", f"{OWL}disjointWith"),
)


def pages(store: OpenStore) -> dict[str, str]:
    """The generated pages, by their path on the site."""
    return {"reference/ontology.md": ontology_page(store.graph), "reference/questions.md": questions_page(store.graph)}


def ontology_page(graph: Store) -> str:
    """Every term of the vocabulary, in Chinese and English, with an example from the data."""
    parts = [
        "# The vocabulary, term by term\n",
        f"Namespace `{SILK}`, prefix `silk:`. Made from "
        "`ontology/silkgraph.ttl` and the built graph; the examples are statements of the graph.\n",
    ]
    for heading, kind in SECTIONS:
        parts.append(f"## {heading}\n")
        parts += [_term(graph, term, kind) for term in terms(graph, kind)]
    return "\n".join(parts)


def terms(graph: Store, kind: str) -> list[NamedNode]:
    """The vocabulary's terms of a kind, by name."""
    found = {quad.subject for quad in graph.quads_for_pattern(None, TYPE, NamedNode(kind), DefaultGraph())}
    ours = [term for term in found if isinstance(term, NamedNode) and term.value.startswith(SILK)]
    return sorted(ours, key=lambda term: term.value.casefold())


def _term(graph: Store, term: NamedNode, kind: str) -> str:
    name = term.value.removeprefix(SILK)
    labels, comments = _in_languages(graph, term, LABEL), _in_languages(graph, term, COMMENT)
    example = example_of(graph, term, kind)
    shown = rdf_bytes(example, "turtle").decode("utf-8").split("\n\n", 1)[-1].strip() if example else ""
    lines = [
        f"### silk:{name} {{#{name}}}\n",
        f"**{labels['en']}** · {labels['zh']}\n",
        f"{comments['en']}\n",
        f"{comments['zh']}\n",
    ]
    for words, property in TOLD:
        values = [quad.object for quad in graph.quads_for_pattern(term, NamedNode(property), None, DefaultGraph())]
        if values:
            lines.append(f"- {words}: {', '.join(sorted(_link(value) for value in values))}")
    kinds = [quad.object.value.rpartition("#")[2] for quad in graph.quads_for_pattern(term, TYPE, None, DefaultGraph())]
    special = sorted(
        one for one in kinds if one.endswith("Property") and one not in ("ObjectProperty", "DatatypeProperty")
    )
    if special:
        lines.append(f"- {', '.join(special)}")
    written = _written_example(graph, term)
    lines.append(f'\n```turtle title="in the graph"\n{shown}\n```\n' if shown else f"\nExample: `{written}`\n")
    return "\n".join(lines)


def example_of(graph: Store, term: NamedNode, kind: str) -> list[Quad]:
    """Statements with the term: for a class what is said of its first member, for a property its first use."""
    if kind.endswith("Class"):
        members = (quad.subject for quad in graph.quads_for_pattern(None, TYPE, term, DefaultGraph()))
        first = min(members, key=lambda member: natural(str(member)), default=None)
        if first is None:
            return []
        found = graph.quads_for_pattern(first, None, None, DefaultGraph())
        return sorted(found, key=reading_order)[:8]
    uses = graph.quads_for_pattern(None, term, None, DefaultGraph())
    return sorted(uses, key=reading_order)[:1]


def _written_example(graph: Store, term: NamedNode) -> str:
    return next((_text(quad.object) for quad in graph.quads_for_pattern(term, EXAMPLE, None, DefaultGraph())), "")


def _in_languages(graph: Store, term: NamedNode, property: NamedNode) -> dict[str, str]:
    quads = graph.quads_for_pattern(term, property, None, DefaultGraph())
    return {quad.object.language or "": quad.object.value for quad in quads if isinstance(quad.object, Literal)}


def _link(value: object) -> str:
    iri = _text(value)
    if iri.startswith(SILK):
        return f"[silk:{iri.removeprefix(SILK)}](#{iri.removeprefix(SILK)})"
    return f"`{short(iri)}`"


def short(iri: str) -> str:
    """An IRI with its prefix, where the project has one."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and iri != namespace:
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _text(term: object) -> str:
    assert isinstance(term, NamedNode | Literal), "the graph has no blank nodes"
    return term.value


def questions_page(graph: Store) -> str:
    """The library: each question, its query, and what the graph answers."""
    parts = [
        "# Questions and their answers\n",
        "The library in `queries/`, answered by the graph this site was built with. Each runs with "
        "`silkgraph query NAME`, on the first page of a server, and unchanged on any store that holds the data.\n",
    ]
    for question in all_questions(knowledge("queries")):
        parts.append(f"## {question.titles['en']} {{#{question.name}}}\n")
        parts.append(f"{question.questions['en']}\n\n{question.titles['zh']}：{question.questions['zh']}\n")
        for parameter in question.parameters:
            parts.append(
                f"- `{parameter.name}` ({parameter.type}): {parameter.description}; here `{parameter.default}`"
            )
        query = question.text.split("\n\n", 1)[1].strip()
        parts.append(f"\n```sparql\n{query}\n```\n")
        parts += _answer(graph, question)
    return "\n".join(parts) + "\n"


def _answer(graph: Store, question: Question) -> Iterator[str]:
    answer = ask(graph, question.text)
    if isinstance(answer, QuerySolutions):
        names = [variable.value for variable in answer.variables]
        rows = [[_cell(row[name]) for name in names] for row in answer]
        yield f"| {' | '.join(names)} |\n|{'---|' * len(names)}"
        yield from (f"| {' | '.join(row)} |" for row in rows[:ROWS_SHOWN])
        yield f"\n{len(rows)} rows" + (
            f", the first {ROWS_SHOWN} of them above.\n" if len(rows) > ROWS_SHOWN else ".\n"
        )
    elif isinstance(answer, QueryTriples):
        statements = sorted(
            (Quad(triple.subject, triple.predicate, triple.object) for triple in answer), key=reading_order
        )
        shown = rdf_bytes(statements[:ROWS_SHOWN], "turtle").decode("utf-8").split("\n\n", 1)[-1].strip()
        yield f"```turtle\n{shown}\n```\n\n{len(statements)} statements, some of them above.\n"
    else:
        yield f"**{'yes' if bool(answer) else 'no'}**\n"


def _cell(term: object) -> str:
    if term is None:
        return ""
    value = _text(term)
    text = f"`{short(value).removeprefix(BASE)}`" if isinstance(term, NamedNode) else escape(value, quote=False)
    return text.replace("|", "\\|").replace("\n", " ").replace("[", "\\[")
