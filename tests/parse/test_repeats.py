"""What is told twice counts once."""

from __future__ import annotations

from silkgraph.model import Kind, Status
from silkgraph.parse.acts import Frame
from silkgraph.parse.coordination import Party
from silkgraph.parse.repeats import told_once


def frame(label: str, kind: Kind = "agreement", status: Status = "concluded", *who: str) -> Frame:
    return Frame(kind, label, status, tuple(Party(name, 0, 1, False) for name in who), (), (0, 1))


def labels(*items: tuple[str, list[Frame]]) -> list[list[str]]:
    return [[kept.label for kept in frames] for frames in told_once(items)]


def test_the_text_keeps_what_its_headline_tells_too() -> None:
    event = frame("第五届丝路茶业博览会", "event")
    assert labels(("0", [event]), ("1", [event])) == [[], ["第五届丝路茶业博览会"]]


def test_of_two_paragraphs_the_first_keeps_it() -> None:
    signed = frame("中老铁路沿线开发合作协议", "agreement", "concluded", "云南省")
    again = frame("《中老铁路沿线开发合作协议》")
    assert labels(("p2", [signed]), ("p5", [again])) == [["中老铁路沿线开发合作协议"], []]


def test_others_who_sign_the_same_kind_of_text_sign_another() -> None:
    first = frame("战略合作框架协议", "agreement", "concluded", "甲公司")
    second = frame("战略合作框架协议", "agreement", "concluded", "乙公司")
    assert labels(("1", [first]), ("2", [second])) == [["战略合作框架协议"], ["战略合作框架协议"]]


def test_what_is_announced_and_later_done_is_told_twice() -> None:
    plan = frame("廉洁建设高级原则", "declaration", "announced")
    done = frame("廉洁建设高级原则", "declaration", "concluded")
    assert labels(("7.7", [plan]), ("10.3", [done])) == [["廉洁建设高级原则"], ["廉洁建设高级原则"]]


def test_an_event_told_again_with_its_hosts_is_one_with_them() -> None:
    event, hosted = (
        frame("第五届丝路茶业博览会", "event"),
        frame("第五届丝路茶业博览会", "event", "concluded", "商务部"),
    )
    ((kept,),) = told_once([("p2", [event, hosted])])
    assert [party.name for party in kept.initiators] == ["商务部"]


def test_an_event_told_again_by_another_part_of_its_name_is_one() -> None:
    opened, hosted = frame("2025世界茶业大会", "event"), frame("世界茶业大会", "event", "concluded", "商务部")
    ((kept,),) = told_once([("p2", [opened, hosted])])
    assert (kept.label, [party.name for party in kept.initiators]) == ("2025世界茶业大会", ["商务部"])


def test_that_an_edition_will_end_is_not_told_anew_but_the_next_edition_is() -> None:
    now, ends = frame("第五届丝路茶业博览会", "event"), frame("第五届丝路茶业博览会", "event", "announced")
    later = frame("第六届丝路茶业博览会", "event", "announced")
    again = frame("丝路茶业博览会", "event", "announced")
    assert labels(("p2", [now]), ("p3", [ends, later]), ("p4", [again])) == [
        ["第五届丝路茶业博览会"],
        ["第六届丝路茶业博览会"],
        [],
    ]


def test_a_text_that_was_told_by_its_full_name_is_told_again_by_its_kind() -> None:
    signed, by = frame("自由贸易区升级议定书"), frame("议定书", "agreement", "concluded", "商务部")
    ((kept,),) = told_once([("p2", [signed, by])])
    assert (kept.label, [party.name for party in kept.initiators]) == ("自由贸易区升级议定书", ["商务部"])


def test_a_body_gets_its_founders_where_they_are_told() -> None:
    founded = frame("丝路国际出版联盟", "institution")
    by_whom = frame("丝路国际出版联盟", "institution", "concluded", "甲集团", "乙出版社")
    ((kept,), rest) = told_once([("p1", [founded]), ("1", [by_whom])])
    assert ([party.name for party in kept.initiators], rest) == (["甲集团", "乙出版社"], [])
