"""What counts as the name of a body."""

from __future__ import annotations

import pytest

from silkgraph.recognise.names import names


@pytest.mark.parametrize(
    "phrase",
    ["有关国家铁路公司", "60多个国家相关部门", "国际组织", "埃及有关企业", "各国", "80多家中国民间组织", "合作伙伴"],
)
def test_a_description_is_generic(phrase: str) -> None:
    assert names().is_generic(phrase)


@pytest.mark.parametrize("phrase", ["老挝政府", "国际货币基金组织", "荷兰海关部门", "中国民间组织国际交流促进会"])
def test_a_name_is_not_generic(phrase: str) -> None:
    assert not names().is_generic(phrase)


def test_the_longest_country_name_wins() -> None:
    assert names().country_prefix("印度尼西亚投资协调委员会") == "印度尼西亚"
    assert names().country_prefix("联合国") is None


def test_an_unknown_body_is_recognised_by_its_ending() -> None:
    assert names().is_complete("乌有国渔业和海洋资源管理局")
    assert not names().is_complete("瑞士环境")


@pytest.mark.parametrize(
    ("name", "country"),
    [("印度洋金枪鱼委员会", None), ("几内亚湾委员会", None), ("印度尼西亚银行", "ID"), ("几内亚银行", "GN")],
)
def test_seas_are_no_countries(name: str, country: str | None) -> None:
    assert names().country_of(name) == country


@pytest.mark.parametrize(
    ("phrase", "generic"), [("塞尔维亚企业", True), ("埃及媒体", True), ("泰国银行", False), ("老挝铁路公司", False)]
)
def test_a_country_has_many_of_these(phrase: str, generic: bool) -> None:
    assert names().is_generic(phrase) is generic
