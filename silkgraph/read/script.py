"""One character for one character: every variant of a character becomes the one the lexicon is written in.

Traditional characters become simplified ones (the single-character table of OpenCC), full-width
letters and digits become ASCII, corner brackets become quotation marks. Nothing here changes the
length of a text, so offsets stay as they are.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files

# Simplified text has these too, in a sense of their own (乾隆, 名著, 慰藉, 瞭望): they stay as they are.
AMBIGUOUS = frozenset("乾著藉瞭")

# What the table of OpenCC leaves out.
VARIANTS = {
    "谘": "咨",
    "夥": "伙",
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
}

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
    table.update({ord(variant): plain for variant, plain in VARIANTS.items()})
    return table


def _traditional_characters() -> dict[int, str]:
    lines = files("opencc").joinpath("dictionary", "TSCharacters.txt").read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if "\t" in line)
    found = ((pair[0], pair[1].split(" ")[0]) for pair in pairs)
    return {ord(old): new for old, new in found if old != new and len(old) == len(new) == 1 and old not in AMBIGUOUS}


def _letters_and_digits() -> list[int]:
    return [code - ord(" ") for code in range(ord(" ") + 1, 0x7F) if chr(code).isalnum()]
