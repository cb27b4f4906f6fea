"""What is rented and let: an agreement of who rents with the owner, where he is named."""

from __future__ import annotations

import pytest
from prose import Row, frames_of, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "招商局港口租用吉布提多哈雷码头99年。",
            ("agreement", "concluded", "招商局港口", "", "租用吉布提多哈雷码头"),
        ),
        (
            "中国南方航空湿租阿塞拜疆丝绸之路西部航空公司2架波音747货机。",
            ("agreement", "concluded", "中国南方航空", "阿塞拜疆丝绸之路西部航空公司", "湿租2架波音747货机"),
        ),
        (
            "国家电网从葡萄牙国家能源网公司租用输电塔500座。",
            ("agreement", "concluded", "国家电网", "葡萄牙国家能源网公司", "租用输电塔500座"),
        ),
        (
            "中远海运把比雷埃夫斯港三号码头租给地中海航运公司使用。",
            ("agreement", "concluded", "中远海运", "地中海航运公司", "出租比雷埃夫斯港三号码头"),
        ),
        (
            "工银金融租赁向土耳其航空出租3架波音777飞机。",
            ("agreement", "concluded", "工银金融租赁", "土耳其航空", "出租3架波音777飞机"),
        ),
        (
            "山东高速集团拟长租塞尔维亚一处服务区。",
            ("agreement", "announced", "山东高速集团", "", "长租塞尔维亚一处服务区"),
        ),
    ],
)
def test_what_is_rented_and_let(text: str, expected: Row) -> None:
    assert told(text) == [expected]


def test_the_rent_is_a_sum_of_the_lease() -> None:
    (lease,) = frames_of("泰国正大集团承租海南洋浦保税港区两座仓库，年租金1200万元。")
    assert [(amount.value, amount.currency) for amount in lease.amounts] == [(12_000_000, "CNY")]


@pytest.mark.parametrize(
    "text",
    [
        "中国企业在海外租用仓库累计超过200万平方米。",
        "双方探讨租用港口的可能性。",
        "中资企业租赁当地土地种植水稻。",
        "中国鼓励企业租用当地厂房。",
        "工银租赁为“一带一路”企业提供飞机租赁服务。",
        "迄今已租用泰国仓库20座。",
    ],
)
def test_habits_and_aims_are_no_lease(text: str) -> None:
    assert told(text) == []
