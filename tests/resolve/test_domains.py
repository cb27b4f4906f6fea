"""The topical domain of an outcome."""

from __future__ import annotations

import pytest

from silkgraph.resolve.domains import domain


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("关于海关事务的合作与互助协定", "customs"),
        ("第五届“一带一路”税收征管合作论坛", "taxation"),
        ("卡洛特水电站", "energy"),
        ("“一带一路”地震科学考察联盟", "disaster"),
        ("政府间旅游合作协议", "tourism"),
        ("政府间“一带一路”合作谅解备忘录", "strategy"),
        ("鲜食菠萝蜜输华植物检疫要求议定书", "customs"),
        ("铁路贷款协议", "transport"),
        ("双边本币互换协议", "finance"),
        ("新闻稿件互换协议", "media"),
        ("跨太平洋海底光缆系统", "digital"),
        ("杂交木薯联合研究中心", "agriculture"),
        ("中哈联合研究中心", "think-tank"),
        ("海岛自动气象观测站", "disaster"),
        ("免费展位", "trade"),
        ("第9届南博会", "trade"),
        ("第四届中国国际旅博会", "tourism"),
        ("深圳文博会", "culture"),
        ("5万个研修名额", "education"),
        ("300眼水井", "water"),
        ("节水灌溉示范区", "water"),
        ("杂交旱稻示范项目", "agriculture"),
        ("专利审查高速路试点", "intellectual-property"),
        ("100%税目产品零关税待遇", "trade"),
        ("远程会诊协议", "health"),
        ("建立友好城市关系协议书", "local"),
        ("被判刑人移管条约", "law"),
        ("海啸预警浮标站", "disaster"),
        ("铝材组装厂", "industry"),
        ("馆际交流合作备忘录", "culture"),
        ("新闻素材交换协议", "media"),
    ],
)
def test_the_words_of_the_label_tell_the_domain(label: str, expected: str) -> None:
    assert domain(label, label, (), ()) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("中华人民共和国政府关于互设文化中心的协定", "culture"),
        ("香港电影节", "culture"),
        ("21世纪海上丝绸之路建设合作规划", "strategy"),
        ("中国—东盟国家电子商务合作机制", "digital"),
    ],
)
def test_a_word_inside_another_tells_nothing(label: str, expected: str) -> None:
    assert domain(label, label, (), ()) == expected


def test_without_any_word_the_domain_is_strategy() -> None:
    assert domain("甲", "甲", (), ()) == "strategy"


def test_partners_tell_what_the_label_does_not() -> None:
    passage = "广西云河供应链公司与泰国榴莲种植者协会签署包销协议"
    assert domain("包销协议", passage, ["广西云河供应链公司"], (), (), ["泰国榴莲种植者协会"]) == "agriculture"


def test_what_the_document_is_about_tells_where_nothing_nearer_does() -> None:
    setting = ("第二届中国—中亚水资源部长会议联合新闻公报",)
    assert domain("第三届会议", "第三届会议将于2027年举行", (), (), setting) == "water"
    assert domain("铁路贷款协议", "签署铁路贷款协议", (), (), setting) == "transport"
