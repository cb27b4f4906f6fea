"""Where a text may be cut: sentence and clause ends outside titles, quotations and parentheses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

Span = tuple[int, int]

_PAIRS = {"《": "》", "〈": "〉", "“": "”", "‘": "’", "（": "）", "(": ")"}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
_SENTENCE = re.compile(r"[。！？]|；(?!（[一二三四五六七八九十]+）)")


def depths(text: str) -> list[int]:
    """For each character, how many brackets it stands in; a bracket itself counts as inside.

    A closing mark without an opening one, and an opening one that is never closed within the
    text, count for nothing, so that one slip in the source does not swallow the rest.
    """
    stack: list[tuple[str, int]] = []
    pairs: list[Span] = []
    for position, character in enumerate(text):
        if character in _PAIRS:
            stack.append((character, position))
        elif character in _CLOSERS:
            for back in range(len(stack) - 1, -1, -1):
                if stack[back][0] == _CLOSERS[character]:
                    pairs.append((stack[back][1], position))
                    del stack[back:]
                    break
    result = [0] * len(text)
    for start, end in pairs:
        for position in range(start, end + 1):
            result[position] += 1
    return result


def cut(text: str, span: Span, marks: re.Pattern[str]) -> Iterator[Span]:
    """The pieces of ``span`` between the places where ``marks`` matches outside all brackets."""
    start = span[0]
    depth = depths(text[span[0] : span[1]])
    for match in marks.finditer(text, span[0], span[1]):
        if depth[match.start() - span[0]] == 0:
            if match.start() > start:
                yield start, match.start()
            start = match.end()
    if span[1] > start:
        yield start, span[1]


def sentences(text: str, span: Span) -> list[Span]:
    """The sentences of a span, without their final marks; ``；`` ends one too, except between ``（一）…；（二）…``."""
    return [trim(text, piece) for piece in cut(text, span, _SENTENCE)]


def trim(text: str, span: Span, marks: str = " 　，、。；：,;\n") -> Span:
    """The span without the given marks at either end."""
    start, end = span
    while start < end and text[start] in marks:
        start += 1
    while end > start and text[end - 1] in marks:
        end -= 1
    return start, end


def bracketed(text: str, span: Span, opener: str) -> list[Span]:
    """The outermost bracketed spans that begin with ``opener``, brackets included; nested ones are skipped."""
    closer = _PAIRS[opener]
    found: list[Span] = []
    level = 0
    begin = 0
    for position in range(span[0], span[1]):
        if text[position] == opener:
            if level == 0:
                begin = position
            level += 1
        elif text[position] == closer and level:
            level -= 1
            if level == 0:
                found.append((begin, position + 1))
    return found


def inside(position: int, spans: Iterable[Span]) -> bool:
    """Whether a position lies within one of the spans."""
    return any(start <= position < end for start, end in spans)
