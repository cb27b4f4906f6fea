"""Bodies that are spoken of without a name, by the words of the lexicon."""

from __future__ import annotations

import pytest

from silkgraph.recognise.names import names
from silkgraph.recognise.references import is_bare, of_several_states


@pytest.mark.parametrize(
    ("name", "generic"),
    [
        ("塞尔维亚企业", True),
        ("塞尔维亚旅行社", True),
        ("塞尔维亚科学院", False),
        ("缅甸地震灾区", True),
        ("缅甸灾民", True),
        ("缅甸地震局", False),
    ],
)
def test_of_some_bodies_a_country_has_many(name: str, generic: bool) -> None:
    assert names().is_generic(name) is generic


@pytest.mark.parametrize(
    ("name", "meant"),
    [("两国智库", (2, "智库")), ("三国有关企业代表", (3, "有关企业")), ("两国政府", None), ("智库", None)],
)
def test_each_of_several_states_has_many(name: str, meant: tuple[int, str] | None) -> None:
    assert of_several_states(name) == meant


def test_a_bare_kind_of_body_may_mean_one_that_was_named() -> None:
    assert [word for word in ("公司", "使馆", "商会", "中国商会", "协议") if is_bare(word)] == ["公司", "使馆", "商会"]
