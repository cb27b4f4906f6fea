"""What a page is made of: terms as answers hold them, and the names of things in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from silkgraph.export.prefixes import PREFIXES
from silkgraph.namespaces import BASE

LANGUAGES = ("en", "zh")
_NAMED = (BASE, *PREFIXES.values())
"""Where IRIs are names made of words."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of an answer: an IRI, a literal or a blank node (``kind`` as SPARQL JSON calls it)."""

    value: str
    kind: str = "literal"
    language: str = ""
    datatype: str = ""

    def __str__(self) -> str:
        return self.value

    def __bool__(self) -> bool:
        return bool(self.value)

    @property
    def is_iri(self) -> bool:
        """Whether it names a thing."""
        return self.kind == "uri"

    @property
    def number(self) -> float:
        """The number that a literal writes.

        Raises:
            ValueError: it writes none.
        """
        return float(self.value)


NOTHING = Term("")
"""What an unbound variable shows as in a template."""


class Row(dict[str, Term]):
    """A row: the terms by variable. An unbound variable is missing; asked for all the same, it is ``NOTHING``."""

    def __missing__(self, name: str) -> Term:
        return NOTHING


Rows = list[Row]


def rows_of(answer: Any) -> Rows:
    """The rows of an answer in SPARQL JSON; unbound variables are missing from their row."""
    return [Row((name, term_of(term)) for name, term in row.items()) for row in answer["results"]["bindings"]]


def term_of(term: Mapping[str, str]) -> Term:
    """A term as SPARQL JSON writes it."""
    return Term(term["value"], term["type"], term.get("xml:lang", ""), term.get("datatype", ""))


@dataclass(frozen=True, slots=True)
class Text:
    """Words with the language that they are in."""

    words: str
    language: str = ""

    def __str__(self) -> str:
        return self.words


class Names:
    """The names of things by IRI: ``names("…/place/LA")`` in the language of the page, else in the other."""

    def __init__(self, rows: Iterable[Row], tongue: str) -> None:
        self._held: dict[str, dict[str, str]] = {}
        for row in rows:
            self._held.setdefault(row["thing"].value, {}).setdefault(row["name"].language, row["name"].value)
        self._tongue = tongue

    def __call__(self, iri: str) -> Text:
        """The name of a thing; where the graph gives none, the end of its IRI, or its address if it is elsewhere."""
        held = self._held.get(iri, {})
        for language in (self._tongue, *LANGUAGES, *held):
            if held.get(language):
                return Text(held[language], language)
        if not iri.startswith(_NAMED):
            return Text(iri.partition("://")[2].removeprefix("www.").rstrip("/") or iri)
        return Text(iri.rstrip("/").rpartition("#" if "#" in iri else "/")[2] or iri)

    def other(self, iri: str) -> Text | None:
        """The name in the other language, where it is another."""
        held, first = self._held.get(iri, {}), self(iri)
        for language in LANGUAGES:
            if language != first.language and held.get(language, first.words) != first.words:
                return Text(held[language], language)
        return None


def by_language(texts: Iterable[Term], tongue: str) -> Text | None:
    """One text of several: in the language of the page, else any."""
    held = {text.language: text for text in texts}
    for language in (tongue, *LANGUAGES, *held):
        if language in held:
            return Text(held[language].value, language)
    return None
