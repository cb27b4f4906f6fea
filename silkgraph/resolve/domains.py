"""The topical domain of an outcome, from the words of its label, its passage and its parties."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from silkgraph.recognise.lexicon import any_of, lexicon

_LABEL, _PASSAGE, _PARTIES, _HEADING = 3.0, 0.5, 0.8, 0.6


@functools.cache
def _weights() -> tuple[re.Pattern[str], dict[str, list[tuple[str, float]]], tuple[str, ...]]:
    table: dict[str, list[tuple[str, float]]] = {}
    for code, words in lexicon().domains:
        for word, weight in words:
            table.setdefault(word, []).append((code, weight))
    return re.compile(any_of(table)), table, tuple(code for code, _ in lexicon().domains)


def domain(label: str, passage: str, parties: Iterable[str], headings: Iterable[str]) -> str:
    """The domain code with the highest score; ``strategy`` where no word tells any."""
    pattern, table, order = _weights()
    score: dict[str, float] = {}
    for text, weight in (
        (label, _LABEL),
        (passage, _PASSAGE),
        (" ".join(parties), _PARTIES),
        (" ".join(headings), _HEADING),
    ):
        for word in set(pattern.findall(text)):
            for code, value in table[word]:
                score[code] = score.get(code, 0.0) + value * weight
    if not score or max(score.values()) < _PASSAGE:
        return "strategy"
    return max(order, key=lambda code: score.get(code, 0.0))
