"""The graph under examination, in the two forms that make checking it fast.

pySHACL walks the graph itself for the constraints of SHACL Core, many small steps that an rdflib graph
answers best, and runs the SPARQL rules by ``Graph.query``, which pyoxigraph answers best. On 18,000 triples the
same check takes 0.7 s so, 16 s with rdflib alone and 77 s with a pyoxigraph store alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import rdflib
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, QuerySolutions, Store, Triple, Variable
from rdflib.query import Result

from silkgraph.validate.terms import rdflib_triples, to_oxigraph, to_rdflib


class DataGraph(rdflib.Graph):
    """All statements in one graph: read as rdflib, queried as pyoxigraph.

    ``statements`` is a store that has every triple once, in its default graph, whatever graphs it came from.
    """

    def __init__(self, quads: Iterable[Quad]) -> None:
        super().__init__()
        self.statements = Store()
        self.statements.extend(Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()) for quad in quads)
        for subject, predicate, value in rdflib_triples(self.statements):
            self.add((subject, predicate, value))

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
