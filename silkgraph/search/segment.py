"""Cutting a question into words that the index knows."""

from __future__ import annotations

from collections.abc import Collection

LONGEST_WORD = 12


def words_of(question: str, vocabulary: Collection[str]) -> list[str]:
    """The words of a question: known words as long as possible from the left, other characters one by one.

    >>> words_of("绿色金融合作", {"绿色", "金融", "合作", "绿", "色"})
    ['绿色', '金融', '合作']
    """
    words = []
    for piece in question.split():
        position = 0
        while position < len(piece):
            end = _end_of_word(piece, position, vocabulary)
            word = piece[position:end]
            if any(map(str.isalnum, word)):
                words.append(word)
            position = end
    return words


def parts_of(word: str, vocabulary: Collection[str]) -> list[str]:
    """The shorter known words that a long one is made of; nothing where it is not made of such."""
    if word.isascii():
        return []
    parts = []
    position = 0
    while position < len(word):
        end = _end_of_word(word, position, vocabulary, longest=len(word) - 1)
        if word[position:end] not in vocabulary:
            return []
        parts.append(word[position:end])
        position = end
    return parts


def _end_of_word(text: str, start: int, vocabulary: Collection[str], longest: int = LONGEST_WORD) -> int:
    if text[start].isascii() and text[start].isalnum():
        end = start + 1
        while end < len(text) and text[end].isascii() and text[end].isalnum():
            end += 1
        return end
    for end in range(min(len(text), start + longest), start + 1, -1):
        if text[start:end] in vocabulary:
            return end
    return start + 1
