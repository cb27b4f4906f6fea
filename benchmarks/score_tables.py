"""The tables of ``docs/accuracy.md``: what a score has, what the project wants it to be, and how a page gets them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

Scores = dict[str, float | int | None]

UNSEEN = "other documents"
COLUMNS = {
    "frame F1": "frame F1",
    "strict F1": "strict F1",
    "initiator F1": "initiators",
    "partner F1": "partners",
    "party F1": "parties",
    "partner country F1": "partner countries",
    "amount F1": "amounts",
    "kind accuracy": "kind",
    "status accuracy": "status",
    "domain accuracy": "domain",
    "evidence exact": "evidence",
}
"""The fields of a score that the tables show, and their headings."""
MARKS: dict[str, tuple[float | None, ...]] = {
    "the three lists": (0.96, 0.90, 0.97, 0.97, None, 0.99, 0.98, 0.97, 0.97, 0.93, 1.0),
    "running text": (0.82, 0.60, 0.88, 0.88, None, 0.95, 0.95, 0.90, 0.90, 0.85, 1.0),
    UNSEEN: (0.78, 0.55, None, None, 0.82, 0.92, 0.90, 0.85, 0.85, 0.75, 1.0),
}
"""What the project wants to reach, in the order of ``COLUMNS``."""
FIGURE_COLUMNS = {"value F1": "value F1", "strict F1": "strict F1", "evidence exact": "evidence"}
FIGURE_MARKS = (0.95, 0.70, 1.0)
BEGIN, END = "<!-- scores: begin -->", "<!-- scores: end -->"


@dataclass(frozen=True)
class Result:
    """The scores of a reader: by document and group; persons found, and persons there are."""

    outcomes: dict[str, Scores]
    figures: dict[str, Scores]
    attendance: tuple[int, int]


def tables(results: dict[str, Result]) -> str:
    """The tables of the page, in Markdown; the first of the results is Silkgraph's."""
    ours = next(iter(results.values()))
    groups = [group for group in MARKS if group in ours.outcomes]
    rows = [[name, *_cells(scores, COLUMNS)] for name, scores in ours.outcomes.items() if name not in MARKS]
    for group in groups:
        rows.append([f"**{group}**", *_cells(ours.outcomes[group], COLUMNS)])
        rows.append([f"mark for {group}", *map(_number, MARKS[group])])
    figures = [[name, *_cells(scores, FIGURE_COLUMNS)] for name, scores in ours.figures.items()]
    figures.append(["mark", *map(_number, FIGURE_MARKS)])
    fields = [field for field in COLUMNS if field != "evidence exact"]
    beside = [
        [group, reader, *_cells(result.outcomes[group], fields)]
        for group in groups
        for reader, result in results.items()
    ]
    others = [
        [
            reader,
            *_cells(result.figures["running text"], ["value F1", "strict F1"]),
            "{} of {}".format(*result.attendance),
        ]
        for reader, result in results.items()
    ]
    return "\n\n".join(
        (
            "### Outcomes",
            _table(["outcomes", *COLUMNS.values()], rows),
            "### Figures",
            _table(["figures", *FIGURE_COLUMNS.values()], figures),
            "### Beside simple readers",
            _table(["outcomes", "reader", *(COLUMNS[field] for field in fields)], beside),
            _table(["reader", "figures: value F1", "figures: strict F1", "attendance"], others),
        )
    )


def _cells(scores: Scores, fields: Iterable[str]) -> list[str]:
    return [_number(scores[field]) for field in fields]


def _number(value: float | int | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def write_page(page: Path, text: str) -> None:
    """Puts the tables between the two marks of the page."""
    before, begin, rest = page.read_text("utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise SystemExit(f"{page}: has no {BEGIN} or {END}")
    page.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", "utf-8")


def write_figures(file: Path, result: Result) -> None:
    """Puts the measures of Silkgraph into ``ontology/accuracy.toml``, whose groups are named in English as here."""
    fields = {"frame-f1": "frame F1", "strict-f1": "strict F1", "evidence": "evidence exact"}
    lines, scores = [], {}
    for line in file.read_text("utf-8").splitlines():
        name, equals, value = line.partition(" = ")
        if equals and name == "en" and (group := value.strip('"')) in MARKS:
            scores = result.outcomes.get(group, {})
        if equals and name in fields and scores:
            line = f"{name} = {_number(scores[fields[name]])}"
        lines.append(line)
    file.write_text("\n".join(lines) + "\n", "utf-8")
