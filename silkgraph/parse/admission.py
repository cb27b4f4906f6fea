"""Goods that a country lets in: ``海关总署自即日起允许|卢旺达干辣椒、马达加斯加冷冻羊肉|进口``, one for each."""

from __future__ import annotations

import itertools
import re

from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import Party
from silkgraph.parse.discourse import Discourse
from silkgraph.recognise.brackets import Span

_ADMITTED = re.compile(
    r"(?P<head>[^，]{0,60}?)(?P<verb>允许|准许|准予|批准|同意|恢复)(?:符合[^，]{2,16}的|来自|自)?(?P<goods>[^，]{4,60}?)(?:等)?"
    r"(?P<way>进口|输华|对华出口|出口中国|进入中国市场)$"
)
_WAYS = ("进口", "输华", "对华出口", "出口中国", "进入中国市场")
KEYWORDS = f"(?:{'|'.join(_WAYS)})$"
_AND = re.compile("、|以及|和|及")
_TRAILING = re.compile("(?:、|以及|和|及)$")
_CHINA = frozenset(("海关总署", "中国海关总署", "中国", "中方", "中国海关"))


def admitted(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """A measure for the goods of each country that the clause names."""
    if not context.words(clause).endswith(_WAYS):
        return []
    match = _ADMITTED.match(context.text, *clause)
    if match is None:
        return []
    head = context.grammar.read(context.text, match.span("head"))
    makers = discourse.resolved(head.subjects) or discourse.subjects
    makers = tuple(party for party in makers if party.name in _CHINA) or _customs(context)
    found = []
    start = match.start("goods")
    for goods in _by_country(match["goods"], context):
        land = context.names.country_prefix(goods)
        if land is None or len(goods) - len(land) < 2 or goods.startswith(land + "企业"):
            return []
        at = context.text.index(goods, start)
        partner = Party(land, at, at + len(land), False)
        label = match["verb"] + goods + match["way"]
        found.append(Frame("programme", label, "concluded", makers, (partner,), clause))
    return found


def _by_country(goods: str, context: Context) -> list[str]:
    """The goods of each country: those that name none are of the country before (``洪都拉斯白虾、|甜瓜``)."""
    cuts = [0] + [m.end() for m in _AND.finditer(goods) if context.names.country_prefix(goods[m.end() :])]
    return [_TRAILING.sub("", goods[a:b]) for a, b in itertools.pairwise([*cuts, len(goods)])]


def _customs(context: Context) -> tuple[Party, ...]:
    """China's customs where the document speaks of it."""
    at = context.text.find("海关总署")
    return (Party("海关总署", at, at + 4, False),) if at >= 0 else ()
