"""Rights that are won, routes that are added, stamps that are issued, teams that are sent, gifts told by 给 and 予."""

from __future__ import annotations

import pytest
from prose import Row, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "中国石油获得伊拉克油田开发权。",
            ("agreement", "concluded", "中国石油", "", "伊拉克油田开发权"),
        ),
        (
            "和记港口夺得埃及艾因苏赫纳港码头专营权，为期30年。",
            ("agreement", "concluded", "和记港口", "", "埃及艾因苏赫纳港码头专营权"),
        ),
        (
            "人民文学出版社获得埃及小说《三部曲》中文版权。",
            ("agreement", "concluded", "人民文学出版社", "", "埃及小说三部曲中文版权"),
        ),
        (
            "国泰航空新增直飞雅加达航线。",
            ("programme", "concluded", "国泰航空", "", "直飞雅加达航线"),
        ),
        (
            "南方航空计划新增广州至阿拉木图航班。",
            ("programme", "announced", "南方航空", "", "广州至阿拉木图航班"),
        ),
        (
            "中国邮政与泰国邮政联合发行建交50周年纪念邮票。",
            ("publication", "concluded", "中国邮政", "泰国邮政", "建交50周年纪念邮票"),
        ),
        (
            "澳门文化局派乐团赴葡萄牙演出。",
            ("programme", "concluded", "澳门文化局", "葡萄牙", "演出"),
        ),
        (
            "中国红十字会捐赠10辆救护车给老挝卫生部。",
            ("programme", "concluded", "中国红十字会", "老挝卫生部", "10辆救护车"),
        ),
        (
            "香港赛马会拨款500万港元予印尼红十字会。",
            ("funding", "concluded", "香港赛马会", "印尼红十字会", "香港赛马会拨款"),
        ),
        (
            "电能实业以12亿英镑收购英国风电场组合。",
            ("funding", "concluded", "电能实业", "", "收购英国风电场组合"),
        ),
    ],
)
def test_what_is_won_added_issued_sent_and_given(text: str, expected: Row) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "该院荣获国际金奖。",
        "今年以来新增12条国际航线。",
        "双方希望新增航线。",
        "公司获得开发权。",
        "中国派出代表团赴日内瓦参会。",
    ],
)
def test_honours_counts_and_hopes_are_none(text: str) -> None:
    assert told(text) == []
