"""Adverbials between a subject and its verb."""

from __future__ import annotations

import pytest

from silkgraph.parse.adverbials import strip_adverbials
from silkgraph.recognise.names import names


@pytest.mark.parametrize(
    ("head", "thing", "adverbials"),
    [
        ("“一带一路”国际合作高峰论坛咨询委员会于2018年", "“一带一路”国际合作高峰论坛咨询委员会", "于2018年"),
        ("第七届博览会确定于2027年5月10日至13日在塞得港", "第七届博览会", "确定于2027年5月10日至13日在塞得港"),
        ("两国联合粮仓也于同日", "两国联合粮仓", "也于同日"),
        ("《渔业协定实施细则》", "《渔业协定实施细则》", ""),
        ("联合委员会首次会议不迟于今年第三季度在奥什", "联合委员会首次会议", "不迟于今年第三季度在奥什"),
        ("中国和毛里求斯自贸协定于2021年1月1日", "中国和毛里求斯自贸协定", "于2021年1月1日"),
        ("青年音乐周昨（八）日傍晚在文化中心", "青年音乐周", "昨（八）日傍晚在文化中心"),
    ],
)
def test_time_place_and_manner_are_taken_off_the_end(head: str, thing: str, adverbials: str) -> None:
    stripped = strip_adverbials(head, (0, len(head)), names())
    assert (head[: stripped.end], stripped.words) == (thing, adverbials)
