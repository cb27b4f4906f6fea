"""Names in the script and vocabulary of their document."""

from hypothesis import given
from hypothesis import strategies as st

from silkgraph.read.spelling import Spelling
from silkgraph.read.text import SourceText
from silkgraph.read.vocabulary import read_as

TEXT = SourceText.from_raw(
    "香港海濱大學與寮國、汶萊政府簽署《數碼絲路合作計畫》。\n寮國國立大學副校長在高 峰會上說：「里程碑」。車廂裡"
)


def spelled(words: str) -> str:
    return Spelling(TEXT).of(words, [(0, TEXT.text.index("\n"))])


def test_what_stands_in_the_text_is_written_as_there() -> None:
    assert spelled("香港海滨大学") == "香港海濱大學"
    assert spelled("数字丝路合作计划") == "數碼絲路合作計畫"
    assert spelled("峰会") == "高峰會"


def test_what_is_put_together_is_written_part_by_part() -> None:
    assert spelled("寮国政府") == "寮國政府"
    assert spelled("寮国大学") == "寮國大學"


def test_a_character_is_taken_from_the_nearest_place_that_has_it() -> None:
    assert spelled("里程碑") == "里程碑"
    assert spelled("车厢里") == "車廂裡"


def test_what_the_text_does_not_have_stays_as_it_is() -> None:
    assert spelled("USD甲") == "USD甲"


def test_a_text_in_simplified_characters_needs_nothing() -> None:
    assert Spelling(SourceText.from_raw("「老挝」政府")).of("“老挝”大学", []) == "“老挝”大学"


@given(st.text(alphabet="香港海濱大學與寮國數碼絲計畫人工智慧高峰會永續a，《》「」\n", max_size=40))
def test_every_word_of_a_text_can_be_spelled(raw: str) -> None:
    text = SourceText.from_raw(raw)
    line = max(text.text.split("\n"), key=len)
    written = Spelling(text).of(line, [])
    assert SourceText.from_raw(written).text == line or read_as(written) == read_as(line)
