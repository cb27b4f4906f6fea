"""Numbers at the start of a line."""

import pytest

from silkgraph.read.numbering import Mark, ordinal, read_box, read_mark


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("八十九", 89),
        ("一百零二", 102),
        ("56", 56),
        ("③", 3),
        ("⒊", 3),
        ("㈩", 10),
    ],
)
def test_ordinals(written: str, value: int) -> None:
    assert ordinal(written) == value


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("第二章 合作", Mark(0, 2, 4)),
        ("十一、共建", Mark(1, 11, 3)),
        ("（八十九）2024年论坛", Mark(2, 89, 5)),
        ("（一）发布", Mark(2, 1, 3)),
        ("12.地方合作", Mark(3, 12, 3)),
        ("（3）设立", Mark(7, 3, 3)),
        ("②设立", Mark(7, 2, 1)),
        ("⑵设立", Mark(7, 2, 1)),
        ("⒉设立", Mark(3, 2, 1)),
        ("㈡设立", Mark(2, 2, 1)),
        ("三是成立联盟", Mark(8, 3, 2)),
        ("第一，成立联盟", Mark(8, 1, 3)),
        ("其二，成立联盟", Mark(8, 2, 3)),
        ("2.1渔业", Mark(4, 1, 3, "2.1")),
        ("2.1.2中方将在舟山设立培训中心", Mark(5, 2, 5, "2.1.2")),
        ("1.1 2025年9月2日，会议在苏瓦举行", Mark(4, 1, 4, "1.1")),
        ("3.6月18日，意向书在埃里温签署", Mark(3, 3, 2)),
        ("4.2025年，中方举办论坛", Mark(3, 4, 2)),
        ("8.2028“中国—卡塔尔青年交流年”", Mark(3, 8, 2)),
        ("6.1至5月，综合保税区实现进出口总值", Mark(3, 6, 2)),
        ("1.5亿元", None),
        ("2.5万吨紧急粮食援助", None),
        ("1.2公里的桥梁", None),
        ("一带一路", None),
        ("第一届论坛", None),
        ("（二期）项目", None),
        ("（一）", None),
    ],
)
def test_marks(line: str, mark: Mark | None) -> None:
    assert read_mark(line) == mark


def test_boxes() -> None:
    assert read_box("专栏2 “丝路电商”") == Mark(0, 2, 4)
    assert read_box("专栏六：鲁班工坊") == Mark(0, 6, 4)
    assert read_box("专栏作家") is None
