"""The files that describe bodies, read and checked: what is wrong is told with its file, its line and the body.

They are Turtle below ``ontology/`` (``bodies.ttl`` or ``bodies/*.ttl``), edited by domain experts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pyoxigraph

from silkgraph.errors import KnowledgeError
from silkgraph.knowledge.countries import Countries
from silkgraph.locations import knowledge
from silkgraph.namespaces import ORG, RDF, SCHEMES, SILK, SKOS, THINGS
from silkgraph.values import dataclass

BODY_TYPES = (
    "country",
    "government",
    "ministry-or-agency",
    "bank",
    "company",
    "international-organization",
    "ngo",
    "think-tank",
    "media",
    "university",
    "local-government",
    "network",
    "event-series",
    "other",
)
WITHOUT_COUNTRY = frozenset(("international-organization", "ngo", "network", "event-series", "other"))
"""Types of body that may be of no country."""

BODY = THINGS + "body/"
PLACE = THINGS + "place/"
BODY_TYPE = SCHEMES + "body-type/"
TYPE_PROPERTY = RDF + "type"
PART_OF = ORG + "subOrganizationOf"
CHANGE = ORG + "ChangeEvent"
BEFORE = ORG + "originalOrganization"
AFTER = ORG + "resultingOrganization"

IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class AuthorityEntry:
    """A body that the project knows.

    ``identifier`` is the local part of its IRI, ``aliases`` further Chinese names and acronyms,
    ``hidden`` short forms that are understood but not looked for in running text, ``country``
    ISO 3166-1 alpha-2 or None for an international body, ``parent`` and those in ``replaced_by``
    identifiers of other entries.
    """

    identifier: str
    name_zh: str
    name_en: str
    aliases: tuple[str, ...]
    type: str
    country: str | None
    hidden: tuple[str, ...] = ()
    parent: str | None = None
    replaced_by: tuple[str, ...] = ()


def authority_files(root: Path | None = None) -> tuple[Path, ...]:
    """The Turtle files that make up the authority file, in stable order."""
    folder = root / "ontology" if root else knowledge("ontology")
    files = [path for path in (folder / "bodies.ttl", *sorted((folder / "bodies").glob("*.ttl"))) if path.is_file()]
    if not files:
        raise KnowledgeError("the authority file of bodies is missing", path=folder / "bodies")
    return tuple(files)


@dataclass(frozen=True, slots=True)
class Source:
    """One Turtle file: its text, for line numbers, and its statements by subject and predicate."""

    path: Path
    text: str
    statements: Mapping[str, Mapping[str, tuple[pyoxigraph.NamedNode | pyoxigraph.Literal, ...]]]

    @classmethod
    def read(cls, path: Path) -> Source:
        statements: dict[str, dict[str, tuple[pyoxigraph.NamedNode | pyoxigraph.Literal, ...]]] = {}
        try:
            content = path.read_bytes()
            for quad in pyoxigraph.parse(content, format=pyoxigraph.RdfFormat.TURTLE):
                if isinstance(quad.object, pyoxigraph.NamedNode | pyoxigraph.Literal):
                    properties = statements.setdefault(getattr(quad.subject, "value", ""), {})
                    predicate = quad.predicate.value
                    properties[predicate] = (*properties.get(predicate, ()), quad.object)
        except SyntaxError as error:
            raise KnowledgeError(f"is not valid Turtle: {error.msg}", path=path, line=error.lineno) from error
        except OSError as error:
            raise KnowledgeError(f"cannot be read: {error.strerror}", path=path) from error
        return cls(path, content.decode("utf-8"), statements)

    def identifiers(self) -> list[str]:
        """The identifiers of the bodies in the file, in its order."""
        return [
            subject.removeprefix(BODY)
            for subject, properties in self.statements.items()
            if any(value.value == SILK + "Body" for value in properties.get(TYPE_PROPERTY, ()))
        ]

    def entry(self, identifier: str, countries: Countries) -> AuthorityEntry:
        """One body, complete and well formed."""
        if not IDENTIFIER.fullmatch(identifier):
            raise self.error(identifier, "needs an IRI of the form body:small-letters-and-hyphens")
        body_type = self._local(identifier, SILK + "bodyType", BODY_TYPE)
        if body_type not in BODY_TYPES:
            raise self.error(identifier, f"needs one silk:bodyType, one of: {', '.join(BODY_TYPES)}")
        country = self._local(identifier, SILK + "country", PLACE)
        if country is None and body_type not in WITHOUT_COUNTRY:
            raise self.error(identifier, f"is a {body_type} and needs a silk:country")
        if country is not None and country not in countries.names:
            raise self.error(identifier, f"has place:{country} as silk:country, which is no ISO 3166-1 code")
        return AuthorityEntry(
            identifier=identifier,
            name_zh=self._label(identifier, "zh"),
            name_en=self._label(identifier, "en"),
            aliases=tuple(value.value for value in self._values(identifier, SKOS + "altLabel")),
            hidden=tuple(value.value for value in self._values(identifier, SKOS + "hiddenLabel")),
            type=body_type,
            country=country,
            parent=self._local(identifier, PART_OF, BODY),
        )

    def check_references(self, entries: Mapping[str, AuthorityEntry]) -> None:
        """Parents must be bodies themselves."""
        for identifier in self.identifiers():
            parent = entries[identifier].parent
            if parent is not None and parent not in entries:
                raise self.error(identifier, f"refers to body:{parent}, which is not described")

    def changes(self, entries: Mapping[str, AuthorityEntry]) -> Iterator[tuple[str, str]]:
        """The bodies that were replaced and those that replaced them, in the order of the file."""
        for properties in self.statements.values():
            if not any(value.value == CHANGE for value in properties.get(TYPE_PROPERTY, ())):
                continue
            for before in properties.get(BEFORE, ()):
                for after in properties.get(AFTER, ()):
                    pair = before.value.removeprefix(BODY), after.value.removeprefix(BODY)
                    for identifier in pair:
                        if identifier not in entries:
                            problem = f"a change refers to body:{identifier}, which is not described"
                            raise KnowledgeError(problem, path=self.path)
                    yield pair

    def error(self, identifier: str, problem: str) -> KnowledgeError:
        """A complaint about one body, with the line that it begins on."""
        begins = re.compile(rf"^\s*(?:body:|<{re.escape(BODY)}){re.escape(identifier)}>?\s")
        lines = self.text.splitlines()
        line = next((number for number, text in enumerate(lines, 1) if begins.match(text)), None)
        return KnowledgeError(f"body:{identifier} {problem}", path=self.path, line=line)

    def _values(self, identifier: str, predicate: str) -> Iterable[pyoxigraph.NamedNode | pyoxigraph.Literal]:
        return self.statements[BODY + identifier].get(predicate, ())

    def _local(self, identifier: str, predicate: str, base: str) -> str | None:
        """The local part of the only value of a property, None if it has none."""
        values = [value.value for value in self._values(identifier, predicate)]
        if len(values) > 1 or any(not value.startswith(base) for value in values):
            raise self.error(identifier, f"needs at most one <{predicate}>, below {base}")
        return values[0].removeprefix(base) if values else None

    def _label(self, identifier: str, language: str) -> str:
        """The one ``skos:prefLabel`` in a language."""
        labels = [
            value.value
            for value in self._values(identifier, SKOS + "prefLabel")
            if isinstance(value, pyoxigraph.Literal) and value.language == language
        ]
        if len(labels) != 1:
            raise self.error(identifier, f"needs exactly one skos:prefLabel in {language}, not {len(labels)}")
        return labels[0]
