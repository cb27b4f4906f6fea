"""What is brought before the public: on a stage, to a fair."""

from __future__ import annotations

import pytest
from prose import told


@pytest.mark.parametrize(
    ("text", "status", "label"),
    [
        ("中方把柬埔寨特色商品搬上进博会平台。", "concluded", "柬埔寨特色商品"),
        ("中方将把非洲特色农产品馆搬上中国国际农产品交易会。", "announced", "非洲特色农产品馆"),
        ("国家大剧院将秘鲁原创歌剧《印加》搬上舞台。", "concluded", "秘鲁原创歌剧印加"),
        ("湖南卫视把埃及文物特展搬上荧屏。", "concluded", "埃及文物特展"),
        ("义乌市把非洲咖啡馆搬上“云端”。", "concluded", "非洲咖啡馆"),
    ],
)
def test_what_is_brought_where(text: str, status: str, label: str) -> None:
    assert [(row[1], row[4]) for row in told(text)] == [(status, label)]


def test_a_plant_that_moves_is_no_outcome() -> None:
    assert told("企业把生产线搬到越南。") == []
