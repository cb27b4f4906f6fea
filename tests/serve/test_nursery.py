"""Workers are split off a process that holds the graph in memory."""

from __future__ import annotations

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Store
from running import Running, allowed, running

from silkgraph.store import OpenStore, new_store
from silkgraph.store.in_memory import in_memory

CHANCE = "SELECT (UUID() AS ?uuid) (RAND() AS ?number) { BIND(1 AS ?x) }"


def test_the_nursery_has_one_thread_so_that_its_copies_lack_none(server: Running) -> None:
    [nursery] = server.nursery_pids()

    assert len(os.listdir(f"/proc/{nursery}/task")) == 1


def test_no_two_workers_have_the_same_luck(built_folder: Path, tmp_path: Path) -> None:
    """All workers are copies of one process, but each begins a sequence of random numbers of its own."""
    with running(built_folder, tmp_path, "--workers", "1") as server:
        told = []
        for _ in range(6):
            told.append(server.rows(CHANCE)[0])
            for pid in server.worker_pids():
                os.kill(pid, signal.SIGKILL)
            _wait_for_workers(server, 3)

    assert len({row["uuid"] for row in told}) == 6
    assert len({row["number"] for row in told}) == 6


def test_a_nursery_that_is_killed_is_replaced_with_its_workers(built_folder: Path, tmp_path: Path) -> None:
    with running(built_folder, tmp_path, "--workers", "1") as server:
        [nursery], workers = server.nursery_pids(), server.worker_pids()
        os.kill(nursery, signal.SIGKILL)
        for number in range(10):
            assert server.ask(f"ASK {{ ?s ?p ?o }} # {number}")  # the workers that there are still answer
        for pid in workers:
            os.kill(pid, signal.SIGKILL)
        deadline = time.monotonic() + allowed(30)
        while len(set(server.worker_pids()) - set(workers)) < 3:
            assert time.monotonic() < deadline
            time.sleep(0.02)
        _wait_for_workers(server, 3)
        assert server.ask("ASK { ?s ?p ?o } # by a new one")
        assert server.nursery_pids() != [nursery]


def test_a_new_graph_has_a_nursery_of_its_own(tmp_path: Path) -> None:
    with new_store(tmp_path) as writer:
        writer.write([_quad("old")], (), {})
    with running(tmp_path, tmp_path, "--workers", "1") as server, ThreadPoolExecutor(4) as clients:
        [first] = server.nursery_pids()
        with new_store(tmp_path) as writer:
            writer.write([_quad("new")], (), {})
        deadline = time.monotonic() + allowed(30)
        while not server.ask("ASK { ?s ?p <urn:new> }"):
            replies = clients.map(lambda n: server.query(f"SELECT * {{ ?s ?p ?o }} # {n}").status, range(8))
            assert set(replies) == {200}
            assert time.monotonic() < deadline
        while server.nursery_pids() == [first] or len(server.nursery_pids()) > 1:
            assert time.monotonic() < deadline
            time.sleep(0.05)


def test_memory_holds_what_the_database_holds(store: OpenStore) -> None:
    """Triples, graphs, and the union as default graph."""
    assert set(in_memory(store.nquads)) == set(store.graph)


def test_a_statement_of_two_graphs_is_once_in_the_union(tmp_path: Path) -> None:
    with new_store(tmp_path) as writer:
        writer.write([_quad("x", "urn:graph:a"), _quad("x", "urn:graph:b")], (), {})
    graph = in_memory(next(tmp_path.glob("store-*/*.nq")))

    assert len(list(graph.quads_for_pattern(None, None, NamedNode("urn:x"), None))) == 3


def test_a_graph_too_large_for_memory_is_answered_from_disk(
    built_folder: Path, tmp_path: Path, server: Running
) -> None:
    queries = [
        "SELECT ?p ?o { <https://w3id.org/silkgraph/id/body/ndrc> ?p ?o }",
        "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
        "SELECT (COUNT(*) AS ?n) { ?s a silk:Outcome }",
    ]
    with running(built_folder, tmp_path, "--workers", "1", "--most-in-memory", "1000") as on_disk:
        for query in queries:
            assert _sorted(on_disk.rows(query)) == _sorted(server.rows(query))


def test_a_database_of_many_files_is_read_whole(tmp_path: Path) -> None:
    """RocksDB opens the first sixteen files with the database and the others when it comes to them."""
    with new_store(tmp_path) as writer:
        writer.write([_quad("first")], (), {})
    database = next(tmp_path.glob("store-*/database"))
    store = Store(str(database))
    for number in range(30):
        store.bulk_load(f"<urn:s> <urn:p> <urn:o{number}> .".encode(), RdfFormat.N_TRIPLES)
    del store
    assert sum(path.suffix == ".sst" for path in database.iterdir()) > 16

    with running(tmp_path, tmp_path, "--workers", "1", "--most-in-memory", "0") as server:
        assert server.rows("SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(isIRI(?o)) }") == [{"n": "31"}]


def _sorted(rows: list[dict[str, str]]) -> list[str]:
    return sorted(repr(sorted(row.items())) for row in rows)


def _quad(name: str, graph: str = "urn:graph:g") -> Quad:
    return Quad(NamedNode("urn:s"), NamedNode("urn:p"), NamedNode(f"urn:{name}"), NamedNode(graph))


def _wait_for_workers(server: Running, number: int) -> None:
    deadline = time.monotonic() + allowed(30)
    while server.health()["workers"]["idle"] < number:
        assert time.monotonic() < deadline
        time.sleep(0.02)
