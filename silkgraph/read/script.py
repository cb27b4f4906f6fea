"""One character for one character: every variant of a character becomes the one the lexicon is written in.

Traditional characters become simplified ones (the single-character table of OpenCC), full-width
letters and digits become ASCII, corner brackets become quotation marks. Nothing here changes the
length of a text, so offsets stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

# Simplified text has these too, in a sense of their own (乾隆, 名著, 慰藉, 瞭望): they stay as they are.
AMBIGUOUS = frozenset("乾著藉瞭")

# What the table of OpenCC leaves out.
VARIANTS = {
    "谘": "咨",
    "夥": "伙",
    "衞": "卫",
    "敍": "叙",
    "廸": "迪",
    "鑛": "矿",
    "廻": "回",
    "衹": "只",
    "粧": "妆",
    "枱": "台",
    "簷": "檐",
    "汙": "污",
    "洩": "泄",
    "踴": "踊",
}

# Corner brackets, and marks in half width.
MARKS = {
    "「": "“",
    "」": "”",
    "『": "‘",
    "』": "’",
    "﹁": "“",
    "﹂": "”",
    "﹃": "‘",
    "﹄": "’",
    "｢": "“",
    "｣": "”",
    "｡": "。",
    "､": "、",
    "﹑": "、",
    "％": "%",
    "．": ".",
    "＋": "+",
    "・": "·",
    "‧": "·",
    "•": "·",
    "〔": "（",
    "〕": "）",
    "［": "[",
    "］": "]",
    "﹝": "（",
    "﹞": "）",
    "﹙": "（",
    "﹚": "）",
    "﹐": "，",
    "﹔": "；",
    "﹕": "：",
    "﹖": "？",
    "﹗": "！",
    "≪": "《",
    "≫": "》",
    "＜": "〈",
    "＞": "〉",
}

CORNER_BRACKET = re.compile("[「」『』]")
"""A text in traditional characters keeps them in its names; elsewhere they are only another form of “”."""

CHINESE = re.compile(r"[\u3400-\u9fff]")
LEAST_TRADITIONAL = 0.1
"""The part of the characters from which a text counts as traditional; in such a text it is about a third."""

# Look-alikes that PDF extraction leaves behind: CJK radicals and compatibility ideographs.
LOOKALIKES = ((0x2E80, 0x2FE0), (0xF900, 0xFB00))


@cache
def simplified() -> dict[int, str]:
    """The table for :meth:`str.translate`; read on first use, since it costs some milliseconds."""
    table = dict(_traditional_characters())
    table.update({ord(" ") + 0xFEE0 + offset: chr(ord(" ") + offset) for offset in _letters_and_digits()})
    for first, last in LOOKALIKES:
        for code in range(first, last):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1 and plain != chr(code):
                table[code] = table.get(ord(plain), plain)
    table.update({ord(variant): plain for variant, plain in (VARIANTS | MARKS).items()})
    return table


def as_simplified(text: str) -> str:
    """The text in simplified characters and usual marks; one that has no others is not copied."""
    return text.translate(simplified()) if _others().search(text) else text


@cache
def _others() -> re.Pattern[str]:
    """A character that the table replaces; a look for one takes a tenth of the time of a copy."""
    return _any_of(map(chr, simplified()))


@cache
def traditional() -> frozenset[str]:
    """The characters that are not simplified ones."""
    return frozenset((*map(chr, _traditional_characters()), *VARIANTS))


def traditional_in(printed: str) -> Iterator[int]:
    """Where a text has characters that are not simplified ones."""
    known = traditional()
    return (match.start() for match in _traditional().finditer(printed) if match.group() in known)


@cache
def _traditional() -> re.Pattern[str]:
    return _any_of(traditional())


def _any_of(characters: Iterable[str]) -> re.Pattern[str]:
    """Finds one of the characters, or any so rare that Unicode has it beyond the first 65,536.

    Of those ``re`` makes no table: each would be compared with every character of a text.
    """
    usual = "".join(re.escape(character) for character in sorted(characters) if character <= "\uffff")
    return re.compile(f"[{usual}\U00010000-\U0010ffff]")


def is_traditional(printed: str) -> bool:
    """Whether a text is written in traditional characters, and does not just hold some."""
    if _traditional().search(printed) is None:
        return False
    chinese = CHINESE.findall(printed)
    return sum(map(traditional().__contains__, chinese)) > LEAST_TRADITIONAL * len(chinese)


@cache
def _traditional_characters() -> dict[int, str]:
    lines = files("opencc").joinpath("dictionary", "TSCharacters.txt").read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if "\t" in line)
    found = ((pair[0], pair[1].split(" ")[0]) for pair in pairs)
    return {ord(old): new for old, new in found if old != new and len(old) == len(new) == 1 and old not in AMBIGUOUS}


def _letters_and_digits() -> list[int]:
    return [code - ord(" ") for code in range(ord(" ") + 1, 0x7F) if chr(code).isalnum()]
