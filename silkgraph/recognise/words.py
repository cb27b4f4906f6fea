"""Words of a text, by jieba with the lexicon's verbs added: a verb counts only as a whole word."""

from __future__ import annotations

import functools
import logging
from typing import Any

from silkgraph.recognise.lexicon import lexicon


@functools.cache
def _tokenizer() -> Any:
    import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    for form in lexicon().verbs:
        tokenizer.add_word(form, 20000)
    return tokenizer


def words(text: str) -> list[tuple[int, str]]:
    """The words of ``text`` with their offsets, without guessing words that no dictionary has."""
    result = []
    position = 0
    for word in _tokenizer().cut(text, HMM=False):
        result.append((position, word))
        position += len(word)
    return result
