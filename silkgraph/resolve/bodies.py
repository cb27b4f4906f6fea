"""From a name in a text to a body: which one it is, of which country, of what type."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from silkgraph.knowledge.authority_files import AuthorityEntry
from silkgraph.model import Body
from silkgraph.parse.coordination import Party
from silkgraph.recognise.names import Names
from silkgraph.recognise.shapes import newspaper
from silkgraph.resolve.identity import SIDE, identification
from silkgraph.resolve.pinyin import pinyin

_JOINT = re.compile(r"[—－-]")
_DOMESTIC = re.compile(r"国家|全国|中央|人民|省|自治区|我国|中(?![东亚欧非拉阿美])")
"""What a body begins with that a Chinese text names without saying that it is China's."""
_LONGEST_IDENTIFIER = 80


@dataclass(frozen=True)
class BodyResolver:
    """Resolves names against the authority file and the countries; what is unknown keeps its name.

    It remembers what it has resolved, for a document names the same bodies again and again.
    """

    names: Names
    _resolved: dict[tuple[str, bool, str | None], Body] = field(default_factory=dict, repr=False, compare=False)

    def resolve_all(self, parties: Iterable[Party]) -> None:
        """Resolves the parties of a document one after the other, while what is known of names is in the cache."""
        for party in parties:
            self.resolve(party)

    def resolve(self, party: Party) -> Body:
        """The body that a party of a list is."""
        return self._remembered((party.name, party.generic, party.country))

    def named(self, name: str) -> Body:
        """The body with this name, taken as naming one."""
        return self._remembered((name, False, None))

    def _remembered(self, key: tuple[str, bool, str | None]) -> Body:
        body = self._resolved.get(key)
        if body is None:
            body = self._resolved[key] = self._resolve(*key)
        return body

    def _resolve(self, name: str, generic: bool, hint: str | None) -> Body:
        vague = generic and (self.names.is_generic(name) or SIDE.match(name) is not None)  # 加方 of 加勒比国家
        entry = None if vague else self._entry(name, hint)
        if entry is not None:
            how = identification(name, entry, self.names.countries)
            return Body(name, entry.country, entry.type, False, entry.identifier, True, how)
        opening, rest = self.names.countries.split(name.lstrip("《“"))
        kind = self._type(name, opening, rest)
        country = self._country(name, hint, generic, opening, rest, kind)
        told = hint if hint == country and self.names.country_of(name) is None and not generic else None
        return Body(
            name=name,
            country=country,
            type=kind,
            generic=generic,
            identifier=pinyin_identifier(f"{self.names.countries.name_zh(told)}{name}" if told else name),
            reconciled=False,
            identification="description" if generic else "country-from-context" if told else "own-name",
        )

    def _entry(self, name: str, hint: str | None) -> AuthorityEntry | None:
        """The body of the authority file; ``财政部`` in a list after ``老挝外交部`` is that of Laos."""
        authority, countries = self.names.authority, self.names.countries
        entry = authority.find(name, hint)
        if entry is not None:
            return entry
        side = SIDE.match(name)
        if side:
            codes = ("CN",) if side[1] == "中" else countries.candidates(side[1])
            return authority.country_body(codes[0]) if codes else None
        code = countries.code(name)
        return authority.country_body(code) if code else None

    def _country(
        self, name: str, hint: str | None, generic: bool, opening: str | None, rest: str, kind: str
    ) -> str | None:
        """The country that the name tells, else that of the known body or place it begins with, else the hint.

        ``中国—东盟中心`` is of no country, ``人民银行云南省分行`` of that of 人民银行.
        """
        noted = re.search(r"（([^（）]+)）", name)
        if noted and (code := self._land(noted[1])):
            return code
        if opening is not None:
            return None if _JOINT.match(rest) and kind != "country" else opening
        if kind in ("international-organization", "event-series", "country") or generic:
            return hint
        parent = self.names.known_at(name, 0, len(name))
        entry = self.names.authority.find(parent) if parent else None
        if entry is not None:
            return entry.country
        return self.names.places.country(name.lstrip("《“")) or hint or ("CN" if _DOMESTIC.match(name) else None)

    def _land(self, noted: str) -> str | None:
        """The country of a note in a name: ``中国银行（阿塞拜疆）有限公司``, ``工商银行（莫斯科）股份公司``."""
        return self.names.countries.code(noted) or self.names.places.cities.get(noted)

    def _type(self, name: str, country: str | None, rest: str) -> str:
        if country and not rest:
            return "country"
        found = self.names.lexicon.organisation_type(name)
        if found:
            return found
        if newspaper(name):
            return "media"
        if self.names.is_firm(name):
            return "company"
        if re.search(r"国家$|各国|^各方|各方$", name):
            return "country"
        return "other"


def pinyin_identifier(name: str) -> str:
    """A name in pinyin as the local part of an IRI: ``老挝铁路公司`` → ``lao-wo-tie-lu-gong-si``.

    A name that pinyin leaves nothing of, or too much, gets a short hash.
    """
    syllables = re.findall(r"[a-z0-9]+", " ".join(pinyin(name)).lower())
    slug = "-".join(syllables)
    if not slug or len(slug) > _LONGEST_IDENTIFIER:
        return f"{slug[:_LONGEST_IDENTIFIER].rstrip('-')}-{_short_hash(name)}".lstrip("-")
    return slug


def _short_hash(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:8]
