"""Where documents do not say the same of one thing, both are kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from silkgraph.model import Amount, Body, Figure, Kind, Outcome, Passage, Qualifier, Reading
from silkgraph.relate.discrepancies import find_discrepancies
from silkgraph.relate.links import find_links

Tell = Callable[..., Reading]
FORUMS = ("2017", "2019", "2023")
MINISTRY = Body("老挝工贸部", "LA", "ministry-or-agency", False, "la-industry", True)
FAIR = Body("茶叶博览会", None, "event-series", False, "tea-fair", True)


def outcome(label: str, kind: Kind = "declaration", *initiators: Body) -> Outcome:
    return Outcome("", "1", 1, Passage(0, 1, "中"), kind, label, "concluded", initiators, (), "strategy")


def figure(subject: str, measure: str, value: int, unit: str, qualifier: Qualifier = "exact") -> Figure:
    return Figure("", "1", 1, Passage(0, 1, "中"), subject, measure, Decimal(value), None, unit, qualifier, None)


def differences(*readings: Reading) -> list[tuple[str, str, str]]:
    links = find_links(readings)
    return [(d.aspect, d.words, d.earlier_words) for d in find_discrepancies(readings, links, FORUMS)]


def test_a_text_under_two_names_is_recorded_with_both(told: Tell) -> None:
    one = told("a", "2023", outcome("茶叶贸易和绿色种植国际合作框架协议", "publication"))
    other = told("b", "2023", outcome("茶叶贸易和绿色种植国际合作框架倡议"))
    assert differences(one, other) == [
        ("name", "茶叶贸易和绿色种植国际合作框架倡议", "茶叶贸易和绿色种植国际合作框架协议"),
        ("kind", "declaration", "publication"),
    ]


def test_status_initiators_and_money_are_compared(told: Tell) -> None:
    there = replace(outcome("国际茶叶合作联盟", "institution", FAIR), amounts=(Amount(Decimal(100), "CNY"),))
    here = replace(outcome("国际茶叶合作联盟", "institution", MINISTRY), amounts=(Amount(Decimal(120), "CNY"),))
    here = replace(here, status="announced")
    assert differences(told("a", "2023", there), told("b", "2023", here)) == [
        ("status", "announced", "concluded"),
        ("parties", "老挝工贸部", "茶叶博览会"),
        ("money", "120 CNY", "100 CNY"),
    ]


def test_documents_that_say_the_same_do_not_differ(told: Tell) -> None:
    readings = [told(name, "2023", outcome("国际茶叶合作联盟", "institution", MINISTRY)) for name in "ab"]
    assert find_links(readings)
    assert differences(*readings) == []


def test_a_round_number_of_a_forum_and_the_exact_one_are_both_kept(told: Tell) -> None:
    listed = told("list", "2017", figure("清单", "具体成果", 270, "项", "over"))
    report = told(
        "report",
        None,
        figure("第一届“一带一路”国际合作高峰论坛", "形成务实成果", 279, "项"),
        figure("第二届“一带一路”国际合作高峰论坛", "形成务实成果", 283, "项"),
    )
    (difference,) = find_discrepancies([listed, report], [], FORUMS)
    assert (difference.aspect, difference.later.document, difference.earlier.document) == ("value", "report", "list")
    assert isinstance(difference.later, Figure)
    assert difference.later.value == 279


@pytest.mark.parametrize(
    "other",
    [
        figure("中国", "茶叶出口额", 15, "USD"),
        figure("中国", "茶叶进口额", 20, "USD"),
        figure("老挝", "茶叶出口额", 20, "USD"),
        figure("中国", "茶叶出口额", 20, "CNY"),
    ],
    ids=["same value", "other measure", "other subject", "other unit"],
)
def test_figures_of_other_things_are_not_compared(told: Tell, other: Figure) -> None:
    one = told("a", "2023", figure("中国", "茶叶出口额", 15, "USD"))
    assert differences(one, told("b", "2023", other)) == []


def test_figures_of_one_thing_are_compared(told: Tell) -> None:
    one = told("a", "2023", figure("中国", "茶叶出口额", 15, "USD"))
    (difference,) = find_discrepancies([one, told("b", "2023", figure("中国", "茶叶出口额", 16, "USD"))], [], FORUMS)
    assert difference.aspect == "value"
