"""From a thing in the graph to the source line it was read from."""

from __future__ import annotations

import pytest

from silkgraph.ask.trace import in_lines, trace_thing
from silkgraph.errors import QueryError
from silkgraph.store import OpenStore

OUTCOME = "outcome/brf1-2017-outcome-list/1.1/1"


@pytest.mark.parametrize(
    "written", [OUTCOME, f"https://w3id.org/silkgraph/id/{OUTCOME}", f"<https://w3id.org/silkgraph/id/{OUTCOME}>"]
)
def test_an_outcome_leads_to_its_line(store: OpenStore, written: str) -> None:
    trace = trace_thing(store, written)

    assert trace.labels[0] == "政府间“一带一路”合作谅解备忘录"
    assert [graph for graph, _ in trace.graphs] == ["brf1-2017-outcome-list"]
    assert ("silk:initiator", "body:government-cn") in trace.graphs[0][1]
    (evidence,) = trace.evidence
    assert (evidence.document, evidence.line, evidence.start, evidence.end) == ("brf1-2017-outcome-list", 23, 487, 564)
    assert evidence.before == "（一）"
    assert evidence.exact.startswith("中国政府与有关国家政府签署")
    assert evidence.after == "。"
    assert trace.more == 0


def test_a_body_leads_to_every_passage_it_acts_in(store: OpenStore) -> None:
    all_passages = trace_thing(store, "body:ndrc", 1000)
    two = trace_thing(store, "body/ndrc", 2)

    assert two.evidence == all_passages.evidence[:2]
    assert two.more == len(all_passages.evidence) - 2 > 5
    assert any(predicate == "silk:initiator" for _, predicate in two.mentions)
    assert all("发展改革委" in e.exact or "发展和改革委员会" in e.exact or "发改委" in e.exact for e in two.evidence)


def test_an_outcome_says_how_it_was_read(store: OpenStore) -> None:
    trace = trace_thing(store, OUTCOME)

    assert [(what, reason.partition(":")[0]) for what, reason in trace.reasons] == [
        ("rule", "Members listed"),
        ("assumption", "Head put back"),
        ("assumption", "One with each"),
        ("confidence", "Completed"),
    ]


def test_an_outcome_says_what_it_carries_on_and_where_documents_differ(store: OpenStore) -> None:
    reasons = trace_thing(store, "outcome/brf3-2023-multilateral-list/8/1").reasons

    linked = [(what, reason.partition(": ")[2]) for what, reason in reasons if what in ("inferred link", "discrepancy")]
    assert {what for what, _ in linked} == {"inferred link", "discrepancy"}
    assert any(reason.startswith("The kinds differ: by one document it is of kind Declaration") for _, reason in linked)


def test_a_body_says_why_its_names_are_its_own(store: OpenStore) -> None:
    inspection = trace_thing(store, "body/aqsiq").reasons
    statistics = {what for what, _ in inspection}

    assert statistics == {"identification", "change"}
    assert "Country’s name in front" in dict(inspection)["identification"]
    assert "2018-03: The General Administration of Quality Supervision" in dict(inspection)["change"]
    assert ("note", dict(trace_thing(store, "body/brbr").reasons)["note"]) in trace_thing(store, "body/brbr").reasons
    assert ("similar name", "老挝财政部 (body/la-finance, 89%)") in trace_thing(
        store, "body/lao-wo-cai-zheng-bu-men"
    ).reasons


def test_a_passage_is_its_own_evidence(store: OpenStore) -> None:
    trace = trace_thing(store, "passage/brf1-2017-outcome-list/487-564")

    assert [evidence.start for evidence in trace.evidence] == [487]


def test_what_the_graph_does_not_know_is_answered_with_the_nearest(store: OpenStore) -> None:
    with pytest.raises(QueryError, match="the graph says nothing of <.*/id/body/ndrcc>\nDid you mean body/ndrc"):
        trace_thing(store, "body/ndrcc")
    with pytest.raises(QueryError, match="'谅解备忘录' is not an IRI"):
        trace_thing(store, "谅解备忘录")


@pytest.mark.parametrize(
    ("start", "end", "line", "before", "after"),
    [(0, 1, 1, "", "一"), (3, 4, 2, "", "乙二"), (4, 6, 2, "甲", ""), (1, 4, 1, "零", "乙二"), (8, 8, 3, "丙", "")],
)
def test_a_passage_stands_in_its_lines(start: int, end: int, line: int, before: str, after: str) -> None:
    text = "零一\n甲乙二\n丙"

    assert in_lines(text, start, end) == (line, before, after)
