"""What a reading left out is reported, with its place and the verb that tells it."""

from __future__ import annotations

import pytest
from known_readings import reading_of

from silkgraph.extraction import extract_document
from silkgraph.model import SourceDocument
from silkgraph.parse.coverage import Read, Spans, coverage
from silkgraph.profile import PROFILES
from silkgraph.read.documents import document_folders
from silkgraph.read.text import SourceText
from silkgraph.recognise.brackets import sentences

DOCUMENT = SourceDocument("any", "任何", "Any", None, "", None, "", "", "plain")
NOTHING = Read(Spans.of([]), Spans.of([]))


def missed(text: str, *read: str, counted: str = "") -> list[tuple[str, str]]:
    """Clause and verb of what is left out of ``text`` when ``read`` is read from it, and ``counted`` as a figure."""
    spans = Spans.of((text.index(words), text.index(words) + len(words)) for words in read)
    figures = Spans.of([(text.index(counted), text.index(counted) + len(counted))] if counted else [])
    return [
        (text[unread.span[0] : unread.span[1]], unread.verb)
        for unread in coverage().unread(text, sentences(text, (0, len(text))), Read(spans, figures))
    ]


@pytest.mark.parametrize(
    ("clause", "verb"),
    [
        ("秦岭路桥国际工程公司中标尼加拉瓜比尔维港防波堤修复工程", "中标"),
        ("甘肃省科技厅为实验室拨付首批经费1200万元人民币", "拨付"),
        ("为吉布提、科摩罗援建三座仓储烘干设施", "援建"),
        ("贸易投资促进局在金边增设办事处", "增设"),
        ("中方每年向圭方提供40个政府奖学金名额", "提供"),
        ("到会的17家智库审议通过《茶叶合作网络章程》", "审议通过"),
        ("各方商定建立蓝色经济高官磋商机制", "建立"),
    ],
)
def test_a_clause_that_tells_an_outcome_and_gave_none_is_reported(clause: str, verb: str) -> None:
    assert missed(f"{clause}。") == [(clause, verb)]


@pytest.mark.parametrize(
    "text",
    [
        "双方愿加强茶叶贸易合作，提升便利化水平。",
        "双方将推动建立更加紧密的伙伴关系。",
        "两国元首就共同关心的问题深入交换意见。",
        "机制成立以来运行良好。",
        "《协定》的签署意义重大。",
        "双方同意根据已签署的《协定》开展工作。",
        "共建“一带一路”走过10年。",
        "合作为各国发展提供了新的机遇。",
        "欢迎各方举办茶叶博览会。",
        "不再签署新的协定。",
    ],
)
def test_aims_attitudes_and_verbs_used_as_nouns_are_not_reported(text: str) -> None:
    assert missed(text) == []


def test_only_the_clauses_that_gave_nothing_are_reported() -> None:
    text = "中国商务部与老挝工贸部签署备忘录，并向老方捐赠茶苗，双方还互设茶叶展馆。"
    assert missed(text, "中国商务部与老挝工贸部签署备忘录") == [
        ("并向老方捐赠茶苗", "捐赠"),
        ("双方还互设茶叶展馆", "互设"),
    ]


def test_a_figure_covers_what_there_is_but_no_pledge() -> None:
    assert missed("已为18个国家培训5000名茶农。", counted="5000名") == []
    assert missed("将为18个国家培训5000名茶农。", counted="5000名") == [("将为18个国家培训5000名茶农", "培训")]


def test_the_reason_says_whether_the_verb_is_known_to_the_grammar() -> None:
    text = "甲校开学。各方签署某某。"
    reasons = [unread.reason for unread in coverage().unread(text, sentences(text, (0, len(text))), NOTHING)]
    assert reasons == ["verb-not-known", "construction-not-recognised"]


def test_an_entry_of_a_list_that_gave_nothing_is_reported_whole() -> None:
    raw = "一、成果\n\n1. “一带一路”茶叶合作倡议\n\n2. 茶与酒\n\n3. 《茶叶合作行动计划》\n"
    reading = extract_document(DOCUMENT, SourceText.from_raw(raw), PROFILES["straight-list"])
    (unread,) = reading.unread
    assert (unread.item, unread.passage.quote, unread.verb, unread.reason) == (
        "2",
        "2. 茶与酒",
        "",
        "entry-without-outcome",
    )


def test_every_clause_reported_stands_at_its_offsets() -> None:
    for folder in document_folders():
        source = (folder / "source.txt").read_bytes().decode("utf-8")
        for unread in reading_of(folder.name).unread:
            assert source[unread.passage.start : unread.passage.end] == unread.passage.quote
            assert unread.verb in unread.passage.quote.replace("[[zh:", "").replace("\n", "") or unread.verb == ""


def test_spans_are_looked_up_by_what_they_cover_together() -> None:
    spans = Spans.of([(5, 9), (0, 20), (30, 31)])
    assert spans.spans == [(0, 20), (30, 31)]
    assert [spans.touches(span) for span in [(19, 25), (20, 30), (29, 31), (31, 40)]] == [True, False, True, False]
