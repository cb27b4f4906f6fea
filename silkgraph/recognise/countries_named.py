"""The countries that a stretch of text names: by full names, and by abbreviations joined to a compound.

``中葡论坛`` names China and Portugal, ``中、匈、塞、马四国`` China, Hungary, Serbia and the one 马 that the
document speaks of, ``总统对华国事访问`` China.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from silkgraph.recognise.brackets import Span, inside
from silkgraph.recognise.names import Names
from silkgraph.recognise.words import word_borders
from silkgraph.values import dataclass

LONGEST_COMPOUND = 8
LONGEST_SHORT_NAME = 3
_STATES = re.compile(r"[两二三四五六七八九十]国|双边|元首")
"""What may follow a compound without 中 (``日韩两国``)."""


@dataclass(frozen=True, slots=True)
class NamedCountry:
    """A country where it is named. ``name`` is its full name as the document writes it, not the abbreviation."""

    code: str
    name: str
    start: int
    end: int


def mentioned_countries(text: str, names: Names) -> Mapping[str, str]:
    """The countries whose full names a text has, in order of first mention: code to the name to use.

    That is the usual name if the text has it, otherwise the shortest (乌兹别克 may only be the language).
    """
    found: dict[str, str] = {}
    for start, end in _full_names(text, (0, len(text)), names):
        name = text[start:end]
        code = names.countries.code(name)
        if code is None or found.get(code) == names.countries.name_zh(code):
            continue
        if name == names.countries.name_zh(code) or len(name) < len(found.get(code, name + " ")):
            found[code] = name
    return found


def named_countries(
    text: str, span: Span, names: Names, mentioned: Mapping[str, str] | None = None
) -> list[NamedCountry]:
    """The countries named in ``span``, in reading order; one named twice comes twice.

    Args:
        mentioned: the countries that the document names in full, which decide what an ambiguous
            abbreviation stands for (``mentioned_countries``).
    """
    known = mentioned or {}
    full = list(_full_names(text, span, names))
    found = [NamedCountry(names.countries.surfaces[text[s:e]], text[s:e], s, e) for s, e in full]
    compounds = list(_compounds(text, span, names, known))
    borders = word_borders(text, span) if compounds else frozenset()
    for start, end, codes in compounds:
        if start in borders and end in borders and not any(inside(position, full) for position in (start, end - 1)):
            found += [NamedCountry(c, known.get(c) or names.countries.name_zh(c), start, end) for c in codes]
    for match in names.countries.implied_pattern.finditer(text, *span):
        code = names.countries.implied[match.group()]
        found.append(NamedCountry(code, known.get(code) or names.countries.name_zh(code), *match.span()))
    return sorted(found, key=lambda country: country.start)


def may_begin_with_country(text: str, span: Span, names: Names) -> bool:
    """Whether a country may be the first that ``span`` names: a quick look at its beginning."""
    start, end = span
    if names.countries.abbreviation_pattern.match(text, start, end):
        return True
    begins_with_name = names.country_names.at(text, start, end) is not None
    return begins_with_name or names.countries.implied_pattern.match(text, start, end) is not None


def _full_names(text: str, span: Span, names: Names) -> Iterator[Span]:
    for start, end in names.country_names.find(text, *span):
        if names.countries.is_country_at(text, start, end):
            yield start, end


def _compounds(
    text: str, span: Span, names: Names, mentioned: Mapping[str, str]
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Compounds of abbreviations such as ``中俄蒙`` and ``中、匈、塞、马四国``, the longest at each place."""
    free = span[0]
    for opening in names.countries.abbreviation_pattern.finditer(text, span[0], span[1] - 1):
        position = opening.start()
        found = _compound_at(text, position, span[1], names, mentioned) if position >= free else None
        if found is not None:
            yield position, *found
            free = found[0]


def _compound_at(
    text: str, start: int, limit: int, names: Names, mentioned: Mapping[str, str]
) -> tuple[int, tuple[str, ...]] | None:
    for end in range(min(limit, start + LONGEST_COMPOUND), start + 1, -1):
        written = text[start:end]
        if "中" not in written and not _STATES.match(text, end):
            continue
        codes = _codes(written.replace("、", ""), text, names, mentioned)
        if codes and written[-1] != "、" and ("、" not in written or _STATES.match(text, end)):
            return end, codes
    return None


def _codes(compound: str, text: str, names: Names, mentioned: Mapping[str, str]) -> tuple[str, ...] | None:
    """The countries of a compound; of 中非, and of 中阿 in a text that speaks of 阿拉伯国家, only China."""
    if len(compound) == 2 and compound[0] == "中" and compound not in names.countries.not_pairs:
        region = names.countries.region(compound[1], text)
        if region and (region in text or not names.countries.candidates(compound[1])):
            return names.countries.candidates("中")
    return names.countries.abbreviation_codes(compound, mentioned)


def shortens_country(short: str, name: str) -> bool:
    """Whether two or three characters of a country's name stand for it: ``几比`` for 几内亚比绍."""
    if not 2 <= len(short) <= LONGEST_SHORT_NAME or len(name) < len(short) + 2 or short[0] != name[0]:
        return False
    rest = iter(name)
    return all(character in rest for character in short)
