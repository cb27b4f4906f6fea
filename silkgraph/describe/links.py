"""What can be said of outcomes across documents: the same outcome told twice, and one that carries on another.

A link is made only where it is certain, and each has its reason. Rules, in this order:

- ``same-label``: two documents of one forum give outcomes of a compatible kind the same name, and
  name no parties that contradict each other: ``silk:sameOutcomeAs``, stated both ways.
- ``name-continued``: the name of an institution, event, programme or declaration of an earlier
  forum stands in the name of a later forum's outcome.
- ``founded-body-acts``: a body that an earlier outcome set up is a party to a later one.
- ``event-reconvened``: an event or series that an earlier outcome held is held again.
- ``funding-repeated``: the same body commits money under the same name again.

The last four make ``silk:followsUp``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal as OneOf

from pyoxigraph import Literal, NamedNode, Quad

from silkgraph.describe import iris
from silkgraph.describe.literals import en, text, zh
from silkgraph.describe.namespaces import COMMENT, LABEL, LINKS_GRAPH, TYPE, silk
from silkgraph.model import Body, Kind, Outcome, Reading
from silkgraph.read.vocabulary import read_as

Reason = OneOf["same-label", "name-continued", "founded-body-acts", "event-reconvened", "funding-repeated"]

SHORTEST_NAME = 6
"""A shorter name may be part of another by chance."""
SHORTEST_REST = 2
"""Characters that must remain of a name when all that many names share is taken away."""
EDITION = re.compile(r"第[一二三四五六七八九十百0-9]+(?:届|次|期)|(?:19|20)\d\d年?(?:[-—–－~至](?:19|20)\d\d年?)?|首届")
NOT_LETTERS = re.compile(r"[^\w]|_")
HEAD: dict[Kind, str] = {
    "institution": "联盟|中心|委员会|网络|平台|基金|基金会|办公室|机制|协会|联合会|共同体|实验室|学院|工作组|秘书处"
    "|银行|伙伴关系|组织|合作体",
    "event": "论坛|大会|会议|博览会|展览会|峰会|研讨会|年会|对话会|电影节|艺术节|竞赛|大赛",
    "programme": "计划|行动|工程|项目|奖学金|奖",
    "declaration": "倡议|宣言|共识|原则|声明",
}
"""What the name of each kind of outcome ends with, where it is a name and not a description."""
SHARED = re.compile(
    "一带一路|丝绸之路|丝路|共建|国际|全球|合作|建设|高峰|高级别|高质量|发展|交流"
    "|中国|有关|相关|系列|一批|国家|沿线|" + "|".join(HEAD.values())
)
"""What the names of many things have in common."""
TEXTS: frozenset[Kind] = frozenset(("agreement", "declaration", "publication"))
ACTIONS: frozenset[Kind] = frozenset(("programme", "funding"))


@dataclass(frozen=True, slots=True)
class Link:
    """``later`` is the outcome that the link starts from; ``what`` is the name or body that joins the two."""

    later: Outcome
    earlier: Outcome
    reason: Reason
    what: str

    @property
    def property(self) -> str:
        """The property that the link stands for."""
        return "sameOutcomeAs" if self.reason == "same-label" else "followsUp"


def link_quads(readings: Iterable[Reading]) -> list[Quad]:
    """The quads of the links graph, in a stable order."""
    numbers: defaultdict[Outcome, int] = defaultdict(int)
    quads: set[Quad] = set()
    for link in find_links(readings):
        numbers[link.later] += 1
        quads.update(_quads(link, numbers[link.later]))
    return sorted(quads, key=str)


def find_links(readings: Iterable[Reading]) -> list[Link]:
    """All links, at most one from an outcome to another, ordered by the documents' and outcomes' names."""
    ordered = sorted((r for r in readings if r.document.forum), key=lambda r: (r.document.forum, r.document.identifier))
    links: dict[tuple[Outcome, Outcome], Link] = {}
    for index, reading in enumerate(ordered):
        for other in ordered[:index]:
            same_forum = other.document.forum == reading.document.forum
            found = (
                _same(reading.outcomes, other.outcomes) if same_forum else _continued(reading.outcomes, other.outcomes)
            )
            for link in found:
                links.setdefault((link.later, link.earlier), link)
    return list(links.values())


def core(label: str) -> str:
    """A name without marks, edition and year: ``第八届“一带一路”园区峰会（2023）`` is ``一带一路园区峰会``."""
    plain = NOT_LETTERS.sub("", EDITION.sub("", unicodedata.normalize("NFKC", read_as(label))))
    return plain.casefold()


def exact(label: str) -> str:
    """A name without marks, with its edition and year."""
    return NOT_LETTERS.sub("", unicodedata.normalize("NFKC", read_as(label))).casefold()


def is_name(outcome: Outcome) -> bool:
    """Whether an outcome's label names one thing in particular, so that it means the same thing elsewhere."""
    name = core(outcome.label)
    head = HEAD.get(outcome.kind)
    if head is None or len(name) < SHORTEST_NAME or not re.search(f"(?:{head})$", name):
        return False
    return len(SHARED.sub("", name)) >= SHORTEST_REST


