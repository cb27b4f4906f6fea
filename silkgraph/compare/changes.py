"""What is gained, lost, changed and moved from one side to the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from silkgraph.compare.described import Described, describe_side
from silkgraph.compare.matching import Pair, matched
from silkgraph.compare.side import Side
from silkgraph.compare.statements import difference
from silkgraph.compare.things import CLASSES, Fields, Thing, ThingClass
from silkgraph.namespaces import THINGS

Status = Literal["gained", "lost", "changed", "moved"]
STATUSES: tuple[Status, ...] = ("gained", "lost", "changed", "moved")
POINTING = ("followsUp", "sameOutcomeAs")
"""Fields whose values are other outcomes, which may have moved."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field with its values before and now: ``partners: 老挝政府 (government-la) → …``."""

    name: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a thing. It is ``moved`` where it says the same in another place or under another IRI."""

    status: Status
    old: Thing | None
    new: Thing | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def thing(self) -> Thing:
        """The thing as it is now, or as it was last."""
        thing = self.new or self.old
        assert thing is not None
        return thing


@dataclass(frozen=True, slots=True)
class Count:
    """How many things of a class there are before and now, and what became of them; of bodies in all documents."""

    document: str
    of: ThingClass
    old: int
    new: int
    by_status: Mapping[Status, int]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs between two sides, in reading order."""

    old: Side
    new: Side
    changes: tuple[Change, ...]
    counts: tuple[Count, ...]
    texts: Mapping[str, Status]
    """Source documents that are gained or lost, or whose text is changed."""
    statements: Mapping[str, tuple[int, int]]
    """How many statements only the old and only the new side has, by graph; "" where graphs are not compared."""
    old_things: tuple[Thing, ...]
    """All things of the old side that have any statement that differs."""
    new_things: tuple[Thing, ...]

    @property
    def differs(self) -> bool:
        """Whether there is any statement that only one side has."""
        return bool(self.statements)


def compare(old: Side, new: Side) -> Comparison:
    """What is different between two graphs.

    Where one of them names no graphs (Turtle, say), the graphs of the other are not looked at.
    """
    if old.has_graphs != new.has_graphs:
        old, new = old.united(), new.united()
    found = difference(old.lines(), new.lines())
    before, now = (describe_side(side, found.owners, found.passages) for side in (old, new))
    changes = tuple(sorted(_changes(before, now), key=_order))
    graphs = sorted({*found.removed, *found.added})
    return Comparison(
        old=old,
        new=new,
        changes=changes,
        counts=tuple(_counts(before, now, changes)),
        texts=dict(_texts(before.sources, now.sources)),
        statements={graph: (found.removed[graph], found.added[graph]) for graph in graphs},
        old_things=tuple(before.things),
        new_things=tuple(now.things),
    )


def _changes(before: Described, now: Described) -> Iterator[Change]:
    unchanged = frozenset(name for name, sha256 in before.sources.items() if now.sources.get(name) == sha256)
    pairs: list[Pair] = []
    for of in CLASSES:
        left, right = ([thing for thing in side.things if thing.of == of] for side in (before, now))
        pairs += matched(left, right, unchanged)
    moved = {old.iri: new.iri for old, new in pairs if old and new and old.iri != new.iri}
    renamed = {old.removeprefix(THINGS): new.removeprefix(THINGS) for old, new in moved.items()}
    for old, new in pairs:
        change = _change(old, new, renamed)
        if change is not None:
            yield change


def _change(old: Thing | None, new: Thing | None, renamed: Mapping[str, str]) -> Change | None:
    if old is None or new is None:
        return Change("lost" if new is None else "gained", old, new)
    told = _field_changes(_renamed(old.fields, renamed), new.fields)
    places = _field_changes(old.place, new.place)
    if told:
        return Change("changed", old, new, told + places)
    return Change("moved", old, new, places) if places or old.iri != new.iri else None


def _renamed(fields: Fields, renamed: Mapping[str, str]) -> Fields:
    """The fields with the present IRIs of the outcomes that they point at."""
    pointing = {name: fields[name] for name in POINTING if name in fields}
    return {**fields, **{name: tuple(renamed.get(one, one) for one in values) for name, values in pointing.items()}}


def _field_changes(old: Fields, new: Fields) -> tuple[FieldChange, ...]:
    names = sorted({*old, *new})
    pairs = ((name, old.get(name, ()), new.get(name, ())) for name in names)
    return tuple(FieldChange(name, before, now) for name, before, now in pairs if before != now)


def _order(change: Change) -> tuple[object, ...]:
    return CLASSES.index(change.thing.of), *change.thing.reading_order()[1:], STATUSES.index(change.status)


def _counts(before: Described, now: Described, changes: tuple[Change, ...]) -> Iterator[Count]:
    """A row for each document and class of which there is something on either side."""
    for document, of in sorted({*before.counts, *now.counts}, key=lambda one: (one[0] == "", one)):
        concerned = [
            change
            for change in changes
            if change.thing.of == of and (of == "body" or document in change.thing.documents)
        ]
        by_status = {status: sum(change.status == status for change in concerned) for status in STATUSES}
        yield Count(document, of, before.counts.get((document, of), 0), now.counts.get((document, of), 0), by_status)


def _texts(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[tuple[str, Status]]:
    for document in sorted({*old, *new}):
        if document not in new:
            yield document, "lost"
        elif document not in old:
            yield document, "gained"
        elif old[document] != new[document]:
            yield document, "changed"
