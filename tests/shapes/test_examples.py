"""Every shape lets a sound graph pass and stops a faulty one.

The graphs are in ``examples/``, a file for each file of shapes: after the prefixes, ``### shape: satisfied by``
and ``### shape: broken by`` each begin a graph.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, parse

from silkgraph.validate import Shapes, validate_quads

EXAMPLES = Path(__file__).parent / "examples"
HEADING = re.compile(r"^### (\S+): (satisfied|broken) by$", re.MULTILINE)


def examples(file: Path) -> dict[tuple[str, str], str]:
    """The graphs of an examples file, by shape and ``satisfied`` or ``broken``."""
    prefixes, *parts = HEADING.split(file.read_text(encoding="utf-8"))
    found = dict(zip(zip(parts[0::3], parts[1::3], strict=True), parts[2::3], strict=True))
    assert len(found) == len(parts) // 3, f"an example is given twice in {file.name}"
    return {heading: prefixes + graph for heading, graph in found.items()}


CASES = [
    (file.stem, *heading, graph) for file in sorted(EXAMPLES.glob("*.ttl")) for heading, graph in examples(file).items()
]


@pytest.mark.parametrize(
    ("file", "shape", "outcome", "graph"), CASES, ids=[f"{shape}-{outcome}" for _, shape, outcome, _ in CASES]
)
def test_shape_is_satisfied_or_broken(
    file: str, shape: str, outcome: str, graph: str, shapes_of: dict[str, Shapes]
) -> None:
    quads = [quad for quad in parse(graph, RdfFormat.TURTLE) if isinstance(quad, Quad)]
    complaints = {result.name for result in validate_quads(quads, shapes_of[file]).results}
    assert (shape in complaints) == (outcome == "broken")


def test_every_shape_has_both_examples_in_the_file_named_like_its_own(shapes: Shapes) -> None:
    expected = {(s.source.stem, s.name, outcome) for s in shapes.by_iri.values() for outcome in ("satisfied", "broken")}
    assert {(file, shape, outcome) for file, shape, outcome, _ in CASES} == expected


def test_every_shape_speaks_chinese_and_english(shapes: Shapes) -> None:
    for shape in shapes.by_iri.values():
        assert re.search("[\u4e00-\u9fff]", shape.messages["zh"]), shape.name
        assert not re.search("[\u4e00-\u9fff]", shape.messages["en"]), shape.name
