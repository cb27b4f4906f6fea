"""Only outcomes that meet are tried for a link, and no link is lost by it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest

from silkgraph.extraction import read_folder
from silkgraph.model import Outcome, Reading
from silkgraph.read.documents import document_folders
from silkgraph.relate import links
from silkgraph.relate.candidates import KEYS, pairs
from silkgraph.relate.links import find_links
from silkgraph.relate.rules import FOLLOWING, SAME, Rule, name_continued, particulars_shared

Tell = Callable[..., Reading]


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return [read_folder(folder) for folder in document_folders()]


def every_pair(later: Sequence[Outcome], earlier: Sequence[Outcome], wanted: object) -> Iterator[tuple[int, int]]:
    return ((one, other) for one in range(len(later)) for other in range(len(earlier)))


def test_it_is_known_of_every_rule_what_it_rests_on() -> None:
    assert set(KEYS) == {*SAME, *FOLLOWING}


def test_trying_every_pair_gives_the_same_links(readings: list[Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    found = find_links(readings)
    monkeypatch.setattr(links, "pairs", every_pair)
    assert find_links(readings) == found
    assert len(found) > 50


def test_trying_every_pair_gives_the_same_links_when_the_outcomes_are_told_elsewhere(
    readings: list[Reading], told: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(2019)
    outcomes = [outcome for reading in readings for outcome in reading.outcomes]
    drawn = chance.sample(outcomes, 160)
    again = [replace(outcome, status="announced") for outcome in chance.sample(drawn, 40)]
    documents = (("list", "2017"), ("statement", "2023"), ("report", None))
    scattered = [
        told(name, forum, *chance.sample(drawn, 60), *again[part::3]) for part, (name, forum) in enumerate(documents)
    ]
    found = find_links(scattered)
    monkeypatch.setattr(links, "pairs", every_pair)
    assert find_links(scattered) == found
    assert {link.reason for link in found} >= {"same-label", "proposal-realised", "name-continued"}


@pytest.mark.parametrize(
    ("rule", "earlier", "later", "meet"),
    [
        (name_continued, "“一带一路”新闻合作联盟", "第三届“一带一路”新闻合作联盟理事会议", True),
        (name_continued, "“一带一路”新闻合作联盟", "“一带一路”智库合作联盟理事会", False),
        (particulars_shared, "“一带一路”科技创新合作行动计划", "“一带一路”科技创新行动计划", True),
        (particulars_shared, "合作协议", "合作谅解备忘录", False),
    ],
)
def test_outcomes_meet_where_the_rule_could_link_them(
    rule: Rule, earlier: str, later: str, meet: bool, told: Tell, readings: list[Reading]
) -> None:
    like = readings[0].outcomes[0]
    names = [told(name, "2023", replace(like, label=name)).outcomes for name in (later, earlier)]
    assert list(pairs(*names, [rule])) == ([(0, 0)] if meet else [])
