"""Works called by the firm that owns them and the country where they are; things made by firms of any name."""

from __future__ import annotations

import pytest
from prose import Row, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("潍柴动力印度工厂投产。", ("programme", "concluded", "潍柴动力", "印度", "潍柴动力印度工厂")),
        (
            "青山集团津巴布韦钢铁厂一期投产。",
            ("programme", "concluded", "青山集团", "津巴布韦", "青山集团津巴布韦钢铁厂一期"),
        ),
        (
            "招商局斯里兰卡科伦坡物流中心启用。",
            ("institution", "concluded", "招商局", "斯里兰卡", "招商局斯里兰卡科伦坡物流中心"),
        ),
        ("中联重科在土耳其的合资工厂奠基。", ("programme", "concluded", "中联重科", "土耳其", "合资工厂")),
        ("吉利与马来西亚宝腾合作的首款电动车下线。", ("programme", "concluded", "吉利", "马来西亚宝腾", "首款电动车")),
        (
            "中国恩菲设计的刚果（金）卡莫阿铜冶炼厂点火投产。",
            ("programme", "concluded", "中国恩菲", "", "刚果（金）卡莫阿铜冶炼厂"),
        ),
        (
            "中国化学承建的俄罗斯波罗的海化工综合体开工建设。",
            ("programme", "concluded", "中国化学", "", "俄罗斯波罗的海化工综合体"),
        ),
        ("埃塞俄比亚阿达玛风电二期竣工发电。", ("programme", "concluded", "", "", "埃塞俄比亚阿达玛风电二期")),
        ("中国援老挝农村供水项目竣工。", ("programme", "concluded", "中国", "老挝", "老挝农村供水项目")),
    ],
)
def test_works_by_their_owners(text: str, expected: Row) -> None:
    assert told(text) == [expected]
