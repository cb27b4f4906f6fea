"""A look at the first or last characters never changes what is found."""

from __future__ import annotations

import pytest

from silkgraph.recognise.patterns import last_character, watchful


@pytest.mark.parametrize(
    ("expression", "watching"),
    [
        ("建成|(?:隧道)?贯通", "(?=[建贯隧][成通道])(?:建成|(?:隧道)?贯通)"),
        (
            r"(?<!第)(?P<hedge>约)?(?P<number>\d+|[一-三])个",
            r"(?=[\d一-三约][\d一-三个])(?:(?<!第)(?P<hedge>约)?(?P<number>\d+|[一-三])个)",
        ),
        ("设立|新?建(?=.)|办", "(?=[新设][建立]|[办建])(?:设立|新?建(?=.)|办)"),
        ("(?:已|也)*(?:签|订)立(?!者)", "(?=[也已签订][也已立签订])(?:(?:已|也)*(?:签|订)立(?!者))"),
    ],
)
def test_the_first_two_characters_are_asked_for_first(expression: str, watching: str) -> None:
    assert watchful(expression).pattern == watching


@pytest.mark.parametrize("expression", ["开展|实施", "被", "下(?:建立|设立)", "首(?:次|批)|准入$"])
def test_a_few_words_are_found_without_a_look(expression: str) -> None:
    assert watchful(expression).pattern == expression


@pytest.mark.parametrize("expression", ["[^，]{0,4}期间", "(?:将)?(?:于)?", ".*建成", "$|建成", "(将)?\\1"])
def test_an_expression_that_may_begin_with_anything_stays_as_it_is(expression: str) -> None:
    assert watchful(expression).pattern == expression


def test_what_is_found_is_what_is_found_without() -> None:
    pattern = watchful("(?P<built>建成(?:通车)?|(?:全线)?贯通$)|(?P<serves>为(?=[^，]{2,}提供))")

    found = [
        (match.span(), match.lastgroup) for match in pattern.finditer("为各方提供服务，大桥建成通车，隧道全线贯通")
    ]

    assert found == [((0, 1), "serves"), ((10, 14), "built"), ((17, 21), "built")]


def test_the_last_character_of_an_expression_of_time() -> None:
    asked = last_character(r"(?:\d+|[一二])年(?:底|内)?|日前")

    assert [character for character in "年底内日前一3" if asked.match(character)] == ["年", "底", "内", "前"]
    assert last_character(".*").match("x")
