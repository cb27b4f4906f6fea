"""The topical domain of an outcome, from the words of its label, its passage, its parties and its surroundings.

Each text lends a domain the weight of its strongest word of that domain and a part of the others': a list of
ten organisations does not outvote the label.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence

from silkgraph.recognise.gazetteer import Gazetteer
from silkgraph.recognise.lexicon import lexicon

_LABEL, _PASSAGE, _PARTIES, _PARTNERS, _HEADING, _SETTING = 3.0, 0.5, 0.8, 0.4, 0.6, 0.3
_FURTHER_WORDS = 0.3
"""What every word after the strongest still counts."""
_GENERAL = frozenset(("forum", "strategy"))
"""What the title of a document about the summit says of every outcome in it: nothing."""
_MANY = 5
"""A passage that speaks of so many domains is general where the label tells none."""


@functools.cache
def _weights() -> tuple[Gazetteer, dict[str, list[tuple[str, float]]], tuple[str, ...]]:
    table: dict[str, list[tuple[str, float]]] = {word: [] for word in lexicon().neutral_words}
    for code, words in lexicon().domains:
        for word, weight in words:
            table.setdefault(word, []).append((code, weight))
    return Gazetteer.of(table, shortest=1), table, tuple(dict.fromkeys(code for code, _ in lexicon().domains))


def domain(
    label: str,
    passage: str,
    parties: Iterable[str],
    headings: Iterable[str],
    setting: Iterable[str] = (),
    partners: Iterable[str] = (),
) -> str:
    """The domain code with the highest score; ``strategy`` where no word tells any.

    Args:
        parties: the names of those who act; ``partners``, of those with whom.
        setting: what the whole document is about (its title, the meeting it reports on): it decides
            only where nothing nearer does (``第三届会议将于2027年举行``).
    """
    of_label, of_passage = _said(label), _said(passage)
    if not of_label and len(of_passage) >= _MANY:
        return "strategy"
    score: dict[str, float] = {}
    for said, weight in (
        (of_label, _LABEL),
        (of_passage, _PASSAGE),
        (_said(" ".join(parties)), _PARTIES),
        (_said(" ".join(partners)), _PARTNERS),
        (_said(" ".join(headings)), _HEADING),
        (_said_by_setting(" ".join(setting)), _SETTING),
    ):
        for code, value in said.items():
            score[code] = score.get(code, 0.0) + value * weight
    if not score:
        return "strategy"
    highest = max(score.values())
    best = [code for code, value in score.items() if value == highest]
    return best[0] if len(best) == 1 else min(best, key=_weights()[2].index)


@functools.lru_cache(maxsize=4)
def _said_by_setting(text: str) -> Mapping[str, float]:
    """The same of what the whole document is about, less what every document about the summit says."""
    return {code: value for code, value in _said(text).items() if code not in _GENERAL}


@functools.lru_cache(maxsize=256)
def _said(text: str) -> Mapping[str, float]:
    """How much a text says for each domain; the outcomes of one sentence share theirs."""
    known, table, _ = _weights()
    found: dict[str, list[float]] = {}
    for word in sorted({name for _, name in known.all_in(text, overlapping=False)}):
        for code, value in table[word]:
            found.setdefault(code, []).append(value)
    return {code: values[0] if len(values) == 1 else _together(values) for code, values in found.items()}


def _together(values: Sequence[float]) -> float:
    """What several words of one domain weigh."""
    strongest = max(values)
    return strongest + _FURTHER_WORDS * (sum(values) - strongest)
