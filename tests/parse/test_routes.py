"""Lines that are opened and what runs on them for the first time."""

from __future__ import annotations

import pytest
from prose import Row, told


@pytest.mark.parametrize(
    ("text", "maker", "label"),
    [
        ("西安至阿拉木图国际货运列车首次直达。", "", "西安至阿拉木图国际货运列车"),
        ("10月9日，沈阳至明斯克国际列车首次开行。", "", "沈阳至明斯克国际列车"),
        ("首列中老铁路冷链班列首发昆明。", "", "中老铁路冷链班列"),
        ("11月3日，首列“成都—德黑兰”货运列车驶抵德黑兰。", "", "“成都—德黑兰”货运列车"),
        ("郑州至万象客运列车对开。", "", "郑州至万象客运列车"),
        ("中吉乌多式联运列车实现常态化开行。", "", "中吉乌多式联运列车"),
        ("斯里兰卡航空开通科伦坡至重庆直航。", "斯里兰卡航空", "科伦坡至重庆直航"),
        ("海口开通至多哈的国际航线。", "海口", "海口至多哈的国际航线"),
    ],
)
def test_what_runs_for_the_first_time(text: str, maker: str, label: str) -> None:
    assert told(text) == [("programme", "concluded", maker, "", label)]


@pytest.mark.parametrize("text", ["双方愿推动恢复直航。", "中欧班列抵达华沙。", "代表团首次抵达内罗毕。"])
def test_what_is_hoped_for_or_only_arrives(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "中国电建与西班牙TSK公司组成联合体。",
            [("institution", "concluded", "中国电建", "西班牙TSK公司", "联合体")],
        ),
        ("联盟由30家高校组成。", []),
    ],
)
def test_bodies_that_somebody_forms(text: str, expected: list[Row]) -> None:
    assert told(text) == expected
