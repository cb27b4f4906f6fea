"""Words of a text, by jieba with the lexicon's verbs added: a verb counts only as a whole word."""

from __future__ import annotations

import functools
import logging
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

from silkgraph.recognise.lexicon import any_of, called, lexicon
from silkgraph.recognise.patterns import watchful

_STRETCH = re.compile(r"[^，。；！？\n]+")
"""A clause; jieba never joins characters across these marks, so each can be cut by itself."""
_SIDE = re.compile(r"[^大新同反逆主某单多]方(?=向|便|面向)")
"""中方, 乌方 at the beginning of a clause: 中方|向, not 中|方向."""
_BRACKETED = re.compile(r"《[^《》]*》|“[^“”]*”|（[^（）]*）")
_WITHIN = ("年内", "月内", "周内", "期内")
"""Times that the dictionary cuts wrongly: 今年|年内|向, not 年|内向."""
_OFTEN = ("中方", "分别", "工商会", "一所", "一座", "一个", "一家", "一处", "一条", "一批", "一间", "一栋")
"""So often that 赞赏|中方|向 is no 中|方向, 交通运输部|分别 no 部分|别, 工商会|同 no 工商|会同,
援建|一所 no 援|建一所."""
_MISLEADING = ("部将", "内向", "革委会", "同塔", "同科", "同德", "向上", "向东", "向海")
"""No officers of old, shy people, revolutionary committees: 农业农村|部|将, 三年内|向, 改革委|会同;
同|塔方, 向|上合组织."""
_LONGEST_SOUND = 3
_RARE = 30
"""How often the dictionary has a word at most that is hardly more than a name."""
_LONGEST_WORD = 16
"""The dictionary has no longer ones."""


@functools.cache
def _tokenizer() -> Any:
    import jieba

    from silkgraph.recognise.segmentation import Tokenizer  # imports jieba, which is slow

    jieba.setLogLevel(logging.WARNING)
    tokenizer = Tokenizer()
    tokenizer.initialize()
    for form in (*lexicon().verbs, *_WITHIN, *called("行")):  # 亚投行|为, not 亚投|行为
        tokenizer.add_word(form, 20000)
    for word in _OFTEN:
        tokenizer.add_word(word, 60000)
    for word in _hiding_verbs(tokenizer):
        tokenizer.del_word(word)
    return tokenizer


def _hiding_verbs(tokenizer: Any) -> list[str]:
    """Words of the dictionary that are two of ours: 广泛|开展, 达成|协议, 双方|同意."""
    verbs, adverbs, heads = lexicon().verbs, lexicon().particles["adverbs"], lexicon().heads
    texts = [form for form, head in heads.items() if head.kind in ("agreement", "declaration")]
    joined = [adverb + verb for adverb in adverbs for verb in verbs]
    joined += [verb + text for verb in verbs for text in texts]
    joined += [those + said for those in ("双方", "各方", "两国", "三方") for said in lexicon().particles["statements"]]
    joined += _MISLEADING
    return [word for word in joined if word not in verbs and word not in heads and tokenizer.FREQ.get(word)]


@functools.cache
def _verb_form() -> re.Pattern[str]:
    return watchful(any_of(lexicon().verbs))


def words(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, str]]:
    """The words of the clauses of ``text[start:end]`` up to the last verb's form, with their offsets in ``text``.

    Only those are cut, and not what stands in brackets and quotation marks, since words are asked for only
    to tell a verb, and what stands before it, from a part of another word.
    Words that no dictionary has are not guessed.
    """
    stop = len(text) if end is None else end
    forms = [form.end() for form in _verb_form().finditer(text, start, stop)]
    result: list[tuple[int, str]] = []
    for stretch in _STRETCH.finditer(text, start, stop) if forms else ():
        first, last = bisect_right(forms, stretch.start()), bisect_right(forms, stretch.end())
        if first == last:
            continue
        pieces = _outside_brackets(text, *stretch.span())
        wanted = _last_within(forms[first:last], pieces)
        side = _SIDE.match(text, *pieces[0]) if pieces and pieces[0][0] == stretch.start() < wanted else None
        if side:
            result.append((side.start(), side.group()))
            pieces[0] = side.end(), pieces[0][1]
        for start, end in pieces:
            if start < wanted:
                result += _with_places(_tokenizer().words(text[start:end], wanted - start), start)
    return result


def _with_places(words: Sequence[str], start: int) -> Iterator[tuple[int, str]]:
    """The words of a stretch that begins at ``start``, each with its place."""
    return zip(accumulate(map(len, words), initial=start), words, strict=False)


def _last_within(places: Sequence[int], pieces: Sequence[tuple[int, int]]) -> int:
    """The last of some places that stands in one of the pieces; 0 where none does."""
    for place in reversed(places):
        for start, end in pieces:
            if start < place <= end:
                return place
    return 0


def _outside_brackets(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The pieces of a clause that stand in no brackets, across which jieba joins no characters."""
    pieces = []
    for bracketed in _BRACKETED.finditer(text, start, end):
        if bracketed.start() > start:
            pieces.append((start, bracketed.start()))
        start = bracketed.end()
    if end > start:
        pieces.append((start, end))
    return pieces


def _is_crossed(text: str, position: int, span: tuple[int, int]) -> bool:
    """Whether a word of the dictionary that stands in ``span`` reaches across a place.

    The dictionary holds the beginnings of its words too, with the frequency 0.
    """
    frequency = _tokenizer().FREQ.get
    start, end = span
    for begin in range(position - 1, max(start - 1, position - _LONGEST_WORD), -1):
        stop = position + 1
        count = frequency(text[begin:stop])
        while count == 0 and stop < end:
            stop += 1
            count = frequency(text[begin:stop])
        if count:
            return True
    return False


def begins_with_word(name: str) -> bool:
    """Whether the first word of a name is a common one (电力), and not what stands for its sound (默克)."""
    first = _tokenizer().words(name)[0]
    return len(first) > 1 and (len(first) > _LONGEST_SOUND or (_tokenizer().FREQ.get(first) or 0) > _RARE)


def word_borders(text: str, span: tuple[int, int], least: int | None = None) -> frozenset[int]:
    """Where words begin and end in ``span``, at least as far as ``least``: 新 ends no word in 中新社."""
    start, end = span
    found = _tokenizer().words(text[start:end], None if least is None else least - start)
    return frozenset(accumulate(map(len, found), initial=start))


def words_by_offset(text: str, span: tuple[int, int]) -> dict[int, str]:
    """The words of ``span`` by their offsets in ``text``."""
    return dict(_with_places(_tokenizer().words(text[span[0] : span[1]]), span[0]))


def is_border(text: str, position: int, span: tuple[int, int]) -> bool:
    """Whether a word begins or ends at ``position`` when ``span`` is cut into words."""
    return position in span or not _is_crossed(text, position, span) or position in word_borders(text, span, position)
