"""Where documents that speak of the same thing do not say the same.

Nothing is smoothed over: each difference is kept, with what either document says. Outcomes that are linked as the same
are compared in name, kind, status, parties and money; figures that count the same thing, in their value.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, product
from typing import Literal

from silkgraph.model import Amount, Figure, Outcome, Reading
from silkgraph.relate.candidates import RECALLED
from silkgraph.relate.links import Link, in_order
from silkgraph.relate.names import exact, names
from silkgraph.relate.rules import acting, shares

Aspect = Literal["name", "kind", "status", "parties", "money", "value"]
"""In what two documents differ; ``ontology/reading.ttl`` says what each means."""

_EDITION = re.compile(r"第([一二三四五六七八九十])届.*高峰论坛")
_ITSELF = re.compile(r"^(?:清单|论坛|本届论坛|(?:“一带一路”国际合作)?高峰论坛)")
"""How a document of a forum speaks of the forum and of itself."""
_NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class OutcomeDiscrepancy:
    """Two outcomes that are the same and of which the documents say different things."""

    later: Outcome
    earlier: Outcome
    aspect: Aspect
    words: str
    earlier_words: str


@dataclass(frozen=True, slots=True)
class FigureDiscrepancy:
    """Two figures that count the same thing and have different values."""

    later: Figure
    earlier: Figure
    aspect: Aspect
    words: str
    earlier_words: str


Discrepancy = OutcomeDiscrepancy | FigureDiscrepancy


def find_discrepancies(readings: Iterable[Reading], links: Iterable[Link], forums: Sequence[str]) -> list[Discrepancy]:
    """All differences, in a fixed order whatever that of the readings.

    Args:
        links: those between the outcomes of the readings (``find_links``).
        forums: the years of the editions of the forum, the first first (第二届 is the second of them).
    """
    same = (link for link in links if link.property == "sameOutcomeAs")
    found: list[Discrepancy] = [difference for link in same for difference in _of_outcomes(link)]
    return found + list(_of_figures(in_order(readings), forums))


def _of_outcomes(link: Link) -> Iterator[OutcomeDiscrepancy]:
    later, earlier = link.later, link.earlier

    def differ(aspect: Aspect, words: str, earlier_words: str) -> OutcomeDiscrepancy:
        return OutcomeDiscrepancy(later, earlier, aspect, words, earlier_words)

    if link.reason != "issuer-in-name" and exact(later.label) != exact(earlier.label):
        yield differ("name", later.label, earlier.label)
    if later.kind != earlier.kind:
        yield differ("kind", later.kind, earlier.kind)
    if later.status != earlier.status:
        yield differ("status", later.status, earlier.status)
    here, there = acting(later, events=True), acting(earlier, events=True)
    if here and there and not shares(here, there):
        yield differ("parties", "、".join(body.name for body in here), "、".join(body.name for body in there))
    if later.amounts and earlier.amounts and set(later.amounts) != set(earlier.amounts):
        yield differ("money", _written(later.amounts), _written(earlier.amounts))


def _written(amounts: Iterable[Amount]) -> str:
    return "；".join(f"{amount.value.normalize():f} {amount.currency}" for amount in amounts)


def _of_figures(readings: Sequence[Reading], forums: Sequence[str]) -> Iterator[FigureDiscrepancy]:
    """Figures of different documents that count the same thing, and differ in value or in how exact they are."""
    counting: defaultdict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for reading in readings:
        for figure in reading.figures:
            counting[_counted(figure, reading, forums)].append(figure)
    for figures in counting.values():
        yield from _differing(figures)


def _differing(figures: Sequence[Figure]) -> Iterator[FigureDiscrepancy]:
    """The differences among figures that count the same, the earliest first; of two documents each said once.

    Each document is compared with the latest ``RECALLED`` before it, as with outcomes.
    """
    documents = [list(of_one) for _, of_one in groupby(figures, key=lambda figure: figure.document)]
    found: dict[tuple[object, ...], tuple[int, FigureDiscrepancy]] = {}
    for place, here in enumerate(documents):
        for before in range(max(0, place - RECALLED), place):
            for earlier, later in product(documents[before], here):
                said, said_earlier = _value(later), _value(earlier)
                if said != said_earlier:
                    difference = FigureDiscrepancy(later, earlier, "value", later.passage.quote, earlier.passage.quote)
                    found.setdefault((place, said, before, said_earlier), (before, difference))
    yield from (difference for _, difference in sorted(found.values(), key=lambda placed: placed[0]))


def _counted(figure: Figure, reading: Reading, forums: Sequence[str]) -> tuple[str, ...]:
    """What a figure counts, so that figures of other documents can be compared with it.

    Of a forum's own figures the last word of the measure says what is counted (形成务实成果, 具体成果); of others the
    whole measure does, and the time it is true for.
    """
    forum = _forum(figure, reading, forums)
    if forum is not None:
        return ("forum", forum, names().counted(figure.measure), figure.unit)
    return (exact(figure.subject), names().plain(figure.measure), figure.unit, figure.as_of or "")


def _forum(figure: Figure, reading: Reading, forums: Sequence[str]) -> str | None:
    """The year of the forum that a figure is about."""
    edition = _EDITION.search(figure.subject)
    if edition:
        number = _NUMERALS.index(edition[1])
        return forums[number] if number < len(forums) else None
    return reading.document.forum if _ITSELF.match(figure.subject) else None


def _value(figure: Figure) -> tuple[object, ...]:
    return figure.value, figure.upper, figure.qualifier
