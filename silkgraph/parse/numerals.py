"""Numbers as Chinese texts write them: ``1.5万余``, ``百余``, ``五亿二千万``, ``十二点七亿``, ``3亿6500万``."""

from __future__ import annotations

import functools
import re
from decimal import Decimal
from typing import Literal

from silkgraph.model import Qualifier
from silkgraph.values import dataclass

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_TENS = {"廿": "二十", "卅": "三十"}
_SCALES = {
    "": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7,
    "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12,
}  # fmt: skip

_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"万亿|[千百十]亿|[千百十]万|亿|万|千|百"
_CHINESE = r"[零〇一二两三四五六七八九十百千万亿廿卅]+"
_CHINESE_DECIMAL = r"[零一二两三四五六七八九十百千廿]+点[零〇一二三四五六七八九]+(?=[千百]?[万亿])"
_MORE = r"[多余几]"
_SMALLER = r"(?:(?<=亿)\d{1,4}(?:\.\d+)?[千百]?万|(?<=[万亿])\d[千百](?!万)|(?<=[\d千百十]万)\d{4}(?![\d.年]))"
"""What a scale is followed by in a number of two parts: ``3亿|6500万``, ``2万|5000``, ``1万|2千``."""
_WRITTEN_ARABIC = rf"(?:{_ARABIC}){_MORE}?(?:{_SCALE})?(?:{_SMALLER}){{0,2}}"
_WRITTEN_CHINESE = rf"{_CHINESE_DECIMAL}(?:{_SCALE})|{_CHINESE}{_MORE}?(?:{_SCALE})?"
WRITTEN_NUMBER = rf"(?:(?:{_WRITTEN_ARABIC}|{_WRITTEN_CHINESE}){_MORE}?)"
"""A regular expression for a number with its scale and a ``多`` or ``余``; it has no groups."""

_PARTS = re.compile(
    rf"(?:(?P<arabic>{_ARABIC})|(?P<decimal>{_CHINESE_DECIMAL})|(?P<chinese>{_CHINESE}))(?P<more>{_MORE})?"
    rf"(?P<scale>{_SCALE})?(?P<smaller>(?:{_SMALLER})*)(?P<after>{_MORE})?"
)
_SMALLER_PART = re.compile(rf"(\d+(?:\.\d+)?)({_SCALE})?")
_PREFIX = r"不少于|不低于|至少|不超过|不高于|不多于|至多|将近|接近|大约|超过|约为|近|约|超|逾"
HEDGE = rf"(?:{_PREFIX})"
"""A regular expression for the words before a number that say how exact it is."""
_HEDGES: dict[str, Qualifier] = {
    "不少于": "at-least", "不低于": "at-least", "至少": "at-least",
    "不超过": "at-most", "不高于": "at-most", "不多于": "at-most", "至多": "at-most",
    "将近": "nearly", "接近": "nearly", "近": "nearly",
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
    for character in "".join(_TENS.get(character, character) for character in text):
        if character in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[character]
        elif character in _SMALL:
            section += (1 if digit is None else digit) * _SMALL[character]
            digit = None
        elif character == "亿":
            total = (total + section + (digit or 0) or 1) * 10**8
            section, digit = 0, None
        elif character == "万":
            whole = total - total % 10**8
            total = whole + (total - whole + section + (digit or 0) or 1) * 10**4
            section, digit = 0, None
        else:
            return None
    return total + section + (digit or 0)


@functools.lru_cache(maxsize=64)
def read_number(text: str) -> WrittenNumber | None:
    """A written number in its parts; None for what is no number (``数十``, ``若干``, 50 digits in a row).

    The last ones are kept: several rules read the same number, and 1 and 两 come again and again.
    """
    match = _PARTS.fullmatch(text) if len(text) <= _LONGEST else None
    number = _parts(match) if match else None
    return number if number is None or number.value < _TOO_LARGE else None


def _parts(match: re.Match[str]) -> WrittenNumber | None:
    more = bool(match["more"] or match["after"])
    scale = match["scale"] or ""
    if match["arabic"]:
        base = Decimal(match["arabic"].replace(",", ""))
        if match["smaller"]:
            base, scale = base * _SCALES[scale] + _smaller(match["smaller"]), ""
        return WrittenNumber(base, scale, more, "arabic")
    if match["decimal"]:
        units, _, digits = match["decimal"].partition("点")
        whole, fraction = read_chinese(units), "".join(str(_DIGITS[digit]) for digit in digits)
        return None if whole is None else WrittenNumber(Decimal(f"{whole}.{fraction}"), scale, more, "chinese")
    value = read_chinese(match["chinese"])
    return None if value is None else WrittenNumber(Decimal(value), scale, more, "chinese")


def _smaller(text: str) -> Decimal:
    """The value of what follows the first scale: ``6500万``, ``5000``."""
    parts = _SMALLER_PART.findall(text)
    return sum((Decimal(number) * _SCALES[scale] for number, scale in parts), Decimal(0))


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
    if after in ("以内", "以下"):
        return "at-most"
    if before in _HEDGES:
        return _HEDGES[before]
    if more:
        return "over"
    return "about" if after == "左右" else "exact"
