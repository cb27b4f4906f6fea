"""The authority file: which named bodies there are, and which of them a name in a text means.

The file is Turtle below ``ontology/`` (``bodies.ttl`` or ``bodies/*.ttl``), edited by domain experts.
Country and government bodies are not in it; they follow from the country code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from silkgraph.knowledge.authority_files import AuthorityEntry, Source, authority_files
from silkgraph.knowledge.countries import Countries
from silkgraph.knowledge.spellings import EDITION, fold, keys_of, spellings, written_as
from silkgraph.values import dataclass, replace

ONLY_CHINESE = re.compile("国家|国务院|中央|中共|全国|最高人民|人民银行")
"""How names begin that no other country's ministries have: 国家发展改革委 is China's in any list."""


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
        sources = [Source.read(path) for path in authority_files(root)]
        entries: dict[str, AuthorityEntry] = {}
        keys: dict[str, str] = {}
        for source in sources:
            for identifier in source.identifiers():
                if identifier in entries:
                    raise source.error(identifier, "is described in another file too")
                entry = source.entry(identifier, countries)
                for key in keys_of(entry, countries):
                    if keys.setdefault(key, identifier) != identifier:
                        name = written_as(entry, key, countries)
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
            for surface in spellings(name, entry, self.countries)
        }
