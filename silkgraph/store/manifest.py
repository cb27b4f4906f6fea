"""What a store says of itself, so that it can be recognised before it is opened."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from silkgraph.errors import StoreError
from silkgraph.store.layout import MANIFEST

FORMAT = 1
"""Raised when the layout of a store or the form of its graph changes so that old ones cannot be read."""

BUILD_AGAIN = "Run `silkgraph build` to build it again."


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """What one document gave: the row of the build's summary table."""

    document: str
    source_sha256: str
    items: int
    outcomes: int
    bodies: int
    figures: int
    participations: int
    unread: int
    violations: int = 0
    warnings: int = 0


@dataclass(frozen=True, slots=True)
class Manifest:
    """Versions, checksum and counts of a store."""

    format: int
    version: str
    sha256: str
    quads: int
    graphs: dict[str, int]
    documents: tuple[DocumentSummary, ...]

    def to_json(self) -> bytes:
        """As the file ``silkgraph.json`` holds it."""
        return (json.dumps(asdict(self), ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode("utf-8")


def read_manifest(store: Path) -> Manifest:
    """The manifest in the folder ``store``.

    Raises:
        StoreError: there is none, it is damaged, or it is of another format.
    """
    path = store / MANIFEST
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if found.get("format") != FORMAT:
            raise StoreError(
                f"the store has format {found.get('format')!r} (Silkgraph {found.get('version', 'unknown')}), "
                f"this version of Silkgraph reads format {FORMAT}",
                path=store,
                advice=BUILD_AGAIN,
            )
        documents = tuple(DocumentSummary(**row) for row in found.pop("documents"))
        return Manifest(documents=documents, **found)
    except FileNotFoundError:
        raise StoreError(
            "this is not a Silkgraph store: silkgraph.json is missing", path=store, advice=BUILD_AGAIN
        ) from None
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise StoreError(f"the manifest is damaged: {error}", path=path, advice=BUILD_AGAIN) from error
