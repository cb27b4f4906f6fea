"""How a corpus may lie in a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from silkgraph.corpus import Text
from silkgraph.corpus.places import texts_in
from silkgraph.errors import SourceError

TALKS = "成果清单\n中国政府与老挝政府签署经济合作谅解备忘录。\n"


def test_folders_of_documents_and_texts_beside_them(make_document: Callable[..., Path]) -> None:
    folder = make_document("laos", TALKS)
    archive = folder.parent
    (archive / "note.txt").write_text(TALKS, encoding="utf-8")
    (archive / "readme.md").write_text("Nothing to read.", encoding="utf-8")
    (archive / "pictures").mkdir()

    assert texts_in(archive, "plain") == [Text(folder, described=True), Text(archive / "note.txt", "plain")]
    assert texts_in(folder) == [Text(folder, described=True)]
    assert texts_in(folder / "source.txt") == [Text(folder / "source.txt")]


def test_a_folder_without_texts(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"there is no text here: neither \*\.txt nor folders with a source\.txt"):
        texts_in(tmp_path)
