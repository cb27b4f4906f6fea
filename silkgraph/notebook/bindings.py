"""Putting values into the text of a query, so that any SPARQL 1.1 endpoint understands it.

``query("SELECT ?outcome WHERE { ?outcome silk:initiator ?body }", body=iri("body:cdb"))`` is sent as

    SELECT ?outcome WHERE { VALUES ?body { <https://…/body/cdb> } ?outcome silk:initiator ?body }

with the prefixes that it uses and does not declare put in front. A query that binds the variable itself, as those of
the library do (``VALUES ?body { default }``), gets the value there. Nothing is put on a line of its own, so that a
complaint about line 3 means line 3 of what was written.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from silkgraph.ask.guard import tokens
from silkgraph.ask.library import in_sparql, values_of
from silkgraph.ask.nearest import nearest
from silkgraph.errors import QueryError
from silkgraph.export.prefixes import PREFIXES
from silkgraph.notebook.terms import term_of

Form = Literal["select", "ask", "construct", "describe"]
FORMS: tuple[Form, ...] = ("select", "ask", "construct", "describe")


def form_of(text: str) -> Form:
    """What kind of query it is: the first word that is not of the prologue.

    Raises:
        QueryError: it is none.
    """
    for token in tokens(text):
        word = token.text.casefold()
        if token.kind == "word" and word not in ("base", "prefix"):
            for form in FORMS:
                if word == form:
                    return form
            break
    raise QueryError("this is not a query", advice="A query says SELECT, ASK, CONSTRUCT or DESCRIBE.")


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


def restricted(text: str, pattern: str) -> str:
    """The query with a pattern put first into its outermost group.

    Raises:
        QueryError: it has no such group.
    """
    at = _group_start(text)
    return f"{text[:at]} {pattern} {text[at:]}"


def with_prefixes(text: str) -> str:
    """The query with the prefixes declared that it uses without declaring them, in front of its first line."""
    used: set[str] = set()
    declared: set[str] = set()
    before = ""
    for token in tokens(text):
        if token.kind == "name":
            (declared if before == "prefix" else used).add(token.text.partition(":")[0])
        before = token.text.casefold() if token.kind == "word" else ""
    missing = sorted(prefix for prefix in used - declared if prefix in PREFIXES)
    return "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}> " for prefix in missing) + text


def _group_start(text: str) -> int:
    """The place behind the brace that opens the outermost group: the pattern of WHERE, not a template."""
    template = form_of(text) == "construct"
    depth = 0
    before = ""
    for token in tokens(text):
        if token.kind == "mark":
            depth += (token.text in "([{") - (token.text in ")]}")
            if token.text == "{" and depth == 1:
                if template and before == "where":
                    raise QueryError(
                        "CONSTRUCT WHERE { … } cannot take values", advice="Write a template before WHERE."
                    )
                if not template:
                    return token.start + 1
            elif token.text == "}" and depth == 0:
                template = False
        before = token.text.casefold()
    raise QueryError("the query has no group { … } to put a value into")
