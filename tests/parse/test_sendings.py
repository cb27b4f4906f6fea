"""People who are sent by number, and where they go."""

from __future__ import annotations

import pytest
from prose import told


@pytest.mark.parametrize(
    ("text", "status", "to", "label"),
    [
        ("中国向赞比亚派遣12名农业专家。", "concluded", "赞比亚", "派遣12名农业专家"),
        ("中国商务部派遣8名水稻专家赴布隆迪。", "concluded", "布隆迪", "派遣8名水稻专家赴布隆迪"),
        ("浙江省派出6名眼科医生到多哥工作。", "concluded", "多哥", "派出6名眼科医生到多哥工作"),
        ("中国地震局选派4名工程师前往老挝安装设备。", "concluded", "老挝", "选派4名工程师前往老挝安装设备"),
        ("中方将派遣9名教师赴斐济任教。", "announced", "斐济", "9名教师赴斐济任教"),
    ],
)
def test_where_those_go_who_are_sent(text: str, status: str, to: str, label: str) -> None:
    assert [(row[1], row[3], row[4]) for row in told(text)] == [(status, to, label)]


@pytest.mark.parametrize(
    "text",
    [
        "中国先后向非洲派遣1500名医疗队员。",
        "中国累计向34个国家派出38批抗疫专家组。",
        "中国向34个国家派出38批抗疫专家组。",
        "2013年以来，中国派遣专家2000多名。",
    ],
)
def test_what_has_been_sent_so_far_is_a_figure(text: str) -> None:
    assert told(text) == []


def test_a_team_by_a_number_in_digits_goes_to_a_country() -> None:
    assert told("湖北省派遣第30批医疗队赴莱索托工作。") == [
        ("programme", "concluded", "湖北省", "莱索托", "第30批医疗队")
    ]
