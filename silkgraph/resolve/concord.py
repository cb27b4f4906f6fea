"""What documents have to agree on when they speak of bodies that the authority file does not know.

Each document is read by itself; only when all are together is it seen that two names have one identifier
(吉林 and 集林 are both ``ji-lin``), or that one name is told of two countries (高校 of Laos and of Hungary). Then they
are different bodies and get identifiers of their own. Where documents write one body's name in two ways
(``中缅“一带一路”合作论坛``, without quotation marks elsewhere) it is called as the first document calls it.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain

from silkgraph.describe.mentions import bodies_of
from silkgraph.model import Body, Reading
from silkgraph.read.vocabulary import read_as

Key = tuple[str, str]
"""What a body goes by until all documents are together: the identifier made from its name, the name without marks."""


@dataclass(frozen=True)
class Concord:
    """What the documents agree on. Make one with ``Concord.of(readings)``."""

    of_two_names: frozenset[str] = frozenset()
    """Identifiers that two different names share."""
    of_two_countries: frozenset[Key] = frozenset()
    """Identifiers and names that documents tell of different countries."""
    called: Mapping[str, Body] = field(default_factory=dict)
    """By their identifiers the bodies that documents describe differently, as all shall describe them."""

    @classmethod
    def of(cls, readings: Iterable[Reading]) -> Concord:
        """What these readings agree on; the first that names a body has its way."""
        mentions = [tuple(_first_mentions(reading).items()) for reading in readings]
        names: defaultdict[str, set[str]] = defaultdict(set)
        countries: defaultdict[tuple[str, str], set[str | None]] = defaultdict(set)
        for (identifier, name), body in chain.from_iterable(mentions):
            names[identifier].add(name)
            countries[identifier, name].add(body.country)
        agreed = cls(
            frozenset(identifier for identifier, known in names.items() if len(known) > 1),
            frozenset(key for key, known in countries.items() if len(known) > 1),
        )
        described: dict[str, Body] = {}
        differing: dict[str, Body] = {}
        for key, body in chain.from_iterable(mentions):
            own = agreed._identifier(key, body.country)
            known = described.setdefault(own, body)
            if _description(known) != _description(body):
                differing[own] = replace(known, identifier=own)
        return replace(agreed, called=differing)

    def applied(self, reading: Reading) -> Reading:
        """A reading with the identifiers that are agreed on."""
        first = _first_mentions(reading)
        new = {key: self._identifier(key, body.country) for key, body in first.items()}
        if all(identifier == key[0] for key, identifier in new.items()):
            return reading

        def agreed(body: Body) -> Body:
            return body if body.reconciled else replace(body, identifier=new[_key(body)])

        def all_agreed(bodies: tuple[Body, ...]) -> tuple[Body, ...]:
            return tuple(agreed(body) for body in bodies)

        return replace(
            reading,
            outcomes=tuple(
                replace(
                    outcome,
                    initiators=all_agreed(outcome.initiators),
                    partners=all_agreed(outcome.partners),
                    establishes=all_agreed(outcome.establishes),
                    convenes=all_agreed(outcome.convenes),
                    names=all_agreed(outcome.names),
                )
                for outcome in reading.outcomes
            ),
            participations=tuple(
                replace(one, organization=one.organization and agreed(one.organization))
                for one in reading.participations
            ),
        )

    def _identifier(self, key: Key, country: str | None) -> str:
        """The identifier of a body in a document that first tells it of this country."""
        identifier, name = key
        if identifier in self.of_two_names:
            identifier = f"{identifier}-{_short_hash(name)}"
        if country and key in self.of_two_countries:
            identifier = f"{identifier}-{country.lower()}"
        return identifier


def _first_mentions(reading: Reading) -> dict[Key, Body]:
    """Each body that is not of the authority file, as the reading first has it."""
    found: dict[Key, Body] = {}
    for body in bodies_of(reading):
        if not body.reconciled:
            found.setdefault(_key(body), body)
    return found


def _key(body: Body) -> Key:
    return body.identifier, _folded(body.name)


def _description(body: Body) -> tuple[object, ...]:
    return body.name, body.type, body.generic


@lru_cache(maxsize=20_000)
def _folded(name: str) -> str:
    return re.sub(r"[\s“”‘’《》·、（）]", "", read_as(name))


def _short_hash(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:8]
