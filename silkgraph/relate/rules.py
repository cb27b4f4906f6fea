"""The rules by which two outcomes of different documents are linked.

Sameness (``silk:sameOutcomeAs``) is looked for in two documents of one forum, and where one of the documents reports on
many years, as a white paper does:

- ``same-label``: one name, and parties that do not contradict.
- ``same-but-for-wording``: names that differ only in words that documents put for each other.
- ``same-but-for-kind``: names of texts that differ only in the word for the kind of text (协议, 倡议).
- ``issuer-in-name``: one document names the issuer beside the text (X论坛发表了主席总结), the other in its name.

Carrying on (``silk:followsUp``) is looked for in documents of different dates:

- ``proposal-realised``: what was proposed or announced is there.
- ``name-continued``: the earlier outcome's name stands in the later one's name.
- ``particulars-shared``: names of one kind that differ only in words that many names have (合作, 国际 …).
- ``known-as``: the data file says that the two names are of one thing.
- ``founded-body-acts``, ``founded-body-named``: a body that the earlier one set up is a party to the later one, or
  named in its passage.
- ``event-reconvened``: the same event or series is held again.
- ``funding-repeated``: the same body commits money under the same name again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from silkgraph.model import Body, Kind, Outcome
from silkgraph.relate.names import core, exact, names

Reason = Literal[
    "same-label",
    "same-but-for-wording",
    "same-but-for-kind",
    "issuer-in-name",
    "proposal-realised",
    "name-continued",
    "particulars-shared",
    "known-as",
    "founded-body-acts",
    "founded-body-named",
    "event-reconvened",
    "funding-repeated",
]
Property = Literal["sameOutcomeAs", "followsUp"]

TEXTS: frozenset[Kind] = frozenset(("agreement", "declaration", "publication"))
ACTIONS: frozenset[Kind] = frozenset(("programme", "funding"))
TITLED: frozenset[Kind] = frozenset(("declaration", "publication"))
LONG = 10
"""Characters of a name whose last word may differ."""
OWN = 4
"""Characters of its own that a name needs where words that many names share are left out of account."""


@dataclass(frozen=True, slots=True)
class Link:
    """``later`` is the outcome that the link starts from; the words are those of each document that join the two.

    ``because`` says in Chinese and English what the data file knows, where the rule rests on it.
    """

    later: Outcome
    earlier: Outcome
    reason: Reason
    words: str
    earlier_words: str
    property: Property
    because: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two outcomes of different documents.

    ``report``: one of the documents is of no forum and reports on many years. ``founded_beside``: the bodies that
    outcomes of the later one's passage set up.
    """

    later: Outcome
    earlier: Outcome
    same_forum: bool
    report: bool
    founded_beside: frozenset[str] = frozenset()

    def link(self, reason: Reason, property: Property, words: str = "", earlier_words: str = "") -> Link:
        """A link between the two, resting on their names where no other words are given."""
        words, earlier_words = words or self.later.label, earlier_words or self.earlier.label
        return Link(self.later, self.earlier, reason, words, earlier_words, property)


Rule = Callable[[Pair], Link | None]


def same_label(pair: Pair) -> Link | None:
    """``全球人工智能治理倡议`` in the list and in the chair's statement."""
    if exact(pair.later.label) != exact(pair.earlier.label) or not names().tells(pair.later.label):
        return None
    return pair.link("same-label", "sameOutcomeAs") if _may_be_same(pair) else None


def same_but_for_wording(pair: Pair) -> Link | None:
    """``加深互联互通合作北京倡议`` and ``深化互联互通合作北京倡议``."""
    known = names()
    if known.plain(pair.later.label) != known.plain(pair.earlier.label) or not known.tells(pair.later.label):
        return None
    if not _may_be_same(pair):
        return None
    wordings = known.wordings_between(pair.later.label, pair.earlier.label)
    because = (" ".join(w.reason_zh for w in wordings), " ".join(w.reason_en for w in wordings))
    link = pair.link("same-but-for-wording", "sameOutcomeAs")
    return Link(*(link.later, link.earlier, link.reason, link.words, link.earlier_words, link.property), because)


