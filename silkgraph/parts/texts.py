"""The texts of a part, cut into words for the index, on the way from the process that cut them."""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from silkgraph.search.index import CutText, cut_texts, index_cut_texts


def write_texts(texts: Iterable[str], target: Path) -> None:
    """Write texts, each of which is there once, to a file, a line each.

    Raises:
        OSError: it cannot be written.
    """
    with target.open("w", encoding="utf-8") as output:
        for cut in cut_texts(sorted(texts)):
            output.write(json.dumps(cut, ensure_ascii=False) + "\n")


def index_files(path: Path, files: Sequence[Path]) -> None:
    """Write the index of the texts in several files to a new file.

    Raises:
        OSError: it cannot be written.
    """
    with ExitStack() as stack:
        opened = [stack.enter_context(file.open(encoding="utf-8")) for file in files]
        index_cut_texts(path, _once(heapq.merge(*(map(_text, lines) for lines in opened))))


def _text(line: str) -> CutText:
    text, plain, words = json.loads(line)
    return text, plain, words


def _once(texts: Iterable[CutText]) -> Iterator[CutText]:
    last = None
    for text in texts:
        if text[0] != last:
            yield text
        last = text[0]
