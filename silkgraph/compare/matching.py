"""Which thing of the new side is which of the old one, also where it has another IRI now.

The surest signs come first, and what they pair is paired: the same IRI with the same words; the same words elsewhere in
the document (a renumbered item); then the same IRI though the words differ in part; then words that overlap. An IRI
that stands for something else now makes no pair: what it stood for is lost, or has moved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher

from silkgraph.compare.things import Thing

Key = Callable[[Thing], Hashable]
Score = Callable[[Thing, Thing], float]
Pair = tuple[Thing | None, Thing | None]
ALIKE = 0.6
"""The least share of characters that two passages have in common if one is the other rewritten."""
PARTIES = ("initiators", "partners", "establishes", "convenes", "names", "subject", "value")
"""Fields that tell apart what one passage says of several."""


def _told(thing: Thing) -> Hashable:
    return thing.label("zh"), *(thing.fields.get(name) for name in PARTIES)


BY_WORDS: Sequence[Key] = (
    lambda thing: (thing.iri, thing.quote, thing.sort, _told(thing)),
    lambda thing: (thing.documents, thing.quote, thing.sort, _told(thing)),
    lambda thing: (thing.iri, thing.quote, thing.sort),
    lambda thing: (thing.documents, thing.quote, thing.sort, thing.label("zh")),
    lambda thing: (thing.iri, thing.quote),
    lambda thing: (thing.documents, thing.quote, thing.sort),
    lambda thing: (thing.documents, thing.quote),
)
"""What makes an outcome or figure the same, the surest sign first."""
BY_NAME: Sequence[Key] = (
    lambda body: body.iri,
    lambda body: (body.label("zh"), body.fields.get("country")),
    lambda body: body.label("zh"),
)
"""What makes a body the same: one with an entry in the authority file now had an IRI made from its name before."""


ALIKE_WORDS: Sequence[Key] = (
    lambda thing: (thing.documents, thing.sort, _told(thing)),
    lambda thing: (thing.documents, thing.sort, thing.label("zh")),
    lambda thing: thing.iri,
    lambda thing: (thing.documents, thing.item, thing.sort),
)
"""What makes an outcome or figure the same if its words are still much the same."""


def matched(old: Sequence[Thing], new: Sequence[Thing], unchanged: frozenset[str]) -> Iterator[Pair]:
    """The things of one class in pairs; one that has no other side stands alone.

    Args:
        old: of the old side, in reading order.
        new: of the new side, in reading order.
        unchanged: documents whose text is the same on both sides, so that offsets can be compared.
    """
    left, right = list(old), list(new)
    if all(thing.of == "body" for thing in (*left, *right)):
        for key in BY_NAME:
            yield from _taken(left, right, key, _surely)
    else:
        for key in BY_WORDS:
            yield from _taken(left, right, key, _surely)
        for key in ALIKE_WORDS:
            yield from _taken(left, right, key, _likeness)
        known = [thing for thing in right if unchanged.issuperset(thing.documents)]
        yield from _taken(left, known, lambda thing: (thing.documents, thing.sort), _overlap)
        right = [thing for thing in right if thing in known or not unchanged.issuperset(thing.documents)]
    yield from ((thing, None) for thing in left)
    yield from ((None, thing) for thing in right)


def _taken(left: list[Thing], right: list[Thing], key: Key, score: Score) -> Iterator[tuple[Thing, Thing]]:
    """Pairs with equal keys and a score above nothing, the best first; they are taken out of both lists."""
    candidates: defaultdict[Hashable, list[Thing]] = defaultdict(list)
    for thing in right:
        candidates[key(thing)].append(thing)
    scored: list[tuple[float, int, int, Thing, Thing]] = []
    for position, thing in enumerate(left):
        for other_position, other in enumerate(candidates.get(key(thing), ())):
            if points := score(thing, other):
                scored.append((-points, position, other_position, thing, other))
    gone: set[Thing] = set()
    pairs = []
    for *_order, thing, other in sorted(scored, key=lambda pair: pair[:3]):
        if not gone & {thing, other}:
            gone |= {thing, other}
            pairs.append((thing, other))
    left[:] = [thing for thing in left if thing not in gone]
    right[:] = [thing for thing in right if thing not in gone]
    return iter(pairs)


def _surely(_one: Thing, _other: Thing) -> float:
    return 1


def _likeness(one: Thing, other: Thing) -> float:
    """How much of the words of two passages is the same, 0 where it is too little."""
    first, second = one.quote, other.quote
    ratio = SequenceMatcher(None, first, second, autojunk=False).ratio()
    return ratio if ratio >= ALIKE or first in second or second in first else 0


def _overlap(one: Thing, other: Thing) -> float:
    """How many characters of a text two passages share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))
