"""Numbers as Chinese texts write them: ``3500亿``, ``1.5万余``, ``三十``, ``百余``, ``19.1万亿``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from silkgraph.model import Qualifier

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_SCALES = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "万亿": 10**12}

_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"万亿|亿|万|千|百"
_CHINESE = r"[零〇一二两三四五六七八九十百千万亿]+"
_MORE = r"[多余几]"
WRITTEN_NUMBER = rf"(?:(?:{_ARABIC}){_MORE}?(?:{_SCALE})?|{_CHINESE}{_MORE}?(?:{_SCALE})?){_MORE}?"
"""A regular expression for a number with its scale and a ``多`` or ``余``; it has no groups."""

_PARTS = re.compile(
    rf"(?:(?P<arabic>{_ARABIC})|(?P<chinese>{_CHINESE}))(?P<more>{_MORE})?(?P<scale>{_SCALE})?(?P<after>{_MORE})?"
)
_PREFIX = r"不少于|不低于|至少|将近|接近|大约|超过|约为|近|约|超|逾"
HEDGE = rf"(?:{_PREFIX})"
"""A regular expression for the words before a number that say how exact it is."""
_HEDGES: dict[str, Qualifier] = {
    "不少于": "at-least", "不低于": "at-least", "至少": "at-least", "将近": "nearly", "接近": "nearly", "近": "nearly",
    "大约": "about", "约为": "about", "约": "about", "超过": "over", "超": "over", "逾": "over",
}  # fmt: skip


_LONGEST = 24
"""More characters than this are no number that anybody wrote but a row of digits."""
_TOO_LARGE = Decimal(10) ** 18


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number as written, in its parts: ``4000多亿`` is 4000, ``亿``, more.

    ``digits`` tells whether it is written in Arabic digits.
    """

    base: Decimal
    scale: str
    more: bool
    digits: Literal["arabic", "chinese"]

    @property
    def value(self) -> Decimal:
        """The number itself."""
        return self.base * _SCALES[self.scale]


def read_chinese(text: str) -> int | None:
    """The value of a number in Chinese characters (``一千二百三十``, ``两``, ``百``), None if it is none.

    A row of digits is read as such: ``二〇二三`` is 2023.
    """
    if not text:
        return None
    if len(text) > 1 and all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text)) if "两" not in text else None
    total = section = 0
    digit: int | None = None
    for character in text:
        if character in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[character]
        elif character in _SMALL:
            section += (1 if digit is None else digit) * _SMALL[character]
            digit = None
        elif character in _LARGE:
            section += digit or 0
            total = (total + section or 1) * _LARGE[character]
            section, digit = 0, None
        else:
            return None
    return total + section + (digit or 0)


def read_number(text: str) -> WrittenNumber | None:
    """A written number in its parts; None for what is no number (``数十``, ``若干``, 50 digits in a row)."""
    match = _PARTS.fullmatch(text) if len(text) <= _LONGEST else None
    number = _parts(match) if match else None
    return number if number is None or number.value < _TOO_LARGE else None


def _parts(match: re.Match[str]) -> WrittenNumber | None:
    more = bool(match["more"] or match["after"])
    if match["arabic"]:
        return WrittenNumber(Decimal(match["arabic"].replace(",", "")), match["scale"] or "", more, "arabic")
    whole = match["chinese"]
    value = read_chinese(whole)
    if value is None:
        return None
    return WrittenNumber(Decimal(value), match["scale"] or "", more, "chinese")


def parse_number(text: str) -> Decimal | None:
    """The value of a written number: ``3500亿``, ``1.5万余``, ``三十``, ``百余``; None if it is no number.

    >>> parse_number("19.1万亿")
    Decimal('19100000000000.0')
    """
    number = read_number(text)
    return None if number is None else number.value


def read_range(first: WrittenNumber, last: WrittenNumber | None) -> tuple[Decimal, Decimal | None]:
    """The ends of a range, which may share their scale: ``500—600亿``."""
    if last is None:
        return plain(first.value), None
    scale = _SCALES[last.scale] if not first.scale else 1
    return plain(first.value * scale), plain(last.value)


def plain(value: Decimal) -> Decimal:
    """The same number without trailing zeros or exponent: ``7.40E+4`` is ``74000``."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def qualifier_of(before: str, more: bool, after: str) -> Qualifier:
    """How exact a number is, from the word before it, its own 多 or 余, and the word after its unit."""
    if after == "以上":
        return "at-least"
    if before in _HEDGES:
        return _HEDGES[before]
    if more:
        return "over"
    return "about" if after == "左右" else "exact"
