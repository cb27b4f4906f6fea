"""A text cut into pieces at the edges of passages."""

from __future__ import annotations

from silkgraph.pages.marking import Piece, Read, marked, share_read

TEXT = "（三）中国政府与匈牙利政府签署谅解备忘录，与老挝政府签署合作规划。\n二、推进"


def read(words: str, iri: str = "outcome", kind: str = "agreement", what: str = "Outcome") -> Read:
    start = TEXT.index(words)
    return Read(iri, kind, what, f"passage/{start}", start, start + len(words))


def test_passages_are_cut_out_of_their_line() -> None:
    first, second = read("中国政府与匈牙利政府签署谅解备忘录", "1"), read("与老挝政府签署合作规划", "2")

    (line, _) = marked(TEXT, 0, len(TEXT), [first, second])

    assert line.pieces == (
        Piece("（三）"),
        Piece("中国政府与匈牙利政府签署谅解备忘录", (first,)),
        Piece("，"),
        Piece("与老挝政府签署合作规划", (second,)),
        Piece("。"),
    )


def test_the_shortest_of_overlapping_passages_comes_first() -> None:
    inner, outer = read("老挝政府"), read("与老挝政府签署合作规划", "2")

    (line, _) = marked(TEXT, 0, len(TEXT), [outer, inner])

    assert [piece.over for piece in line.pieces if piece.text == "老挝政府"] == [(inner, outer)]


def test_lines_keep_their_number_and_empty_ones_are_left_out() -> None:
    lines = marked("甲\n\n\r\n乙", 0, 6, [])

    assert [(line.number, line.pieces) for line in lines] == [(1, (Piece("甲"),)), (4, (Piece("乙"),))]


def test_an_unread_clause_looks_unread_whatever_else_lies_over_it() -> None:
    clause = read("签署合作规划", kind="", what="UnreadClause")

    (line, _) = marked(TEXT, 0, len(TEXT), [read("与老挝政府签署合作规划"), clause])

    assert [piece.look for piece in line.pieces] == ["", "agreement", "unread", ""]


def test_the_share_counts_each_character_once() -> None:
    assert share_read([read("老挝政府"), read("老挝"), read("推进", what="UnreadClause")], 40) == 0.1
