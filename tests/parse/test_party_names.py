"""Names of parties that no ending tells, or in which a verb or a small word stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from prose import told

from silkgraph.extraction import read_file


def parties(text: str) -> list[tuple[str, str]]:
    return [(initiators, partners) for _, _, initiators, partners, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # ministries that are named after what they do
        ("中国商务部与马里重建和恢复部签署合作备忘录。", [("中国商务部", "马里重建和恢复部")]),
        ("国家开发银行与喀麦隆经济和参与部签署贷款协议。", [("国家开发银行", "喀麦隆经济和参与部")]),
        (
            "中国住房城乡建设部与埃及住房、公用设施和城市建设部续签合作协议。",
            [("中国住房城乡建设部", "埃及住房、公用设施和城市建设部")],
        ),
        # 部将 is no word here
        ("农业农村部将同联合国粮农组织共建种质资源中心。", [("农业农村部", "联合国粮农组织")]),
        # words that run across the end of a name
        ("中国交通运输部分别与蒙古道路运输发展部签署谅解备忘录。", [("中国交通运输部", "蒙古道路运输发展部")]),
        ("国家发展改革委会同秘鲁外交部签署合作规划。", [("国家发展改革委", "秘鲁外交部")]),
        ("蒙古工商会同中国贸促会签署合作备忘录。", [("蒙古工商会", "中国贸促会")]),
        ("中国贸促会当天同泰国工业联合会签署合作备忘录。", [("中国贸促会", "泰国工业联合会")]),
        # names that begin as small words do
        ("应急管理部与柬埔寨国家灾害管理委员会签署合作备忘录。", [("应急管理部", "柬埔寨国家灾害管理委员会")]),
        ("也门石油部与中国石化签署合作备忘录。", [("也门石油部", "中国石化")]),
        ("期间，不丹卫生部与中国红十字会签署合作备忘录。", [("不丹卫生部", "中国红十字会")]),
        # ministries of planning, and firms that are united
        ("约旦计划与国际合作部与中国商务部签署合作备忘录。", [("约旦计划与国际合作部", "中国商务部")]),
        ("中国计划与塞拉利昂计划和经济发展部签署合作备忘录。", [("中国", "塞拉利昂计划和经济发展部")]),
        ("中国联合网络通信集团与泰国国家电信公司签署合作备忘录。", [("中国联合网络通信集团", "泰国国家电信公司")]),
        # societies whose names end with 会
        ("香港律师会与新加坡律师公会签署合作备忘录。", [("香港律师会", "新加坡律师公会")]),
        ("香港建筑师学会会与泰国建筑师协会签署互认协议。", [("香港建筑师学会", "泰国建筑师协会")]),
        # firms that are told of with their country
        ("德国默克与张江集团签署战略合作协议。", [("德国默克", "张江集团")]),
        ("瑞典宜家和京东物流签署仓储合作协议。", [("瑞典宜家", "京东物流")]),
        ("韩国锦湖轮胎和南京市江北新区签署投资协议。", [("韩国锦湖轮胎", "南京市江北新区")]),
        ("德国技术与发展银行与中国银行签署合作协议。", [("德国技术与发展银行", "中国银行")]),
        ("巴布亚新几内亚国际贸易与投资部同中国商务部签署备忘录。", [("巴布亚新几内亚国际贸易与投资部", "中国商务部")]),
        # newspapers by their titles
        (
            "人民日报社与老挝《人民报》、柬埔寨《柬埔寨之光报》签署合作备忘录。",
            [("人民日报社", "老挝《人民报》"), ("人民日报社", "柬埔寨《柬埔寨之光报》")],
        ),
        ("《经济日报》社和越南《投资报》社签署合作协议。", [("《经济日报》社", "越南《投资报》社")]),
        # what a body is in the affair does not belong to its name
        ("中国银行与项目公司马斯达拉光储能源公司签署贷款协议。", [("中国银行", "马斯达拉光储能源公司")]),
    ],
)
def test_the_names_are_whole(text: str, expected: list[tuple[str, str]]) -> None:
    assert parties(text) == expected


def test_what_one_sentence_tells_of_a_body_holds_in_all(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(
        "华岳国际工程有限公司承建的码头工程开工。\n"
        "华岳国际工程有限公司将出资200万美元设立助学基金。\n"
        "华岳国际工程有限公司与安哥拉本格拉省政府签署合作协议。\n",
        "utf-8",
    )
    outcomes = read_file(path).outcomes
    assert [[party.country for party in outcome.initiators] for outcome in outcomes] == [["CN"], ["CN"], ["CN"]]
