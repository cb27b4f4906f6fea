"""The graph under examination, in the forms that make checking it fast.

What certainly conforms is sorted out by numbers (``sieve``). pySHACL walks the rest itself for the constraints of
SHACL Core, many small steps that dictionaries answer best, and runs the SPARQL rules by ``Graph.query``, which
pyoxigraph answers best. Decisions 7, 11 and 20 have the measurements.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from typing import Any

import rdflib
from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    Variable,
)
from rdflib.query import Result

from silkgraph.numbered import NumberedGraph
from silkgraph.validate.terms import to_oxigraph, to_rdflib

Term = rdflib.term.Node
Pattern = tuple[Any, Any, Any]
Statement = tuple[Term, Term, Term]


class DataGraph(rdflib.Graph):
    """All statements in one graph: read as rdflib, queried as pyoxigraph; nothing can be added to it.

    ``statements`` is a store that has every triple once, in its default graph, whatever graphs it came from. Terms of
    rdflib are made when they are asked for: of a graph without faults hardly any is.
    """

    def __init__(self, statements: Iterable[Quad] | NumberedGraph) -> None:
        super().__init__()
        numbered = statements if isinstance(statements, NumberedGraph) else NumberedGraph.of(statements)
        self.statements = _loaded(numbered)
        self.numbered = _without_statements_on_statements(numbered)
        self._terms: dict[int, rdflib.term.Identifier] = {}
        self._numbers: dict[Term, int] = {}

    def close(self, commit_pending_transaction: bool = False) -> None:
        """Let go of the statements; without it they wait until Python looks for cycles, of which rdflib makes some."""
        del self.statements, self.numbered
        self._terms.clear()
        self._numbers.clear()

    def term(self, number: int) -> rdflib.term.Identifier:
        """The term with this number, as rdflib has it."""
        found = self._terms.get(number)
        if found is None:
            term = self.numbered.terms[number]
            assert not isinstance(term, Triple), "left out of the numbered graph"
            found = self._terms[number] = to_rdflib(term)
            self._numbers.setdefault(found, number)
        return found

    def number(self, term: Term) -> int:
        """The number of a term of rdflib, a new one where the graph does not have it."""
        found = self._numbers.get(term)
        if found is None:
            found = self._numbers[term] = self.numbered.terms.number(to_oxigraph(term))
        return found

    def triples(self, triple: Pattern) -> Iterator[Statement]:  # type: ignore[override]
        """The statements of a pattern, None standing for anything; a path of rdflib is not one."""
        subject, predicate, value = triple
        for property in map(self.term, self.numbered.by_property) if predicate is None else (predicate,):
            if subject is not None:
                found = self.objects(subject, property)
                yield from ((subject, property, one) for one in found if value is None or one == value)
            elif value is not None:
                yield from ((one, property, value) for one in self.subjects(property, value))
            else:
                for one, many in self.numbered.values_of(self.number(property)).items():
                    yield from ((self.term(one), property, self.term(other)) for other in many)

    def objects(self, subject: Any = None, predicate: Any = None, unique: bool = False) -> Generator[Term, None, None]:
        """The values of a property of a thing; this, and the next, are what pySHACL asks most."""
        if unique or subject is None or predicate is None:
            yield from super().objects(subject, predicate, unique)
        else:
            found = self.numbered.values_of(self.number(predicate)).get(self.number(subject), ())
            yield from dict.fromkeys(map(self.term, found))

    def subjects(self, predicate: Any = None, object: Any = None, unique: bool = False) -> Generator[Term, None, None]:
        """The things that have a value of a property."""
        if unique or predicate is None or object is None:
            yield from super().subjects(predicate, object, unique)
        else:
            yield from map(self.term, self.numbered.subjects_of(self.number(predicate)).get(self.number(object), ()))

    def __contains__(self, triple: Any) -> bool:
        return any(True for _ in self.triples(triple))

    def __len__(self) -> int:
        return len(self.numbered.triples)

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


def _loaded(graph: NumberedGraph) -> Store:
    """A store of the statements. Text is sooner read than statements are taken over, but renames blank nodes."""
    store, terms = Store(), graph.terms
    if any(isinstance(terms[number], BlankNode | Triple) for number in range(len(terms))):
        store.bulk_extend(Quad(*(terms[number] for number in triple)) for triple in graph.triples)  # type: ignore[arg-type]
    else:
        store.bulk_load("".join(terms.lines(graph.triples)).encode(), RdfFormat.N_TRIPLES)
    return store


def _without_statements_on_statements(graph: NumberedGraph) -> NumberedGraph:
    """The graph without what says something of a statement (RDF 1.2): rdflib cannot hold it, no shape asks for it."""
    terms = graph.terms
    left_out = {number for number in range(len(terms)) if isinstance(terms[number], Triple)}
    if not left_out:
        return graph
    return NumberedGraph(terms, {triple for triple in graph.triples if left_out.isdisjoint(triple)})