def _same(outcomes: Sequence[Outcome], others: Sequence[Outcome]) -> Iterator[Link]:
    """Outcomes of one forum that two documents report under one name."""
    by_name: defaultdict[str, list[Outcome]] = defaultdict(list)
    for other in others:
        by_name[exact(other.label)].append(other)
    for outcome in outcomes:
        name = exact(outcome.label)
        if len(name) < SHORTEST_NAME or len(SHARED.sub("", core(outcome.label))) < SHORTEST_REST:
            continue
        for other in by_name[name]:
            if _compatible(outcome.kind, other.kind) and _agree(outcome, other):
                yield Link(outcome, other, "same-label", outcome.label)


def _compatible(one: Kind, other: Kind) -> bool:
    """Whether two documents may mean one thing by the two kinds."""
    return one == other or {one, other} <= TEXTS or {one, other} <= ACTIONS


def _agree(one: Outcome, other: Outcome) -> bool:
    """Whether the parties do not contradict: of agreements they are the same, of others some of those named."""
    if one.kind == "agreement" or other.kind == "agreement":
        return _identifiers(one.initiators + one.partners) == _identifiers(other.initiators + other.partners)
    named, named_there = _particular(one.initiators), _particular(other.initiators)
    countries = {body.country for body in named if body.country} & {
        body.country for body in named_there if body.country
    }
    return not named or not named_there or bool(_identifiers(named) & _identifiers(named_there)) or bool(countries)


def _continued(outcomes: Sequence[Outcome], earlier: Sequence[Outcome]) -> Iterator[Link]:
    """Outcomes of a later forum that carry on some of an earlier one."""
    names = [(core(candidate.label), candidate) for candidate in earlier if is_name(candidate)]
    for outcome in outcomes:
        label = core(outcome.label)
        for name, candidate in names:
            if name in label:
                yield Link(outcome, candidate, "name-continued", candidate.label)
        for candidate in earlier:
            yield from _by_bodies(outcome, candidate)
            if _funded_again(outcome, candidate):
                yield Link(outcome, candidate, "funding-repeated", candidate.label)


def _funded_again(outcome: Outcome, earlier: Outcome) -> bool:
    """Whether one body commits money under one name twice."""
    one_name = outcome.kind == earlier.kind == "funding" and core(outcome.label) == core(earlier.label)
    return one_name and bool(_identifiers(outcome.initiators) & _identifiers(earlier.initiators))


def _by_bodies(outcome: Outcome, earlier: Outcome) -> Iterator[Link]:
    """What two outcomes say of the same body."""
    acting = {body.identifier for body in outcome.initiators + outcome.partners + outcome.establishes}
    for founded in _particular(earlier.establishes):
        if founded.identifier in acting:
            yield Link(outcome, earlier, "founded-body-acts", founded.name)
    held = _identifiers(_particular(outcome.convenes))
    for event in _particular(earlier.convenes):
        if event.identifier in held:
            yield Link(outcome, earlier, "event-reconvened", event.name)


def _particular(bodies: Iterable[Body]) -> tuple[Body, ...]:
    return tuple(body for body in bodies if not body.generic)


def _identifiers(bodies: Iterable[Body]) -> frozenset[str]:
    return frozenset(body.identifier for body in bodies)


REASONS: dict[Reason, tuple[str, str]] = {
    "same-label": (
        "同一届论坛的两份文件都以“{what}”之名记载这项成果。",
        "Two documents of the same forum report this outcome under the one name “{what}”.",
    ),
    "name-continued": (
        "这项成果的名称沿用了此前论坛的成果“{what}”。",
        "The name of this outcome carries on “{what}”, an outcome of an earlier forum.",
    ),
    "founded-body-acts": (
        "此前论坛设立的“{what}”是这项成果的参与方。",
        "“{what}”, which an outcome of an earlier forum set up, is a party to this one.",
    ),
    "event-reconvened": (
        "此前论坛举办的“{what}”再次举办。",
        "“{what}”, which an outcome of an earlier forum held, is held again.",
    ),
    "funding-repeated": (
        "同一机构再次以“{what}”之名承诺资金。",
        "The same body commits money under the name “{what}” again.",
    ),
}
"""What is said of a link, in Chinese and English."""


def _quads(link: Link, number: int) -> Iterator[Quad]:
    """The link as a property between the outcomes, and as a node with its reason."""
    node, later, earlier = iris.link(link.later, number), iris.outcome(link.later), iris.outcome(link.earlier)
    chinese, english = REASONS[link.reason]
    triples: list[tuple[NamedNode, NamedNode, NamedNode | Literal]] = [
        (later, silk(link.property), earlier),
        (node, TYPE, silk("Link")),
        (node, LABEL, zh("同一成果" if link.reason == "same-label" else "延续此前成果")),
        (node, LABEL, en("Same outcome" if link.reason == "same-label" else "Follows up an earlier outcome")),
        (node, silk("from"), later),
        (node, silk("to"), earlier),
        (node, silk("linkReason"), text(link.reason)),
        (node, COMMENT, zh(chinese.format(what=_quotable(link.what)))),
        (node, COMMENT, en(english.format(what=_quotable(link.what)))),
    ]
    if link.reason == "same-label":
        triples.append((earlier, silk("sameOutcomeAs"), later))
    yield from (Quad(*triple, LINKS_GRAPH) for triple in triples)


def _quotable(name: str) -> str:
    """A name with its inner quotation marks made single, as it stands between double ones."""
    return name.replace("“", "‘").replace("”", "’")
