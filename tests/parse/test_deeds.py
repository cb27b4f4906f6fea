"""Deeds told by several words together: tenders won, bonds priced, members taken in, exhibitions that travel."""

from __future__ import annotations

import pytest
from prose import Row, frames_of, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "东海电力设计有限公司收到肯尼亚输电公司发出的中标通知书，确认其为拉穆输变电项目（第二标段）的中标单位，"
            "中标金额约合人民币2.6亿元。",
            ("agreement", "concluded", "东海电力设计有限公司", "肯尼亚输电公司", "拉穆输变电项目（第二标段）"),
        ),
        (
            "中国港湾工程有限责任公司收到科特迪瓦阿比让港务局发来的中标通知书，中标项目为阿比让港五号码头扩建工程。",
            (
                "agreement",
                "concluded",
                "中国港湾工程有限责任公司",
                "科特迪瓦阿比让港务局",
                "阿比让港五号码头扩建工程",
            ),
        ),
        (
            "卡塔尔财政部在中国银行间债券市场完成30亿元人民币三年期熊猫债券的簿记定价。",
            ("funding", "concluded", "卡塔尔财政部", "", "三年期熊猫债券"),
        ),
        ("非洲进出口银行在银行间市场募得资金22亿元。", ("funding", "concluded", "非洲进出口银行", "", "资金22亿元")),
        (
            "中国出口信用保险公司为该项目出具了承保额8000万美元的保单。",
            ("funding", "concluded", "中国出口信用保险公司", "", "承保额8000万美元的保单"),
        ),
        (
            "上合组织银行联合体在阿斯塔纳增选白俄罗斯发展银行为新成员。",
            ("institution", "concluded", "上合组织银行联合体", "白俄罗斯发展银行", "上合组织银行联合体增选新成员"),
        ),
        (
            "非洲联盟采纳肯尼亚总统提出的成立非洲气候基金理事会的倡议。",
            ("institution", "announced", "非洲联盟", "", "非洲气候基金理事会"),
        ),
        (
            "宁波仲裁委员会将在布达佩斯设联络处。",
            ("institution", "announced", "宁波仲裁委员会", "", "联络处"),
        ),
        (
            "中国信保为三一重工在赞比亚的风电场项目出具保单。",
            ("agreement", "concluded", "中国信保", "", "风电场项目保单"),
        ),
        (
            "世界气象组织接收东帝汶为观察员。",
            ("institution", "concluded", "世界气象组织", "东帝汶", "世界气象组织接收观察员"),
        ),
        (
            "中国—东盟银行联合体新增柬埔寨农村发展银行、缅甸经济银行两家成员行。",
            (
                "institution",
                "concluded",
                "中国—东盟银行联合体",
                "柬埔寨农村发展银行、缅甸经济银行",
                "中国—东盟银行联合体新增成员行",
            ),
        ),
        (
            "泉州海外交通史博物馆牵头，肯尼亚国家博物馆、阿曼国家博物馆等8家机构响应，海上丝绸之路博物馆联盟宣布组建。",
            (
                "institution",
                "concluded",
                "泉州海外交通史博物馆",
                "肯尼亚国家博物馆、阿曼国家博物馆",
                "海上丝绸之路博物馆联盟",
            ),
        ),
        (
            "一份题为《福州共识》的文本摆上案头，经逐段宣读后获得鼓掌通过。",
            ("declaration", "concluded", "", "", "福州共识"),
        ),
        ("会议一致通过了题为《泉州倡议》的成果文件。", ("declaration", "concluded", "", "", "泉州倡议")),
        (
            "复星基金会出资500万元设立“中非青年学者奖学金”。",
            ("programme", "concluded", "复星基金会", "", "中非青年学者奖学金"),
        ),
        (
            "香港飞机工程公司则获印尼鹰航批出三年期机身维修合约。",
            ("agreement", "concluded", "香港飞机工程公司", "印尼鹰航", "三年期机身维修合约"),
        ),
        (
            "中国工商银行万象分行获授权担任人民币清算行。",
            ("institution", "concluded", "", "中国工商银行万象分行", "人民币清算行"),
        ),
        (
            "中铁一局收到阿拉木图枢纽改造工程中标通知书。",
            ("agreement", "concluded", "中铁一局", "", "阿拉木图枢纽改造工程中标通知书"),
        ),
        ("“贺兰山岩画展”将于明年2月在马斯喀特开展。", ("event", "announced", "", "", "贺兰山岩画展")),
        ("明年3月，“丝路遗珍”文物特展将亮相开罗。", ("event", "announced", "", "", "“丝路遗珍”文物特展")),
        ("“何以中国”文物特展今年9月将赴卢浮宫展出。", ("event", "announced", "", "", "“何以中国”文物特展")),
    ],
)
def test_a_deed_is_told_by_several_words(text: str, expected: Row) -> None:
    assert told(text) == [expected]


def test_goods_are_let_in_from_each_country() -> None:
    assert told("海关总署自即日起允许符合要求的津巴布韦鲜食蓝莓、坦桑尼亚冷冻牛油果进口。") == [
        ("programme", "concluded", "海关总署", "津巴布韦", "允许津巴布韦鲜食蓝莓进口"),
        ("programme", "concluded", "海关总署", "坦桑尼亚", "允许坦桑尼亚冷冻牛油果进口"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "中国出口信用保险公司累计出具保单2万张，承保金额80亿美元。",
        "这一展览走进更多国家。",
    ],
)
def test_what_is_summed_up_is_no_deed(text: str) -> None:
    assert told(text) == []


def test_the_sum_of_a_tender_is_that_of_the_agreement() -> None:
    (frame,) = frames_of("中铁十局收到加纳公路局发出的中标通知书，中标项目为塔马利环城路工程，中标金额1.2亿美元。")
    assert [(str(amount.value), amount.currency) for amount in frame.amounts] == [("120000000", "USD")]


def test_a_stretch_of_a_line_is_won() -> None:
    assert told("中铁四局联合体中标塞尔维亚E80公路尼什至梅洛沙纳段，合同额2.1亿欧元。") == [
        ("programme", "concluded", "中铁四局联合体", "", "塞尔维亚E80公路尼什至梅洛沙纳段")
    ]
