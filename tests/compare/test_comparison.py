"""What is gained, lost, changed and moved between two real builds, and between what is made of them."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse, serialize

from silkgraph.compare import Change, Comparison, compare, opened
from silkgraph.compare.changes import STATUSES
from silkgraph.errors import SourceError, StoreError
from silkgraph.store.layout import current_store

from .conftest import Builds

Told = tuple[str, str | None, str | None]


def nquads(data: Path) -> Path:
    folder = current_store(data)
    assert folder is not None
    return folder / "silkgraph.nq"


def told(changes: tuple[Change, ...]) -> list[Told]:
    """What became of which thing, by the part of its IRI that tells it."""

    def name(iri: str) -> str:
        return iri.removeprefix("https://w3id.org/silkgraph/id/")

    return [
        (change.status, name(change.old.iri) if change.old else None, name(change.new.iri) if change.new else None)
        for change in changes
        if "/country-" not in change.thing.iri and "/government-" not in change.thing.iri
    ]


EXPECTED: list[Told] = [
    ("gained", None, "outcome/come/1/1"),
    ("lost", "outcome/gone/1/1", None),
    ("gained", None, "outcome/talks/1/1"),
    ("moved", "outcome/talks/1/1", "outcome/talks/2/1"),
    ("changed", "outcome/talks/2/1", "outcome/talks/3/1"),
    ("gained", None, "outcome/talks/3/2"),
    ("changed", "outcome/talks/3/1", "outcome/talks/4/1"),
    ("lost", "outcome/talks/4/1", None),
    ("changed", "outcome/talks/5/1", "outcome/talks/5/1"),
    ("changed", "figure/trade/p2/1", "figure/trade/p2/1"),
    ("changed", "body/si-lu-ce-shi-yin-hang", "body/silk-road-test-bank"),
]
"""Item 1 is new, so that all others are renumbered; Mongolia is gone, Czechia has joined Hungary, the sum is twice what
it was, the lexicon knows what a 测试笺 is, and the authority file the bank."""


def test_what_is_renumbered_is_neither_lost_nor_gained(comparison: Comparison) -> None:
    assert told(comparison.changes) == EXPECTED


def test_each_change_names_the_fields_with_their_values(comparison: Comparison) -> None:
    changes = {change.new.iri.rpartition("/id/")[2]: change for change in comparison.changes if change.new}

    def fields(thing: str) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        return {field.name: (field.old, field.new) for field in changes[thing].fields}

    loan = fields("outcome/talks/4/1")
    assert loan["amounts"] == (("1000000000 CNY",), ("2000000000 CNY",))
    assert loan["partners"] == (("丝路测试银行 (si-lu-ce-shi-yin-hang)",), ("丝路测试银行 (silk-road-test-bank)",))
    assert loan["item"] == (("3",), ("4",))
    assert "kind" not in loan and "label" not in loan
    assert fields("outcome/talks/2/1") == {
        "item": (("1",), ("2",)),
        "start": (("9",), ("36",)),
        "end": (("29",), ("56",)),
    }
    lexicon = fields("outcome/talks/5/1")
    assert lexicon["kind"] == (("publication",), ("declaration",))
    assert fields("figure/trade/p2/1")["value"] == (("50000000000",), ("55000000000",))
    bank = changes["body/silk-road-test-bank"]
    assert bank.thing.documents == ("talks",)
    assert fields("body/silk-road-test-bank") == {
        "country": ((), ("place/CN",)),
        "label_en": (("Si lu ce shi yin hang",), ("Silk Road Test Bank",)),
        "reconciled": (("false",), ("true",)),
    }


def test_it_is_counted_by_document(comparison: Comparison) -> None:
    counted = {
        (count.document, count.of): (count.old, count.new, *(count.by_status[status] for status in STATUSES))
        for count in comparison.counts
    }

    assert counted["talks", "outcome"] == (5, 6, 2, 1, 3, 1)
    assert counted["come", "outcome"] == (0, 1, 1, 0, 0, 0)
    assert counted["gone", "outcome"] == (1, 0, 0, 1, 0, 0)
    assert counted["trade", "figure"] == (2, 2, 0, 0, 1, 0)
    assert comparison.texts == {"come": "gained", "gone": "lost", "talks": "changed", "trade": "changed"}
    assert comparison.statements["gone"][1] == comparison.statements["come"][0] == 0
    assert comparison.differs


def test_the_other_way_round_what_was_gained_is_lost(builds: Builds, comparison: Comparison) -> None:
    turned = {"gained": "lost", "lost": "gained", "changed": "changed", "moved": "moved"}

    with opened(builds.new) as old, opened(builds.old) as new:
        back = compare(old, new)

    assert sorted(told(back.changes), key=str) == sorted(
        ((turned[status], new, old) for status, old, new in EXPECTED), key=str
    )


def test_a_build_is_no_different_from_itself(builds: Builds) -> None:
    with opened(builds.old) as old, opened(nquads(builds.old).parent) as same:
        comparison = compare(old, same)

    assert (comparison.changes, comparison.differs, dict(comparison.texts)) == ((), False, {})
    assert comparison.old.sha256 == comparison.new.sha256


@pytest.mark.parametrize("form", ["silkgraph.nq.gz", "shuffled.nq", "silkgraph.trig", "silkgraph.trig.gz", "union.ttl"])
def test_files_are_compared_whatever_their_form(
    form: str, builds: Builds, comparison: Comparison, tmp_path: Path
) -> None:
    content = nquads(builds.new).read_bytes()
    if form == "shuffled.nq":
        content = b"# A dump of another store.\n" + b"".join(reversed(content.splitlines(keepends=True)))
    elif "trig" in form:
        content = serialize(parse(content, format=RdfFormat.N_QUADS), format=RdfFormat.TRIG) or b""
    elif form == "union.ttl":
        triples = {quad.triple for quad in parse(content, format=RdfFormat.N_QUADS) if hasattr(quad, "triple")}
        content = serialize(triples, format=RdfFormat.TURTLE) or b""
    file = tmp_path / form
    file.write_bytes(gzip.compress(content, mtime=0) if form.endswith(".gz") else content)

    with opened(builds.old) as old, opened(file) as new:
        found = compare(old, new)

    assert told(found.changes) == EXPECTED
    assert list(found.statements) == ([""] if form == "union.ttl" else list(comparison.statements))


def test_a_release_is_compared_and_one_that_is_damaged_is_refused(
    builds: Builds, release: Path, tmp_path: Path
) -> None:
    with opened(builds.old) as old, opened(release) as new:
        assert told(compare(old, new).changes) == EXPECTED

    for name in ("SHA256SUMS", "silkgraph.nq"):
        shutil.copy(release / name, tmp_path)
    graph = tmp_path / "silkgraph.nq"
    graph.write_bytes(b"".join(graph.read_bytes().splitlines(keepends=True)[:-1]))
    damaged = r"silkgraph.nq is not what SHA256SUMS says.*\nThe release is damaged"
    with pytest.raises(SourceError, match=damaged), opened(tmp_path):
        pass


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("missing.nq", None, "there is no such file"),
        ("missing.ttl", None, "there is no such file"),
        ("notes.docx", b"words", "the suffix .docx says no RDF syntax\nName a data folder, a store, a release folder"),
        ("torn.nq", b'<https://example.org/a> <https://example.org/b> "c', "this is not N-Quads"),
        ("torn.nq.gz", gzip.compress(b"<a:a> <a:b> <a:c> .\n" * 9, mtime=0)[:-9], "the file cannot be read"),
        ("plain.nq.gz", b"<a:a> <a:b> <a:c> .\n", "the file cannot be read: Not a gzipped file"),
        ("other.nq", b"<a:a> <a:b> <a:c> .\n", "no graph of Silkgraph: nothing in it was read from a document"),
        ("empty.nq", b"", "the file holds no statement"),
    ],
)
def test_what_cannot_be_compared_is_refused(name: str, content: bytes | None, message: str, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)

    with pytest.raises(SourceError, match=message) as refused, opened(tmp_path / name):
        pass
    assert refused.value.path == tmp_path / name


def test_an_empty_folder_and_a_broken_store_are_refused(builds: Builds, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="this folder holds neither a built graph nor a release"), opened(tmp_path):
        pass

    data = tmp_path / "data"
    shutil.copytree(builds.old, data)
    (nquads(data).parent / "silkgraph.json").unlink()
    with pytest.raises(StoreError, match=r"silkgraph\.json is missing"), opened(data):
        pass
