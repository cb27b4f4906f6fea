"""Lists of counted things and sums: ``6万个研修名额、2400个奖学金名额`` is two, ``300名青年议员和记者`` is one.

A list is cut only where a new number begins.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Any

from silkgraph.locations import knowledge
from silkgraph.parse.money import find_money
from silkgraph.parse.numerals import HEDGE, WRITTEN_NUMBER
from silkgraph.recognise.brackets import Span, depths, trim
from silkgraph.recognise.lexicon import any_of, read_table
from silkgraph.recognise.patterns import watchful
from silkgraph.values import dataclass

_CONNECTOR = re.compile(r"、|以及|和|与|及|并")
_DIGIT = re.compile(r"[\d两三四五六七八九十百千万亿一]")
_ONE = re.compile(r"^一(?![百千万亿十])")
_ONE_THING = re.compile(r"^一(?:对(?!一)|批|套|座|辆|台|艘|架|栋|幢|所|间|条|台套)")
_CONNECTOR_END = re.compile(r"(?:、|以及|和|与|及|并)$")
_ROUNDED = re.compile(r"[多余近超逾数]|约|以上")
_FEWEST = 2
_NEAR = 40
"""Characters behind a verb in which a number counts its object."""


@dataclass(frozen=True, slots=True)
class CountedItem:
    """One thing of a list. ``counted``: it has a number and a measure word; ``money``: it has a sum."""

    span: Span
    counted: bool
    money: bool

    @property
    def concrete(self) -> bool:
        """Whether the thing has a number at all."""
        return self.counted or self.money


@functools.cache
def pledge_words() -> dict[str, Any]:
    """The tables of ``extract/lexicon/pledges.toml``."""
    return read_table(knowledge("extract") / "lexicon" / "pledges.toml")


@functools.cache
def _count() -> re.Pattern[str]:
    words = pledge_words()
    return watchful(
        rf"(?<![第首数\d.零〇一二两三四五六七八九十百千万亿])(?:{WRITTEN_NUMBER}(?:{any_of(words['measures'])})"
        rf"|\d[\d.,]*[多余]?[万千百亿]?[多余]?(?:{any_of(words['measures_after_digits'])}))"
    )


@functools.cache
def _beginning() -> re.Pattern[str]:
    """What a new thing of a list begins with: a number, perhaps after 总额不低于 (not ``船员和技工900人次``)."""
    leading = any_of(pledge_words()["leading"])
    return re.compile(
        rf"(?:(?:{leading}|{HEDGE}){{0,3}}|(?:推动|带动|促进|鼓励|支持)[^，、\d]{{2,20}})(?={WRITTEN_NUMBER})"
    )


def counts(text: str, span: Span) -> list[Span]:
    """The numbers with their measure words in ``span``, outside brackets and quotations."""
    if not _DIGIT.search(text, *span):
        return []
    found = [match.span() for match in _count().finditer(text, *span)]
    depth = depths(text[span[0] : span[1]]) if found else ()
    return [count for count in found if not depth[count[0] - span[0]]]


def may_be_counted(text: str, span: Span) -> bool:
    """Whether a number or a sum may stand in ``span``: a quick look, before its things are told apart."""
    return _DIGIT.search(text, *span) is not None or bool(find_money(text, *span))


def counted_items(text: str, span: Span) -> list[CountedItem]:
    """The things that an object lists, cut where a new number begins; the first may have none.

    ``中非发展知识网络和25个非洲研究中心`` is a thing without and one with a number.
    """
    found = counts(text, span)
    sums = [(mention.start, mention.end) for mention in find_money(text, *span)]
    starts = _numbered_behind(text, span, found)
    starts = starts or [span[0], *(_further_starts(text, span, [*found, *sums]) if found or sums else ())]
    items = []
    for start, end in zip(starts, [*starts[1:], span[1]], strict=True):
        piece = trim(text, (start, end))
        piece = (piece[0], piece[0] + len(_CONNECTOR_END.sub("", text[piece[0] : piece[1]])))
        if piece[1] > piece[0]:
            counted = any(piece[0] <= s < piece[1] for s, _ in found)
            items.append(CountedItem(piece, counted, any(piece[0] <= s < piece[1] for s, _ in sums)))
    return items


def _further_starts(text: str, span: Span, numbers: Sequence[Span]) -> Iterator[int]:
    """Where a thing with a number of its own begins behind a connector."""
    depth = depths(text[span[0] : span[1]])
    for match in _CONNECTOR.finditer(text, *span):
        opening = _beginning().match(text, match.end(), span[1])
        if depth[match.start() - span[0]] or opening is None:
            continue
        if any(start <= opening.end() < end for start, end in numbers):
            yield match.end()


def _numbered_behind(text: str, span: Span, counted: Sequence[Span]) -> list[int]:
    """Where the things of a list begin each of which ends with its number: ``救护车6辆、消防车2辆``."""
    if len(counted) < _FEWEST or counted[0][0] == span[0]:
        return []
    starts = [span[0]]
    for _, end in counted[:-1]:
        joint = _CONNECTOR.match(text, end, span[1])
        if joint is None or _beginning().match(text, joint.end(), span[1]):
            return []
        starts.append(joint.end())
    return starts if counted[-1][1] == span[1] else []


@functools.cache
def _visit() -> re.Pattern[str]:
    return re.compile("|".join(pledge_words()["visits"]))


def is_counted(text: str, span: Span) -> bool:
    """Whether the words behind a verb count its object: a number with a measure word or a sum stands near them.

    Not where the verb is a noun: ``援助|规模不少于600亿元``.
    """
    near = (span[0], min(span[1], span[0] + _NEAR))
    if not _DIGIT.search(text, *near) or _noun().match(text, *near):
        return False
    return bool(counts(text, near) or find_money(text, *near))


@functools.cache
def _noun() -> re.Pattern[str]:
    return re.compile(pledge_words()["nouns"])


def visit(text: str, span: Span) -> str:
    """What invited people do (``访华``, ``来华学习``), "" if the words tell nothing of the kind."""
    found = _visit().search(text, *span)
    return found.group() if found else ""


def is_single(text: str, span: Span) -> bool:
    """Whether the only number of a thing is 一, as in ``一种方案``: it counts nothing."""
    found = counts(text, span)
    return bool(found) and all(_ONE.match(text[start:end]) for start, end in found)


def is_one_thing(text: str, span: Span) -> bool:
    """Whether a thing is one that can be handed over: ``一套检测设备``."""
    return _ONE_THING.match(text[span[0] : span[1]]) is not None


def is_rounded(text: str, span: Span) -> bool:
    """Whether the number of a thing is rounded (``2000多名``, ``近百个``): so speaks who sums up."""
    return any(_ROUNDED.search(text[max(span[0], start - 2) : end]) for start, end in counts(text, span))
