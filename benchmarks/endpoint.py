"""Compares SPARQL endpoints over the same graph, asked the same questions by the same client (wrk), in one run.

    python benchmarks/endpoint.py [--times 100] [--seconds 2] [--rounds 3] [--loads library] [--only silkgraph,oxigraph]

Needs wrk (Debian: wrk); compares with whatever is installed of `oxigraph` and `rdflib-endpoint` (pip install
'.[benchmark]') and Virtuoso (Debian: virtuoso-opensource).

The servers are asked in turn, and stand still when it is not theirs, so that whatever else the machine does meanwhile
troubles all of them alike. Prints tables, the last of which compares (eight minutes on two processors); see README.md
here.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import itertools
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox
from servers import SERVERS, Target, processor_seconds, scaled, tell

from silkgraph.ask.library import all_questions
from silkgraph.locations import data_folder, knowledge
from silkgraph.store.reading import open_store

HERE = Path(__file__).parent
ACCEPT = "application/sparql-results+json, text/turtle;q=0.9"
CLIENTS = (1, 8, 64)
US, NATIVE = "silkgraph", "oxigraph"
MARKS = {"look-ups, cold": 0.5, "look-ups, repeated": 0.5, "library, cold": 1.0, "library, repeated": 3.0}
"""How many times as many answers as Oxigraph's own server the endpoint is to give."""

SLOW = "rdflib-endpoint"
"""A server that needs minutes for the library: it is asked every question once and no more."""

MOST_STARTS = 8
"""How often such a server is started anew."""
HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@dataclass(frozen=True)
class Measured:
    """What wrk says of one load."""

    rate: float
    p50: float
    p99: float
    errors: int
    work: float
    """Milliseconds of processor time that the server took for each answer: the same however crowded the machine is."""


@contextlib.contextmanager
def turn(target: Target) -> Iterator[None]:
    """Let a server run, which stands still otherwise: some go on computing for clients that have left."""
    tell(target, signal.SIGCONT)
    try:
        yield
    finally:
        tell(target, signal.SIGSTOP)


def look_ups(data: Path) -> list[str]:
    """A point look-up of each of a few thousand things."""
    with open_store(data) as store:
        answer = store.graph.query("SELECT DISTINCT ?s { ?s a ?c FILTER(isIRI(?s)) }")
        assert isinstance(answer, ox.QuerySolutions)
        things = sorted(str(row["s"]) for row in answer)
    random.Random(1).shuffle(things)
    return [f"SELECT ?p ?o {{ {thing} ?p ?o }}" for thing in things[:5000]]


def library() -> list[str]:
    """The questions of the library as they are written."""
    return [question.text for question in all_questions(knowledge("queries"))]


def load(target: Target, queries: list[str], clients: int, seconds: int, folder: Path, *, fresh: bool) -> Measured:
    """Ask these queries for some seconds."""
    file = folder / "queries.txt"
    file.write_text("\n".join(quote(query) for query in queries) + "\n")
    command = ["wrk", "-t", "1", "-c", str(clients), "-d", f"{seconds}s", "--timeout", "60s"]
    command += ["-s", str(HERE / "load.lua"), f"http://127.0.0.1:{target.port}"]
    environment = {"QUERIES": str(file), "FRESH": "1" if fresh else "0", "ENDPOINT_PATH": target.path, "ACCEPT": ACCEPT}
    before = processor_seconds(target)
    done = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=True)
    spent = processor_seconds(target) - before
    words = next(line for line in done.stdout.splitlines() if line.startswith("RESULT ")).split()[1:]
    requests, microseconds, errors, p50, p99, _ = (int(float(word)) for word in words)
    return Measured(requests / (microseconds / 1e6), p50 / 1000, p99 / 1000, errors, 1000 * spent / max(requests, 1))


def under_load(target: Target, seconds: int, folder: Path, heavy: int) -> Measured:
    """A trivial query while so many heavy ones run."""
    address = f"http://127.0.0.1:{target.port}{target.path}?query={quote(HEAVY)}"

    def ask(number: int) -> None:
        request = urllib.request.Request(f"{address}%23{number}", headers={"Accept": ACCEPT})
        with contextlib.suppress(OSError):
            urllib.request.urlopen(request, timeout=seconds + 5).read()

    askers = [threading.Thread(target=ask, args=(number,), daemon=True) for number in range(heavy)]
    for asker in askers:
        asker.start()
    time.sleep(1)
    return load(target, ["ASK {}"], 1, seconds, folder, fresh=True)


