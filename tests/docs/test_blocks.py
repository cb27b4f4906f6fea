"""Every command and every piece of code in the documentation is run, in the order of the page.

What two commands leave that take long and stand in several pages is copied there (``DONE``).

A block that cannot be run says why in a comment above it: ``<!-- not run: the reason -->``. A ``text`` block below a
command is what that command prints. Pages that begin with ``<!-- in a checkout -->`` get a checkout of their own, those
with ``<!-- on a small graph -->`` the graph of one document.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, RdfFormat, parse

from silkgraph.ask.query import ask
from silkgraph.export.prefixes import PREFIXES
from silkgraph.store import OpenStore

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").rglob("*.md"))
FENCE = re.compile(
    r"(?:^<!-- not run: (?P<reason>.+) -->\n)?^```(?P<language>\w*)[^\n]*\n(?P<content>.*?)^```$", re.S | re.M
)
RUN = ("bash", "sh", "python")
READ = ("sparql", "turtle", "json", "toml")
SHOWN = ("text", "", "bibtex")
"""Output, drawings, and what no program of ours reads."""


RELEASE = "silkgraph export --all release"
DONE = {
    "silkgraph build --quiet": "test -d $SILKGRAPH_DATA",
    RELEASE: "cp -r $RELEASED release",
    f"{RELEASE} --quiet": "cp -r $RELEASED release",
}
"""What stands for a command on the graph as it is. ``docs/guide.md`` and ``test_determinism.py`` build in earnest; the
fixture ``released_folder`` releases, and ``export/test_release.py`` tests what that tells."""


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, its content, why it is not run, and what is shown as its output."""

    language: str
    content: str
    reason: str | None
    output: str | None


def blocks(page: Path) -> Iterator[Block]:
    text = page.read_text(encoding="utf-8")
    fences = list(FENCE.finditer(text))
    for fence, following in zip(fences, [*fences[1:], None], strict=False):
        output = None
        if following and following["language"] == "text" and not text[fence.end() : following.start()].strip():
            output = following["content"]
        yield Block(fence["language"], fence["content"], fence["reason"], output)


def of_page(wanted: tuple[str, ...]) -> list[Path]:
    return [page for page in PAGES if any(block.language in wanted and not block.reason for block in blocks(page))]


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a reader types along: the sources and questions of a checkout, and a text of their own."""
    for part in ("extract", "queries"):
        (tmp_path / part).symlink_to(ROOT / part, target_is_directory=True)
    text = ROOT / "extract" / "brf3-2023-multilateral-list" / "source.txt"
    (tmp_path / "my-list.txt").write_bytes(text.read_bytes())
    return tmp_path


@pytest.fixture
def environment(built_folder: Path, folder: Path) -> dict[str, str]:
    """A shell that finds silkgraph, and a built graph that the reader may build anew."""
    data = folder / ".data"
    shutil.copytree(built_folder, data)
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return {**os.environ, "PATH": programs, "SILKGRAPH_DATA": str(data), "PYTHONPATH": str(ROOT)}


def in_a_checkout(folder: Path, environment: dict[str, str]) -> dict[str, str]:
    """Make ``folder`` a checkout that can be written to."""
    for part in ("extract", "queries"):
        (folder / part).unlink()
    for part in ("extract", "queries", "ontology", "shapes", "silkgraph"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__", "static"))
    return {**environment, "PYTHONPATH": str(folder)}


@pytest.mark.slow
@pytest.mark.parametrize("page", of_page(RUN), ids=name)
def test_commands_and_code_run(
    page: Path, folder: Path, environment: dict[str, str], request: pytest.FixtureRequest
) -> None:
    text, done = page.read_text(encoding="utf-8"), DONE
    if text.startswith("<!-- in a checkout -->"):
        environment, done = in_a_checkout(folder, environment), {}
    if text.startswith("<!-- on a small graph -->"):
        environment["SILKGRAPH_DATA"] = str(request.getfixturevalue("small_folder"))
    code = ""
    for block in blocks(page):
        if block.reason or block.language not in RUN:
            continue
        if block.language == "python":
            code += f"{block.content}\n"
            continue
        commands = "\n".join(done.get(line, line) for line in block.content.splitlines())
        if "$RELEASED" in commands:
            environment["RELEASED"] = str(request.getfixturevalue("released_folder"))
        printed = run(["bash", "-euo", "pipefail", "-c", commands], folder, environment)
        if block.output is not None:
            assert [line.rstrip() for line in printed.strip("\n").splitlines()] == block.output.splitlines()
    if code:
        run([sys.executable, "-W", "error::DeprecationWarning:__main__", "-c", code], folder, environment)


def run(command: list[str], folder: Path, environment: dict[str, str]) -> str:
    done = subprocess.run(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, f"{command[-1]}\n{done.stderr}"
    return done.stdout


@pytest.mark.parametrize("page", of_page(READ), ids=name)
def test_queries_are_answered_and_data_is_well_formed(page: Path, store: OpenStore) -> None:
    head = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    for block in blocks(page):
        if block.reason:
            continue
        if block.language == "sparql":
            answer = ask(store.graph, block.content)
            assert not isinstance(answer, QuerySolutions) or next(iter(answer), None) is not None, block.content
        elif block.language == "turtle":
            assert list(parse(head + block.content, format=RdfFormat.TURTLE))
        elif block.language == "json":
            json.loads(block.content)
        elif block.language == "toml":
            tomllib.loads(block.content)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_what_is_not_run_says_why(page: Path) -> None:
    silent = [block for block in blocks(page) if block.language not in (*RUN, *READ, *SHOWN) and not block.reason]

    assert silent == []
    assert all(len(block.reason) > 10 for block in blocks(page) if block.reason)


def test_the_chinese_tutorial_covers_what_the_english_ones_do() -> None:
    chinese = (ROOT / "docs" / "tutorials" / "zh.md").read_text(encoding="utf-8")

    for command in (
        "build",
        "query",
        "trace",
        "queries",
        "export --all",
        "export --format csv --table",
        "extract",
        "stats --unread",
    ):
        assert f"silkgraph {command}" in chinese
    assert "silkgraph.load()" in chinese
