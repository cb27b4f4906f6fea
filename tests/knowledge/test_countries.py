"""Names of countries: full names, long names, abbreviations in compounds, and what is no country."""

from __future__ import annotations

from pathlib import Path

import pycountry
import pytest

from silkgraph.errors import KnowledgeError
from silkgraph.knowledge import Countries
from silkgraph.locations import knowledge


@pytest.fixture(scope="module")
def countries() -> Countries:
    return Countries.load()


@pytest.mark.parametrize(
    ("surface", "code"),
    [
        ("老挝", "LA"),
        ("印尼", "ID"),
        ("印度尼西亚共和国", "ID"),
        ("沙特", "SA"),
        ("阿联酋", "AE"),
        ("波黑", "BA"),
        ("吉尔吉斯", "KG"),
        ("肯雅", "KE"),
        ("蒙古国", "MN"),
        ("民主刚果", "CD"),
        ("刚果（金）", "CD"),
        ("刚果（布）", "CG"),
        ("刚果共和国", "CG"),
        ("科特迪瓦", "CI"),
        ("北马其顿", "MK"),
        ("多米尼克", "DM"),
        ("多米尼加", "DO"),
        ("巴新", "PG"),
        ("大韩民国", "KR"),
        ("巴基斯坦伊斯兰共和国", "PK"),
        ("老挝人民民主共和国", "LA"),
        ("中华人民共和国", "CN"),
        ("巴勒斯坦", "PS"),
        ("香港特区", "CN"),
        ("中国澳门特别行政区", "CN"),
        ("东盟", None),
        ("欧盟", None),
        ("非洲", None),
        ("联合国", None),
    ],
)
def test_a_name_has_its_code(countries: Countries, surface: str, code: str | None) -> None:
    assert countries.code(surface) == code


def test_every_country_of_iso_3166_has_a_chinese_and_an_english_name(countries: Countries) -> None:
    without = {country.alpha_2 for country in pycountry.countries} - set(countries.names)
    assert without == {"AQ"}  # Antarctica is no country
    assert countries.name_zh("LA") == "老挝"
    assert countries.name_en("LA") == "Laos"
    assert countries.name_zh("PS") == "巴勒斯坦"


def test_official_and_full_names(countries: Countries) -> None:
    assert countries.official_names("PK") == ("巴基斯坦伊斯兰共和国",)
    assert countries.official_names("NZ") == ()
    assert countries.full_names("ID") == ("印度尼西亚", "印度尼西亚共和国", "印尼")


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("与老挝、柬埔寨政府签署共建“一带一路”政府间双边合作规划", ["老挝", "柬埔寨"]),
        ("与埃及、孟加拉国、乌兹别克斯坦、沙特有关企业签署", ["埃及", "孟加拉国", "乌兹别克斯坦", "沙特"]),
        ("巴布亚新几内亚总理马拉佩", ["巴布亚新几内亚"]),
        ("几内亚、几内亚比绍和赤道几内亚", ["几内亚", "几内亚比绍", "赤道几内亚"]),
        ("南苏丹与苏丹", ["南苏丹", "苏丹"]),
        ("中国香港特别行政区成功举办了8届", ["中国香港特别行政区"]),
        ("深化沿海地区合作，沿线海关", []),
        ("印度洋、朝鲜半岛、尼日尔河与几内亚湾", []),
        ("拉美国家、欧美国家和南非洲地区", []),
        ("其中国家级项目", []),
        ("参加纳米技术展", []),
        ("马里兰州", []),
        ("10月18日本次论坛跨越南北", []),
        ("内蒙古自治区", []),
    ],
)
def test_full_names_in_running_text(countries: Countries, sentence: str, found: list[str]) -> None:
    assert countries.pattern.findall(sentence) == found


@pytest.mark.parametrize(
    ("compound", "codes"),
    [
        ("中老", ("CN", "LA")),
        ("中巴", ("CN", "PK")),
        ("中蒙俄", ("CN", "MN", "RU")),
        ("中吉乌", ("CN", "KG", "UZ")),
        ("孟中印缅", ("BD", "CN", "IN", "MM")),
        ("中印尼", ("CN", "ID")),
        ("中巴（西）", ("CN", "BR")),
        ("中埃（及）", ("CN", "EG")),
        ("中阿（联酋）", ("CN", "AE")),
        ("中非", None),
        ("中阿", None),
        ("中拉", None),
        ("中东", None),
        ("中文", None),
        ("中国", None),
        ("中", None),
        ("印尼", None),
        ("丝路", None),
    ],
)
def test_compounds_of_abbreviations(countries: Countries, compound: str, codes: tuple[str, ...] | None) -> None:
    assert countries.abbreviation_codes(compound) == codes


def test_an_ambiguous_abbreviation_means_the_country_mentioned_nearby(countries: Countries) -> None:
    assert countries.candidates("巴")[:3] == ("PK", "BR", "PS")
    assert countries.abbreviation_codes("中巴", mentioned={"BR", "CN"}) == ("CN", "BR")
    assert countries.abbreviation_codes("中阿", mentioned={"AR"}) == ("CN", "AR")


def test_regions_have_no_code(countries: Countries) -> None:
    assert countries.is_region("中东欧")
    assert countries.is_region("阿拉伯国家")
    assert not countries.is_region("老挝")
    assert all(countries.code(region) is None for region in countries.regions)


def test_the_country_at_the_head_of_a_bodys_name(countries: Countries) -> None:
    assert countries.split("巴基斯坦伊斯兰共和国铁道部") == ("PK", "铁道部")
    assert countries.split("联合国") == (None, "联合国")
    assert countries.split("香港特别行政区") == (None, "香港特别行政区")


def _supplement(root: Path, old: str, new: str) -> Path:
    """A copy of the supplement with one change; returns its path."""
    text = (knowledge("extract") / "lexicon" / "countries.toml").read_text(encoding="utf-8")
    assert old in text
    path = root / "extract" / "lexicon" / "countries.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def test_an_unknown_code_is_refused_with_its_line(tmp_path: Path) -> None:
    path = _supplement(tmp_path, 'ID = ["印尼"]', 'XX = ["印尼"]')
    line = path.read_text(encoding="utf-8").splitlines().index('XX = ["印尼"]') + 1
    with pytest.raises(KnowledgeError) as caught:
        Countries.load(tmp_path)
    assert str(caught.value) == f"{path}:{line}: XX is no ISO 3166-1 alpha-2 code"


def test_bad_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    path = _supplement(tmp_path, 'ID = ["印尼"]', "ID = [印尼]")
    with pytest.raises(KnowledgeError) as caught:
        Countries.load(tmp_path)
    assert caught.value.path == path
    assert caught.value.line == path.read_text(encoding="utf-8").splitlines().index("ID = [印尼]") + 1


def test_a_missing_section_is_named(tmp_path: Path) -> None:
    path = _supplement(tmp_path, "[guards]", "[guard]")
    with pytest.raises(KnowledgeError) as caught:
        Countries.load(tmp_path)
    assert str(caught.value) == f"{path}: lacks the section [guards]"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="cannot be read"):
        Countries.load(tmp_path)
