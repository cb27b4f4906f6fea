"""Links between outcomes of different documents: the same outcome told twice, and one that carries on another.

A link is made only where it is certain, and each has its reason and the words of both documents that it rests on.
The rules are in ``rules.py``, in the order in which they are tried; a pair of outcomes has at most one link. They are
tried on the outcomes that have something in common that a rule could rest on (``candidates.py``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from silkgraph.model import Passage, Reading
from silkgraph.relate.candidates import meetings
from silkgraph.relate.rules import FOLLOWING, SAME, Link, Pair, Reason, Rule

__all__ = ["Link", "Reason", "find_links", "in_order"]


def find_links(readings: Iterable[Reading]) -> list[Link]:
    """All links, at most one between two outcomes, in a fixed order whatever that of the readings."""
    ordered = in_order(readings)
    founded = [_founded(reading) for reading in ordered]
    found: list[tuple[tuple[int, ...], Link]] = []
    for meeting in meetings([reading.outcomes for reading in ordered]):
        later, earlier = ordered[meeting.document], ordered[meeting.earlier_document]
        link = _between(later, meeting.outcome, earlier, meeting.earlier, founded[meeting.document])
        if link is not None:
            found.append(((meeting.earlier_document, meeting.document, meeting.outcome, meeting.earlier), link))
    found.sort(key=lambda placed: placed[0])
    return list(_once_the_same([link for _, link in found]))


def in_order(readings: Iterable[Reading]) -> list[Reading]:
    """The readings by the dates of their documents; one without a date says nothing of before and after."""
    dated = (reading for reading in readings if reading.document.issued or reading.document.forum)
    return sorted(dated, key=lambda reading: (_date(reading), reading.document.identifier))


def _date(reading: Reading) -> tuple[int, date]:
    """The year that a document is about, its forum's if it is of one, and when it was issued."""
    document = reading.document
    year = int(document.forum) if document.forum else document.issued.year if document.issued else 0
    return year, document.issued or date(year, 12, 31)


def _between(
    later: Reading, outcome: int, earlier: Reading, other: int, founded: Mapping[Passage, frozenset[str]]
) -> Link | None:
    """The link between two outcomes, by their places in their documents; with what passages of the later one found."""
    one = later.outcomes[outcome]
    same_forum = later.document.forum is not None and later.document.forum == earlier.document.forum
    report = later.document.forum is None or earlier.document.forum is None
    rules = SAME if same_forum or _date(later) == _date(earlier) else (*SAME, *FOLLOWING)
    return _link(Pair(one, earlier.outcomes[other], same_forum, report, founded.get(one.passage, frozenset())), rules)


def _founded(reading: Reading) -> Mapping[Passage, frozenset[str]]:
    """The bodies that outcomes of each passage set up."""
    found: defaultdict[Passage, set[str]] = defaultdict(set)
    for outcome in reading.outcomes:
        if outcome.establishes:
            found[outcome.passage].update(body.identifier for body in outcome.establishes)
    return {passage: frozenset(bodies) for passage, bodies in found.items()}


def _link(pair: Pair, rules: Sequence[Rule]) -> Link | None:
    """The link between two outcomes that the first fitting rule makes."""
    return next((link for rule in rules if (link := rule(pair)) is not None), None)


def _once_the_same(links: Sequence[Link]) -> Iterator[Link]:
    """The links, a body that several forums report as set up being carried on by a report that names it once more.

    ``“一带一路”生态环保大数据服务平台`` was set up in 2017 and started in 2019: which of the two the white paper
    means is not certain, so it follows up both.
    """
    same = defaultdict(set)
    for link in links:
        if link.property == "sameOutcomeAs" and link.later.kind == "institution":
            same[link.later].add(link.earlier.document)
    for link in links:
        if link.property == "sameOutcomeAs" and len(same[link.later]) > 1:
            yield replace(link, property="followsUp", reason="name-continued")
        else:
            yield link
