"""Which outcomes of different documents a rule can link at all: those that meet in a key; not all pairs are tried.

Each rule of ``rules.py`` rests on something that both outcomes have, a name, a part of it or a body. In the name
``第三届“一带一路”新闻合作联盟理事会议`` stands the beginning of ``“一带一路”新闻合作联盟``, which ``name_continued``
wants. Here stands for each rule what the earlier outcome offers and what the later one seeks. Two outcomes that meet
need not be linked; two that do not are linked by no rule.

What very many documents offer tells little of any one of them: only the latest ``RECALLED`` documents that offer a
key are looked at, so that the work grows with the number of outcomes and not with its square.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from silkgraph.model import Outcome
from silkgraph.relate import rules
from silkgraph.relate.names import LONG_NAME, core, exact, names
from silkgraph.relate.rules import LONG, OWN, TEXTS, Rule

Keys = Callable[[Outcome], Iterable[str]]

RECALLED = 4
"""Documents that offer a key and that a later outcome is still compared with; those are linked to who came before."""


class Meeting(NamedTuple):
    """Two outcomes that a rule may link, each by its document's place among all and its own in the document."""

    document: int
    outcome: int
    earlier_document: int
    earlier: int


def meetings(documents: Sequence[Sequence[Outcome]]) -> Iterator[Meeting]:
    """The outcomes that meet, by the document of the later one.

    Args:
        documents: the outcomes of each document, the earliest document first.
    """
    offers = _Offers()
    beginnings = {_key(start) for outcomes in documents for one in outcomes for start in _beginning(one)}
    for document, outcomes in enumerate(documents):
        for position, outcome in enumerate(outcomes):
            met = {place for key in _keys(outcome, SOUGHT) for place in offers.of(key)}
            yield from (Meeting(document, position, *place) for place in sorted(met))
        for position, outcome in enumerate(outcomes):
            parts = {_key(part) for part in _parts_of_text(outcome)} & beginnings
            for key in {*_keys(outcome, OFFERED), *parts}:
                offers.add(key, (document, position))


def _keys(outcome: Outcome, kinds: Sequence[Keys]) -> set[int]:
    """What an outcome offers or seeks."""
    return {_key(key) for keys in kinds for key in keys(outcome)}


def _key(key: str) -> int:
    """A key in eight bytes; if two should ever be one, a pair is tried for nothing."""
    return hash(key)


class _Offers:
    """The outcomes that offer a key, of the latest documents that do."""

    def __init__(self) -> None:
        self._places: dict[int, tuple[int, int] | list[tuple[int, int]]] = {}

    def add(self, key: int, place: tuple[int, int]) -> None:
        """Note an outcome by its document's place and its own."""
        found = self._places.get(key)
        if found is None:
            self._places[key] = place
            return
        if isinstance(found, tuple):
            found = self._places[key] = [found]
        if found[-1][0] != place[0]:
            self._forget(found)
        found.append(place)

    @staticmethod
    def _forget(places: list[tuple[int, int]]) -> None:
        """Leave room for one more document."""
        documents = sorted({document for document, _ in places})
        if len(documents) >= RECALLED:
            oldest = documents[-RECALLED + 1]
            places[:] = [place for place in places if place[0] >= oldest]

    def of(self, key: int) -> Sequence[tuple[int, int]]:
        """The outcomes that offer a key."""
        found = self._places.get(key, [])
        return [found] if isinstance(found, tuple) else found


def _name(outcome: Outcome) -> Iterator[str]:
    yield exact(outcome.label)


def _name_with_issuer(outcome: Outcome) -> Iterator[str]:
    yield from (exact(issuer.name + outcome.label) for issuer in outcome.initiators)


def _wording(outcome: Outcome) -> Iterator[str]:
    yield names().plain(outcome.label)


def _without_kind(outcome: Outcome) -> Iterator[str]:
    name = names().without_kind(outcome.label)
    if len(name) >= LONG:
        yield name


def _core(outcome: Outcome) -> Iterator[str]:
    yield core(outcome.label)


def _funding(outcome: Outcome) -> Iterator[str]:
    if outcome.kind == "funding":
        yield core(outcome.label)


def _particulars(outcome: Outcome) -> Iterator[str]:
    own = names().particulars(outcome.label)
    if len(own) >= OWN:
        yield own


def _thing(outcome: Outcome) -> Iterator[str]:
    thing = names().thing(outcome.label)
    if thing is not None:
        yield thing.names[0]


def _founded(outcome: Outcome) -> Iterator[str]:
    yield from (body.identifier for body in outcome.establishes)


def _acting(outcome: Outcome) -> Iterator[str]:
    yield from (body.identifier for body in (*outcome.initiators, *outcome.partners, *outcome.establishes))


def _named(outcome: Outcome) -> Iterator[str]:
    yield from (body.identifier for body in outcome.names)


def _held(outcome: Outcome) -> Iterator[str]:
    yield from (body.identifier for body in outcome.convenes)


PART, START = "+", "^"
"""What stands before the beginning of a name that is looked for inside names, and of one that is looked for in them."""


def _start(outcome: Outcome) -> Iterator[str]:
    """How a name begins, if it is one and long enough to be looked for inside other names."""
    start = core(outcome.label)[:LONG_NAME]
    if len(start) == LONG_NAME and names().is_name(outcome):
        yield f"{START}{start}"


def _parts(outcome: Outcome) -> Iterator[str]:
    """All that a name inside this one may begin with."""
    whole = core(outcome.label)
    yield from {f"{START}{whole[at : at + LONG_NAME]}" for at in range(len(whole) - LONG_NAME + 1)}


def _beginning(outcome: Outcome) -> Iterator[str]:
    """How the name of an institution begins, which a text may have proposed."""
    if outcome.kind == "institution":
        yield from (f"{PART}{start[1:]}" for start in _start(outcome))


def _parts_of_text(outcome: Outcome) -> Iterator[str]:
    """All that the name of an institution inside the name of a text may begin with."""
    if outcome.kind in TEXTS:
        yield from (f"{PART}{part[1:]}" for part in _parts(outcome))


ONE_THING = (_core, _founded)
"""What two outcomes about one thing have in common."""

KEYS: Mapping[Rule, tuple[Sequence[Keys], Sequence[Keys]]] = {
    rules.same_label: ((_name,), (_name,)),
    rules.same_but_for_wording: ((_wording,), (_wording,)),
    rules.same_but_for_kind: ((_without_kind,), (_without_kind,)),
    rules.issuer_in_name: ((_name, _name_with_issuer), (_name, _name_with_issuer)),
    rules.funding_repeated: ((_funding,), (_funding,)),
    rules.proposal_realised: ((*ONE_THING, _parts_of_text), (*ONE_THING, _beginning)),
    rules.name_continued: ((*ONE_THING, _start), (*ONE_THING, _parts)),
    rules.particulars_shared: ((_particulars,), (_particulars,)),
    rules.known_as: ((_thing,), (_thing,)),
    rules.founded_body_acts: ((_founded,), (_acting,)),
    rules.founded_body_named: ((_founded,), (_named,)),
    rules.event_reconvened: ((_held,), (_held,)),
}
"""For each rule what an earlier outcome offers and what a later one seeks."""


def _each_once(side: int) -> tuple[Keys, ...]:
    """What outcomes offer (0) or seek (1) by any rule, each once though several rules want it."""
    return tuple(dict.fromkeys(keys for sides in KEYS.values() for keys in sides[side]))


OFFERED = tuple(keys for keys in _each_once(0) if keys is not _parts_of_text)
"""But for parts of texts, which are offered only where some name begins so."""
SOUGHT = _each_once(1)
