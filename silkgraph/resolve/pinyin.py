"""Chinese in Latin letters, as pypinyin reads it, remembering the words that come often (银行, 合作, 中国)."""

from __future__ import annotations

import functools

from pypinyin.constants import RE_HANS
from pypinyin.core import Pinyin
from pypinyin.seg import mmseg

_READER = Pinyin()


def pinyin(text: str) -> list[str]:
    """The syllables of a text without tones, like ``pypinyin.lazy_pinyin(text)``; what is not Chinese stays as it is.

    >>> pinyin("银行合作2023")
    ['yin', 'hang', 'he', 'zuo', '2023']
    """
    words = mmseg.seg.cut(text) if RE_HANS.match(text) else _READER.seg(text)  # what is all Chinese is not split first
    return [syllable for word in words for syllable in _syllables(word)]


@functools.lru_cache(maxsize=20_000)
def _syllables(word: str) -> tuple[str, ...]:
    return tuple(_READER.lazy_pinyin([word]))
