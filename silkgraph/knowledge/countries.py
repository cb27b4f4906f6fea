"""The names of countries: from the words of a text to an ISO 3166-1 code and back.

Names come from CLDR (babel); ``extract/lexicon/countries.toml`` adds what CLDR does not have:
official long names, further short forms, the one-character abbreviations of 中老 or 中蒙俄, regions,
and the surroundings in which a name is not the country.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from silkgraph.knowledge.affixes import Lengths, lengths_by_beginning
from silkgraph.knowledge.country_names import (
    FILE,
    PARTS_OF_CHINA,
    check_codes,
    cldr_names,
    read_supplement,
    surfaces_of,
)
from silkgraph.locations import knowledge

_OPENING = 2
BRACKETED = re.compile(r"(.)[（(](.{1,3})[）)]")


@dataclass(frozen=True)
class Countries:
    """Names of countries, read once. Make one with ``Countries.load()``.

    ``surfaces`` has every full name a text may use and its code; ``regions`` the names of regions
    and groups of countries, which have none.
    """

    surfaces: Mapping[str, str]
    regions: frozenset[str]
    names: Mapping[str, tuple[str, str]]
    """Code to the names to show, Chinese and English."""
    officials: Mapping[str, tuple[str, ...]]
    abbreviations: Mapping[str, tuple[str, ...]]
    implied: Mapping[str, str]
    """Words that speak of a country without its name, and its code: ``访华``, ``国家主席``."""
    region_abbreviations: Mapping[str, str]
    regions_if_named: Mapping[str, str]
    """Characters that stand for a region only in a text that names it: ``加`` beside ``加勒比``."""
    region_members: Mapping[str, tuple[str, ...]]
    """The countries of a region that decide what an abbreviation means in a text on it."""
    not_pairs: frozenset[str]
    guards: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
    subdivisions: frozenset[str]
    """Names of parts of China (香港特区); they stand among ``surfaces`` with code CN."""
    shortened: Mapping[str, str]
    """Names that are a country only in a text that has its full name: 中非 beside 中非共和国."""

    @classmethod
    def load(cls, root: Path | None = None) -> Countries:
        """Reads CLDR and ``extract/lexicon/countries.toml``, below ``root`` or where the project's data lie.

        Raises:
            KnowledgeError: the file is missing, no TOML, or names an unknown code.
        """
        path = (root / "extract" if root else knowledge("extract")) / "lexicon" / FILE
        supplement = read_supplement(path)
        names = cldr_names() | {code: (name["zh"], name["en"]) for code, name in supplement["preferred"].items()}
        check_codes(supplement, names, path)
        regions = supplement["regions"]
        return cls(
            surfaces=surfaces_of(supplement, names),
            regions=frozenset(regions["names"]),
            names=names,
            officials={code: tuple(given) for code, given in supplement["official"].items()},
            abbreviations={character: tuple(codes) for character, codes in supplement["abbreviations"].items()},
            implied={word: code for code, given in supplement["implied"].items() for word in given},
            region_abbreviations=dict(regions["abbreviations"]),
            regions_if_named=dict(regions["if_named"]),
            region_members={region: tuple(codes) for region, codes in regions["members"].items()},
            not_pairs=frozenset(regions["not_pairs"]),
            guards={
                name: (tuple(guard.get("before", ())), tuple(guard.get("after", ())))
                for name, guard in supplement["guards"].items()
            },
            shortened=dict(supplement["shortened"]),
            subdivisions=frozenset(supplement["subdivisions"]["CN"]) | {names[code][0] for code in PARTS_OF_CHINA},
        )

    def code(self, surface: str) -> str | None:
        """The country that a full name stands for: ``印尼`` and ``印度尼西亚共和国`` are ``ID``."""
        return self.surfaces.get(surface.strip())

    def of_text(self, text: str) -> Countries:
        """The same names, and those that are a country only because the text has its full name."""
        further = {short: self.surfaces[full] for short, full in self.shortened.items() if full in text}
        return replace(self, surfaces={**self.surfaces, **further}) if further else self

    @cached_property
    def shortened_here(self) -> tuple[str, ...]:
        """Those of ``shortened`` that are countries in the text in hand."""
        return tuple(short for short in self.shortened if short in self.surfaces)

    def name_zh(self, code: str) -> str:
        """The Chinese name to show: ``LA`` is ``老挝``."""
        return self.names[code][0]

    def name_en(self, code: str) -> str:
        """The English name to show: ``LA`` is ``Laos``."""
        return self.names[code][1]

    def official_names(self, code: str) -> tuple[str, ...]:
        """The long names that treaties use, none if they are not known."""
        return self.officials.get(code, ())

    def is_region(self, surface: str) -> bool:
        """Whether the name is that of a region or group of countries, such as ``中东欧``."""
        return surface in self.regions

    def region(self, character: str, text: str) -> str | None:
        """The region that a character stands for in a text: ``加`` is 加勒比 where the text speaks of it."""
        region = self.regions_if_named.get(character)
        return region if region and region in text else self.region_abbreviations.get(character)

    def member(self, character: str, text: str) -> str | None:
        """The country that a character stands for in a text on a region of which it is a member."""
        possible = self.abbreviations.get(character, ())
        regions = (codes for region, codes in self.region_members.items() if region in text)
        return next((code for codes in regions for code in possible if code in codes), None)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Matches full names in running text, the longest first, except where a guard says that it is no country."""
        ordered = sorted(self.surfaces, key=lambda surface: (-len(surface), surface))
        return re.compile("|".join(self._guarded(surface) for surface in ordered))

    def split(self, name: str) -> tuple[str | None, str]:
        """The country that a body's name begins with, and the rest.

        ``巴基斯坦伊斯兰共和国铁道部`` is ``("PK", "铁道部")``, ``联合国`` is ``(None, "联合国")``; 印度洋委员会
        begins with no country.
        """
        for length in self._lengths_by_opening.get(name[:2], ()):
            surface = name[:length]
            if surface in self.surfaces and surface not in self.subdivisions and self.is_country_at(name, 0, length):
                return self.surfaces[surface], name[length:]
        return None, name

    @cached_property
    def _lengths_by_opening(self) -> Lengths:
        """How long the names are that begin with the same two characters, the longest first."""
        return lengths_by_beginning(self.surfaces, 2)

    def full_names(self, code: str) -> tuple[str, ...]:
        """All full names of a country, in stable order, the one to show first."""
        return self._full_names.get(code, ())

    @cached_property
    def _full_names(self) -> dict[str, tuple[str, ...]]:
        grouped: dict[str, list[str]] = {code: [name] for code, (name, _) in self.names.items()}
        for surface, code in self.surfaces.items():
            if surface not in self.subdivisions and surface not in grouped[code]:
                grouped[code].append(surface)
        return {code: tuple(surfaces) for code, surfaces in grouped.items()}

    def candidates(self, character: str) -> tuple[str, ...]:
        """All countries that one character may abbreviate, the likeliest first: ``巴`` is PK, BR, PS …"""
        return self.abbreviations.get(character, ())

    @cached_property
    def abbreviation_pattern(self) -> re.Pattern[str]:
        """Matches the characters that may abbreviate a country."""
        return re.compile(f"[{''.join(sorted(self.abbreviations))}]")

    @cached_property
    def implied_pattern(self) -> re.Pattern[str]:
        """Matches the words of ``implied``."""
        return re.compile("|".join(map(re.escape, sorted(self.implied, key=len, reverse=True))))

    def is_country_at(self, text: str, start: int, end: int) -> bool:
        """Whether the full name that stands there means the country: not 海地 in 沿海地区."""
        guarded = self._guard_patterns.get(text[start:end])
        return guarded is None or guarded.match(text, start) is not None

    @cached_property
    def _guard_patterns(self) -> dict[str, re.Pattern[str]]:
        return {surface: re.compile(self._guarded(surface)) for surface in self.guards}

    def abbreviation_codes(self, text: str, mentioned: Collection[str] = ()) -> tuple[str, ...] | None:
        """The countries of a compound such as ``中蒙俄``: ``("CN", "MN", "RU")``.

        Understands full short names inside (``中印尼``) and the bracketed rest of a name (``中巴（西）``).
        Where a character may stand for several countries, one of ``mentioned`` (codes named in the
        neighbourhood) is taken, otherwise the likeliest; a country mentioned whose name begins with the
        character may be meant although the lexicon does not say so (佛 is Cabo Verde beside 佛得角).
        None if the text is not such a compound, or one of its parts is a region (``中非``).
        """
        if text in self.not_pairs or text in self.surfaces:
            return None
        codes, end = self._abbreviated(text, mentioned)
        return codes if end >= len(text) and len(set(codes)) == len(codes) > 1 else None

    def compound_at_start(self, text: str, longest: int) -> str:
        """The longest compound of abbreviations that a text begins with: 中老 of 中老铁路, else ""."""
        longest = min(longest, len(text))
        if BRACKETED.search(text, 0, longest) is None:
            longest = min(longest, self._abbreviated(text[:longest], ())[1])  # behind that stands no country
        beginnings = (text[:length] for length in range(longest, 1, -1))
        return next(filter(self.abbreviation_codes, beginnings), "")

    def _abbreviated(self, text: str, mentioned: Collection[str]) -> tuple[tuple[str, ...], int]:
        """The countries at the beginning of a text, and where the first word stands that is none."""
        codes: list[str] = []
        position = 0
        while position < len(text) and (found := self._abbreviation_at(text, position, mentioned)):
            code, position = found
            codes.append(code)
        return tuple(codes), position

    def _abbreviation_at(self, text: str, position: int, mentioned: Collection[str]) -> tuple[str, int] | None:
        """The country that begins at ``position`` and where the rest begins."""
        bracketed = BRACKETED.match(text, position)
        if bracketed:
            opening = bracketed[1] + bracketed[2]
            begun = (code for code in mentioned if self.names[code][0].startswith(opening))  # 中马（拉） beside 马拉维
            code = self.surfaces.get(opening) or next(begun, None)
            return (code, bracketed.end()) if code else None
        for length in (3, 2):
            opening = text[position : position + length]
            code = self.surfaces.get(opening) or self._begun(opening, mentioned)
            if code and len(text) > length:
                return code, position + length
        character = text[position]
        possible = self.abbreviations.get(character, ())
        named = next((code for code in possible if code in mentioned), None) or self._beginning(character, mentioned)
        if named is None and (not possible or character in self.region_abbreviations):
            return None
        return named or possible[0], position + 1

    def _begun(self, opening: str, mentioned: Collection[str]) -> str | None:
        """The country among ``mentioned`` of whose long name somebody writes only the beginning: 埃塞 of 埃塞俄比亚."""
        if len(opening) != _OPENING:
            return None
        for code in self._codes_by_character.get(opening[0], ()):
            name = self.names[code][0]
            if code in mentioned and name.startswith(opening) and len(name) > 2 * _OPENING:
                return code
        return None

    def _beginning(self, character: str, mentioned: Collection[str]) -> str | None:
        """The first country among ``mentioned`` whose usual name begins with the character."""
        possible = [code for code in self._codes_by_character.get(character, ()) if code in mentioned]
        if len(possible) > 1:
            return next(code for code in mentioned if code in possible)
        return possible[0] if possible else None

    @cached_property
    def _codes_by_character(self) -> dict[str, list[str]]:
        """The countries by the first character of their usual names."""
        codes: dict[str, list[str]] = {}
        for code, (name, _) in self.names.items():
            codes.setdefault(name[0], []).append(code)
        return codes

    def _guarded(self, surface: str) -> str:
        before, after = self.guards.get(surface, ((), ()))
        behind = "".join(f"(?<!{expression})" for expression in before)
        ahead = f"(?!{'|'.join(after)})" if after else ""
        return behind + re.escape(surface) + ahead
