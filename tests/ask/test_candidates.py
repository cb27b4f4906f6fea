"""Bodies of the authority file with a name like one that it lacks."""

from __future__ import annotations

from silkgraph.ask.candidates import KnownNames

KNOWN = KnownNames.of(
    [
        ("eaeu", "欧亚经济联盟", None),
        ("eurasian-economic-commission", "欧亚经济委员会", None),
        ("la-finance", "老挝财政部", "LA"),
        ("kh-finance", "柬埔寨财政部", "KH"),
        ("undp", "UNDP", None),
        ("undp", "联合国开发计划署", None),
    ]
)


def found(name: str, country: str | None = None) -> list[tuple[str, float]]:
    return [(candidate["body"], candidate["likeness"]) for candidate in KNOWN.nearest(name, country)]


def test_the_name_most_alike_comes_first_with_how_much_it_has_in_common() -> None:
    assert found("俄罗斯欧亚经济联盟") == [("eaeu", 0.77), ("eurasian-economic-commission", 0.43)]


def test_a_body_of_another_country_is_no_candidate() -> None:
    assert found("老挝财政部门", "LA") == [("la-finance", 0.89)]
    assert found("柬埔寨财政部门", "KH") == [("kh-finance", 0.91)]


def test_marks_and_case_do_not_count() -> None:
    assert found("“联合国”开发计划署") == [("undp", 1.0)]
    assert found("Undp") == [("undp", 1.0)]


def test_a_name_like_none_has_no_candidates() -> None:
    assert found("茶叶合作社") == []
