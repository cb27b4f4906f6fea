"""Clauses without a verb of ours: members, and sums of money."""

from __future__ import annotations

from prose import read, told_in_list


def test_members_after_including_replace_the_general_description() -> None:
    text = "中国政府与有关国家政府签署政府间“一带一路”合作谅解备忘录，包括蒙古国、巴基斯坦。"
    assert [partner for *_, partner, _ in told_in_list(text)] == ["蒙古国政府", "巴基斯坦政府"]


def test_money_told_after_a_comma_belongs_to_the_fund() -> None:
    text = "中国国家发展和改革委员会将设立中俄地区合作发展投资基金，总规模1000亿元人民币，首期100亿元人民币。"
    (frame,) = read(text, running=False).frames
    assert (frame.kind, frame.status, frame.label) == ("institution", "announced", "中俄地区合作发展投资基金")
    assert [int(amount.value) for amount in frame.amounts] == [100_000_000_000, 10_000_000_000]


def test_aid_is_named_by_the_clause_before_its_sum() -> None:
    text = "中国政府将加大对沿线发展中国家的援助力度，未来3年总体援助规模不少于600亿元人民币。"
    assert told_in_list(text) == [("funding", "announced", "中国政府", "沿线发展中国家", "对沿线发展中国家的援助")]
