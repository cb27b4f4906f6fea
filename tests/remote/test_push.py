"""``silkgraph push``: what is sent, what is not sent again, and what is told when the server fails."""

from __future__ import annotations

import hashlib
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from graph_stores import FakeStore
from pyoxigraph import RdfFormat, parse
from typer.testing import CliRunner, Result

from silkgraph.cli import app
from silkgraph.export.graph import graph_pieces
from silkgraph.remote import retries
from silkgraph.remote.credentials import PASSWORD_VARIABLE, TOKEN_VARIABLE
from silkgraph.store import OpenStore

GRAPHS = [
    "brf1-2017-outcome-list",
    "brf2-2019-subforums",
    "brf3-2023-chair-statement",
    "brf3-2023-multilateral-list",
    "bri-2023-white-paper",
    "dataset",
    "links",
    "reference",
]
Push = Callable[..., Result]


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses between attempts, which last no time."""
    found: list[float] = []
    monkeypatch.setattr(retries, "sleep", found.append)
    return found


@pytest.fixture
def push(built_folder: Path, elsewhere: FakeStore) -> Push:
    """``silkgraph push`` to the store that fails as it is told to."""

    def run(*options: str, url: str = "") -> Result:
        return CliRunner().invoke(
            app, ["push", url or elsewhere.url, "--data-dir", str(built_folder), *options], catch_exceptions=False
        )

    return run


def test_each_named_graph_is_sent_as_it_is_exported(push: Push, elsewhere: FakeStore, store: OpenStore) -> None:
    result = push()

    assert result.exit_code == 0, result.stderr
    assert elsewhere.sent() == GRAPHS
    for name in GRAPHS:
        assert elsewhere.named[name] == b"".join(graph_pieces(store.nquads, "ntriples", name))


def test_the_union_holds_each_statement_once(push: Push, elsewhere: FakeStore, store: OpenStore) -> None:
    assert push("--union", "default").exit_code == 0
    assert push("--union", "named", "--anew").exit_code == 0

    union = b"".join(graph_pieces(store.nquads, "ntriples"))
    assert elsewhere.named["union"] == union
    assert "" not in elsewhere.graphs, "the union in the default graph was not asked for any more, and is gone"


def test_what_the_server_holds_is_not_sent_again(push: Push, elsewhere: FakeStore) -> None:
    first = push("--union", "default")
    held = dict(elsewhere.graphs)
    elsewhere.requests.clear()

    again = push("--union", "default")

    assert (first.exit_code, again.exit_code) == (0, 0)
    assert elsewhere.requests == []
    assert again.stdout.count("there already") == len(GRAPHS) + 1
    assert push("--union", "default", "--anew").exit_code == 0
    assert elsewhere.sent() == [*GRAPHS, ""]
    assert elsewhere.graphs == held


def test_the_server_itself_knows_what_it_holds(push: Push, elsewhere: FakeStore) -> None:
    push()

    ledger = list(parse(elsewhere.named["pushed"], format=RdfFormat.N_TRIPLES))
    told = {
        quad.subject.value.rpartition("/")[2]: quad.object.value  # type: ignore[union-attr]
        for quad in ledger
        if quad.predicate.value.endswith("checksumValue")
    }
    assert told == {name: hashlib.sha256(elsewhere.named[name]).hexdigest() for name in GRAPHS}


def test_one_graph_may_be_chosen_and_the_others_stay(push: Push, elsewhere: FakeStore) -> None:
    push()
    elsewhere.requests.clear()

    result = push("--graph", "links", "--graph", "dataset", "--anew")

    assert result.exit_code == 0
    assert elsewhere.sent() == ["links", "dataset"]
    assert set(elsewhere.named) == {*GRAPHS, "pushed"}
    unknown = push("--graph", "link")
    assert (unknown.exit_code, elsewhere.sent()) == (6, ["links", "dataset"])
    assert "there is no graph 'link'\nDid you mean links" in unknown.stderr


def test_a_graph_that_is_no_more_is_removed_and_what_others_put_there_stays(push: Push, elsewhere: FakeStore) -> None:
    push()
    gone = "https://w3id.org/silkgraph/graph/an-older-document"
    elsewhere.graphs |= {gone: b"", "http://example.org/theirs": b""}
    ledger = "https://w3id.org/silkgraph/graph/pushed"
    elsewhere.graphs[ledger] += f'<{gone}> <http://spdx.org/rdf/terms#checksumValue> "00" .\n'.encode()

    result = push()

    assert result.exit_code == 0
    assert "an-older-document" in result.stdout and "removed" in result.stdout
    assert gone not in elsewhere.graphs
    assert "http://example.org/theirs" in elsewhere.graphs


def test_a_dry_run_changes_nothing(push: Push, elsewhere: FakeStore) -> None:
    result = push("--dry-run")

    assert result.exit_code == 0
    assert result.stdout.count("to be sent") == len(GRAPHS)
    assert elsewhere.graphs == {}


def test_graphs_may_have_addresses_of_their_own(push: Push, elsewhere: FakeStore) -> None:
    assert push("--direct").exit_code == 0

    assert set(elsewhere.graphs) == {f"{elsewhere.url}/{name}" for name in (*GRAPHS, "pushed")}


@pytest.mark.parametrize(
    ("faults", "waited", "told"),
    [
        ([500], [1.0], "answered 500 Internal Server Error: disk trouble; trying again in 1 s (1 of 4)"),
        (["cut", "half", 502], [1.0, 2.0, 4.0], "closed the connection in the midst of it; trying again in 2 s"),
        (["busy"], [3.0], "answered 503 Service Unavailable: come again; trying again in 3 s"),
        (["hang"], [1.0], "no answer within 5 seconds; trying again in 1 s"),
    ],
    ids=str,
)
def test_what_may_pass_is_tried_again(
    push: Push, elsewhere: FakeStore, pauses: list[float], faults: list[str | int], waited: list[float], told: str
) -> None:
    elsewhere.faults[:] = ["", *faults]  # type: ignore[list-item]

    result = push("--timeout", "5" if "hang" in faults else "60")

    assert result.exit_code == 0, result.stderr
    assert told in result.stderr
    assert f"{GRAPHS[1]}: " in result.stderr
    assert pauses == waited
    assert set(elsewhere.named) == {*GRAPHS, "pushed"}


@pytest.mark.parametrize("fault", [500, "cut", "half", "hang", "busy"])
def test_what_does_not_pass_is_told_and_the_same_command_goes_on_to_the_same_bytes(
    push: Push, elsewhere: FakeStore, pauses: list[float], store: OpenStore, fault: str | int
) -> None:
    retries = 0 if fault == "hang" else 2
    elsewhere.faults[:] = ["", "", *[fault] * (1 + retries)]  # type: ignore[list-item]

    failed = push("--retries", str(retries), "--timeout", "5" if fault == "hang" else "60")

    assert failed.exit_code == 7
    assert f"{GRAPHS[2]} was not sent: " in failed.stderr
    assert f"sent: 2 ({GRAPHS[0]}, {GRAPHS[1]})\nthere already: 0\nnot sent: 6 ({GRAPHS[2]}, " in failed.stderr
    assert "The same command goes on from here." in failed.stderr
    assert len(pauses) == retries
    assert set(elsewhere.named) == {*GRAPHS[:2], "pushed"}

    elsewhere.requests.clear()
    resumed = push()

    assert resumed.exit_code == 0
    assert elsewhere.sent() == GRAPHS[2:], "what was sent is not sent again"
    for name in GRAPHS:
        assert elsewhere.named[name] == b"".join(graph_pieces(store.nquads, "ntriples", name))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL], ids=["stopped", "killed"])
def test_a_push_that_is_stopped_or_killed_goes_on_to_the_same_bytes(
    push: Push, elsewhere: FakeStore, built_folder: Path, store: OpenStore, number: signal.Signals
) -> None:
    elsewhere.faults[:] = ["", "", "hang"]
    command = [sys.executable, "-m", "silkgraph", "push", elsewhere.url, "--data-dir", str(built_folder)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as process:
        while len(elsewhere.sent()) < 3:
            assert process.poll() is None
            time.sleep(0.05)
        process.send_signal(number)
        _, told = process.communicate()
    elsewhere.hanging.set()

    if number is signal.SIGINT:
        assert process.returncode == 130
        assert f"sent: 2 ({GRAPHS[0]}, {GRAPHS[1]})\n" in told
    assert push().exit_code == 0
    for name in GRAPHS:
        assert elsewhere.named[name] == b"".join(graph_pieces(store.nquads, "ntriples", name))


def test_a_graph_that_was_being_replaced_counts_as_unknown(
    push: Push, elsewhere: FakeStore, pauses: list[float]
) -> None:
    push()
    elsewhere.faults[:] = [500]
    elsewhere.requests.clear()

    assert push("--anew", "--retries", "0").exit_code == 7
    resumed = push()

    assert resumed.exit_code == 0
    assert elsewhere.sent() == [GRAPHS[0], *GRAPHS], "none of those that were to be replaced is taken to be there"


@pytest.mark.parametrize(
    ("status", "advice"),
    [
        (403, "The server does not allow this: is it served read-only"),
        (405, "This address takes no graphs: graph stores are often at"),
        (413, "The server takes no graph as large as this: raise its limit"),
        (507, "The server has no room."),
    ],
)
def test_what_only_would_be_repeated_is_not(
    push: Push, elsewhere: FakeStore, pauses: list[float], status: int, advice: str
) -> None:
    elsewhere.faults[:] = [status]

    result = push()

    assert result.exit_code == 7
    assert f"{GRAPHS[0]} was not sent: the graph store answered {status} " in result.stderr
    assert advice in result.stderr
    assert pauses == []


def test_a_server_that_leads_elsewhere_is_not_followed(push: Push, elsewhere: FakeStore) -> None:
    elsewhere.leads_to = "https://other.example/store"

    result = push()

    assert result.exit_code == 7
    assert (
        "the server answered 308 and leads to https://other.example/store\nGive that address instead" in result.stderr
    )


def test_a_name_and_password_are_shown_when_they_are_asked_for(
    push: Push, elsewhere: FakeStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere.wants = "Basic 5p2OOuS4gOW4puS4gOi3rw=="
    file = tmp_path / "password"
    file.write_text("一带一路\n", encoding="utf-8")

    assert "--user with --password-from" in push().stderr
    assert push("--user", "李", "--password-from", str(file)).exit_code == 0, elsewhere.requests
    monkeypatch.setenv(PASSWORD_VARIABLE, "一带一路")
    assert push("--user", "李", "--anew").exit_code == 0
    monkeypatch.setenv(PASSWORD_VARIABLE, "一带")
    wrong = push("--user", "李")
    assert wrong.exit_code == 7
    assert "answered 401" in wrong.stderr


def test_a_token_is_shown(push: Push, elsewhere: FakeStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere.wants = "Bearer abc.def"
    file = tmp_path / "token"
    file.write_text("abc.def", encoding="utf-8")

    assert push("--token-from", str(file)).exit_code == 0
    monkeypatch.setenv(TOKEN_VARIABLE, "abc.def")
    assert push().exit_code == 0


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--user", "li"), "there is no password for li"),
        (("--password-from", "/nowhere"), "--password-from goes with --user"),
        (("--user", "li", "--password-from", "/nowhere"), "/nowhere: cannot be read: No such file or directory"),
        (("--user", "li", "--token-from", "/nowhere"), "give either --user or --token-from, not both"),
    ],
)
def test_credentials_that_are_none(push: Push, options: tuple[str, ...], told: str) -> None:
    result = push(*options)

    assert result.exit_code == 1
    assert told in result.stderr


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/store", "127.0.0.1/store", "http://", "http://li:secret@127.0.0.1/"])
def test_addresses_that_are_none(push: Push, url: str) -> None:
    result = push(url=url)

    assert result.exit_code == 1
    assert "secret" not in result.stderr


def test_what_is_no_graph_store_is_told(push: Push, elsewhere: FakeStore) -> None:
    elsewhere.graphs["https://w3id.org/silkgraph/graph/pushed"] = b"<p>Welcome</p>"

    result = push()

    assert result.exit_code == 7
    assert "the server answered with broken N-Triples" in result.stderr
    assert "Is this a SPARQL 1.1 graph store?" in result.stderr
