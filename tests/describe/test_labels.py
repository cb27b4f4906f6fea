"""What things are called in English and Chinese."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from silkgraph.describe.labels import (
    Glossary,
    enumeration,
    figure_labels,
    grouped,
    item_labels,
    outcome_label,
    outcome_labels,
    participation_labels,
    pinyin,
    read_terms,
)
from silkgraph.errors import KnowledgeError
from silkgraph.model import Body, Item, Reading


def body(name: str, country: str | None = None, identifier: str = "unknown") -> Body:
    return Body(name, country, "other", False, identifier, False)


def test_agreement_is_named_by_kind_topic_parties_and_year(reading: Reading, glossary: Glossary) -> None:
    agreement = replace(reading.outcomes[0], domain="transport")
    label = outcome_label(agreement, reading.document, glossary)
    assert label == "Agreement on transport: Government of China and Government of Laos (2017)"


def test_money_stands_before_the_parties(reading: Reading, glossary: Glossary) -> None:
    label = outcome_label(reading.outcomes[1], reading.document, glossary)
    assert label == "Funding commitment on finance: CNY 1,000.5; China: Si lu mou mou ji jin (2017)"


def test_what_is_set_up_is_named(reading: Reading, glossary: Glossary) -> None:
    founded = Body("亚洲基础设施投资银行", None, "bank", False, "aiib", True)
    outcome = replace(reading.outcomes[0], kind="institution", establishes=(founded,), initiators=(), partners=())
    label = outcome_label(outcome, reading.document, glossary)
    assert label == "Institution on strategy and planning: Asian Infrastructure Investment Bank (2017)"


def test_outcome_without_parties_has_its_name_in_pinyin(reading: Reading, glossary: Glossary) -> None:
    railway = replace(reading.outcomes[0], label="中老铁路", kind="programme", initiators=(), partners=(), year=None)
    document = replace(reading.document, forum=None)
    assert outcome_label(railway, document, glossary) == "Programme on strategy and planning: Zhong lao tie lu"


def test_outcomes_that_would_look_alike_are_told_apart(reading: Reading, glossary: Glossary) -> None:
    first = reading.outcomes[0]
    twice = replace(reading, outcomes=(first, replace(first, number=2, label="另一份文件")))
    assert outcome_labels(twice, glossary) == [
        "Agreement on strategy and planning: Government of China and Government of Laos (2017, item 1.3 no. 1)",
        "Agreement on strategy and planning: Government of China and Government of Laos (2017, item 1.3 no. 2)",
    ]


@pytest.mark.parametrize(
    ("given", "english"),
    [
        (body("国际货币基金组织", identifier="imf"), "International Monetary Fund"),
        (body("哈萨克斯坦有关机构", "KZ"), "Relevant institutions of Kazakhstan"),
        (body("荷兰有关企业", "NL"), "Relevant enterprises of the Netherlands"),
        (body("30多个国家"), "More than 30 countries"),
        (body("超过40个国家和地区"), "More than 40 countries and regions"),
        (body("近90个共建国家"), "Nearly 90 Belt and Road partner countries"),
        (body("柬埔寨某某局", "KH"), "Cambodia: Mou mou ju"),
        (body("某某协会", "CN"), "China: Mou mou xie hui"),
        (body("某某协会"), "Mou mou xie hui"),
    ],
)
def test_body_is_named_as_far_as_is_known(given: Body, english: str, glossary: Glossary) -> None:
    assert glossary.body(given) == english


def test_long_lists_are_counted() -> None:
    assert enumeration(["A"]) == "A"
    assert enumeration(["A", "B"]) == "A and B"
    assert enumeration(["A", "B", "C", "D"]) == "A, B, C and D"
    assert enumeration([*"ABCDE", "A"]) == "A, B, C and 2 others"


def test_numbers_are_grouped() -> None:
    assert grouped(Decimal("19.10")) == "19.1"
    assert grouped(Decimal("1E11")) == "100,000,000,000"


def test_pinyin_keeps_latin_and_drops_marks() -> None:
    assert pinyin("第五届（IKCEST）“一带一路”竞赛") == "Di wu jie IKCEST yi dai yi lu jing sai"
    assert pinyin("——") == "?"


def test_figure_says_how_exact_it_is(reading: Reading, glossary: Glossary) -> None:
    figure = reading.figures[0]
    assert figure_labels(figure, glossary) == (
        "中国进出口：将近19100000000000 USD（2013/2022）",
        "China: Jin chu kou, nearly 19,100,000,000,000 USD (2013/2022)",
    )
    range_of_trains = replace(figure, value=Decimal(10), upper=Decimal(12), unit="列", qualifier="exact", as_of=None)
    assert figure_labels(range_of_trains, glossary) == ("中国进出口：10—12列", "China: Jin chu kou, 10–12 trains")


def test_participant_is_named_with_office_and_country(reading: Reading, glossary: Glossary) -> None:
    assert participation_labels(reading.participations[0], glossary) == (
        "老挝国家主席通伦",
        "President of Laos: Tong lun",
    )


def test_paragraph_without_number_is_a_paragraph(reading: Reading) -> None:
    paragraph = Item("p4", 0, 1, (), None, ())
    assert item_labels(paragraph, reading.document) == ("成果清单 第4段", "Paragraph 4 of Outcome list")


def test_broken_terms_are_refused_with_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "english-terms.toml"
    path.write_text('[bodies]\n"海关" = customs\n', "utf-8")
    with pytest.raises(KnowledgeError) as refused:
        read_terms(path)
    assert (refused.value.path, refused.value.line) == (path, 2)
    path.write_text("[bodies]\n[offices]\n", "utf-8")
    with pytest.raises(KnowledgeError, match=r"lacks the section \[units\]"):
        read_terms(path)


def test_label_of_an_unlisted_code_is_the_code(glossary: Glossary) -> None:
    assert glossary.concept("domain", "transport") == ("交通运输", "Transport")
    assert glossary.concept("domain", "astrology") == ("astrology", "astrology")
