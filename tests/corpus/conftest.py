"""Small documents in folders of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from small_documents import write_document

MakeDocument = Callable[..., Path]


@pytest.fixture
def make_document(tmp_path: Path) -> MakeDocument:
    """Writes a folder with a document, or writes it again with another text."""

    def make(name: str, text: str, extractor: str = "") -> Path:
        return write_document(tmp_path / "extract", name, text, extractor=extractor)

    return make
