"""How a corpus may lie in a folder: a folder a document, as in ``extract/``, or text files.

archive/2019-05-12-talks/source.txt      a document with its description, and an extractor where it needs one
archive/2019-05-12-talks/document.toml
archive/notes-of-a-visit.txt             a text that nobody has described
"""

from __future__ import annotations

from pathlib import Path

from silkgraph.corpus.texts import Text
from silkgraph.errors import SourceError

DOCUMENT_FILES = ("source.txt", "document.toml", "extractor.py")
"""The files of a document's folder."""
LOOSE = "*.txt"
"""The texts in a folder that are documents of their own."""
NOTHING = "there is no text here: neither *.txt nor folders with a source.txt"
ADVICE = "Name a text file, a folder of text files, or a folder of document folders as in extract/."


def texts_in(place: Path, like: str | None = None) -> list[Text]:
    """The texts that a file or folder holds, by name.

    Args:
        place: a text file, a document's folder, or a folder with text files or documents' folders.
        like: the profile to read undescribed texts with.

    Raises:
        SourceError: the folder holds none.
    """
    if not place.is_dir():
        return [Text(place, like)]
    if (place / DOCUMENT_FILES[0]).is_file():
        return [Text(place, described=True)]
    found = [Text(path, like) for path in place.glob(LOOSE) if path.is_file()]
    found += [Text(path.parent, described=True) for path in place.glob(f"*/{DOCUMENT_FILES[0]}")]
    if not found:
        raise SourceError(NOTHING, path=place, advice=ADVICE)
    return sorted(found, key=lambda text: text.path)
