"""The outcomes, figures and bodies of one side that may differ, each with its fields as people name them.

Of ``outcome/brf1-2017-outcome-list/1.3/2`` the fields are ``kind: agreement``, ``partners: 老挝政府 (government-la)``,
``quote: 与老挝、柬埔寨政府签署…`` and so on; where it stands (item, number, start, end) is kept apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal as OneOf

from pyoxigraph import Literal, NamedNode, Quad, Triple

from silkgraph.export.order import natural
from silkgraph.namespaces import KIND_CLASSES, LABEL, SCHEMES, THINGS, prov, silk, skos

ThingClass = OneOf["outcome", "figure", "body"]
CLASSES: tuple[ThingClass, ...] = ("outcome", "figure", "body")
Fields = Mapping[str, tuple[str, ...]]

NAMES = {
    "assumption": "assumptions",
    "asOf": "as_of",
    "upperValue": "upper",
    "bodyType": "type",
    "altLabel": "other_names",
    "hiddenLabel": "hidden_names",
    "partnerCountry": "partner_countries",
}
"""Properties whose field has another name, which it has in rows too."""
ROLES = {"initiator": "initiators", "partner": "partners"}
"""What rows call the parties of a role; the other roles keep their names."""
TOLD_OTHERWISE = {
    *map(silk, ("initiator", "partner", "establishes", "convenes", "names", "involves", "party", "amount")),
    *map(silk, ("passage", "item", "sequence", "document")),
    prov("wasDerivedFrom"),
    skos("prefLabel"),
}
"""Properties that repeat what the fields tell already, or lead to what they are told from."""
OWN_CLASSES = {*map(silk, ("Outcome", "Figure", "Body", *KIND_CLASSES.values()))}


@dataclass(frozen=True, slots=True, eq=False)
class Thing:
    """An outcome, figure or body as one side describes it."""

    iri: str
    of: ThingClass
    documents: tuple[str, ...]
    """The document it was read from; of a body, all that name it."""
    item: str
    number: int
    start: int
    end: int
    fields: Fields
    """Everything but where it stands."""
    triples: frozenset[Triple]
    """All that is said of it, its parties and sums, and the words it was read from."""

    @property
    def quote(self) -> str:
        """The words that it was read from; "" of a body."""
        return "".join(self.fields.get("quote", ()))

    @property
    def sort(self) -> tuple[str, ...]:
        """What makes two things of one passage different in kind: ``("agreement",)``, ``("增长率", "%")``."""
        return tuple(value for name in ("kind", "measure", "unit") for value in self.fields.get(name, ()))

    @property
    def place(self) -> Fields:
        """Where it stands, as fields."""
        if self.of == "body":
            return {}
        numbers = {"number": self.number, "start": self.start, "end": self.end}
        return {"item": (self.item,), **{name: (str(value),) for name, value in numbers.items()}}

    def label(self, language: str) -> str:
        """What it is called in ``zh`` or ``en``."""
        return "; ".join(self.fields.get("label" if language == "zh" else "label_en", ()))

    def reading_order(self) -> tuple[object, ...]:
        """A key that sorts things by document and place."""
        return self.of, self.documents if self.of != "body" else (), self.start, natural(self.iri)


def fields_of(own: Iterable[Quad], quads: Iterable[Quad], quotes: Iterable[str]) -> Fields:
    """What is said of a thing, by field; values in order, parties in theirs."""
    fields: defaultdict[str, set[str]] = defaultdict(set)
    for quad in own:
        if quad.predicate == LABEL and isinstance(quad.object, Literal):
            fields["label" if quad.object.language == "zh" else "label_en"].add(quad.object.value)
        elif quad.predicate not in TOLD_OTHERWISE and quad.object not in OWN_CLASSES:
            fields[_name(quad.predicate)].add(_shown(quad.object))
    found = {name: tuple(sorted(values, key=natural)) for name, values in fields.items()}
    if quoted := tuple(sorted(set(quotes))):
        found["quote"] = quoted
    return {**found, **_parts(quads)}


def _parts(quads: Iterable[Quad]) -> Fields:
    """Parties and sums of an outcome, in their order."""
    parts: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for quad in quads:
        if isinstance(quad.subject, NamedNode):
            parts[quad.subject.value][last(quad.predicate.value)] = text_of(quad.object)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for iri in sorted(parts, key=natural):
        part = parts[iri]
        if "/party/" in iri:
            role = part.get("role", "")
            named = f"{part.get('nameAsWritten', '')} ({last(part.get('body', ''))})"
            found[ROLES.get(role, role)].append(named)
            if reason := part.get("identification"):
                found["identifications"].append(f"{named}: {last(reason)}")
        elif "/amount/" in iri:
            found["amounts"].append(f"{part.get('value', '')} {part.get('currency', '')}")
    return {name: tuple(values) for name, values in found.items()}


def _name(predicate: NamedNode) -> str:
    name = last(predicate.value)
    return NAMES.get(name, name)


def _shown(term: object) -> str:
    """A value for people: a code, the IRI of a thing without its beginning, a text with its language."""
    if isinstance(term, NamedNode):
        return last(term.value) if term.value.startswith(SCHEMES) else term.value.removeprefix(THINGS)
    if isinstance(term, Literal):
        return f"{term.value}@{term.language}" if term.language else term.value
    return str(term)


def text_of(term: object) -> str:
    """A literal's text, or an IRI."""
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def last(iri: str) -> str:
    """The last part of an IRI: a code, an identifier."""
    return iri.rpartition("#")[2].rpartition("/")[2]
