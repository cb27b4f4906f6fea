"""The queries in ``queries/notebook/``: read once, asked with filters; and from names that people use to IRIs.

A filter is a comment line at the head of a query, with a pattern that leaves only what fits:

    # filter country (country): a party is of this country / … = ?outcome silk:partner/silk:country ?value .
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pyoxigraph import Literal, NamedNode

from silkgraph.ask.library import in_sparql, read_question
from silkgraph.ask.nearest import nearest
from silkgraph.ask.things import FOLDERS
from silkgraph.ask.written import restricted
from silkgraph.errors import KnowledgeError, QueryError
from silkgraph.locations import knowledge
from silkgraph.namespaces import SCHEMES
from silkgraph.notebook.bindings import bound
from silkgraph.notebook.sources import Solutions, Source
from silkgraph.notebook.terms import Iri, iri, term_of

PLACES = {**FOLDERS, "status": f"{SCHEMES}status/", "body-type": f"{SCHEMES}body-type/"}
"""What a filter may be of, and where the IRIs of such things begin."""

_FILTER = re.compile(r"#\s*filter\s+([a-z]\w*)\s+\(([a-z-]+)\):\s*(\S.*?)\s+=\s+(\S.*?)\s*")
_CODE = re.compile(r"(?:[a-z-]+:)?[A-Za-z0-9/._-]+")

_EXISTS = "ASK {{ {{ {thing} ?property ?value }} UNION {{ ?other ?property {thing} }} }}"
_NAMED = """
SELECT DISTINCT ?thing WHERE {{
  ?thing <http://www.w3.org/2000/01/rdf-schema#label>|<http://www.w3.org/2004/02/skos/core#altLabel> ?name .
  FILTER(LCASE(STR(?name)) = LCASE({name}) && STRSTARTS(STR(?thing), {folder}))
}} ORDER BY ?thing
"""
_KNOWN = """
SELECT DISTINCT ?thing ?name WHERE {{
  ?thing <http://www.w3.org/2000/01/rdf-schema#label> ?name . FILTER(STRSTARTS(STR(?thing), {folder}))
}} ORDER BY ?thing ?name
"""


@dataclass(frozen=True, slots=True)
class Filter:
    """What leaves part of a table: its type, and the pattern in which ``?value`` stands for the value."""

    type: str
    pattern: str


@dataclass(frozen=True, slots=True)
class ReadyQuery:
    """A query of ``queries/notebook/`` with its filters."""

    name: str
    text: str
    filters: Mapping[str, Filter]

    def solutions(self, source: Source, filters: Mapping[str, Any], bindings: Mapping[str, Any]) -> Solutions:
        """The rows that fit all filters that are not None.

        Raises:
            QueryError: a filter's value means nothing in this graph, or the query cannot be answered.
        """
        text = bound(self.text, bindings)
        for name, value in filters.items():
            if value is not None:
                if name not in self.filters:
                    raise QueryError(f"{self.name} cannot be chosen by {name}", advice=nearest(name, self.filters))
                chosen = self.filters[name]
                term = find_term(source, chosen.type, value)
                text = restricted(text, re.sub(r"\?value\b", lambda _, term=term: in_sparql(term), chosen.pattern))  # type: ignore[misc]
        return source.select(text)


@cache
def ready_query(name: str) -> ReadyQuery:
    """The query of that name.

    Raises:
        KnowledgeError: it is missing, or its header is malformed.
    """
    path = knowledge("queries") / "notebook" / f"{name}.rq"
    text = read_question(path).text
    filters: dict[str, Filter] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if found := _FILTER.fullmatch(line):
            filters[found[1]] = Filter(found[2], found[4])
        elif line.startswith("# filter"):
            raise KnowledgeError("this filter is not understood", path=path, line=number)
    return ReadyQuery(name, text, filters)


def find_term(source: Source, type: str, value: Any) -> NamedNode | Literal:
    """The term that a person means by a value of a filter or parameter of some type.

    ``2017``, ``"energy"``, ``"能源"``, ``"PK"``, ``"Pakistan"``, ``"cdb"``, ``iri("body:cdb")`` … are all understood.

    Raises:
        QueryError: the graph has no such thing; the message suggests what is close.
    """
    if type not in PLACES:
        return term_of(int(value) if type == "integer" else value)
    folder = PLACES[type]
    written = str(value).strip()
    if isinstance(value, Iri | NamedNode) or written.startswith(("http://", "https://")):
        given = NamedNode(value.value if isinstance(value, NamedNode) else str(iri(written)))
        if is_known(source, given):
            return given
        raise QueryError(f"the graph says nothing of <{given.value}>")
    if _CODE.fullmatch(written):
        code = written.rpartition(":")[2]  # domain:energy is energy
        thing = NamedNode(folder + (code.upper() if type == "country" else code))
        if is_known(source, thing):
            return thing
    named = source.select(_NAMED.format(name=Literal(written), folder=Literal(folder))).rows
    if named and isinstance(found := named[0][0], NamedNode):
        return found
    raise QueryError(f"the graph has no {type} {written!r}", advice=_suggestion(source, folder, written))


def is_known(source: Source, thing: NamedNode) -> bool:
    """Whether the graph says anything of a thing."""
    return source.ask(_EXISTS.format(thing=thing))


def language(lang: str) -> str:
    """``zh`` or ``en``.

    Raises:
        QueryError: it is another.
    """
    if lang not in ("zh", "en"):
        raise QueryError(f"there are no labels in {lang!r}", advice='Choose lang="zh" or lang="en".')
    return lang


def _suggestion(source: Source, folder: str, written: str) -> str:
    known = set()
    for thing, name in source.select(_KNOWN.format(folder=Literal(folder))).rows:
        if isinstance(thing, NamedNode) and isinstance(name, Literal):
            known |= {thing.value.removeprefix(folder), name.value}
    return nearest(written, known)
