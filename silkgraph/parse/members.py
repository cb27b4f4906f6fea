"""The body in a member of a list: without what describes it, whom it sends, and what counts it.

``随团来访的老挝农林部``, ``海关总署署长``, ``甲公司双方`` name 老挝农林部, 海关总署 and 甲公司.
"""

from __future__ import annotations

import re

from silkgraph.recognise.brackets import Span, depths
from silkgraph.recognise.names import Names
from silkgraph.recognise.references import group
from silkgraph.recognise.shapes import may_be_name

_IN_ALL = re.compile(
    r"(?:双方|各方|[两二三四五六七八九十](?:国|方|家|地|校)(?:单位|机构|企业|公司|部门)?)(?:代表|负责人)?$"
)
_NOTE = re.compile(r"（(?:以下|下文)?(?:统称|简称)[^（）]*）")
"""``（以下简称“本行”）`` within a name."""
_ALSO = re.compile(r"（(?P<short>[^（）]{2,6})）$")
"""``（信保局）`` behind a name."""
_HELD_BY = re.compile(r"(?P<owner>[^，、的]{2,20}?)(?:旗下|下属|属下|麾下|所属)(?!\w{2,4}公司$)的?(?=.{3})")
"""Whose a company is, before its name: ``招商局集团旗下|招商港口``."""
_POSTS = re.compile(
    "(?:(?:中共中央|中央|国务院|全国|省委|市委|区委|党组|党委)[^、，]{0,10}(?:委员|书记|常委|副总理|副委员长|副主席|成员)(?:、|兼|，))+"
)
"""Further posts of one who acts for a body: ``中共中央政治局委员、|外交部长``."""
_ROLE = re.compile(
    "(?:项目公司|项目业主|业主单位|业主方|业主|总承包商|承包商|承建商|建设单位|运营单位|运营商|合作伙伴|合作方|合作企业|当地企业|当地伙伴|代理商|经销商|开发商|供应商|采购商|进口商|买方|卖方|龙头企业|知名企业)(?=.{4})"
)
"""What a body is in the affair, before its name: ``与|项目公司|卡宾达光储能源公司``."""
_FIRMS = ("company", "bank", None)
"""Of these the seat tells the country; 总部设在内罗毕的非洲海事中心 is of many."""
_SEAT = re.compile(r"总部(?:设|位)")


def without_description(text: str, span: Span, names: Names) -> tuple[Span, str, str | None]:
    """Where the name of the body in ``span`` stands, that name, and the country that its description tells.

    The span as it stands where nothing in it is a whole name.
    """
    start, end = span
    phrase = text[start:end]
    phrase = _NOTE.sub("", phrase) if "（" in phrase else phrase
    if names.is_country(phrase) or names.is_known(phrase):
        return (start, end), phrase, None
    owned = _HELD_BY.match(phrase)
    if owned and may_be_name(phrase[owned.end() :]) and not names.is_generic(phrase[owned.end() :]):
        name = phrase[owned.end() :]
        return (start + owned.end(), end), name, names.country_of(name) or _country_of_owner(owned["owner"], names)
    also = _ALSO.search(phrase) if phrase.endswith("）") else None
    if also and names.is_particular(phrase[: also.start()]) and names.countries.code(also["short"]) is None:
        phrase = phrase[: also.start()]
    in_all = _IN_ALL.search(phrase)
    if in_all and in_all.start() and names.is_particular(phrase[: in_all.start()]):
        phrase = phrase[: in_all.start()]
    country: str | None = None
    posts = _POSTS.match(phrase)
    if posts and names.body_behind(phrase[posts.end() :]):
        start, phrase = start + posts.end(), phrase[posts.end() :]
    role = _ROLE.match(phrase)
    if role and names.is_particular(phrase[role.end() :]):
        start, phrase = start + role.end(), phrase[role.end() :]
    described = 0 if names.is_generic(phrase) else _after_attribute(phrase)
    if described:
        name = phrase[described:]
        seated = _SEAT.match(phrase) is not None
        firm = names.lexicon.organisation_type(name) in _FIRMS
        if len(name) > 2 and (names.is_particular(name) or names.body_behind(name) or seated and may_be_name(name)):
            country = None if seated and not firm else _country_in(phrase[: described - 1], names)
            start, phrase = start + described, name
    if not names.is_complete(phrase) or phrase.endswith("代表"):
        body = None if group(phrase) else names.body_behind(phrase)  # 双方部长
        if body is not None:
            return (start, min(end, start + len(body))), body, country
    return (start, end), phrase, country


def _country_of_owner(owner: str, names: Names) -> str | None:
    """The country of a body that owns another."""
    known = names.authority.find(owner)
    return known.country if known else names.country_of(owner)


def _after_attribute(phrase: str) -> int:
    """Where the noun begins that an attribute with 的 describes; 0 if there is no attribute."""
    if "的" not in phrase:
        return 0
    depth = depths(phrase)
    return next((i + 1 for i in range(len(phrase) - 1, 0, -1) if phrase[i] == "的" and not depth[i]), 0)


def _country_in(attribute: str, names: Names) -> str | None:
    """The country that an attribute names (``位于埃里温``, ``肯尼亚国营``)."""
    for position in range(len(attribute) - 1):
        found = names.country_names.at(attribute, position, len(attribute))
        if found:
            return names.countries.code(found)
        city = names.places.city_at(attribute, position)
        if city:
            return names.places.cities[city]
    return None
