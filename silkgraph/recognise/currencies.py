"""The names of currencies: from the words behind a number to an ISO 4217 code.

CLDR (babel) names the currency of each country; ``extract/lexicon/currencies.toml`` adds how texts
shorten and prefix the names. A noun that several countries share (``卢比``) means the currency of the
country that the text names, ``10亿里亚尔`` beside 阿曼 is Omani.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global

from silkgraph.errors import KnowledgeError
from silkgraph.knowledge.countries import Countries
from silkgraph.knowledge.country_names import PARTS_OF_CHINA
from silkgraph.locations import knowledge
from silkgraph.recognise.gazetteer import Gazetteer
from silkgraph.recognise.lexicon import read_table

FILE = "currencies.toml"
_NO_CURRENCIES = frozenset(("XAG", "XAU", "XPD", "XPT", "XXX", "XTS", "XUA", "XSU"))
"""Codes of ISO 4217 that are metals, tests or units of account."""


@dataclass(frozen=True)
class Currencies:
    """Names of currencies, read once. Make one with ``Currencies.load()``.

    ``surfaces`` has every name that tells the currency by itself; ``shared`` the nouns that need a
    country, each with the currency of every country that has one; ``bare`` what such a noun means
    where no country is named; ``before`` what may stand before a number.
    """

    surfaces: Mapping[str, str]
    shared: Mapping[str, Mapping[str, str]]
    bare: Mapping[str, str]
    before: Mapping[str, str]
    never_after: frozenset[str]
    forms: Gazetteer

    @classmethod
    def load(cls, countries: Countries, root: Path | None = None) -> Currencies:
        """Reads CLDR and ``extract/lexicon/currencies.toml``, below ``root`` or where the project's data lie.

        Raises:
            KnowledgeError: the file lacks a section, or names an unknown code.
        """
        path = (root / "extract" if root else knowledge("extract")) / "lexicon" / FILE
        table = read_table(path)
        _check(table, path)
        surfaces: dict[str, str] = {}
        shared: dict[str, dict[str, str]] = {}
        for country, currency in _of_countries().items():
            noun = _noun(currency, country, countries)
            nouns = [noun] if noun else []
            nouns += [name for name, code in table["names"].items() if code == currency and name[0] != "元"]
            surfaces |= {name + form: currency for name in countries.full_names(country) for form in nouns}
            if noun:
                shared.setdefault(noun, {})[country] = currency
        for noun, by_country in shared.items():
            if len(set(by_country.values())) == 1 and len(noun) > 1:
                surfaces[noun] = next(iter(by_country.values()))
        surfaces |= {name: code for code, name in _names().items() if name not in shared}
        surfaces |= table["names"]
        return cls(
            surfaces=surfaces,
            shared={noun: shared.get(noun, {}) for noun in table["bare"]},
            bare=table["bare"],
            before=table["before"],
            never_after=frozenset(table["never"]["after"]),
            forms=Gazetteer.of([*surfaces, *table["bare"]]),
        )

    def at(self, text: str, position: int, end: int) -> str | None:
        """The longest name of a currency that begins at ``position``, but not 元 in 元首."""
        name = self.forms.at(text, position, end) or text[position : min(position + 1, end)]
        known = name in self.surfaces or name in self.bare
        return name if known and text[position + len(name) : position + len(name) + 1] not in self.never_after else None

    @functools.cached_property
    def trace(self) -> re.Pattern[str]:
        """Finds nothing where no currency is named: looks for the last two characters of names, for codes and signs.

        ``re`` goes at once to the last ones if they stand first: ``[元林](?:(?<=元)|(?<=[欧福][元林]))``.
        """
        names = (*self.surfaces, *self.bare, *self.before)
        single = f"A-Z{re.escape(''.join(sorted(name for name in names if len(name) == 1)))}"
        last, before = (
            re.escape("".join(sorted({name[place] for name in names if len(name) > 1}))) for place in (-1, -2)
        )
        return re.compile(f"[{single}{last}](?:(?<=[{single}])|(?<=[{before}][{last}]))")

    def code(self, name: str, named: Iterable[str]) -> str:
        """The currency of a name; ``named`` are the countries of the neighbourhood, the nearest first."""
        if name in self.surfaces:
            return self.surfaces[name]
        of_countries = self.shared[name]
        return next((of_countries[country] for country in named if country in of_countries), self.bare[name])


def _names() -> dict[str, str]:
    """The CLDR name of every currency that is in use (``东加勒比元``)."""
    known = Locale.parse("zh_Hans").currencies
    used = set(_of_countries().values())
    return {code: known[code] for code in sorted(used) if code in known and "（" not in known[code]}


def _of_countries() -> dict[str, str]:
    """Each country or territory and the currency it has now."""
    found = {}
    for country, currencies in sorted(get_global("territory_currencies").items()):
        tender = [code for code, _, until, is_tender in currencies if until is None and is_tender]
        if tender and len(country) == 2:
            found[country] = tender[0]
    return found


def _noun(currency: str, country: str, countries: Countries) -> str | None:
    """The name of a country's own currency without the country: ``先令`` for KES and Kenya, None for EUR and France."""
    name: str | None = Locale.parse("zh_Hans").currencies.get(currency)
    if name is None or currency in _NO_CURRENCIES or country in PARTS_OF_CHINA or "（" in name:
        return None
    for surface in sorted(countries.full_names(country), key=len, reverse=True):
        if name.startswith(surface) and len(name) > len(surface):
            return name.removeprefix(surface).removeprefix("新")
    return None


def _check(table: Mapping[str, Any], path: Path) -> None:
    for section in ("names", "before", "bare", "never"):
        if section not in table:
            raise KnowledgeError(f"lacks the section [{section}]", path=path)
    known = Locale.parse("en").currencies
    for section in ("names", "before", "bare"):
        for name, code in table[section].items():
            if code not in known:
                raise KnowledgeError(f"{name} has {code}, which is no ISO 4217 code", path=path)


@functools.cache
def currencies() -> Currencies:
    """The project's currencies; loaded once."""
    return Currencies.load(Countries.load())
