"""Which body a name is."""

from __future__ import annotations

import pytest

from silkgraph.parse.coordination import Party
from silkgraph.recognise.names import names
from silkgraph.resolve.bodies import BodyResolver, pinyin_identifier


@pytest.mark.parametrize(
    ("name", "identifier", "country", "type_"),
    [
        ("中国国家发展和改革委员会", "ndrc", "CN", "ministry-or-agency"),
        ("国家发展改革委", "ndrc", "CN", "ministry-or-agency"),
        ("老挝政府", "government-la", "LA", "government"),
        ("中方", "country-cn", "CN", "country"),
        ("塞浦路斯", "country-cy", "CY", "country"),
    ],
)
def test_a_known_name_is_reconciled(name: str, identifier: str, country: str, type_: str) -> None:
    body = BodyResolver(names()).named(name)
    assert (body.identifier, body.country, body.type, body.reconciled) == (identifier, country, type_, True)


def test_an_unknown_body_keeps_its_name_and_gets_country_and_type_from_its_shape() -> None:
    body = BodyResolver(names()).named("老挝渔业资源管理局")
    assert (body.name, body.country, body.type, body.reconciled) == (
        "老挝渔业资源管理局",
        "LA",
        "ministry-or-agency",
        False,
    )
    assert body.identifier == "lao-wo-yu-ye-zi-yuan-guan-li-ju"


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("里斯本大学语言学院", "PT"),
        ("柔佛州政府", "MY"),
        ("青岛海洋生物研究中心", "CN"),
        ("人民银行广西壮族自治区分行", "CN"),
        ("国家文物局水下考古中心", "CN"),
        ("省教育厅", "CN"),
        ("中国—东盟农业合作中心", None),
        ("亚洲清洁能源研究院", None),
        ("维克托里亚大学", None),
    ],
)
def test_place_and_parent_tell_the_country_of_a_body(name: str, country: str | None) -> None:
    assert BodyResolver(names()).named(name).country == country


def test_a_description_is_never_reconciled() -> None:
    body = BodyResolver(names()).resolve(Party("有关国家铁路公司", 0, 8, True))
    assert (body.generic, body.reconciled, body.type) == (True, False, "company")


def test_a_very_long_name_gets_a_short_hash() -> None:
    identifier = pinyin_identifier("有关国家" * 20)
    assert len(identifier) < 100
    assert identifier == pinyin_identifier("有关国家" * 20) != pinyin_identifier("有关国家" * 21)
