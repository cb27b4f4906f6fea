"""What a list of results shows of a text: the words that were searched for, marked, in what stands around them."""

from __future__ import annotations

import pytest

from silkgraph.pages.excerpt import LONGEST, excerpt


def marked(text: str, question: str) -> list[str]:
    """The pieces that are marked."""
    return [piece for piece, is_found in excerpt(text, question) if is_found]


@pytest.mark.parametrize(
    ("text", "question", "found"),
    [
        ("支持发展绿色金融。", "绿色金融", ["绿色金融"]),
        ("「綠色金融」與ＡＢＣ", "绿色金融 abc", ["綠色金融", "ＡＢＣ"]),
        ("金融合作与绿色发展", "绿色金融", ["金融", "绿色"]),
        ("Silk Road Fund, silkworms", "silk", ["Silk"]),
        ("Laos and laotian", "LAOS", ["Laos"]),
        ("中国与老挝", "中", ["中"]),
        ("《绿色金融》<b>", "绿色", ["绿色"]),
        ("没有这些词", "绿色金融", []),
        ("", "绿色", []),
        ("绿色", "", []),
    ],
)
def test_the_words_of_the_question_are_marked(text: str, question: str, found: list[str]) -> None:
    assert marked(text, question) == found
    assert "".join(piece for piece, _ in excerpt(text, question)) == text


def test_a_long_text_is_cut_around_what_was_found() -> None:
    text = "甲" * 500 + "金融" + "乙" * 100 + "绿色" + "丙" * 500

    pieces = excerpt(text, "绿色金融")

    assert (pieces[0], pieces[-1]) == (("… ", False), (" …", False))
    assert [piece for piece, is_found in pieces if is_found] == ["金融", "绿色"]
    assert sum(len(piece) for piece, _ in pieces[1:-1]) == LONGEST


def test_a_long_text_without_them_begins_at_its_beginning() -> None:
    assert excerpt("甲" * 500, "绿色") == (("甲" * LONGEST, False), (" …", False))
    assert excerpt("甲" * LONGEST, "绿色") == (("甲" * LONGEST, False),)
