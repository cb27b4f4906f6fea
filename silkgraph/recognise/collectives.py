"""Bodies that a text speaks of without naming them: ``塞尔维亚企业``, ``两国智库``, ``缅甸地震灾区``, a bare ``公司``.

The words are in ``extract/lexicon/collectives.toml``.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

from silkgraph.locations import knowledge
from silkgraph.recognise.lexicon import any_of, read_table


@dataclass(frozen=True, slots=True)
class Collectives:
    """The words, as sets and as expressions that match any of them."""

    of_a_country: frozenset[str]
    """Of these a country has many: 塞尔维亚企业 is nobody in particular."""
    of_states: str
    of_each: str
    shared: str
    bare: frozenset[str]
    """Mere kinds of bodies, each of which may mean one that the text has named."""
    missions: frozenset[str]
    """How the mission calls itself whose paper a text is, beside others: ``使馆和孔子学院联合举办``."""
    disasters: str
    victims: str


@functools.cache
def collectives() -> Collectives:
    """The project's; read once."""
    table = read_table(knowledge("extract") / "lexicon" / "collectives.toml")
    return Collectives(
        of_a_country=frozenset(table["of_a_country"]),
        of_states=any_of(table["of_states"]),
        of_each=any_of(table["of_each"]),
        shared=any_of(table["shared"]),
        bare=frozenset(table["bare"]),
        missions=frozenset(table["missions"]),
        disasters=any_of(table["disasters"]),
        victims=any_of(table["victims"]),
    )
