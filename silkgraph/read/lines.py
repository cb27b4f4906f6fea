"""Broken lines: where a page break or a fixed line width cut a sentence in two.

A line goes on in the next one when it does not end a sentence, is no heading, and the next line
starts nothing new; and when there is a sign of a break: a comma or an open bracket at its end, a
line as wide as the others around it, a word that goes on in the next line (国际与能 | 源研究中心), or,
across a blank line, a line too long for a title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from unicodedata import east_asian_width

from silkgraph.read.numbering import BULLETS, WEAK_BULLETS, read_box, read_mark
from silkgraph.read.words import words
from silkgraph.recognise.words import is_border
from silkgraph.values import dataclass

TOO_LONG_FOR_A_TITLE = 60
LONGEST_WORD = 4
SHORTEST_BROKEN = 12
"""A shorter line is rather a title than broken."""
WORDS_ONLY = re.compile(r"[\u3400-\u9fff]{2}(?<![年月日].)")
CERTAINLY_WIDE = re.compile(r"[\u4e00-\u9fff\uff01-\uff60]+")
"""Most of a Chinese text, which need not be asked about character by character."""
WIDE = frozenset("WFA")
"""The widths that Unicode calls wide, full, and as wide as what stands around it."""
FULL = 0.85
"""The part of the greatest width around it from which a line counts as filled."""

DATE_AT_END = re.compile(r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}:\d{2}|[：:]\s*\d+)$")
"""A line above a text that ends with a day or an hour is whole: ``发布日期：2026-05-27`` | ``5月26日，…``."""
SENTENCE_MARKS = tuple("。！？；：…!?;:")
CLOSERS = "\"'”’）)》"
"""What may stand behind the mark that ends a sentence."""
GOES_ON = re.compile(r"[，、,—]$")
NO_TEXT = re.compile(r"#|\*\*.*\*\*$|!\[|\[!\[|-{3,}|={3,}|\||>|```|图\s*\d|[^\u3400-\u9fff]*$")
NEW_PARAGRAPH = re.compile(
    rf"[\u3000\t]|  +|——|[{WEAK_BULLETS}]\s|[{BULLETS}]|#|\*\*|!\[|-{(3,)}|\||>|```|图\s*\d|(?:来源|(?:责任)?编辑)[：:]"
)
SALUTATION = re.compile(r"(?:尊敬的|各位|女士们|先生们|朋友们|同志们|同事们|亲爱的)[^。；：]{0,40}[，、]$")
"""A line of a speech's beginning; each is a paragraph, although it ends with a comma."""
NEVER_FIRST = "、，。；：！？）》〉”’"
"""No paragraph begins with these."""
BRACKETS = (("《", "》"), ("“", "”"), ("（", "）"), ("(", ")"))


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with something on it: its span, what it says, and whether a blank line stands before it."""

    start: int
    end: int
    written: str
    said: str
    after_blank: bool
    width: float
    """In Chinese characters, as it is on disk; a Latin letter or digit is half of one, unless it is full-width."""

    @property
    def ends_sentence(self) -> bool:
        said = self.said.rstrip("*")
        return said.endswith(("）", ")")) or said.rstrip(CLOSERS).endswith(SENTENCE_MARKS)

    @property
    def is_broken_for_certain(self) -> bool:
        """It ends with a comma, or a bracket that it opened is still open."""
        return bool(GOES_ON.search(self.said)) or self._has_open_bracket

    @property
    def _has_open_bracket(self) -> bool:
        return any(self.said.rfind(opening) > self.said.rfind(closing) for opening, closing in BRACKETS)

    @property
    def starts_paragraph(self) -> bool:
        numbered = read_mark(self.said) or read_box(self.said)
        return bool(NEW_PARAGRAPH.match(self.written) or numbered or words().lead(self.said))


def broken_line_ends(text: str, printed: str) -> Iterator[tuple[int, int]]:
    """The line breaks in ``text``, with the blanks around them, that stand inside a sentence.

    Args:
        printed: the same text as it is on disk, character for character.
    """
    lines = list(_lines(text, printed))
    widths = _usual_widths(lines)
    chain: list[tuple[int, int]] = []
    certain = True
    for line, following in zip(lines, [*lines[1:], None], strict=False):
        if following is not None and _goes_on(line, following, widths):
            chain.append((line.end, following.start))
            certain = certain and line.is_broken_for_certain
            continue
        if certain or line.ends_sentence:
            yield from chain
        chain, certain = [], True


def _lines(text: str, printed: str) -> Iterator[_Line]:
    position, after_blank = 0, True
    for written in text.split("\n"):
        said = written.strip()
        if said:
            start = position + written.index(said[0])
            end = start + len(said)
            yield _Line(start, end, written, said, after_blank, _width(printed[start:end]))
        after_blank = not said
        position += len(written) + 1


def _width(said: str) -> float:
    others = CERTAINLY_WIDE.sub("", said)
    wide = sum(map(WIDE.__contains__, map(east_asian_width, others)))
    return len(said) - (len(others) - wide) / 2


def _usual_widths(lines: list[_Line]) -> dict[int, float]:
    """For each line that a line follows at once, by its start: the greatest width near it that is usual."""
    followed = [line for line, after in zip(lines, lines[1:], strict=False) if not after.after_blank]
    counts = Counter(round(line.width) for line in followed)
    usual = {width for width in counts if sum(counts[width + near] for near in (-2, -1, 0, 1, 2)) > 1}
    found: dict[int, float] = {}
    block: list[_Line] = []
    for line in [*lines, None]:
        if line is None or line.after_blank:
            widest = max((other.width for other in block), default=0)
            found.update({other.start: widest for other in block if round(other.width) in usual})
            block = []
        if line is not None:
            block.append(line)
    return found


def _goes_on(line: _Line, following: _Line, widths: dict[int, float]) -> bool:
    if not NO_TEXT.match(line.said) and following.said[0] in NEVER_FIRST:
        return True
    if line.ends_sentence or NO_TEXT.match(line.said) or following.starts_paragraph:
        return False
    if SALUTATION.match(line.said) and SALUTATION.match(following.said[:-1] + "，"):
        return False
    if line.is_broken_for_certain:
        return True
    if following.after_blank:
        return len(line.said) >= TOO_LONG_FOR_A_TITLE
    return line.width >= FULL * widths.get(line.start, float("inf")) or _word_goes_on(line.said, following.said)


def _word_goes_on(said: str, following: str) -> bool:
    """Whether the last characters of a line make a word or a number with the first of the next one."""
    left, right = said[-LONGEST_WORD:], following[:LONGEST_WORD]
    if len(said) < SHORTEST_BROKEN:
        return False
    if left[-1].isdecimal() and right[0].isdecimal():
        return DATE_AT_END.search(said) is None
    if not WORDS_ONLY.fullmatch(left[-1] + right[0]):
        return False
    return not is_border(left + right, len(left), (0, len(left + right)))
