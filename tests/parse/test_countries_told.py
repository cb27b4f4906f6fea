"""The country of a body whose name tells none."""

from __future__ import annotations

from pathlib import Path

import pytest

from silkgraph.extraction import read_file


def countries(text: str, folder: Path) -> dict[str, str | None]:
    path = folder / "report.txt"
    path.write_text(text + "\n", "utf-8")
    parties = (p for outcome in read_file(path).outcomes for p in outcome.initiators + outcome.partners)
    return {party.name: party.country for party in parties}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the text says it elsewhere
        (
            "泰国农业企业绿源集团是首次参展。绿源集团与海南橡胶集团签署天然橡胶采购协议。",
            {"绿源集团": "TH", "海南橡胶集团": "CN"},
        ),
        ("总部设在内罗毕的赛纳电讯与华为签署5G网络建设合同。", {"赛纳电讯": "KE", "华为": "CN"}),
        (
            "潘帕集团（阿根廷）参加了推介会。潘帕集团与中粮国际签订大豆采购协议。",
            {"潘帕集团": "AR", "中粮国际": "CN"},
        ),
        # only one other country is spoken of
        (
            "2月3日，西北大学与考古、民族研究院在埃里温签署联合考古协议。",
            {"西北大学": "CN", "考古、民族研究院": "AM"},
        ),
        # so a Chinese text calls its own
        (
            "华屿新材料股份有限公司与摩洛哥投资和出口发展署签署投资意向书。",
            {"华屿新材料股份有限公司": "CN", "摩洛哥投资和出口发展署": "MA"},
        ),
        # bodies of many countries have none
        (
            "中国财政部与国际山地综合发展中心在加德满都签署合作备忘录。",
            {"中国财政部": "CN", "国际山地综合发展中心": None},
        ),
    ],
)
def test_the_country_is_told(text: str, expected: dict[str, str | None], tmp_path: Path) -> None:
    assert countries(text, tmp_path) == expected
