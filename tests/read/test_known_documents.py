"""How the five documents fall into items."""

from collections.abc import Callable

import pytest

from silkgraph.model import Item
from silkgraph.read.layout import recognise_layout
from silkgraph.read.text import SourceText

Document = Callable[[str], tuple[SourceText, dict[str, Item]]]

LIST_2017 = "brf1-2017-outcome-list"
SUBFORUMS = "brf2-2019-subforums"
LIST_2023 = "brf3-2023-multilateral-list"
STATEMENT = "brf3-2023-chair-statement"
WHITE_PAPER = "bri-2023-white-paper"


def paragraphs(text: SourceText, item: Item) -> list[str]:
    return [text.text[start:end] for start, end in item.paragraphs]


def numbered(section: int, entries: int) -> list[str]:
    return [f"{section}.{entry}" for entry in range(1, entries + 1)]


@pytest.mark.parametrize(
    ("identifier", "numbers"),
    [
        (LIST_2017, [*numbered(1, 10), *numbered(2, 14), *numbered(3, 16), *numbered(4, 16), *numbered(5, 20)]),
        (SUBFORUMS, ["p3", "p4", *(str(number) for number in range(1, 13)), "p41"]),
        (LIST_2023, [str(number) for number in range(1, 90)]),
        (
            STATEMENT,
            "0 1 2 3 4 5 6 7 7.1 7.2 7.3 7.4 7.5 7.6 7.7 7.8 8 9 9.1 9.2 9.3 "
            "10 10.1 10.2 10.3 10.4 10.5 10.6 11 12".split(),
        ),
        (
            WHITE_PAPER,
            "0 1 1.1 1.2 1.3 2 2.1 2.2 2.3 2.4 3 3.1 3.2 box.1 3.3 3.4 3.5 3.6 box.2 "
            "4 4.1 box.3 box.4 4.2 box.5 4.3 4.4 box.6 5 6".split(),
        ),
    ],
)
def test_the_items_are_those_the_document_numbers(document: Document, identifier: str, numbers: list[str]) -> None:
    assert list(document(identifier)[1]) == numbers


@pytest.mark.parametrize(
    ("identifier", "start", "end", "number"),
    [
        (LIST_2017, 487, 564, "1.1"),
        (LIST_2017, 1961, 2140, "2.13"),
        (LIST_2017, 6524, 6611, "5.19"),
        (SUBFORUMS, 224, 241, "1"),
        (SUBFORUMS, 978, 992, "5"),
        (SUBFORUMS, 2038, 2079, "11"),
        (LIST_2023, 177, 189, "1"),
        (LIST_2023, 1322, 1395, "37"),
        (LIST_2023, 2896, 2916, "89"),
        (STATEMENT, 60, 68, "0"),
        (STATEMENT, 193, 201, "0"),
        (STATEMENT, 352, 641, "1"),
        (STATEMENT, 1010, 1111, "2"),
        (STATEMENT, 2526, 2808, "7.3"),
        (STATEMENT, 3680, 3805, "8"),
        (STATEMENT, 4732, 4857, "9.2"),
        (STATEMENT, 8136, 8213, "10.5"),
        (STATEMENT, 8637, 8705, "11"),
        (WHITE_PAPER, 706, 732, "0"),
        (WHITE_PAPER, 1128, 1135, "0"),
        (WHITE_PAPER, 6079, 6111, "2.3"),
        (WHITE_PAPER, 9951, 9960, "3.2"),
        (WHITE_PAPER, 12183, 12192, "3.2"),
        (WHITE_PAPER, 20695, 20757, "box.2"),
        (WHITE_PAPER, 22231, 22242, "box.3"),
        (WHITE_PAPER, 22497, 22532, "box.3"),
        (WHITE_PAPER, 24222, 24254, "4.2"),
        (WHITE_PAPER, 25238, 25262, "4.2"),
        (WHITE_PAPER, 26058, 26091, "4.3"),
        (WHITE_PAPER, 27507, 27525, "box.6"),
        (WHITE_PAPER, 29467, 29489, "6"),
    ],
)
def test_a_place_in_the_source_is_in_one_paragraph_of_one_item(
    document: Document, identifier: str, start: int, end: int, number: str
) -> None:
    text, items = document(identifier)
    found = [
        item.number
        for item in items.values()
        for passage in (text.passage(*span) for span in item.paragraphs)
        if passage.start <= start and end <= passage.end
    ]
    assert found == [number]


@pytest.mark.parametrize("identifier", [LIST_2017, SUBFORUMS, LIST_2023, STATEMENT, WHITE_PAPER])
def test_paragraphs_lie_in_their_item_and_in_no_other(document: Document, identifier: str) -> None:
    text, items = document(identifier)
    spans = sorted(span for item in items.values() for span in item.paragraphs)
    assert all(end <= start for (_, end), (start, _) in zip(spans, spans[1:], strict=False))
    for item in items.values():
        assert item.paragraphs
        assert all(item.start <= start < end <= item.end for start, end in item.paragraphs)
        assert not any("\n" in paragraph for paragraph in paragraphs(text, item))


def test_an_entry_is_its_sentence_without_its_number(document: Document) -> None:
    text, items = document(LIST_2017)
    assert paragraphs(text, items["4.15"]) == ["亚洲金融合作协会正式成立。"]
    assert items["4.15"].headings == ("加强金融合作，促进资金融通",)
    assert text.text[items["4.15"].start : items["4.15"].end] == "（十五）亚洲金融合作协会正式成立。"
    assert paragraphs(text, items["5.20"]) == [
        "中国国际城市发展联盟与联合国人类住区规划署、世界卫生组织、世界城市和地方政府组织亚太区签署合作意向书。"
    ]


