"""From a thing to the sentences it was read from, with the words marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from pyoxigraph import NamedNode

from silkgraph.errors import QueryError
from silkgraph.notebook import html
from silkgraph.notebook.bindings import bound
from silkgraph.notebook.ready import is_known, language, ready_query
from silkgraph.notebook.sources import Source
from silkgraph.notebook.tables import Record
from silkgraph.notebook.terms import Iri, Text, iri, python_value

MOST_SENTENCES = 10

_END_OF_SENTENCE = re.compile(r"[。！？!?\n]+[”’》）]*")
_LABELS = (
    "SELECT DISTINCT ?label WHERE {{ {thing} <http://www.w3.org/2000/01/rdf-schema#label> ?label }} ORDER BY ?label"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of a document in their sentence; ``start`` and ``end`` are code points of the document's text."""

    document: str
    title: str
    item: str | None
    start: int
    end: int
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Trace:
    """A thing, the sentences behind it, and how it was read; ``more`` counts the sentences left out.

    >>> kg.trace("outcome/brf1-2017-outcome-list/1.3/2")
    outcome/brf1-2017-outcome-list/1.3/2
    Agreement on strategy and planning: Government of China and Government of Laos (2017)
    共建“一带一路”政府间双边合作规划
    <BLANKLINE>
    brf1-2017-outcome-list, item 1.3, 715-743
    （三）中国政府与匈牙利政府签署关于共同编制中匈合作规划纲要的谅解备忘录，【与老挝、柬埔寨政府签署共建“一带一路”政府间双边合作规划】。
    <BLANKLINE>
    rule: Verb with object
    assumption: Head put back
    assumption: One with each
    assumption: Party from an earlier clause
    confidence: Completed
    """

    iri: Iri
    labels: tuple[Text | str, ...]
    sentences: tuple[Sentence, ...]
    reasons: tuple[tuple[str, str, str], ...]
    """What, its value, and what that means: ``("rule", "Text agreed", "…")``."""
    more: int

    def __repr__(self) -> str:
        lines = [self.iri.short, *self.labels]
        for one in self.sentences:
            lines += ["", _place(one), f"{one.before}【{one.words}】{one.after}"]
        if self.reasons:
            lines += ["", *(f"{what}: {value}" for what, value, _ in self.reasons)]
        if self.more:
            lines += ["", f"and {self.more} more"]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        parts = [f"<p><strong>{escape(' · '.join(self.labels))}</strong><br>{html.link(self.iri)}</p>"]
        for one in self.sentences:
            marked = f"{escape(one.before)}<mark>{escape(one.words)}</mark>{escape(one.after)}"
            shown = marked.replace("\n", "<br>")
            parts.append(f"<blockquote><p>{shown}</p><p><small>{escape(_place(one))}</small></p></blockquote>")
        for what, value, meaning in self.reasons:
            parts.append(f"<p><small>{escape(what)}: <em>{escape(value)}</em>. {escape(meaning)}</small></p>")
        if self.more:
            parts.append(f"<p><small>and {self.more} more</small></p>")
        return f"<div>{''.join(parts)}</div>"


def trace(source: Source, written: str, lang: str = "en", most: int = MOST_SENTENCES) -> Trace:
    """The trace of the thing that an IRI, a prefixed name or the part after ``…/id/`` names.

    Raises:
        QueryError: the graph says nothing of it.
    """
    thing = iri(written)
    node = NamedNode(str(thing))
    if not is_known(source, node):
        raise QueryError(f"the graph says nothing of <{thing}>", advice="Give it as in kg.trace('body:cdb').")
    labels = tuple(str(python_value(label)) for (label,) in source.select(_LABELS.format(thing=node)).rows)
    found: dict[tuple[str, int, int], Sentence] = {}
    for row in _rows(source, "evidence", thing, lang):
        sentence = _sentence(row)
        found.setdefault((sentence.document, sentence.start, sentence.end), sentence)
    reasons = tuple(
        (str(row["what"]), str(row["reason"]), str(row["definition"])) for row in _rows(source, "reasons", thing, lang)
    )
    sentences = tuple(found.values())
    return Trace(thing, labels, sentences[:most], reasons, max(0, len(sentences) - most))


def _rows(source: Source, name: str, thing: Iri, lang: str) -> list[Record]:
    found = source.select(bound(ready_query(name).text, {"thing": thing, "lang": language(lang)}))
    return [dict(zip(found.variables, map(python_value, row), strict=True)) for row in found.rows]


def _sentence(row: Record) -> Sentence:
    """The words, and the rest of the sentence that they begin or end in, out of the text of their item."""
    start, end, words = int(str(row["start"])), int(str(row["end"])), str(row["quote"])
    before = after = ""
    if row["itemText"] is not None:
        text, first = str(row["itemText"]), int(str(row["itemStart"]))
        left, right = text[: start - first], text[end - first :]
        before = left[max((match.end() for match in _END_OF_SENTENCE.finditer(left)), default=0) :]
        if not _END_OF_SENTENCE.search(words[-1:]):
            stop = _END_OF_SENTENCE.search(right)
            after = right[: stop.end()] if stop else right
    item = None if row["item"] is None else str(row["item"])
    return Sentence(str(row["document"]), str(row["title"]), item, start, end, before.lstrip(), words, after.rstrip())


def _place(sentence: Sentence) -> str:
    item = f", item {sentence.item}" if sentence.item else ""
    return f"{sentence.document}{item}, {sentence.start}-{sentence.end}"
