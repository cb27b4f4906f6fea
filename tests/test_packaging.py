"""What is published: versions agree, dependencies are the ones imported, the wheel and the sdist are complete."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from importlib.metadata import entry_points, packages_distributions
from pathlib import Path

import pytest

import silkgraph

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
USED_BY_THE_PROGRAM = ("export", "notebook", "spark")
"""Extras whose packages the program imports where a person asks for what needs them."""
DATA_FOLDERS = ("extract", "ontology", "shapes", "queries")


def distribution(requirement: str) -> str:
    """The name in a requirement, as package indexes compare names."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", requirement, maxsplit=1)[0]).lower()


def imported_packages() -> set[str]:
    """The top-level packages that the program and the extractors import or read data of, less Python's own."""
    files = [*(ROOT / "silkgraph").rglob("*.py"), *(ROOT / "extract").rglob("*.py")]
    names: set[str] = set()
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                names.add(node.module.partition(".")[0])
            elif (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("files", "required")
            ):
                names |= {str(package.value) for package in node.args[:1] if isinstance(package, ast.Constant)}
    return names - set(sys.stdlib_module_names) - {"silkgraph", "_typeshed"}  # the latter for type checkers only


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist of this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder)], cwd=ROOT, check=True, capture_output=True
    )
    return folder


def test_the_newest_release_in_the_changelog_is_this_version() -> None:
    releases = re.findall(r"^## \[(\d[^\]]*)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)

    assert releases[0] == silkgraph.__version__


def test_the_citation_names_this_version() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")

    assert re.search(r"^version: (.+)$", citation, re.M)[1] == silkgraph.__version__  # type: ignore[index]


def test_dependencies_are_exactly_the_packages_that_are_imported() -> None:
    providers = packages_distributions()
    imported = {distribution(name) for package in imported_packages() for name in providers[package]}
    needed = {distribution(requirement) for requirement in PROJECT["dependencies"]}
    optional = {
        distribution(requirement)
        for extra in USED_BY_THE_PROGRAM
        for requirement in PROJECT["optional-dependencies"][extra]
    }

    assert imported - optional == needed
    assert optional.isdisjoint(needed)


def test_the_command_is_installed() -> None:
    (command,) = entry_points(group="console_scripts", name="silkgraph")

    assert callable(command.load())


def test_the_wheel_holds_every_data_file_of_the_checkout(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    missing = [
        file
        for folder in DATA_FOLDERS
        for file in sorted((ROOT / folder).rglob("*"))
        if file.is_file() and "__pycache__" not in file.parts
        if f"silkgraph/data/{file.relative_to(ROOT).as_posix()}" not in packed
    ]

    assert missing == []
    assert {"/".join(name.split("/")[:3]) for name in packed} >= {f"silkgraph/data/{folder}" for folder in DATA_FOLDERS}
    assert "silkgraph/py.typed" in packed


def test_the_wheel_carries_its_licences(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = {Path(name).name for name in zipfile.ZipFile(wheel).namelist()}

    assert {"LICENSE", "LICENSE-DATA", "NOTICE"} <= names


def test_an_unpacked_wheel_finds_its_own_data(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path)
    program = (
        "from silkgraph.locations import knowledge; print(*map(knowledge, ('extract', 'shapes', 'queries')), sep='\\n')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )

    data = tmp_path / "silkgraph" / "data"
    assert done.stdout.split() == [str(data / "extract"), str(data / "shapes"), str(data / "queries")]


def test_the_sdist_can_be_built_and_tested_from(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    assert {"pyproject.toml", "README.md", "README.zh.md", "LICENSE", "tests/test_packaging.py", ".ci/run"} <= names
    assert {name.partition("/")[0] for name in names} >= {*DATA_FOLDERS, "silkgraph", "docs", "benchmarks"}
