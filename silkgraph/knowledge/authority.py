"""The authority file: which named bodies there are, and which of them a name in a text means.

The file is Turtle below ``ontology/`` (``bodies.ttl`` or ``bodies/*.ttl``), edited by domain experts.
Country and government bodies are not in it; they follow from the country code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import pyoxigraph

from silkgraph.errors import KnowledgeError
from silkgraph.knowledge.countries import Countries
from silkgraph.locations import knowledge

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

BASE = "https://w3id.org/silkgraph/"
BODY = BASE + "id/body/"
PLACE = BASE + "id/place/"
BODY_TYPE = BASE + "scheme/body-type/"
SILK = BASE + "ontology#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
TYPE_PROPERTY = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
PART_OF = "http://www.w3.org/ns/org#subOrganizationOf"
CHANGE = "http://www.w3.org/ns/org#ChangeEvent"
BEFORE = "http://www.w3.org/ns/org#originalOrganization"
AFTER = "http://www.w3.org/ns/org#resultingOrganization"

IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MARKS = re.compile(r"""[\s“”‘’"'「」『』《》〈〉（）()·・•—–\-－―~～]+""")
"""What two spellings of a name may differ in: spaces, quotation and book marks, brackets, dots, dashes."""
JOINERS = re.compile(r"(?<=.)[、，与和及](?=.)")
QUOTES = re.compile(r"""[“”‘’"'「」『』《》]""")
DASHES = re.compile(r"[—–\-－―]")
JOINING_AND = re.compile(r"(?<!共)和(?!平|谐|解)")
EDITION = re.compile(r"第[一二三四五六七八九十百\d]+[届次]|(?<!\d)20\d\d年?[·•.]?|[（(]20\d\d年?[)）]")
"""What tells one edition of a series from the others: ``第三届``, ``2023``, ``2024年``, ``（2023）``."""
SHORTEST_ACRONYM = 4
"""Shorter ones (``EU``, ``ITC``) are found when they stand alone, but not looked for in running text."""
ONLY_CHINESE = re.compile("国家|国务院|中央|中共|全国|最高人民|人民银行")
"""How names begin that no other country's ministries have: 国家发展改革委 is China's in any list."""
CHINA = ("中国", "中华", "中共")


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


@dataclass(frozen=True)
class Authority:
    """The bodies of the authority file, found by identifier or by name. Make one with ``Authority.load()``."""

    entries: Mapping[str, AuthorityEntry]
    countries: Countries
    keys: Mapping[str, str]
    """Folded name to identifier."""

    @classmethod
    def load(cls, root: Path | None = None, countries: Countries | None = None) -> Authority:
        """Reads the authority file below ``root``, or where the project's data lie.

        Raises:
            KnowledgeError: the file is missing, no Turtle, or a body in it is incomplete or
                shares a name with another; the message has file, line and body.
        """
        countries = countries or Countries.load(root)
        sources = [_Source.read(path) for path in authority_files(root)]
        entries: dict[str, AuthorityEntry] = {}
        keys: dict[str, str] = {}
        for source in sources:
            for identifier in source.identifiers():
                if identifier in entries:
                    raise source.error(identifier, "is described in another file too")
                entry = source.entry(identifier, countries)
                for key in _keys(entry, countries):
                    if keys.setdefault(key, identifier) != identifier:
                        name = _named(entry, key, countries)
                        raise source.error(identifier, f"shares the name {name} with body:{keys[key]}")
                entries[identifier] = entry
        for source in sources:
            source.check_references(entries)
            for before, after in source.changes(entries):
                entries[before] = replace(entries[before], replaced_by=(*entries[before].replaced_by, after))
        return cls(entries=entries, countries=countries, keys=keys)

    def entry(self, identifier: str) -> AuthorityEntry | None:
        """The body with this identifier, ``country-la`` and ``government-la`` included."""
        generated = re.fullmatch(r"(country|government)-([a-z]{2})", identifier)
        if generated and generated[2].upper() in self.countries.names:
            code = generated[2].upper()
            return self.country_body(code) if generated[1] == "country" else self.government_body(code)
        return self.entries.get(identifier)

    def find(self, name: str, default_country: str | None = None) -> AuthorityEntry | None:
        """The body that a name means, or None.

        Spaces, quotation and book marks, dashes and the joining words 、与和及 do not count; a
        country's official name is its short one; a Chinese body may be written with 中国 or
        中华人民共和国 in front; ``第八届`` and the year of one edition of an event are left out.
        ``default_country`` is the country that a name without one belongs
        to: ``财政部`` is that of Laos where it is ``LA``.
        """
        if "\u4e00" <= name[-1:] <= "\u9fff" and name[-1] not in self._endings:
            return None
        found = self._found(fold(name, self.countries), default_country)
        if found is None and EDITION.search(name):
            series = self._found(fold(EDITION.sub("", name), self.countries), default_country)
            return series if series and series.type == "event-series" else None
        return found

    def _found(self, key: str, default_country: str | None) -> AuthorityEntry | None:
        """The body of a folded name."""
        if default_country and "|" not in key:
            found = self._at(f"{default_country}|{key}")
            if found:
                return found
        found = self._at(key)
        foreign = default_country not in (None, "CN")
        common = found and found.country == "CN" and found.type == "ministry-or-agency" and not ONLY_CHINESE.match(key)
        if foreign and "|" not in key and common:
            return None
        return found

    @cached_property
    def _endings(self) -> frozenset[str]:
        """The last characters of all names, and of editions: by them most phrases are known not to be names."""
        names = (*self.keys, *self.countries.surfaces, "政府", "届", "次", "年")
        return frozenset(name[-1] for name in names if name)

    def names(self) -> Mapping[str, AuthorityEntry]:
        """Every way in which a text may write a body of the file: the lexicon of organisations."""
        return self._names

    def country_body(self, code: str) -> AuthorityEntry:
        """A country as actor: ``country-la``, 老挝."""
        surfaces = self.countries.full_names(code)
        zh, en = self.countries.name_zh(code), self.countries.name_en(code)
        return AuthorityEntry(f"country-{code.lower()}", zh, en, surfaces[1:], "country", code)

    def government_body(self, code: str) -> AuthorityEntry:
        """A country's government: ``government-la``, 老挝政府, Government of Laos."""
        country = self.country_body(code)
        return replace(
            country,
            identifier=f"government-{code.lower()}",
            name_zh=f"{country.name_zh}政府",
            name_en=f"Government of {country.name_en}",
            aliases=tuple(f"{alias}政府" for alias in country.aliases),
            type="government",
        )

    def _at(self, key: str) -> AuthorityEntry | None:
        identifier = self.keys.get(key)
        if identifier:
            return self.entries[identifier]
        code, separator, rest = key.partition("|")
        if separator and code in self.countries.names and rest in ("", "政府"):
            return self.government_body(code) if rest else self.country_body(code)
        return None

    @cached_property
    def _names(self) -> dict[str, AuthorityEntry]:
        return {
            surface: entry
            for entry in self.entries.values()
            for name in (entry.name_zh, *entry.aliases)
            for surface in _spellings(name, entry, self.countries)
        }


