"""The page of a body: its names and how they were told, what it did and with whom, what recurs."""

from __future__ import annotations

from collections import defaultdict

from silkgraph.pages.asking import Asking, iris
from silkgraph.pages.outcome_list import Entry, by_document, counted, entries
from silkgraph.pages.page import Page, Source
from silkgraph.pages.statements import Statements

_QUESTIONS = ("body-outcomes", "body-partners", "body-names", "body-changes", "body-follow-ups")


async def body_page(thing: str, said: Statements, asking: Asking, source: Source) -> Page:
    """The page of a body."""
    outcomes, partners, written, changes, follow_ups = await asking.all(_QUESTIONS, thing)
    names = await asking.names({*said.iris(), *iris(outcomes, partners, written, changes, follow_ups), thing})
    found = entries(outcomes, partners)
    title, other = said.title(asking.tongue, thing)
    return Page(
        "body.html",
        title,
        {
            "said": said,
            "other_title": other,
            "groups": by_document(found),
            "total": len(found),
            "domains": counted((entry.domain, entry.year) for entry in found),
            "recurring": recurring(found),
            "follow_ups": follow_ups,
            "written": written,
            "changes": changes,
            "names": names,
        },
    )


def recurring(found: list[Entry]) -> list[tuple[str, list[str], int]]:
    """The bodies it acts with in two years or more: body, years, outcomes."""
    years: defaultdict[str, set[str]] = defaultdict(set)
    times: defaultdict[str, int] = defaultdict(int)
    for entry in found:
        for other in entry.others:
            years[other].add(entry.year)
            times[other] += 1
    met = [(other, sorted(held), times[other]) for other, held in years.items() if len(held) > 1]
    return sorted(met, key=lambda one: (-len(one[1]), -one[2], one[0]))
