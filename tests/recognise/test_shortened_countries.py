"""中非 is China and Africa, but 中非共和国 in a text that gives its full name."""

from __future__ import annotations

from silkgraph.recognise.names import names

TEXT = "中国援中非共和国比姆博医院移交。中国驻中非使馆与中非卫生部签署交接证书。"


def test_a_text_that_names_the_country_means_it() -> None:
    known = names().of_document({}, names().countries.of_text(TEXT))
    assert known.country_of("中非卫生部") == "CF"
    assert known.country_prefix("中非卫生部") == "中非"
    assert known.country_prefix("中非合作论坛北京峰会") is None


def test_any_other_text_means_africa() -> None:
    countries = names().countries
    assert countries.of_text("中非合作论坛北京峰会") is countries
    assert names().country_of("中非发展基金") is None