def test_a_bare_title_is_an_entry(document: Document) -> None:
    text, items = document(LIST_2023)
    assert paragraphs(text, items["1"]) == ["深化互联互通合作北京倡议"]
    assert items["1"].headings == ("高级别论坛成果",)
    assert paragraphs(text, items["23"]) == [
        "《“一带一路”绿色投资原则2023-2026中长期规划》（“一带一路”绿色投资原则年会发布）"
    ]
    assert paragraphs(text, items["49"]) == ["“一带一路”国际医学教育合作平台"]
    assert items["50"].headings == ("于2023至2024年举办的国际会议",)


def test_a_subforum_has_its_two_paragraphs_and_the_closing_is_not_the_last_ones(document: Document) -> None:
    text, items = document(SUBFORUMS)
    assert {len(items[str(number)].paragraphs) for number in range(1, 13)} == {2}
    assert items["7"].headings == ("廉洁丝绸之路：发起北京倡议",)
    assert paragraphs(text, items["p3"]) == [
        "25日，作为第二届“一带一路”国际合作高峰论坛的重要组成部分，12场分论坛在北京举行。"
    ]
    assert paragraphs(text, items["p41"])[0].startswith("“12场分论坛分别推动、宣传、展示一批成果")


def test_a_statement_keeps_enumerations_inside_a_sentence_together(document: Document) -> None:
    text, items = document(STATEMENT)
    assert len(items["2"].paragraphs) == 1
    assert "（二）共建绿色丝路" in paragraphs(text, items["2"])[0]
    assert paragraphs(text, items["7"]) == [
        "在高峰论坛开幕式上，习近平主席宣布了中国支持高质量共建“一带一路”的举措如下："
    ]
    assert items["9.1"].headings == ("高级别论坛讨论情况", "加深互联互通，建设开放型世界经济")
    assert [paragraph[:8] for paragraph in paragraphs(text, items["9.1"])] == ["基础设施是互联互", "加强交通、能源资"]


def test_captions_and_links_of_the_news_site_are_left_out(document: Document) -> None:
    text, items = document(STATEMENT)
    read = "".join(paragraph for item in items.values() for paragraph in paragraphs(text, item))
    assert "REUTERS" in text.text and "REUTERS" not in read
    assert "影片截图" in text.text and "影片截图" not in read
    assert "普京受邀访问泰国" in text.text and "普京受邀访问泰国" not in read
    assert "转载自GNews" in text.text and "转载自GNews" not in read


def test_a_section_goes_on_after_the_box_inside_it(document: Document) -> None:
    text, items = document(WHITE_PAPER)
    assert [paragraph[:10] for paragraph in paragraphs(text, items["3.2"])] == [
        "设施联通是共建“一带",
        "经济走廊和国际通道建",
        "海上互联互通水平不断",
        "“空中丝绸之路”建设",
        "国际多式联运大通道持",
    ]
    assert [paragraph[:7] for paragraph in paragraphs(text, items["box.1"])] == [
        "肯尼亚蒙内铁路",
        "蒙内铁路是肯尼",
        "在蒙内铁路建设",
    ]
    assert items["box.1"].headings[-1] == "蒙内铁路促进肯尼亚经济社会发展"
    assert [paragraph[:5] for paragraph in paragraphs(text, items["box.6"])] == ["鲁班是中国"]
    assert paragraphs(text, items["4.4"])[-1].startswith("青春力量广泛凝聚。")


def test_broken_lines_of_the_white_paper_are_whole_again(document: Document) -> None:
    text, items = document(WHITE_PAPER)
    assert "完善全球治理体系作出积极贡献" in paragraphs(text, items["0"])[4]
    assert "（赫韦利扬—塔科特段）、拉合尔轨道交通橙线项目竣工通车" in paragraphs(text, items["3.2"])[1]
    assert "“一带一路”国际合作高峰论坛咨询委员会于2018年成立" in paragraphs(text, items["3.5"])[3]
    unfinished = [p for item in items.values() for p in paragraphs(text, item) if p[-1] not in "。！”"]
    assert unfinished == []


def test_headings_that_name_a_connectivity_give_the_pillar(document: Document) -> None:
    codes = [
        "policy-coordination",
        "infrastructure-connectivity",
        "unimpeded-trade",
        "financial-integration",
        "people-to-people-bonds",
    ]
    lists, reports, paper = document(LIST_2017)[1], document(SUBFORUMS)[1], document(WHITE_PAPER)[1]
    assert [lists[f"{section}.1"].pillar for section in range(1, 6)] == codes
    assert [reports[str(number)].pillar for number in range(1, 7)] == [*codes, None]
    assert [item.number for item in paper.values() if item.pillar] == ["3.1", "3.2", "3.3", "3.4", "3.5"]
    assert [paper[f"3.{section}"].pillar for section in range(1, 6)] == codes
    assert {item.pillar for item in document(LIST_2023)[1].values()} == {None}
    statement = {item.number: item.pillar for item in document(STATEMENT)[1].values() if item.pillar}
    assert statement == {"10.1": "unimpeded-trade", "10.5": "people-to-people-bonds"}


@pytest.mark.parametrize(
    ("identifier", "layout"),
    [
        (LIST_2017, "sectioned-list"),
        (SUBFORUMS, "subforums"),
        (LIST_2023, "straight-list"),
        (STATEMENT, "statement"),
        (WHITE_PAPER, "white-paper"),
    ],
)
def test_each_layout_is_recognised_without_being_told(document: Document, identifier: str, layout: str) -> None:
    assert recognise_layout(document(identifier)[0]) == layout
