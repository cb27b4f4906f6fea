"""Vehicles, ships and machines that are made for somebody: ``甲公司为基多轻轨研制的|首列车|下线``.

Who made them acts; the line or the owner for whom they are made names them, as no name of their own does.
"""

from __future__ import annotations

import re

from silkgraph.model import Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.adverbials import strip_adverbials
from silkgraph.parse.coordination import Party, parties
from silkgraph.parse.discourse import Discourse
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.shapes import may_be_name

_DONE = (
    "下线|下水|出厂|交付|启运|发运|起运|装船|出海|运抵|抵达|驶抵|到达|命名|交车|交船|投运|投用|上线|投入运营|投入使用|投入运行|投入载客运营|试跑|亮相|离港|出口|发车"
)
KEYWORDS = f"(?:{_DONE})"
"""Without one of these nothing is delivered."""
_FIRST = r"(?:首|第[一二三四五六七八九十\d]|最后一|末|全部|最后)(?:列|批|台|辆|艘|架|套|组|条|节|部)(?:\d+[列台辆艘架套组节部])?|\d+[列台辆艘架套]|[\d.]+万?(?:吨|标箱|标准箱|立方米|兆瓦|千伏|马力)级?"
_PRODUCT = (
    r"(?:[^，的“”]{0,16}?(?:列车|车|动车组|动车|机车|客车|货车|卡车|轻轨车|地铁车|公交车|巴士|渡轮|船|轮|舰|艇|盾构机|起重机|岸桥|场桥|挖掘机|装载机|推土机|"
    r"钻机|机组|风机|叶片|变压器|发电机|电池|飞机|直升机|无人机|设备|组件|平台|模块|压路机|搅拌车|消防车|救护车|拖拉机|收割机|闸机))"
)
_MADE = r"(?:研制|制造|生产|建造|定制|打造|量身打造|量身定制|研发|承造|供应|提供|改造|设计制造|设计生产|出口)(?:生产)?"
_DELIVERED = re.compile(
    rf"(?:由)?(?P<maker>[^，《》为]{{2,30}}?)(?:专门|自主|量身)?为(?P<whom>[^，《》]{{2,36}}?)(?:专门|自主|量身)?{_MADE}的"
    rf"(?P<first>{_FIRST})(?P<product>{_PRODUCT})(?P<when>[^，的《》]{{0,24}}?)(?:{_DONE})(?:并[^，]{{2,6}})?(?P<where>[^，的《》]{{0,16}})$"
)
_EXPORTED = re.compile(
    rf"(?:由)?(?P<maker>[^，《》为]{{2,30}}?)(?:出口|供应|销往|交付)(?P<whom>[^，《》的]{{2,30}}?)的(?P<first>{_FIRST})(?P<product>{_PRODUCT})"
    rf"(?P<when>[^，的《》]{{0,24}}?)(?:{_DONE})(?P<where>[^，的《》]{{0,16}})$"
)
_OF_WHOM = re.compile(r"(?:公司|集团|船东|局|部|厅|政府|客户|银行|军|署|院|大学|航空|航运|海运|矿业)$")
"""Who orders is no part of the product's name, as a line is (``基多轻轨|首列车``)."""


def delivered(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """The product that the clause says was finished or handed over; who orders it is the partner, a line names it."""
    text = context.text
    start = context.grammar.strip_leading(text, clause)[0]
    match = _DELIVERED.match(text, start, clause[1]) or _EXPORTED.match(text, start, clause[1])
    if match is None:
        return []
    makers = discourse.resolved(context.grammar.read(text, match.span("maker")).subjects)
    makers = makers or _named(match.span("maker"), context)
    if not makers:
        return []
    what = match["first"] + match["product"]
    buyers: tuple[Party, ...] = ()
    if _OF_WHOM.search(match["whom"]) or context.names.is_country(match["whom"]):
        buyers = discourse.resolved(tuple(parties(text, match.span("whom"), context.names)))
    else:
        what = match["whom"] + what
    stripped = strip_adverbials(text, match.span("when"), context.names)
    status: Status = "announced" if context.grammar.announced.search(stripped.words) else "concluded"
    return [Frame("programme", what, status, makers, buyers, clause)]


def _named(span: Span, context: Context) -> tuple[Party, ...]:
    """The maker that no ending tells, where the words before 为 may be a name (沪东中华)."""
    name = context.words(span)
    known = may_be_name(name) and not context.names.is_generic(name)
    return (Party(name, *span, False),) if known else ()
