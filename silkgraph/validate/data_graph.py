"""The graph under examination, in the two forms that make checking it fast.

pySHACL walks the graph itself for the constraints of SHACL Core, many small steps that dictionaries answer best, and
runs the SPARQL rules by ``Graph.query``, which pyoxigraph answers best. Decisions 7 and 11 have the measurements.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from typing import Any

import rdflib
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, QuerySolutions, Store, Triple, Variable
from rdflib.query import Result

from silkgraph.validate.terms import rdflib_triples, to_oxigraph, to_rdflib

Term = rdflib.term.Node
Pattern = tuple[Any, Any, Any]
Statement = tuple[Term, Term, Term]
Table = Mapping[Term, Sequence[Term]]
"""What stands on one side of a property for each thing on the other."""


class DataGraph(rdflib.Graph):
    """All statements in one graph: read as rdflib, queried as pyoxigraph; nothing can be added to it.

    ``statements`` is a store that has every triple once, in its default graph, whatever graphs it came from.
    """

    def __init__(self, quads: Iterable[Quad]) -> None:
        super().__init__()
        self.statements = Store()
        self.statements.bulk_extend(Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()) for quad in quads)
        self._values: dict[Term, dict[Term, list[Term]]] = {}
        self._subjects: dict[Term, dict[Term, list[Term]]] = {}
        self._size = 0
        for subject, predicate, value in rdflib_triples(self.statements):
            self._values.setdefault(predicate, {}).setdefault(subject, []).append(value)
            self._size += 1

    def values_of(self, predicate: Term) -> Table:
        """The values of a property by subject."""
        return self._values.get(predicate, {})

    def subjects_of(self, predicate: Term) -> Table:
        """The subjects of a property by value."""
        if predicate not in self._subjects:
            table: dict[Term, list[Term]] = {}
            for subject, values in self.values_of(predicate).items():
                for value in values:
                    table.setdefault(value, []).append(subject)
            self._subjects[predicate] = table
        return self._subjects[predicate]

    def triples(self, triple: Pattern) -> Iterator[Statement]:  # type: ignore[override]
        """The statements of a pattern, None standing for anything; a path of rdflib is not one."""
        subject, predicate, value = triple
        for property in self._values if predicate is None else (predicate,):
            if subject is not None:
                found = self.values_of(property).get(subject, ())
                yield from ((subject, property, one) for one in found if value is None or one == value)
            elif value is not None:
                yield from ((one, property, value) for one in self.subjects_of(property).get(value, ()))
            else:
                yield from ((one, property, other) for one, many in self.values_of(property).items() for other in many)

    def objects(self, subject: Any = None, predicate: Any = None, unique: bool = False) -> Generator[Term, None, None]:
        """The values of a property of a thing; this, and the next, are what pySHACL asks most."""
        if unique or subject is None or predicate is None:
            yield from super().objects(subject, predicate, unique)
        else:
            yield from self.values_of(predicate).get(subject, ())

    def subjects(self, predicate: Any = None, object: Any = None, unique: bool = False) -> Generator[Term, None, None]:
        """The things that have a value of a property."""
        if unique or predicate is None or object is None:
            yield from super().subjects(predicate, object, unique)
        else:
            yield from self.subjects_of(predicate).get(object, ())

    def __contains__(self, triple: Any) -> bool:
        return any(True for _ in self.triples(triple))

    def __len__(self) -> int:
        return self._size

    def query(  # type: ignore[override]
        self,
        query_object: str,
        processor: str = "sparql",
        result: str = "sparql",
        initNs: Mapping[str, Any] | None = None,
        initBindings: Mapping[str, rdflib.term.Identifier] | None = None,
        use_store_provided: bool = True,
        **options: Any,
    ) -> Result:
        """The answer to a SELECT, as ``rdflib.Graph.query`` gives it, with the bindings put in beforehand."""
        bindings: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {
            Variable(name): to_oxigraph(value) for name, value in (initBindings or {}).items()
        }
        solutions = self.statements.query(query_object, substitutions=bindings)
        if not isinstance(solutions, QuerySolutions):
            raise TypeError("a rule is a SELECT query")
        names = [variable.value for variable in solutions.variables]
        answer = Result("SELECT")
        answer.vars = [rdflib.Variable(name) for name in names]
        answer.bindings = [
            {rdflib.Variable(name): to_rdflib(solution[name]) for name in names if solution[name] is not None}
            for solution in solutions
        ]
        return answer
