"""Queries as text: what form they have, and what can be put into them so that any SPARQL 1.1 endpoint understands.

Nothing is put on a line of its own, so that a complaint about line 3 means line 3 of what was written.
"""

from __future__ import annotations

from typing import Literal

from silkgraph.ask.guard import tokens
from silkgraph.errors import QueryError
from silkgraph.export.prefixes import PREFIXES

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


def with_base(text: str, base: str) -> str:
    """The query with what its relative IRIs are relative to, where it has any, in front of its first line."""
    relative = any(token.kind == "iri" and ":" not in token.text for token in tokens(text))
    return f"BASE <{base}> {text}" if relative else text


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
