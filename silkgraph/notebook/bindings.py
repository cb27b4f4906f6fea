"""Putting values into the text of a query, so that any SPARQL 1.1 endpoint understands it.

``query("SELECT ?outcome WHERE { ?outcome silk:initiator ?body }", body=iri("body:cdb"))`` is sent as

    SELECT ?outcome WHERE { VALUES ?body { <https://…/body/cdb> } ?outcome silk:initiator ?body }

with the prefixes that it uses and does not declare put in front. A query that binds the variable itself, as those of
the library do (``VALUES ?body { default }``), gets the value there. Nothing is put on a line of its own, so that a
complaint about line 3 means line 3 of what was written.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from silkgraph.ask.guard import tokens
from silkgraph.ask.library import in_sparql, values_of
from silkgraph.ask.nearest import nearest
from silkgraph.ask.written import restricted
from silkgraph.errors import QueryError
from silkgraph.notebook.terms import term_of


def bound(text: str, bindings: Mapping[str, Any]) -> str:
    """The query with values for some of its variables.

    Raises:
        QueryError: the query has no such variable, or nowhere to put its value, or the value is no term.
    """
    for name, value in bindings.items():
        variables = {token.text[1:] for token in tokens(text) if token.kind == "variable"}
        if name not in variables:
            raise QueryError(f"the query has no variable ?{name}", advice=nearest(name, variables))
        written = in_sparql(term_of(value))
        places = list(values_of(name).finditer(text))
        if len(places) == 1:
            start, end = places[0].span(1)
            text = f"{text[:start]}{written}{text[end:]}"
        else:
            text = restricted(text, f"VALUES ?{name} {{ {written} }}")
    return text
