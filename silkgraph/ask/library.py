"""The library of questions: ``queries/*.rq``, each documented in the comments at its head.

A file begins with comment lines, then stands as SPARQL 1.1 that runs unchanged on any store::

    # title(en): Partners of a body
    # title(zh): 某机构的合作方
    # question(en): With whom has this body concluded something, how often, and of what kind?
    # question(zh): 该机构与谁达成过成果？各有多少项，属哪一类？
    # param body (body): the body that is asked about / 所问的机构 = ndrc

A parameter is a variable that the query binds once, to its default, with ``VALUES ?body { … }``;
giving a value replaces the term between the braces and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from silkgraph.ask.guard import check_query
from silkgraph.ask.nearest import nearest
from silkgraph.ask.query import Graph
from silkgraph.ask.things import FOLDERS, find_thing, thing_iri
from silkgraph.errors import KnowledgeError, QueryError
from silkgraph.namespaces import XSD

LITERAL_TYPES = ("text", "integer")
LANGUAGES = ("zh", "en")

_TITLE = re.compile(r"#\s*(title|question)\((zh|en)\):\s*(\S.*?)\s*")
_PARAMETER = re.compile(r"#\s*param\s+([A-Za-z]\w*)\s+\(([a-z]+)\):\s*(\S.*?)\s+=\s+(\S.*?)\s*")
_FIELD = re.compile(r"#\s*(title|question|param)\b")
_INTEGER = re.compile(r"[+-]?[0-9]+")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question may be asked with: a variable of its query."""

    name: str
    type: str
    description: str
    default: str

    def term(self, written: str, graph: Graph | None = None) -> NamedNode | Literal:
        """The term that a written value stands for; with a graph, names are looked up and checked.

        Raises:
            QueryError: it is not of this parameter's type, or the graph has no such thing.
        """
        if self.type == "text":
            return Literal(written)
        if self.type == "integer":
            if not _INTEGER.fullmatch(written):
                raise QueryError(f"the parameter {self.name} must be a whole number, not {written!r}")
            return Literal(int(written))
        if graph is not None:
            return find_thing(graph, self.type, written)
        iri = thing_iri(self.type, written)
        if iri is None:
            raise QueryError(f"the parameter {self.name} must be an IRI or an identifier, not {written!r}")
        return iri


@dataclass(frozen=True, slots=True)
class Question:
    """A query with what it asks in both languages; ``text`` is the whole file."""

    name: str
    path: Path
    titles: Mapping[str, str]
    questions: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    text: str

    def bound(self, values: Mapping[str, str], graph: Graph | None = None) -> str:
        """The query with these values in place of the defaults.

        Raises:
            QueryError: a name is not a parameter of the question, or a value is not of its type.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        query = self.text
        for name, written in values.items():
            if name not in known:
                raise QueryError(f"{self.name} has no parameter {name!r}", advice=nearest(name, known))
            term = known[name].term(written, graph)
            place = values_of(name).search(query)
            assert place is not None, "checked when the file was read"
            query = f"{query[: place.start(1)]}{in_sparql(term)}{query[place.end(1) :]}"
        return query


def all_questions(folder: Path) -> list[Question]:
    """The questions of a folder, by name.

    Raises:
        KnowledgeError: a file is not documented as it should be.
    """
    return [_complete(read_question(path)) for path in sorted(folder.glob("*.rq"))]


def find_question(folder: Path, name: str) -> Question:
    """The question of that name; a fault in another file is no hindrance.

    Raises:
        QueryError: there is none; the message suggests the nearest.
        KnowledgeError: its file is not documented as it should be.
    """
    paths = {path.stem: path for path in sorted(folder.glob("*.rq"))}
    if name not in paths:
        raise QueryError(
            f"there is no question {name!r}", advice=nearest(name, paths) or "`silkgraph queries` lists them."
        )
    return _complete(read_question(paths[name]))


def read_question(path: Path) -> Question:
    """Read one ``.rq`` file; only parameters must be documented (the library wants titles as well).

    Raises:
        QueryError: the file is missing or not UTF-8 text.
        KnowledgeError: a comment line at its head is malformed.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise QueryError(f"the query cannot be read: {error.strerror}", path=path) from error
    except UnicodeDecodeError as error:
        raise QueryError(f"the query is not UTF-8 text (byte {error.start})", path=path) from error
    texts: dict[str, dict[str, str]] = {"title": {}, "question": {}}
    parameters = []
    for number, line in enumerate(_head(text), 1):
        if found := _TITLE.fullmatch(line):
            texts[found[1]][found[2]] = found[3]
        elif found := _PARAMETER.fullmatch(line):
            parameters.append(_parameter(found, text, path, number))
        elif _FIELD.match(line):
            raise KnowledgeError(
                "this line is not understood",
                path=path,
                line=number,
                advice="Write `# title(en): …`, `# question(zh): …` or `# param name (type): description = default`.",
            )
    return Question(path.stem, path, texts["title"], texts["question"], tuple(parameters), text)


def parameters(written: Iterable[str]) -> dict[str, str]:
    """``["body=ndrc"]`` as ``{"body": "ndrc"}``.

    Raises:
        QueryError: one has no ``=``, or a name comes twice.
    """
    values: dict[str, str] = {}
    for one in written:
        name, equals, value = one.partition("=")
        if not equals or not name:
            raise QueryError(f"--param {one!r} is not of the form NAME=VALUE")
        if name in values:
            raise QueryError(f"the parameter {name} is given twice")
        values[name] = value
    return values


def in_sparql(term: NamedNode | Literal) -> str:
    """A term as a query writes it, escaped; numbers plain."""
    if isinstance(term, Literal) and term.datatype.value == f"{XSD}integer":
        return term.value
    return str(term)


def _head(text: str) -> list[str]:
    lines = text.splitlines()
    return lines[: next((n for n, line in enumerate(lines) if line.strip() and not line.startswith("#")), len(lines))]


def values_of(name: str) -> re.Pattern[str]:
    """The one place where a parameter is bound: the term between the braces."""
    return re.compile(
        rf"VALUES\s+\?{name}\s*\{{\s*(<[^<>\s]*>|\"(?:[^\"\\\n]|\\.)*\"|[^\s{{}}\"<>]+)\s*\}}", re.IGNORECASE
    )


def _parameter(found: re.Match[str], text: str, path: Path, line: int) -> Parameter:
    parameter = Parameter(*found.groups())
    if parameter.type not in (*FOLDERS, *LITERAL_TYPES):
        raise KnowledgeError(
            f"unknown parameter type {parameter.type!r}", path=path, line=line, advice=nearest(parameter.type, FOLDERS)
        )
    places = values_of(parameter.name).findall(text)
    if len(places) != 1:
        raise KnowledgeError(
            f"the parameter {parameter.name} must be bound in exactly one place",
            path=path,
            line=line,
            advice=f"Write `VALUES ?{parameter.name} {{ default }}` once in the query.",
        )
    if places[0] != in_sparql(parameter.term(parameter.default)):
        raise KnowledgeError(
            f"the default of {parameter.name} is not what the query binds: {parameter.default} and {places[0]}",
            path=path,
            line=line,
        )
    return parameter


def _complete(question: Question) -> Question:
    for what, texts in (("title", question.titles), ("question", question.questions)):
        for language in LANGUAGES:
            if language not in texts:
                raise KnowledgeError(
                    f"the line `# {what}({language}): …` is missing",
                    path=question.path,
                    advice="See queries/README.md.",
                )
    try:
        check_query(question.text, str(question.path))
    except QueryError as error:
        raise KnowledgeError(error.problem, path=question.path, line=error.line) from error
    return question
