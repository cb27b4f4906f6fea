"""The index: every text of the graph, cut into words by jieba, in an SQLite file beside the store.

jieba is needed here, when the graph is built, and nowhere else: a question is cut into the words that the index holds
(``segment``), so a server starts without jieba's dictionary.
"""

from __future__ import annotations

import logging
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pyoxigraph import Literal, Quad

from silkgraph.read.script import simplified

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


def write_index(path: Path, quads: Iterable[Quad]) -> None:
    """Write the index of the texts in ``quads`` to a new file.

    Raises:
        OSError: it cannot be written.
    """
    index_texts(path, texts_of(quads))


def texts_of(quads: Iterable[Quad]) -> list[str]:
    """The texts in ``quads``, each once, in order."""
    return sorted({text for quad in quads if (text := _text(quad.object)) is not None})


def index_texts(path: Path, texts: Sequence[str]) -> None:
    """Write the index of texts, each of which is there once, to a new file.

    Raises:
        OSError: it cannot be written.
    """
    database = sqlite3.connect(path)
    try:
        database.executescript(_SCHEMA)
        table = simplified()
        database.executemany(
            "INSERT INTO variants VALUES (?, ?)", ((chr(code), plain) for code, plain in table.items())
        )
        plains = [plain_text(text, table) for text in texts]
        database.executemany(
            "INSERT INTO texts VALUES (?, ?, ?)",
            ((number, text, plain) for number, (text, plain) in enumerate(zip(texts, plains, strict=True), 1)),
        )
        database.executemany(
            "INSERT INTO cut (rowid, words) VALUES (?, ?)",
            ((number, " ".join(words)) for number, words in enumerate(_cut(plains), 1)),
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
    import jieba

    from silkgraph.recognise.segmentation import Tokenizer  # imports jieba, which is slow

    jieba.setLogLevel(logging.WARNING)
    tokenizer = Tokenizer()
    tokenizer.initialize()
    for text in texts:
        yield [word for word in tokenizer.cut_for_search(text, HMM=False) if any(map(str.isalnum, word))]
