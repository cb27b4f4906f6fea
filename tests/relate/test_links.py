"""Links between outcomes of different documents: made where certain, with the reason and the words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from known_readings import all_readings

from silkgraph.model import Body, Kind, Outcome, Passage, Reading, Status
from silkgraph.relate.links import Link, find_links

Tell = Callable[..., Reading]

CHINA = Body("中国", "CN", "country", False, "country-cn", True)
UNDP = Body("联合国开发计划署", None, "international-organization", False, "undp", True)
FUND = Body("丝路基金", "CN", "bank", False, "silk-road-fund", True)
ALLIANCE = Body("“一带一路”绿色发展国际联盟", None, "network", False, "brigc", True)
FORUM = Body("民心相通专题论坛", None, "event-series", False, "people-forum", True)


def outcome(label: str, kind: Kind = "declaration", *initiators: Body, status: Status = "concluded") -> Outcome:
    return Outcome("", "1", 1, Passage(0, 1, "中"), kind, label, status, initiators, (), "strategy")


def found(*readings: Reading) -> list[tuple[str, str]]:
    return [(link.reason, link.property) for link in find_links(readings)]


SAME = "sameOutcomeAs"
FOLLOWS = "followsUp"


# ---- The same outcome ----


def test_one_name_in_two_documents_of_a_forum_is_one_outcome(told: Tell) -> None:
    list_2023 = told("list", "2023", outcome("“一带一路”廉洁建设高级原则"))
    statement = told("statement", "2023", outcome("一带一路廉洁建设高级原则", "publication", CHINA))
    assert found(list_2023, statement) == [("same-label", SAME)]


def test_words_of_hong_kong_and_a_short_name_make_no_difference(told: Tell) -> None:
    one = told("a", "2023", outcome("“一带一路”数字经济合作伙伴关系", "institution"), outcome("良渚论坛", "event"))
    other = told("b", "2023", outcome("“一带一路”数码经济合作夥伴关系", "institution"), outcome("良渚论坛", "event"))
    assert found(one, other) == [("same-label", SAME)] * 2


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("深化茶叶贸易合作北京倡议", "加深茶叶贸易合作北京倡议", "same-but-for-wording"),
        ("推进茶叶贸易畅通合作倡议", "茶叶贸易畅通合作倡议", "same-but-for-wording"),
        ("茶叶贸易和绿色种植国际合作框架协议", "茶叶贸易和绿色种植国际合作框架倡议", "same-but-for-kind"),
    ],
)
def test_names_that_differ_in_wording_only_are_of_one_text(told: Tell, one: str, other: str, reason: str) -> None:
    assert found(told("a", "2023", outcome(one)), told("b", "2023", outcome(other))) == [(reason, SAME)]


def test_the_issuer_may_stand_in_the_name_or_beside_it(told: Tell) -> None:
    beside = told("a", "2023", outcome("主席总结", "declaration", FORUM))
    within = told("b", "2023", outcome("民心相通专题论坛主席总结"))
    (link,) = find_links([beside, within])
    assert (link.reason, link.words) == ("issuer-in-name", "民心相通专题论坛主席总结")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (outcome("合作协议", "agreement", CHINA), outcome("合作协议", "agreement", CHINA)),
        (outcome("旅游合作谅解备忘录", "agreement", CHINA), outcome("旅游合作谅解备忘录", "agreement", UNDP)),
        (outcome("绿色发展投融资研究", "event"), outcome("绿色发展投融资研究", "publication")),
        (outcome("绿色投资原则倡议书", "declaration", CHINA), outcome("绿色投资原则倡议书", "declaration", UNDP)),
        (outcome("中哈产能合作基金", "institution"), outcome("中非产能合作基金", "institution")),
        (outcome("丝绸之路国际电影节", "event"), outcome("丝绸之路国际艺术节", "event")),
    ],
    ids=["name too common", "other parties", "other kind", "other issuer", "other country", "other art"],
)
def test_uncertain_sameness_is_not_stated(told: Tell, one: Outcome, other: Outcome) -> None:
    assert found(told("a", "2023", one), told("b", "2023", other)) == []


def test_a_report_on_many_years_tells_texts_and_foundings_of_forums_again(told: Tell) -> None:
    listed = told(
        "list", "2019", outcome("茶叶质量评价原则", "declaration"), outcome("国际茶叶合作联盟", "institution", CHINA)
    )
    report = told(
        "report", None, outcome("茶叶质量评价原则", "agreement"), outcome("国际茶叶合作联盟", "institution", CHINA)
    )
    assert found(listed, report) == [("same-label", SAME)] * 2


def test_a_body_that_two_forums_tell_of_is_carried_on_by_a_report(told: Tell) -> None:
    documents = [
        told(str(forum), forum, outcome("国际茶叶大数据平台", "institution")) for forum in ("2017", "2019", None)
    ]
    assert found(*documents) == [("name-continued", FOLLOWS)] * 3


# ---- Carrying on ----


def test_what_was_proposed_is_founded_later(told: Tell) -> None:
    proposed = told(
        "a", "2017", outcome("建立国际茶叶合作联盟的倡议"), outcome("茶叶融资中心", "institution", status="announced")
    )
    founded = told("b", "2019", outcome("国际茶叶合作联盟", "institution"), outcome("茶叶融资中心", "institution"))
    assert found(proposed, founded) == [("proposal-realised", FOLLOWS)] * 2


def test_an_institution_is_carried_on_by_its_council(told: Tell) -> None:
    founded = told("list-2017", "2017", outcome("“一带一路”新闻合作联盟", "institution"))
    council = told("list-2023", "2023", outcome("第三届“一带一路”新闻合作联盟理事会议", "event"))
    (link,) = find_links([council, founded])
    assert (link.reason, link.later.document, link.earlier.document) == ("name-continued", "list-2023", "list-2017")
    assert (link.words, link.earlier_words) == ("第三届“一带一路”新闻合作联盟理事会议", "“一带一路”新闻合作联盟")


def test_names_that_differ_in_words_that_many_share_carry_on(told: Tell) -> None:
    earlier = told("a", "2017", outcome("“一带一路”茶叶科技创新合作行动计划", "programme"))
    later = told("b", "2023", outcome("茶叶科技创新行动计划", "programme"))
    assert found(earlier, later) == [("particulars-shared", FOLLOWS)]


@pytest.mark.parametrize("later_name", ["经贸合作协议", "政府间经贸合作协议", "国际经贸合作协议"])
def test_an_agreement_does_not_carry_on_one_with_another_country(told: Tell, later_name: str) -> None:
    """“中国政府与老挝政府签署经贸合作协议”, and six years later the government of Hungary signs one."""
    laos, hungary = (
        Body(f"{name}政府", code, "government", False, f"government-{code.lower()}", True)
        for name, code in (("老挝", "LA"), ("匈牙利", "HU"))
    )
    earlier = told("a", "2017", replace(outcome("经贸合作协议", "agreement", CHINA), partners=(laos,)))
    later = outcome(later_name, "agreement", CHINA)
    assert found(earlier, told("b", "2023", replace(later, partners=(hungary,)))) == []
    assert found(earlier, told("b", "2023", replace(later, partners=(laos,)))) == [("name-continued", FOLLOWS)]


def test_the_data_file_knows_a_series_whose_parts_have_names_of_their_own(told: Tell) -> None:
    earlier = told("a", "2017", outcome("共建“一带一路”：理念、实践与中国的贡献", "publication"))
    later = told("b", "2019", outcome("《共建“一带一路”倡议：进展、贡献与展望》7种外文版", "publication"))
    (link,) = find_links([earlier, later])
    assert link.reason == "known-as"
    assert link.because[1].startswith("The stock-taking report that China issued before each forum")


@pytest.mark.parametrize("label", ["合作平台", "一带一路国际合作论坛", "共建“一带一路”倡议", "关于加强海关合作"])
def test_names_that_many_things_share_are_not_carried_on(told: Tell, label: str) -> None:
    kinds: tuple[Kind, ...] = ("institution", "event", "declaration")
    for kind in kinds:
        earlier = told("a", "2017", outcome(label, kind))
        assert found(earlier, told("b", "2023", outcome("新的" + label, kind))) == []


def test_a_founded_body_that_acts_or_is_named_later_carries_on_its_founding(told: Tell) -> None:
    founding = replace(outcome("联盟正式成立", "institution"), establishes=(ALLIANCE,))
    acts = outcome("绿色发展投融资合作伙伴关系", "institution", ALLIANCE)
    named = replace(outcome("绿色发展圆桌会", "event"), names=(ALLIANCE,))
    earlier = told("a", "2019", founding)
    assert found(earlier, told("b", "2023", acts)) == [("founded-body-acts", FOLLOWS)]
    assert found(earlier, told("b", "2023", named)) == [("founded-body-named", FOLLOWS)]
    assert found(earlier, told("b", "2019", acts)) == []


def test_an_event_is_held_again_and_money_given_again(told: Tell) -> None:
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
    assert found(earlier, later) == [("event-reconvened", FOLLOWS), ("funding-repeated", FOLLOWS)]


def test_the_order_of_readings_does_not_matter(told: Tell) -> None:
    readings = [told(name, "2023", outcome("全球人工智能治理倡议")) for name in "abc"]
    assert find_links(readings) == find_links(reversed(readings)) != []


# ---- The five documents ----


@pytest.fixture(scope="module")
def links() -> list[Link]:
    return find_links(all_readings())


def chain(links: list[Link], label: str) -> list[tuple[str, str]]:
    """From which document to which the links of an outcome with this label lead, those to its namesakes."""
    return sorted(
        {(link.later.document[:9], link.earlier.document[:9]) for link in links if label in link.earlier.label}
    )


@pytest.mark.parametrize(
    ("label", "documents"),
    [
        ("绿色发展国际联盟", [("brf2-2019", "brf1-2017"), ("brf3-2023", "brf2-2019")]),
        ("多边开发融资合作中心", [("brf2-2019", "brf1-2017")]),
        (
            "生态环保大数据服务平台",
            [("brf2-2019", "brf1-2017"), ("brf3-2023", "brf1-2017"), ("brf3-2023", "brf2-2019")],
        ),
        ("新闻合作联盟", [("brf3-2023", "brf1-2017")]),
        ("银行常态化合作交流机制", [("brf3-2023", "brf1-2017")]),
    ],
)
def test_what_one_forum_began_is_followed_through_the_others(
    links: list[Link], label: str, documents: list[tuple[str, str]]
) -> None:
    assert set(documents) <= set(chain(links, label))


def test_the_list_and_the_statement_of_2023_report_the_same_outcomes(links: list[Link]) -> None:
    same = [
        link
        for link in links
        if link.property == SAME
        and {link.later.document, link.earlier.document} == {"brf3-2023-multilateral-list", "brf3-2023-chair-statement"}
    ]
    listed = {int(link.later.item) for link in same}
    assert {1, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 31, 51, 57, 66, 73} <= listed
