"""Whatever the input, reading it ends: with exact evidence, or with an error that says what is wrong.

Four kinds of input, each tried as often as the Hypothesis profile says (``tests/conftest.py``): a hundred times with
every run of the tests, and 2,500 times, which makes ten thousand, with

    pytest tests/robustness --hypothesis-profile exhaustive
"""

from __future__ import annotations

import random
import re
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from silkgraph.describe.document_graph import describe
from silkgraph.errors import SourceError
from silkgraph.export.rdf import rdf_bytes
from silkgraph.extraction import extract_document, read_file
from silkgraph.model import Reading, SourceDocument
from silkgraph.profile import PROFILES
from silkgraph.read.documents import document_folders
from silkgraph.read.layout import recognise_layout
from silkgraph.read.script import simplified
from silkgraph.read.text import SourceText

LIMIT = 60
"""Seconds of computing after which an input counts as hanging: a thousand times what it should take."""
DOCUMENTS = [(folder / "source.txt").read_bytes().decode("utf-8") for folder in document_folders()]
DOCUMENT = SourceDocument("any", "任何", "Any", None, "某处", None, "某处", "ab" * 32, "plain")
BRACKETS = "《》〈〉“”‘’（）()[]「」"
MARKS = "，。、；：！？…—" + BRACKETS
UNSEEN = "\x00\ufeff\u200b\u200d\u2060\u00ad\u200e\u202e\u0301\x0b\x0c\x1c\x85\u2028\u2029\r\t\u00a0\u3000"
NUMBERS = ["一、", "十二、", "（三）", "1.", "（1）", "①", "第一章", "一是", "专栏 2", "一百零一、", "999、", "百十、"]


@contextmanager
def _within(seconds: int) -> Iterator[None]:
    """Fails where so much time has been computed (not on Windows, which has no such alarm)."""
    if not hasattr(signal, "SIGVTALRM"):
        yield
        return

    def ring(_signal: int, _frame: object) -> None:
        pytest.fail(f"not read within {seconds} seconds")

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _check(raw: str, reading: Reading) -> None:
    """Every passage is what the source has between its offsets, and the reading can be written as RDF."""
    told = (*reading.outcomes, *reading.figures, *reading.participations, *reading.unread)
    for passage in (*(thing.passage for thing in told), *reading.item_passages):
        assert raw[passage.start : passage.end] == passage.quote != ""
    rdf_bytes(describe(reading), "nquads")


def _read(raw: str, profile: str) -> Reading:
    text = SourceText.from_raw(raw)
    recognise_layout(text)
    return extract_document(DOCUMENT, text, PROFILES[profile])


def _check_read(raw: str, profile: str) -> None:
    with _within(LIMIT):
        _check(raw, _read(raw, profile))


PROFILE = st.sampled_from(sorted(PROFILES))
CHARACTERS = st.one_of(
    st.text(max_size=200),
    st.text(alphabet=MARKS + UNSEEN + "中国老挝签署一二三十百千万亿元年月日0123456789.%#*-|\n ", max_size=400),
    st.text(alphabet=MARKS, max_size=2000),
)
PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [*MARKS, *NUMBERS, "\n", "\r\n", "\n\n", "## ", "**", "[[zh:北京]]", "[[zh:", "]]", "[甲](乙)"]
        ),
        st.sampled_from(
            "中国政府 老挝、柬埔寨政府 有关国家 双方 中方 中老 联合国开发计划署 老挝财政部 国家主席习近平 总统 "
            "与 分别与 同 向 签署 发布 共同 设立 启动 举办 宣布 见证 提供 将 由 主办 出席 关于 谅解备忘录 合作协议 "
            "联盟 论坛 基金 包括 等 等30个国家".split()
        ),
        st.sampled_from(
            "3500亿元人民币 10亿美元 近19.1万亿 三十 20余个 100% 第三届".split()
            + "2023年 截至2023年6月底 2024-2028年 13月45日".split()
        ),
        st.text(max_size=8),
    ),
    max_size=60,
).map("".join)


@given(CHARACTERS, PROFILE)
def test_any_characters(raw: str, profile: str) -> None:
    _check_read(raw, profile)


@given(PIECES, PROFILE)
def test_any_pieces_of_sentences(raw: str, profile: str) -> None:
    _check_read(raw, profile)


Mutation = Callable[[str, random.Random], str]


def _lines(change: Callable[[list[str], random.Random], list[str]]) -> Mutation:
    return lambda text, chance: "\n".join(change(text.split("\n"), chance))


def _each(pattern: str, change: Callable[[str, random.Random], str], share: float = 0.3) -> Mutation:
    """Changes a share of what matches."""

    def mutate(text: str, chance: random.Random) -> str:
        return re.sub(pattern, lambda m: change(m.group(), chance) if chance.random() < share else m.group(), text)

    return mutate


def _sprinkled(characters: str) -> Mutation:
    return _each(r"(?s).", lambda c, chance: c + chance.choice(characters), share=0.02)


def _shuffled(lines: list[str], chance: random.Random) -> list[str]:
    return chance.sample(lines, len(lines))


