"""Small documents in folders of their own."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

MakeDocument = Callable[..., Path]

DESCRIPTION = """identifier = "{name}"
title_zh = "成果清单"
title_en = "List of outcomes"
issuer = "外交部"
issued = 2023-10-18
published_at = "https://example.org/{name}"
profile = "plain"
sha256 = "{sha256}"
rights = "Free to use"
"""


@pytest.fixture
def make_document(tmp_path: Path) -> MakeDocument:
    """Writes a folder with a document, or writes it again with another text or extractor."""

    def make(name: str, text: str, extractor: str = "") -> Path:
        folder = tmp_path / "extract" / name
        folder.mkdir(parents=True, exist_ok=True)
        content = text.encode("utf-8")
        (folder / "source.txt").write_bytes(content)
        (folder / "document.toml").write_text(
            DESCRIPTION.format(name=name, sha256=hashlib.sha256(content).hexdigest()), encoding="utf-8"
        )
        if extractor:
            (folder / "extractor.py").write_text(extractor, encoding="utf-8")
        else:
            (folder / "extractor.py").unlink(missing_ok=True)
        return folder

    return make
