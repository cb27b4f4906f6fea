"""Faults in the middle of a build: what happened is told, what was built stays, and a later build mends it.

One data folder goes through all of them, each with a real fault: a reading process killed, a text that is no text, a
disk that is full, and a second build while the first is at work.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from small_documents import checkout_without_documents, write_document

from silkgraph.store.layout import current_store

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")]

PROGRAM = [sys.executable, "-m", "silkgraph"]
OBEDIENT = """
import os, signal, time
from pathlib import Path
from silkgraph.profile import PROFILES

profile = PROFILES["plain"]
signs = Path({signs!r})
if (signs / "die").exists():
    (signs / "die").unlink()
    os.kill(os.getpid(), signal.SIGKILL)
while (signs / "wait").exists():
    (signs / "waiting").touch()
    time.sleep(0.05)
"""
"""An extractor that does as it is told by files: end its process, or wait."""
FULL = """
status=0; "$3" -m silkgraph build -q --data-dir "$1" || status=$?
echo "$status" > "$4/status"
"$3" -m silkgraph outcomes --format csv --data-dir "$1" > "$4/outcomes.csv"
ls "$1" > "$4/left"
"""
"""Build on a disk that has become full; then see what is served and what is left."""
RESUMED = """
"$3" -m silkgraph build -q --data-dir "$1"
cp "$1/$(cat "$1/current")/silkgraph.nq" "$4/resumed.nq"
"""


@dataclass
class Place:
    """A checkout with small documents, and a data folder."""

    root: Path
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def signs(self) -> Path:
        return self.root / "signs"

    def put(self, name: str, content: bytes, extractor: str = "") -> None:
        write_document(self.root / "extract", name, content, extractor=extractor)

    def start(self, *arguments: object) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*PROGRAM, *map(str, arguments)],
            cwd=self.root,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def run(self, *arguments: object) -> tuple[int, str, str]:
        """Exit code, output and messages."""
        process = self.start(*arguments)
        output, messages = process.communicate()
        return process.returncode, output, messages

    def nquads(self, data: Path | None = None) -> bytes:
        store = current_store(data or self.data)
        assert store is not None
        return (store / "silkgraph.nq").read_bytes()

    def served(self) -> str:
        """What a reader of the store gets now."""
        code, rows, messages = self.run("outcomes", "--format", "csv", "--data-dir", self.data)
        assert (code, messages) == (0, "")
        return rows


def text_of(*countries: str) -> bytes:
    lines = (f"中国政府与{country}政府签署经济合作谅解备忘录。\n" for country in countries)
    return f"成果清单\n\n{''.join(lines)}".encode()


@dataclass(frozen=True)
class Story:
    """What came of each fault."""

    place: Place
    before: str
    killed: tuple[int, str, str]
    kept_after_kill: int
    undecodable: tuple[int, str, str]
    served: list[str]
    second: tuple[int, str, str]
    first: tuple[int, str, str]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    root = tmp_path_factory.mktemp("faults")
    checkout_without_documents(root)
    (root / "signs").mkdir()
    return Place(root, {**os.environ, "PYTHONPATH": str(root)})


@pytest.fixture(scope="module")
def story(place: Place) -> Story:
    """A good build; then the documents change, and one fault comes after the other."""
    build = ("build", "-q", "--data-dir", place.data, "--jobs", "2")
    place.put("first", text_of("老挝"), OBEDIENT.format(signs=str(place.signs)))
    place.put("second", text_of("匈牙利"))
    assert place.run(*build)[0] == 0
    before, served = place.served(), []

    place.put("first", text_of("老挝", "埃及"))
    place.put("second", text_of("匈牙利", "智利"))
    place.put("third", text_of("秘鲁"))
    readings = set((place.data / "readings").iterdir())
    (place.signs / "die").touch()
    killed = place.run(*build)
    kept = len(set((place.data / "readings").iterdir()) - readings)
    served.append(place.served())

    place.put("third", "成果清单".encode("gbk"))
    undecodable = place.run(*build)
    served.append(place.served())

    place.put("third", text_of("秘鲁"))
    (place.signs / "wait").touch()
    builder = place.start(*build, "--anew")
    while not (place.signs / "waiting").exists():
        assert builder.poll() is None, builder.communicate()
        time.sleep(0.05)
    second = place.run(*build)
    served.append(place.served())
    shutil.copytree(place.data, place.root / "interrupted")
    (place.signs / "wait").unlink()
    output, messages = builder.communicate()
    first = (builder.returncode, output, messages)
    return Story(place, before, killed, kept, undecodable, served, second, first)


def test_a_process_that_is_killed_while_reading_is_told_with_its_document(story: Story) -> None:
    code, output, messages = story.killed

    assert (code, output) == (3, "")
    assert messages == (
        f"silkgraph: {story.place.root / 'extract' / 'first'}: "
        "the process that worked on this ended before it was done (signal 9, SIGKILL)\n"
        "It was stopped from outside, perhaps for want of memory. Try again, with fewer --jobs.\n"
        "1 of 3 documents cannot be read.\n"
        "The others are read and kept: `silkgraph build` goes on from there.\n"
        "What was built before is as it was.\n"
    )
    assert story.kept_after_kill == 2


def test_a_text_that_is_not_utf8_is_told_and_the_others_are_read(story: Story) -> None:
    code, _output, messages = story.undecodable

    assert code == 3
    assert "extract/third/source.txt: this is not UTF-8 text: 0xb3 at byte 0" in messages
    assert "1 of 3 documents cannot be read.\nThe others are read and kept" in messages


def test_a_second_build_in_the_same_folder_is_refused_and_the_first_goes_on(story: Story) -> None:
    assert story.second[0] == 5
    assert story.second[2] == (
        f"silkgraph: {story.place.data}: another build is running here\n"
        "Wait until it has ended, or name another --data-dir.\n"
    )
    assert story.first == (0, "", "")


def test_what_was_built_before_is_served_through_all_of_it(story: Story) -> None:
    assert "老挝政府" in story.before and "埃及政府" not in story.before
    assert story.served == [story.before] * 3
    assert "埃及政府" in story.place.served()


def test_only_one_store_is_left(story: Story) -> None:
    in_use = (story.place.data / "current").read_text(encoding="ascii").strip()
    assert [path.name for path in story.place.data.glob("store-*")] == [in_use]


def test_a_full_disk_leaves_what_was_built_and_with_more_room_the_bytes_are_those_of_a_build_without_a_fault(
    story: Story, tmp_path: Path
) -> None:
    """The folder as the faults left it, on a disk of its own with room for half as much again.

    Where no disk can be made, a limit on the size of files takes its place.
    """
    data, disk, told = story.place.root / "interrupted", tmp_path / "disk", tmp_path / "told"
    disk.mkdir()
    told.mkdir()
    room = sum(path.stat().st_size for path in data.rglob("*") if path.is_file())
    can_mount = not subprocess.run(["unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", disk], check=False).returncode
    copy = 'set -eu\ncp -r "$2/." "$1"'
    if can_mount:
        problem, small = "the disk is full", f'mount -t tmpfs -o size={int(room * 1.5)} tmpfs "$1"'
        script = ["unshare", "-rm", "sh", "-c", f'{small}\n{copy}\n{FULL}\nmount -o remount,size=400m "$1"\n{RESUMED}']
    else:
        problem, small = "a file would become larger than allowed here", "ulimit -S -f 2000"
        script = ["sh", "-c", f"{copy}\n(\n{small}\n{FULL}\n)\n{RESUMED}"]
    done = subprocess.run(
        [*script, "sh", str(disk), str(data), sys.executable, str(told)],
        cwd=story.place.root,
        env=story.place.environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert (told / "status").read_text(encoding="ascii") == "5\n"
    assert problem in done.stderr
    assert (told / "outcomes.csv").read_text(encoding="utf-8") == story.before
    assert (told / "left").read_text(encoding="ascii").count("store-") == 1
    assert (told / "resumed.nq").read_bytes() == story.place.nquads()