def same_but_for_kind(pair: Pair) -> Link | None:
    """``…国际经贸合作框架协议`` and ``…国际经贸合作框架倡议``, of one forum."""
    if not pair.same_forum:
        return None
    known = names()
    name = known.without_kind(pair.later.label)
    long_enough = len(name) >= LONG and len(known.particulars(name)) >= OWN
    alike = long_enough and name == known.without_kind(pair.earlier.label)
    if not alike or not {pair.later.kind, pair.earlier.kind} <= TEXTS or not agree(pair.later, pair.earlier):
        return None
    return pair.link("same-but-for-kind", "sameOutcomeAs")


def issuer_in_name(pair: Pair) -> Link | None:
    """``廉洁丝绸之路专题论坛发表了主席总结`` and ``廉洁丝绸之路专题论坛主席总结``."""
    for one, other in ((pair.later, pair.earlier), (pair.earlier, pair.later)):
        for issuer in one.initiators:
            full = exact(issuer.name + one.label)
            if full == exact(other.label) and _compatible(one.kind, other.kind) and (pair.same_forum or pair.report):
                written = (f"{issuer.name}{one.label}", other.label)
                return pair.link("issuer-in-name", "sameOutcomeAs", *(written if one is pair.later else written[::-1]))
    return None


def proposal_realised(pair: Pair) -> Link | None:
    """``建立“一带一路”绿色发展国际联盟的倡议`` and then ``“一带一路”绿色发展国际联盟``, founded."""
    later, earlier = pair.later, pair.earlier
    if later.status == "concluded" and earlier.status == "announced" and _one_thing(later, earlier):
        return pair.link("proposal-realised", "followsUp")
    proposed = later.kind == "institution" and earlier.kind in TEXTS and names().is_name(later)
    if proposed and core(later.label) in core(earlier.label):
        return pair.link("proposal-realised", "followsUp")
    return None


def name_continued(pair: Pair) -> Link | None:
    """``“一带一路”新闻合作联盟`` and then ``第三届“一带一路”新闻合作联盟理事会议``."""
    later, earlier = pair.later, pair.earlier
    if _one_thing(later, earlier):
        return pair.link("name-continued", "followsUp")
    contains = core(earlier.label) in core(later.label) and names().is_name(earlier)
    return pair.link("name-continued", "followsUp") if contains and partners_agree(later, earlier) else None


def particulars_shared(pair: Pair) -> Link | None:
    """``丝路沿线民间组织合作网络`` and ``丝绸之路沿线民间组织合作网络``."""
    known = names()
    later, earlier = pair.later, pair.earlier
    if later.kind != earlier.kind:
        return None
    own = known.particulars(later.label)
    if own != known.particulars(earlier.label) or len(own) < OWN:
        return None
    heads = {known.head(later), known.head(earlier)} - {""}
    one_head = len(heads) == 1 and partners_agree(later, earlier)
    return pair.link("particulars-shared", "followsUp") if one_head else None


def known_as(pair: Pair) -> Link | None:
    """Two names that ``ontology/linking.toml`` gives one thing."""
    thing = names().thing(pair.later.label)
    if thing is None or thing is not names().thing(pair.earlier.label):
        return None
    because = (thing.reason_zh, thing.reason_en)
    return Link(pair.later, pair.earlier, "known-as", pair.later.label, pair.earlier.label, "followsUp", because)


def founded_body_acts(pair: Pair) -> Link | None:
    """An outcome of the ``“一带一路”绿色发展国际联盟``, which an earlier one founded."""
    return _by_body(pair, "founded-body-acts", pair.later.initiators + pair.later.partners + pair.later.establishes)


def founded_body_named(pair: Pair) -> Link | None:
    """An outcome whose passage names the body that an earlier one founded, and does not tell of its founding too."""
    named = (body for body in pair.later.names if body.identifier not in pair.founded_beside)
    return _by_body(pair, "founded-body-named", named)


def event_reconvened(pair: Pair) -> Link | None:
    """The third edition of an event of which an earlier outcome held the second."""
    if not pair.earlier.convenes:
        return None
    held = {body.identifier: body for body in _particular(pair.later.convenes)}
    for event in _particular(pair.earlier.convenes):
        if event.identifier in held:
            return pair.link("event-reconvened", "followsUp", held[event.identifier].name, event.name)
    return None


