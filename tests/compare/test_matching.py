"""Which outcome is which, where IRIs, words and places differ."""

from __future__ import annotations

from silkgraph.compare.matching import matched
from silkgraph.compare.things import Thing

LAOS = "中国政府与老挝政府签署经济合作谅解备忘录"
CHINA_AND_TWO = "与老挝、柬埔寨政府签署合作规划"


def outcome(
    place: str, quote: str, label: str = "", *, start: int = 0, kind: str = "agreement", partner: str = ""
) -> Thing:
    """An outcome of the document ``list`` with the IRI ``…/outcome/list/PLACE``."""
    fields = {"kind": (kind,), "quote": (quote,), "label": (label,), "partners": (partner,)}
    iri, item = f"https://w3id.org/silkgraph/id/outcome/list/{place}", place.partition("/")[0]
    return Thing(iri, "outcome", ("list",), item, 1, start, start + len(quote), fields, frozenset())


def pairs(old: list[Thing], new: list[Thing], *, same_text: bool = False) -> set[tuple[str, str]]:
    """The places of what is paired, "" where there is no other side."""

    def place(thing: Thing | None) -> str:
        return thing.iri.rpartition("/list/")[2] if thing else ""

    return {(place(one), place(other)) for one, other in matched(old, new, frozenset(["list"] if same_text else []))}


def test_the_same_words_under_another_number() -> None:
    assert pairs([outcome("1/1", LAOS)], [outcome("1/1", "双方举行论坛"), outcome("2/1", LAOS)]) == {
        ("1/1", "2/1"),
        ("", "1/1"),
    }


def test_several_outcomes_of_one_passage_keep_their_partners() -> None:
    laos, cambodia = (
        [outcome(f"1/{place}", CHINA_AND_TWO, "合作规划", partner=partner) for place in places]
        for partner, places in (("老挝政府", (1, 2)), ("柬埔寨政府", (2, 1)))
    )
    assert pairs([laos[0], cambodia[0]], [cambodia[1], laos[1]]) == {("1/1", "1/2"), ("1/2", "1/1")}


def test_the_same_iri_with_words_that_were_corrected() -> None:
    assert pairs([outcome("1/1", LAOS)], [outcome("1/1", LAOS.replace("经济", "经贸"))]) == {("1/1", "1/1")}


def test_an_iri_that_stands_for_something_else_now() -> None:
    fair = outcome("1/1", "中方将于明年举办首届数字贸易博览会", kind="event")
    assert pairs([outcome("1/1", LAOS)], [fair]) == {("1/1", ""), ("", "1/1")}


def test_the_same_characters_of_a_text_that_has_not_changed() -> None:
    old = outcome("1/1", "签署备忘录", start=40)
    rewritten = outcome("2/3", "双方在北京共同交换备忘录并致辞", start=30)
    assert pairs([old], [rewritten]) == {("1/1", ""), ("", "2/3")}
    assert pairs([old], [rewritten], same_text=True) == {("1/1", "2/3")}
    elsewhere = outcome("2/3", "双方在北京共同交换备忘录并致辞", start=60)
    assert pairs([old], [elsewhere], same_text=True) == {("1/1", ""), ("", "2/3")}
