"""What stands before a paragraph says anything."""

import pytest

from silkgraph.read.layout import LAYOUTS
from silkgraph.read.text import SourceText


@pytest.mark.parametrize(
    ("lead", "sentence"),
    [
        ("新华社北京5月14日电（记者林予安、郭思齐）", "14日上午，两国元首举行会谈。"),
        ("中新网兰州5月12日电 (记者 高岩 通讯员 马小虎)", "一列满载汽车配件的列车驶出。"),
        ("新华社贝尔格莱德11月6日电（记者石中玉　赵凯旋）", "四国总理举行会晤。"),
        ("中国日报网9月3日电 ", "中国与老挝签署协议。"),
        ("央视网消息（新闻联播）：", "今天（4月5日），博览会开幕。"),
        ("央视网消息：", "当地时间9月18日下午，论坛闭幕。"),
        ("【本报讯】（记者 陈颂恩 马斯喀特直击）", "行政长官昨日抵达阿曼。"),
        ("【本報記者陳嘉敏清邁二十一日專電】", "部长会议闭幕。"),
        ("本网讯（通讯员 覃若兰）", "项目正式投产。"),
        ("本报讯 ", "中国与缅甸签署协议。"),
        ("本报北京3月12日电（记者 庄晓蕾）", "海关总署署长会见来宾。"),
        ("【货币互换】", "中国人民银行与斯里兰卡中央银行续签协议。"),
        ("中国社会科学网讯 ", "近日，院长会见来宾。"),
        ("［本報訊］", "香港贸发局签署协议。"),
        ("中評社香港5月6日電／", "香港金融管理局签署协议。"),
        ("(中央社記者王小明台北三日電)", "财政部签署协定。"),
        ("快讯｜", "中国商务部与老挝工贸部签署合作备忘录。"),
        ("答：", "我们欢迎各方积极参与。"),
        ("", "本报告由中国发布。"),
        ("", "中国日报社与老挝通讯社10日签署协议。"),
        ("", "双方9月5日电力合作取得进展。"),
        ("", "中国政府与老挝政府签署协议。"),
        ("", "各方：一致同意。"),
    ],
)
def test_a_dateline_belongs_to_no_sentence(lead: str, sentence: str) -> None:
    text = SourceText.from_raw(f"标题\n{lead}{sentence}")
    (item,) = LAYOUTS["plain"](text)
    ((start, end),) = item.paragraphs
    assert text.text[start:end] == SourceText.from_raw(sentence).text
    assert item.number == "p2"
    assert text.passage(item.start, item.end).quote == f"{lead}{sentence}"


def test_a_numbered_paragraph_may_have_a_lead_too() -> None:
    text = SourceText.from_raw("一、【金融】中国与老挝签署协议。\n二、【贸易】中国与缅甸签署协议。\n")
    assert [text.text[start:end] for item in LAYOUTS["plain"](text) for start, end in item.paragraphs] == [
        "中国与老挝签署协议。",
        "中国与缅甸签署协议。",
    ]
