"""The IRI of everything the graph speaks of, made in one place.

What follows the base is built of ``[A-Za-z0-9/._-]`` only. A part that comes from outside (the name
of a file, a number as a document writes it) and has other characters is transliterated and given
a short hash, so that two different parts never share an IRI.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache

from pyoxigraph import NamedNode

from silkgraph.describe.romanise import syllables
from silkgraph.model import Figure, Outcome, Passage
from silkgraph.namespaces import BASE, GRAPHS, SCHEMES, THINGS

SAFE = re.compile(r"[A-Za-z0-9._-]+")
DOTS = re.compile(r"\.+")
LONGEST = 48
"""Characters of a transliterated part, without its hash."""


@cache
def segment(text: str) -> str:
    """``text`` as one part of a path: itself where it is safe, else pinyin and a hash of it.

    Raises:
        ValueError: there is nothing to make a part of.
    """
    if not text:
        raise ValueError("an IRI cannot be made of an empty name")
    if SAFE.fullmatch(text) and not DOTS.fullmatch(text):
        return text
    stem = re.sub(r"[^A-Za-z0-9]+", "-", "-".join(syllables(text)))[:LONGEST].strip("-")
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]
    return f"{stem}-{digest}" if stem else digest


def thing(*parts: str | int) -> NamedNode:
    """``thing("item", "brf1-2017-outcome-list", "3.14")`` is ``…/id/item/brf1-2017-outcome-list/3.14``."""
    return NamedNode(THINGS + "/".join(segment(str(part)) for part in parts))


def forum(year: str) -> NamedNode:
    """An edition of the forum: ``…/id/forum/2017``."""
    return thing("forum", year)


def document(identifier: str) -> NamedNode:
    """A source document."""
    return thing("document", identifier)


def item(document_identifier: str, number: str) -> NamedNode:
    """An item of a source document."""
    return thing("item", document_identifier, number)


def outcome(given: Outcome) -> NamedNode:
    """An outcome: ``…/id/outcome/DOCUMENT/ITEM/N``."""
    return thing("outcome", given.document, given.item, given.number)


def party(given: Outcome, position: int) -> NamedNode:
    """The party at ``position``, counted from 1 through all roles of an outcome."""
    return thing("outcome", given.document, given.item, given.number, "party", position)


def amount(given: Outcome, number: int) -> NamedNode:
    """The ``number``-th of an outcome's sums of money, from 1."""
    return thing("outcome", given.document, given.item, given.number, "amount", number)


def link(given: Outcome, number: int) -> NamedNode:
    """The ``number``-th inferred link that starts from an outcome."""
    return thing("outcome", given.document, given.item, given.number, "link", number)


def discrepancy(given: Outcome | Figure, number: int) -> NamedNode:
    """The ``number``-th difference between documents that an outcome or figure is on the later side of."""
    kind = "outcome" if isinstance(given, Outcome) else "figure"
    return thing(kind, given.document, given.item, given.number, "discrepancy", number)


def figure(given: Figure) -> NamedNode:
    """A figure: ``…/id/figure/DOCUMENT/ITEM/N``."""
    return thing("figure", given.document, given.item, given.number)


def unread(document_identifier: str, where: Passage) -> NamedNode:
    """A clause that was not read, by its offsets: ``…/id/unread/DOCUMENT/1207-1233``."""
    return thing("unread", document_identifier, f"{where.start}-{where.end}")


def passage(document_identifier: str, where: Passage) -> NamedNode:
    """A passage, by its offsets: ``…/id/passage/DOCUMENT/487-564``."""
    return thing("passage", document_identifier, f"{where.start}-{where.end}")


def participation(document_identifier: str, number: int) -> NamedNode:
    """A person's attendance, numbered through the document: two documents of one forum may both tell who came."""
    return thing("document", document_identifier, "participation", number)


def body(identifier: str) -> NamedNode:
    """A body, by the identifier of the authority file or the one made from its name."""
    return thing("body", identifier)


def country_body(code: str) -> NamedNode:
    """A country as an actor: ``…/id/body/country-la``."""
    return body(f"country-{code.lower()}")


def government_body(code: str) -> NamedNode:
    """A country's government: ``…/id/body/government-la``."""
    return body(f"government-{code.lower()}")


def place(code: str) -> NamedNode:
    """A country as a place, by its ISO 3166-1 alpha-2 code."""
    return thing("place", code)


def software(version: str) -> NamedNode:
    """The program in one version."""
    return thing("software", f"silkgraph-{version}")


def concept(scheme: str, code: str) -> NamedNode:
    """A concept of one of the schemes: ``…/scheme/domain/transport``."""
    return NamedNode(f"{SCHEMES}{segment(scheme)}/{segment(code)}")


def graph(name: str) -> NamedNode:
    """A named graph: a document's identifier, ``reference``, ``links`` or ``dataset``."""
    return NamedNode(GRAPHS + segment(name))


def extraction(document_identifier: str) -> NamedNode:
    """The activity that made a document's graph."""
    return NamedNode(f"{GRAPHS}{segment(document_identifier)}/extraction")


def dataset() -> NamedNode:
    """The whole as a dataset."""
    return thing("dataset", "silkgraph")


def is_safe(iri: str) -> bool:
    """Whether an IRI of ours has only the characters promised after its base."""
    return iri.startswith(BASE) and re.fullmatch(r"[A-Za-z0-9/._#-]+", iri.removeprefix(BASE)) is not None
