"""The files that describe bodies: what stands in them, and how they are refused."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from silkgraph.errors import KnowledgeError
from silkgraph.knowledge import Authority, Countries
from silkgraph.knowledge.authority_files import BODY_TYPE, BODY_TYPES, IDENTIFIER, WITHOUT_COUNTRY, authority_files
from silkgraph.locations import knowledge


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority.load()


PREFIXES = """\
@prefix body: <https://w3id.org/silkgraph/id/body/> .
@prefix bodytype: <https://w3id.org/silkgraph/scheme/body-type/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix place: <https://w3id.org/silkgraph/id/place/> .
@prefix silk: <https://w3id.org/silkgraph/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


RAILWAYS = """\
body:pk-railways a silk:Body ;
    skos:prefLabel "巴基斯坦铁道部"@zh , "Ministry of Railways of Pakistan"@en ;
    silk:bodyType bodytype:ministry-or-agency ;
    silk:country place:PK .
"""


def test_every_body_is_complete_and_well_formed(authority: Authority) -> None:
    assert len(authority.entries) > 900
    for entry in authority.entries.values():
        assert IDENTIFIER.fullmatch(entry.identifier), entry
        assert not entry.identifier.startswith(("country-", "government-")), entry
        assert entry.type in BODY_TYPES, entry
        assert entry.country or entry.type in WITHOUT_COUNTRY, entry
        assert re.search("[\u4e00-\u9fff]", entry.name_zh), entry
        assert not re.search("[\u4e00-\u9fff]", entry.name_en), entry
        own = [entry.name_zh, *entry.aliases, *entry.hidden]
        assert len(set(own)) == len(own), entry


def test_the_types_are_those_of_the_scheme() -> None:
    scheme = parse((knowledge("ontology") / "schemes.ttl").read_bytes(), format=RdfFormat.TURTLE)
    concepts = {quad.subject.value for quad in scheme if isinstance(quad.subject, NamedNode)}
    assert {concept.removeprefix(BODY_TYPE) for concept in concepts if concept.startswith(BODY_TYPE)} == set(BODY_TYPES)


def test_wikidata_items_are_linked_once() -> None:
    linked = [
        item for path in authority_files() for item in re.findall(r"exactMatch wd:(Q\d+)", path.read_text("utf-8"))
    ]
    assert len(linked) > 40
    assert len(set(linked)) == len(linked)


def _broken(root: Path, turtle: str) -> tuple[Path, KnowledgeError]:
    """What loading an authority file with this content complains of."""
    path = root / "ontology" / "bodies.ttl"
    path.parent.mkdir(parents=True)
    path.write_text(PREFIXES + turtle, encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        Authority.load(root, Countries.load())
    return path, caught.value


def _line(path: Path, beginning: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(beginning))


def test_a_syntax_error_is_refused_with_its_line(tmp_path: Path) -> None:
    path, error = _broken(tmp_path, RAILWAYS + 'body:x a silk:Body ;\n    skos:prefLabel "铁路@zh .\n')
    assert error.path == path
    assert error.line == _line(path, '    skos:prefLabel "铁路')
    assert "is not valid Turtle" in str(error)


@pytest.mark.parametrize(
    ("wrong", "instead", "complaint"),
    [
        (' , "Ministry of Railways of Pakistan"@en', "", "needs exactly one skos:prefLabel in en, not 0"),
        ("铁道部", '铁道部"@zh , "巴铁', "needs exactly one skos:prefLabel in zh, not 2"),
        ("bodytype:ministry-or-agency", "bodytype:ministry", "needs one silk:bodyType, one of: country, government"),
        (" ;\n    silk:country place:PK", "", "is a ministry-or-agency and needs a silk:country"),
        ("place:PK", "place:XX", "has place:XX as silk:country, which is no ISO 3166-1 code"),
        ("place:PK", "place:PK , place:LA", "needs at most one <https://w3id.org/silkgraph/ontology#country>"),
        (
            "place:PK",
            "place:PK ;\n    org:subOrganizationOf body:nobody",
            "refers to body:nobody, which is not described",
        ),
    ],
)
def test_an_incomplete_body_is_refused_with_its_line(tmp_path: Path, wrong: str, instead: str, complaint: str) -> None:
    assert wrong in RAILWAYS
    path, error = _broken(tmp_path, "\n" + RAILWAYS.replace(wrong, instead))
    assert str(error).startswith(f"{path}:{_line(path, 'body:pk-railways')}: body:pk-railways {complaint}")


def test_a_name_that_two_bodies_share_is_refused(tmp_path: Path) -> None:
    second = RAILWAYS.replace("pk-railways", "pk-trains").replace("巴基斯坦铁道部", "巴基斯坦伊斯兰共和国铁道部")
    path, error = _broken(tmp_path, RAILWAYS + second.replace("Ministry of Railways", "Railways"))
    assert str(error) == (
        f"{path}:{_line(path, 'body:pk-trains')}: "
        "body:pk-trains shares the name 巴基斯坦伊斯兰共和国铁道部 with body:pk-railways"
    )


def test_a_body_described_in_two_files_is_refused(tmp_path: Path) -> None:
    shutil.copytree(knowledge("ontology") / "bodies", tmp_path / "ontology" / "bodies")
    _, error = _broken_beside(tmp_path)
    assert "body:pk-railways is described in another file too" in str(error)


def _broken_beside(root: Path) -> tuple[Path, KnowledgeError]:
    path = root / "ontology" / "bodies" / "more.ttl"
    path.write_text(PREFIXES + RAILWAYS, encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        Authority.load(root, Countries.load())
    return path, caught.value


def test_a_missing_authority_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="the authority file of bodies is missing"):
        Authority.load(tmp_path, Countries.load())
