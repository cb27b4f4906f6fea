"""Names that end at a place in a text."""

from __future__ import annotations

import pytest

from silkgraph.recognise.antecedents import name_ending_at
from silkgraph.recognise.names import names


@pytest.mark.parametrize("name", ["环印度洋开发银行", "跨里海运输协会", "西非开发银行"])
def test_a_name_may_begin_with_a_region(name: str) -> None:
    text = f"昨日，{name}"
    assert name_ending_at(text, len(text), names()) == name


def test_one_of_a_kind_is_no_name() -> None:
    assert name_ending_at("一个商会", 4, names()) is None
