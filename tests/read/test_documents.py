"""What ``document.toml`` says, and what it is told when it is wrong."""

import hashlib
from datetime import date
from pathlib import Path

import pytest

from silkgraph.describe import iris
from silkgraph.errors import SourceError
from silkgraph.extraction import load_profile
from silkgraph.profile import PROFILES
from silkgraph.read.documents import FIELDS, document_folders, load_document, loose_document
from silkgraph.read.layout import LAYOUTS

SOURCE = "中国与老挝签署合作文件。\n"
SHA256 = hashlib.sha256(SOURCE.encode()).hexdigest()
GOOD = f"""identifier = "test-2029"
title_zh = "成果清单"
title_en = "List"
forum = "2019"
issuer = "外交部"
issued = 2019-04-27
published_at = "https://example.org/"
profile = "plain"
sha256 = "{SHA256}"
stated_items = 3
"""


def folder(root: Path, description: str = GOOD, name: str = "one") -> Path:
    path = root / name
    path.mkdir()
    (path / "source.txt").write_text(SOURCE, "utf-8", newline="")
    (path / "document.toml").write_text(description, "utf-8")
    return path


def test_the_five_documents_are_there_and_unchanged() -> None:
    documents = [load_document(path) for path in document_folders()]
    assert [
        (document.identifier, document.forum, document.profile, document.stated_items) for document in documents
    ] == [
        ("brf1-2017-outcome-list", "2017", "sectioned-list", 76),
        ("brf2-2019-subforums", "2019", "subforums", None),
        ("brf3-2023-chair-statement", "2023", "statement", None),
        ("brf3-2023-multilateral-list", "2023", "straight-list", 89),
        ("bri-2023-white-paper", None, "white-paper", None),
    ]


def test_an_extractor_has_the_profile_that_its_document_names() -> None:
    for path in document_folders():
        assert load_profile(path).name == load_document(path).profile


def test_profiles_and_layouts_have_the_same_names() -> None:
    assert list(PROFILES) == list(LAYOUTS)


def test_every_field_is_explained_in_the_readme() -> None:
    from silkgraph.locations import knowledge

    readme = (knowledge("extract") / "README.md").read_text("utf-8")
    assert [name for name in FIELDS if f"`{name}`" not in readme] == []


def test_a_good_description_is_taken_as_it_is(tmp_path: Path) -> None:
    document = load_document(folder(tmp_path))
    assert (document.identifier, document.issued, document.stated_items) == ("test-2029", date(2019, 4, 27), 3)
    assert (document.rights, document.sha256) == ("", SHA256)


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ('"test-2029"', '"测试"', 1, "identifier is '测试', but must be letters, digits"),
        ('title_zh = "成果清单"', 'title_zh = ""', 2, "title_zh is '', but must be a text that is not empty"),
        ('forum = "2019"', "forum = 2019", 4, "forum is 2019, but must be a year in quotation marks"),
        ("2019-04-27", '"2019-04-27"', 6, "issued is '2019-04-27', but must be a date without quotation marks"),
        ('"plain"', '"essay"', 8, "profile is 'essay', but must be one of sectioned-list, "),
        ("stated_items = 3", "stated_items = 0", 10, "stated_items is 0, but must be a whole number above 0"),
        ("stated_items = 3", "stated_item = 3", 10, "there is no field stated_item"),
        ('issuer = "外交部"', "issuer = 外交部", 5, "this is not TOML"),
        (SHA256, "0" * 64, 9, f"sha256 is not that of source.txt, which has {SHA256}"),
        ('issuer = "外交部"\n', "", None, "missing: issuer"),
    ],
)
def test_a_wrong_field_is_refused_with_its_place(
    tmp_path: Path, old: str, new: str, line: int | None, problem: str
) -> None:
    path = folder(tmp_path, GOOD.replace(old, new))
    with pytest.raises(SourceError) as caught:
        load_document(path)
    assert caught.value.problem.startswith(problem)
    assert (caught.value.path, caught.value.line) == (path / "document.toml", line)
    assert caught.value.advice


def test_a_misspelt_field_is_told_the_nearest(tmp_path: Path) -> None:
    path = folder(tmp_path, GOOD.replace("stated_items", "stated_item"))
    with pytest.raises(SourceError, match=r"document.toml:10: there is no field stated_item\nIs stated_items meant\?"):
        load_document(path)


def test_a_source_that_is_missing_or_was_changed_is_refused(tmp_path: Path) -> None:
    path = folder(tmp_path)
    (path / "source.txt").write_text(SOURCE + "。", "utf-8")
    with pytest.raises(SourceError, match=r"document.toml:9: sha256 is not that of source.txt"):
        load_document(path)
    (path / "source.txt").unlink()
    with pytest.raises(SourceError, match=r"source.txt: there is no such file"):
        load_document(path)


def test_two_documents_of_one_identifier_are_refused(tmp_path: Path) -> None:
    first, second = folder(tmp_path, name="a"), folder(tmp_path, name="b")
    with pytest.raises(SourceError) as caught:
        document_folders(tmp_path)
    assert caught.value.problem == f"the identifier 'test-2029' is already that of {first / 'document.toml'}"
    assert (caught.value.path, caught.value.line) == (second / "document.toml", 1)


def test_folders_are_sorted_and_others_passed_over(tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    second = folder(tmp_path, GOOD.replace("test-2029", "b"), "b")
    first = folder(tmp_path, name="a")
    assert document_folders(tmp_path) == (first, second)


def test_a_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no such folder"):
        document_folders(tmp_path / "nowhere")


def test_a_loose_file_is_known_by_its_name_its_first_line_and_its_first_date(tmp_path: Path) -> None:
    path = tmp_path / "summit 2023.txt"
    path.write_text("# 峰会成果\n\n2023年13月1日\n\n2023年5月19日\n\n双方签署协议。\n", "utf-8")
    document = loose_document(path)
    assert (document.identifier, document.title_zh, document.forum) == ("summit 2023", "峰会成果", None)
    assert (document.issued, document.profile) == (date(2023, 5, 19), "plain")
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("name", ["brf3_a.v2.txt", "成果清单.txt", "2023年 清单.md", "！！.txt"])
def test_a_loose_file_is_identified_by_its_stem_as_it_stands(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(SOURCE, "utf-8")
    assert loose_document(path).identifier == path.stem
    assert iris.is_safe(iris.document(path.stem).value)
