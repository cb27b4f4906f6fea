"""Places and well-known beginnings of names, by which the country of a body is told that names none.

``里斯本大学`` is of Portugal, ``青岛港集团`` of China. Cities come from CLDR (babel), which names one for each of
its time zones; ``extract/lexicon/places.toml`` adds capitals, larger cities, provinces and the beginnings of names.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from babel import Locale
from babel.core import get_global

from silkgraph.errors import KnowledgeError
from silkgraph.knowledge.affixes import Lengths, lengths_by_beginning
from silkgraph.knowledge.countries import Countries
from silkgraph.knowledge.country_names import PARTS_OF_CHINA
from silkgraph.locations import knowledge

FILE = "places.toml"
SHORTEST = 2


@dataclass(frozen=True)
class Places:
    """Which country a name that begins so belongs to. Make one with ``Places.load()``."""

    cities: Mapping[str, str]
    """The name of a place and the code of its country."""
    beginnings: Mapping[str, str]
    """Other beginnings of names, and the code."""

    @classmethod
    def load(cls, countries: Countries, root: Path | None = None) -> Places:
        """Reads CLDR and ``extract/lexicon/places.toml``, below ``root`` or where the project's data lie.

        Raises:
            KnowledgeError: the file is missing, no TOML, or names an unknown code.
        """
        path = (root / "extract" if root else knowledge("extract")) / "lexicon" / FILE
        try:
            data = tomllib.loads(path.read_text("utf-8"))
            tables = [data["cities"], data["bodies"]]
        except OSError as error:
            raise KnowledgeError(f"cannot be read: {error.strerror}", path=path) from error
        except tomllib.TOMLDecodeError as error:
            raise KnowledgeError(f"is not valid TOML: {error}", path=path) from error
        except KeyError as error:
            raise KnowledgeError(f"lacks the section [{error.args[0]}]", path=path) from error
        for code in (code for table in tables for code in table):
            if code not in countries.names:
                raise KnowledgeError(f"{code} is no ISO 3166-1 alpha-2 code", path=path)
        cities = _cldr_cities(countries) | _by_name(tables[0])
        beginnings = _by_name(tables[1])
        return cls(cities, beginnings)

    def city_at(self, text: str, start: int = 0, end: int | None = None) -> str | None:
        """The longest name of a place that stands at ``start``."""
        stop = len(text) if end is None else end
        for length in self._lengths.get(text[start : start + SHORTEST], ()):
            name = text[start : start + length]
            if start + length <= stop and name in self.cities:
                return name
        return None

    def beginning_at(self, name: str) -> str | None:
        """The longest beginning of names of bodies that a name has (``隆基`` of ``隆基绿能``)."""
        lengths = self._lengths.get(name[:SHORTEST], ())
        return next((name[:length] for length in lengths if name[:length] in self.beginnings), None)

    def country(self, name: str) -> str | None:
        """The country of a body whose name begins with a place or a known beginning; the longest decides."""
        for length in self._lengths.get(name[:SHORTEST], ()):
            found = self.cities.get(name[:length]) or self.beginnings.get(name[:length])
            if found:
                return found
        return None

    @cached_property
    def _lengths(self) -> Lengths:
        return lengths_by_beginning((*self.cities, *self.beginnings), SHORTEST)


def _by_name(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {name: code for code, names in table.items() for name in names}


def _cldr_cities(countries: Countries) -> dict[str, str]:
    """The city that CLDR names for each time zone, and its country."""
    territories = get_global("zone_territories")
    cities: dict[str, str] = {}
    for zone, names in Locale.parse("zh_Hans").time_zones.items():
        code: str = territories.get(zone, "")
        city: str = names.get("city", "")
        if len(city) >= SHORTEST and code in countries.names and city not in countries.surfaces:
            cities[city] = "CN" if code in PARTS_OF_CHINA else code
    return cities
