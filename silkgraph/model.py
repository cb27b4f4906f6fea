"""The values that one stage hands to the next, from a source document to the graph.

All are frozen. Offsets count Unicode code points in the source file as it is on disk,
half-open (``source[start:end] == quote``).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Literal

from silkgraph.values import dataclass

Kind = Literal["agreement", "declaration", "publication", "institution", "funding", "programme", "event"]
Status = Literal["concluded", "announced"]
Qualifier = Literal["exact", "over", "nearly", "about", "at-least", "at-most"]

Rule = Literal[
    "transitive",
    "held",
    "hosted",
    "counted-events",
    "editions",
    "arrived",
    "reported",
    "witnessed",
    "members",
    "funded",
    "pledged",
    "enlarged",
    "changed",
    "bare-title",
    "instrument",
    "named-thing",
    "set-phrase",
    "cited-publication",
    "other",
]
"""The construction that an outcome was read by; ``ontology/reading.ttl`` says what each means."""
Assumption = Literal[
    "head-restored",
    "one-with-each",
    "party-from-clause",
    "party-from-sentence",
    "party-from-context",
    "reference-resolved",
    "kind-from-verb",
    "status-from-before",
    "status-from-heading",
]
"""What a reading takes for granted beyond the words of its passage; ``ontology/reading.ttl`` says what each means."""
Confidence = Literal["stated", "completed", "inferred"]
"""How far a reading goes beyond the words of its passage (``confidence_of``)."""

Identification = Literal[
    "full-name",
    "other-name",
    "short-form",
    "country-in-front",
    "country-from-context",
    "spelling",
    "edition-left-out",
    "country-by-rule",
    "side",
    "own-name",
    "description",
]
"""Why a name is taken for a body; ``ontology/reading.ttl`` says what each means."""
UnreadReason = Literal["construction-not-recognised", "verb-not-known", "entry-without-outcome"]
"""Why a clause that tells an outcome gave none; ``ontology/reading.ttl`` says what each means."""

COMPLETIONS: frozenset[Assumption] = frozenset(
    ("head-restored", "one-with-each", "party-from-clause", "status-from-heading")
)
"""Assumptions that the grammar of the one sentence, or the heading over an entry, asks for; others look further."""

KINDS: tuple[Kind, ...] = ("agreement", "declaration", "publication", "institution", "funding", "programme", "event")


def confidence_of(assumptions: Iterable[Assumption]) -> Confidence:
    """``stated`` where nothing is assumed, ``completed`` where only the sentence's own ellipses are filled."""
    assumed = set(assumptions)
    if not assumed:
        return "stated"
    return "completed" if assumed <= COMPLETIONS else "inferred"


@dataclass(frozen=True, slots=True)
class Passage:
    """The words in the source that a statement was read from."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation, country or other actor, as one outcome names it.

    ``name`` is as the text has it, with what coordination left out put back (``老挝政府`` from
    ``老挝、柬埔寨政府``). ``identifier`` is the local part of the body's IRI: that of the authority
    file where ``reconciled``, otherwise made from the name's pinyin. ``country`` is ISO 3166-1
    alpha-2, None for an international body. ``generic`` marks a description that names no
    particular body (``有关国家铁路公司``). ``identification`` tells by what rule the name is that body's.
    """

    name: str
    country: str | None
    type: str
    generic: bool
    identifier: str
    reconciled: bool
    identification: Identification = "own-name"


@dataclass(frozen=True, slots=True)
class Amount:
    """Money in whole or decimal currency units: ``1000亿元人民币`` is ``100000000000`` ``CNY``."""

    value: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """One instrument or one action with one set of parties (evaluation format, "The unit")."""

    document: str
    item: str
    number: int
    passage: Passage
    kind: Kind
    label: str
    status: Status
    initiators: tuple[Body, ...]
    partners: tuple[Body, ...]
    domain: str
    pillar: str | None = None
    amounts: tuple[Amount, ...] = ()
    establishes: tuple[Body, ...] = ()
    convenes: tuple[Body, ...] = ()
    names: tuple[Body, ...] = ()
    year: int | None = None
    rule: Rule = "other"
    assumptions: tuple[Assumption, ...] = ()

    @property
    def confidence(self) -> Confidence:
        """How far the reading goes beyond the words of its passage."""
        return confidence_of(self.assumptions)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that running text states. ``unit`` is a currency code or a Chinese measure noun."""

    document: str
    item: str
    number: int
    passage: Passage
    subject: str
    measure: str
    value: Decimal
    upper: Decimal | None
    unit: str
    qualifier: Qualifier
    as_of: str | None


@dataclass(frozen=True, slots=True)
class Participation:
    """Somebody who took part in a forum, for a country or an organisation; name and office in Chinese.

    ``person`` is None where the text names only a delegation (``法国…等国领导人高级别代表``).
    """

    document: str
    item: str
    number: int
    passage: Passage
    person: str | None
    office: str
    country: str | None
    organization: Body | None


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered entry or paragraph. ``start`` and ``end`` are offsets in the normalised text.

    ``number`` is as the evaluation format has it (``3.14``, ``56``, ``7.3``, ``box.2``, ``p4``);
    ``headings`` are the titles of the sections it stands in, outermost first;
    ``paragraphs`` are the spans of its paragraphs, without number and line breaks.
    """

    number: str
    start: int
    end: int
    headings: tuple[str, ...]
    pillar: str | None
    paragraphs: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """What ``document.toml`` says about a source document.

    ``forum`` is the forum edition's year as text (``"2017"``) or None; ``sha256`` is of the
    source file's bytes; ``stated_items`` is the number of items that the document itself states.
    """

    identifier: str
    title_zh: str
    title_en: str
    forum: str | None
    issuer: str
    issued: date | None
    published_at: str
    sha256: str
    profile: str
    rights: str = ""
    stated_items: int | None = None


@dataclass(frozen=True, slots=True)
class UnreadClause:
    """A clause that tells an outcome by its verb and from which none was read.

    ``verb`` is "" where a whole entry of a list gave nothing.
    """

    item: str
    passage: Passage
    verb: str
    reason: UnreadReason


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read from one document."""

    document: SourceDocument
    length: int
    """Code points in the source text."""
    items: tuple[Item, ...]
    item_passages: tuple[Passage, ...]
    """The passage of each item in the source, parallel to ``items``."""
    outcomes: tuple[Outcome, ...]
    figures: tuple[Figure, ...] = ()
    participations: tuple[Participation, ...] = ()
    unread: tuple[UnreadClause, ...] = ()
    preamble: Passage | None = None
    """What stands before the first item, where figures were read from it; they have the item ``0``."""
