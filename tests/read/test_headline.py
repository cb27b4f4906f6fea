"""The title lines of a document."""

import pytest

from silkgraph.read.headline import headline
from silkgraph.read.text import SourceText


@pytest.mark.parametrize(
    ("raw", "parts"),
    [
        (
            "国家主席同佛得角总统举行会谈　两国关系提升为战略伙伴关系\n\n　　新华社电（记者林予安）双方会谈。",
            ["国家主席同佛得角总统举行会谈", "两国关系提升为战略伙伴关系"],
        ),
        (
            "携手绘就大湖之滨共同发展新图景\n\n——在中国—东非走廊国家领导人会议开幕式上的主旨讲话\n\n尊敬的主席阁下，\n\n大家好。",
            ["携手绘就大湖之滨共同发展新图景", "——在中国—东非走廊国家领导人会议开幕式上的主旨讲话"],
        ),
        ("# 中葡论坛成果清单\n\n一、中国与葡萄牙签署协议。", ["中葡论坛成果清单"]),
        ("“期待更多中国消费者认识我们的腰果！”\n比绍报道。", ["“期待更多中国消费者认识我们的腰果！”"]),
        ("中 国 与 老 挝 签 署 协 议\n双方签署协议。", ["中国与老挝签署协议"]),
        ("中国与老挝签署协议。\n双方签署协议。", []),
        ("一、中国与老挝签署协议\n", []),
    ],
)
def test_the_lines_above_the_text_are_the_title(raw: str, parts: list[str]) -> None:
    text = SourceText.from_raw(raw)
    assert [text.text[start:end] for start, end in headline(text)] == parts
