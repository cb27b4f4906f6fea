"""Look-ups: what is said of one thing, answered on the spot by the serving process.

A client's query is parsed and evaluated in a worker, since nobody knows how long it takes. Of one kind it is known:
``SELECT ?p ?o { <thing> ?p ?o }``, a single pattern whose subject is written out. There are no groups in it that a
parser could sink in, and it has no more rows than the thing has statements. Most of what programs ask that walk
through a graph is of this kind, and the way to a worker and back takes longer than the answer
(docs/decisions/0014-look-ups-without-a-worker.md).
"""

from __future__ import annotations

import re
import zlib

import pyoxigraph as ox

from silkgraph.serve.caching import Kept
from silkgraph.serve.frames import Job
from silkgraph.serve.media import RESULT_SYNTAXES
from silkgraph.serve.sender import SMALLEST_TO_COMPRESS

LONGEST = 2000
"""Characters of a query that is looked at."""

_LOOK_UP = re.compile(
    r"""
    \s*+ SELECT (?: \s*+ \* | (?: \s*+ [?$]\w++ ){1,3} ) \s*+ (?: WHERE \s*+ )?
    \{ \s*+ <[^\x00-\x20<>"{}|^`\\]++>
       \s*+ (?: [?$]\w++ | <[^\x00-\x20<>"{}|^`\\]++> | a )
       \s*+ [?$]\w++ \s*+ \.? \s*+
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

    def answer(self, job: Job) -> Kept | None:
        """The answer to a look-up; None where the job is anything else, and a worker has to do it."""
        form = job.forms[0]
        if form not in RESULT_SYNTAXES or job.has_dataset or job.dump is not None or job.search or job.max_rows:
            return None
        if len(job.query) > LONGEST or not _LOOK_UP.fullmatch(job.query):
            return None
        try:
            found = self._store.query(job.query, base_iri=self._base)
        except (SyntaxError, ValueError):
            return None
        assert isinstance(found, ox.QuerySolutions), "it is a SELECT"
        body = found.serialize(format=RESULT_SYNTAXES[form]) or b""
        if job.gzip and len(body) >= SMALLEST_TO_COMPRESS:
            compressor = zlib.compressobj(5, zlib.DEFLATED, 31)
            return Kept(form, "select", True, compressor.compress(body) + compressor.flush())
        return Kept(form, "select", False, body)
