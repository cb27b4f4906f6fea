"""Look-ups: what is said of one thing, answered on the spot by the serving process.

A client's query is parsed and evaluated in a worker, since nobody knows how long it takes. Of one kind it is known:
``SELECT ?p ?o { <thing> ?p ?o }``, a single pattern whose subject is written out. There are no groups in it that a
parser could sink in, and it has no more rows than the thing has statements: an answer that grows beyond a megabyte is
left to a worker after all. Most of what programs ask that walk through a graph is of this kind, and the way to a worker
and back takes longer than the answer (docs/decisions/0014-look-ups-without-a-worker.md).
"""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

import pyoxigraph as ox

from silkgraph.serve.caching import Kept
from silkgraph.serve.frames import Job
from silkgraph.serve.media import RESULT_SYNTAXES
from silkgraph.serve.sender import SMALLEST_TO_COMPRESS, WHOLE

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

LONGEST = 2000
"""Characters of a query that is looked at."""

_LOOK_UP = re.compile(
    r"""
    \s*+ SELECT (?: \s*+ \* | (?: \s*+ [?$]\w++ ){1,3} ) \s*+ (?: WHERE \s*+ )?
    \{ \s*+ <[^\x00-\x20<>"{}|^`\\]++>
       \s*+ (?: [?$](?P<p>\w++) | <[^\x00-\x20<>"{}|^`\\]++> | a )
       \s*+ [?$](?P<o>\w++) \s*+ \.? \s*+
    \} \s*+ (?: LIMIT \s++ [0-9]{1,9} \s*+ )? (?: \#[^\r\n]*+ \s*+ )?
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
"""No part of it can match in two ways, so looking takes time in proportion to the query."""


class LookUps:
    """Answers look-ups from the store that is served.

    Args:
        store: what is asked.
        base: what relative IRIs are relative to.
    """

    def __init__(self, store: ox.Store, base: str) -> None:
        self._store = store
        self._base = base

    def is_one(self, query: str) -> bool:
        """Whether a query is a look-up."""
        if len(query) > LONGEST:
            return False
        found = _LOOK_UP.fullmatch(query)
        return found is not None and found["p"] != found["o"] and "\x00" not in query

    def answer(self, job: Job) -> Kept | None:
        """The answer to a look-up; None where the job is anything else, and a worker has to do it."""
        form = job.forms[0]
        if form not in RESULT_SYNTAXES or job.has_dataset or job.dump is not None or job.search or job.max_rows:
            return None
        if not self.is_one(job.query):
            return None
        body = _Bounded()
        try:
            found = self._store.query(job.query, base_iri=self._base)
            assert isinstance(found, ox.QuerySolutions), "it is a SELECT"
            found.serialize(body, format=RESULT_SYNTAXES[form])
        except (SyntaxError, ValueError, _TooLong):
            return None
        content = body.getvalue()
        if job.gzip and len(content) >= SMALLEST_TO_COMPRESS:
            compressor = zlib.compressobj(5, zlib.DEFLATED, 31)
            return Kept(form, "select", True, compressor.compress(content) + compressor.flush())
        return Kept(form, "select", False, content)


class _TooLong(Exception):
    """What is said of a thing is more than is answered on the spot."""


class _Bounded(BytesIO):
    """Takes so many bytes and no more; the engine writes some kilobytes at a time."""

    def write(self, data: ReadableBuffer) -> int:
        """Take some bytes.

        Raises:
            _TooLong: they are too many.
        """
        if self.tell() > WHOLE:
            raise _TooLong
        return super().write(data)
