"""Known names in a text."""

from __future__ import annotations

from silkgraph.recognise.gazetteer import Gazetteer


def test_the_longest_name_wins_and_matches_do_not_overlap() -> None:
    gazetteer = Gazetteer.of(["中国", "中国银行", "老挝"])
    text = "中国银行与老挝、中国"
    assert [text[start:end] for start, end in gazetteer.find(text, 0, len(text))] == ["中国银行", "老挝", "中国"]


def test_a_name_that_reaches_beyond_the_span_is_not_found() -> None:
    assert Gazetteer.of(["中国银行"]).find("中国银行", 0, 3) == []
