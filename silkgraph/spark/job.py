"""The driver's part: find out what there is to read, have it read, and learn what came of each document."""

from __future__ import annotations

import os
import sys
import warnings
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from silkgraph.errors import SilkgraphError
from silkgraph.spark.reading import Files, Told, document_of, read_documents
from silkgraph.spark.sources import Sources, find_sources

if TYPE_CHECKING:
    from pyspark import RDD, SparkContext

ON_THIS_MACHINE = ("local",)
"""How masters begin whose executors run here, with this Python."""
ROUNDS = 4
"""Partitions a core, so that the cores that are done early have something left to do."""
DOCUMENTS_A_PARTITION = 64


@contextmanager
def context(settings: Mapping[str, str], *, quiet: bool = False) -> Iterator[SparkContext]:
    """The Spark that is running here already (of ``spark-submit``, of a notebook), or one of its own for the block.

    Args:
        settings: of Spark, by name; the master is ``local[*]`` where neither they nor Spark's own files name one.
        quiet: no progress bar on the terminal.

    Raises:
        SilkgraphError: PySpark is not installed, or Spark cannot be started.
    """
    try:
        from pyspark import SparkConf, SparkContext
    except ImportError:
        raise SilkgraphError(
            "reading with Spark needs PySpark, which is not installed", advice="Run: pip install 'silkgraph[spark]'"
        ) from None
    running = SparkContext._active_spark_context
    if running is not None:
        yield running
        return
    if settings.get("spark.master", "local").startswith(ON_THIS_MACHINE):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    try:
        conf = SparkConf().setAppName("silkgraph extract").setIfMissing("spark.master", "local[*]")
        conf.setIfMissing("spark.ui.showConsoleProgress", str(not quiet).lower())
        conf.setIfMissing("spark.log.level", "ERROR")
        conf.setAll(list(settings.items()))
        with warnings.catch_warnings():  # of what becomes of pandas, which has no part in this
            warnings.simplefilter("ignore", FutureWarning)
            spark = SparkContext(conf=conf)
    except Exception as error:
        raise SilkgraphError(
            f"Spark cannot be started: {_last_line(error)}", advice="It needs Java 17 or 21. Look at its own messages."
        ) from error
    try:
        yield spark
    finally:
        spark.stop()


def extract_on(
    spark: SparkContext, places: Sequence[str], output: str, like: str | None = None, partitions: int | None = None
) -> list[Told]:
    """Read all documents in ``places`` and write them as N-Quads to the new folder ``output``.

    Args:
        spark: what it runs on.
        places: files, folders and patterns, on any file system that Spark knows.
        output: a folder that does not exist yet; when it holds ``_SUCCESS``, it is complete.
        like: the profile to read undescribed texts with.
        partitions: how many files to write; as many as fit the cluster and the corpus if not given.

    Returns:
        What came of each document, in the order of their URIs.

    Raises:
        SourceError: there is nothing to read.
        SilkgraphError: the folder exists, the job failed, or the reader has a fault.
    """
    sources = find_sources(spark, places)
    if sources.exists(output):
        raise SilkgraphError(
            "there is something already", path=output, advice="Remove it, or name a new folder with --output."
        )
    number = partitions or _partitions(spark, sources)
    read = partial(_read_partition, like=like)
    with _failures():
        grouped = _documents(spark, sources).groupByKey(number, _place)
        with _kept(grouped.mapPartitions(read, preservesPartitioning=True)) as results:
            results.filter(_is_line).saveAsTextFile(output)
            told = results.filter(_is_told).collect()
    return sorted((one for one in told if isinstance(one, Told)), key=lambda one: one.uri)


def _documents(spark: SparkContext, sources: Sources) -> RDD[tuple[str, tuple[str, bytes]]]:
    """The files of all documents, each with the URI of its document and its own name."""
    parts: list[RDD[tuple[str, tuple[str, bytes]]]] = []
    if sources.texts:
        parts.append(spark.binaryFiles(",".join(sources.texts)).map(_as_text))
    if sources.folders:
        parts.append(spark.binaryFiles(",".join(sources.folders)).map(_as_part))
    return spark.union(parts)


def _as_text(file: tuple[str, bytes]) -> tuple[str, tuple[str, bytes]]:
    uri, content = file
    return uri, (uri.rpartition("/")[2], content)


def _as_part(file: tuple[str, bytes]) -> tuple[str, tuple[str, bytes]]:
    uri, content = file
    return document_of(uri), (uri.rpartition("/")[2], content)


def _read_partition(
    grouped: Iterable[tuple[str, Iterable[tuple[str, bytes]]]], like: str | None
) -> Iterator[str | Told]:
    """A partition, its documents in the order of their URIs: the same bytes whoever reads it, and however often."""
    documents: list[tuple[str, Files]] = [(uri, dict(files)) for uri, files in grouped]
    return read_documents(sorted(documents, key=lambda document: document[0]), like)


def _place(uri: str) -> int:
    """Where a document goes: the same in every process, which Python's own ``hash`` is not."""
    return zlib.crc32(uri.encode("utf-8"))


def _is_line(result: str | Told) -> bool:
    return isinstance(result, str)


def _is_told(result: str | Told) -> bool:
    return isinstance(result, Told)


def _partitions(spark: SparkContext, sources: Sources) -> int:
    wanted = max(spark.defaultParallelism * ROUNDS, sources.documents // DOCUMENTS_A_PARTITION)
    return max(1, min(wanted, sources.documents))


@contextmanager
def _kept(results: RDD[str | Told]) -> Iterator[RDD[str | Told]]:
    """Results that are read once for lines and reports; what an executor takes with it is read again."""
    from pyspark import StorageLevel

    results.persist(StorageLevel.DISK_ONLY)
    try:
        yield results
    finally:
        results.unpersist()


@contextmanager
def _failures() -> Iterator[None]:
    """A job that fails, told in a line: what Python said on the executor if it was Python, else what Java said."""
    try:
        yield
    except Exception as error:  # of py4j or of PySpark: nothing else is at work here
        raise SilkgraphError(
            f"the Spark job failed: {_last_line(error)}",
            advice="Nothing is complete without _SUCCESS in the output. Mend it, remove the output, and run it again.",
        ) from error


def _last_line(error: Exception) -> str:
    """The line of a Java error that says most: the last of a Python error within it, else its first."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    python = [line for line in lines if line.startswith("RuntimeError: ")]
    told = [line for line in lines if "Exception" in line or "Error" in line]
    return (python or told or lines or [type(error).__name__])[0].removeprefix("RuntimeError: ")
