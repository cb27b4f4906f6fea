"""What there is to read, on whatever file system: asked of Hadoop, which Spark reads with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from silkgraph.corpus.places import ADVICE, DOCUMENT_FILES, LOOSE, NOTHING
from silkgraph.errors import SourceError

if TYPE_CHECKING:
    from pyspark import SparkContext


@dataclass(slots=True)
class Sources:
    """Paths and patterns that Spark can read, and how many documents they hold."""

    files: _Files
    texts: list[str] = field(default_factory=list)
    """Of texts that are documents of their own."""
    folders: list[str] = field(default_factory=list)
    """Of the files in documents' folders."""
    documents: int = 0

    def exists(self, place: str) -> bool:
        """Whether there is a file or folder at ``place``."""
        return self.files.exists(place)


def find_sources(spark: SparkContext, places: Sequence[str]) -> Sources:
    """The documents in files, folders and patterns, laid out as ``silkgraph.corpus.places`` says.

    Raises:
        SourceError: one of the places is not there, or holds no text.
    """
    files = _Files(spark)
    sources = Sources(files)
    for place in places:
        found = list(files.matching(place))
        if not found:
            raise SourceError("there is no such file or folder", path=place, advice=ADVICE)
        for uri, is_folder in found:
            before = sources.documents
            if is_folder:
                _add_folder(sources, uri)
            else:
                sources.texts.append(escaped(uri))
                sources.documents += 1
            if sources.documents == before:
                raise SourceError(NOTHING, path=uri, advice=ADVICE)
    return sources


def _add_folder(sources: Sources, uri: str) -> None:
    source, *_others = DOCUMENT_FILES
    folder, any_of = escaped(uri), f"{{{','.join(DOCUMENT_FILES)}}}"
    if sources.files.count(f"{folder}/{source}"):
        sources.folders.append(f"{folder}/{any_of}")
        sources.documents += 1
        return
    if texts := sources.files.count(f"{folder}/{LOOSE}"):
        sources.texts.append(f"{folder}/{LOOSE}")
        sources.documents += texts
    if folders := sources.files.count(f"{folder}/*/{source}"):
        sources.folders.append(f"{folder}/*/{any_of}")
        sources.documents += folders


def escaped(uri: str) -> str:
    """A URI as a pattern that matches nothing else: ``archive [2023]`` with a backslash before each bracket.

    Raises:
        SourceError: it has a comma, which Spark takes for the end of a path.
    """
    if "," in uri:
        advice = "Rename it, or give a pattern with ? in the comma's place."
        raise SourceError("Spark cannot read a path with a comma", path=uri, advice=advice)
    return "".join(f"\\{letter}" if letter in "\\{}[]*?" else letter for letter in uri)


class _Files:
    """Hadoop's file systems, by way of Spark's Java side, which Python has no other way to."""

    def __init__(self, spark: SparkContext) -> None:
        java: Any = spark._jvm
        self._path = java.org.apache.hadoop.fs.Path
        self._configuration: Any = spark._jsc.hadoopConfiguration()

    def matching(self, place: str) -> Iterator[tuple[str, bool]]:
        """The URI of what has this name, or of everything that matches it, and whether it is a folder."""
        path = self._path(place)
        system = path.getFileSystem(self._configuration)
        for status in [system.getFileStatus(path)] if system.exists(path) else self._statuses(place):
            yield str(status.getPath().toString()), bool(status.isDirectory())

    def count(self, pattern: str) -> int:
        """How many files and folders a pattern matches."""
        return len(self._statuses(pattern))

    def exists(self, place: str) -> bool:
        """Whether there is a file or folder of exactly this name."""
        path = self._path(place)
        return bool(path.getFileSystem(self._configuration).exists(path))

    def _statuses(self, pattern: str) -> Sequence[Any]:
        path = self._path(pattern)
        return path.getFileSystem(self._configuration).globStatus(path) or ()
