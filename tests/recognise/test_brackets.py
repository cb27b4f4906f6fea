"""Where a text may be cut."""

from __future__ import annotations

from silkgraph.recognise.brackets import bounded, bracketed, depths, sentences, trim


def test_a_sentence_is_not_cut_inside_a_quotation() -> None:
    text = "广泛开展“欢乐春节”“你好！中国”等活动。中国在44个国家设立中心；在18个国家设立办事处。"
    found = [text[start:end] for start, end in sentences(text, (0, len(text)))]
    assert found == ["广泛开展“欢乐春节”“你好！中国”等活动", "中国在44个国家设立中心", "在18个国家设立办事处"]


def test_a_bracket_that_is_never_closed_counts_for_nothing() -> None:
    assert list(depths("签署《协议，发布（报告）")) == [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1]


def test_nested_titles_are_one_outermost_span() -> None:
    text = "发布《关于落实〈规划〉的意见》和《展望》"
    assert [text[start:end] for start, end in bracketed(text, (0, len(text)), "《")] == [
        "《关于落实〈规划〉的意见》",
        "《展望》",
    ]


def test_trim_takes_marks_off_both_ends() -> None:
    assert trim("，签署协议。", (0, 6)) == (1, 5)


def test_what_nobody_would_write_in_one_sentence_is_read_in_parts() -> None:
    text = "甲" * 60 + "，" + "乙" * 100

    assert list(bounded(text, (0, len(text)), 100)) == [(0, 61), (61, 161)]
    assert list(bounded(text, (0, len(text)), 200)) == [(0, 161)]


def test_a_line_end_is_a_better_place_to_cut_than_a_full_stop() -> None:
    assert list(bounded("甲乙丙丁戊己\n庚。辛壬", (0, 11), 10)) == [(0, 7), (7, 11)]
    assert list(bounded("甲" * 25, (3, 25), 10)) == [(3, 13), (13, 23), (23, 25)]


def test_brackets_that_are_not_closed_count_for_nothing() -> None:
    assert list(depths("（《“甲”》乙")) == [0, 1, 2, 2, 2, 1, 0]
    assert list(depths("“甲《乙”丙》")) == [1, 1, 1, 1, 1, 0, 0]
