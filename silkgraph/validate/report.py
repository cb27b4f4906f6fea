"""What a check found, for a person (text), for a program (JSON) and as SHACL (Turtle)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, serialize
from pyoxigraph import Literal as RdfLiteral

from silkgraph.namespaces import SHACL, SILK, TYPE, xsd
from silkgraph.validate.shapes import SHAPE, short
from silkgraph.validate.terms import Term

Severity = Literal["violation", "warning", "info"]
Language = Literal["zh", "en"]

SEVERITIES: tuple[Severity, ...] = ("violation", "warning", "info")
"""From the gravest down: the order of every report."""

BOOLEAN = xsd("boolean")

WORDS: dict[Language, dict[str, str]] = {
    "zh": {
        "violation": "违规",
        "warning": "警告",
        "info": "提示",
        "conforms": "符合全部约束",
        "count": "{} 条",
        "value": "值",
        "evidence": "原文",
        "more": "……另有 {} 处",
        "and": "，",
    },
    "en": {
        "violation": "violation",
        "warning": "warning",
        "info": "info",
        "conforms": "The graph satisfies every shape",
        "count": "{} ",
        "value": "value",
        "evidence": "read from",
        "more": "… and {} more",
        "and": ", ",
    },
}


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that does not satisfy one shape.

    ``shape`` and ``focus`` are IRIs (``_:`` and a name for a blank node); ``path`` is the property the
    shape is about, as SPARQL writes it; ``value`` is the offending value where there is one. ``label_zh``,
    ``label_en`` and ``evidence`` are what the graph calls the thing and the words it was read from.
    """

    severity: Severity
    shape: str
    focus: str
    path: str | None
    value: Term | None
    message_zh: str
    message_en: str
    label_zh: str = ""
    label_en: str = ""
    evidence: str = ""

    @property
    def name(self) -> str:
        """The short name of the shape: ``outcome-document``."""
        return self.shape.removeprefix(SHAPE)

    def message(self, language: Language) -> str:
        """What is wrong and what would be right."""
        return self.message_zh if language == "zh" else self.message_en

    def label(self, language: Language) -> str:
        """What the graph calls the thing, in this language where it can."""
        return (self.label_zh or self.label_en) if language == "zh" else (self.label_en or self.label_zh)

    def key(self) -> tuple[int, str, str, str, str]:
        """What reports are ordered by: severity, shape, thing, path, value."""
        return SEVERITIES.index(self.severity), self.shape, self.focus, self.path or "", str(self.value)


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a check found, in a stable order."""

    results: tuple[Result, ...]

    @property
    def conforms(self) -> bool:
        """Whether there is no violation; warnings and remarks do not count."""
        return not self.of("violation")

    @property
    def counts(self) -> dict[Severity, int]:
        """How many results there are of each severity."""
        return {severity: len(self.of(severity)) for severity in SEVERITIES}

    def of(self, severity: Severity) -> tuple[Result, ...]:
        """The results of one severity."""
        return tuple(result for result in self.results if result.severity == severity)

    def to_text(self, language: Language = "en", limit: int | None = 10) -> str:
        """The report in words, grouped by shape, the gravest first.

        Args:
            language: of the messages and labels.
            limit: how many things are listed under each shape; None for all.
        """
        return "\n".join([self._summary(language), *_groups(self.results, language, limit)]) + "\n"

    def _summary(self, language: Language) -> str:
        words = WORDS[language]
        found = [words["count"].format(n) + _plural(s, n, language) for s, n in self.counts.items() if n]
        return words["and"].join(found) if found else words["conforms"]

    def to_json(self) -> str:
        """The report as a JSON object: ``conforms``, ``counts``, ``results``."""
        content = {"conforms": self.conforms, "counts": self.counts, "results": [_as_json(r) for r in self.results]}
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"

    def to_turtle(self) -> str:
        """The report as a ``sh:ValidationReport``; ``sh:conforms`` is ``conforms``, so warnings leave it true."""
        prefixes = {"sh": SHACL, "shape": SHAPE, "silk": SILK}
        written = serialize(_triples(self), format=RdfFormat.TURTLE, prefixes=prefixes)
        assert written is not None
        return written.decode("utf-8")


def _plural(severity: Severity, number: int, language: Language) -> str:
    word = WORDS[language][severity]
    return word if language == "zh" or number == 1 or severity == "info" else word + "s"


def _groups(results: tuple[Result, ...], language: Language, limit: int | None) -> Iterator[str]:
    """The results of each shape under its message."""
    words = WORDS[language]
    for (severity, name), members in groupby(results, key=lambda result: (result.severity, result.name)):
        found = list(members)
        yield ""
        yield f"{words[severity]} {name} ({len(found)})"
        yield f"  {found[0].message(language)}"
        for result in found[:limit]:
            yield from _lines(result, language)
        if limit is not None and len(found) > limit:
            yield "  " + words["more"].format(len(found) - limit)


def _lines(result: Result, language: Language) -> Iterator[str]:
    """The thing, what it is called, the offending value, and the words it was read from."""
    words = WORDS[language]
    label = result.label(language)
    yield f"  - {result.focus}" + (f"  {label}" if label else "")
    if result.value is not None:
        yield f"      {result.path or words['value']} = {_in_words(result.value)}"
    if result.evidence:
        yield f"      {words['evidence']}: {_shortened(result.evidence)}"


def _in_words(value: Term) -> str:
    return short(value.value) if isinstance(value, NamedNode) else str(value)


def _shortened(text: str, length: int = 100) -> str:
    """One line of a passage."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[:length] + "…"


def _as_json(result: Result) -> dict[str, object]:
    return {
        "severity": result.severity,
        "shape": result.shape,
        "focus": result.focus,
        "path": result.path,
        "value": None if result.value is None else result.value.value,
        "message": {"zh": result.message_zh, "en": result.message_en},
        "label": {"zh": result.label_zh, "en": result.label_en},
        "evidence": result.evidence or None,
    }


def _triples(report: Report) -> Iterator[Triple]:
    """The report in the terms of SHACL; blank nodes are numbered, so that two reports can be compared."""
    node = BlankNode("report")
    yield Triple(node, TYPE, NamedNode(SHACL + "ValidationReport"))
    yield Triple(node, NamedNode(SHACL + "conforms"), RdfLiteral(str(report.conforms).lower(), datatype=BOOLEAN))
    for number, _ in enumerate(report.results, 1):
        yield Triple(node, NamedNode(SHACL + "result"), BlankNode(f"result{number}"))
    for number, result in enumerate(report.results, 1):
        subject = BlankNode(f"result{number}")
        yield Triple(subject, TYPE, NamedNode(SHACL + "ValidationResult"))
        yield Triple(subject, NamedNode(SHACL + "resultSeverity"), NamedNode(SHACL + result.severity.capitalize()))
        yield Triple(subject, NamedNode(SHACL + "sourceShape"), NamedNode(result.shape))
        yield Triple(subject, NamedNode(SHACL + "focusNode"), _node(result.focus))
        if result.value is not None:
            yield Triple(subject, NamedNode(SHACL + "value"), result.value)
        yield Triple(subject, NamedNode(SHACL + "resultMessage"), RdfLiteral(result.message_zh, language="zh"))
        yield Triple(subject, NamedNode(SHACL + "resultMessage"), RdfLiteral(result.message_en, language="en"))


def _node(focus: str) -> NamedNode | BlankNode | RdfLiteral:
    return BlankNode(focus.removeprefix("_:")) if focus.startswith("_:") else NamedNode(focus)
