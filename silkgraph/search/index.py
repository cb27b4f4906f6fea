"""The index: every text of the graph, cut into words by jieba, in an SQLite file beside the store.

jieba is needed here, when the graph is built, and nowhere else: a question is cut into the words that the index holds
(``segment``), so a server starts without jieba's dictionary.
"""

from __future__ import annotations

import functools
import logging
import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Literal, Quad

from silkgraph.read.script import simplified

if TYPE_CHECKING:
    from silkgraph.recognise.segmentation import Tokenizer

_SCHEMA = """
CREATE TABLE texts (number INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, plain TEXT NOT NULL);
CREATE TABLE variants (variant TEXT PRIMARY KEY, plain TEXT NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE cut USING fts5(words, content='', tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(cut, 'row');
"""
_STRINGS = (
    "http://www.w3.org/2001/XMLSchema#string",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString",
)


WRITTEN = re.compile(r"([\u4e00-\u9fd5a-zA-Z0-9+#&\._%\-]+)")
"""Stretches of what jieba looks up in its dictionary: it cuts each by itself."""
CutText = tuple[str, str, str]
"""A text, the same as it is compared, and its words with spaces between."""
AT_ONCE = 50_000


def write_index(path: Path, quads: Iterable[Quad]) -> None:
    """Write the index of the texts in ``quads`` to a new file.

    Raises:
        OSError: it cannot be written.
    """
    index_texts(path, texts_of(quads))


def texts_of(quads: Iterable[Quad]) -> list[str]:
    """The texts in ``quads``, each once, in order."""
    return texts_among(quad.object for quad in quads)


def texts_among(terms: Iterable[object]) -> list[str]:
    """The texts among terms, each once, in order."""
    return sorted({text for term in terms if (text := _text(term)) is not None})


def index_texts(path: Path, texts: Sequence[str]) -> None:
    """Write the index of texts, each of which is there once, to a new file.

    Raises:
        OSError: it cannot be written.
    """
    index_cut_texts(path, cut_texts(texts))


def cut_texts(texts: Sequence[str]) -> Iterator[CutText]:
    """Texts as the index has them."""
    table = simplified()
    plains = [plain_text(text, table) for text in texts]
    for text, plain, words in zip(texts, plains, _cut(plains), strict=True):
        yield text, plain, " ".join(words)


def index_cut_texts(path: Path, texts: Iterable[CutText]) -> None:
    """Write the index of texts that are cut into words already, each of which is there once, to a new file.

    Raises:
        OSError: it cannot be written.
    """
    database = sqlite3.connect(path)
    try:
        database.executescript(_SCHEMA)
        database.executemany(
            "INSERT INTO variants VALUES (?, ?)", ((chr(code), plain) for code, plain in simplified().items())
        )
        numbered = enumerate(texts, 1)
        while some := list(islice(numbered, AT_ONCE)):
            database.executemany(
                "INSERT INTO texts VALUES (?, ?, ?)", ((number, text, plain) for number, (text, plain, _) in some)
            )
            database.executemany(
                "INSERT INTO cut (rowid, words) VALUES (?, ?)", ((number, words) for number, (_, _, words) in some)
            )
        database.execute("INSERT INTO cut (cut) VALUES ('optimize')")
        database.commit()
    except sqlite3.Error as error:
        raise OSError(f"the index of texts cannot be written: {error}") from error
    finally:
        database.close()


def plain_text(text: str, table: dict[int, str]) -> str:
    """A text as it is compared: simplified characters, half width, small letters.

    >>> plain_text("《綠色金融 ＡＢＣ》", {ord("綠"): "绿"})
    '《绿色金融 abc》'
    """
    return unicodedata.normalize("NFKC", text.translate(table)).casefold()


def _text(term: object) -> str | None:
    """The text that a literal with or without a language is; None for numbers, dates and the rest."""
    return term.value if isinstance(term, Literal) and term.datatype.value in _STRINGS else None


def _cut(texts: Iterable[str]) -> Iterator[list[str]]:
    """The words of each text, and the shorter words inside long ones."""
    for text in texts:
        words: list[str] = []
        for number, stretch in enumerate(WRITTEN.split(text)):
            # What stands between stretches of words are marks, and letters that jieba does not know.
            words += _words(stretch) if number % 2 else filter(str.isalnum, stretch)
        yield words


@functools.lru_cache(maxsize=20_000)
def _words(stretch: str) -> tuple[str, ...]:
    """The words of a text without marks; a label, a passage and its item have most such stretches in common."""
    words = _tokenizer().cut_for_search(stretch, HMM=False)
    return tuple(word for word in words if any(map(str.isalnum, word)))


@functools.cache
def _tokenizer() -> Tokenizer:
    """The reader's segmentation, made once: loading its dictionary takes a second."""
    import jieba

    from silkgraph.recognise.segmentation import Tokenizer  # imports jieba, which is slow

    jieba.setLogLevel(logging.WARNING)
    tokenizer = Tokenizer()
    tokenizer.initialize()
    return tokenizer
