"""Look-ups: what is said of one thing, answered on the spot by the serving process.

A client's query is parsed and evaluated in a worker, since nobody knows how long it takes. Of one kind it is known:
``SELECT ?p ?o { <thing> ?p ?o }``, a single pattern whose subject is written out. There are no groups in it that a
parser could sink in, and it has no more rows than the thing has statements: an answer that grows beyond a megabyte is
left to a worker after all. Asked for as JSON, it comes before no parser at all. Most of what programs ask that walk
through a graph is of this kind, and the way to a worker and back takes longer than the answer
(docs/decisions/0014-look-ups-without-a-worker.md).
"""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph as ox

from silkgraph.serve.caching import Kept
from silkgraph.serve.frames import Job
from silkgraph.serve.json_rows import JsonTerms, NotHereError, Pairs, results
from silkgraph.serve.media import JSON, RESULT_SYNTAXES
from silkgraph.serve.sender import SMALLEST_TO_COMPRESS, WHOLE

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

LONGEST = 2000
"""Characters of a query that is looked at."""

MOST_REMEMBERED = 24_000_000
"""Characters of what was said of things that are remembered, with something for each statement and thing."""

_LOOK_UP = re.compile(
    r"""
    \s*+ SELECT ( \s*+ \* | (?: \s*+ [?$]\w++ ){1,3} ) \s*+ (?: WHERE \s*+ )?
    \{ \s*+ <( [^\x00-\x20<>"{}|^`\\]++ )>
       \s*+ (?: [?$]( \w++ ) | <( [^\x00-\x20<>"{}|^`\\]++ )> | (?-i: a ) )
       \s*+ [?$]( \w++ ) \s*+ \.? \s*+
    \} \s*+ (?: LIMIT \s++ ( [0-9]{1,9} ) \s*+ )? (?: \#[^\r\n]*+ \s*+ )?
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
"""No part of it can match in two ways, so looking takes time in proportion to the query."""

_VARIABLE = re.compile(r"\w+", re.ASCII)
_NO_SPACE = re.compile(r"[\x00\x0b\x0c]")
"""What is a space to regular expressions and not to SPARQL, and what no query holds."""

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


class LookUp(NamedTuple):
    """A query that is a look-up.

    Args:
        variables: what is selected, as it is written: ``" ?p ?o"``, ``"*"``.
        thing: the IRI that stands for the subject.
        p: the variable in the place of the property, if there is one.
        prop: the IRI of the property, if one is written out; without it and ``p`` it is ``rdf:type``.
        o: the variable in the place of the value.
        limit: how many rows are wanted at most, if that is said.
    """

    variables: str
    thing: str
    p: str | None
    prop: str | None
    o: str
    limit: str | None


def look_up(query: str) -> LookUp | None:
    """A query as a look-up; None where it is anything else.

    >>> look_up("SELECT ?o WHERE { <urn:x> <urn:y> ?o } LIMIT 5")
    LookUp(variables=' ?o', thing='urn:x', p=None, prop='urn:y', o='o', limit='5')
    """
    found = _LOOK_UP.fullmatch(query) if len(query) <= LONGEST else None
    if found is None or found[3] == found[5] or _NO_SPACE.search(query):
        return None
    return LookUp(*found.groups())


class LookUps:
    """Answers look-ups from the store that is served.

    Args:
        store: what is asked.
        base: what relative IRIs are relative to.
    """

    def __init__(self, store: ox.Store, base: str) -> None:
        self._store = store
        self._base = base
        self._terms = JsonTerms(WHOLE)
        self._said: dict[tuple[str, str], Pairs] = {}
        self.remembered = 0

    def answer(self, job: Job, asked: LookUp | None = None) -> Kept | None:
        """The answer to a look-up; None where the job is anything else, and a worker has to do it.

        Args:
            job: what a client wants.
            asked: its query as a look-up, where that is known already.
        """
        form = job.forms[0]
        if form not in RESULT_SYNTAXES or job.has_dataset or job.dump is not None or job.search or job.max_rows:
            return None
        asked = asked or look_up(job.query)
        if asked is None:
            return None
        try:
            content = self._written(asked) if form == JSON.name else None
            content = self._evaluated(job.query, form) if content is None else content
        except (SyntaxError, ValueError, _TooLongError):
            return None
        if job.gzip and len(content) >= SMALLEST_TO_COMPRESS:
            compressor = zlib.compressobj(5, zlib.DEFLATED, 31)
            return Kept(form, "select", True, compressor.compress(content) + compressor.flush())
        return Kept(form, "select", False, content)

    def _written(self, asked: LookUp) -> bytes | None:
        """The answer as JSON, without the engine's parser; None where it takes more than writing down statements."""
        variables = _VARIABLE.findall(asked.variables) or sorted({asked.p or asked.o, asked.o})
        if len(set(variables)) < len(variables):
            return None
        about = (asked.thing, "" if asked.p else asked.prop or _TYPE)
        pairs = self._said.get(about)
        if pairs is None:
            try:
                pairs = self._say(*about)
            except (NotHereError, ValueError):  # the latter of an IRI that is relative, or none
                return None
        return results(variables, asked.p, asked.o, pairs[: int(asked.limit)] if asked.limit else pairs)

    def _say(self, thing: str, prop: str) -> Pairs:
        """What is said of a thing with a property, or any; it is remembered, so as to be said in other words."""
        found = self._store.quads_for_pattern(
            ox.NamedNode(thing), ox.NamedNode(prop) if prop else None, None, ox.DefaultGraph()
        )
        pairs = self._terms.pairs(found)
        size = sum(len(written) for _, written in pairs) + 100 * len(pairs) + 500
        if self.remembered + size > MOST_REMEMBERED:
            self._said.clear()
            self.remembered = 0
        self.remembered += size
        self._said[thing, prop] = pairs
        return pairs

    def _evaluated(self, query: str, form: str) -> bytes:
        """The answer as the engine gives it."""
        body = _Bounded()
        found = self._store.query(query, base_iri=self._base)
        assert isinstance(found, ox.QuerySolutions), "it is a SELECT"
        found.serialize(body, format=RESULT_SYNTAXES[form])
        return body.getvalue()


class _TooLongError(Exception):
    """What is said of a thing is more than is answered on the spot."""


class _Bounded(BytesIO):
    """Takes so many bytes and no more; the engine writes some kilobytes at a time."""

    def write(self, data: ReadableBuffer) -> int:
        """Take some bytes.

        Raises:
            _TooLongError: they are too many.
        """
        if self.tell() > WHOLE:
            raise _TooLongError
        return super().write(data)
