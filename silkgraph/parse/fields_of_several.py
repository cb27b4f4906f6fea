"""Several things of one kind that are told apart by their fields: ``技术标准、通关便利化两个专家组`` are two groups.

The number behind the fields must be theirs; ``数字经济和绿色发展一个工作组`` is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from silkgraph.parse.acts import Frame
from silkgraph.recognise.lexicon import Lexicon
from silkgraph.recognise.references import NUMBERS
from silkgraph.values import replace

_SEVERAL = re.compile(
    r"(?P<fields>[^，的《》“”（）\d]{2,16}?(?:[、和与及][^，的《》“”（）\d、]{2,16}?){1,8}?)等?"
    r"(?P<count>[两二三四五六七八九十]|\d)(?:个|家|项|份|场|条|所|支|座|大)(?P<noun>[^，的、和与及《》“”\d]{2,12})"
)
_BETWEEN = re.compile("、|以及|[和与及]")
_SHORTEST = 2


def told_apart(frames: Iterable[Frame], words: Lexicon) -> list[Frame]:
    """The frames, one for each field where one names several things by their fields."""
    return [part for frame in frames for part in _parts(frame, words)]


def _parts(frame: Frame, words: Lexicon) -> list[Frame]:
    match = _SEVERAL.fullmatch(frame.label) if frame.kind != "programme" and _BETWEEN.search(frame.label) else None
    if match is None or words.head(match["noun"]) is None:
        return [frame]
    fields = _BETWEEN.split(match["fields"])
    count = int(match["count"]) if match["count"].isdecimal() else NUMBERS[match["count"]]
    if len(fields) != count or any(len(field) < _SHORTEST for field in fields):
        return [frame]
    return [replace(frame, label=field + match["noun"]) for field in fields]
