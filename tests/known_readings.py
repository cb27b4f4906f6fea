"""What is read in the documents of ``extract/``, each read once by each process that runs tests."""

from __future__ import annotations

from functools import cache

from silkgraph.extraction import read_folder
from silkgraph.locations import knowledge
from silkgraph.model import Reading
from silkgraph.read.documents import document_folders


@cache
def reading_of(identifier: str) -> Reading:
    """The reading of a document."""
    return read_folder(knowledge("extract") / identifier)


def all_readings() -> list[Reading]:
    """The readings of all of them, in the order of a build."""
    return [reading_of(folder.name) for folder in document_folders()]
