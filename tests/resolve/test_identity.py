"""Each decision which body a name means has its reason; homonyms of other countries are other bodies."""

from __future__ import annotations

import pytest

from silkgraph.extraction import extract_document
from silkgraph.model import Body, SourceDocument
from silkgraph.parse.coordination import Party
from silkgraph.profile import PROFILES
from silkgraph.read.text import SourceText
from silkgraph.recognise.names import names
from silkgraph.resolve.bodies import BodyResolver

DOCUMENT = SourceDocument("any", "任何", "Any", None, "", None, "", "", "plain")


@pytest.mark.parametrize(
    ("name", "identifier", "identification"),
    [
        ("财政部", "mof-cn", "full-name"),
        ("发改委", "ndrc", "other-name"),
        ("建行", "ccb", "short-form"),
        ("中国财政部", "mof-cn", "country-in-front"),
        ("中华人民共和国财政部", "mof-cn", "country-in-front"),
        ("国家发展与改革委员会", "ndrc", "spelling"),
        ("巴基斯坦伊斯兰共和国铁道部", "pk-railways", "spelling"),
        ("第三届“一带一路”国际合作高峰论坛", "brf", "edition-left-out"),
        ("老挝人民民主共和国政府", "government-la", "country-by-rule"),
        ("中方", "country-cn", "side"),
        ("老挝茶叶管理局", "lao-wo-cha-ye-guan-li-ju", "own-name"),
    ],
)
def test_the_rule_by_which_a_name_is_a_bodys(name: str, identifier: str, identification: str) -> None:
    body = BodyResolver(names()).named(name)
    assert (body.identifier, body.identification) == (identifier, identification)


def test_a_description_is_no_body_in_particular() -> None:
    assert BodyResolver(names()).resolve(Party("有关企业", 0, 4, True)).identification == "description"


def test_a_ministry_listed_after_a_foreign_one_is_of_that_country() -> None:
    ministry = Party("财政部", 0, 3, False, "LA")
    body = BodyResolver(names()).resolve(ministry)
    assert (body.identifier, body.country, body.identification) == ("la-finance", "LA", "country-from-context")


def test_a_name_that_only_china_has_stays_chinas() -> None:
    for name in ("国家发展改革委", "国家开发银行"):
        body = BodyResolver(names()).resolve(Party(name, 0, len(name), False, "RU"))
        assert (body.country, body.reconciled) == ("CN", True)


def test_unknown_homonyms_are_told_apart_by_their_country() -> None:
    resolver = BodyResolver(names())
    laos, vietnam = (resolver.resolve(Party("茶叶管理局", 0, 5, False, code)) for code in ("LA", "VN"))
    assert laos.identifier == resolver.named("老挝茶叶管理局").identifier == "lao-wo-cha-ye-guan-li-ju"
    assert vietnam.identifier == "yue-nan-cha-ye-guan-li-ju"


def partners(text: str) -> list[Body]:
    reading = extract_document(DOCUMENT, SourceText.from_raw(text), PROFILES["plain"])
    return [body for outcome in reading.outcomes for body in outcome.partners]


def test_ministries_of_two_countries_with_one_name_are_two_bodies() -> None:
    found = partners("中国商务部与老挝外交部、财政部签署茶叶贸易合作谅解备忘录。")
    assert [(body.name, body.identifier) for body in found] == [
        ("老挝外交部", "lao-wo-wai-jiao-bu"),
        ("财政部", "la-finance"),
    ]
    found = partners("老挝商务部与中国商务部、财政部签署茶叶贸易合作谅解备忘录。")
    assert [body.identifier for body in found] == ["mofcom", "mof-cn"]
