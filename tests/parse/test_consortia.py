"""Those who act as one body that is described by its members."""

from __future__ import annotations

import pytest
from prose import told


@pytest.mark.parametrize(
    ("sentence", "initiators", "partners"),
    [
        ("由中国工商银行牵头的国际银团与加纳财政部签署5亿美元贷款协议。", "中国工商银行", "加纳财政部"),
        ("国家开发银行牵头的银团同日与加纳财政部签署贷款协议。", "国家开发银行", "加纳财政部"),
        ("由中国建筑牵头的中国企业联合体与加纳住房部签署二期合同。", "中国建筑", "加纳住房部"),
        ("中国路桥、山河重装组成的联合体与加纳住房部签署二期合同。", "中国路桥、山河重装", "加纳住房部"),
        (
            "由渣打银行牵头，中国银行伦敦分行、巴克莱银行等参加的银团与加纳财政部签署贷款协议。",
            "渣打银行、中国银行伦敦分行、巴克莱银行",
            "加纳财政部",
        ),
        (
            "由渣打银行牵头、巴克莱银行等五家银行参与的银团，已于2月底向加纳财政部发放首笔贷款9000万美元。",
            "渣打银行、巴克莱银行",
            "加纳财政部",
        ),
    ],
)
def test_the_members_of_a_consortium_act(sentence: str, initiators: str, partners: str) -> None:
    assert told(sentence)[0][2:4] == (initiators, partners)
