"""How the name of a body may be written, and what it is once all that spellings differ in is left out.

``老挝人民民主共和国“财政部”`` and ``老挝财政部`` fold to the same; 科学与技术部 is looked for as 科学和技术部 too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from silkgraph.knowledge.authority_files import AuthorityEntry
from silkgraph.knowledge.countries import Countries

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
CHINA = ("中国", "中华", "中共")


def fold(name: str, countries: Countries) -> str:
    """A name without what spellings of it differ in; ``PK|铁道部`` where it begins with a country's name."""
    code, rest = countries.split(MARKS.sub("", name))
    rest = JOINERS.sub("", rest).casefold()
    return f"{code}|{rest}" if code else rest


def keys_of(entry: AuthorityEntry, countries: Countries) -> Iterator[str]:
    """The folded names under which a body is found; one without its country's name also with it."""
    for name in (entry.name_zh, *entry.aliases, *entry.hidden, entry.name_en):
        key = fold(name, countries)
        yield key
        if entry.country and "|" not in key:
            yield f"{entry.country}|{key}"


def written_as(entry: AuthorityEntry, key: str, countries: Countries) -> str:
    """The name of the body that was folded to ``key``."""
    rest = key.rpartition("|")[2]
    names = (entry.name_zh, *entry.aliases, *entry.hidden, entry.name_en)
    return next(name for name in names if fold(name, countries).rpartition("|")[2] == rest)


def spellings(name: str, entry: AuthorityEntry, countries: Countries) -> Iterator[str]:
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
