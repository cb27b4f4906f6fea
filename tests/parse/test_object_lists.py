"""Lists of objects: where they are cut."""

from __future__ import annotations

import pytest

from silkgraph.parse.object_lists import objects
from silkgraph.recognise.lexicon import lexicon

SIGNED = frozenset({"agreement", "declaration", "publication", "funding"})


@pytest.mark.parametrize(
    ("phrase", "parts"),
    [
        (
            "《全球数据安全倡议》《中阿数据安全合作倡议》等合作倡议",
            ["《全球数据安全倡议》", "《中阿数据安全合作倡议》"],
        ),
        ("《甲国大米输华议定书》《乙国蜂蜜输华议定书》", ["《甲国大米输华议定书》", "《乙国蜂蜜输华议定书》"]),
        ("《〈框架协定〉补充议定书》", ["《〈框架协定〉补充议定书》"]),
        (
            "《联合行动计划》以及渔业、林业、邮政等领域多份合作文件",
            ["《联合行动计划》", "渔业、林业、邮政等领域多份合作文件"],
        ),
        ("航空运输协定和旅游合作谅解备忘录", ["航空运输协定", "旅游合作谅解备忘录"]),
    ],
)
def test_titles_side_by_side_and_joined_nouns_are_an_object_each(phrase: str, parts: list[str]) -> None:
    found = objects(phrase, (0, len(phrase)), lexicon(), SIGNED)
    assert [phrase[start:end] for start, end in found] == parts


def test_the_last_event_of_a_list_may_have_a_name_of_no_known_kind() -> None:
    phrase = "“丝路光影”图片展览、“海风与山歌”之夜"
    found = objects(phrase, (0, len(phrase)), lexicon(), lenient=True)
    assert [phrase[start:end] for start, end in found] == ["“丝路光影”图片展览", "“海风与山歌”之夜"]


def test_what_several_titles_are_is_no_part_of_them() -> None:
    phrase = "《北京宣言》和《中非合作行动计划（2027—2029）》两份成果文件"
    found = objects(phrase, (0, len(phrase)), lexicon())
    assert [phrase[start:end] for start, end in found] == ["《北京宣言》", "《中非合作行动计划（2027—2029）》"]
