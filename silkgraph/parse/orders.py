"""Goods that one firm orders from another: ``文莱骐骥航空订购30架中国商飞飞机``, ``约旦采购商下单50台机床``.

Only what is counted or has a sum, by who orders it; who sells it is the other side where it is named.
"""

from __future__ import annotations

import functools
import re

from silkgraph.locations import knowledge
from silkgraph.model import Kind, Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import Party, parties
from silkgraph.parse.counted_items import counts, is_rounded
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.labels import clean_label
from silkgraph.parse.money import find_money
from silkgraph.parse.plain_names import plain_name
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.lexicon import any_of, read_table
from silkgraph.values import dataclass


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns made from ``extract/lexicon/orders.toml``."""

    ordered: re.Pattern[str]
    sold: re.Pattern[str]
    """``中兴通讯向泰国True公司|供应|300套5G设备``."""
    unsaid: re.Pattern[str]
    orders: frozenset[str]


KEYWORDS = "订购|采购|购买|购入|购置|购得|下单|预订|订下|定购|增购|增订|接收|引进|喜提|供应|供货|出口|售出|出售|销售"
"""Without one of these nothing is ordered or sold."""
_FROM = re.compile("[向从自](?P<who>[^，向从自]{2,30}?)(?:手中|处|方面)?$")
_FIRST = re.compile("首[架艘列台辆套批]")
_STATISTICS = re.compile("，[^。]{0,8}?(?:同比|环比|增长|下降|占|较去年|比去年|累计)")
"""What goes on about trade counted it."""
_IN_BULK = re.compile("[\\d万亿]吨")
_NEAR = 16
_LONGEST = 12


@functools.cache
def _words() -> _Words:
    table = read_table(knowledge("extract") / "lexicon" / "orders.toml")
    how = f"(?P<how>(?:{any_of(table['manner'])})*)"
    return _Words(
        ordered=re.compile(
            rf"(?P<head>[^《》]{{2,60}}?){how}(?P<act>{any_of((*table['ordering'], *table['buying']))})了?"
            rf"(?P<what>(?!{any_of(table['no_object'])})[^，《》]{{3,40}})$"
        ),
        sold=re.compile(
            rf"(?P<head>[^《》]{{2,40}}?)[向对](?P<whom>[^，《》向]{{2,30}}?){how}"
            rf"(?P<act>{any_of(table['selling'])})了?(?P<what>[^，《》]{{3,40}})$"
        ),
        unsaid=re.compile("|".join(table["unsaid"])),
        orders=frozenset(table["ordering"]),
    )


def ordered(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """What the clause says somebody ordered, bought or sold at once; none where it only counts trade."""
    words = _words()
    start = context.grammar.strip_leading(context.text, clause)[0]
    match = words.sold.match(context.text, start, clause[1]) or words.ordered.match(context.text, start, clause[1])
    if match is None or words.unsaid.search(match.group()) or not _is_exact(match.span("what"), context):
        return []
    if _STATISTICS.search(context.text, clause[1], clause[1] + _NEAR):
        return []
    sells = match.re is words.sold
    seller = None if sells else _FROM.search(context.text, match.start("head"), match.start("how"))
    head_span = (match.start("head"), seller.start() if seller else match.end("head"))
    head = context.grammar.read(context.text, head_span)
    makers = discourse.resolved(head.subjects) or _by_position(head_span, context)
    makers = makers or (() if discourse.has_told else discourse.subjects)
    other = match.span("whom") if sells else seller.span("who") if seller else None
    others = discourse.resolved(tuple(parties(context.text, other, context.names))) if other else head.counterparts
    if not makers or head.wish or all(party.generic and _is_plain(party, context) for party in makers):
        return []
    if _IN_BULK.search(context.text, *match.span("what")) and any(_is_land(party, context) for party in makers):
        return []
    if sells and not any(_is_named(party, context) for party in others):
        return []
    announced = head.announced or context.grammar.modality.announced.search(match["how"]) is not None
    status: Status = "announced" if announced or discourse.announced and not head.subjects else "concluded"
    kind: Kind = "agreement" if match["act"] in words.orders else "programme"
    mentions = find_money(context.text, *clause)
    label = clean_label(context.words(match.span("what")))
    return [Frame(kind, match["act"] + label, status, makers, tuple(others), clause, tuple(m.amount for m in mentions))]


def _is_exact(what: Span, context: Context) -> bool:
    """Whether goods have an exact number, or a sum."""
    counted = counts(context.text, what) or _FIRST.match(context.text, *what)
    return bool(counted or find_money(context.text, *what)) and not is_rounded(context.text, what)


def _is_plain(party: Party, context: Context) -> bool:
    """Whether a party has not even a country (``采购商``, beside ``约旦采购商``)."""
    return context.names.country_prefix(party.name) is None


def _is_land(party: Party, context: Context) -> bool:
    """Whether a party is a state or province, whose trade is counted by the ton."""
    return context.names.is_country(party.name) or context.names.is_place(party.name)


def _is_named(party: Party, context: Context) -> bool:
    return not party.generic or not _is_plain(party, context)


def _by_position(head: Span, context: Context) -> tuple[Party, ...]:
    """Who orders, where no ending tells that it is a name."""
    end, _ = context.grammar.strip_adverbs(context.text, *head)
    return plain_name(context.text, (head[0], end), context.names, _LONGEST)
