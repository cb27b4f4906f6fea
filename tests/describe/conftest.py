"""A small reading that has one of everything, and the names that labels are built with."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from silkgraph.describe.labels import Glossary
from silkgraph.describe.reference_graph import known_glossary
from silkgraph.model import (
    Amount,
    Body,
    Figure,
    Item,
    Outcome,
    Participation,
    Passage,
    Reading,
    SourceDocument,
    UnreadClause,
)

TEXT = (
    "中国政府与老挝政府签署共建“一带一路”政府间双边合作规划。"
    "丝路基金新增资金1000.5元人民币。进出口近19.1万亿美元。老挝国家主席通伦。"
)


def passage(quote: str) -> Passage:
    start = TEXT.index(quote)
    return Passage(start, start + len(quote), quote)


@pytest.fixture(scope="session")
def glossary() -> Glossary:
    return known_glossary()


@pytest.fixture
def reading() -> Reading:
    china = Body("中国政府", "CN", "government", False, "government-cn", True)
    laos = Body("老挝政府", "LA", "government", False, "government-la", True)
    fund = Body("丝路某某基金", "CN", "bank", False, "si-lu-mou-mou-ji-jin", False)
    document = SourceDocument(
        identifier="brf1-2017-outcome-list",
        title_zh="成果清单",
        title_en="Outcome list",
        forum="2017",
        issuer="外交部",
        issued=date(2017, 5, 16),
        published_at="https://example.org/list",
        sha256="ab" * 32,
        profile="sectioned-list",
        rights="The source text keeps the terms of its publisher.",
        stated_items=1,
    )
    agreement = Outcome(
        document.identifier,
        "1.3",
        1,
        passage("中国政府与老挝政府签署共建“一带一路”政府间双边合作规划"),
        "agreement",
        "共建“一带一路”政府间双边合作规划",
        "concluded",
        (china,),
        (laos,),
        "strategy",
        "policy-coordination",
        year=2017,
        rule="transitive",
    )
    funding = Outcome(
        document.identifier,
        "1.3",
        2,
        passage("丝路基金新增资金1000.5元人民币"),
        "funding",
        "丝路基金新增资金",
        "concluded",
        (fund,),
        (),
        "finance",
        amounts=(Amount(Decimal("1000.50"), "CNY"),),
        rule="funded",
        assumptions=("party-from-clause",),
    )
    figure = Figure(
        document.identifier,
        "1.3",
        1,
        passage("进出口近19.1万亿美元"),
        "中国",
        "进出口",
        Decimal("19.1E12"),
        None,
        "USD",
        "nearly",
        "2013/2022",
    )
    participation = Participation(
        document.identifier, "1.3", 1, passage("老挝国家主席通伦"), "通伦", "国家主席", "LA", None
    )
    item = Item("1.3", 0, len(TEXT), ("一、推进战略对接",), "policy-coordination", ((0, len(TEXT)),))
    return Reading(
        document,
        len(TEXT),
        (item,),
        (Passage(0, len(TEXT), TEXT),),
        (agreement, funding),
        (figure,),
        (participation,),
        (UnreadClause("1.3", passage("丝路基金新增资金"), "新增", "construction-not-recognised"),),
    )
