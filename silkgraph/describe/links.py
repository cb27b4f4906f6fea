"""The links graph: what outcomes of different documents have to do with each other, and where documents differ.

Every link and every difference is a node that says why it is there, in Chinese and English, rests on words of
both documents, and leads to the passages that these stand in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from silkgraph.describe import iris
from silkgraph.describe.labels import Glossary
from silkgraph.describe.literals import en, text, zh
from silkgraph.describe.reference_graph import forum_years, known_glossary
from silkgraph.model import Figure, Outcome, Reading
from silkgraph.namespaces import COMMENT, LABEL, LINKS_GRAPH, TYPE, silk
from silkgraph.relate.discrepancies import Aspect, Discrepancy, find_discrepancies
from silkgraph.relate.links import Link, Reason, find_links

Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]

Place = tuple[bool, str, str, int]
"""An outcome or a figure, by its document, item and number."""

REASONS: Mapping[Reason, tuple[str, str]] = {
    "same-label": (
        "两份文件都以“{words}”之名记载这项成果。",
        "Two documents report this outcome under the one name “{words}”.",
    ),
    "same-but-for-wording": (
        "两份文件所用的名称“{words}”与“{earlier}”只有用词不同。{because}",
        "The names “{words}” and “{earlier}” in two documents differ in wording only. {because}",
    ),
    "same-but-for-kind": (
        "同一届论坛的两份文件所用的名称“{words}”与“{earlier}”只有末尾表示文件种类的词不同。",
        "The names “{words}” and “{earlier}” in two documents of a forum differ only in the word for the kind of text.",
    ),
    "issuer-in-name": (
        "一份文件把发布者写在名称里，另一份写在名称之外：“{words}”。",
        "One document writes the issuer as part of the name, the other beside it: “{words}”.",
    ),
    "proposal-realised": (
        "此前提出或宣布的“{earlier}”在此落实。",
        "“{earlier}”, which was proposed or announced before, is carried out here.",
    ),
    "name-continued": (
        "这项成果的名称沿用了此前的成果“{earlier}”。",
        "The name of this outcome carries on “{earlier}”, an earlier outcome.",
    ),
    "particulars-shared": (
        "名称“{words}”与此前的“{earlier}”除“合作”“国际”等通用词外相同。",
        "But for words that many names share, the name “{words}” is that of the earlier “{earlier}”.",
    ),
    "known-as": (
        "“{words}”延续此前的“{earlier}”。{because}",
        "“{words}” carries on the earlier “{earlier}”. {because}",
    ),
    "founded-body-acts": (
        "此前设立的“{earlier}”是这项成果的参与方。",
        "“{earlier}”, which an earlier outcome set up, is a party to this one.",
    ),
    "founded-body-named": (
        "这项成果的原文提到此前设立的“{earlier}”。",
        "The passage of this outcome names “{earlier}”, which an earlier outcome set up.",
    ),
    "event-reconvened": (
        "此前举办的“{earlier}”再次举办。",
        "“{earlier}”, which an earlier outcome held, is held again.",
    ),
    "funding-repeated": (
        "同一机构再次以“{words}”之名承诺资金。",
        "The same body commits money under the name “{words}” again.",
    ),
}
"""What is said of a link, in Chinese and English."""

ASPECTS: Mapping[Aspect, tuple[str, str]] = {
    "name": (
        "名称不同：一份文件写作“{words}”，另一份写作“{earlier}”。",
        "The names differ: “{words}” in one document, “{earlier}” in the other.",
    ),
    "kind": (
        "类别不同：按一份文件为“{words}”，按另一份为“{earlier}”。",
        "The kinds differ: by one document it is of kind {words}, by the other {earlier}.",
    ),
    "status": (
        "状态不同：按一份文件为“{words}”，按另一份为“{earlier}”。",
        "The statuses differ: {words} by one document, {earlier} by the other.",
    ),
    "parties": (
        "发起方不同：一份文件写“{words}”，另一份写“{earlier}”。",
        "The initiators differ: “{words}” in one document, “{earlier}” in the other.",
    ),
    "money": (
        "金额不同：一份文件为{words}，另一份为{earlier}。",
        "The sums differ: {words} in one document, {earlier} in the other.",
    ),
    "value": (
        "数字不同：一份文件写“{words}”，另一份写“{earlier}”。",
        "The numbers differ: “{words}” in one document, “{earlier}” in the other.",
    ),
}
"""What is said of a difference, in Chinese and English."""


def link_quads(readings: Iterable[Reading], root: Path | None = None) -> list[Quad]:
    """The quads of the links graph, in a stable order.

    Args:
        readings: of all documents of the graph.
        root: the folder that holds ``ontology/``; where the project's data lie if not given.
    """
    readings, glossary = list(readings), known_glossary(root)
    found = links_numbered(readings, find_links(readings), root)
    triples = {triple for one, number in found for triple in told(one, number, glossary)}
    return sorted((Quad(*triple, LINKS_GRAPH) for triple in triples), key=str)


def links_numbered(
    readings: Sequence[Reading], links: Sequence[Link], root: Path | None = None
) -> Iterator[tuple[Link | Discrepancy, int]]:
    """Each link that was found and each difference, with its number among those that start from the same thing."""
    numbers: defaultdict[Place, int] = defaultdict(int)
    for link in links:
        numbers[_place(link)] += 1
        yield link, numbers[_place(link)]
    numbers.clear()
    for difference in find_discrepancies(readings, links, forum_years(root)):
        numbers[_place(difference)] += 1
        yield difference, numbers[_place(difference)]


def told(found: Link | Discrepancy, number: int, glossary: Glossary) -> Iterator[Triple]:
    """What the links graph says of a link or a difference."""
    return _link(found, number) if isinstance(found, Link) else _discrepancy(found, number, glossary)


def _place(found: Link | Discrepancy) -> Place:
    """Where the thing stands that a link or difference starts from."""
    later = found.later
    return isinstance(later, Figure), later.document, later.item, later.number


def _link(link: Link, number: int) -> Iterator[Triple]:
    """The link as a property between the outcomes, and as a node with its reason."""
    node, later, earlier = iris.link(link.later, number), iris.outcome(link.later), iris.outcome(link.earlier)
    same = link.property == "sameOutcomeAs"
    yield later, silk(link.property), earlier
    if same:
        yield earlier, silk("sameOutcomeAs"), later
    yield node, TYPE, silk("Link")
    yield node, LABEL, zh("同一成果" if same else "延续此前成果")
    yield node, LABEL, en("Same outcome" if same else "Follows up an earlier outcome")
    yield node, silk("linkReason"), text(link.reason)
    for language, template, because in zip((zh, en), REASONS[link.reason], link.because, strict=True):
        said = template.format(words=_quotable(link.words), earlier=_quotable(link.earlier_words), because=because)
        yield node, COMMENT, language(said.strip())
    yield from _ends(node, link.later, link.earlier, link.words, link.earlier_words)


def _discrepancy(difference: Discrepancy, number: int, glossary: Glossary) -> Iterator[Triple]:
    """A difference as a node: in what, between which things, and what either document says."""
    node = iris.discrepancy(difference.later, number)
    labels = glossary.concept("aspect", difference.aspect)
    yield node, TYPE, silk("Discrepancy")
    yield node, LABEL, zh(f"两份文件不一致：{labels[0]}")
    yield node, LABEL, en(f"Documents differ: {labels[1].lower()}")
    yield node, silk("aspect"), iris.concept("aspect", difference.aspect)
    words, earlier = (_said(difference.aspect, said, glossary) for said in (difference.words, difference.earlier_words))
    for position, (language, template) in enumerate(zip((zh, en), ASPECTS[difference.aspect], strict=True)):
        filled = template.format(words=_quotable(words[position]), earlier=_quotable(earlier[position]))
        yield node, COMMENT, language(filled)
    yield from _ends(node, difference.later, difference.earlier, words[0], earlier[0])


def _ends(
    node: NamedNode, later: Outcome | Figure, earlier: Outcome | Figure, words: str, earlier_words: str
) -> Iterator[Triple]:
    """What a link or difference stands between, the words of each document that it rests on, and their passages."""
    for thing, property, said in ((later, "from", words), (earlier, "to", earlier_words)):
        yield node, silk(property), iris.outcome(thing) if isinstance(thing, Outcome) else iris.figure(thing)
        yield node, silk(f"{property}Words"), zh(said)
        yield node, silk("passage"), iris.passage(thing.document, thing.passage)


def _said(aspect: Aspect, said: str, glossary: Glossary) -> tuple[str, str]:
    """What a document says, for Chinese and for English readers: a code by its label, words as they are."""
    return glossary.concept(aspect, said) if aspect in ("kind", "status") else (said, said)


def _quotable(name: str) -> str:
    """A name on one line, with its inner quotation marks made single, as it stands between double ones."""
    return " ".join(name.split()).replace("“", "‘").replace("”", "’")
