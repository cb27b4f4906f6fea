"""Names that end at a place in a text: ``几内亚比绍中国商会`` before （…） or where a later 商会 means it."""

from __future__ import annotations

import re

from silkgraph.recognise.names import Names

LONGEST = 32
_SHORTEST = 4
_SOME = re.compile("[一这那某每各两几数][个家所座]")
_LISTED = re.compile("、[^，。；：！？“”]{2,12}[与和及][^，。；：！？“”、]{2,16}$")
"""What a name has of several things: ``塔吉克斯坦科学院历史|、考古与民族学研究所``."""
_TOLD = re.compile("签署|签订|设立|发布|举办|举行|宣布|会见|启动|秘书长|署长|局长|行长")
"""No name has these in it: ``局长与秘书长签署信托基金``."""
_ACROSS = ("环", "泛", "跨", "全")
_BORDER = re.compile(r"[，。；：！？、《》\s　（）()|]|——|(?<![\u4e00-\u9fff])—|—(?![\u4e00-\u9fff—])")
"""A dash between two names (中国—葡语国家海洋高校联盟) is none."""
_BEFORE_NAME = re.compile(
    r".*(?:现将|兹将|宣告|宣布|成立|组建|发起|[与同跟和由向为对在于的是及]|日前|日|月|访问|会见|出席|来自|联合|以及)"
)


def name_ending_at(text: str, end: int, names: Names) -> str | None:
    """The name of a particular body that ends at ``end``, None if no whole name does.

    It begins with a known name, a country or a place; otherwise after the last small word in front.
    """
    start = max(0, end - LONGEST)
    listed = _LISTED.search(text, start, end)
    if listed is not None and (found := _with_opening(text, max(start, _sentence(text, start, end)), end, names)):
        return found
    for match in _BORDER.finditer(text, start, end):
        start = match.end()
    found = _with_opening(text, start, end, names)
    if found is not None:
        return found
    before = _BEFORE_NAME.match(text, start, end)
    name = text[before.end() if before else start : end]
    if len(name) < _SHORTEST or _SOME.match(name) or _TOLD.search(name):
        return None
    return name if names.is_particular(name) else None


def _sentence(text: str, start: int, end: int) -> int:
    """Where the clause begins in which ``end`` stands, whatever it lists."""
    return max((match.end() for match in _BORDER.finditer(text, start, end) if match.group() != "、"), default=start)


def _with_opening(text: str, start: int, end: int, names: Names) -> str | None:
    for position in range(start, end - 2):
        name = text[position:end]
        if names.known_at(text, position, end) == name:
            return name
        opens = names.country_prefix(name) or _region(name, names) or names.places.city_at(text, position, end)
        if opens and opens != name and names.is_particular(name) and _TOLD.search(name) is None:
            return name
    return None


def _region(name: str, names: Names) -> str | None:
    """The region that a name begins with, perhaps with what places it there: ``环印度洋``, ``西非``."""
    across = 1 if name[:1] in _ACROSS else 0
    length = next((n for n in range(5, 1, -1) if names.countries.is_region(name[across : across + n])), 0)
    return name[: across + length] if length else None


def last_name_with(ending: str, text: str, before: int, names: Names, reach: int = 2000) -> str | None:
    """The last name of a body before an offset that ends so: what ``该行`` and a bare ``商会`` mean."""
    at = before
    limit = max(0, before - reach)
    while (at := text.rfind(ending, limit, at)) >= 0:
        name = name_ending_at(text, at + len(ending), names)
        if name is not None and name != ending:
            return name
    return None


def first_name_with(ending: str, text: str, reach: int, names: Names) -> str | None:
    """The first name of a body in the head of a text that ends so: what ``我校`` means."""
    at = 0
    while (at := text.find(ending, at, reach)) >= 0:
        at += len(ending)
        name = name_ending_at(text, at, names)
        if name is not None and name != ending:
            return name
    return None
