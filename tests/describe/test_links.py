"""Links between outcomes of different documents: made where certain, with the reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pyoxigraph import Quad

from silkgraph.describe import link_quads
from silkgraph.describe.links import core, find_links
from silkgraph.describe.namespaces import COMMENT, silk
from silkgraph.model import Body, Kind, Outcome, Passage, Reading

Tell = Callable[..., Reading]
"""Makes a reading: document, forum, outcomes."""

CHINA = Body("中国", "CN", "country", False, "country-cn", True)
UNDP = Body("联合国开发计划署", None, "international-organization", False, "undp", True)
FUND = Body("丝路基金", "CN", "bank", False, "silk-road-fund", True)
ALLIANCE = Body("“一带一路”绿色发展国际联盟", None, "network", False, "brigc", True)
FORUM = Body("民心相通专题论坛", None, "event-series", False, "people-forum", True)


def outcome(label: str, kind: Kind = "declaration", *initiators: Body) -> Outcome:
    return Outcome("", "1", 1, Passage(0, 1, "中"), kind, label, "concluded", initiators, (), "strategy")


@pytest.fixture
def told(reading: Reading) -> Tell:
    def told(document: str, forum: str | None, *outcomes: Outcome) -> Reading:
        numbered = (replace(one, document=document, number=n) for n, one in enumerate(outcomes, 1))
        described = replace(reading.document, identifier=document, forum=forum)
        return replace(reading, document=described, outcomes=tuple(numbered))

    return told


def reasons(*readings: Reading) -> list[str]:
    return [link.reason for link in find_links(readings)]


def test_same_name_in_two_documents_of_a_forum_is_the_same_outcome(told: Tell) -> None:
    list_2023 = told("list", "2023", outcome("“一带一路”廉洁建设高级原则"))
    statement = told("statement", "2023", outcome("一带一路廉洁建设高级原则", "publication", CHINA))
    quads = link_quads([list_2023, statement])
    same = [quad for quad in quads if quad.predicate == silk("sameOutcomeAs")]
    assert {(quad.subject, quad.object) for quad in same} == {(quad.object, quad.subject) for quad in same}
    assert len(same) == 2
    assert comments(quads) == [
        "Two documents of the same forum report this outcome under the one name “一带一路廉洁建设高级原则”.",
        "同一届论坛的两份文件都以“一带一路廉洁建设高级原则”之名记载这项成果。",
    ]


def comments(quads: list[Quad]) -> list[str]:
    return sorted(str(quad.object.value) for quad in quads if quad.predicate == COMMENT)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (outcome("合作协议", "agreement", CHINA), outcome("合作协议", "agreement", CHINA)),
        (outcome("旅游合作谅解备忘录", "agreement", CHINA), outcome("旅游合作谅解备忘录", "agreement", UNDP)),
        (outcome("绿色发展投融资研究", "event"), outcome("绿色发展投融资研究", "publication")),
        (outcome("绿色投资原则倡议书", "declaration", CHINA), outcome("绿色投资原则倡议书", "declaration", UNDP)),
    ],
    ids=["name too common", "other parties", "other kind", "other issuer"],
)
def test_uncertain_sameness_is_not_stated(told: Tell, one: Outcome, other: Outcome) -> None:
    assert reasons(told("a", "2023", one), told("b", "2023", other)) == []


def test_institution_is_carried_on_by_its_council(told: Tell) -> None:
    founded = told("list-2017", "2017", outcome("“一带一路”新闻合作联盟", "institution"))
    council = told("list-2023", "2023", outcome("第三届“一带一路”新闻合作联盟理事会议", "event"))
    (link,) = find_links([council, founded])
    assert (link.reason, link.later.document, link.earlier.document) == ("name-continued", "list-2023", "list-2017")
    assert comments(link_quads([council, founded])) == [
        "The name of this outcome carries on “‘一带一路’新闻合作联盟”, an outcome of an earlier forum.",
        "这项成果的名称沿用了此前论坛的成果“‘一带一路’新闻合作联盟”。",
    ]


@pytest.mark.parametrize("label", ["合作平台", "一带一路国际合作论坛", "共建“一带一路”倡议", "关于加强海关合作"])
def test_names_that_many_things_share_are_not_carried_on(told: Tell, label: str) -> None:
    for kind in ("institution", "event", "declaration"):
        earlier = told("a", "2017", outcome(label, kind))
        assert reasons(earlier, told("b", "2023", outcome("新的" + label, kind))) == []


def test_founded_body_that_acts_later_carries_on_its_founding(told: Tell) -> None:
    founding = replace(outcome("联盟正式成立", "institution"), establishes=(ALLIANCE,))
    later = outcome("绿色发展投融资合作伙伴关系", "institution", ALLIANCE)
    assert reasons(told("a", "2019", founding), told("b", "2023", later)) == ["founded-body-acts"]
    assert reasons(told("a", "2019", founding), told("b", "2019", later)) == []


def test_event_held_again_and_money_given_again(told: Tell) -> None:
    earlier = told(
        "a",
        "2019",
        replace(outcome("民心相通分论坛", "event"), convenes=(FORUM,)),
        outcome("丝路基金新增资金", "funding", FUND),
    )
    later = told(
        "b",
        "2023",
        replace(outcome("民心相通专题论坛", "event"), convenes=(FORUM,)),
        outcome("丝路基金新增资金", "funding", FUND),
    )
    assert reasons(earlier, later) == ["event-reconvened", "funding-repeated"]


def test_document_of_no_forum_takes_no_part(told: Tell) -> None:
    name = "全球人工智能治理倡议"
    assert reasons(told("a", None, outcome(name)), told("b", "2023", outcome(name))) == []


def test_order_of_readings_does_not_matter(told: Tell) -> None:
    readings = [told(name, "2023", outcome("全球人工智能治理倡议")) for name in "abc"]
    assert link_quads(readings) == link_quads(reversed(readings))


def test_edition_and_year_do_not_belong_to_a_name() -> None:
    assert core("第八届“一带一路”园区建设国际合作峰会（2023）") == "一带一路园区建设国际合作峰会"
    assert core("2023-2026中长期规划") == "中长期规划"
