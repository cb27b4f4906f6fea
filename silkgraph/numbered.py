"""A graph as numbers: each term is numbered once, and statements are kept, compared and counted as three numbers.

Terms of pyoxigraph are made and hashed anew at each touch, which is most of what it costs to look at a graph from
Python: a large one is numbered in one pass, and checked, counted and written as numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

Term = NamedNode | BlankNode | Literal | Triple
Numbers = tuple[int, int, int]
Triples = set[Numbers]
Table = Mapping[int, Sequence[int]]
"""What stands on one side of a property for each thing on the other."""
NOTHING: Table = {}


class Terms:
    """The terms of a graph, numbered as they are met."""

    def __init__(self, others: Terms | None = None) -> None:
        """None to begin with, or those of others, under the same numbers."""
        self._numbers: dict[Term, int] = dict(others._numbers) if others else {}
        self._terms: list[Term] = list(others._terms) if others else []
        self._written: list[str] = list(others._written) if others else []

    def number(self, term: Term) -> int:
        """The number of a term, a new one where it is first met."""
        found = self._numbers.get(term)
        if found is None:
            found = self._numbers[term] = len(self._terms)
            self._terms.append(term)
        return found

    def triple(self, statement: Quad | Triple) -> Numbers:
        """A statement by the numbers of its terms, its graph left out."""
        return self.number(statement.subject), self.number(statement.predicate), self.number(statement.object)

    def triples(self, statements: Iterable[tuple[Term, Term, Term]]) -> Triples:
        """Statements that are no more than three terms, each once."""
        number = self.number
        return {(number(subject), number(predicate), number(value)) for subject, predicate, value in statements}

    def named(self, number: int) -> NamedNode:
        """The IRI with this number."""
        term = self._terms[number]
        if not isinstance(term, NamedNode):
            raise TypeError(f"not an IRI: {term}")
        return term

    def __getitem__(self, number: int) -> Term:
        return self._terms[number]

    def __len__(self) -> int:
        return len(self._terms)

    def written(self) -> Sequence[str]:
        """Each term as N-Quads have it, by its number."""
        self._written += map(str, self._terms[len(self._written) :])
        return self._written

    def lines(self, triples: Iterable[Numbers], graph: NamedNode | None = None) -> list[str]:
        """Statements as lines of N-Triples, or of N-Quads where they stand in a graph."""
        written = self.written()
        end = f" {graph} .\n" if graph else " .\n"
        return [
            f"{written[subject]} {written[predicate]} {written[value]}{end}" for subject, predicate, value in triples
        ]


class NumberedGraph:
    """Statements, each once, with what each property says of each thing."""

    def __init__(self, terms: Terms, triples: Triples) -> None:
        self.terms = terms
        self.triples = triples
        self._subjects: dict[int, Table] = {}

    @classmethod
    def of(cls, statements: Iterable[Quad | Triple]) -> NumberedGraph:
        """Statements, in whatever graph they are."""
        terms = Terms()
        return cls(terms, set(map(terms.triple, statements)))

    @cached_property
    def by_property(self) -> Mapping[int, dict[int, list[int]]]:
        """For each property its values by subject."""
        tables: dict[int, dict[int, list[int]]] = {}
        for subject, predicate, value in self.triples:
            table = tables.get(predicate)
            if table is None:
                table = tables[predicate] = {}
            known = table.get(subject)
            if known is None:
                table[subject] = [value]
            else:
                known.append(value)
        return tables

    def values_of(self, property: int) -> Table:
        """The values of a property by subject."""
        return self.by_property.get(property, NOTHING)

    def subjects_of(self, property: int) -> Table:
        """The subjects of a property by value."""
        table = self._subjects.get(property)
        if table is None:
            made: dict[int, list[int]] = {}
            for subject, values in self.values_of(property).items():
                for value in values:
                    made.setdefault(value, []).append(subject)
            table = self._subjects[property] = made
        return table
