"""Dates and periods, in sentences of the documents."""

from __future__ import annotations

import pytest

from silkgraph.parse.dates import find_dates


@pytest.mark.parametrize(
    ("text", "words", "value", "role"),
    [
        ("截至2023年6月底，中国与五大洲", "截至2023年6月底", "2023-06", "as-of"),
        ("截至2022年底，", "截至2022年底", "2022", "as-of"),
        ("截至2023年8月31日，蒙内铁路", "截至2023年8月31日", "2023-08-31", "as-of"),
        ("2013—2022年，中国与共建国家", "2013—2022年", "2013/2022", "at"),
        ("（2017年－2021年）", "2017年－2021年", "2017/2021", "at"),
        ("未来5年(2024-2028年)", "2024-2028年", "2024/2028", "at"),
        ("（2020—2022）等", "2020—2022", "2020/2022", "at"),
        ("2017年5月14日至15日，", "2017年5月14日至15日", "2017-05-14/2017-05-15", "at"),
        ("2023年10月18日，", "2023年10月18日", "2023-10-18", "at"),
        ("到2030年为伙伴国开展", "到2030年", "2030", "until"),
        ("较2013年提高了6.2个百分点", "较2013年", "2013", "compared"),
        ("2013年以来，中国支持", "2013年以来", "2013", "since"),
        ("将从2018年起举办", "从2018年起", "2018", "since"),
    ],
)
def test_a_date_has_its_value_and_role(text: str, words: str, value: str, role: str) -> None:
    (date,) = find_dates(text)
    assert (text[date.start : date.end], date.value, date.role) == (words, value, role)


def test_a_day_without_year_takes_the_one_given() -> None:
    assert [d.value for d in find_dates("论坛10月18日闭幕")] == ["--10-18"]
    assert [d.value for d in find_dates("论坛10月18日闭幕", year=2023)] == ["2023-10-18"]


def test_the_year_in_a_programmes_name_is_no_date() -> None:
    assert find_dates("加速落实联合国2030年可持续发展议程") == ()


def test_the_year_is_the_first_one_stated() -> None:
    assert [d.year for d in find_dates("2013—2022年，10月18日")] == [2013, None]
