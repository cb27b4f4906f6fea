"""Normalising a text, and the way back to the words on disk."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from silkgraph.errors import SourceError
from silkgraph.model import Passage
from silkgraph.read.text import SourceText, read_source

PIECES = st.sampled_from(
    [
        *"中国政府與於後夥一、。，；：（）()[]《》“”「」『』#*- \n\r\t\u3000\u00a0－—–１Ａ,;:!?%2.0a\"'",
        "[[zh:一带一路]]",
        "[[zh:",
        "]]",
        "**",
        "\r\n",
        "\n\n",
        "\ufeff",
        "[轉載自GNews](https://example.org/1)",
        "![](/a.png)",
        "（一）",
        "专栏 2 鲁班工坊",
        "中国政府与老挝政府签署共建“一带一路”政府间双边合作规划，与柬埔寨政府签署谅解备忘录并启动磋商",
        "𠮷",
        "高峰會",
        "&nbsp;",
        "&ldquo;",
        "<<",
        ">>",
        "網路與資訊",
        "人工智慧",
        "高 峰\n會",
        "國家發展計畫論壇關於經濟",
    ]
)


def normalised(raw: str) -> str:
    return SourceText.from_raw(raw).text


@given(st.lists(PIECES, max_size=60).map("".join))
def test_every_character_points_at_its_own_place(raw: str) -> None:
    text = SourceText.from_raw(raw)
    assert len(text.text) == len(text.starts) == len(text.ends)
    assert all(0 <= start < end <= len(raw) for start, end in zip(text.starts, text.ends, strict=True))
    assert list(text.starts) == sorted(text.starts)
    assert list(text.ends) == sorted(text.ends)
    assert len(text.text) == len(text.written_starts) == len(text.written_ends)
    assert text.as_written(0, len(text.text)) == text.written


@given(st.lists(PIECES, min_size=1, max_size=60).map("".join), st.data())
def test_a_passage_quotes_the_source_between_its_offsets(raw: str, data: st.DataObject) -> None:
    text = SourceText.from_raw(raw)
    if not text.text:
        return
    start = data.draw(st.integers(0, len(text.text) - 1))
    end = data.draw(st.integers(start + 1, len(text.text)))
    passage = text.passage(start, end)
    assert passage.quote == raw[passage.start : passage.end] != ""


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("關於加強智庫合作倡議", "关于加强智库合作倡议"),
        ("与合作夥伴汇总後形成，谘询委员会", "与合作伙伴汇总后形成，咨询委员会"),
        ("乾隆、显着、名著", "乾隆、显着、名著"),
        ("２０１７年，ＡＰＥＣ，８３％", "2017年，APEC，83%"),
        ("共建「一带一路」，『丝路』", "共建“一带一路”，‘丝路’"),
        ("[[zh:高峰]]论坛在[[zh:北京]]", "高峰论坛在北京"),
        ("[轉載自GNews](https://gnews.org/articles/1852263)", "转载自GNews"),
        ("**一、推进战略对接**", "一、推进战略对接"),
        ("公元前 140 年", "公元前140年"),
        ("“共促民心相通\u00a0共话民生合作”", "“共促民心相通共话民生合作”"),
        ("　　25日", "25日"),
        ("《中希重点领域2017－2019年合作计划》", "《中希重点领域2017-2019年合作计划》"),
        ("增长2.8%—9.7%", "增长2.8%-9.7%"),
        ("中国－格鲁吉亚自贸协定", "中国—格鲁吉亚自贸协定"),
        ("（2017年－2021年）", "（2017年—2021年）"),
        ("同处室——分论坛", "同处室——分论坛"),
        ("日均开行 6 列,累计 1100 万人次;达 2%,其", "日均开行6列，累计1100万人次；达2%，其"),
        ("(一)促进贸易畅通", "（一）促进贸易畅通"),
        ("未来5年(2024-2028年),", "未来5年（2024-2028年），"),
        ("10:40 PM, 1,000 (UTC)", "10:40 PM, 1,000 (UTC)"),
        ('发布"绿色丝路"倡议', "发布“绿色丝路”倡议"),
        ("甲\r\n乙。\r\n", "甲\n乙。\n"),
        ("[[zh:[[zh:中国]]政府]]与[[zh:老挝", "中国政府与老挝"),
        ("[[zh-Hans:北京]]倡议]]", "北京倡议"),
        ("《〈框架协议〉补充议定书》", "《〈框架协议〉补充议定书》"),
        ("﹏﹏丝路﹏﹏，≪规划≫", "丝路，《规划》"),
        ("签署<<合作规划>>，增长<5%", "签署《合作规划》，增长<5%"),
        ("&ldquo;一带一路&rdquo;&nbsp;论坛&middot;北京", "“一带一路”论坛·北京"),
        ("中\u00ad国\u200e政\u2060府\ufe0e", "中国政府"),
        ("二○二三年、二Ｏ一七年", "二〇二三年、二O一七年"),
        ("（一﹚促进贸易", "（一）促进贸易"),
        ("甲。\r乙。", "甲。\n乙。"),
    ],
)
def test_variants_become_one(raw: str, text: str) -> None:
    assert normalised(raw) == text


def test_a_passage_takes_the_markup_of_its_words_along() -> None:
    text = SourceText.from_raw("在[[zh:北京]]举行「[[zh:一带一路]]」论坛")
    assert text.text == "在北京举行“一带一路”论坛"
    assert text.passage(0, 1) == Passage(0, 1, "在")
    assert text.passage(1, 3) == Passage(1, 10, "[[zh:北京]]")
    assert text.passage(5, 11) == Passage(12, 25, "「[[zh:一带一路]]」")


@pytest.mark.parametrize(
    ("raw", "read", "written"),
    [
        ("奈洛比數碼絲路高峰會", "内罗毕数字丝路峰会", "奈洛比數碼絲路高峰會"),
        ("人工智慧與智慧財產權合作計畫", "人工智能与知识产权合作计划", "人工智慧與智慧財產權合作計畫"),
        (
            "數碼港與「投資阿曼」合辦資訊科技論壇",
            "数码港与“投资阿曼”合办信息技术论坛",
            "數碼港與「投資阿曼」合辦資訊科技論壇",
        ),
        ("[[zh:數碼]]经济与[[zh:夥伴]]关系", "数字经济与伙伴关系", "數碼经济与夥伴关系"),
        ("《与 合作夥\n伴 共同举办》。", "《与合作伙伴共同举办》。", "《与合作夥伴共同举办》。"),
        ("２０２４年“一带一路”(北京)", "2024年“一带一路”（北京）", "2024年“一带一路”（北京）"),
    ],
)
def test_what_is_read_in_our_words_can_be_told_as_it_is_written(raw: str, read: str, written: str) -> None:
    text = SourceText.from_raw(raw)
    assert text.text == read
    assert text.written == written == text.as_written(0, len(read))


def test_a_word_read_as_a_longer_or_shorter_one_is_quoted_whole() -> None:
    text = SourceText.from_raw("舉辦高峰會，支援中小企發展永續農業")
    assert text.text == "举办峰会，支持中小企业发展可持续农业"
    assert text.passage(2, 4).quote == "高峰會"
    assert text.passage(2, 3).quote == "高峰會"
    assert text.passage(7, 13).quote == "中小企發展"
    assert text.as_written(13, 18) == "永續農業"


def test_words_that_mean_something_else_on_the_mainland_are_replaced_only_in_traditional_script() -> None:
    assert normalised("提升品質，支援專案，東加與查德") == "提升质量，支持项目，汤加与乍得"
    assert normalised("提升品质，支援灾区，广东加强合作") == "提升品质，支援灾区，广东加强合作"
    assert normalised("廣東加強合作，結合共建") == "广东加强合作，结合共建"


def test_nested_markup_and_entities_belong_to_their_words() -> None:
    text = SourceText.from_raw("在[[zh:[[zh:中国]]政府]]&ldquo;丝路&rdquo;<<规划>>")
    assert text.text == "在中国政府“丝路”《规划》"
    assert text.passage(1, 5).quote == "[[zh:[[zh:中国]]政府]]"
    assert text.passage(5, 9).quote == "&ldquo;丝路&rdquo;"
    assert text.passage(9, 13).quote == "<<规划>>"


def test_no_passage_is_made_of_nothing() -> None:
    text = SourceText.from_raw("中国")
    for start, end in [(0, 0), (1, 1), (2, 1), (0, 3), (-1, 1)]:
        with pytest.raises(ValueError, match="no passage"):
            text.passage(start, end)


def test_a_byte_order_mark_and_line_ends_keep_their_place_in_the_offsets(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeff标题\r\n\r\n中国发布倡议。\r\n".encode())
    text = read_source(path)
    assert text.text == "标题\n\n中国发布倡议。\n"
    assert text.passage(4, 6) == Passage(7, 9, "中国")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("中国".encode("gb18030"), "a.txt: this is not UTF-8 text: 0xd6 at byte 0"),
        ("中国".encode() + b"\xff", "a.txt: this is not UTF-8 text: 0xff at byte 6"),
        (b"", "a.txt: the file is empty (byte 0)"),
        (b"\xef\xbb\xbf \r\n\n", "a.txt: the file is empty (byte 0)"),
    ],
)
def test_a_file_that_is_no_text_is_refused_with_the_place(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(SourceError) as caught:
        read_source(path)
    assert message in str(caught.value)
    assert caught.value.exit_code == 3


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="missing.txt: there is no such file"):
        read_source(tmp_path / "missing.txt")
    with pytest.raises(SourceError, match="this is a folder"):
        read_source(tmp_path)
