"""The links graph: links and differences as nodes with reason, words and passages."""

from __future__ import annotations

from dataclasses import replace

from pyoxigraph import NamedNode, Quad

from silkgraph.describe.links import ASPECTS, REASONS, link_quads
from silkgraph.describe.reference_graph import forum_years
from silkgraph.model import Reading
from silkgraph.namespaces import COMMENT, THINGS, TYPE, silk


def said_of(quads: list[Quad], node: NamedNode) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for quad in quads:
        if quad.subject == node:
            said.setdefault(quad.predicate.value.rpartition("#")[2], []).append(str(getattr(quad.object, "value", "")))
    return said


def two(reading: Reading) -> list[Reading]:
    """The list, and a report that tells one of its agreements under another status and kind."""
    (agreement, *_) = reading.outcomes
    one = replace(agreement, kind="declaration", label="茶叶贸易畅通合作倡议", status="announced", partners=())
    other = replace(one, document="report", label="推进茶叶贸易畅通合作倡议", status="concluded")
    report = replace(reading.document, identifier="report", forum=None)
    return [
        replace(reading, outcomes=(one,), figures=()),
        replace(reading, document=report, outcomes=(other,), figures=()),
    ]


def test_a_link_has_reason_words_and_passages(reading: Reading) -> None:
    readings = two(reading)
    quads = link_quads(readings)
    assert quads == link_quads(reversed(readings))
    (link,) = {quad.subject for quad in quads if quad.predicate == TYPE and quad.object == silk("Link")}
    assert isinstance(link, NamedNode)
    said = said_of(quads, link)
    assert said["linkReason"] == ["same-but-for-wording"]
    assert sorted(said["fromWords"] + said["toWords"]) == ["推进茶叶贸易畅通合作倡议", "茶叶贸易畅通合作倡议"]
    assert len(said["passage"]) == 2
    both = {(quad.subject, quad.object) for quad in quads if quad.predicate == silk("sameOutcomeAs")}
    assert len(both) == 2
    assert both == {(other, one) for one, other in both}


def test_differences_are_nodes_that_say_what_differs(reading: Reading) -> None:
    quads = link_quads(two(reading))
    nodes = sorted(
        quad.subject.value
        for quad in quads
        if quad.object == silk("Discrepancy") and isinstance(quad.subject, NamedNode)
    )
    assert [node.removeprefix(THINGS) for node in nodes] == [
        "outcome/report/1.3/1/discrepancy/1",
        "outcome/report/1.3/1/discrepancy/2",
    ]
    comments = [str(quad.object.value) for quad in quads if quad.predicate == COMMENT]  # type: ignore[union-attr]
    assert "The statuses differ: Concluded by one document, Announced by the other." in comments
    assert "名称不同：一份文件写作“推进茶叶贸易畅通合作倡议”，另一份写作“茶叶贸易畅通合作倡议”。" in comments


def test_every_reason_and_aspect_is_said_in_both_languages() -> None:
    for chinese, english in (*REASONS.values(), *ASPECTS.values()):
        assert chinese.endswith(("。", "}")) and english.endswith((".", "}"))


def test_the_editions_of_the_forum_are_known_in_their_order() -> None:
    assert forum_years() == ("2017", "2019", "2023")
