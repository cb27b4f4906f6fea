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


@functools.lru_cache(maxsize=256)
def _words_in(text: str) -> tuple[str, ...]:
    """The words of the table that a text has; the outcomes of one sentence share theirs."""
    pattern, _, _ = _weights()
    return tuple(dict.fromkeys(pattern.findall(text)))


def domain(label: str, passage: str, parties: Iterable[str], headings: Iterable[str]) -> str:
    """The domain code with the highest score; ``strategy`` where no word tells any."""
    _, table, order = _weights()
    score: dict[str, float] = {}
    for text, weight in (
        (label, _LABEL),
        (passage, _PASSAGE),
        (" ".join(parties), _PARTIES),
        (" ".join(headings), _HEADING),
    ):
        for word in _words_in(text):
            for code, value in table[word]:
                score[code] = score.get(code, 0.0) + value * weight
    highest = max(score.values(), default=0.0)
    return "strategy" if highest < _PASSAGE else next(code for code in order if score.get(code) == highest)
