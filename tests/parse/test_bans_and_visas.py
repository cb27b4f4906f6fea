"""Bans that are lifted, goods let in again, visas waived for a time, texts in force for one who joined."""

from __future__ import annotations

import pytest
from prose import Row, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "海关总署解除对蒙古国牛肉的疫情禁令。",
            ("programme", "concluded", "海关总署", "蒙古国", "解除对蒙古国牛肉的疫情禁令"),
        ),
        (
            "中国取消对哈萨克斯坦部分地区口蹄疫限制。",
            ("programme", "concluded", "中国", "哈萨克斯坦", "取消对哈萨克斯坦部分地区口蹄疫限制"),
        ),
        (
            "中方同意恢复进口日本水产品。",
            ("programme", "announced", "中方", "日本", "恢复进口日本水产品"),
        ),
        (
            "财政部宣布对马达加斯加98%税目产品适用零关税。",
            ("programme", "concluded", "财政部", "马达加斯加", "98%税目产品零关税"),
        ),
        (
            "老挝对中国团体游客免签15天。",
            ("programme", "concluded", "老挝", "中国", "中国团体游客免签"),
        ),
        (
            "RCEP对菲律宾生效。",
            ("agreement", "concluded", "", "菲律宾", "RCEP"),
        ),
        (
            "中国与老挝税收协定议定书开始执行。",
            ("agreement", "concluded", "中国", "老挝", "税收协定议定书"),
        ),
        (
            "海关总署与老挝工贸部就老挝肉牛输华议定书达成一致。",
            ("agreement", "concluded", "海关总署", "老挝工贸部", "老挝肉牛输华议定书"),
        ),
        (
            "贸促会向摩洛哥出口企业签发首份原产地证书。",
            ("programme", "concluded", "贸促会", "摩洛哥出口企业", "原产地证书"),
        ),
    ],
)
def test_measures_and_texts_in_force(text: str, expected: Row) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "计划有效执行。",
        "合作规划得到严格执行。",
        "疫情防控措施解除。",
        "双方愿推动取消贸易限制。",
        "泰方希望中方尽早恢复进口泰国禽肉。",
    ],
)
def test_what_goes_on_or_is_hoped_for_is_none(text: str) -> None:
    assert told(text) == []
