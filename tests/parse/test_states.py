"""Countries that the sentence does not tell: from the two states of the title."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from silkgraph.extraction import read_file

Told = Callable[[str], list[tuple[str, str, str, str, str]]]


def _countries(folder: Path, text: str) -> list[tuple[str, str | None]]:
    path = folder / "talks.txt"
    path.write_text(text, "utf-8")
    return [(body.name, body.country) for outcome in read_file(path).outcomes for body in outcome.partners]


def test_who_signs_with_a_chinese_body_is_of_the_other_state_of_the_title(tmp_path: Path) -> None:
    text = (
        "中国—阿曼经贸混合委员会第十次会议在马斯喀特举行\n\n"
        "会议期间，青岛港集团与杜库姆自由区管理局签署合作备忘录，与海湾国际银行签署贷款协议。\n"
    )
    assert _countries(tmp_path, text) == [("杜库姆自由区管理局", "OM"), ("海湾国际银行", None)]


def test_a_ministry_by_the_first_character_of_its_country(tmp_path: Path) -> None:
    text = "中国与科摩罗签署合作文件\n\n5月8日，中国海关总署同科财政、预算和银行业部签署海关合作备忘录。\n"
    assert _countries(tmp_path, text) == [("科财政、预算和银行业部", "KM")]


def test_governments_sign_through_their_envoys(told_in_prose: Told) -> None:
    text = "中国驻科摩罗大使与科摩罗外长分别代表两国政府签署经济技术合作协定。"
    assert told_in_prose(text) == [("agreement", "concluded", "中国政府", "科摩罗政府", "经济技术合作协定")]


def test_who_has_no_country_in_a_chinese_text_acts_for_china(told_in_prose: Told) -> None:
    text = "国家主席同贝宁总统共同见证签署《关于共建联合实验室的协议》。"
    assert told_in_prose(text) == [("agreement", "concluded", "中国", "贝宁", "关于共建联合实验室的协议")]


def test_things_of_one_list_share_what_the_first_is_called_by(told_in_prose: Told) -> None:
    text = "中方宣布设立中国—中亚减贫合作中心、教育交流合作中心，以及贸易畅通合作平台。"
    assert [label for *_, label in told_in_prose(text)] == [
        "中国—中亚减贫合作中心",
        "教育交流合作中心",
        "贸易畅通合作平台",
    ]


def _of_visit(
    folder: Path, sentence: str
) -> list[tuple[str, list[tuple[str, str | None]], list[tuple[str, str | None]]]]:
    """What a report of a visit to four countries tells in one sentence: labels with both sides and their countries."""
    path = folder / "visit.txt"
    lead = "5月10日至16日，应贝宁、多哥、几内亚比绍、佛得角四国邀请，外交部长对上述国家进行正式访问。"
    path.write_text(f"外交部发言人主持例行记者会\n\n{lead}\n\n{sentence}\n", "utf-8")
    return [
        (o.label, [(b.name, b.country) for b in o.initiators], [(b.name, b.country) for b in o.partners])
        for o in read_file(path).outcomes
    ]


def test_a_country_by_two_characters_of_its_name(tmp_path: Path) -> None:
    assert _of_visit(tmp_path, "中方向几比方移交了援建的渔业码头。") == [
        ("渔业码头", [("中方", "CN")], [("几内亚比绍", "GW")])
    ]


def test_a_ministry_by_the_country_that_the_text_names(tmp_path: Path) -> None:
    assert _of_visit(tmp_path, "佛文化部同中国国家文物局签署水下考古合作谅解备忘录。") == [
        ("水下考古合作谅解备忘录", [("佛文化部", "CV")], [("中国国家文物局", "CN")])
    ]
    assert _of_visit(tmp_path, "几比渔业部与中国水产总公司签署捕捞协议。") == [
        ("捕捞协议", [("几比渔业部", "GW")], [("中国水产总公司", "CN")])
    ]


def test_a_gift_handed_over_is_of_those_who_get_it(tmp_path: Path) -> None:
    assert _of_visit(tmp_path, "中方将援助佛中部医院的30台呼吸机及配套设备交付佛方使用。") == [
        ("佛中部医院的30台呼吸机及配套设备", [("中方", "CN")], [("佛得角", "CV")])
    ]
    assert _of_visit(tmp_path, "中方将援贝宁体育场维修项目移交贝方。") == [
        ("贝宁体育场维修项目", [("中方", "CN")], [("贝宁", "BJ")])
    ]


def test_who_has_cooperated_in_the_clause_before_is_a_partner(tmp_path: Path) -> None:
    assert _of_visit(tmp_path, "中国水产科学研究院将同佛得角海洋研究所合作，在明德卢设立珊瑚礁观测站。") == [
        ("珊瑚礁观测站", [("中国水产科学研究院", "CN")], [("佛得角海洋研究所", "CV")])
    ]
