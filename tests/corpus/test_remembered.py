"""A reading is remembered as long as nothing that it came from has changed."""

from __future__ import annotations

import hashlib
import logging
import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from silkgraph import build
from silkgraph.build import build_store
from silkgraph.corpus import Remembered, Text, read_texts, remembered
from silkgraph.errors import SourceError, StoreError
from silkgraph.locations import knowledge
from silkgraph.model import Reading
from silkgraph.store import open_store

MakeDocument = Callable[..., Path]

LAOS = "成果清单\n中国政府与老挝政府签署经济合作谅解备忘录。\n"
HUNGARY = "成果清单\n中国政府与匈牙利政府签署经济合作谅解备忘录。\n"


@pytest.fixture
def read_now(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the documents that are read, and not remembered, from now on."""
    names: list[str] = []
    read = Text.read

    def noted(text: Text) -> object:
        names.append(text.path.name)
        return read(text)

    monkeypatch.setattr(Text, "read", noted)
    return names


def readings(data: Path, *folders: Path) -> list[object]:
    known = Remembered(data)
    found: list[object] = list(read_texts([Text(folder, described=True) for folder in folders], 1, known))
    known.forget_others()
    return found


def test_what_has_not_changed_is_not_read_again(
    make_document: MakeDocument, tmp_path: Path, read_now: list[str]
) -> None:
    folders = [make_document("laos", LAOS), make_document("hungary", HUNGARY)]
    first = readings(tmp_path / "kept", *folders)
    assert readings(tmp_path / "kept", *folders) == first
    assert read_now == ["laos", "hungary"]

    make_document("hungary", HUNGARY.replace("经济", "文化"))
    later = readings(tmp_path / "kept", *folders)
    assert read_now == ["laos", "hungary", "hungary"]
    assert later[0] == first[0] and later[1] != first[1]
    assert len(list((tmp_path / "kept").iterdir())) == 2


@pytest.mark.parametrize("changed", ["extractor.py", "document.toml"])
def test_a_document_whose_extractor_or_description_changed_is_read_again(
    changed: str, make_document: MakeDocument, tmp_path: Path, read_now: list[str]
) -> None:
    folder = make_document("laos", LAOS, "from silkgraph.profile import PROFILES\nprofile = PROFILES['plain']\n")
    readings(tmp_path / "kept", folder)
    with (folder / changed).open("a", encoding="utf-8") as file:
        file.write("# A remark.\n")
    readings(tmp_path / "kept", folder)
    assert read_now == ["laos", "laos"]


@pytest.mark.parametrize("changed", ["lexicon", "ontology", "library"])
def test_all_is_read_again_where_the_lexicon_the_ontology_or_a_library_changed(
    changed: str,
    make_document: MakeDocument,
    tmp_path: Path,
    read_now: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    copies = {}
    for name in ("extract", "ontology"):
        copies[name] = shutil.copytree(knowledge(name), tmp_path / "knowledge" / name)
    monkeypatch.setattr(remembered, "knowledge", copies.__getitem__)
    folder = make_document("laos", LAOS)
    readings(tmp_path / "kept", folder)

    if changed == "library":
        monkeypatch.setattr(remembered, "version", lambda library: "0")
    else:
        place = copies["extract"] / "lexicon" if changed == "lexicon" else copies["ontology"]
        (place / "more.toml").write_text("# Nothing yet.\n", encoding="utf-8")
    readings(tmp_path / "kept", folder)
    assert read_now == ["laos", "laos"]


def damaged(content: bytes) -> bytes:
    return content[:-10] + b"0123456789"


def cut_off(content: bytes) -> bytes:
    return content[: len(content) // 2]


def emptied(content: bytes) -> bytes:
    return b""


def replaced(content: bytes) -> bytes:
    """What would run a program if it were unpacked as pickles are."""
    packed = pickle.dumps(Malice())
    return hashlib.sha256(packed).digest() + packed


class Malice:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("harmed",)


@pytest.mark.parametrize("harm", [damaged, cut_off, emptied, replaced])
def test_a_damaged_reading_is_noticed_and_the_text_read_anew(
    harm: Callable[[bytes], bytes],
    make_document: MakeDocument,
    tmp_path: Path,
    read_now: list[str],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = make_document("laos", LAOS)
    first = readings(tmp_path / "kept", folder)
    (kept,) = (tmp_path / "kept").iterdir()
    kept.write_bytes(harm(kept.read_bytes()))

    with caplog.at_level(logging.WARNING):
        assert readings(tmp_path / "kept", folder) == first
    assert read_now == ["laos", "laos"]
    assert "read anew" in caplog.text and kept.name in caplog.text
    assert not (tmp_path / "harmed").exists()

    caplog.clear()
    assert readings(tmp_path / "kept", folder) == first
    assert caplog.text == ""


def test_a_text_that_changes_while_it_is_read_is_not_remembered(make_document: MakeDocument, tmp_path: Path) -> None:
    text = Text(make_document("laos", LAOS), described=True)
    known = Remembered(tmp_path / "kept")
    assert known.find(text) is None
    reading = text.read()
    assert isinstance(reading, Reading)
    make_document("laos", HUNGARY)
    known.add(text, reading)
    assert list((tmp_path / "kept").iterdir()) == []


def test_a_place_where_nothing_can_be_kept_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot keep readings"):
        Remembered(tmp_path / "kept")


@pytest.mark.slow
def test_a_build_that_reads_only_what_is_new_gives_the_bytes_of_a_whole_one(
    make_document: MakeDocument, tmp_path: Path, read_now: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = [make_document("hungary", HUNGARY), make_document("laos", LAOS, "profile = 1\n")]
    monkeypatch.setattr(build, "document_folders", lambda root=None: tuple(folders))
    data, whole = tmp_path / "data", tmp_path / "whole"

    with pytest.raises(SourceError, match="defines no profile"):
        build_store(data)
    assert read_now == ["hungary", "laos"]

    (folders[1] / "extractor.py").unlink()
    build_store(data)
    assert read_now == ["hungary", "laos", "laos"]

    build_store(whole)
    with open_store(data) as resumed, open_store(whole) as fresh:
        assert resumed.nquads.read_bytes() == fresh.nquads.read_bytes()

    read_now.clear()
    build_store(data, anew=True)
    assert read_now == ["hungary", "laos"]
    with open_store(data) as again, open_store(whole) as fresh:
        assert again.manifest == fresh.manifest
