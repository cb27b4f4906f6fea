"""The page of pictures: partner countries, domains by forum, bodies that recur, and the way from forum to region."""

from __future__ import annotations

import asyncio
from collections import Counter

from silkgraph.pages.asking import Asking, iris
from silkgraph.pages.outcome_list import counted
from silkgraph.pages.page import Page
from silkgraph.pages.pictures.network import network
from silkgraph.pages.pictures.sankey import regions, sankey
from silkgraph.pages.pictures.world import code_of, country_map
from silkgraph.pages.terms import Rows, Text
from silkgraph.pages.wording import words

MOST_DOMAINS = 14
"""Domains that the flow shows by themselves."""
_QUESTIONS = ("picture-countries", "picture-domains", "picture-network", "picture-flow")


async def gallery_page(asking: Asking, name: str) -> Page:
    """The page of pictures; ``name`` is its title."""
    countries, domains, links, flows = await asking.all(_QUESTIONS)
    names = await asking.names(iris(countries, domains, links, flows))
    forums = sorted({row["forum"].value for row in domains})
    counts = counted(
        ((row["domain"].value, row["forum"].value) for row in domains for _ in range(int(row["outcomes"].value))),
        forums,
    )
    pairs = [(row["one"].value, row["other"].value, row["outcomes"].number) for row in links]
    return Page(
        "gallery.html",
        Text(name, asking.tongue),
        {
            "map": country_map([(row["country"].value, int(row["outcomes"].value)) for row in countries]),
            "countries": countries,
            "domains": counts,
            "years": [forum.rpartition("/")[2] for forum in forums],
            "network": await asyncio.to_thread(network, pairs),
            "hubs": sorted({row["one"].value for row in links}),
            "links": links,
            "sankey": sankey(
                _flows(flows, asking.tongue),
                order=forums,
                last=(words(asking.tongue).other_domains, words(asking.tongue).no_country),
            ),
            "flows": Counter(dict(_flows(flows, asking.tongue))).most_common(),
            "names": names,
        },
    )


def _flows(rows: Rows, tongue: str) -> list[tuple[tuple[str, str, str], int]]:
    """Forum, domain, name of the region, and how many outcomes; the smaller domains are joined."""
    by_domain: Counter[str] = Counter()
    for row in rows:
        by_domain[row["domain"].value] += int(row["outcomes"].value)
    own = {domain for domain, _ in sorted(by_domain.items(), key=lambda one: (-one[1], one[0]))[:MOST_DOMAINS]}
    sums: Counter[tuple[str, str, str]] = Counter()
    for row in rows:
        domain = row["domain"].value if row["domain"].value in own else words(tongue).other_domains
        _, region = regions().get(code_of(row["country"].value), ("", {}))
        name = region[tongue] if region else words(tongue).no_country
        sums[row["forum"].value, domain, name] += int(row["outcomes"].value)
    return sorted(sums.items())
