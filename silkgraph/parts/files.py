"""What is written for a part, and by it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a part, by its number."""

    folder: Path
    number: int

    def path(self, what: str) -> Path:
        """``quads``, ``union``, ``shared``, ``values``, ``link-values``, ``texts``; and ``links``, which are given."""
        return self.folder / f"{what}-{self.number:05}"
