"""Teams and experts that are sent, and help that has no number."""

from __future__ import annotations

import pytest
from prose import Row, told


def test_a_team_is_called_by_its_number_wherever_it_goes() -> None:
    text = "中方将于明年举办第三期渔业管理研修班，同时派遣第十五批援外医疗队赴维拉港开展为期一年的工作。"
    assert told(text) == [
        ("programme", "announced", "中方", "", "第三期渔业管理研修班"),
        ("programme", "announced", "中方", "", "第十五批援外医疗队"),
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("中国派遣农业专家组赴多哥工作。", ("programme", "concluded", "中国", "多哥", "农业专家组")),
        ("中方将派文物专家赴柬埔寨协助吴哥王城修复。", ("programme", "announced", "中方", "柬埔寨", "吴哥王城修复")),
        ("中方决定派出医疗专家组前往汤加。", ("programme", "announced", "中方", "汤加", "医疗专家组")),
        ("中方将派遣专家参加索马里扫雷培训。", ("programme", "announced", "中方", "", "索马里扫雷培训")),
    ],
)
def test_who_is_sent_where_to_do_what(text: str, row: Row) -> None:
    assert told(text) == [row]


def test_a_delegation_that_only_visits_is_no_help() -> None:
    assert told("中国曾多次派遣代表团赴德国访问。") == []


def test_what_is_promised_goes_on_behind_the_team() -> None:
    text = "中方将派遣专家参加索马里扫雷培训，并向世界粮食计划署捐款500万美元。"
    assert [row[1] for row in told(text)] == ["announced", "announced"]
