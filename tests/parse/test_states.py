"""Countries that the sentence does not tell: from the two states of the title."""

from __future__ import annotations

from pathlib import Path

from silkgraph.extraction import read_file


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
