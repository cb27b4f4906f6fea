"""What tells one name from another, and the data file that says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from silkgraph.errors import KnowledgeError
from silkgraph.relate.names import Names, core, exact, names


def test_edition_and_year_do_not_belong_to_a_name() -> None:
    assert core("第八届“一带一路”园区建设国际合作峰会（2023）") == "一带一路园区建设国际合作峰会"
    assert core("2023-2026中长期规划") == "中长期规划"
    assert core("6届“一带一路”媒体合作论坛") == "一带一路媒体合作论坛"
    assert exact("第八届“一带一路”峰会") != exact("第九届“一带一路”峰会")


def test_words_of_other_regions_are_read_as_those_of_the_mainland() -> None:
    assert exact("數碼經濟合作夥伴關係") == exact("数字经济合作伙伴关系")


def test_what_is_a_names_own_is_what_many_names_do_not_share() -> None:
    assert names().particulars("“一带一路”科技创新合作行动计划") == "科技创新"
    assert not names().tells("“一带一路”国际合作论坛")
    assert names().tells("良渚论坛")


def test_the_reason_of_a_wording_is_found_by_the_names_that_differ_in_it() -> None:
    (wording,) = names().wordings_between("加深互联互通合作北京倡议", "深化互联互通合作北京倡议")
    assert wording.words == ("加深", "深化")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("[[thing]]\nnames = ['甲', '乙']\nreason_zh = '同'\n", "the entry of 甲 needs reason_zh and reason_en"),
        ("[[thing]]\nnames = ['甲']\nreason_zh = '同'\nreason_en = 'same'\n", "an entry needs at least two names"),
        ("[[wording]]\nnames = ['甲', '乙']\n", "an entry needs at least two words"),
        ("[heads]\nparty = ['会']\n", "has party, which is no kind of outcome"),
        ("[heads\n", "not valid TOML"),
    ],
)
def test_a_broken_entry_is_refused_with_what_it_lacks(tmp_path: Path, content: str, problem: str) -> None:
    (tmp_path / "ontology").mkdir()
    (tmp_path / "ontology" / "linking.toml").write_text(content, "utf-8")
    with pytest.raises(KnowledgeError, match=problem):
        Names.load(tmp_path)
