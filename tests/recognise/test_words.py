"""Words: a verb counts only as a whole word."""

from __future__ import annotations

from silkgraph.recognise.words import words


def test_a_verb_in_a_longer_word_is_not_one() -> None:
    assert (0, "发布会") in words("发布会由商务部主办。")
    assert (3, "发布") in words("商务部发布报告。")


def test_stretches_without_a_verb_are_not_cut() -> None:
    assert words("互利共赢，共同繁荣。") == []


def test_words_stand_at_their_offsets() -> None:
    text = "论坛上，中国商务部与老挝财政部签署协议。"
    assert all(text.startswith(word, position) for position, word in words(text))
    assert (15, "签署") in words(text)
