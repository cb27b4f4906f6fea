"""What two do to each other or together, what comes to another country, what is given back."""

from __future__ import annotations

import pytest
from prose import Row, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "浙江大学与肯尼亚内罗毕大学互认学分。",
            ("agreement", "concluded", "浙江大学", "肯尼亚内罗毕大学", "互认学分"),
        ),
        (
            "国家图书馆与阿曼国家图书馆互赠图书。",
            ("programme", "concluded", "国家图书馆", "阿曼国家图书馆", "互赠图书"),
        ),
        (
            "故宫博物院与沙特阿拉伯文化遗产委员会联合考古。",
            ("programme", "concluded", "故宫博物院", "沙特阿拉伯文化遗产委员会", "联合考古"),
        ),
        (
            "同济大学与佛罗伦萨大学共建海外校区。",
            ("institution", "concluded", "同济大学", "佛罗伦萨大学", "海外校区"),
        ),
        (
            "中国国际电视台阿拉伯语频道落地埃及。",
            ("programme", "concluded", "", "埃及", "中国国际电视台阿拉伯语频道"),
        ),
        (
            "银联卡即将落地吉布提。",
            ("programme", "announced", "", "吉布提", "银联卡落地吉布提"),
        ),
        (
            "意大利向中国返还56件流失文物。",
            ("programme", "concluded", "意大利", "中国", "返还56件流失文物"),
        ),
        (
            "中国热科院向瓦努阿图赠送木薯种苗。",
            ("programme", "concluded", "中国热科院", "瓦努阿图", "木薯种苗"),
        ),
        (
            "中央广播电视总台与巴西国家传播公司共同制作纪录片《亚马孙》。",
            ("programme", "concluded", "中央广播电视总台", "巴西国家传播公司", "纪录片亚马孙"),
        ),
    ],
)
def test_mutual_acts_and_landings(text: str, expected: Row) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "两国文明交流互鉴。",
        "双方希望互认更多资格。",
        "更多中国品牌落地非洲。",
        "台风登陆菲律宾。",
        "一批成果落地印尼。",
    ],
)
def test_what_is_general_is_none(text: str) -> None:
    assert told(text) == []
