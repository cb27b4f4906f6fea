"""The country of a body whose name tells none: where the text says it elsewhere, or where only one is meant.

``泰国企业绿源农业`` says it for every 绿源农业 of the text, ``绿源农业（泰国）`` and ``总部设在曼谷的绿源农业`` too.
Who signs with a Chinese body in a sentence that names one other country is of that country; who signs with
foreign bodies and has a name as Chinese firms have is of China.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import Party
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.countries_named import named_countries
from silkgraph.recognise.references import is_reference
from silkgraph.values import replace

_CHINA = "CN"
_BEFORE = 16
_AFTER = 24
_DESCRIPTION = re.compile(
    r"(?:国?内)?[^，。；：、与和同的在向对《》“”（）]{0,10}?(?:企业|公司|集团|巨头|厂商|车企|药企|矿企|电商|品牌|平台|运营商|开发商|承包商|经销商|分销商|供应商|"
    r"进口商|出口商|采购商|贸易商|零售商|制造商|生产商|服务商|银行|机构|大学|院校|智库|媒体|报社|商会|协会|当地|国有|最大的?|知名|著名|首都)*的?[“《]?$"
)
_SEAT = re.compile(r"(?:总部|坐落|设立?|位)(?:[^，。；]{0,4})(?:在|于)(?P<where>[^，。；的]{2,10})的[“《]?$")
_NOTE = re.compile(r"[”》]?（(?P<where>[^（）]{2,10})）")
_SAID = re.compile(
    r"[”》]?，?(?:则|也|均|都)?(?:是|系|为|来自|位于|总部(?:设|位)?(?:在|于)|坐落(?:在|于))(?P<where>[^，。；]{2,12})"
)
_FIRM = re.compile(
    "(?:有限公司|有限责任公司|股份公司|集团|总公司|出版社|出版集团|杂志社|电视台|日报社|研究院|设计院|职业技术学院|师范大学|[市县区]|商会|贸促会|博物院)$"
)
_AT_HOME = re.compile("(?:有限公司|有限责任公司|出版社|出版集团|职业技术学院|师范大学|[市县区]|贸促会)$")
_BORROWED = re.compile("[尔斯克姆夫娅莎茨赫蒂维诺弗埃奥塔扎桑萨佩哈巴乌库卢穆莫朗桑塞]|·")
"""Characters by which foreign names are written; two of them, and the name is hardly Chinese."""
_KINDS = frozenset(("company", "bank", "university", "media", "ngo", "think-tank", "local-government", "other"))
_OWN = frozenset(("ministry-or-agency", "government"))


def with_countries_told(frame: Frame, context: Context) -> Frame:
    """The frame with the countries that the text tells elsewhere of bodies without one."""
    if not any(_is_open(party, context) for party in (*frame.initiators, *frame.partners)):
        return frame
    initiators = tuple(_introduced(party, context) for party in frame.initiators)
    partners = tuple(_introduced(party, context) for party in frame.partners)
    here, there = _codes(initiators, context), _codes(partners, context)
    if here == {_CHINA} and None in there and (land := _only_land(frame.span, context)):
        partners = tuple(p if _may_be_chinese(p, context) else replace(p, country=land) for p in partners)
    elif there and None not in there and _CHINA not in there:
        initiators = tuple(_of_china(party, context) for party in initiators)
    if (initiators, partners) == (frame.initiators, frame.partners):
        return frame
    return replace(frame, initiators=initiators, partners=partners)


def _is_open(party: Party, context: Context) -> bool:
    """Whether a party is one body of a country, and nothing tells of which."""
    if party.country or party.generic or context.lexicon.international.search(party.name) or is_reference(party.name):
        return False
    names = context.names
    if names.country_of(party.name) is not None or names.is_known(party.name):
        return False
    kind = context.lexicon.organisation_type(party.name)
    return kind is None or kind in _KINDS or kind in _OWN


def _introduced(party: Party, context: Context) -> Party:
    """The party with the country that some mention of it tells."""
    if not _is_open(party, context):
        return party
    at = context.text.find(party.name)
    while at >= 0:
        found = _land_before(at, context) or _land_after(at + len(party.name), context)
        if found:
            return replace(party, country=found)
        at = context.text.find(party.name, at + 1)
    return party


def _land_before(end: int, context: Context) -> str | None:
    """The country named right before a mention, perhaps with what the body is: ``泰国农业企业|绿源``."""
    text, names = context.text, context.names
    start = max(0, end - _BEFORE)
    seat = _SEAT.search(text, max(0, end - _AFTER), end)
    if seat and (code := _land(seat["where"], context)):
        return code
    lands = [s for s in names.country_names.find(text, start, end) if names.countries.is_country_at(text, *s)]
    if lands and _DESCRIPTION.fullmatch(text, lands[-1][1], end):
        return names.countries.code(text[slice(*lands[-1])])
    return None


def _land_after(start: int, context: Context) -> str | None:
    """The country told behind a mention: ``绿源农业|（泰国）``, ``绿源农业|总部位于曼谷``."""
    for pattern in (_NOTE, _SAID):
        match = pattern.match(context.text, start, start + _AFTER)
        if match and (code := _land(match["where"], context)):
            return code
    return None


def _land(words: str, context: Context) -> str | None:
    """The country that words begin with, or that of a place."""
    return context.names.country_of(words)


def _codes(parties: Iterable[Party], context: Context) -> set[str | None]:
    return {
        party.country or context.names.country_of(party.name) or _of_known(party, context)
        for party in parties
        if not context.lexicon.international.search(party.name)
    }


def _of_known(party: Party, context: Context) -> str | None:
    known = context.names.authority.find(party.name)
    return _CHINA if party.name in ("中方", "我方") else known.country if known else None


def _only_land(span: Span, context: Context) -> str | None:
    """The one country beside China that the sentence names, or for want of any the whole text."""
    text, mentioned = context.text, context.setting.mentioned
    begin = max(text.rfind(mark, 0, span[0]) for mark in "。；\n") + 1
    named = {c.code for c in named_countries(text, (begin, span[1]), context.names, mentioned)} - {_CHINA}
    named |= {code for code in _cities((begin, span[1]), context) if code != _CHINA}
    if not named:
        named = {code for code in mentioned if code != _CHINA}
    return named.pop() if len(named) == 1 else None


def _cities(span: Span, context: Context) -> Iterable[str]:
    """The countries of the places that stand behind 在, 于 and 赴 (``在埃里温|签署``)."""
    for mark in re.finditer("[在于赴抵]", context.text[span[0] : span[1]]):
        city = context.names.places.city_at(context.text, span[0] + mark.end(), span[1])
        if city:
            yield context.names.places.cities[city]


def _of_china(party: Party, context: Context) -> Party:
    """``华屿新材料股份有限公司`` that signs with a body of Morocco: so a Chinese text calls its own."""
    chinese = _is_open(party, context) and _FIRM.search(party.name) and not _sounds_foreign(party.name)
    return replace(party, country=_CHINA) if chinese else party


def _may_be_chinese(party: Party, context: Context) -> bool:
    """Whether a party has a country, or a name as a second Chinese body may have: ``人民交通出版社``."""
    return not _is_open(party, context) or _AT_HOME.search(party.name) is not None and not _sounds_foreign(party.name)


def _sounds_foreign(name: str) -> bool:
    return len(_BORROWED.findall(name)) > 1
