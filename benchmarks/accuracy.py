"""How much is read, and how rightly: against annotations made by hand, and beside simple readers.

    pip install -e '.[benchmark]'
    python benchmarks/accuracy.py --evaluation DIR [--unseen DIR] [--page docs/accuracy.md] [--errors N]

The first DIR holds the annotations of the documents in ``extract/`` (``dev/``, ``dev-figures/``, ``dev-attendance/``,
in each a file of JSON lines for a document) and the program that compares (``score.py``); the second holds other
texts, ``NAME.txt`` with its annotation ``NAME.jsonl``. They are no part of this project. ``--page`` writes the tables
into the page between its two marks; ``--errors`` prints so many differences of each document too.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import baselines
from score_tables import UNSEEN, Result, Scores, tables, write_figures, write_page

from silkgraph.ask.rows import rows_of_figures, rows_of_outcomes
from silkgraph.extraction import read_file, read_folder
from silkgraph.model import Participation, Reading
from silkgraph.read.documents import document_folders
from silkgraph.read.text import read_source

Row = dict[str, Any]
GROUPS = {
    "the three lists": ("brf1-2017-outcome-list", "brf2-2019-subforums", "brf3-2023-multilateral-list"),
    "running text": ("brf3-2023-chair-statement", "bri-2023-white-paper"),
}


@dataclass(frozen=True)
class Source:
    """A text, read by Silkgraph, and the annotation of its outcomes as JSON lines."""

    path: Path
    reading: Reading
    annotation: str

    @property
    def name(self) -> str:
        """The identifier of the document."""
        return self.reading.document.identifier


def known_sources(annotations: Path) -> list[Source]:
    """The documents of ``extract/`` that are annotated."""
    found = ((folder, annotations / f"{folder.name}.jsonl") for folder in document_folders())
    return [
        Source(folder / "source.txt", read_folder(folder), annotation.read_text("utf-8"))
        for folder, annotation in found
        if annotation.exists()
    ]


def other_sources(folder: Path) -> list[Source]:
    """The texts of a folder that have their annotation beside them."""
    found = ((path, path.with_suffix(".jsonl")) for path in sorted(folder.glob("*.txt")))
    return [
        Source(path, read_file(path), annotation.read_text("utf-8"))
        for path, annotation in found
        if annotation.exists()
    ]


@dataclass(frozen=True)
class Predictions:
    """What a reader has read in all documents, in the evaluation format."""

    outcomes: list[Row]
    figures: list[Row]
    attendance: list[Row]


def by_silkgraph(sources: Sequence[Source]) -> Predictions:
    """What Silkgraph has read."""
    readings = [source.reading for source in sources]
    return Predictions(
        outcomes=[dict(row) for reading in readings for row in rows_of_outcomes(reading.outcomes)],
        figures=[dict(row) for reading in readings for row in rows_of_figures(reading.figures)],
        attendance=[_person(someone) for reading in readings for someone in reading.participations],
    )


def _person(someone: Participation) -> Row:
    whom = someone.country or (someone.organization.name if someone.organization else None)
    return {"document": someone.document, "person": someone.person, "whom": whom}


def by_words(tag: baselines.Tagger, sources: Sequence[Source]) -> Predictions:
    """What a simple reader on a tagger's words reads in the same items."""
    found = Predictions([], [], [])
    for source in sources:
        text, items = read_source(source.path).text, source.reading.items
        found.outcomes.extend(baselines.read_outcomes(source.name, text, items, tag))
        if source.name in GROUPS["running text"]:
            found.figures.extend(baselines.read_figures(source.name, text, items, tag))
            found.attendance.extend(baselines.read_attendance(source.name, text, items, tag))
    return found


