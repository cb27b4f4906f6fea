"""Acts that change what there is: (kind, status, initiators, partners, label)."""

from __future__ import annotations

import pytest
from prose import Row, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "两国元首宣布，将中塞关系提升为全面战略伙伴关系。塞尔维亚总统表示感谢。",
            ("institution", "concluded", "中国", "塞尔维亚", "全面战略伙伴关系"),
        ),
        ("中国和老挝将2028年确定为“中老友好年”。", ("event", "announced", "中国", "老挝", "中老友好年")),
        (
            "中国人民银行授权中国银行布达佩斯分行担任匈牙利人民币业务清算行。",
            ("institution", "concluded", "中国人民银行", "中国银行布达佩斯分行", "匈牙利人民币业务清算行"),
        ),
        (
            "亚洲基础设施投资银行理事会接纳秘鲁为银行成员。",
            ("institution", "concluded", "亚洲基础设施投资银行理事会", "秘鲁", "银行成员"),
        ),
        (
            "中国海关总署与荷兰海关将“经认证的经营者”互认试点延长三年。",
            ("programme", "concluded", "中国海关总署", "荷兰海关", "“经认证的经营者”互认试点"),
        ),
        (
            "中国对斐济、汤加等国持普通护照人员单方面免签政策延长至2027年年底。",
            (
                "programme",
                "concluded",
                "中国",
                "斐济、汤加",
                "对斐济、汤加等国持普通护照人员单方面免签政策延长至2027年年底",
            ),
        ),
        (
            "中方将15个符合条件的非方项目纳入“丝路科技”项目库。",
            ("programme", "concluded", "中方", "", "15个符合条件的非方项目纳入“丝路科技”项目库"),
        ),
    ],
)
def test_a_change_is_an_outcome_named_by_what_it_leads_to(text: str, expected: Row) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "这条铁路成为连接两国的黄金大通道。",
        "双方将合作提升到新水平。",
        "商务部委托第三方开展评估。",
    ],
)
def test_what_only_sounds_like_it_is_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "哈尔滨市把一座捐建的“冰雪书屋”移交乌兰巴托市使用。",
            ("programme", "concluded", "哈尔滨市", "乌兰巴托市", "冰雪书屋"),
        ),
        (
            "中车株洲公司生产的20列轻轨列车5月8日在墨西哥城交付墨西哥国家铁路局。",
            ("programme", "concluded", "中车株洲公司", "墨西哥国家铁路局", "20列轻轨列车"),
        ),
    ],
)
def test_what_is_handed_over_is_named_with_giver_and_receiver(text: str, expected: Row) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("中国和汤加宣布2027年为“中汤海洋年”。", ("event", "announced", "中国", "汤加", "中汤海洋年")),
        ("入境处宣布将“一带一路”国家公民免签期限延长至30天。", None),
    ],
)
def test_a_year_is_declared_and_a_term_is_lengthened(sentence: str, row: Row | None) -> None:
    rows = told(sentence)
    assert rows == [row] if row else rows[0][4].endswith("免签期限延长至30天")


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        ("中国和汤加将“3+3”战略对话提升为部级。", [("institution", "“3+3”战略对话提升为部级")]),
        ("中国将建设好中老铁路。", []),
        ("中国和老挝年内开工建设琅勃拉邦机场项目。", [("programme", "琅勃拉邦机场项目")]),
    ],
)
def test_a_dialogue_gets_a_rank_and_what_is_done_well_is_there_already(
    sentence: str, rows: list[tuple[str, str]]
) -> None:
    assert [(row[0], row[4]) for row in told(sentence)] == rows
