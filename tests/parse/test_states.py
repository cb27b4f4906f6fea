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
