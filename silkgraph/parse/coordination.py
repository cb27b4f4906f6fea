"""Coordination: lists of parties, and what they leave out.

``与老挝、柬埔寨政府`` names 老挝政府 and 柬埔寨政府; ``瑞士环境、交通、能源和电信部瑞士联邦能源办公室`` is one name.
A list is cut at 、 and at 和, 与, 及, 以及, but only where what stands before the cut is a whole name.
"""

from __future__ import annotations

import re

from silkgraph.parse.members import without_description
from silkgraph.recognise.brackets import Span, depths, inside
from silkgraph.recognise.names import Names
from silkgraph.recognise.offices import person
from silkgraph.recognise.references import own
from silkgraph.recognise.shapes import may_be_name, newspaper
from silkgraph.values import dataclass

_CONNECTOR = re.compile(r"(?=[、，以和与及暨连《])(?:、|，|以及|和|与|及|暨|连同|(?<=》)(?=《))")
_ETC = re.compile(
    r"等(?<![高平同中初上下优特头均对相劣次]等)(?!级|价|额|同|待|效)(?:(?P<count>\d+多?(?:个|家)?|多个|多家|[一二三四五六七八九十]+(?:个|家|国))?(?P<lands>(?:[\u4e00-\u9fff]{1,5}(?<![两三四五各多]))?国家(?:和地区)?|国家和地区|国)?(?P<head>[^、，]*))?$"
)
_COUNT = re.compile(r"\d(?:多|余)?[家个所]")
_SO_MANY = re.compile(r"^(?:的)?\d+(?:多|余)?[家个所名位](?=.{2})")
"""How many of each country are meant, its name says nothing of: ``新加坡、马来西亚的|3家|企业``."""
_COUNTED_APPOSITION = re.compile(rf"(?P<name>.+?)\d*{_COUNT.pattern}[^、，]*$")
_OF_ALL = re.compile(
    r"^(?:（[^（）]{2,16}(?:国家|各国|地区|成员国?)）)?(?:(?:等|等?(?:[两二三四五六七八九]|十[一二三四五六七八九]?|\d+))(?:国(?!家)|地(?!区)|省(?:[区市])?(?=[^，]{2})))?的?"
)
"""What stands between the last of several countries and the noun that belongs to all (``老挝、缅甸两国财政部``)."""
_REMARK = re.compile(r"(?<=.{2})（[^（）]{2,30}）$")
"""What is said of a country in brackets: ``泰国（东盟成员）``."""
_FIELD_BORDER = re.compile("[、和与及]")
_OF_MINISTRIES = re.compile("(?:事务|资源|发展|管理)*(?:部|署|总局|局|委员会|委|厅)(?=$|等)")
_ACTING = re.compile(
    r"(?:政府|国家|全权|高级别)*(?:代表团?|领导人|元首|首脑|总统|总理|首相|外长|部长|大使|使节|官员|负责人)$"
)
"""Those who act for the countries of a list: ``老挝、缅甸等10国代表``."""
_ACT_FOR = frozenset("表团人首脑统理相长臣使节员")
_EXCEPT = re.compile("(?:除)?[^，]{2,40}?(?:以外|之外)的(?P<who>[^，、]{2,24})")
"""``甲、乙以外的|五个东非国家``: those who are named are the ones who are not meant."""
_FIXED = re.compile(
    r"海关[和与及](?=消费税|货物税|税务|国税|关税|边境|移民|港口|口岸|边防|边检)|国家和地区|国家和国际组织(?=签)|国家及地区|和平|与会|共和国|参与|和田|与世界卫生|拉丁?美洲?和加勒比"
)
_FIRMS = ("company", "bank")
_OF_STATES = ("ministry-or-agency", "government")
_OF_THEMSELVES = ("company", "bank", "media")
"""Bodies that stand beside those of other countries: 新华社、|埃通社|."""
_SHORTEST_FIRM = 3
_HEADED = (
    "政府",
    "部门",
    "有关方面",
    "机构",
    "企业",
    "公司",
    "银行",
    "部",
    "局",
    "署",
    "委员会",
    "海关",
    "媒体",
    "智库",
    "高校",
    "院校",
    "当局",
    "理事会",
    "大学",
    "研究院",
    "研究所",
    "科学院",
    "协会",
    "商会",
    "电视台",
    "通讯社",
    "博物馆",
    "组织",
    "联合会",
    "工会",
    "议会",
    "法院",
    "检察院",
    "学会",
    "基金会",
    "代表机构",
    "供应商",
    "采购商",
    "进口商",
    "出口商",
    "经销商",
    "运营商",
    "商协会",
    "央行",
    "中央银行",
    "通讯社",
    "出版社",
    "出版商",
    "使馆",
    "外交部",
)


@dataclass(frozen=True, slots=True)
class Party:
    """A body named in a list. ``name`` may hold what coordination left out; ``start``/``end`` are its own words.

    ``country`` is the code that what stands around it tells, for a name that does not tell it.
    """

    name: str
    start: int
    end: int
    generic: bool
    country: str | None = None


