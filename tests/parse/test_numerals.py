"""Numbers as Chinese texts write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from silkgraph.parse.numerals import parse_number, plain, qualifier_of, read_chinese, read_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3500亿", "350000000000"),
        ("1.5万", "15000"),
        ("19.1万亿", "19100000000000"),
        ("4000多亿", "400000000000"),
        ("20余亿", "2000000000"),
        ("5万多", "50000"),
        ("10余", "10"),
        ("1,500", "1500"),
        ("三十", "30"),
        ("两", "2"),
        ("百余", "100"),
        ("一千二百三十", "1230"),
        ("三千多", "3000"),
        ("二〇二三", "2023"),
        ("万", "10000"),
        ("五亿二千万", "520000000"),
        ("三万亿", "3000000000000"),
        ("十二点七亿", "1270000000"),
        ("廿一", "21"),
        ("3亿6500万", "365000000"),
        ("2万5000", "25000"),
        ("5千万", "50000000"),
    ],
)
def test_a_number_has_its_value(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["数十", "若干", "多", "", "第三", "三五十", "两两", "亿美元"])
def test_what_is_vague_or_no_number_has_none(text: str) -> None:
    assert parse_number(text) is None


def test_more_is_remembered() -> None:
    number = read_number("4000多亿")
    assert number is not None
    assert (number.base, number.scale, number.more, number.digits) == (Decimal(4000), "亿", True, "arabic")


@given(st.integers(min_value=1, max_value=99))
def test_chinese_numbers_below_a_hundred(number: int) -> None:
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    written = (("" if tens == 1 else digits[tens]) + "十" if tens else "") + (digits[ones] if ones else "")
    assert read_chinese(written) == number


def test_a_plain_number_has_no_exponent_and_no_trailing_zeros() -> None:
    assert str(plain(Decimal("7.4") * 10000)) == "74000"
    assert str(plain(Decimal("6.40"))) == "6.4"


@pytest.mark.parametrize(
    ("before", "more", "after", "qualifier"),
    [
        ("近", False, "", "nearly"),
        ("约", True, "", "about"),
        ("超过", False, "", "over"),
        ("不少于", False, "", "at-least"),
        ("不超过", False, "", "at-most"),
        ("", False, "以内", "at-most"),
        ("", False, "以上", "at-least"),
        ("", True, "", "over"),
        ("", False, "左右", "about"),
        ("", False, "", "exact"),
    ],
)
def test_the_words_around_a_number_tell_how_exact_it_is(before: str, more: bool, after: str, qualifier: str) -> None:
    assert qualifier_of(before, more, after) == qualifier
