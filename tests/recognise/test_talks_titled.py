"""Headlines of talks and visits: who is China's without saying so."""

from __future__ import annotations

import pytest

from silkgraph.recognise.names import names
from silkgraph.recognise.talks_titled import involves_china


@pytest.mark.parametrize(
    "headline",
    [
        "外交部长同瓦努阿图外长举行会谈",
        "国务院副总理会见汤加议长",
        "王振华同萨摩亚外长举行会谈",
        "海关总署署长会见哥斯达黎加农业部长",
        "王振华对萨摩亚进行正式友好访问",
        "商务部部长率团访问瑙鲁",
        "海南省代表团访问汤加",
        "驻基里巴斯使馆举行签字仪式",
        "瓦努阿图代表团访问海关总署",
        "中方与图瓦卢签署合作文件",
    ],
)
def test_a_bare_office_or_a_chinese_name_is_of_china(headline: str) -> None:
    assert involves_china(headline, names())


@pytest.mark.parametrize(
    "headline",
    [
        "泰国总理会见老挝外长",
        "东盟秘书长会见老挝外长",
        "外交部长就瓦努阿图局势发表谈话",
        "瓦努阿图外长访问广州",
        "联合国秘书长访问斐济",
        "萨摩亚总理抵达阿皮亚",
        "斐济成为亚投行成员",
    ],
)
def test_others_are_not(headline: str) -> None:
    assert not involves_china(headline, names())
