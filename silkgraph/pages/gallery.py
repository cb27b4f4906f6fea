"""The page of pictures: partner countries, domains by forum, bodies that recur, and the way from forum to region."""

from __future__ import annotations

from collections import Counter

from silkgraph.pages.asking import Asking, iris
from silkgraph.pages.outcome_list import counted
from silkgraph.pages.page import Page
from silkgraph.pages.pictures.network import network
from silkgraph.pages.pictures.sankey import regions, sankey
from silkgraph.pages.pictures.world import code_of, country_map
from silkgraph.pages.terms import Rows, Text

_QUESTIONS = ("picture-countries", "picture-domains", "picture-network", "picture-flow")


async def gallery_page(asking: Asking, name: str) -> Page:
    """The page of pictures; ``name`` is its title."""
    countries, domains, links, flows = await asking.all(_QUESTIONS)
    names = await asking.names(iris(countries, domains, links, flows))
    forums = sorted({row["forum"].value for row in domains})
    counts = counted(
        ((row["domain"].value, row["forum"].value) for row in domains for _ in range(int(row["outcomes"].value))), forums
    )
    return Page(
        "gallery.html",
        Text(name, asking.tongue),
        {
            "map": country_map([(row["country"].value, int(row["outcomes"].value)) for row in countries]),
            "countries": countries,
            "domains": counts,
            "network": network([(row["one"].value, row["other"].value, row["outcomes"].number) for row in links]),
            "hubs": sorted({row["one"].value for row in links}),
            "links": links,
            "sankey": sankey(_flows(flows, asking.tongue), order=forums),
            "flows": Counter(dict(_flows(flows, asking.tongue))).most_common(),
            "names": names,
        },
    )


def _flows(rows: Rows, tongue: str) -> list[tuple[tuple[str, str, str], int]]:
    """Forum, domain, name of the region, and how many outcomes."""
    sums: Counter[tuple[str, str, str]] = Counter()
    for row in rows:
        _, region = regions().get(code_of(row["country"].value), ("other", {"en": "Other", "zh": "其他"}))
        sums[row["forum"].value, row["domain"].value, region[tongue]] += int(row["outcomes"].value)
    return sorted(sums.items())
