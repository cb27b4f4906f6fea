"""What the graph says of a thing, by property; every kind of page begins with it."""

from __future__ import annotations

from collections.abc import Iterable

from silkgraph.namespaces import DCTERMS, RDFS, SILK, SKOS
from silkgraph.pages.terms import Rows, Term, Text, by_language


class Statements:
    """The statements about one thing: ``statements.one(SILK + "number")``."""

    def __init__(self, rows: Rows) -> None:
        self.held: dict[str, list[Term]] = {}
        for row in rows:
            self.held.setdefault(row["property"].value, []).append(row["value"])

    def all(self, name: str) -> list[Term]:
        """The values of a property; a name without a namespace is one of ours."""
        return self.held.get(name if ":" in name else SILK + name, [])

    def one(self, name: str) -> Term | None:
        """A value of a property, None where there is none."""
        return next(iter(sorted(self.all(name), key=lambda term: term.value)), None)

    def said(self, name: str, tongue: str) -> Text | None:
        """What a property says in the language of the page, else in the other."""
        return by_language(self.all(name), tongue)

    def names(self) -> list[Term]:
        """What the thing is called: its label, else its title."""
        return self.all(f"{RDFS}label") or self.all(f"{SKOS}prefLabel") or self.all(f"{DCTERMS}title")

    def title(self, tongue: str, otherwise: str) -> tuple[Text, Text | None]:
        """The name in the language of the page, and the one in the other where it differs."""
        named = self.names()
        first = by_language(named, tongue) or Text(otherwise)
        others = [name for name in named if name.language != first.language and name.value != first.words]
        return first, by_language(others, tongue)

    def without(self, *names: str) -> dict[str, list[Term]]:
        """The properties that a page has not told in its own way."""
        left_out = {name if ":" in name else SILK + name for name in names}
        return {name: terms for name, terms in sorted(self.held.items()) if name not in left_out}

    def iris(self) -> Iterable[str]:
        """Every thing and property in them."""
        for name, terms in self.held.items():
            yield name
            yield from (term.value for term in terms if term.is_iri)
