"""Chinese in Latin letters."""

from __future__ import annotations

from pypinyin import lazy_pinyin

from silkgraph.knowledge.authority import Authority
from silkgraph.resolve.pinyin import pinyin


def test_a_character_is_read_as_its_word_wants_it() -> None:
    assert pinyin("中国银行行长重庆之行") == "zhong guo yin hang hang zhang chong qing zhi xing".split()


def test_what_is_no_chinese_stays() -> None:
    assert pinyin("APEC“数字丝路”2023") == ["APEC“", "shu", "zi", "si", "lu", "”2023"]


def test_names_are_read_as_pypinyin_reads_them() -> None:
    names = [entry.name_zh for entry in Authority.load().entries.values()]

    assert [pinyin(name) for name in names] == [lazy_pinyin(name) for name in names]
