"""Sentences that a page or line end cut in two."""

import pytest

from silkgraph.read.text import SourceText

LONG = (
    "共建“一带一路”不仅给相关国家带来实实在在的利益，也为推进经济全球化健康发展、"
    "破解全球发展难题、深化互利合作和完善全球治理体"
)


def test_a_page_end_inside_a_sentence_is_closed() -> None:
    raw = f"{LONG}\n\n系作出积极贡献。\n\n下一段。"
    text = SourceText.from_raw(raw)
    assert text.text == f"{LONG}系作出积极贡献。\n\n下一段。"
    start = text.text.index("治理体系")
    assert text.passage(start, start + 4).quote == "治理体\n\n系"


def test_an_open_bracket_or_a_comma_is_a_sign_of_a_break() -> None:
    assert SourceText.from_raw("（赫韦利扬—塔科特\n\n段）竣工通车。").text == "（赫韦利扬—塔科特段）竣工通车。"
    assert (
        SourceText.from_raw("签署《关\n\n于建设绿色丝路的谅解备忘录》。").text
        == "签署《关于建设绿色丝路的谅解备忘录》。"
    )
    assert SourceText.from_raw("2023年6月，\n\n中国进出口银行发行债券。").text == "2023年6月，中国进出口银行发行债券。"


def test_lines_of_one_width_are_one_paragraph() -> None:
    raw = (
        "段)、拉合尔轨道交通橙线项目竣工通车,萨希瓦尔、卡西姆港、塔  \n"
        "尔、胡布等电站保持安全稳定运营,默拉直流输电项目投入商业运  \n"
        "营。\n"
    )
    assert SourceText.from_raw(raw).text == (
        "段）、拉合尔轨道交通橙线项目竣工通车，萨希瓦尔、卡西姆港、塔"
        "尔、胡布等电站保持安全稳定运营，默拉直流输电项目投入商业运"
        "营。\n"
    )


def test_a_word_that_goes_on_in_the_next_line_is_a_sign_of_a_break() -> None:
    raw = "（一）宁夏社会科学院与巴林战略、国际与能\n源研究中心签署谅解备忘录。\n"
    assert SourceText.from_raw(raw).text == "（一）宁夏社会科学院与巴林战略、国际与能源研究中心签署谅解备忘录。\n"


def test_a_number_that_goes_on_in_the_next_line_is_a_sign_of_a_break() -> None:
    raw = "3. 启动青年领导者研修计划，2025年至2027年邀请3\n00名青年来华学习。\n"
    assert SourceText.from_raw(raw).text == "3.启动青年领导者研修计划，2025年至2027年邀请300名青年来华学习。\n"


def test_no_paragraph_begins_with_a_comma_or_a_closing_mark() -> None:
    raw = "设立产能合作专项贷款（1000亿元等值人民币）\n、金融合作专项贷款（500亿元等值人民币\n）。\n"
    assert SourceText.from_raw(raw).text == (
        "设立产能合作专项贷款（1000亿元等值人民币）、金融合作专项贷款（500亿元等值人民币）。\n"
    )


def test_a_full_width_digit_is_as_wide_as_a_character() -> None:
    raw = (
        "由宁夏社会科学院和阿曼卡布斯战略研究中心联合主办的第５届丝路—海湾智\n"
        "库对话会于２０２４年１１月２０日至２１日在马斯喀特举行，１４个国家的１\n"
        "２０余名学者、前政要和 媒体人士与会。\n"
    )
    assert SourceText.from_raw(raw).text == (
        "由宁夏社会科学院和阿曼卡布斯战略研究中心联合主办的第5届丝路—海湾智库对话会于2024年11月20日至21日在马斯喀特举行，"
        "14个国家的120余名学者、前政要和媒体人士与会。\n"
    )


def test_latin_words_that_meet_at_a_break_keep_a_blank() -> None:
    assert SourceText.from_raw("中国加入《Digital Economy\nPartnership Agreement》谈判。").text == (
        "中国加入《Digital Economy Partnership Agreement》谈判。"
    )


@pytest.mark.parametrize(
    "raw",
    [
        "#标题\n\n中国发布倡议。",
        "成果清单\n中国与老挝签署合作文件。\n中国与缅甸签署合作文件。",
        "中国与老挝签署共建“一带一路”合作规划\n中国与柬埔寨签署关于加强基础设施领域合作的谅解备忘录\n中国与缅甸签署协议",
        "（一）促进贸易畅通\n\n各方支持多边贸易体制。",
        "（一）甲倡议\n\n（二）乙倡议\n\n（三）丙倡议",
        "新成果\n——第二届论坛成果丰硕\n正文。",
        f"{LONG}\n\n（二）下一条。",
        "海滨大学牵头组丝路学研联盟，老挝学生下学年可申奖学金\n【本报讯】海滨大学昨日在校园举行仪式，校长先后签署协议。",
        f"{LONG}\n\n专栏1蒙内铁路",
        "中国与老挝共建合作成果于2025年5月22日\n本次会议达成共识。",
    ],
)
def test_headings_titles_and_entries_stay_apart(raw: str) -> None:
    assert SourceText.from_raw(raw).text == raw


def test_lines_of_a_salutation_are_paragraphs() -> None:
    raw = "尊敬的各位同事，\n各位代表，女士们，先生们，朋友们：\n很高兴同大家相聚。\n"
    assert SourceText.from_raw(raw).text == raw
