"""Lists of outcomes: grouped by forum or document, and counted by year and whatever else a page counts by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from silkgraph.pages.terms import Row


@dataclass(frozen=True, slots=True)
class Entry:
    """One outcome in a list."""

    iri: str
    year: str
    document: str
    kind: str
    domain: str
    status: str
    roles: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The outcomes of one document."""

    document: str
    year: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each of some things is counted in each column; ``rows`` are sorted, the greatest first."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]

    @property
    def most(self) -> int:
        """The greatest sum of a row."""
        return max((sum(counts) for _, counts in self.rows), default=1)


def entries(rows: Iterable[Row], others: Iterable[Row] = ()) -> list[Entry]:
    """The outcomes in rows, each once, with the roles that the rows tell and the bodies of ``others``."""
    first: dict[str, Row] = {}
    roles: dict[str, list[str]] = {}
    for row in rows:
        iri = row["outcome"].value
        first.setdefault(iri, row)
        if "role" in row and row["role"].value not in roles.setdefault(iri, []):
            roles[iri].append(row["role"].value)
    met: dict[str, list[str]] = {}
    for row in others:
        met.setdefault(row["outcome"].value, []).append(row["other"].value)
    return [
        Entry(
            iri,
            row["year"].value,
            row["document"].value,
            row["kind"].value,
            row["domain"].value,
            row["status"].value,
            tuple(roles.get(iri, ())),
            tuple(met.get(iri, ())),
        )
        for iri, row in first.items()
    ]


def by_document(found: Iterable[Entry]) -> list[Group]:
    """Outcomes grouped by document, in the order of years."""
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry in found:
        groups.setdefault((entry.year, entry.document), []).append(entry)
    return [Group(document, year, tuple(held)) for (year, document), held in sorted(groups.items())]


def counted(pairs: Iterable[tuple[str, str]], columns: Sequence[str] | None = None) -> Counts:
    """Pairs of a thing and the column it counts in, as a table."""
    found = Counter(pairs)
    heads = tuple(columns) if columns is not None else tuple(sorted({column for _, column in found}))
    sums: Counter[str] = Counter()
    for (thing, _), times in found.items():
        sums[thing] += times
    order = sorted(sums, key=lambda thing: (-sums[thing], thing))
    return Counts(heads, tuple((thing, tuple(found[thing, column] for column in heads)) for thing in order))
