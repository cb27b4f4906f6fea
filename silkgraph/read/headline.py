"""The lines above the text: its title and subtitle, in which readers are told who meets whom, and at what.

``第三届中国—安第斯国家商品博览会在四川泸州开幕`` stands there once; the text below says 博览会.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from silkgraph.read.blocks import Block, split_blocks
from silkgraph.read.text import SourceText

Span = tuple[int, int]

MOST_LINES = 4
LONGEST_LINE = 200
"""A longer first line is the text itself."""
HEAD = 4000
"""The part of a text in which its title is looked for."""
MOST_BLANKS = 3
"""A line with more blanks than these has them between all its characters (中 国 与 老 挝), not between its parts."""
DATELINE_START = re.compile(r"[^，。]{0,12}(?:讯|电|消息)[（：]|【[^】]{2,12}】|尊敬的|各位")


def headline(text: SourceText) -> tuple[Span, ...]:
    """The parts of the title lines, in the normalised text.

    They are the lines before the first that is a sentence, has a number, or begins as a report or a
    speech does. A blank within a line parts two statements (``…举行会谈　两国关系提升为战略伙伴关系``).
    """
    spans: list[Span] = []
    for index, block in enumerate(split_blocks(text.text[:HEAD])[:MOST_LINES]):
        if not _is_title(block, is_first=index == 0):
            break
        spans += _parts(text, (block.start, block.end))
    return tuple(spans)


def _is_title(block: Block, is_first: bool) -> bool:
    if block.mark or block.box or len(block.said) > LONGEST_LINE or DATELINE_START.match(block.said):
        return False
    if is_first and (block.hashes or not block.said.endswith(("。", "；", "："))):
        return True
    return not block.is_sentence


def _parts(text: SourceText, span: Span) -> Iterator[Span]:
    """The span cut where the source has a blank, which the normalised text has not."""
    start, end = span
    blanks = [
        position
        for position in range(start + 1, end)
        if text.starts[position] > text.ends[position - 1] or text.text[position - 1] == " "
    ]
    if len(blanks) > MOST_BLANKS:
        blanks = []
    yield from zip([start, *blanks], [*blanks, end], strict=True)
