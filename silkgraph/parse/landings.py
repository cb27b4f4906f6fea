"""Services, programmes and brands that come to another country: ``银联卡落地吉布提``, ``阿拉伯语频道落地埃及``.

The country is the other side; nobody need be said to bring them there.
"""

from __future__ import annotations

import re

from silkgraph.model import Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import Party
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.labels import clean_label
from silkgraph.recognise.brackets import Span

_VERBS = "落地|登陆"
KEYWORDS = _VERBS
"""Without one of these nothing comes to a country."""
_LANDED = re.compile(
    rf"(?P<what>[^，；。]{{3,40}}?)(?P<how>(?:正式|成功|首次|率先|全面|已|将|拟|计划|即将|同步|顺利)*)(?P<act>{_VERBS})了?"
    r"(?P<where>[^，；《》的与和、]{2,12}?)(?:市场|院线|主流媒体|国家电视台|全国)?$"
)
_SERVICE = re.compile(
    "(?:支付|支付宝|[银信]?[联用]?卡|钱包|频道|节目|客户端|APP|平台|课程|系统|[文语]版|电视剧|影片|电影|纪录片|动画片?|音乐剧|舞剧|话剧|品牌|门店|首店|旗舰店|书架|"
    "专线|快线|班列|航线|技术|标准|方案|服务|业务|产品|车型|项目|基地|中心|工坊|学院|课堂|书屋|》|”)$"
)
_UNSAID = re.compile(
    "希望|推动|鼓励|支持|争取|更多|加快|促进|欢迎|以来|已有|多[个项种]|\\d+[余多]?[个项种家]|成果|政策|举措|措施|合作项目$|共识"
)


def landed(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """What the clause says came to another country."""
    match = _LANDED.match(context.text, context.grammar.strip_leading(context.text, clause)[0], clause[1])
    if match is None or _UNSAID.search(match["what"]) or not _SERVICE.search(match["what"]):
        return []
    code = context.names.country_of(match["where"])
    if (
        code is None
        or code == "CN"
        or not (context.names.is_country(match["where"]) or context.names.is_place(match["where"]))
    ):
        return []
    where = Party(match["where"], *match.span("where"), False)
    announced = context.grammar.modality.announced.search(match["how"])
    status: Status = "announced" if announced else "concluded"
    label = clean_label(match["what"])
    label = label if len(label) > len(match["act"]) + 2 else label + match["act"] + match["where"]
    return [Frame("programme", label, status, (), (where,), clause)]
