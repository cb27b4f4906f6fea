"""Deeds that a clause tells by several words together, none of which alone would: each sort has a module of its own.

Contracts: ``A收到B发出的中标通知书`` (``awards``), ``A把X标授予B`` (``contracts_given``),
``A授予B运营牌照`` (``licences``), ``A接收B援助的X`` (``gifts_received``).
Money: ``A完成20亿元熊猫债券的簿记定价`` (``bonds``), ``A出资500万元设立X`` (``endowments``).
Bodies: ``A增选B为新成员`` (``membership``), ``A牵头，B、C响应，X宣布组建`` (``founding``).
Meetings: ``题为《X》的文本…获得鼓掌通过`` (``passed``), ``在21日举行的X会议上`` (``meetings_told``).
Trade: ``允许X国Y进口`` (``admission``), ``A为B研制的首列车下线`` (``deliveries``), ``这是首趟…班列`` (``first_runs``),
``A与B打通二维码支付`` (``connections``), ``海关推出十二条措施`` (``packages``),
``X国Y首次输华`` (``first_imports``), ``A办理首笔人民币业务`` (``first_deals``),
``A租下B港99年`` (``leases``), ``A订购30架飞机`` (``orders``),
``A在B国设厂`` (``plants``), ``A与B互认学分`` (``mutual``),
``银联卡落地吉布提`` (``landings``).
People: ``“X”特展将亮相突尼斯城`` (``exhibitions``), ``某台从6月起播出《X》`` (``broadcasts``),
``医疗队开展义诊`` (``treatments``), ``香港中乐团赴塔什干演出`` (``tours``).
"""

from __future__ import annotations

from silkgraph.parse import (
    admission,
    awards,
    bonds,
    broadcasts,
    connections,
    contracts_given,
    deliveries,
    endowments,
    exhibitions,
    first_deals,
    first_imports,
    first_runs,
    founding,
    gifts_received,
    landings,
    leases,
    licences,
    meetings_told,
    membership,
    mutual,
    orders,
    packages,
    passed,
    plants,
    tours,
    treatments,
)
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.discourse import Discourse
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.patterns import watched, watchful
from silkgraph.values import replace

_READING = (
    (awards, (awards.awarded, awards.certified)),
    (bonds, (bonds.sold,)),
    (endowments, (endowments.endowed, endowments.ordered, endowments.received)),
    (gifts_received, (gifts_received.gift_received,)),
    (contracts_given, (contracts_given.contract_given,)),
    (licences, (licences.licensed,)),
    (admission, (admission.admitted,)),
    (membership, (membership.enrolled,)),
    (founding, (founding.founded,)),
    (passed, (passed.passed,)),
    (exhibitions, (exhibitions.shown,)),
    (meetings_told, (meetings_told.meeting_told,)),
    (connections, (connections.connected_with,)),
    (broadcasts, (broadcasts.aired,)),
    (packages, (packages.package,)),
    (treatments, (treatments.treated,)),
    (deliveries, (deliveries.delivered,)),
    (first_runs, (first_runs.first_run,)),
    (first_imports, (first_imports.let_in,)),
    (first_deals, (first_deals.first_deal,)),
    (leases, (leases.leased,)),
    (orders, (orders.ordered,)),
    (plants, (plants.plant_abroad,)),
    (mutual, (mutual.mutual,)),
    (landings, (landings.landed,)),
    (tours, (tours.toured,)),
)
_READERS = tuple((watchful(module.KEYWORDS), readers) for module, readers in _READING)
"""The readers of each module, behind the words that it declares."""
KEYWORDS = "|".join(watched(module.KEYWORDS) for module, _ in _READING)
"""Without one of these a clause tells no deed."""
_KEYWORD = watchful(KEYWORDS)


def deed(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """The frames of the deed that the clause tells; none where it tells none of these sorts."""
    if _KEYWORD.search(context.text, *clause) is None:
        return []
    readers = (read for words, several in _READERS if words.search(context.text, *clause) for read in several)
    for read in readers:
        frames = read(clause, context, discourse)
        if frames:
            discourse.referents.acted(*frames[0].initiators)
            discourse.referents.note(*frames[0].initiators, *frames[0].partners)
            discourse.has_told = True
            return [replace(frame, rule="set-phrase") for frame in frames]
    return []