def funding_repeated(pair: Pair) -> Link | None:
    """``丝路基金新增资金``, in 2017 and again in 2023."""
    later, earlier = pair.later, pair.earlier
    one_name = later.kind == earlier.kind == "funding" and core(later.label) == core(earlier.label)
    if one_name and _identifiers(later.initiators) & _identifiers(earlier.initiators):
        return pair.link("funding-repeated", "followsUp")
    return None


SAME: tuple[Rule, ...] = (same_label, same_but_for_wording, same_but_for_kind, issuer_in_name)
FOLLOWING: tuple[Rule, ...] = (
    funding_repeated,
    proposal_realised,
    name_continued,
    particulars_shared,
    known_as,
    founded_body_acts,
    event_reconvened,
    founded_body_named,
)


def _may_be_same(pair: Pair) -> bool:
    """Whether two documents may report one outcome under one name."""
    later, earlier = pair.later, pair.earlier
    if not _compatible(later.kind, earlier.kind) or not agree(later, earlier):
        return False
    if pair.same_forum:
        return True
    if not pair.report:
        return False
    if later.kind in TEXTS:
        return True
    done = later.status == earlier.status == "concluded" and "named-thing" not in (later.rule, earlier.rule)
    return later.kind == "institution" and done


def _compatible(one: Kind, other: Kind) -> bool:
    """Whether two documents may mean one thing by the two kinds."""
    return one == other or {one, other} <= TEXTS or {one, other} <= ACTIONS


def agree(one: Outcome, other: Outcome) -> bool:
    """Whether the parties do not contradict.

    Agreements are told apart by their parties, unless they have a title of their own. Of other outcomes some of
    those named, or their countries, are the same; an event in whose course something was done contradicts nobody.
    """
    agreements = "agreement" in (one.kind, other.kind)
    if not partners_agree(one, other):
        return False
    if agreements and not (names().is_name(one) or one.kind != other.kind):
        return _identifiers(one.initiators + one.partners) == _identifiers(other.initiators + other.partners)
    here, there = acting(one), acting(other)
    return not here or not there or shares(here, there)


def partners_agree(one: Outcome, other: Outcome) -> bool:
    """Whether two agreements may be with the same: ``经贸合作协议`` with Laos is not the one with Hungary."""
    if not one.kind == other.kind == "agreement":
        return True
    here, there = _particular(one.partners), _particular(other.partners)
    return not (here and there) or shares(here, there)


def shares(some: Iterable[Body], others: Iterable[Body]) -> bool:
    """Whether two groups have a body or a country in common."""
    some, others = tuple(some), tuple(others)
    countries = {body.country for body in some if body.country} & {body.country for body in others if body.country}
    return bool(countries or _identifiers(some) & _identifiers(others))


def acting(outcome: Outcome, *, events: bool = False) -> tuple[Body, ...]:
    """The particular bodies that do it; events in whose course it is done only where asked for."""
    return tuple(body for body in _particular(outcome.initiators) if events or body.type != "event-series")


def _one_thing(one: Outcome, other: Outcome) -> bool:
    """Whether two outcomes are about one named thing: one name, or one body set up or event held."""
    if not _compatible(one.kind, other.kind) or "funding" in (one.kind, other.kind) or not partners_agree(one, other):
        return False
    if {one.kind, other.kind} == {"institution"} and _known(one.establishes) & _known(other.establishes):
        return True
    if core(one.label) != core(other.label) or not names().tells(one.label):
        return False
    return len(names().particulars(one.label)) >= OWN or bool(names().head(one))


def _by_body(pair: Pair, reason: Reason, bodies: Iterable[Body]) -> Link | None:
    """A link by a body that the earlier outcome set up and that is among ``bodies``."""
    if not pair.earlier.establishes:
        return None
    here = {body.identifier: body for body in bodies}
    for founded in _particular(pair.earlier.establishes):
        if founded.identifier in here:
            return pair.link(reason, "followsUp", here[founded.identifier].name, founded.name)
    return None


def _known(bodies: Iterable[Body]) -> frozenset[str]:
    return frozenset(body.identifier for body in bodies if body.reconciled)


def _particular(bodies: Iterable[Body]) -> tuple[Body, ...]:
    return tuple(body for body in bodies if not body.generic)


def _identifiers(bodies: Iterable[Body]) -> frozenset[str]:
    return frozenset(body.identifier for body in bodies)
