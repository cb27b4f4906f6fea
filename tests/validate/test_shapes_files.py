"""A broken shapes file is refused, with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from silkgraph.errors import KnowledgeError
from silkgraph.validate import load_shapes

PREFIXES = """@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix silk: <https://w3id.org/silkgraph/ontology#> .
@prefix shape: <https://w3id.org/silkgraph/shapes#> .
"""

SOUND = """
shape:outcome-item a sh:PropertyShape ;
    sh:targetClass silk:Outcome ;
    sh:path silk:item ; sh:minCount 1 ;
    sh:message "须有条目"@zh, "An item is needed"@en .
"""


def load(folder: Path, *texts: str) -> None:
    for number, text in enumerate(texts):
        (folder / f"{number}.ttl").write_text(PREFIXES + text, encoding="utf-8")
    load_shapes(folder)


@pytest.mark.parametrize(
    ("right", "wrong", "line", "problem"),
    [
        ("sh:minCount 1", "sh:minCont 1", 7, "SHACL has no property sh:minCont"),
        ("sh:PropertyShape ;", "sh:PropertyShape : ;", 5, "this is not Turtle"),
        (', "An item is needed"@en', "", 5, "one sh:message @zh and one sh:message @en"),
        ("sh:targetClass silk:Outcome ;", "", 5, "the shape has no target"),
        ("sh:minCount 1", "sh:minCount 1 ; sh:severity sh:Violent", 5, "the severity is neither"),
        ("sh:path silk:item ;", "", 5, "needs a sh:path"),
    ],
)
def test_a_slip_in_a_shape_is_an_error_at_its_line(
    right: str, wrong: str, line: int, problem: str, tmp_path: Path
) -> None:
    with pytest.raises(KnowledgeError, match=problem) as caught:
        load(tmp_path, SOUND.replace(right, wrong))
    assert caught.value.path == tmp_path / "0.ttl"
    assert caught.value.line == line


def test_a_rule_whose_sparql_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    rule = """
shape:never a sh:NodeShape ; sh:targetNode silk:x ; sh:message "不"@zh, "No"@en ;
    sh:sparql [ sh:select "SELEKT $this ?value WHERE { ?value a silk:Outcome }" ] .
"""
    with pytest.raises(KnowledgeError, match="never: the SPARQL of the rule cannot be read") as caught:
        load(tmp_path, rule)
    assert caught.value.line == 5


def test_a_shape_stands_in_one_file_only(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="outcome-item: the shape is also in 0.ttl"):
        load(tmp_path, SOUND, SOUND)


def test_a_file_that_is_not_utf_8_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_bytes("# 成果".encode("gb18030"))
    with pytest.raises(KnowledgeError, match="the file is not UTF-8"):
        load_shapes(tmp_path)


def test_a_folder_without_shapes_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="there are no shapes"):
        load_shapes(tmp_path)


def test_paths_are_told_as_sparql_writes_them() -> None:
    shapes = {shape.name: shape.path for shape in load_shapes().by_iri.values()}
    assert shapes["outcome-document"] == "silk:document"
    assert shapes["partner-country-materialised"] == "silk:partner/silk:country"
    assert shapes["agreement-two-parties"] == "silk:initiator|silk:partner"
    assert shapes["document-read"] == "^prov:wasDerivedFrom/prov:wasGeneratedBy"
    assert shapes["passage-length"] is None
