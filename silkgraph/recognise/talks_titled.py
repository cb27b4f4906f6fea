"""Headlines of talks in which China is left out: ``外交部长同瓦努阿图外长举行会谈``, ``王振华会见汤加首相``.

A Chinese text that names a host by his office or name alone means China's.
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
_MEETING = re.compile("会谈|会见|会晤|接见|通电话|举行磋商|工作磋商")


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


def is_hosted_by_china(headline: str, names: Names) -> bool:
    """Whether the headline tells of talks whose host it names by a bare office or by a Chinese name."""
    match = _TALKS.match(headline)
    if match is None or _MEETING.search(headline) is None:
        return False
    host = match["host"]
    if names.country_of(host) is not None or names.countries.is_region(host):
        return False
    if names_a_chinese_host(host):
        return True
    body = names.body_behind(host)
    known = names.authority.find(body) if body else None
    return known is not None and known.country == "CN"
