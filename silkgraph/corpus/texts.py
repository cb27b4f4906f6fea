"""A text that is to be read, before anything of it is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from silkgraph.errors import SilkgraphError

if TYPE_CHECKING:
    from silkgraph.model import Reading


@dataclass(frozen=True, slots=True)
class Text:
    """A loose file, with the profile to read it like, or a folder of ``extract/`` with its own extractor."""

    path: Path
    like: str | None = None
    described: bool = False
    """Whether the path is a folder with a ``document.toml``."""

    @property
    def source(self) -> Path:
        """The file with the text itself."""
        return self.path / "source.txt" if self.described else self.path

    def size(self) -> int:
        """The bytes of the text; 0 where there is no such file, which its reading will say."""
        try:
            return self.source.stat().st_size
        except OSError:
            return 0

    def read(self) -> Reading | SilkgraphError:
        """What the text says, or why it cannot be told."""
        # The reader's dictionaries are loaded by who reads, not by who hands out what is to be read.
        from silkgraph.extraction import read_file, read_folder

        try:
            return read_folder(self.path) if self.described else read_file(self.path, self.like)
        except SilkgraphError as error:
            return error

    def perform(self) -> Reading | SilkgraphError:
        """The same, as the task of a process (``workers.Task``)."""
        return self.read()