def _pieces(text: str, span: Span, keep: list[Span]) -> list[tuple[Span, str]]:
    """The pieces between connectors outside brackets and kept spans, each with the connector before it."""
    depth = depths(text[span[0] : span[1]])
    result: list[tuple[Span, str]] = []
    start, connector = span[0], ""
    for match in _CONNECTOR.finditer(text, span[0], span[1]):
        if depth[match.start() - span[0]] or inside(match.start(), keep):
            continue
        if match.start() > start:
            result.append(((start, match.start()), connector))
        start, connector = match.end(), match.group()
    if start < span[1]:
        result.append(((start, span[1]), connector))
    return result


def list_spans(text: str, span: Span, names: Names) -> list[Span]:
    """A list of parties cut into whole names: pieces that are no name by themselves are joined again."""
    if _CONNECTOR.search(text, *span) is None:
        return [span] if span[0] < span[1] else []
    keep = [s for s in names.known_spans(text, *span) if s != span]
    keep += names.country_names.find(text, *span)
    keep += [m.span() for m in _FIXED.finditer(text, *span)]
    result: list[Span] = []
    held: int | None = None
    pieces = _pieces(text, span, keep)
    for position, ((start, end), _) in enumerate(pieces):
        begin = start if held is None else held
        last = position == len(pieces) - 1
        following = "" if last else text[pieces[position + 1][0][0] : pieces[position + 1][0][1]]
        beyond = "" if position + 2 >= len(pieces) else text[pieces[position + 1][0][0] : pieces[position + 2][0][1]]
        if last or _may_end(_without_etc(text[begin:end]), following, names, beyond):
            result.append((begin, end))
            held = None
        else:
            held = begin
    return result


def _etc(phrase: str) -> re.Match[str] | None:
    """What closes a list; ``（甲、乙等）`` closes none."""
    match = _ETC.search(phrase) if "等" in phrase else None
    return match if match and match.start() and not depths(phrase)[match.start()] else None


def _without_etc(piece: str) -> str:
    match = _etc(piece)
    return piece[: match.start()] if match else piece


def _may_end(piece: str, following: str, names: Names, beyond: str = "") -> bool:
    """Whether a name may end here, given the piece that follows the connector.

    ``beyond`` is that piece with the next one, of which together a name may consist
    (``中国科学院空天院、|泰国地理信息|与|空间技术发展局``).
    """
    if names.is_generic(piece) and following and not names.is_complete(_without_etc(following)):
        return False
    if _is_field(piece, following, beyond, names):
        return False
    if names.is_complete(piece) or names.body_behind(piece) or own(piece) or person(piece):
        return True
    if piece in names.lexicon.fields:
        return False
    if names.is_place(piece) and names.places.city_at(following):
        return True
    if piece[-1] == following[-1:] == "港" and names.places.city_at(piece) and names.places.city_at(following):
        return True  # 鹿特丹港、|安特卫普港
    country, next_country = names.country_prefix(piece), names.country_prefix(following)
    if country is not None:
        beside = _without_etc(following)
        if names.is_called_by_country(piece) and (is_no_ministry(beside, names) or names.is_called_by_country(beside)):
            return True  # 瑞典宜家和|京东物流
        begins_anew = next_country not in (None, country) and len(piece) > len(country) + 1
        return begins_anew and (names.is_complete(following) or names.is_complete(beyond))
    if names.places.city_at(following) and len(piece) >= _SHORTEST_FIRM and may_be_name(piece):
        return names.lexicon.organisation_type(_without_etc(following)) in _FIRMS  # 中粮粮谷、|陕西丝路粮油集团
    return next_country is not None or names.is_known(_without_etc(following))


def _is_field(piece: str, following: str, beyond: str, names: Names) -> bool:
    """Whether a piece ends with one of the fields of a ministry, not a firm: ``斯里兰卡港口、|航运|和航空部``."""
    fields = names.lexicon.fields
    field = _FIELD_BORDER.split(piece)[-1]
    if following[-1:] not in "部署局委会厅等" and following not in fields:
        return False
    land = names.country_prefix(piece)
    if land is None or field not in fields and piece[len(land) :] not in fields:
        return False
    if following in fields:
        return _OF_MINISTRIES.search(beyond) is not None
    end = _OF_MINISTRIES.search(following)
    return end is not None and following[: end.start()] in fields and not names.is_known(piece)


def is_no_ministry(name: str, names: Names) -> bool:
    """Whether a name is that of a body whose name does not go on from words before it, as 气候变化和|环境部 does."""
    return names.is_particular(name) and names.lexicon.organisation_type(name) not in _OF_STATES


