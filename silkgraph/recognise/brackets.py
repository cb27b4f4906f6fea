"""Where a text may be cut: sentence and clause ends outside titles, quotations and parentheses."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence

Span = tuple[int, int]

_PAIRS = {"《": "》", "〈": "〉", "“": "”", "‘": "’", "（": "）", "(": ")"}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
_BRACKET = re.compile(f"[{re.escape(''.join((*_PAIRS, *_CLOSERS)))}]")
_DEEPER = bytes((*range(1, 256), 255))
"""Each depth one deeper; nobody counts beyond 255."""
_SENTENCE = re.compile(r"[。！？]|；(?!（[一二三四五六七八九十]+）)")

LONGEST_PARAGRAPH = 4000
LONGEST_SENTENCE = 1000
"""Nobody writes longer ones (those of the five documents have 775 and 275 characters): see :func:`bounded`."""
_ENDS = ("\n", "。！？", "；", "，：", "、 ")
"""Where a text that is too long is cut, the best places first."""


def depths(text: str) -> Sequence[int]:
    """For each character, how many brackets it stands in; a bracket itself counts as inside.

    A closing mark without an opening one, and an opening one that is never closed within the
    text, count for nothing, so that one slip in the source does not swallow the rest.
    """
    return _depths(text) if _BRACKET.search(text) else bytes(len(text))


@functools.lru_cache(maxsize=64)
def _depths(text: str) -> Sequence[int]:
    """The same for a text with brackets, kept for those asked for last: several rules look at the same clause."""
    deep = bytearray(len(text))
    places = [match.start() for match in _BRACKET.finditer(text)]
    for opener, closer in _pairs("".join([text[place] for place in places])):
        start, end = places[opener], places[closer] + 1
        deep[start:end] = deep[start:end].translate(_DEEPER)
    return bytes(deep)


@functools.lru_cache(maxsize=256)
def _pairs(marks: str) -> Sequence[Span]:
    """Which of the brackets in a row belong together: 0 and 1, 2 and 3 of ``《》（）``, the row of many a sentence."""
    stack: list[tuple[str, int]] = []
    waiting = dict.fromkeys(_PAIRS, 0)
    pairs: list[Span] = []
    for number, mark in enumerate(marks):
        if mark in waiting:
            stack.append((mark, number))
            waiting[mark] += 1
        elif waiting[opener := _CLOSERS[mark]]:
            found = None
            while found != opener:
                found, position = stack.pop()
                waiting[found] -= 1
            pairs.append((position, number))
    return pairs


def cut(text: str, span: Span, marks: re.Pattern[str]) -> Iterator[Span]:
    """The pieces of ``span`` between the places where ``marks`` matches outside all brackets."""
    start = span[0]
    depth: Sequence[int] | None = None
    for match in marks.finditer(text, span[0], span[1]):
        if depth is None:
            depth = depths(text[span[0] : span[1]])
        if depth[match.start() - span[0]] == 0:
            if match.start() > start:
                yield start, match.start()
            start = match.end()
    if span[1] > start:
        yield start, span[1]


def sentences(text: str, span: Span) -> list[Span]:
    """The sentences of a span, without their final marks; ``；`` ends one too, except between ``（一）…；（二）…``."""
    found: Iterable[Span] = cut(text, span, _SENTENCE)
    if span[1] - span[0] > LONGEST_SENTENCE:
        found = (part for piece in found for part in bounded(text, piece, LONGEST_SENTENCE))
    return [trim(text, part) for part in found]


def bounded(text: str, span: Span, longest: int) -> Iterator[Span]:
    """The span, in parts of at most ``longest`` characters.

    Each part ends after the strongest mark in its second half: the end of a line, of a sentence, of a
    clause; without any, in the middle of a word. Grammar may look at a whole sentence more than once,
    so that only a bound on its length makes the time that reading takes proportional to the text.
    """
    start, end = span
    while end - start > longest:
        window = start + longest // 2, start + longest
        position = max(text.rfind(mark, *window) for mark in _ENDS[0])
        for marks in _ENDS[1:]:
            if position < 0:
                position = max(text.rfind(mark, *window) for mark in marks)
        stop = position + 1 or start + longest
        yield start, stop
        start = stop
    if end > start:
        yield start, end


def trim(text: str, span: Span, marks: str = " 　，、。；：，,;\n") -> Span:
    """The span without the given marks at either end."""
    start, end = span
    if start >= end or text[start] not in marks and text[end - 1] not in marks:
        return span
    rest = text[start:end].lstrip(marks)
    start = end - len(rest)
    return start, start + len(rest.rstrip(marks))


def bracketed(text: str, span: Span, opener: str) -> list[Span]:
    """The outermost bracketed spans that begin with ``opener``, brackets included; nested ones are skipped."""
    found: list[Span] = []
    if text.find(opener, *span) < 0:
        return found
    level = 0
    begin = 0
    for mark in _marks(opener).finditer(text, *span):
        if mark[0] == opener:
            if level == 0:
                begin = mark.start()
            level += 1
        elif level:
            level -= 1
            if level == 0:
                found.append((begin, mark.end()))
    return found


@functools.cache
def _marks(opener: str) -> re.Pattern[str]:
    """An opening bracket and the one that closes it."""
    return re.compile(f"[{re.escape(opener + _PAIRS[opener])}]")


def inside(position: int, spans: Iterable[Span]) -> bool:
    """Whether a position lies within one of the spans."""
    for start, end in spans:  # noqa: SIM110 - any() takes twice as long, and this is asked of every place
        if start <= position < end:
            return True
    return False
