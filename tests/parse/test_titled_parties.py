"""The parties that a title names."""

from __future__ import annotations

import pytest
from prose import told

from silkgraph.parse.titled_parties import titled_parties
from silkgraph.recognise.names import names


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("《中国商务部与白俄罗斯经济部关于电子商务合作的谅解备忘录》", ["中国商务部", "白俄罗斯经济部"]),
        ("《中华人民共和国和萨摩亚独立国关于深化合作的联合声明》", ["中华人民共和国", "萨摩亚独立国"]),
        ("《青岛市市南区与保加利亚瓦尔纳市旅游合作意向书》", ["青岛市市南区", "保加利亚瓦尔纳市"]),
        ("《中国、老挝、泰国三国铁路合作协议》", ["中国", "老挝", "泰国"]),
        ("《跨境水文数据共享路线图》", []),
        ("《采购与环境社会框架》", []),
    ],
)
def test_what_stands_before_the_topic_is_a_list_of_names(title: str, expected: list[str]) -> None:
    assert [party.name for party in titled_parties(title, (0, len(title)), names())] == expected


def test_the_title_tells_who_signs_where_the_sentence_does_not() -> None:
    text = "双方签署《中国气象局与斐济气象局关于热带气旋预报的谅解备忘录》。"
    title = "中国气象局与斐济气象局关于热带气旋预报的谅解备忘录"
    assert told(text) == [("agreement", "concluded", "中国气象局", "斐济气象局", title)]