def authority_files(root: Path | None = None) -> tuple[Path, ...]:
    """The Turtle files that make up the authority file, in stable order."""
    folder = root / "ontology" if root else knowledge("ontology")
    files = [path for path in (folder / "bodies.ttl", *sorted((folder / "bodies").glob("*.ttl"))) if path.is_file()]
    if not files:
        raise KnowledgeError("the authority file of bodies is missing", path=folder / "bodies")
    return tuple(files)


def fold(name: str, countries: Countries) -> str:
    """A name without what spellings of it differ in; ``PK|铁道部`` where it begins with a country's name."""
    code, rest = countries.split(MARKS.sub("", name))
    rest = JOINERS.sub("", rest).casefold()
    return f"{code}|{rest}" if code else rest


def _keys(entry: AuthorityEntry, countries: Countries) -> Iterator[str]:
    """The folded names under which a body is found; one without its country's name also with it."""
    for name in (entry.name_zh, *entry.aliases, *entry.hidden, entry.name_en):
        key = fold(name, countries)
        yield key
        if entry.country and "|" not in key:
            yield f"{entry.country}|{key}"


def _named(entry: AuthorityEntry, key: str, countries: Countries) -> str:
    """The name of the body that was folded to ``key``."""
    rest = key.rpartition("|")[2]
    names = (entry.name_zh, *entry.aliases, *entry.hidden, entry.name_en)
    return next(name for name in names if fold(name, countries).rpartition("|")[2] == rest)


def _spellings(name: str, entry: AuthorityEntry, countries: Countries) -> Iterator[str]:
    """How a text may write one name: with and without quotation marks, with each name of the country, …"""
    if name.isascii():
        if len(name) >= SHORTEST_ACRONYM:
            yield name
        return
    code, rest = countries.split(name)
    if code and rest and code == entry.country != "CN":
        forms = [country + rest for country in countries.full_names(code)]
    elif entry.country == "CN" and not name.startswith(CHINA) and entry.type != "event-series":
        forms = [name, "中国" + name, "中华人民共和国" + name]
    else:
        forms = [name]
    for form in forms:
        yield from _marked(form)


def _marked(form: str) -> Iterator[str]:
    """A spelling, without its quotation marks, with other dashes, and with 与 for 和 or 和 for 与."""
    for quoted in dict.fromkeys((form, QUOTES.sub("", form))):
        for dashed in dict.fromkeys((quoted, *(DASHES.sub(dash, quoted) for dash in ("—", "－", "-", "")))):
            yield dashed
            if "与" in dashed:
                yield dashed.replace("与", "和")
            elif JOINING_AND.search(dashed):
                yield JOINING_AND.sub("与", dashed)


@dataclass(frozen=True, slots=True)
class _Source:
    """One Turtle file: its text, for line numbers, and its statements by subject and predicate."""

    path: Path
    text: str
    statements: Mapping[str, Mapping[str, tuple[pyoxigraph.NamedNode | pyoxigraph.Literal, ...]]]

    @classmethod
    def read(cls, path: Path) -> _Source:
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
