"""Documents that a test makes, each in a folder as ``extract/`` has them, and a checkout with nothing but such."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from silkgraph.locations import knowledge

PACKAGE = Path(__file__).resolve().parents[1] / "silkgraph"
DESCRIPTION = """identifier = "{name}"
title_zh = "成果清单"
title_en = "List of outcomes"
forum = "2023"
issuer = "外交部"
issued = 2023-10-18
published_at = "https://example.org/{name}"
profile = "{profile}"
sha256 = "{sha256}"
rights = "Free to use"
"""


def write_document(archive: Path, name: str, text: str | bytes, *, extractor: str = "", profile: str = "plain") -> Path:
    """Writes a folder with a document, or writes it again with another text; an extractor stays until another comes."""
    content = text.encode("utf-8") if isinstance(text, str) else text
    folder = archive / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "source.txt").write_bytes(content)
    description = DESCRIPTION.format(name=name, profile=profile, sha256=hashlib.sha256(content).hexdigest())
    (folder / "document.toml").write_text(description, encoding="utf-8")
    if extractor:
        (folder / "extractor.py").write_text(extractor, encoding="utf-8")
    return folder


def checkout_without_documents(root: Path) -> Path:
    """The program with all that it knows, but no document yet; the folder to put them in."""
    shutil.copytree(PACKAGE, root / "silkgraph", ignore=shutil.ignore_patterns("__pycache__", "data", "built"))
    for name in ("ontology", "shapes", "queries"):
        shutil.copytree(knowledge(name), root / name)
    shutil.copytree(knowledge("extract") / "lexicon", root / "extract" / "lexicon")
    shutil.copy(knowledge("extract") / "layout.toml", root / "extract")
    return root / "extract"
