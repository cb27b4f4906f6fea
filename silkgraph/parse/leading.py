"""What stands before the subject of a clause: when, where, on what ground, and who says so.

``会谈后两国元首``, ``日前，``, ``在…见证下``, ``据悉，``, ``论坛期间``: none of it belongs to a name.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from silkgraph.parse.times import time_expression
from silkgraph.recognise.brackets import Span, depths
from silkgraph.recognise.lexicon import Lexicon, any_of
from silkgraph.recognise.patterns import watched

_ENUMERATION = r"（[^（）]{2,20}）|[一二三四五六七八九十]+是|第[一二三四五六七八九十]+，|——|【[^】]{1,12}】"
_CLOSING = (
    r"(?:期间|之际|前夕|以来|基础上|框架下|背景下|见证下|主持下|同时|之后|之前|之余|间隙|现场|"
    r"上(?![海市述合级半旬午月周])|中(?![国央心华小医亚东欧非方旬午])|下(?![设属一届辖半旬午月周个])|时(?!间|代|速)|(?<![灾震病产售])后(?!续|勤|方)|起(?!草|重)|内(?!蒙|地|容|陆|部|政))"
)
_PREPOSITION = (
    r"(?:在|于|自(?!然|治|由)|从|到|按照?|根据|依据|除了?|随着|经(?!济|贸|合|社|营)过?|鉴于|基于|应(?!急|用)|为了?)"
)
"""But no name begins with it: 自然资源部, 经济部, 应急管理部."""
_CIRCUMSTANCE = rf"{_PREPOSITION}[^，：]{{1,40}}?(?:{_CLOSING}(?=，|[^，]{{2}})|，)"
_WHEN = (
    r"(?:结束)?(?:期间|之后|后|之前|前夕|前|之际|间隙|现场|过程中|结束时|(?<![促商协学联员]会)当天|上(?![海市述合级半旬午月周])|中(?![国央心华旬午])|"
    r"时(?!间|代))"
)
_NOTED = (
    r"(?:我们|各方|双方|会议|领导人|与会各方|[部外]长们|大臣们|代表们)(?:还|并|也|均|一致|高度|积极|共同)*"
    r"(?:注意到|赞赏|高兴地看到|满意地看到|感谢|祝贺)(?=[^，]{4})"
)
"""``我们注意到|某中心在曼谷成立``: what is noted came about."""
_LONGEST_DATELINE = 8
"""``北京——|中国与巴西签署…``."""
_SINCE = r"为期[^，的]{1,5}的|\d+年来|\d{4}年以来|截至[^，]{2,12}(?:底|日|月|年)|[^，、与和在]{0,12}期间"


@dataclass(frozen=True, slots=True)
class Leading:
    """The pattern of what opens a clause, made once from the lexicon."""

    opening: Callable[[str, int, int], int]
    """Where what opens a stretch of a text ends; it remembers those in hand, of which several rules ask."""

    @classmethod
    def of(cls, lexicon: Lexicon, cities: Iterable[str] = ()) -> Leading:
        """The pattern with the times, occasions and connectives of ``particles.toml``, and places as datelines."""
        particles = lexicon.particles
        occasion = rf"(?:[^，、与和同的在]{{0,6}}的?)?(?:{watched(any_of(particles['occasions']))}){_WHEN}"
        alternatives = (
            _ENUMERATION,
            _CIRCUMSTANCE,
            occasion,
            _SINCE,
            _NOTED,
            time_expression(particles["times"]),
            rf"(?=[^，。《]{{2,{_LONGEST_DATELINE}}}——)(?:{any_of(cities)})——",
            any_of(particles["connectives"]),
            "[，、：）]",
            r"(?:一致)?同意(?=(?:本|我)?(?:公司|集团|行|院|校)(?!的))",
        )
        pattern = re.compile(f"(?:{'|'.join(map(watched, alternatives))})+")
        return cls(functools.lru_cache(maxsize=64)(functools.partial(_opening, pattern)))

    def end(self, text: str, span: Span) -> int:
        """Where the subject may begin in ``span``; what stands before a colon only introduces (``…：南京海关``)."""
        return self.opening(text, *span)


def _opening(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Where what only opens a clause ends."""
    colon = text.rfind("：", start, end)
    if colon >= 0 and not depths(text[start:end])[colon - start]:
        start = colon + 1
    match = pattern.match(text[start:end])
    return start + match.end() if match else start
