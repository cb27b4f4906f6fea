"""What a server is known to hold: a small graph at the server itself, with the checksum of each graph put there.

    <…/graph/links> void:triples 1503 ; spdx:checksumValue "9f86…"^^xsd:hexBinary .

An entry is taken out before its graph is replaced and written again when that is done, so that what it says is true
whenever the sending breaks off. A server whose data is removed loses the ledger with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from silkgraph.errors import RemoteError
from silkgraph.namespaces import GRAPHS, PUSHED_GRAPH, VOID, XSD
from silkgraph.push.addresses import GraphStore
from silkgraph.push.parts import Part
from silkgraph.remote.http import Upload, Web, refusal

DEFAULT = f"{GRAPHS}default"
"""How the ledger calls the default graph, which has no name."""

NTRIPLES = "application/n-triples"
ADVICE = {
    401: "The server wants to know who you are: --user with --password-from, or --token-from.",
    403: "The server does not allow this: is it served read-only, or is another user needed?",
    404: "Nothing is at this address: graph stores are often at …/store, …/data or …/sparql-graph-crud-auth.",
    405: "This address takes no graphs: graph stores are often at …/store, …/data or …/sparql-graph-crud-auth.",
    413: "The server takes no graph as large as this: raise its limit, or let it load what `silkgraph export` writes.",
    415: "The server does not take N-Triples.",
    500: "The server's log may tell more.",
    507: "The server has no room.",
}
_CHECKSUM = "http://spdx.org/rdf/terms#checksumValue"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one graph at the server."""

    sha256: str
    statements: int


Entries = Mapping[str, Entry]
"""By graph; the default graph is the empty name."""


def read_ledger(web: Web, store: GraphStore) -> Entries:
    """What the server is known to hold; nothing where nothing was put there yet.

    Raises:
        RemoteError: it does not answer, or not with what was written there.
    """
    url = store.address(PUSHED_GRAPH)
    reply = web.request("GET", url, {"Accept": f"{NTRIPLES}, text/turtle;q=0.9, application/rdf+xml;q=0.5"})
    if reply.status in (HTTPStatus.NOT_FOUND, HTTPStatus.NO_CONTENT, HTTPStatus.GONE):
        return {}
    if reply.status >= HTTPStatus.BAD_REQUEST:
        raise refusal(reply, "the graph store", ADVICE)
    syntax = RdfFormat.from_media_type(reply.media_type)
    if syntax is None:
        raise _no_store(
            url, f"the server answered with {reply.media_type or 'no media type'} where a graph was asked for"
        )
    try:
        return _entries(list(parse(reply.body, format=syntax, base_iri=url)))
    except (SyntaxError, ValueError) as error:
        raise _no_store(url, f"the server answered with broken {syntax.name}: {error}") from error


def ledger_upload(entries: Entries) -> Upload:
    """The ledger as it is sent."""
    triples = []
    for graph, entry in sorted(entries.items()):
        subject = NamedNode(graph or DEFAULT)
        triples.append(Triple(subject, NamedNode(f"{VOID}triples"), Literal(entry.statements)))
        checksum = Literal(entry.sha256, datatype=NamedNode(f"{XSD}hexBinary"))
        triples.append(Triple(subject, NamedNode(_CHECKSUM), checksum))
    content = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    return Upload(len(content), lambda: [content], NTRIPLES)


def entry_of(part: Part) -> Entry:
    """What the ledger says of a graph that was sent."""
    return Entry(part.sha256, part.statements)


def _entries(quads: list[Quad]) -> dict[str, Entry]:
    def values(predicate: str, read: Callable[[str], str]) -> dict[str, str]:
        return {
            quad.subject.value: read(quad.object.value)
            for quad in quads
            if quad.predicate.value == predicate
            and isinstance(quad.subject, NamedNode)
            and isinstance(quad.object, Literal)
        }

    checksums, statements = values(_CHECKSUM, str.casefold), values(f"{VOID}triples", str)
    return {
        "" if graph == DEFAULT else graph: Entry(sha256, int(statements.get(graph, "0")))
        for graph, sha256 in checksums.items()
    }


def _no_store(url: str, problem: str) -> RemoteError:
    return RemoteError(problem, url=url, advice="Is this a SPARQL 1.1 graph store?")
