"""The numbers that begin headings and entries: 第一章, 一、, （一）, 1., 1.1, （1）, 一是.

Nine ranks, from the outermost in. A rank that a document does not use is simply absent from it.
"""

from __future__ import annotations

import functools
import re

from silkgraph.values import dataclass

HAN = "零〇一二三四五六七八九十百"
UNDER_HUNDRED = "[一二三四五六七八九十]{1,3}"
ARABIC = 3
"""The rank of 1.; 1.1, 1.1.1 and 1.1.1.1 have the next three."""
ENUMERATION = 8
"""The rank of 一是, 第一，: a paragraph that enumerates itself."""

MARKS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (0, re.compile(rf"第\s*([{HAN}]{{1,7}}|\d{{1,4}})\s*[章编篇部](?:分)?[、：:\s]*")),
    (1, re.compile(rf"([{HAN}]{{1,7}})\s*、\s*")),
    (2, re.compile(rf"[（(]\s*([{HAN}]{{1,7}})\s*[）)]\s*、?\s*|第([{HAN}]{{1,7}})条[、：:\s]*|([㈠-㈩])\s*")),
    (
        ARABIC,
        re.compile(r"(\d{1,3})\s*(?:\.(?!\d)|\.(?=\d{1,2}(?:月|至\d+月)|(?:19|20)\d\d[年至“《—-])|、)\s*|([⒈-⒛])\s*"),
    ),
    (7, re.compile(r"[（(]\s*(\d{1,3})\s*[）)]\s*|(\d{1,2})[）)]\s*|([①-⑳⑴-⒇])\s*")),
    (ENUMERATION, re.compile(rf"其?({UNDER_HUNDRED})[是要][，：:]?|[第其]({UNDER_HUNDRED})[，,、：:]")),
)
UNIT = (
    "[万亿千百余多个倍吨米年月天时度%‰]|元(?!首)|(?:美|欧|日|港|澳)元|英镑|公[里顷斤吨]|人次|平方|立方|"
    "[兆吉千]瓦|标箱|小时|折|至[0-9]+月"
)
DECIMAL = re.compile(rf"(\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})[.、]?\s*(?!{UNIT})(?=[^\W\d_]|[《“（]|\d{{4}}[年至—-])")
"""1.1 and 2.1.2 as numbers of paragraphs; 1.5亿元 is a quantity."""
FIRST = re.compile(rf"[第其（(\d{HAN}①-⑳⑴-⒇⒈-⒛㈠-㈩]")
"""What a number begins with."""
BOX = re.compile(rf"专栏\s*(\d{{1,4}}|[{HAN}]{{1,7}})[\s：:、.．]*")
RINGED = (("①", "⑳"), ("⑴", "⒇"), ("⒈", "⒛"), ("㈠", "㈩"))
"""Numbers that are one character with their ring, brackets or stop: the first and last of each row."""
BULLETS = "●•▪◆■►▶★☆※◇□○◎⊙▷➢➤✓✔❖▸▲△◦"
"""Marks that nothing but an entry of a list begins with."""
WEAK_BULLETS = "-*+·–"
"""The same, where words or a blank follow: a minus or a dot is other things too."""
TENS = {"十": 10, "百": 100}


@dataclass(frozen=True, slots=True)
class Mark:
    """A number at the start of a line: how deep, which, and how many characters it takes up.

    ``label`` is the whole number where the line itself says what it stands under (``2.1.3``), else "".
    """

    rank: int
    number: int
    length: int
    label: str = ""


@functools.lru_cache(maxsize=8)
def read_mark(line: str) -> Mark | None:
    """The number that ``line`` begins with; None where it begins with none, or is nothing else.

    Those of the lines in hand are kept: a line is asked as a whole, and then as the only one of its entries.
    """
    if not FIRST.match(line):
        return None
    decimal = DECIMAL.match(line)
    if decimal:
        parts = decimal[1].split(".")
        label = ".".join(str(int(part)) for part in parts)
        return Mark(ARABIC + len(parts) - 1, int(parts[-1]), decimal.end(), label)
    for rank, pattern in MARKS:
        match = pattern.match(line)
        if match and match.end() < len(line):
            written = next(group for group in match.groups() if group)
            return Mark(rank, ordinal(written), match.end())
    return None


def read_box(line: str) -> Mark | None:
    """The number of the box whose title ``line`` is (专栏 2 …)."""
    match = BOX.match(line)
    return Mark(0, ordinal(match.group(1)), match.end()) if match and match.end() < len(line) else None


def ordinal(written: str) -> int:
    """The value of a number below a thousand: ``二十一`` and ``21`` are 21, ``③`` and ``⒊`` are 3."""
    if written.isdecimal():
        return int(written)
    if written[0] not in HAN:
        first = next(first for first, last in RINGED if first <= written <= last)
        return ord(written) - ord(first) + 1
    total, digit = 0, 0
    for character in written:
        if character in TENS:
            total += (digit or 1) * TENS[character]
            digit = 0
        else:
            digit = max(0, HAN.index(character) - 1)
    return total + digit
