"""A release: one folder with the graph in every format, each file described and with its checksum.

Nothing in it comes from a clock, a locale or the machine, so the same graph gives the same bytes everywhere. The folder
is written beside its place and moved there in one rename: it is whole or not there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from silkgraph.compare import compare, opened
from silkgraph.compare.changelog import changelog
from silkgraph.compare.changesets import comparison_bytes
from silkgraph.compare.rows import COLUMNS, change_rows
from silkgraph.compare.side import CHECKSUMS
from silkgraph.export.files import new_folder
from silkgraph.export.frames import frame_names, framed_pieces, pyld
from silkgraph.export.graph import graph_pieces
from silkgraph.export.graphml import NETWORKS, graphml_pieces
from silkgraph.export.parquet import parquet_bytes, pyarrow
from silkgraph.export.relational import Table, rows, tables
from silkgraph.export.release_description import Distribution, dcat, readme
from silkgraph.export.table_description import CSVW_NAME, FRICTIONLESS_NAME, csvw, frictionless
from silkgraph.export.tables import csv_pieces, csv_text
from silkgraph.locations import knowledge, project_file
from silkgraph.namespaces import GRAPHS
from silkgraph.store import OpenStore
from silkgraph.store.layout import sync_tree

DATA_CHANGELOG = "DATA-CHANGELOG.md"
ACCOMPANYING = ("CHANGELOG.md", "CITATION.cff", "LICENSE-DATA")
_WHOLE = {
    "silkgraph.nq": ("nquads", "application/n-quads"),
    "silkgraph.trig": ("trig", "application/trig"),
    "silkgraph.nt": ("ntriples", "application/n-triples"),
    "silkgraph.ttl": ("turtle", "text/turtle"),
    "silkgraph.rdf": ("rdf-xml", "application/rdf+xml"),
    "silkgraph.jsonld": ("json-ld", "application/ld+json"),
    "silkgraph.csv": ("csv", "text/csv"),
}


@dataclass(frozen=True, slots=True)
class Content:
    """A file of the release before it is written."""

    path: str
    media_type: str
    en: str
    zh: str
    pieces: Callable[[], Iterable[bytes]]


def write_release(
    store: OpenStore, folder: Path, tell: Callable[[str], None] = lambda path: None, since: Path | None = None
) -> int:
    """Write the release of a built graph to ``folder``, which is new, empty, or an earlier release.

    Args:
        store: the graph.
        folder: where the release is to be.
        tell: is called with the path of each file before it is written.
        since: an earlier release or build; what has changed since then is told in ``DATA-CHANGELOG.md`` and as rows
            and change sets. It may be the one in ``folder`` that is replaced.

    Returns:
        How many files it has.

    Raises:
        SilkgraphError: the folder cannot be written, holds something else, or a library is missing; what was there
            before stays as it was.
    """
    for needed in (pyarrow, pyld):
        needed()
    told = [] if since is None else list(_changes(store, since))
    with new_folder(folder, CHECKSUMS) as place:
        distributions = []
        for content in (*contents(store), *told):
            tell(content.path)
            distributions.append(_write(place, content))
        for syntax, name in (("turtle", "dcat.ttl"), ("json-ld", "dcat.jsonld")):
            (place / name).write_bytes(dcat(store, distributions, syntax))
        for language, name in (("en", "README.md"), ("zh", "README.zh.md")):
            (place / name).write_bytes(readme(store, distributions, language))
        for name in ACCOMPANYING:
            (place / name).write_bytes(project_file(name).read_bytes())
        written = sorted(path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file())
        lines = (f"{_sha256(place / name)}  {name}\n" for name in written)
        (place / CHECKSUMS).write_text("".join(lines), encoding="utf-8", newline="\n")
        sync_tree(place)
    return len(written) + 1


def contents(store: OpenStore) -> Iterator[Content]:
    """The distributions: the graph in every syntax, graph by graph, by class, tables, networks, vocabulary, shapes."""
    for name, (format, media_type) in _WHOLE.items():
        yield Content(name, media_type, "The whole graph", "整个图谱", partial(graph_pieces, store.nquads, format))
    for name in sorted(graph.removeprefix(GRAPHS) for graph in store.manifest.graphs):
        pieces = partial(graph_pieces, store.nquads, "turtle", name)
        yield Content(f"graphs/{name}.ttl", "text/turtle", f"The graph {name}", f"命名图 {name}", pieces)
    for name in frame_names():
        path, trees = f"classes/{name}.jsonld", partial(framed_pieces, store.graph, name)
        yield Content(path, "application/ld+json", f"Every {name}, as a tree", f"按类成树：{name}", trees)
    yield from _tables(store)
    for name in NETWORKS:
        path, network = f"networks/{name}.graphml", partial(graphml_pieces, store.graph, name)
        yield Content(path, "application/graphml+xml", f"Network: {name}", f"网络：{name}", network)
    yield from _knowledge()


def _tables(store: OpenStore) -> Iterator[Content]:
    described = tables()
    for table in described:
        en, zh = f"Table: {table.en}", f"表：{table.zh}"
        for name, media_type, written in (
            ("csv", "text/csv", table_csv),
            ("parquet", "application/vnd.apache.parquet", table_parquet),
        ):
            yield Content(f"tables/{table.name}.{name}", media_type, en, zh, partial(written, store, table))
    en, zh = "What the tables hold", "各表说明"
    yield Content(f"tables/{CSVW_NAME}", "application/csvm+json", en, zh, lambda: [csvw(described)])
    yield Content(f"tables/{FRICTIONLESS_NAME}", "application/json", en, zh, lambda: [frictionless(described)])


def table_parquet(store: OpenStore, table: Table) -> Iterable[bytes]:
    """A table as Parquet."""
    return [parquet_bytes(rows(store.graph, table), table)]


def table_csv(store: OpenStore, table: Table) -> Iterator[bytes]:
    """A table as CSV; nothing where there is no value."""
    return csv_pieces(([cell or "" for cell in row] for row in rows(store.graph, table)), table.names)


def _knowledge() -> Iterator[Content]:
    """The vocabulary with its context, and what the graph promises."""
    ontology = knowledge("ontology")
    yield _copy(ontology / "silkgraph.ttl", "text/turtle", "The vocabulary", "词汇表")
    yield _copy(ontology / "context.jsonld", "application/ld+json", "The JSON-LD context", "JSON-LD 上下文")
    for path in sorted(knowledge("shapes").glob("*.ttl")):
        yield _copy(path, "text/turtle", f"Shapes: {path.stem}", f"形状：{path.stem}")


def _changes(store: OpenStore, since: Path) -> Iterator[Content]:
    """What has changed since an earlier release, for people and for programs."""
    earlier = since / DATA_CHANGELOG
    before = earlier.read_text(encoding="utf-8") if earlier.is_file() else ""
    with opened(since) as old, opened(store.folder) as new:
        comparison = compare(old, new)
    rows, sets = change_rows(comparison.changes), partial(comparison_bytes, comparison, comparison.changes, "turtle")
    en, zh = "Changes since the release before", "自上一版以来的变更"
    text, table = changelog(comparison, before).encode("utf-8"), csv_text(rows, COLUMNS).encode("utf-8")
    yield Content(DATA_CHANGELOG, "text/markdown", en, zh, lambda: [text])
    yield Content("changes/changes.csv", "text/csv", f"{en}, as a table", f"{zh}（表）", lambda: [table])
    yield Content("changes/changes.ttl", "text/turtle", f"{en}, as change sets", f"{zh}（变更集）", lambda: [sets()])


def _copy(source: Path, media_type: str, en: str, zh: str) -> Content:
    return Content(f"{source.parent.name}/{source.name}", media_type, en, zh, lambda: [source.read_bytes()])


def _write(place: Path, content: Content) -> Distribution:
    path = place / content.path
    path.parent.mkdir(parents=True, exist_ok=True)
    sha256, size = hashlib.sha256(), 0
    with path.open("xb") as file:
        for piece in content.pieces():
            file.write(piece)
            sha256.update(piece)
            size += len(piece)
    return Distribution(content.path, content.media_type, content.en, content.zh, size, sha256.hexdigest())


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