def parties(text: str, span: Span, names: Names) -> list[Party]:
    """The bodies of a list, with elided heads put back.

    Args:
        text: normalised text; offsets in the result are offsets in it.
        span: where the list stands.
    """
    if text.find("外的", *span) > 0 and (except_for := _EXCEPT.match(text, *span)):
        return [Party(except_for["who"], *except_for.span("who"), True)]
    spans = list_spans(text, span, names)
    result: list[Party] = []
    bare: list[int] = []
    for start, end in spans:
        phrase, head, lands, end_of_name = _close(text, start, end, names)
        if not phrase:
            continue
        if (names.is_country(phrase) or names.is_place(phrase)) and not head:
            bare.append(len(result))
            result.append(Party(phrase, start, end_of_name, False))
            if lands:
                bare = []
            continue
        if bare and not head and names.country_prefix(phrase):  # 宁夏与沙特商会: a province shares with no country
            bare = [index for index in bare if names.is_country(result[index].name)]
        shared = head or (_shared_head(phrase, names) if bare else "")
        if shared:
            for index in bare:
                result[index] = _with_head(result[index], shared, names)
            land = names.country_prefix(phrase) or names.places.city_at(phrase) or ""
            if not head and phrase != land + shared:
                result.append(_with_head(Party(land, start, end, False), shared, names))
                bare = []
                continue
        if head and names.is_country(phrase):
            result.append(_with_head(Party(phrase, start, end_of_name, False), head, names))
        else:
            result.append(_member(text, (start, end_of_name), phrase, result, names))
        bare = []
    return result


def _member(text: str, span: Span, phrase: str, before: list[Party], names: Names) -> Party:
    """A member with its name only; one without a country has that of the member before (``老挝大学和师范学院``)."""
    if phrase != text[span[0] : span[1]]:
        return Party(phrase, *span, names.is_generic(phrase))
    (start, end), name, country = without_description(text, span, names)
    if country is None and before and names.country_of(name) is None:
        last = before[-1]
        kind = "media" if newspaper(name) else names.lexicon.organisation_type(name)
        told = names.country_prefix(last.name) or kind not in _OF_THEMSELVES
        country = last.country or (names.country_of(last.name) if told else None)
    return Party(name, start, end, names.is_generic(name), country)


def _with_head(party: Party, head: str, names: Names) -> Party:
    head = _SO_MANY.sub("", head)
    name = party.name + head
    return Party(name, party.start, party.end, names.is_generic(name))


def _shared_head(phrase: str, names: Names) -> str:
    """What a list's last member shares with the bare countries before it: 政府 of 柬埔寨政府."""
    country = names.country_prefix(phrase)
    if country is None:
        return _shared_by_places(phrase, names)
    if country == phrase:
        return ""
    rest = _OF_ALL.sub("", phrase[len(country) :])
    if rest in ("政府",) or rest.endswith(_HEADED) and not names.is_known(phrase):
        return rest
    if rest == phrase[len(country) :]:
        return ""
    acting = names.body_behind(country + rest)  # 卢旺达三国央行行长
    rest = acting[len(country) :] if acting else rest
    return rest if names.lexicon.organisation_type(rest) else ""


def _land_of_all(phrase: str, names: Names) -> str:
    """The country before words for those who act for all of a list: 阿富汗 of ``阿富汗三国外长``; else ""."""
    if phrase[-1:] not in _ACT_FOR or (acting := _ACTING.search(phrase)) is None:
        return ""
    land = names.country_prefix(phrase) or ""
    between = phrase[len(land) : acting.start()]
    return land if land and between and _OF_ALL.sub("", between) == "" else ""


def _shared_by_places(phrase: str, names: Names) -> str:
    """The same of places: 口岸管理部门 of ``云南四地口岸管理部门``, but nothing of ``上海大学``."""
    rest = phrase.removeprefix(names.places.city_at(phrase) or phrase)
    head = _OF_ALL.sub("", rest)
    return head if head != rest and names.lexicon.organisation_type(head) else ""


def _close(text: str, start: int, end: int, names: Names) -> tuple[str, str, str, int]:
    """A member without what closes the list: (name, head it lends to countries, word for lands, end of the name)."""
    phrase = text[start:end]
    remark = _REMARK.search(phrase) if phrase.endswith("）") else None
    if remark and names.is_country(phrase[: remark.start()]) and not names.is_country(phrase):
        return phrase[: remark.start()], "", "", start + remark.start()
    match = _etc(phrase)
    if match and not names.is_known(phrase):
        name = phrase[: match.start()]
        head = _ACTING.sub("", (match["head"] or "").removeprefix("的")) if names.is_country(name) else ""
        return name, head, match["lands"] or "", start + match.start()
    if land := _land_of_all(phrase, names):  # 中国、巴基斯坦、|阿富汗三国外长
        return land, "", phrase[len(land) :], start + len(land)
    counted = _COUNTED_APPOSITION.match(phrase) if _COUNT.search(phrase) else None
    if counted and names.is_known(counted["name"]) and "成员" not in phrase:
        return counted["name"], "", "", start + len(counted["name"])
    return phrase, "", "", end
