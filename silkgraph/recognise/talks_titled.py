"""Headlines of talks and visits in which China is left out: ``外交部长同瓦努阿图外长举行会谈``, ``王振华访问汤加``.

A Chinese text that names somebody by his office or name alone means China's.
"""

from __future__ import annotations

import functools
import re

from silkgraph.locations import knowledge
from silkgraph.recognise.lexicon import any_of, read_table
from silkgraph.recognise.names import Names

_TALKS = re.compile(
    r"(?P<host>[^，、。：\s与和同《》“”]{2,16}?)(?:将|日前|在[^，]{2,8})?(?:同|与|和|分别会见|集体会见|会见|会晤|接见)(?P<guest>[^，\s]{3,})"
)
_MEETING = re.compile("会谈|会见|会晤|接见|通电话|举行磋商|工作磋商|签署|签订|续签|签约")
_VISIT = re.compile(
    r"(?P<guest>[^，、。：\s《》“”]{2,16}?)(?:将|日前|开始|结束|应邀|率团|率[^，访赴对]{1,10}团)*"
    r"(?:正式访问|对|赴|访问|出访|到访|走访|参访|抵达|在)(?P<host>[^，\s]{2,})"
)
_VISITING = re.compile("访|抵达|署名文章|考察|演讲")
_LEGATION = re.compile("(?:我国?)?驻[^，、。：《》“”]{2,10}?(?:大使馆?|使馆|总领馆|总领事馆?|使团)")
"""``驻斐济使馆|举行签字仪式``."""
_CHINA = ("中方", "我国", "我方", "我")


@functools.cache
def _host() -> re.Pattern[str]:
    words = read_table(knowledge("extract") / "lexicon" / "offices.toml")
    bare = any_of([*words["offices"], *words["of_china"]])
    return re.compile(
        f"(?:国务院|中央|全国人大|全国政协|中共中央)?(?:常务|第一)?(?:{bare})|(?:{any_of(words['surnames'])})[\u4e00-\u9fff]{{1,2}}"
    )


def names_a_chinese_host(words: str) -> bool:
    """Whether the words are a bare office, or a Chinese name: ``国务院总理``, ``王振华``."""
    return _host().fullmatch(words) is not None


def involves_china(headline: str, names: Names) -> bool:
    """Whether the headline tells of talks or a visit on whose one side is China, which it does not name."""
    if _LEGATION.match(headline):
        return True
    talks = _TALKS.match(headline) if _MEETING.search(headline) else None
    if talks is not None and names.country_of(talks["host"]) is None and _is_chinese(talks["host"], names):
        return True
    visit = _VISIT.match(headline) if _VISITING.search(headline) else None
    if visit is None:
        return False
    return _is_chinese(visit["guest"], names) or _is_known_in_china(visit["host"], names)


def _is_chinese(words: str, names: Names) -> bool:
    """Whether somebody is meant who acts for China: 王振华, 商务部部长, 海南省代表团, 中方."""
    if names.countries.is_region(words):
        return False
    if words in _CHINA or names.country_of(words) == "CN" or names_a_chinese_host(words):
        return True
    body = names.body_behind(words)
    known = names.authority.find(body) if body else None
    return known is not None and known.country == "CN"


def _is_known_in_china(words: str, names: Names) -> bool:
    """Whether the words begin with a known body of China: ``海关总署并举行会谈``."""
    known = next(iter(names.known_spans(words, 0, len(words))), None)
    body = names.authority.find(words[slice(*known)]) if known and known[0] == 0 else None
    return body is not None and body.country == "CN"
