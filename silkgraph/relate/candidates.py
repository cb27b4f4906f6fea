"""Which outcomes of two documents a rule can link at all: those that meet in a key, so that not all pairs are tried.

Each rule of ``rules.py`` rests on something that both outcomes have, a name, a part of it or a body. In the name
``第三届“一带一路”新闻合作联盟理事会议`` stands the beginning of ``“一带一路”新闻合作联盟``, which ``name_continued``
wants. Here stands for each rule what the earlier outcome offers and what the later one seeks. Two outcomes that meet
need not be linked; two that do not are linked by no rule.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from silkgraph.model import Outcome
from silkgraph.relate import rules
from silkgraph.relate.names import LONG_NAME, core, exact, names
from silkgraph.relate.rules import LONG, OWN, Rule

Keys = Callable[[Outcome], Iterable[str]]


def pairs(later: Sequence[Outcome], earlier: Sequence[Outcome], wanted: Sequence[Rule]) -> Iterator[tuple[int, int]]:
    """The positions of the outcomes that meet by one of the rules, in reading order."""
    offered = [_index(earlier, KEYS[rule][0]) for rule in wanted]
    for position, outcome in enumerate(later):
        met: set[int] = set()
        for rule, index in zip(wanted, offered, strict=True):
            met.update(chain.from_iterable(index.get(key, ()) for key in KEYS[rule][1](outcome)))
        yield from ((position, other) for other in sorted(met))


def _index(outcomes: Sequence[Outcome], keys: Keys) -> Mapping[str, Sequence[int]]:
    index: defaultdict[str, list[int]] = defaultdict(list)
    for position, outcome in enumerate(outcomes):
        for key in keys(outcome):
            index[key].append(position)
    return dict(index)


def _name(outcome: Outcome) -> Iterator[str]:
    yield exact(outcome.label)


def _name_with_issuer(outcome: Outcome) -> Iterator[str]:
    yield exact(outcome.label)
    yield from (exact(issuer.name + outcome.label) for issuer in outcome.initiators)


def _wording(outcome: Outcome) -> Iterator[str]:
    yield names().plain(outcome.label)


def _without_kind(outcome: Outcome) -> Iterator[str]:
    name = names().without_kind(outcome.label)
    if len(name) >= LONG:
        yield name


def _core(outcome: Outcome) -> Iterator[str]:
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


def _one_thing(outcome: Outcome) -> Iterator[str]:
    yield from _core(outcome)
    yield from _founded(outcome)


def _start(outcome: Outcome) -> Iterator[str]:
    """How a name begins, if it is long enough to be looked for inside other names."""
    start = core(outcome.label)[:LONG_NAME]
    if len(start) == LONG_NAME:
        yield start


def _parts(outcome: Outcome) -> Iterator[str]:
    """All that a name inside this one may begin with."""
    whole = core(outcome.label)
    yield from {whole[at : at + LONG_NAME] for at in range(len(whole) - LONG_NAME + 1)}


def _thing_or_start(outcome: Outcome) -> Iterator[str]:
    return chain(_one_thing(outcome), _start(outcome))


def _thing_or_parts(outcome: Outcome) -> Iterator[str]:
    return chain(_one_thing(outcome), _parts(outcome))


KEYS: Mapping[Rule, tuple[Keys, Keys]] = {
    rules.same_label: (_name, _name),
    rules.same_but_for_wording: (_wording, _wording),
    rules.same_but_for_kind: (_without_kind, _without_kind),
    rules.issuer_in_name: (_name_with_issuer, _name_with_issuer),
    rules.funding_repeated: (_core, _core),
    rules.proposal_realised: (_thing_or_parts, _thing_or_start),
    rules.name_continued: (_thing_or_start, _thing_or_parts),
    rules.particulars_shared: (_particulars, _particulars),
    rules.known_as: (_thing, _thing),
    rules.founded_body_acts: (_founded, _acting),
    rules.founded_body_named: (_founded, _named),
    rules.event_reconvened: (_held, _held),
}
"""For each rule what an earlier outcome offers and what a later one seeks."""
