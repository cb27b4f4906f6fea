"""What an executor does with a document: read it as it would be read here, and write it down as N-Quads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from silkgraph.corpus.places import DOCUMENT_FILES
from silkgraph.corpus.summaries import summary
from silkgraph.corpus.texts import Text
from silkgraph.errors import SilkgraphError
from silkgraph.model import Reading

Files = Mapping[str, bytes]
"""The files of a document: those of its folder by name, or the one text."""


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a document: what was found in it, or why it could not be read."""

    uri: str
    identifier: str
    found: tuple[str, ...] = ()
    error: str = ""
    exit_code: int = 0


def read_documents(documents: Iterable[tuple[str, Files]], like: str | None) -> Iterator[str | Told]:
    """The N-Quads of documents, line by line and each document's in byte order, and after them what came of it.

    Args:
        documents: the URI of each document's folder or text, with its files.
        like: the profile to read undescribed texts with.

    Raises:
        RuntimeError: the reader has a fault; the message names the document.
    """
    for uri, files in documents:
        try:
            lines, told = read_document(uri, files, like)
        except Exception as error:
            raise RuntimeError(f"{uri}: the reader failed: {type(error).__name__}: {error}") from error
        yield from lines
        yield told


def read_document(uri: str, files: Files, like: str | None) -> tuple[list[str], Told]:
    """The N-Quads of a document, without line ends, and what came of it; none where it cannot be read."""
    name = uri.rstrip("/").rpartition("/")[2]
    with TemporaryDirectory(prefix="silkgraph-") as temporary:
        place = Path(temporary) / name
        is_described = name not in files
        if is_described:
            place.mkdir()
        for file, content in files.items():
            (place / file if is_described else place).write_bytes(content)
        answer = (Text(place, described=True) if is_described else Text(place, like)).read()
        if isinstance(answer, SilkgraphError):
            return [], Told(uri, name, error=_at(answer, temporary, uri), exit_code=answer.exit_code)
    return _lines(answer), Told(uri, answer.document.identifier, tuple(summary(answer)))


def _lines(reading: Reading) -> list[str]:
    from silkgraph.describe.document_graph import describe
    from silkgraph.store.canonical import canonical_nquads

    return canonical_nquads(describe(reading)).decode("utf-8").splitlines()


def _at(error: SilkgraphError, temporary: str, uri: str) -> str:
    """The message of an error, with the place where the document lies and not the one where it was copied to."""
    return str(error).replace(f"{temporary}/{uri.rstrip('/').rpartition('/')[2]}", uri.rstrip("/"))


def document_of(uri: str) -> str:
    """The document that a file belongs to: its folder where it is one of a document's folder, else itself."""
    folder, _, name = uri.rpartition("/")
    return folder if name in DOCUMENT_FILES else uri