def _nested(text: str, chance: random.Random) -> str:
    place, depth = chance.randrange(len(text) + 1), chance.choice([3, 50, 3000])
    opener, closer = chance.choice(["（）", "《》", "“”", "「」"])
    return text[:place] + opener * depth + "中国政府与老挝政府签署协议" + closer * depth + text[place:]


def _repeated(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text) + 1)
    piece = text[place : place + chance.choice([1, 5, 60])]
    return text[:place] + piece * chance.choice([2, 30, 500]) + text[place:]


TRADITIONAL = str.maketrans({new: chr(old) for old, new in simplified().items() if len(new) == 1 and new > "\u3400"})
HALF_WIDTH = str.maketrans("，。：；！？（）％１２", ",.:;!?()%12")

MUTATIONS: list[Mutation] = [
    _lines(lambda lines, chance: [line for line in lines if chance.random() < 0.7]),
    _lines(_shuffled),
    lambda text, chance: text.replace("\n", chance.choice(["", " ", "\r\n", "\r", "\u2028", "\n\n\n"])),
    _each(
        r"[一二三四五六七八九十]{1,3}(?=、|）)|^\d+(?=[.、])",
        lambda _, chance: chance.choice(["一", "九九", "十百", "〇", "7"]),
    ),
    _each(f"[{re.escape(BRACKETS)}]", lambda _, chance: "", share=0.3),
    _each(f"[{re.escape(BRACKETS)}]", lambda _, chance: chance.choice(BRACKETS), share=0.3),
    _each(r"[，。；、]", lambda _, chance: chance.choice(MARKS), share=0.4),
    _each(r"[，。；、：]", lambda _, chance: "", share=0.9),
    _each(r"\d+", lambda number, chance: number * chance.choice([0, 2, 40]), share=0.3),
    _each(r"(?s).", lambda _, chance: "", share=0.05),
    _sprinkled(UNSEEN),
    _sprinkled(BRACKETS),
    _sprinkled("与和及、的等将由"),
    lambda text, _: text.translate(TRADITIONAL),
    _each(r"[^\n]+", lambda line, _: line.translate(TRADITIONAL)),
    lambda text, _: text.translate(HALF_WIDTH),
    lambda text, _: " ".join(text),
    lambda text, _: "\ufeff" + text,
    _nested,
    _repeated,
    lambda text, chance: text[chance.randrange(len(text) + 1) :],
    _each(r"[\u4e00-\u9fff]", lambda _, chance: chr(chance.choice([0x20000, 0x4E00, 0x1F600, 0xE000]))),
]


@st.composite
def _mutated(draw: st.DrawFn) -> str:
    """A document, or a part of it, after one to four mutations."""
    text = draw(st.sampled_from(DOCUMENTS))
    length = draw(st.sampled_from([300, 1000, 4000, len(text)]))
    chance = random.Random(draw(st.integers(0, 2**32)))
    start = chance.randrange(max(1, len(text) - length + 1))
    text = text[start : start + length]
    for mutate in draw(st.lists(st.sampled_from(MUTATIONS), min_size=1, max_size=4)):
        text = mutate(text, chance)
    return text


@pytest.mark.slow
@given(_mutated(), PROFILE)
def test_any_mutation_of_the_documents(raw: str, profile: str) -> None:
    _check_read(raw, profile)


@st.composite
def _encoded(draw: st.DrawFn) -> bytes:
    """A text in one encoding, in several, or cut in the middle of a character."""
    text = draw(st.one_of(_mutated().map(lambda text: text[:1000]), CHARACTERS))
    encodings = draw(st.lists(st.sampled_from(["utf-8", "gb18030", "big5", "utf-16", "utf-32", "latin-1"]), min_size=1))
    lines = text.splitlines(keepends=True)
    content = b"".join(
        line.encode(encodings[number % len(encodings)], "replace") for number, line in enumerate(lines)
    ) + draw(st.sampled_from([b"", b"\xed\xa0\x80", b"\xff\xfe", b"\xe4\xb8", b"\x00"]))
    return content[draw(st.integers(0, 2)) :]


@given(content=_encoded() | st.binary(max_size=200))
def test_any_bytes(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(content)
    with _within(LIMIT):
        try:
            reading = read_file(path)
        except SourceError as error:
            assert str(error).startswith(f"{path}: ")
        else:
            _check(content.decode("utf-8"), reading)


@pytest.mark.parametrize(
    "raw",
    [
        "一百零一、，",  # a numbered paragraph of one mark
        "一" * 5000 + "个国家",  # a row of digits that no number has
        "规模约" + "3000" * 2000 + "亿元人民币。",
        "第" + "1" * 5000 + "章 总则",
        "（《“" * 3000 + "”》）" * 2000,
        "中国政府与老挝政府签署协议" * 2000,
        "#" * 3000 + "论坛",
        "中国与" + "老挝、" * 3000 + "缅甸政府签署协议。",
        "\u200b\ufeff\x00",
    ],
    ids=lambda raw: raw[:12],
)
@pytest.mark.parametrize("profile", ["plain", "statement", "straight-list"])
def test_what_once_went_wrong(raw: str, profile: str) -> None:
    _check_read(raw, profile)
