"""Vehicles, ships and machines that are made for somebody: ``甲公司为基多轻轨研制的|首列车|下线``.

Who made them acts; the line or the owner for whom they are made names them, as no name of their own does.
"""

from __future__ import annotations

import functools
import re

from silkgraph.locations import knowledge
from silkgraph.model import Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.adverbials import strip_adverbials
from silkgraph.parse.coordination import Party, parties
from silkgraph.parse.discourse import Discourse
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.lexicon import any_of, read_table
from silkgraph.recognise.shapes import may_be_name
from silkgraph.values import dataclass

KEYWORDS = r"的(?:首|第.|最后|末|全部|[\d.]+)"
"""Without such a number nothing is delivered."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns made from ``extract/lexicon/deliveries.toml``."""

    delivered: re.Pattern[str]
    exported: re.Pattern[str]
    """``甲公司|出口|基多轻轨的首列车|抵达瓜亚基尔港``."""
    buyer: re.Pattern[str]
    """Who orders is no part of the product's name, as a line is (``基多轻轨|首列车``)."""


@functools.cache
def _words() -> _Words:
    table = read_table(knowledge("extract") / "lexicon" / "deliveries.toml")
    measure, size = any_of(table["measures"]), any_of(table["sizes"])
    number = r"(?:首|第[一二三四五六七八九十\d]|最后一|最后|末|全部)"
    first = rf"(?:{number}(?:{measure})(?:\d+(?:{measure}))?|\d+(?:{measure})|[\d.]+(?:{size})级?)"
    told = (
        rf"(?P<first>{first})(?P<product>[^，的“”]{{0,16}}?(?:{any_of(table['products'])}))"
        rf"(?P<when>[^，的《》]{{0,24}}?)(?:{any_of(table['done'])})(?:并[^，]{{2,6}})?[^，的《》]{{0,16}}$"
    )
    maker = "(?:由)?(?P<maker>[^，《》为]{2,30}?)(?:专门|自主|量身)?"
    return _Words(
        re.compile(rf"{maker}为(?P<whom>[^，《》]{{2,36}}?)(?:专门|自主|量身)?(?:{any_of(table['making'])})的{told}"),
        re.compile(rf"{maker}(?:出口|供应|销往)(?P<whom>[^，《》的]{{2,30}}?)的{told}"),
        re.compile(f"(?:{any_of(table['buyers'])})$"),
    )


def delivered(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """The product that the clause says was finished or handed over; who orders it is the partner, a line names it."""
    text = context.text
    start = context.grammar.strip_leading(text, clause)[0]
    words = _words()
    match = words.delivered.match(text, start, clause[1]) or words.exported.match(text, start, clause[1])
    if match is None:
        return []
    makers = discourse.resolved(context.grammar.read(text, match.span("maker")).subjects)
    makers = makers or _named(match.span("maker"), context)
    if not makers:
        return []
    what = match["first"] + match["product"]
    buyers: tuple[Party, ...] = ()
    if words.buyer.search(match["whom"]) or context.names.is_country(match["whom"]):
        buyers = discourse.resolved(tuple(parties(text, match.span("whom"), context.names)))
    else:
        what = match["whom"] + what
    stripped = strip_adverbials(text, match.span("when"), context.names)
    status: Status = "announced" if context.grammar.modality.announced.search(stripped.words) else "concluded"
    return [Frame("programme", what, status, makers, buyers, clause)]


def _named(span: Span, context: Context) -> tuple[Party, ...]:
    """The maker that no ending tells, where the words before 为 may be a name (沪东中华)."""
    name = context.words(span)
    known = may_be_name(name) and not context.names.is_generic(name)
    return (Party(name, *span, False),) if known else ()
