"""``silk:matches(?text, "绿色金融")`` and ``silk:score(?text, "绿色金融")`` for queries.

A text matches when it holds all words of the question; its score (BM25) tells how well, 0 where it does not match.
Who can say it in words the index does not know finds texts that hold the characters themselves.
"""

from __future__ import annotations

import sqlite3
import unicodedata  # here and not where it is used: a worker can open no file then
from collections.abc import Callable, Mapping
from functools import lru_cache
from heapq import nlargest
from typing import Any

from pyoxigraph import Literal, NamedNode

from silkgraph.search.segment import parts_of, words_of

BOOLEAN = NamedNode("http://www.w3.org/2001/XMLSchema#boolean")
DOUBLE = NamedNode("http://www.w3.org/2001/XMLSchema#double")
NAMES = ("matches", "score")
LONGEST_QUESTION = 200

_RANKED = """
SELECT texts.text, texts.plain, -bm25(cut) FROM cut JOIN texts ON texts.number = cut.rowid WHERE cut MATCH ?"""
_HOLDING = "SELECT text, plain, 0.001 FROM texts WHERE instr(plain, ?) > 0"


class Index:
    """The index of one store, opened to read."""

    def __init__(self, path: str) -> None:
        self._database = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._database.execute("PRAGMA temp_store = MEMORY")
        self._database.execute("SELECT count(*) FROM texts").fetchone()  # opens the file while files can be opened
        self._vocabulary: frozenset[str] | None = None
        self._variants: dict[int, str] | None = None
        self.scores = lru_cache(maxsize=16)(self._scores)

    def _scores(self, question: str) -> Mapping[str, float]:
        """The texts that match, each with its score."""
        plain = self._plain(question[:LONGEST_QUESTION])
        known = self._known()
        words = words_of(plain, known)
        if not words:
            return {}
        unknown = [word for word in words if word not in known]
        if len(unknown) < len(words):
            wanted = " AND ".join(_alternatives(word, known) for word in words if word in known)
            rows = self._database.execute(_RANKED, (wanted,))
        else:
            rows = self._database.execute(_HOLDING, (unknown[0],))
        return {text: max(score, 0.001) for text, held, score in rows if all(word in held for word in unknown)}

    def best(self, question: str, most: int) -> list[tuple[str, float]]:
        """The texts that match best, with their scores."""
        return nlargest(most, self.scores(question).items(), key=lambda found: (found[1], found[0]))

    def _plain(self, question: str) -> str:
        if self._variants is None:
            rows = self._database.execute("SELECT variant, plain FROM variants")
            self._variants = {ord(variant): plain for variant, plain in rows}
        return unicodedata.normalize("NFKC", question.translate(self._variants)).casefold()

    def _known(self) -> frozenset[str]:
        if self._vocabulary is None:
            self._vocabulary = frozenset(row[0] for row in self._database.execute("SELECT term FROM vocabulary"))
        return self._vocabulary


def search_functions(index: Index, vocabulary: str) -> dict[NamedNode, Callable[..., Any]]:
    """The functions over an index, by their IRIs in the namespace ``vocabulary``."""

    def matches(text: Any, question: Any) -> Literal | None:
        if not (isinstance(text, Literal) and isinstance(question, Literal)):
            return None
        return Literal("true" if text.value in index.scores(question.value) else "false", datatype=BOOLEAN)

    def score(text: Any, question: Any) -> Literal | None:
        if not (isinstance(text, Literal) and isinstance(question, Literal)):
            return None
        return Literal(f"{index.scores(question.value).get(text.value, 0.0):.4f}", datatype=DOUBLE)

    return {NamedNode(vocabulary + "matches"): matches, NamedNode(vocabulary + "score"): score}


def _alternatives(word: str, known: frozenset[str]) -> str:
    """A word for FTS5; a long one also as the shorter ones it is made of, since jieba cuts by the sentence."""
    parts = parts_of(word, known)
    if not parts:
        return _quoted(word)
    return f"({_quoted(word)} OR ({' AND '.join(map(_quoted, parts))}))"


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
