"""Who took part in a meeting: the list that names country or organisation, office and person."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from silkgraph.locations import knowledge
from silkgraph.recognise.brackets import LONGEST_SENTENCE, Span, bounded
from silkgraph.recognise.lexicon import any_of, read_table

FindCountry = Callable[[str], str | None]

_SENTENCE = re.compile(r"[^。！？；\n]+")
_SEPARATOR = re.compile(r"[，、；]|以及|和|及|与")
_LEADING = re.compile(r"^(?:[，、；：\s]|以及|和(?!平)|及|与(?!会)|还有|包括|来自)*")
_PERSON = re.compile(r"[\u3400-\u9fffA-Za-z·•‧・.\-]+")
_LATIN = re.compile(r"（[A-Za-z .·\-]+）")


@dataclass(frozen=True, slots=True)
class AttendanceMention:
    """Somebody who took part, as one span of the text names them.

    ``person`` is None where only a country's delegation is named. ``country`` is the code of
    ``name``; None where ``name`` is an organisation. ``office`` is as written, without the country:
    ``民族领袖、人民委员会主席``.
    """

    start: int
    end: int
    person: str | None
    office: str
    name: str
    country: str | None

    @property
    def organisation(self) -> str | None:
        """The organisation that the person speaks for, if it is no country."""
        return self.name if self.country is None else None


@functools.cache
def _words() -> dict[str, Any]:
    return read_table(knowledge("extract") / "lexicon" / "offices.toml")


@functools.cache
def _office() -> re.Pattern[str]:
    """One office or several of the same person: ``民族领袖、人民委员会主席``, ``总统兼总理``."""
    words = _words()
    one = f"(?:{any_of(words['modifiers'])})?(?:{any_of(words['offices'])})"
    return re.compile(f"{one}(?:[、兼和]{one}|{one})*")


@functools.cache
def _attending() -> re.Pattern[str]:
    return re.compile(any_of(_words()["attending"]))


@functools.cache
def _delegation() -> re.Pattern[str]:
    words = _words()
    return re.compile(
        f"(?P<countries>[^，]+?)(?:等(?:多?国家?|国)|(?:[两三四五六七八九十]|\\d+)国)?的?(?P<office>{any_of(words['delegations'])})"
        f"(?:也|还|均|亦|将)*(?:{any_of(words['attending'])})"
    )


def read_attendance(text: str, span: Span, find_country: FindCountry) -> list[AttendanceMention]:
    """Those whom the sentences of a span list as taking part, in order, each person and country once.

    Args:
        text: the normalised text.
        span: where to look.
        find_country: the ISO 3166-1 code of a country by the name that the text uses, else None.
    """
    found: list[AttendanceMention] = []
    for match in _SENTENCE.finditer(text, *span):
        for sentence in bounded(text, match.span(), LONGEST_SENTENCE):
            if _attending().search(text, *sentence):
                found += _people(text, sentence, find_country)
                found += _delegations(text, sentence, find_country)
    seen: set[tuple[str | None, str]] = set()
    unique = []
    for mention in sorted(found, key=lambda m: m.start):
        key = (mention.person, mention.name if mention.person is None else "")
        if key not in seen:
            seen.add(key)
            unique.append(mention)
    return unique


def _people(text: str, span: Span, find_country: FindCountry) -> Iterator[AttendanceMention]:
    """The persons that a sentence names with office and country or organisation."""
    offices = list(_office().finditer(text, *span))
    position = span[0]
    for number, office in enumerate(offices):
        begin = _name_start(text, position, office.start(), find_country)
        limit = offices[number + 1].start() if number + 1 < len(offices) else span[1]
        end = _person_end(text, office.end(), limit, span[1], find_country)
        if begin is None or end is None:
            continue
        name, person = text[begin : office.start()], text[office.end() : end]
        yield AttendanceMention(begin, end, person, office.group(), name, find_country(name))
        position = end


def _name_start(text: str, begin: int, end: int, find_country: FindCountry) -> int | None:
    """Where the country or organisation before an office begins: the longest country, else after the last mark."""
    for start in range(max(begin, end - 20), end - 1):
        if find_country(text[start:end]):
            return start
    start = begin
    for mark in re.finditer(r"[，、；：。]", text[begin:end]):
        start = begin + mark.end()
    lead = _LEADING.match(text[start:end])
    start += lead.end() if lead else 0
    return start if end - start >= 2 else None


def _person_end(text: str, begin: int, limit: int, stop: int, find_country: FindCountry) -> int | None:
    """Where the name after an office ends; None if what follows is no name in a list of those present."""
    match = _PERSON.match(text, begin, stop)
    if match is None:
        return None
    end = match.end()
    if attends := _attending().search(text, begin, end):
        end = attends.start()
    for mark in re.finditer("以及|和|及|与|等", text[begin:end]):
        following = text[begin + mark.end() : limit]
        if mark.group() == "等" or limit < end and (find_country(following) or len(following) > 2):
            end = begin + mark.start()
            break
    after = _LATIN.match(text, end)
    tail = text[after.end() if after else end : stop]
    in_list = _SEPARATOR.match(tail) or tail.startswith("等") or _attending().match(tail)
    return end if 1 <= end - begin <= 20 and in_list else None


def _delegations(text: str, span: Span, find_country: FindCountry) -> Iterator[AttendanceMention]:
    """The countries that a sentence names as represented without saying by whom."""
    for match in _delegation().finditer(text, *span):
        end = match.end("office")
        for part in re.finditer(r"(?:(?!以及|[、和及]).)+", match["countries"]):
            start = match.start("countries") + part.start()
            code = find_country(part.group())
            if code is not None:
                yield AttendanceMention(start, end, None, match["office"], part.group(), code)