def time_to_refusal(target: Target, limit: float) -> float:
    """Seconds until a query without end, allowed so many seconds, is answered."""
    address = f"http://127.0.0.1:{target.port}{target.path}?timeout={limit:g}&query={quote(HEAVY)}"
    started = time.monotonic()
    with turn(target), contextlib.suppress(urllib.error.HTTPError):
        urllib.request.urlopen(urllib.request.Request(address, headers={"Accept": ACCEPT}), timeout=60).read()
    return time.monotonic() - started


@dataclass
class Once:
    """What it took to ask the questions of the library once: the seconds of each, and of processor time in all."""

    seconds: dict[str, float] = field(default_factory=dict)
    answered: int = 0
    work: float = 0.0


def once(
    target: Target, queries: list[str], patience: float, taken: Once, *, fresh: bool = True, gives_up: bool = False
) -> None:
    """Ask questions once, one after the other, and take them from the list.

    A question without an answer is left after so many seconds, and they count; ``gives_up`` asks no more after it.
    ``fresh`` asks none as it was asked before.
    """
    while queries:
        query, before = queries.pop(), processor_seconds(target)
        begun = time.monotonic()
        connection = http.client.HTTPConnection("127.0.0.1", target.port, timeout=patience)
        status = 0
        with contextlib.suppress(OSError, http.client.HTTPException):
            asked = quote(f"{query}\n#{time.time_ns()}" if fresh else query)
            connection.request("GET", f"{target.path}?query={asked}", headers={"Accept": ACCEPT})
            reply = connection.getresponse()
            reply.read()
            status = reply.status
        connection.close()
        taken.seconds[query] = time.monotonic() - begun
        taken.answered += status == 200
        taken.work += processor_seconds(target) - before
        if not status and gives_up:
            return


def once_started_anew(name: str, data: Path, folder: Path, patience: float) -> Once:
    """The same of a server that goes on computing what it was asked after its client has left.

    It is ended then and another one started, whose start does not count, so many times and no more.
    """
    queries, taken = library(), Once()
    for attempt in range(MOST_STARTS):
        home = folder / f"{name}-{attempt}"
        home.mkdir()
        with SERVERS[name][1](data, home) as target:
            once(target, queries, patience, taken, gives_up=True)
            if queries:
                tell(target, signal.SIGKILL)
        if not queries:
            break
    return taken


