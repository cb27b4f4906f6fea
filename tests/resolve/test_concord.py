"""What documents have to agree on when they are put together."""

from __future__ import annotations

from dataclasses import replace

from silkgraph.model import Body, Outcome, Passage, Reading, SourceDocument
from silkgraph.resolve.concord import Concord

UNIVERSITIES = Body("高校", None, "university", True, "gao-xiao", False, "description")


def reading(document: str, *partners: Body) -> Reading:
    described = SourceDocument(document, "文件", "Document", None, "", None, "", "", "plain")
    outcome = Outcome(
        document, "1", 1, Passage(0, 1, "中"), "agreement", "协议", "concluded", (), partners, "education"
    )
    return Reading(described, 1, (), (), (outcome,))


def identifiers(found: Reading) -> list[str]:
    return [body.identifier for outcome in found.outcomes for body in outcome.partners]


def agreed(*readings: Reading) -> list[list[str]]:
    concord = Concord.of(readings)
    return [identifiers(concord.applied(one)) for one in readings]


def test_two_names_with_one_pinyin_are_two_bodies() -> None:
    lin = replace(UNIVERSITIES, name="吉林", identifier="ji-lin", generic=False)
    assert agreed(reading("a", lin), reading("b", replace(lin, name="集林"))) == [
        ["ji-lin-5b0e4b71"],
        ["ji-lin-51b28f80"],
    ]


def test_one_name_told_of_two_countries_is_two_bodies() -> None:
    lao, hungarian = replace(UNIVERSITIES, country="LA"), replace(UNIVERSITIES, country="HU")
    assert agreed(reading("a", lao), reading("b", hungarian), reading("c", UNIVERSITIES)) == [
        ["gao-xiao-la"],
        ["gao-xiao-hu"],
        ["gao-xiao"],
    ]
    assert agreed(reading("a", lao, UNIVERSITIES), reading("b", lao)) == [["gao-xiao", "gao-xiao"], ["gao-xiao"]]


def test_a_body_is_called_as_the_first_document_calls_it() -> None:
    forum = Body("“一带一路”茶叶论坛", None, "event-series", False, "yi-dai-yi-lu-cha-ye-lun-tan", False)
    plain = replace(forum, name="一带一路茶叶论坛")

    concord = Concord.of([reading("a", forum), reading("b", plain)])

    assert concord.called == {forum.identifier: forum}
    assert concord.applied(reading("b", plain)) == reading("b", plain)


def test_bodies_of_the_authority_file_are_what_it_says() -> None:
    known = Body("商务部", "CN", "ministry", False, "mofcom", True, "full-name")
    readings = [reading("a", known), reading("b", replace(known, name="中国商务部"))]
    assert Concord.of(readings) == Concord()
