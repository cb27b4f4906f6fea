"""Several countries written as one word, with what each of them has: ``中马两国政府``, ``中老双方``, ``中哈海关``.

``中非双方`` are China and nobody in particular beside it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from silkgraph.recognise.collectives import collectives
from silkgraph.recognise.countries_named import shortens_country
from silkgraph.recognise.names import Names
from silkgraph.recognise.patterns import last_character
from silkgraph.recognise.references import NUMBERS, group
from silkgraph.values import dataclass

_LONGEST = 28
_TOGETHER = re.compile(
    r"(?P<lands>[^，。“”《》]{2,14}?)(?:两党|两军)?(?P<group>(?:双[方边]|[两三四五六七八九][国方])(?P<rest>[^，“”《》]{0,12}))"
)
_MEETING = re.compile("(?:会议|论坛|峰会|会晤|对话会|研讨会|大会|磋商|对话)$")
"""A meeting of several countries is one: ``中国、肯尼亚、乌干达三方铁路合作部长级会议``."""
_GROUP = re.compile("双[方边]|[两三四五六七八九][国方]")
_MANY = re.compile(
    r"企业|公司|机构|媒体|智库|高校|大学|院校|博物馆|城市|组织|青年|部门|商界|工商|民间|学者|专家|代表团?$"
)
"""Of these a country has more than one: nobody in particular is named."""
_AND = re.compile("[、和与及同—－-]|以及")
_SIDE = re.compile("外长|防长")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the countries with what it has: ``马来西亚政府``; generic where that is nobody in particular."""

    name: str
    generic: bool


def sides(name: str, names: Names, mentioned: Mapping[str, str]) -> tuple[Side, ...]:
    """The bodies that a compound names, one of each country; none where it is no such compound.

    Args:
        mentioned: the countries that the document names in full, which decide what an ambiguous abbreviation means.
    """
    if not 3 < len(name) <= _LONGEST:
        return ()
    match = _TOGETHER.fullmatch(name) if _GROUP.search(name) and _MEETING.search(name) is None else None
    if match is not None:
        several = group(match["group"])
        count = several.count if several else NUMBERS.get(match["group"][0], 2)
        rest = several.rest if several else match["rest"]
        lands = _lands(match["lands"], names, mentioned)
        return _with(lands, rest, names) if lands and len(lands) == count else ()
    each_has, ends = _each_has()
    match = each_has.fullmatch(name) if ends.match(name, len(name) - 1) else None
    if match is None or names.is_known(name):
        return ()
    lands = _lands(match["lands"], names, mentioned)
    rest = "" if _SIDE.fullmatch(match["rest"]) else match["rest"]
    return _with(lands, rest, names) if lands and names.countries.code(lands[0].name) else ()


@functools.cache
def _each_has() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """``中老海关``: countries with what each of them has; and with which character such a name ends."""
    expression = rf"(?P<lands>[\u4e00-\u9fff、]{{2,8}}?)(?P<rest>{collectives().of_each})"
    return re.compile(expression), last_character(expression)


def _with(lands: tuple[Side, ...], rest: str, names: Names) -> tuple[Side, ...]:
    """The countries, each with what follows their names where that is the whole name of a body."""
    if not rest or not all(names.is_complete(land.name + rest) or _MANY.search(rest) for land in lands):
        return lands
    return tuple(Side(land.name + rest, land.generic or _MANY.search(rest) is not None) for land in lands)


def _lands(written: str, names: Names, mentioned: Mapping[str, str]) -> tuple[Side, ...]:
    """The countries of ``中俄蒙``, ``中、匈、塞``, ``中国和老挝``; of ``中非`` China and the region."""
    pieces = [piece for piece in _AND.split(written) if piece]
    if len(pieces) > 1 and all(names.is_country(piece) or names.countries.is_region(piece) for piece in pieces):
        return tuple(Side(piece, not names.is_country(piece)) for piece in pieces)
    compound = written.replace("、", "")
    if len(compound) == 2 and compound[0] == "中" and compound not in names.countries.not_pairs:
        region = names.countries.region(compound[1], compound)
        if region:
            return (Side("中国", False), Side(region, True))
    codes = names.countries.abbreviation_codes(compound, mentioned) or ()
    if not all(code in mentioned for code in codes) and any(shortens_country(compound, n) for n in mentioned.values()):
        return ()  # 安巴 is 安提瓜和巴布达
    return tuple(Side(mentioned.get(code) or names.countries.name_zh(code), False) for code in codes)
