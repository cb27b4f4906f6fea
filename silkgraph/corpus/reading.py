"""Reading texts in this process or in several, whichever is sooner done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from silkgraph.apart import cores
from silkgraph.corpus.remembered import Remembered
from silkgraph.corpus.texts import Text
from silkgraph.corpus.workers import in_processes
from silkgraph.errors import SilkgraphError
from silkgraph.model import Reading

Answer = Reading | SilkgraphError

WORTH_A_PROCESS = 150_000
"""Bytes of text that take about as long to read as a process takes to start and load its dictionaries (one second)."""


def read_texts(
    texts: Sequence[Text],
    jobs: int | None = None,
    remembered: Remembered | None = None,
    observe: Callable[[int], None] = lambda done: None,
) -> Iterator[Answer]:
    """The reading of each text in their order, or the error why it cannot be read.

    Args:
        texts: what is to be read.
        jobs: how many processes may read; if not given, as many as there are cores and enough text for.
        remembered: readings of earlier runs, which are taken where nothing has changed, and to which new ones are
            added.
        observe: told how many are done.
    """
    known = [remembered is not None and remembered.knows(text) for text in texts]
    unknown = [text for text, is_known in zip(texts, known, strict=True) if not is_known]
    fresh = _read(unknown, processes_for(unknown, jobs))
    for done, (text, is_known) in enumerate(zip(texts, known, strict=True), 1):
        found = remembered.find(text) if remembered is not None and is_known else None
        answer: Answer = found or (text.read() if is_known else next(fresh))
        if remembered is not None and found is None and isinstance(answer, Reading):
            remembered.add(text, answer)
        observe(done)
        yield answer


def _read(texts: Sequence[Text], processes: int) -> Iterator[Answer]:
    return (text.read() for text in texts) if processes < 2 else in_processes(texts, processes)


def processes_for(texts: Sequence[Text], jobs: int | None) -> int:
    """How many processes read these texts; fewer than two mean that this one does."""
    if jobs is None:
        jobs = min(cores(), sum(text.size() for text in texts) // WORTH_A_PROCESS)
    return min(jobs, len(texts))
