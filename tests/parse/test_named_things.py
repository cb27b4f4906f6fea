"""Running prose that reports on named things."""

from __future__ import annotations

import pytest

from silkgraph.parse.named_things import named_things, report_pattern
from silkgraph.recognise.lexicon import lexicon


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("卡洛特水电站并网发电", [("programme", "卡洛特水电站")]),
        (
            "萨希瓦尔、卡西姆港、塔尔等电站保持安全稳定运营",
            [("programme", "萨希瓦尔电站"), ("programme", "卡西姆港"), ("programme", "塔尔电站")],
        ),
        ("中非经贸博览会、中俄博览会等重点展会影响不断扩大", [("event", "中非经贸博览会"), ("event", "中俄博览会")]),
        (
            "“深系澜湄”“国际爱心包裹”等品牌项目产生广泛影响",
            [("programme", "深系澜湄"), ("programme", "国际爱心包裹")],
        ),
        ("全球产业链供应链稳定畅通", []),
    ],
)
def test_a_report_names_things_without_an_initiator(clause: str, expected: list[tuple[str, str]]) -> None:
    frames = named_things(clause, (0, len(clause)), lexicon(), report_pattern())
    assert [(frame.kind, frame.label) for frame in frames] == expected
    assert all(frame.initiators == () for frame in frames)
