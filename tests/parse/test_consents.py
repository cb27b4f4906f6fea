"""What one does with the consent of another, or to his praise; who is admitted, and by whom."""

from __future__ import annotations

import pytest
from prose import told

from silkgraph.parse.consents import consent


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        (
            "柬方同意中方在暹粒设立总领事馆。",
            ("institution", "announced", "中方", "柬方", "总领事馆"),
        ),
        (
            "蒙古国批准中国在扎门乌德开设签证中心。",
            ("institution", "announced", "中国", "蒙古国", "签证中心"),
        ),
        (
            "斐方赞赏中方向太平洋岛国发展基金增资200万美元。",
            ("funding", "concluded", "中方", "太平洋岛国发展基金", "向太平洋岛国发展基金增资"),
        ),
        ("成员国一致批准老挝加入上海合作组织。", ("institution", "concluded", "", "老挝", "上海合作组织")),
        ("新开发银行理事会批准乌兹别克斯坦加入。", ("institution", "concluded", "", "乌兹别克斯坦", "新开发银行")),
    ],
)
def test_who_acts_is_the_other(sentence: str, row: tuple[str, str, str, str, str]) -> None:
    assert told(sentence) == [row]


def test_praise_of_nothing_particular_is_no_outcome() -> None:
    assert told("斐方赞赏中方推动建立更加公正的国际秩序。") == []


def test_those_who_act_themselves_consent_to_nobody() -> None:
    text = "双方同意在万象设立联络处"
    assert consent(text, (0, text.index("设立"))) is None


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        (
            "柬埔寨国家银行批准中国工商银行在金边设立分行。",
            ("institution", "concluded", "中国工商银行", "", "分行"),
        ),
        (
            "埃塞俄比亚投资委员会批准中国土木工程集团在德雷达瓦设立工业园。",
            ("programme", "concluded", "中国土木工程集团", "", "工业园"),
        ),
        (
            "越南政府批准中国在岘港设立总领事馆。",
            ("institution", "announced", "中国", "越南政府", "总领事馆"),
        ),
    ],
)
def test_an_authority_that_approves_has_no_part_in_it(sentence: str, row: tuple[str, ...]) -> None:
    assert told(sentence) == [row]
