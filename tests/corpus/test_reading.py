"""Many texts: the same readings in the same order whatever the number of processes, and a word on each that fails."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from silkgraph.corpus import Text, read_texts, reading
from silkgraph.errors import SilkgraphError, SourceError
from silkgraph.model import Reading

MakeDocument = Callable[..., Path]

KILLER = "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n"
BROKEN = "profile = 1 / 0\n"


def agreement(country: str) -> str:
    return f"成果清单\n中国政府与{country}政府签署经济合作谅解备忘录。\n"


def partners(answer: Reading | SilkgraphError) -> list[str]:
    assert isinstance(answer, Reading)
    return [body.name for outcome in answer.outcomes for body in outcome.partners]


def test_the_number_of_processes_makes_no_difference(make_document: MakeDocument, tmp_path: Path) -> None:
    loose = tmp_path / "loose.txt"
    loose.write_text(agreement("柬埔寨"), encoding="utf-8")
    texts = [
        Text(make_document("laos", agreement("老挝")), described=True),
        Text(tmp_path / "missing.txt"),
        Text(loose),
        Text(make_document("hungary", agreement("匈牙利")), described=True),
    ]
    done: list[int] = []

    alone = list(read_texts(texts, jobs=1))
    together = list(read_texts(texts, jobs=2, observe=done.append))

    assert [partners(together[place]) for place in (0, 2, 3)] == [["老挝政府"], ["柬埔寨政府"], ["匈牙利政府"]]
    assert [together[place] for place in (0, 2, 3)] == [alone[place] for place in (0, 2, 3)]
    assert isinstance(alone[1], SourceError) and isinstance(together[1], SourceError)
    assert str(together[1]) == str(alone[1])
    assert together[1].path == tmp_path / "missing.txt"
    assert done == [1, 2, 3, 4]


def test_answers_come_in_order_however_many_there_are(tmp_path: Path) -> None:
    texts = [Text(tmp_path / f"missing-{number}.txt") for number in range(40)]
    answers = list(read_texts(texts, jobs=2))
    assert [answer.path for answer in answers if isinstance(answer, SourceError)] == [text.path for text in texts]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_process_that_is_killed_takes_only_its_text_with_it(make_document: MakeDocument) -> None:
    folders = [make_document("laos", agreement("老挝")), make_document("killer", agreement("老挝"), KILLER)]
    folders += [make_document(name, agreement("匈牙利")) for name in ("one", "two", "three")]

    answers = list(read_texts([Text(folder, described=True) for folder in folders], jobs=2))

    assert isinstance(answers[1], SourceError)
    assert answers[1].path == folders[1]
    assert f"signal {int(signal.SIGKILL)}, SIGKILL" in str(answers[1])
    assert [partners(answer) for answer in answers if answer is not answers[1]] == [["老挝政府"]] + [["匈牙利政府"]] * 3


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_of_an_extractor_is_not_hidden(jobs: int, make_document: MakeDocument) -> None:
    folders = [make_document("broken", agreement("老挝"), BROKEN), make_document("laos", agreement("老挝"))]
    with pytest.raises(ZeroDivisionError) as caught:
        list(read_texts([Text(folder, described=True) for folder in folders], jobs))
    if jobs > 1:
        assert str(folders[0]) in caught.value.__notes__[0]


@pytest.mark.parametrize(
    ("sizes", "jobs", "processes"),
    [
        ((200_000,), None, 1),
        ((20_000,) * 5, None, 0),
        ((100_000,) * 5, None, 3),
        ((100_000,) * 500, None, 4),
        ((100,) * 5, 2, 2),
        ((100,), 8, 1),
    ],
)
def test_more_processes_where_there_is_enough_to_read(
    sizes: tuple[int, ...], jobs: int | None, processes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "cores", lambda: 4)
    monkeypatch.setattr(Text, "size", lambda text: int(text.path.name))
    assert reading.processes_for([Text(Path(str(size))) for size in sizes], jobs) == processes