def middle(rounds: list[Measured]) -> Measured:
    """The round in the middle, by its rate."""
    return sorted(rounds, key=lambda measured: measured.rate)[len(rounds) // 2]


def started(names: list[str], data: Path, folder: Path, stack: contextlib.ExitStack) -> list[Target]:
    """The servers that are installed, all of them running."""
    targets = []
    for name in names:
        program, start = SERVERS[name]
        if shutil.which(program) is None:
            print(f"{program} is not installed", file=sys.stderr)
            continue
        targets.append(stack.enter_context(start(data, folder)))
        stack.callback(tell, targets[-1], signal.SIGCONT)  # so that it can stop
    for target in targets:
        tell(target, signal.SIGSTOP)
    return targets


Table = dict[tuple[str, int], dict[str, Measured]]
"""What each server did under each load: by the questions and the number of clients, then by server."""


def all_loads(targets: list[Target], data: Path, folder: Path, rounds: int, seconds: int, begins: str) -> Table:
    """Put every load whose name begins so on every server, in turn, and print what comes of it."""
    loads = [("look-ups, cold", look_ups(data), True), ("look-ups, repeated", look_ups(data)[:500], False)]
    loads += [("library, cold", library(), True), ("library, repeated", library(), False)]
    loads = [one for one in loads if one[0].startswith(begins)]
    table: Table = {}
    print("\n| questions | clients | server | per second | p50 ms | p99 ms | processor ms | errors |")
    print("|---|---|---|---|---|---|---|---|")
    for (what, queries, fresh), clients in itertools.product(loads, CLIENTS):
        asked = [target for target in targets if target.name != SLOW or what.startswith("look-ups")]
        taken: dict[str, list[Measured]] = {target.name: [] for target in asked}
        for number in range(rounds + 1):
            for target in asked:
                with turn(target):
                    measured = load(target, queries, clients, seconds if number else 1, folder, fresh=fresh)
                if number:  # the first is to get warm
                    taken[target.name].append(measured)
        table[what, clients] = {name: middle(measured) for name, measured in taken.items()}
        for name, measured in table[what, clients].items():
            show(what, clients, name, measured)
    return table


def compare(table: Table) -> None:
    """Print the table of docs/endpoint.md."""
    others = sorted({name for row in table.values() for name in row} - {US, NATIVE})
    print(f"\n| questions | clients | {US} | | {NATIVE} | | ratio | mark |" + "".join(f" {name} |" for name in others))
    print("|---|---|---|---|---|---|---|---|" + "---|" * len(others))
    for (what, clients), row in table.items():
        ours, native = row[US], row[NATIVE]
        cells = [what, clients, f"{ours.rate:,.0f}", f"{ours.work:.2f}", f"{native.rate:,.0f}", f"{native.work:.2f}"]
        cells += [f"{ours.rate / max(native.rate, 0.01):.2f}", MARKS[what]]
        cells += [f"{row[name].rate:,.0f}" if name in row else "" for name in others]
        print("| " + " | ".join(map(str, cells)) + " |", flush=True)


def ask_once(targets: list[Target], data: Path, folder: Path, patience: float) -> None:
    """Ask each server every question of the library once, and print what it took; ratios are to this endpoint.

    The last column is what it takes to ask them again, in the words in which they were asked before.
    """
    print(
        "\n| the library, every question once | asked | answered | seconds | processor seconds | times ours | again |"
    )
    print("|---|---|---|---|---|---|---|")
    ours: dict[str, float] = {}
    for target in targets:
        again = Once()
        if target.name == SLOW:
            taken = once_started_anew(SLOW, data, folder, patience)
        else:
            taken = Once()
            with turn(target):
                once(target, library(), patience, Once(), fresh=False)  # to get warm
                once(target, library(), patience, taken)
                once(target, library(), patience, again, fresh=False)
        ours = ours or taken.seconds
        asked, seconds = len(taken.seconds), sum(taken.seconds.values())
        times = seconds / sum(ours[query] for query in taken.seconds)
        least = "at least " if taken.answered < asked else ""
        cells = [target.name, asked, taken.answered, f"{seconds:.2f}", f"{taken.work:.2f}", f"{least}{times:.1f}"]
        cells.append(f"{sum(again.seconds.values()):.2f}" if again.seconds else "")
        print("| " + " | ".join(map(str, cells)) + " |", flush=True)


def main() -> None:
    """Measure, and print tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=1, help="the size of the graph, as a multiple of the built one")
    parser.add_argument("--seconds", type=int, default=2, help="how long each server is asked in a round")
    parser.add_argument("--rounds", type=int, default=3, help="how often; the round in the middle counts")
    parser.add_argument("--patience", type=float, default=10, help="seconds that a question of the library may take")
    parser.add_argument("--once", action="store_true", help="only ask every question of the library once")
    parser.add_argument("--loads", default="", help='only what begins so: look-ups, library, or "look-ups, cold"')
    parser.add_argument("--only", default=",".join(SERVERS), help="servers, with commas")
    options = parser.parse_args()
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}; {options.times} times the graph", flush=True)
    with tempfile.TemporaryDirectory() as temporary, contextlib.ExitStack() as stack:
        folder = Path(temporary)
        data = data_folder() if options.times == 1 else scaled(data_folder(), options.times, folder)
        targets = started(options.only.split(","), data, folder, stack)
        if not options.loads:
            ask_once(targets, data, folder, options.patience)
        if options.once:
            return
        table = all_loads(targets, data, folder, options.rounds, options.seconds, options.loads)
        heavy = os.cpu_count() or 1
        for target in [] if options.loads else targets:
            with turn(target):
                show(f"ASK beside {heavy} heavy", 1, target.name, under_load(target, options.seconds, folder, heavy))
            if target.name == US:
                print(f"{US}, a query without end, limit 5 s: answered after {time_to_refusal(target, 5):.2f} s")
        if {US, NATIVE} <= {target.name for target in targets}:
            compare(table)
        print(f"load after: {os.getloadavg()[0]:.1f}")


def show(what: str, clients: int, name: str, measured: Measured) -> None:
    """One row of the table."""
    print(
        f"| {what} | {clients} | {name} | {measured.rate:,.1f} | {measured.p50:.1f} | {measured.p99:.1f} "
        f"| {measured.work:.2f} | {measured.errors} |",
        flush=True,
    )


if __name__ == "__main__":
    main()
