"""The page of the vocabulary: every class and property with what it means, where it applies, and an example.

A term's IRI ends in ``#partner``, so its page is this one, at the place of that name.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from silkgraph.namespaces import OWL, RDF, RDFS, SCHEMA, SILK, SKOS
from silkgraph.pages.asking import Asking, iris
from silkgraph.pages.page import Page, Source
from silkgraph.pages.statements import Statements
from silkgraph.pages.terms import Row, Text


@dataclass(frozen=True, slots=True)
class Entry:
    """A class or property."""

    iri: str
    name: str
    title: Text
    other_title: Text | None
    comments: tuple[Text, ...]
    parents: tuple[str, ...]
    subjects: tuple[str, ...]
    values: tuple[str, ...]
    examples: tuple[str, ...]


async def vocabulary_page(thing: str, said: Statements, asking: Asking, source: Source) -> Page:
    """The page of the vocabulary."""
    rows = await asking.rows("vocabulary")
    held: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        held[row["term"].value].append(row)
    classes: list[Entry] = []
    properties: list[Entry] = []
    for iri, about in held.items():
        if not iri.startswith(SILK):
            continue
        statements = Statements(about)
        kinds = {term.value for term in statements.all(f"{RDF}type")}
        (classes if f"{OWL}Class" in kinds else properties).append(_entry(iri, statements, asking.tongue))
    names = await asking.names({*said.iris(), *iris(rows), thing})
    title, other = said.title(asking.tongue, thing)
    comments = [term for term in said.all(f"{RDFS}comment") if term.language == asking.tongue]
    comment = max(
        (Text(term.value, term.language) for term in comments), key=lambda text: len(text.words), default=None
    )
    content = {"said": said, "other_title": other, "comment": comment, "names": names}
    return Page("vocabulary.html", title, {**content, "classes": classes, "properties": properties})


def _entry(iri: str, about: Statements, tongue: str) -> Entry:
    title, other = about.title(tongue, iri)
    comments = sorted(about.all(f"{RDFS}comment"), key=lambda term: term.language != tongue)
    return Entry(
        iri,
        iri.removeprefix(SILK),
        title,
        other,
        tuple(Text(comment.value, comment.language) for comment in comments),
        _values(about, f"{RDFS}subClassOf", f"{RDFS}subPropertyOf"),
        _values(about, f"{RDFS}domain", f"{SCHEMA}domainIncludes"),
        _values(about, f"{RDFS}range", f"{SCHEMA}rangeIncludes"),
        _values(about, f"{SKOS}example"),
    )


def _values(about: Statements, *names: str) -> tuple[str, ...]:
    return tuple(term.value for name in names for term in about.all(name))
