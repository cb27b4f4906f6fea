"""Places by which the country of a body is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from silkgraph.errors import KnowledgeError
from silkgraph.knowledge.countries import Countries
from silkgraph.knowledge.places import Places

COUNTRIES = Countries.load()
PLACES = Places.load(COUNTRIES)


@pytest.mark.parametrize(
    ("name", "code"),
    [("开罗大学", "EG"), ("瓜亚基尔港务局", "EC"), ("深圳市税务局", "CN"), ("清华大学", "CN"), ("某某公司", None)],
)
def test_a_name_that_begins_with_a_place_is_of_its_country(name: str, code: str | None) -> None:
    assert PLACES.country(name) == code


def test_the_longest_place_at_an_offset_is_found() -> None:
    assert PLACES.city_at("位于圣佩德罗苏拉的工厂", 2) == "圣佩德罗苏拉"
    assert PLACES.city_at("位于圣佩德罗苏拉的工厂", 3) is None


def test_every_code_must_be_known(tmp_path: Path) -> None:
    folder = tmp_path / "extract" / "lexicon"
    folder.mkdir(parents=True)
    (folder / "places.toml").write_text('[cities]\nQQ = ["某城"]\n[bodies]\n', "utf-8")
    with pytest.raises(KnowledgeError, match="QQ is no ISO"):
        Places.load(COUNTRIES, tmp_path)


def test_a_missing_section_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "extract" / "lexicon"
    folder.mkdir(parents=True)
    (folder / "places.toml").write_text("[cities]\n", "utf-8")
    with pytest.raises(KnowledgeError, match="bodies"):
        Places.load(COUNTRIES, tmp_path)
