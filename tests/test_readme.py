"""What the README and the documentation show is what happens: the commands run, and the outputs are theirs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from silkgraph import errors
from silkgraph.cli import app

ROOT = Path(__file__).resolve().parents[1]
FENCE = re.compile(r"(?:<!-- command: (?P<marker>\w+) -->\n)?```(?P<language>\w*)\n(?P<content>.*?)^```$", re.S | re.M)


def shell_blocks(readme: str) -> list[tuple[str | None, str]]:
    """The marker and the content of every block of shell commands in ``readme``, in order."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    return [(fence["marker"], fence["content"]) for fence in FENCE.finditer(text) if fence["language"] == "sh"]


def examples(page: str) -> list[tuple[str, str | None]]:
    """Every block of commands that is not set-up, with the ``text`` block right below it, its output."""
    text = (ROOT / page).read_text(encoding="utf-8")
    fences = list(FENCE.finditer(text))
    found: list[tuple[str, str | None]] = []
    for fence, following in zip(fences, [*fences[1:], None], strict=True):
        if fence["language"] == "sh" and fence["marker"] is None:
            shows = following and following["language"] == "text" and not text[fence.end() : following.start()].strip()
            found.append((fence["content"], following["content"] if following and shows else None))
    return found


@pytest.fixture
def reader(built_folder: Path, tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """The folder and the environment of a reader who has followed the set-up and types along."""
    for name in ("extract", "queries"):
        (tmp_path / name).symlink_to(ROOT / name, target_is_directory=True)
    (tmp_path / "my-list.txt").write_bytes((ROOT / "extract/brf3-2023-multilateral-list/source.txt").read_bytes())
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return tmp_path, {**os.environ, "PATH": programs, "SILKGRAPH_DATA": str(built_folder)}


def run(commands: str, reader: tuple[Path, dict[str, str]]) -> str:
    """What the commands print; they must succeed, each of them."""
    folder, environment = reader
    if "silkgraph build" in commands:
        environment = {**environment, "SILKGRAPH_DATA": str(folder / "graph")}
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", commands],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(("commands", "output"), examples("README.md"), ids=lambda value: (value or "").split("\n")[0])
def test_every_command_of_the_readme_prints_what_is_shown(
    commands: str, output: str | None, reader: tuple[Path, dict[str, str]]
) -> None:
    printed = run(commands, reader)

    assert printed
    if output is not None:
        assert [line.rstrip() for line in printed.strip("\n").splitlines()] == output.splitlines()


def test_the_readme_shows_commands_with_their_output() -> None:
    assert len(examples("README.md")) >= 4
    assert any(output for _commands, output in examples("README.md"))


def test_set_up_makes_its_own_environment_in_one_command() -> None:
    set_up = {marker: content.strip() for marker, content in shell_blocks("README.md") if marker}

    assert set(set_up) == {"run", "test"}
    for command in set_up.values():
        assert "\n" not in command
        assert command.startswith("python3 -m venv .venv && .venv/bin/pip install ")


def test_the_set_up_is_on_the_first_screen() -> None:
    first_screen = "\n".join((ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:40])

    assert "<!-- command: run -->" in first_screen
    assert "<!-- command: test -->" in first_screen


def test_the_chinese_readme_has_the_same_commands() -> None:
    assert shell_blocks("README.zh.md") == shell_blocks("README.md")


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_the_table_of_commands_is_complete(readme: str) -> None:
    told = re.findall(r"`silkgraph (\w+)`", (ROOT / readme).read_text(encoding="utf-8"))
    commands = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}

    assert set(told) == commands


def test_every_exit_code_of_an_error_is_documented() -> None:
    documented = re.findall(r"^\| (\d+) \|", (ROOT / "docs/exit-codes.md").read_text(encoding="utf-8"), re.M)
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)]

    assert {kind.exit_code for kind in kinds} <= {int(code) for code in documented}


PAGES = [*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("docs/**/*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_to_files_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))

    made = ROOT / "docs" / "reference"  # pages that are made when the site is built
    missing = [target for target in targets if not (page.parent / target).exists()]
    assert [target for target in missing if not (page.parent / target).resolve().is_relative_to(made)] == []
