"""The archives that the benchmark of growth builds."""

from __future__ import annotations

import importlib
import re
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from silkgraph.read.documents import document_folders, load_document

ROOT = Path(__file__).parents[2]


@pytest.fixture
def archive(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    return importlib.import_module("archive")


def test_an_archive_is_documents_that_can_be_built(archive: ModuleType, tmp_path: Path) -> None:
    size = archive.write_archive(tmp_path, 2)

    documents = [load_document(folder) for folder in document_folders(tmp_path)]

    assert len(documents) == 10
    assert 80_000 < size < 200_000
    stated = {document.stated_items for document in documents if document.profile == "straight-list"}
    assert stated == {32}


def test_the_same_archive_every_time_and_no_document_twice(archive: ModuleType) -> None:
    once, again = list(archive.documents(2)), list(archive.documents(2))
    assert once == again
    assert len({text for _, text, _ in once}) == 10


def test_items_are_numbered_as_in_the_documents(archive: ModuleType) -> None:
    assert [archive.numeral(number) for number in (1, 10, 12, 20, 56)] == ["一", "十", "十二", "二十", "五十六"]
    text = next(text for name, text, _ in archive.documents(1) if "multilateral" in name)
    places = [text.index(f"（{archive.numeral(number)}）") for number in range(1, 33)]
    assert places == sorted(places)


def test_names_that_no_archive_uses_up(archive: ModuleType) -> None:
    item = "与匈牙利签署授信额度框架协议，发起“一带一路”绿色发展国际联盟，与老挝签署合作协议。"
    told = [
        archive.Names(circle, ["匈牙利", "老挝"], ["授信额度框架协议", "合作协议"]).put_into(item)
        for circle in range(1, 2000)
    ]
    assert all("签署合作协议" in one for one in told)
    for name in ("授信额度(.{4})框架协议", "“一带一路”(.{8})发展国际联盟"):
        found = [match[1] for one in told if (match := re.search(name, one))]
        assert len(found) == len(told)
        assert max(Counter(found).values()) == 3
