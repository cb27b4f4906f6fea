"""ETags, and answers kept for those who ask the same again.

An answer depends on the dataset, the query, the graphs asked and the form: their hash is known before the query runs.
So a client that has the answer already is told so (304) without evaluating anything, and whole answers are kept in
memory under that hash. Queries that ask for the time or for chance are neither tagged nor kept.
"""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import re
from collections import OrderedDict
from dataclasses import dataclass
from typing import Self

from silkgraph import __version__
from silkgraph.serve.frames import Job

FRESHNESS = "public, max-age=60, must-revalidate"
"""How long an answer may be taken for the present one without asking."""

_CHANGES = re.compile(r"\b(?:now|rand|uuid|struuid|bnode)\b", re.IGNORECASE)
_HINTS = ("now", "rand", "uuid", "bnode")
"""A query with none of them has none of those words: most are told apart in a hundredth of the time."""
_ETAG = re.compile(r"(?:W/)?(\"[^\"]*\")")


def answer_key(dataset: str, job: Job, language: str) -> str | None:
    """What an answer depends on, as a hash; None where it may differ every time.

    Args:
        dataset: the hash of the dataset.
        job: what is asked.
        language: of the page, where a page is what is asked for.
    """
    lowered = job.query.lower()
    if any(hint in lowered for hint in _HINTS) and _CHANGES.search(job.query):
        return None
    parts = (
        dataset,
        job.query,
        *(form or "" for form in job.forms),
        job.search,
        "gzip" if job.gzip else "",
        language,
        "dataset" if job.has_dataset else "",
        *job.default_graphs,
        "\x00",
        *job.named_graphs,
        "\x00",
        *(job.dump or ()),
    )
    return hashlib.sha256("\x01".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:40]


def page_key(dataset: str, *parts: object) -> str:
    """What a page depends on, as a hash: the dataset, the program, and the parts of its address and view."""
    held = "\x01".join((dataset, __version__, *map(str, parts)))
    return hashlib.sha256(held.encode("utf-8", "surrogatepass")).hexdigest()[:40]


def etag(key: str) -> str:
    """A weak tag: rows without ORDER BY may come in another order the next time."""
    return f'W/"{key}"'


def is_fresh(if_none_match: str | None, tag: str) -> bool:
    """Whether the client has the answer already (RFC 9110, 13.1.2: weak comparison).

    ``*`` asks whether there is an answer at all, which only evaluating the query can tell: it is not looked at.
    """
    if not if_none_match:
        return False
    return tag.removeprefix("W/") in _ETAG.findall(if_none_match)


@dataclass(frozen=True, slots=True)
class Kept:
    """A whole answer."""

    form: str
    kind: str
    gzip: bool
    body: bytes

    @classmethod
    def page(cls, form: str, body: bytes, squeezed: bool) -> Self:
        """A page, compressed where the client takes it so."""
        return cls(form, "page", squeezed, gzip.compress(body, 5, mtime=0) if squeezed else body)


class AnswerCache:
    """Whole answers, the least recently used dropped first.

    Args:
        most_bytes: how much room they have together.
    """

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self.bytes = 0
        self.hits = 0
        self.misses = 0
        self._kept: OrderedDict[str, Kept] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def most_copied(self) -> int:
        """The bytes up to which an answer that is sent in parts is copied meanwhile, so as to be kept."""
        return self.most_bytes // 16

    def get(self, key: str | None) -> Kept | None:
        """The answer kept under a key."""
        kept = self._kept.get(key) if key else None
        if kept is None:
            self.misses += 1
            return None
        self.hits += 1
        assert key is not None
        self._kept.move_to_end(key)
        return kept

    def put(self, key: str | None, kept: Kept) -> None:
        """Keep an answer, if there is room for it at all."""
        size = len(kept.body) + 512
        if key is None or key in self._kept or size > self.most_bytes // 4:
            return
        self._kept[key] = kept
        self.bytes += size
        while self.bytes > self.most_bytes:
            _, dropped = self._kept.popitem(last=False)
            self.bytes -= len(dropped.body) + 512

    def clear(self) -> None:
        """Forget everything: another dataset is served."""
        self._kept.clear()
        self.bytes = 0


class Flights:
    """Queries that are being evaluated, so that the same one asked twice at once runs once."""

    def __init__(self) -> None:
        self._landing: dict[str, asyncio.Future[None]] = {}

    async def join(self, key: str | None) -> bool:
        """Wait while somebody else evaluates the same; False where nobody does, and the caller is who does.

        Who gets False must call ``land``.
        """
        if key is None:
            return False
        landing = self._landing.get(key)
        if landing is None:
            self._landing[key] = asyncio.get_running_loop().create_future()
            return False
        await asyncio.shield(landing)
        return True

    def land(self, key: str | None, error: Exception | None = None) -> None:
        """The evaluation is over; those who waited look for the answer, or share the error."""
        landing = self._landing.pop(key, None) if key else None
        if landing is None or landing.done():
            return
        if error is None:
            landing.set_result(None)
        else:
            landing.set_exception(error)
            landing.exception()  # nobody may be waiting for it
