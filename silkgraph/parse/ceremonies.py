"""Ceremonies named for what they celebrate: ``塔什干鲁班工坊|揭牌|仪式``, ``《X》乌兹别克文版|首发|式``.

The ceremony itself is no outcome; what was opened, signed or put out is. ``extract/lexicon/ceremonies.toml``
says which acts are celebrated.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from silkgraph.locations import knowledge
from silkgraph.model import Kind
from silkgraph.recognise.lexicon import Lexicon, any_of, read_table

_SHORTEST = 3
_TEXTS = frozenset({"agreement", "declaration", "publication"})


@dataclass(frozen=True, slots=True)
class Ceremony:
    """What a ceremony celebrates: the name of the thing, "" if it names none, and its kind."""

    thing: str
    kind: Kind


@functools.cache
def _pattern() -> tuple[re.Pattern[str], dict[str, Kind]]:
    table = read_table(knowledge("extract") / "lexicon" / "ceremonies.toml")
    kinds: dict[str, Kind] = {}
    for entry in table["ceremony"]:
        for act in entry["acts"]:
            kinds.setdefault(act, entry["kind"])
    endings = any_of(table["words"]["endings"])
    return re.compile(f"(?P<thing>.*?)(?:正式|集中|联合|暨)*(?P<act>{any_of(kinds)})(?:{endings})$"), kinds


def ceremony(phrase: str, words: Lexicon) -> Ceremony | None:
    """What the ceremony celebrates that ``phrase`` names; None where it names no ceremony."""
    pattern, kinds = _pattern()
    match = pattern.match(phrase)
    if match is None:
        return None
    thing = match["thing"].removesuffix("的")
    if len(thing) < _SHORTEST:
        return Ceremony("", kinds[match["act"]])
    noun = words.head(thing.rstrip("》”"))
    if noun is not None and noun.form == thing:
        return Ceremony("", kinds[match["act"]])
    kind = kinds[match["act"]]
    if kind not in _TEXTS and kind != "event" and noun is not None and noun.kind not in _TEXTS:
        kind = noun.kind
    return Ceremony(thing, kind)
