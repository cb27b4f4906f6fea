"""Which countries 两国, 双方, 其 and 佛方 mean: what the title of the document or the sentence so far names.

``习近平同托卡耶夫会谈`` heads a text in which 两国 is China and Kazakhstan; 哈方 is a country that the text names and
that the character abbreviates. Where nothing is found, nobody is named.
"""

from __future__ import annotations

import re

from silkgraph.parse.acts import Context
from silkgraph.parse.coordination import Party
from silkgraph.recognise.countries_named import named_countries, shortens_country

_CHINA = "CN"
_OF_TWO = re.compile(r"[^，]{0,8}?(?:中国[—－-]|中(?=[^，国]{1,3}(?:自贸|自由贸易|经贸|合作|联合|政府|双边)))")
_TOUR = re.compile(r"等(?:[国地]|[\d四五六七八九十]+个?国)")
_WITH_REGION = re.compile("中国[—－与同和-]+(?P<region>[^，。—－ ]{2,16})")
_UNION = ("共同体", "联盟", "组织", "合作委员会")
"""How bodies of several states are called: 西非国家经济共同体 is one, 西非 only a region."""
_SPEAKER = re.compile(r"[^，。：“《\n]{1,24}：")
"""``发言人：``, ``答：`` before what somebody says in a conversation."""
_SPECIAL_REGION = re.compile(r"行政长官|特首|特区政府")
_REGIONS = {"香港特别行政区": re.compile("香港"), "澳门特别行政区": re.compile("澳门")}


def countries_meant(count: int | None, context: Context) -> tuple[Party, ...]:
    """The countries that the title, and for want of them the first paragraphs, speak of; China first.

    Nobody if there are not ``count``; without a number, if there are fewer than three.
    """
    setting = context.setting
    distinct: dict[str, str] = {}
    for country in setting.countries:
        distinct.setdefault(country.code, country.name)
    if len(distinct) < (count or 0):
        if count == 2 and set(distinct) == {_CHINA} and (region := _region_of_title(context)):
            return (Party(distinct[_CHINA], 0, 0, False), Party(region, 0, 0, not region.endswith(_UNION)))
        for country in setting.lead:
            distinct.setdefault(country.code, country.name)
    if count is not None and count > 2 and len(distinct) == count + 1:
        distinct.pop(_CHINA, None)  # 中国同甲、乙、丙|三国
    if count == 2 and _CHINA not in distinct and _TOUR.search(setting.title):
        return ()  # 访问莱索托、埃塞俄比亚等国: each with China
    if len(distinct) != count and (count is not None or len(distinct) < 3):
        return ()
    known = context.names.countries
    usual = {code: known.name_zh(code) for code in distinct}
    distinct = {c: usual[c] if len(n) > len(usual[c]) + 2 else n for c, n in distinct.items()}
    ordered = sorted(distinct.items(), key=lambda item: item[0] != _CHINA)
    return tuple(Party(as_region(code, name, context), 0, 0, False) for code, name in ordered)


def _region_of_title(context: Context) -> str:
    """The region or union with which China meets: 拉共体 of ``中国—拉共体论坛``; the host is not the other side."""
    match = _WITH_REGION.search(context.setting.title)
    regions = context.names.countries.regions
    words = match["region"] if match else ""
    named = (words[:end] for end in range(len(words), 1, -1))
    return next((name for name in named if name in regions or name.endswith(_UNION)), "")


def as_region(code: str, name: str, context: Context) -> str:
    """Hong Kong or Macao for China where the document is of its government (``行政长官``)."""
    text = context.text
    if code != _CHINA or not _SPECIAL_REGION.search(text):
        return name
    counts = {region: len(pattern.findall(text)) for region, pattern in _REGIONS.items()}
    region = max(counts, key=lambda key: counts[key])
    return region if counts[region] > 1 else name


def side_meant(of: str, context: Context) -> tuple[Party, ...] | None:
    """``佛方``: the country that the document names and that the character abbreviates or begins."""
    names = context.names
    if of in ("中", "我"):
        return (Party("中方", 0, 0, False),)
    if names.countries.code(of) or of == "港":
        return (Party("香港特别行政区" if of == "港" else of, 0, 0, False),)
    mentioned = context.setting.mentioned
    if _is_of_region(of, context):
        return (Party(f"{of}方", 0, 0, True),)
    for code in names.countries.candidates(of):
        if code in mentioned:
            return (Party(mentioned[code], 0, 0, False),)
    for name in mentioned.values():
        if name.startswith(of) or shortens_country(of, name):
            return (Party(name, 0, 0, False),)
    region = names.countries.region(of, context.text)
    if region:
        return (Party(f"{of}方", 0, 0, True),)
    if member := names.countries.member(of, context.text):
        return (Party(names.countries.name_zh(member), 0, 0, False),)
    codes = names.countries.candidates(of)
    return (Party(f"{of}方", 0, 0, False),) if codes else None


def _is_of_region(of: str, context: Context) -> bool:
    """Whether the title speaks of a region by the character, and of no country: 阿方 of a forum of 中阿."""
    setting, countries = context.setting, context.names.countries
    region = countries.region(of, context.text)
    if region is None or region not in setting.title and f"中{of}" not in setting.title:
        return False
    return not any(country.code in countries.candidates(of) for country in setting.countries)


def country_before(position: int, context: Context) -> tuple[Party, ...] | None:
    """The foreign country that the sentence named last: ``免除毛里塔尼亚债务，并向|其|提供援助``."""
    text = context.text
    begin = max(text.rfind(mark, 0, position) for mark in "。；\n") + 1
    named = named_countries(text, (begin, position), context.names, context.setting.mentioned)
    foreign = [country for country in named if country.code != _CHINA]
    return (Party(foreign[-1].name, 0, 0, False),) if foreign else None


def pair_of_sentence(position: int, context: Context) -> tuple[Party, ...]:
    """China and the other state of what the sentence begins with: ``中国—尼加拉瓜自贸协定谈判结束，|双方``签署…."""
    text = context.text
    begin = max(text.rfind(mark, 0, position) for mark in "。；\n") + 1
    clause = begin, text.find("，", begin, position)
    if clause[1] < 0 or _OF_TWO.match(text, *clause) is None:
        return ()
    named = named_countries(text, clause, context.names, context.setting.mentioned)
    codes = {country.code for country in named}
    both = tuple(Party(country.name, 0, 0, False) for country in named)
    return both if len(codes) == len(both) == 2 and _CHINA in codes else ()


def pair_asked_about(position: int, context: Context) -> tuple[Party, ...]:
    """China and the one country that the paragraph so far and the one before it name: an answer to a question."""
    text = context.text
    begin = text.rfind("\n", 0, max(text.rfind("\n", 0, position), 0)) + 1
    if _SPEAKER.match(text, text.rfind("\n", 0, position) + 1) is None:
        return ()
    while begin > 0 and not text[begin:position].split("\n", 1)[0]:
        begin = text.rfind("\n", 0, begin - 1) + 1
    mentioned = context.setting.mentioned
    named = named_countries(text, (begin, position), context.names, mentioned)
    others = {country.code: country.name for country in named if country.code != _CHINA}
    if len(others) != 1 or all(country.code != _CHINA for country in named):
        return ()
    return (Party("中国", 0, 0, False), Party(next(iter(others.values())), 0, 0, False))
