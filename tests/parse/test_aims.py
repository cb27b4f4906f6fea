"""What is hoped for, worked towards or only recalled is no outcome."""

from __future__ import annotations

import pytest
from prose import told


@pytest.mark.parametrize(
    "text",
    [
        "商务部将会同有关部门推动《议定书》早日生效。",
        "两国部长期待早日实现蒙巴萨港至坎帕拉铁路贯通。",
        "各方将按照市场化、可持续原则推进标准轨铁路延伸。",
        "中毛自贸协定是我国与非洲国家商签的第一个自贸协定，于2021年1月1日正式生效实施。",
        "此次升级谈判于2023年9月启动，历经五轮磋商。",
        "这标志着公司在非洲的首个投建营一体化项目进入全面建设阶段。",
        "卡宾达长期依赖柴油发电。",
        "双方同意用好两国互免签证安排。",
        "中方愿同拉方开展执法、禁毒、反腐败对话。",
        "中方也愿与更多有意愿的非洲国家商签共同发展经济伙伴关系协定。",
        "双方愿开展联合研究。",
    ],
)
def test_nothing_has_come_about(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("双方宣布启动两国数字贸易规则对接联合研究。", ["两国数字贸易规则对接联合研究"]),
        ("总台启动“中阿青年主播训练营”。", ["中阿青年主播训练营"]),
        (
            "大会同时举办国际绿色产业展、青年创业大赛、“丝路之夜”文艺晚会等活动。",
            ["国际绿色产业展", "青年创业大赛", "“丝路之夜”文艺晚会"],
        ),
        (
            "双方将举办“茶香世界”主题展、木偶戏巡演、厨艺比赛等20项活动。",
            ["“茶香世界”主题展", "木偶戏巡演", "厨艺比赛"],
        ),
        ("双方部长就设立经济技术合作工作组完成换文。", ["设立经济技术合作工作组换文"]),
        ("《远方的灯》《海边来客》等5部译制节目将在电视台播出。", ["远方的灯", "海边来客"]),
    ],
)
def test_what_did_is_named(text: str, labels: list[str]) -> None:
    assert [label for *_, label in told(text)] == labels
