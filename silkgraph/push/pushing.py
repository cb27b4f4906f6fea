"""What has to be sent to a graph store, and sending it.

A graph is replaced as a whole by one PUT, so that at any moment the server holds the one it had or the new one. Graphs
that the server holds already are left alone; those that an earlier push put there and the built graph no longer has
are removed. What went wrong is told with what was sent, what was not, and how to go on.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Literal

from silkgraph.errors import RemoteError
from silkgraph.namespaces import PUSHED_GRAPH
from silkgraph.push.addresses import GraphStore, short
from silkgraph.push.ledger import ADVICE, NTRIPLES, Entries, Entry, entry_of, ledger_upload, read_ledger
from silkgraph.push.parts import Part
from silkgraph.remote.http import Reply, Upload, Web, refusal
from silkgraph.remote.retries import with_retries

SECONDS_BETWEEN_ENTRIES = 15.0
"""How long sending goes on before the ledger is written: what may have to be sent twice when all breaks off."""

MOST_NAMED = 8
"""Names in a message."""

Action = Literal["send", "keep", "remove"]
_DONE: dict[Action, str] = {"send": "sent", "keep": "kept", "remove": "removed"}


@dataclass(frozen=True, slots=True)
class Step:
    """What is done about one graph; there is nothing to send of one that is removed."""

    action: Action
    graph: str
    part: Part | None


class PushError(RemoteError):
    """Sending broke off; the message says what was sent and what was not."""


def plan(parts: Sequence[Part], held: Entries, *, anew: bool, removes: bool) -> list[Step]:
    """What is to be done so that a server holds these graphs.

    Args:
        parts: the graphs that it is to hold.
        held: what it is known to hold.
        anew: send also what it is known to hold.
        removes: whether these are all graphs, so that others are to go.
    """
    steps = [
        Step("keep" if held.get(part.graph) == entry_of(part) and not anew else "send", part.graph, part)
        for part in parts
    ]
    wanted = {part.graph for part in parts}
    return steps + [Step("remove", graph, None) for graph in sorted(held) if removes and graph not in wanted]


@dataclass(slots=True)
class Pusher:
    """Sends graphs to one store.

    Args:
        web: the way there.
        store: where the graphs are to be.
        retries: how often one request is tried again.
        tell: told of what is tried again.
        sent_bytes: told how many bytes of the present graph have gone out.
    """

    web: Web
    store: GraphStore
    retries: int
    tell: Callable[[str], None]
    sent_bytes: Callable[[Part, int], None] = lambda part, sent: None
    _held: dict[str, Entry] = field(default_factory=dict)
    _written: float = 0.0

    def held(self) -> Entries:
        """What the server is known to hold.

        Raises:
            RemoteError: it does not answer as a graph store.
        """
        return with_retries(lambda: read_ledger(self.web, self.store), self.retries, self.tell)

    def run(self, steps: Sequence[Step], held: Entries, done: Callable[[Step], None]) -> None:
        """Do what is to be done.

        Raises:
            PushError: it breaks off.
        """
        changing = {step.graph for step in steps if step.action != "keep"}
        if not changing:
            return
        self._held = {graph: entry for graph, entry in held.items() if graph not in changing}
        finished: list[Step] = []
        try:
            self._write_ledger()
            for step in steps:
                if step.action == "send" and step.part is not None:
                    self._put(step.graph, self._upload(step.part))
                    self._held[step.graph] = entry_of(step.part)
                elif step.action == "remove":
                    self._delete(step.graph)
                finished.append(step)
                done(step)
                if time.monotonic() - self._written > SECONDS_BETWEEN_ENTRIES:
                    self._write_ledger()
            self._write_ledger()
        except RemoteError as error:
            self._note(finished)
            raise self._broken_off(error, steps, finished) from error
        except KeyboardInterrupt:
            self._note(finished)
            self.tell(_account(steps, finished))
            raise

    def _upload(self, part: Part) -> Upload:
        def pieces() -> Iterable[bytes]:
            sent = 0
            for piece in part.pieces():
                yield piece
                sent += len(piece)
                self.sent_bytes(part, sent)

        return Upload(part.length, pieces, NTRIPLES)

    def _put(self, graph: str, upload: Upload) -> None:
        self._request("PUT", graph, upload)

    def _delete(self, graph: str) -> None:
        self._request("DELETE", graph, None)

    def _request(self, method: str, graph: str, upload: Upload | None) -> Reply:
        def attempt() -> Reply:
            reply = self.web.request(method, self.store.address(graph), upload=upload)
            is_gone = method == "DELETE" and reply.status == HTTPStatus.NOT_FOUND
            if reply.status >= HTTPStatus.BAD_REQUEST and not is_gone:
                raise refusal(reply, "the graph store", ADVICE)
            return reply

        told = self.tell
        return with_retries(attempt, self.retries, lambda problem: told(f"{short(graph)}: {problem}"))

    def _write_ledger(self) -> None:
        self._put(PUSHED_GRAPH, ledger_upload(self._held))
        self._written = time.monotonic()

    def _note(self, done: Sequence[Step]) -> None:
        """Note at the server what was sent before it broke off, if that can be."""
        if not any(step.action == "send" for step in done):
            return
        try:
            self.web.request("PUT", self.store.address(PUSHED_GRAPH), upload=ledger_upload(self._held))
        except RemoteError:
            self.tell("what was sent could not be noted at the server: the next push sends some of it once more")

    def _broken_off(self, error: RemoteError, steps: Sequence[Step], done: Sequence[Step]) -> PushError:
        failed = next((step for step in steps if step not in done), None)
        what = f"{short(failed.graph)} was not {_DONE[failed.action]}" if failed else "what was sent was not noted"
        advice = (f"{error.advice}\n" if error.advice else "") + _account(steps, done)
        return PushError(f"{what}: {error.problem}", url=self.store.url, status=error.status, advice=advice)


def _account(steps: Sequence[Step], done: Sequence[Step]) -> str:
    """What was sent and what was not, and how to go on."""
    return "\n".join(
        (
            _named("sent", [step for step in done if step.action == "send"]),
            _named("there already", [step for step in steps if step.action == "keep"]),
            _named("not sent", [step for step in steps if step not in done and step.action == "send"]),
            "The same command goes on from here.",
        )
    )


def _named(what: str, steps: Sequence[Step]) -> str:
    names = [short(step.graph) for step in steps]
    more = f" and {len(names) - MOST_NAMED:,} more" if len(names) > MOST_NAMED else ""
    return f"{what}: {len(names):,}" + (f" ({', '.join(names[:MOST_NAMED])}{more})" if names else "")
