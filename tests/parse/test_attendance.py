"""Who took part: lists of persons, and of countries whose representatives are not named."""

from __future__ import annotations

from silkgraph.knowledge.countries import Countries
from silkgraph.parse.attendance import AttendanceMention, read_attendance

COUNTRIES = Countries.load()


def present(text: str) -> list[AttendanceMention]:
    return read_attendance(text, (0, len(text)), COUNTRIES.code)


def test_a_person_has_office_and_country() -> None:
    text = "中华人民共和国主席习近平，刚果共和国总统萨苏，肯雅总统鲁托，老挝国家主席通伦，尼日利亚副总统谢蒂马与会。"
    assert [(m.person, m.office, m.country) for m in present(text)] == [
        ("习近平", "主席", "CN"),
        ("萨苏", "总统", "CG"),
        ("鲁托", "总统", "KE"),
        ("通伦", "国家主席", "LA"),
        ("谢蒂马", "副总统", "NG"),
    ]


def test_several_offices_of_one_person_stay_together() -> None:
    (mention,) = present("土库曼斯坦民族领袖、人民委员会主席库·别尔德穆哈梅多夫与会。")
    assert (mention.person, mention.office, mention.country) == (
        "库·别尔德穆哈梅多夫",
        "民族领袖、人民委员会主席",
        "TM",
    )


def test_a_person_may_speak_for_an_organisation() -> None:
    text = "泰国总理赛塔，联合国秘书长古特雷斯与会。"
    mention = present(text)[1]
    assert (mention.person, mention.office, mention.organisation, mention.country) == (
        "古特雷斯",
        "秘书长",
        "联合国",
        None,
    )
    assert text[mention.start : mention.end] == "联合国秘书长古特雷斯"


def test_a_list_may_use_the_enumeration_comma_and_and() -> None:
    text = "阿根廷总统费尔南德斯、智利总统博里奇和匈牙利总理欧尔班等出席论坛。"
    assert [(m.person, m.country) for m in present(text)] == [("费尔南德斯", "AR"), ("博里奇", "CL"), ("欧尔班", "HU")]


def test_countries_without_persons_are_delegations() -> None:
    text = "法国、阿联酋、希腊等国领导人高级别代表与会。"
    assert [(m.person, m.office, m.country) for m in present(text)] == [
        (None, "领导人高级别代表", "FR"),
        (None, "领导人高级别代表", "AE"),
        (None, "领导人高级别代表", "GR"),
    ]
    assert [text[m.start : m.end] for m in present(text)][-1] == "希腊等国领导人高级别代表"


def test_each_person_is_told_once() -> None:
    text = "阿根廷总统费尔南德斯，智利总统博里奇与会。智利总统博里奇，埃及总理马德布利出席圆桌峰会。"
    assert [m.person for m in present(text)] == ["费尔南德斯", "博里奇", "马德布利"]


def test_those_who_did_not_attend_are_left_out() -> None:
    assert present("习近平主席在开幕式发表主旨演讲。中国国家主席习近平10月18日同俄罗斯总统普京举行会谈。") == []
    assert present("共150多个国家的代表参会。") == []
