"""The reader on a Spark with two workers: the same as here, also where a worker is killed or a text is broken."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from small_documents import write_document
from typer.testing import CliRunner

from silkgraph.cli import app

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="the parent of a process is asked of /proc"),
]

COUNTRIES = ("老挝", "匈牙利", "柬埔寨", "埃及", "智利", "秘鲁")
KILLER = """
import os, signal
from pathlib import Path
from silkgraph.profile import PROFILES

profile = PROFILES["plain"]
killed = Path({killed!r})
if not killed.exists():  # the first time that anyone reads this document
    executor = int(Path(f"/proc/{{os.getppid()}}/stat").read_text().split()[3])  # the parent of Python's daemon
    killed.write_bytes(Path(f"/proc/{{executor}}/cmdline").read_bytes() + str(executor).encode())
    os.kill(executor, signal.SIGKILL)
"""
BROKEN = "profile = 1 / 0\n"


@dataclass(frozen=True)
class Runs:
    """Where the commands wrote, and what came of them, by name."""

    folder: Path
    workers: int
    told: dict[str, dict[str, str | int]]


def text_of(country: str) -> str:
    return f"成果清单\n中国政府与{country}政府签署经济合作谅解备忘录。\n"


def written(folder: Path) -> list[bytes]:
    """The lines of all partitions, in order."""
    return sorted(line for part in folder.glob("part-*") for line in part.read_bytes().splitlines())


def read_here(*arguments: object) -> list[bytes]:
    done = CliRunner().invoke(app, ["extract", *map(str, arguments), "--format", "nquads", "-q", "--jobs", "1"])
    return sorted(done.stdout_bytes.splitlines())


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    """All commands of the tests, on one Spark."""
    if shutil.which("java") is None:
        if os.environ.get("SILKGRAPH_SPARK") == "required":
            pytest.fail("there is no Java here, and SILKGRAPH_SPARK wants one")
        pytest.skip("there is no Java here")
    folder = tmp_path_factory.mktemp("spark")
    archive, texts, broken = folder / "archive [2023]", folder / "texts", folder / "broken"
    for number, country in enumerate(COUNTRIES):
        extractor = KILLER.format(killed=str(folder / "killed")) if number == 2 else ""
        write_document(archive, f"list-{number}", text_of(country), extractor=extractor)
    (archive / "note.txt").write_text(text_of("捷克"), encoding="utf-8")
    texts.mkdir()
    for number, country in enumerate(COUNTRIES):
        (texts / f"text-{number}.txt").write_text(text_of(country), encoding="utf-8")
    (texts / "text-3.txt").write_bytes("成果".encode("gbk"))
    write_document(broken, "list", text_of("老挝"), extractor=BROKEN)
    commands: dict[str, list[object]] = {
        "killed": [archive, "-o", folder / "killed-graph"],
        "again": [archive, "-o", folder / "again-graph"],
        "undecodable": [texts, "-o", folder / "texts-graph", "--partitions", "1"],
        "pattern": [f"file:{texts}/text-[01].txt", archive / "list-0", "-o", folder / "pattern-graph", "-q"],
        "there already": [texts, "-o", folder / "texts-graph"],
        "nowhere": [folder / "nowhere", "-o", folder / "no-graph"],
        "empty": [folder / "texts-graph", "-o", folder / "no-graph"],
        "broken": [broken, "-o", folder / "broken-graph"],
    }
    given = [["extract", "--engine", "spark", *map(str, command)] for command in commands.values()]
    session = Path(__file__).with_name("session.py")
    done = subprocess.run(
        [sys.executable, str(session)], input=json.dumps(given), capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    first, *others = json.loads(done.stdout)
    return Runs(folder, first["workers"], dict(zip(commands, others, strict=True)))


def test_a_worker_that_is_killed_makes_no_difference(runs: Runs) -> None:
    killed = (runs.folder / "killed").read_bytes()
    assert b"CoarseGrainedExecutorBackend" in killed
    assert runs.workers == 2

    assert runs.told["killed"]["exit_code"] == 0, runs.told["killed"]
    here = read_here(runs.folder / "archive [2023]")
    assert len(here) > 400
    assert written(runs.folder / "killed-graph") == here
    assert (runs.folder / "killed-graph" / "_SUCCESS").exists()


def test_every_partition_is_the_same_byte_for_byte_in_a_run_without_a_fault(runs: Runs) -> None:
    with_fault, without = (
        {part.name: part.read_bytes() for part in (runs.folder / folder).glob("part-*")}
        for folder in ("killed-graph", "again-graph")
    )
    assert len(with_fault) > 1
    assert with_fault == without


def test_what_came_of_each_document_is_told_in_order(runs: Runs) -> None:
    lines = str(runs.told["again"]["stderr"]).splitlines()

    names = [f"list-{number}" for number in range(6)] + ["note"]
    assert [line.partition(":")[0] for line in lines[:7]] == names
    assert lines[0] == "list-0: 1 items, 1 outcomes, 0 figures, 0 clauses not read"
    assert lines[-1] == f"7 of 7 documents are written to {runs.folder / 'again-graph'}"


def test_an_undecodable_file_is_reported_and_the_others_of_its_partition_are_written(runs: Runs) -> None:
    told = runs.told["undecodable"]

    assert told["exit_code"] == 3
    message = f"silkgraph: file:{runs.folder}/texts/text-3.txt: this is not UTF-8 text: 0xb3 at byte 0\n"
    assert message in str(told["stderr"])
    assert "5 of 6 documents are written" in str(told["stderr"])
    assert len(list((runs.folder / "texts-graph").glob("part-*"))) == 1
    assert written(runs.folder / "texts-graph") == read_here(runs.folder / "texts")


def test_patterns_and_single_documents(runs: Runs) -> None:
    assert (runs.told["pattern"]["exit_code"], runs.told["pattern"]["stderr"]) == (0, "")
    texts, archive = runs.folder / "texts", runs.folder / "archive [2023]"
    here = read_here(texts / "text-0.txt", texts / "text-1.txt", archive / "list-0")
    assert written(runs.folder / "pattern-graph") == here


def test_a_place_that_is_taken_is_left_as_it_is(runs: Runs) -> None:
    assert runs.told["there already"]["exit_code"] == 1
    assert "texts-graph: there is something already\nRemove it" in str(runs.told["there already"]["stderr"])


def test_places_without_texts_are_refused(runs: Runs) -> None:
    assert runs.told["nowhere"]["exit_code"] == runs.told["empty"]["exit_code"] == 3
    assert "nowhere: there is no such file or folder" in str(runs.told["nowhere"]["stderr"])
    assert "there is no text here: neither *.txt nor folders" in str(runs.told["empty"]["stderr"])


def test_a_fault_of_an_extractor_ends_the_job_and_names_the_document(runs: Runs) -> None:
    told = runs.told["broken"]

    assert told["exit_code"] == 1
    document = f"file:{runs.folder}/broken/list: the reader failed: ZeroDivisionError: division by zero"
    assert f"the Spark job failed: {document}" in str(told["stderr"])
    assert not (runs.folder / "broken-graph" / "_SUCCESS").exists()
