"""By what rule a name is a body's: the reason of every decision of identity, so that it can be contested."""

from __future__ import annotations

import re

from silkgraph.knowledge.authority_files import AuthorityEntry
from silkgraph.knowledge.countries import Countries
from silkgraph.knowledge.spellings import EDITION, fold
from silkgraph.model import Identification

SIDE = re.compile(r"^(.)方$")
"""How a text calls the side of a country: 中方, 老方."""
_BY_RULE = re.compile(r"(?:country|government)-[a-z]{2}")


def identification(name: str, entry: AuthorityEntry, countries: Countries) -> Identification:
    """Why ``name`` is taken for the body ``entry``.

    >>> countries = Countries.load()
    >>> identification("老挝人民民主共和国政府", Authority.load().government_body("LA"), countries)
    'country-by-rule'
    """
    if SIDE.match(name):
        return "side"
    if _BY_RULE.fullmatch(entry.identifier):
        return "country-by-rule"
    if name == entry.name_zh:
        return "full-name"
    if name in entry.aliases:
        return "other-name"
    if name in entry.hidden:
        return "short-form"
    names = (entry.name_zh, *entry.aliases, *entry.hidden, entry.name_en)
    folded = {fold(known, countries) for known in names}
    wanted = fold(name, countries)
    if wanted in folded:
        return "spelling"
    code, _, rest = wanted.rpartition("|")
    if code and code == entry.country and rest in folded:
        return "country-in-front"
    if not code and f"{entry.country}|{rest}" in folded:
        return "country-from-context"
    return "edition-left-out" if EDITION.search(name) else "spelling"