class Evaluation:
    """The folders with annotations, and ``score.py``; ``work`` is a folder to write to."""

    def __init__(self, folder: Path, unseen: Path | None, work: Path) -> None:
        self.folder, self.work = folder, work
        known, others = known_sources(folder / "dev"), other_sources(unseen) if unseen else []
        self.sources = known + others
        members = {**GROUPS, UNSEEN: tuple(source.name for source in others)}
        self.groups = {group: names for group, names in members.items() if names}
        for source in self.sources:
            (work / f"{source.name}.txt").write_bytes(source.path.read_bytes())

    def result(self, found: Predictions, *, with_evidence: bool, errors: int = 0) -> Result:
        """The scores of what a reader has found."""
        gold = {source.name: source.annotation for source in self.sources}
        figures = {path.stem: path.read_text("utf-8") for path in sorted((self.folder / "dev-figures").glob("*.jsonl"))}
        return Result(
            self._scores("outcomes", gold, found.outcomes, with_evidence, errors),
            self._scores("figures", figures, found.figures, with_evidence, errors),
            self._attendance(found.attendance),
        )

    def _scores(
        self, what: str, gold: dict[str, str], rows: Sequence[Row], with_evidence: bool, errors: int
    ) -> dict[str, Scores]:
        predicted = self.work / "predicted.jsonl"
        predicted.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
        known = [name for group in GROUPS for name in self.groups.get(group, ()) if name in gold]
        scores = {name: self._score(what, predicted, gold[name], with_evidence, errors) for name in known}
        for group, members in self.groups.items():
            together = "".join(gold[name] for name in members if name in gold)
            if together:
                of_each = errors if group == UNSEEN else 0
                scores[group] = self._score(what, predicted, together, with_evidence, of_each)
        return scores

    def _score(self, what: str, predicted: Path, gold: str, with_evidence: bool, errors: int) -> Scores:
        annotation = self.work / "gold.jsonl"
        annotation.write_text(gold, "utf-8")
        command = [sys.executable, str(self.folder / "score.py"), what, str(predicted), str(annotation), "--json"]
        command += ["--errors", str(errors)] + (["--sources", str(self.work)] if with_evidence else [])
        *differences, scores = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
        for line in differences:
            print(line)
        result: Scores = json.loads(scores)
        return result

    def _attendance(self, rows: Sequence[Row]) -> tuple[int, int]:
        """How many of the annotated persons were found with their country or organisation."""
        found = {(row["document"], row["person"], row["whom"]) for row in rows}
        annotated = [
            json.loads(line)
            for path in sorted((self.folder / "dev-attendance").glob("*.jsonl"))
            for line in path.read_text("utf-8").splitlines()
        ]
        hits = [
            row for row in annotated if any((row["document"], row["person"], whom) in found for whom in _sides(row))
        ]
        return len(hits), len(annotated)


def _sides(row: Row) -> set[str]:
    """The country or the organisation that an annotated person is there for."""
    organization = row["organization"]
    name = organization.get("name") if isinstance(organization, dict) else organization
    return {side for side in (row["country"], name) if side}


def simple_readers() -> dict[str, Callable[[], baselines.Tagger]]:
    """The simple readers whose library is installed; the others are named on standard error."""
    modules = {"jieba.posseg": "jieba", "Jiagu": "jiagu"}
    missing = [reader for reader, module in modules.items() if importlib.util.find_spec(module) is None]
    for reader in missing:
        print(f"{reader} is left out: not installed. Run pip install -e '.[benchmark]'", file=sys.stderr)
    return {reader: load for reader, load in baselines.TAGGERS.items() if reader not in missing}


def main(arguments: Sequence[str] | None = None) -> None:
    """Read, compare, print."""
    parser = argparse.ArgumentParser(description="Score Silkgraph and simple readers against annotations.")
    parser.add_argument("--evaluation", type=Path, required=True, metavar="DIR", help="with score.py and annotations")
    parser.add_argument("--unseen", type=Path, metavar="DIR", help="with other texts and their annotations")
    parser.add_argument("--page", type=Path, help="a page whose tables are written anew")
    parser.add_argument("--figures", type=Path, help="ontology/accuracy.toml, whose numbers are written anew")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N differences of each document")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as work:
        evaluation = Evaluation(given.evaluation, given.unseen, Path(work))
        ours = evaluation.result(by_silkgraph(evaluation.sources), with_evidence=True, errors=given.errors)
        results = {"Silkgraph": ours}
        for reader, load in simple_readers().items():
            results[reader] = evaluation.result(by_words(load(), evaluation.sources), with_evidence=False)
    text = tables(results)
    print(text)
    if given.page:
        write_page(given.page, text)
    if given.figures:
        write_figures(given.figures, ours)


if __name__ == "__main__":
    main()
