"""Words: a verb counts only as a whole word."""

from __future__ import annotations

from silkgraph.recognise.words import words


def test_a_verb_in_a_longer_word_is_not_one() -> None:
    assert (0, "发布会") in words("发布会由商务部主办。")
    assert (3, "发布") in words("商务部发布报告。")


def test_the_short_name_of_a_bank_is_a_word_before_为() -> None:
    assert [word for _, word in words("亚投行为孟加拉国提供贷款")][:2] == ["亚投行", "为"]


def test_stretches_without_a_verb_are_not_cut() -> None:
    assert words("互利共赢，共同繁荣。") == []


def test_words_stand_at_their_offsets() -> None:
    text = "论坛上，中国商务部与老挝财政部签署协议。"
    assert all(text.startswith(word, position) for position, word in words(text))
    assert (15, "签署") in words(text)


def test_words_are_those_of_jieba() -> None:
    import jieba

    from silkgraph.recognise.segmentation import Tokenizer

    ours, theirs = Tokenizer(), jieba.Tokenizer()
    sentences = (
        "中国政府与匈牙利政府签署关于共同编制中匈合作规划纲要的谅解备忘录",
        "研究生命的起源",
        "第3届APEC数字经济2023年会 在上海举行",
        "㐀囍𠀀签署",
        "",
    )

    for sentence in sentences:
        assert ours.words(sentence) == list(theirs.cut(sentence, HMM=False))
        assert list(ours.cut(sentence, HMM=False)) == list(theirs.cut(sentence, HMM=False))


def test_only_what_leads_up_to_a_verb_is_cut_and_nothing_in_brackets() -> None:
    found = words("中国政府（甲）签署“乙”谅解备忘录，会议地点不变")

    assert [word for _, word in found] == ["中国政府", "签署"]
    assert found[-1] == (7, "签署")
