"""SPARQL 1.1 Protocol, query operation: from an HTTP request to what is asked (section 2.1 of the Recommendation)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from silkgraph.serve.problems import Problem, malformed, read_only

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"
METHODS = "GET, HEAD, OPTIONS, POST"

_MOST_PARAMETERS = 200
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>\"{}|^`\\]*")

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a client asks: the query, the dataset that is to stand for FROM, and the form it names."""

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    format: str | None = None
    timeout: float | None = None
    language: str | None = None

    @property
    def has_dataset(self) -> bool:
        """Whether the request and not the query says which graphs are asked."""
        return bool(self.default_graphs or self.named_graphs)


def pairs(encoded: bytes, where: str) -> Pairs:
    """The names and values of a query string or form, decoded once.

    Raises:
        Problem: it is not UTF-8, or holds too many parameters.
    """
    try:
        return parse_qsl(
            encoded.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_MOST_PARAMETERS,
        )
    except UnicodeDecodeError:
        raise malformed(f"{where} is not percent-encoded UTF-8") from None
    except ValueError:
        raise malformed(f"{where} has more than {_MOST_PARAMETERS} parameters") from None


def read_get(parameters: Pairs) -> Asked | None:
    """What a GET asks; None where it asks for the service itself.

    Raises:
        Problem: it is no query operation.
    """
    if _values(parameters, "update"):
        raise read_only()
    return _asked(parameters, _values(parameters, "query"))


def read_post(content_type: str | None, body: bytes, parameters: Pairs) -> Asked:
    """What a POST asks.

    Args:
        content_type: the header, with its parameters.
        body: the body, whole.
        parameters: of the URL; the dataset may stand there.

    Raises:
        Problem: it is no query operation.
    """
    media_type, charset = _content_type(content_type)
    if media_type == UPDATE or _values(parameters, "update"):
        raise read_only()
    if charset not in ("utf-8", "utf8"):
        raise Problem(415, "unsupported-media-type", f"queries are sent as UTF-8, not {charset}")
    queries = _values(parameters, "query")
    if media_type == FORM:
        parameters = parameters + pairs(body, "the form")
        if _values(parameters, "update"):
            raise read_only()
        queries = _values(parameters, "query")
    elif media_type == DIRECT:
        try:
            queries.append(body.decode("utf-8"))
        except UnicodeDecodeError as error:
            raise malformed(f"the query is not UTF-8 (byte {error.start})") from None
    else:
        sent = f"not {media_type}" if media_type else "and this request says no Content-Type"
        raise Problem(415, "unsupported-media-type", f"POST a query as {FORM} or {DIRECT}, {sent}")
    asked = _asked(parameters, queries)
    if asked is None:
        raise malformed("the parameter query is missing")
    return asked


def _asked(parameters: Pairs, queries: Sequence[str]) -> Asked | None:
    if len(queries) > 1:
        raise malformed(f"one query is asked at a time, not {len(queries)}")
    if not queries:
        return None
    if "\x00" in queries[0]:
        raise malformed("the query holds a NUL character")
    return Asked(
        queries[0],
        _graphs(parameters, "default-graph-uri"),
        _graphs(parameters, "named-graph-uri"),
        _single(parameters, "format") or _single(parameters, "output"),
        _timeout(_single(parameters, "timeout")),
        _single(parameters, "lang"),
    )


def is_iri(text: str) -> bool:
    """Whether a text is an absolute IRI."""
    return _IRI.fullmatch(text) is not None


def _graphs(parameters: Pairs, name: str) -> tuple[str, ...]:
    graphs = tuple(_values(parameters, name))
    for graph in graphs:
        if not is_iri(graph):
            raise malformed(f"{name} must be an absolute IRI, not {graph[:200]!r}")
    return graphs


def _timeout(written: str | None) -> float | None:
    """The seconds that a client is willing to wait; it can ask for less than the server allows, never for more."""
    if written is None:
        return None
    if not re.fullmatch(r"[0-9]{1,6}(?:\.[0-9]{1,3})?", written) or float(written) <= 0:
        raise malformed(f"timeout must be a number of seconds above 0, not {written[:50]!r}")
    return float(written)


def _single(parameters: Pairs, name: str) -> str | None:
    values = _values(parameters, name)
    return values[-1] if values and values[-1] else None


def _values(parameters: Pairs, name: str) -> list[str]:
    return [value for key, value in parameters if key == name]


def _content_type(header: str | None) -> tuple[str, str]:
    """The media type and the charset of a ``Content-Type``; UTF-8 where it says none."""
    media_type, *parameters = (piece.strip() for piece in (header or "").split(";"))
    charset = "utf-8"
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().casefold() == "charset":
            charset = value.strip().strip('"').casefold()
    return media_type.casefold(), charset
