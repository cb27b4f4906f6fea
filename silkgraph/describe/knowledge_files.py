"""The Turtle files of the project as files that people edit: read with line numbers, and checked.

Whatever would otherwise surface later as a puzzling graph is refused here, with file and line: bad
syntax, a thing described twice, two labels in one language, an undeclared ``silk:`` term, a term
without documentation, a code used twice, a reference to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pycountry
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from silkgraph.errors import KnowledgeError
from silkgraph.namespaces import LABEL, OWL, SCHEMES, SILK, THINGS, TYPE, rdfs, skos

VOCABULARY_FILE = "silkgraph.ttl"
TERM_TYPES = frozenset(OWL + kind for kind in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty"))
LANGUAGES = ("zh", "en")
ADVICE = "Mend the file at that line."
GENERATED_BODY = re.compile(r"(?:country|government)-([a-z]{2})")
"""Identifiers of bodies that follow from a country code and stand in no file."""
BLOCK = re.compile(r"([A-Za-z][\w-]*:[\w.-]*\w|<[^<>\s]+>)(?=\s|$)")
"""The subject that a block of Turtle begins with, at the start of a line."""

Node = NamedNode | BlankNode
Statement = tuple[Node, NamedNode, NamedNode | BlankNode | Literal]


@dataclass(frozen=True)
class KnowledgeFile:
    """A Turtle file: its text, for line numbers, and what it states."""

    path: Path
    text: str
    statements: tuple[Statement, ...]

    @classmethod
    def read(cls, path: Path) -> KnowledgeFile:
        """Parses the file.

        Raises:
            KnowledgeError: it cannot be read or is not Turtle.
        """
        try:
            content = path.read_bytes()
            text = content.decode("utf-8")
        except OSError as error:
            raise KnowledgeError(f"cannot be read: {error.strerror}", path=path) from error
        except UnicodeDecodeError as error:
            line = content[: error.start].count(b"\n") + 1
            raise KnowledgeError("is not UTF-8", path=path, line=line, advice="Save the file as UTF-8.") from error
        try:
            statements = tuple(_statements(parse(content, format=RdfFormat.TURTLE)))
        except SyntaxError as error:
            problem = f"is not valid Turtle: {error.msg}"
            raise KnowledgeError(problem, path=path, line=error.lineno, advice=ADVICE) from error
        return cls(path, text, statements)

    @cached_property
    def prefixes(self) -> Mapping[str, str]:
        """Prefix to namespace, as the file declares them."""
        return dict(re.findall(r"(?mi)^\s*@?prefix\s+([\w-]*):\s*<([^<>]*)>", self.text))

    @cached_property
    def blocks(self) -> list[tuple[int, str]]:
        """Line and IRI of the subject of every block."""
        found = ((line, BLOCK.match(content)) for line, content in enumerate(self.text.splitlines(), 1))
        return [(line, self.expanded(match[1])) for line, match in found if match]

    def expanded(self, name: str) -> str:
        """The IRI that ``prefix:name`` or ``<…>`` is written for."""
        if name.startswith("<"):
            return name[1:-1]
        prefix, _, local = name.partition(":")
        return self.prefixes.get(prefix, prefix + ":") + local

    def shown(self, iri: str) -> str:
        """An IRI as the file writes it."""
        for prefix, namespace in sorted(self.prefixes.items(), key=lambda pair: -len(pair[1])):
            if iri.startswith(namespace) and re.fullmatch(r"[\w.-]*", iri.removeprefix(namespace)):
                return f"{prefix}:{iri.removeprefix(namespace)}"
        return f"<{iri}>"

    def error(self, problem: str, subject: str, mention: str | None = None) -> KnowledgeError:
        """A complaint about the block of ``subject``, at the line in it that mentions ``mention``."""
        begins = next((line for line, iri in self.blocks if iri == subject), 1)
        ends = next((line for line, _ in self.blocks if line > begins), len(self.text.splitlines()) + 1)
        line = begins
        if mention:
            wanted = re.compile(re.escape(self.shown(mention)) + r"(?![\w-])|<" + re.escape(mention) + ">")
            body = self.text.splitlines()[begins - 1 : ends - 1]
            line = next((begins + offset for offset, content in enumerate(body) if wanted.search(content)), begins)
        return KnowledgeError(f"{self.shown(subject)} {problem}", path=self.path, line=line, advice=ADVICE)


def _statements(quads: Iterable[Quad]) -> Iterator[Statement]:
    for quad in quads:
        if not isinstance(quad.subject, Triple) and not isinstance(quad.object, Triple):
            yield quad.subject, quad.predicate, quad.object


def read_all(folder: Path) -> list[KnowledgeFile]:
    """All Turtle files below the folder, the vocabulary first."""
    if not (folder / VOCABULARY_FILE).is_file():
        path = folder / VOCABULARY_FILE
        raise KnowledgeError("the vocabulary is missing", path=path, advice="Install Silkgraph again.")
    others = sorted(folder.rglob("*.ttl"), key=lambda path: path.relative_to(folder).as_posix())
    paths = sorted(others, key=lambda path: path != folder / VOCABULARY_FILE)
    return [KnowledgeFile.read(path) for path in paths]


def check(files: list[KnowledgeFile]) -> None:
    """Everything that would otherwise surface as a puzzling graph."""
    _check_blocks(files)
    for file in files:
        _check_labels(file)
    _check_vocabulary(files[0])
    declared = {s.value for s, p, o in files[0].statements if _is_term(s, p, o) and isinstance(s, NamedNode)}
    described = {s.value for file in files for s, p, _ in file.statements if p == TYPE and isinstance(s, NamedNode)}
    for file in files:
        _check_terms(file, declared)
        _check_targets(file, described)
    _check_notations(files)


def _is_term(subject: Node, predicate: NamedNode, value: NamedNode | BlankNode | Literal) -> bool:
    """Whether the statement declares a term of ours."""
    ours = isinstance(subject, NamedNode) and subject.value.startswith(SILK)
    return ours and predicate == TYPE and isinstance(value, NamedNode) and value.value in TERM_TYPES


def _check_blocks(files: list[KnowledgeFile]) -> None:
    """Nothing is described twice, in one file or in two."""
    first: dict[str, tuple[KnowledgeFile, int]] = {}
    for file in files:
        for line, iri in file.blocks:
            earlier = first.setdefault(iri, (file, line))
            if earlier != (file, line):
                place = f"{earlier[0].path.name}:{earlier[1]}"
                problem = f"{file.shown(iri)} is described twice, first at {place}"
                raise KnowledgeError(problem, path=file.path, line=line, advice="Keep one of the two blocks.")


def _check_labels(file: KnowledgeFile) -> None:
    """A thing has one label in a language."""
    labels: dict[tuple[Node, str, str | None], str] = {}
    for subject, predicate, value in file.statements:
        if predicate in (LABEL, skos("prefLabel")) and isinstance(value, Literal) and isinstance(subject, NamedNode):
            earlier = labels.setdefault((subject, predicate.value, value.language), value.value)
            if earlier != value.value:
                raise file.error(f"has two labels in {value.language}: “{earlier}” and “{value.value}”", subject.value)


def _check_vocabulary(file: KnowledgeFile) -> None:
    """Every term has a label and a comment in both languages, and no two classes share a label."""
    said: dict[tuple[str, str, str | None], str] = {}
    for subject, predicate, value in file.statements:
        if isinstance(subject, NamedNode) and isinstance(value, Literal):
            said[subject.value, predicate.value, value.language] = value.value
    classes: dict[str, str] = {}
    for subject, predicate, value in file.statements:
        if not (_is_term(subject, predicate, value) and isinstance(subject, NamedNode)):
            continue
        for language in LANGUAGES:
            for wanted in ("label", "comment"):
                if (subject.value, rdfs(wanted).value, language) not in said:
                    raise file.error(f"has no rdfs:{wanted} in {language}", subject.value)
            label = said[subject.value, LABEL.value, language]
            if value == NamedNode(OWL + "Class") and classes.setdefault(label, subject.value) != subject.value:
                raise file.error(f"has the label “{label}” of {file.shown(classes[label])}", subject.value)


def _check_terms(file: KnowledgeFile, declared: Collection[str]) -> None:
    """No ``silk:`` term is used that the vocabulary does not declare."""
    for subject, predicate, value in file.statements:
        for term in (subject, predicate, value):
            if isinstance(term, NamedNode) and term.value.startswith(SILK) and term.value not in declared:
                where = subject.value if isinstance(subject, NamedNode) else ""
                problem = f"uses {file.shown(term.value)}, which {VOCABULARY_FILE} does not declare"
                raise file.error(problem, where, term.value)


def _check_targets(file: KnowledgeFile, described: Collection[str]) -> None:
    """Concepts, bodies and forums that are referred to are described; countries and their bodies are generated."""
    codes = {str(country.alpha_2) for country in pycountry.countries}
    for subject, _, value in file.statements:
        if not (isinstance(subject, NamedNode) and isinstance(value, NamedNode)) or value.value in described:
            continue
        iri = value.value
        local = iri.removeprefix(THINGS)
        generated = GENERATED_BODY.fullmatch(local.removeprefix("body/"))
        known = (generated and generated[1].upper() in codes) or local.removeprefix("place/") in codes
        if iri.startswith((SCHEMES, THINGS)) and not known:
            raise file.error(f"refers to {file.shown(iri)}, which is not described", subject.value, iri)


def _check_notations(files: Iterable[KnowledgeFile]) -> None:
    """A code stands for one concept of a scheme."""
    for file in files:
        scheme_of = {s: o for s, p, o in file.statements if p == skos("inScheme")}
        seen: dict[tuple[object, str], Node] = {}
        for subject, predicate, value in file.statements:
            if predicate == skos("notation") and subject in scheme_of and isinstance(subject, NamedNode):
                earlier = seen.setdefault((scheme_of[subject], value.value), subject)
                if earlier != subject and isinstance(earlier, NamedNode):
                    raise file.error(f"has the code “{value.value}” of {file.shown(earlier.value)}", subject.value)
