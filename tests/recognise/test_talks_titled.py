"""Headlines of talks: who is China's without saying so."""

from __future__ import annotations

import pytest

from silkgraph.recognise.names import names
from silkgraph.recognise.talks_titled import is_hosted_by_china


@pytest.mark.parametrize(
    "headline",
    [
        "外交部长同瓦努阿图外长举行会谈",
        "国务院副总理会见汤加议长",
        "王振华同萨摩亚外长举行会谈",
        "海关总署署长会见哥斯达黎加农业部长",
    ],
)
def test_a_bare_office_or_a_chinese_name_is_of_china(headline: str) -> None:
    assert is_hosted_by_china(headline, names())


@pytest.mark.parametrize(
    "headline",
    [
        "泰国总理会见老挝外长",
        "东盟秘书长会见老挝外长",
        "外交部长就瓦努阿图局势发表谈话",
        "瓦努阿图外长访问广州",
    ],
)
def test_others_are_not(headline: str) -> None:
    assert not is_hosted_by_china(headline, names())
