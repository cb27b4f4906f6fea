"""Only outcomes that meet are tried for a link, and no link is lost by it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest
from known_readings import all_readings

from silkgraph.model import Outcome, Reading
from silkgraph.relate import links
from silkgraph.relate.candidates import KEYS, RECALLED, Meeting
from silkgraph.relate.links import find_links
from silkgraph.relate.rules import FOLLOWING, SAME, Rule, name_continued, particulars_shared

Tell = Callable[..., Reading]


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return all_readings()


def every_meeting(documents: Sequence[Sequence[Outcome]]) -> Iterator[Meeting]:
    for later, outcomes in enumerate(documents):
        for earlier, others in enumerate(documents[:later]):
            yield from (
                Meeting(later, one, earlier, other) for one in range(len(outcomes)) for other in range(len(others))
            )


def test_it_is_known_of_every_rule_what_it_rests_on() -> None:
    assert set(KEYS) == {*SAME, *FOLLOWING}


@pytest.mark.slow
def test_trying_every_pair_gives_the_same_links(readings: list[Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    found = find_links(readings)
    monkeypatch.setattr(links, "meetings", every_meeting)
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
    monkeypatch.setattr(links, "meetings", every_meeting)
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
    offers, seeks = KEYS[rule]
    offered = {key for keys in offers for key in keys(replace(like, label=earlier, kind="institution"))}
    sought = {key for keys in seeks for key in keys(replace(like, label=later))}
    assert bool(offered & sought) == meet


def test_what_many_documents_tell_is_linked_to_the_latest_of_them(told: Tell, readings: list[Reading]) -> None:
    initiative = next(o for r in readings for o in r.outcomes if o.label == "全球人工智能治理倡议")
    documents = [told(f"document-{number}", "2023", initiative) for number in range(RECALLED + 3)]

    links = find_links(documents)

    last = [link.earlier.document for link in links if link.later.document == documents[-1].document.identifier]
    assert last == [document.document.identifier for document in documents[2:-1]]
    assert {link.reason for link in links} == {"same-label"}
