"""Plants that firms build in other countries: ``正泰电器在埃及设厂``, ``宁德时代匈牙利工厂投产``.

The firm is named, whatever its name looks like, and the country where the plant is, is the other side.
"""

from __future__ import annotations

import re

from silkgraph.model import Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import parties
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.money import find_money
from silkgraph.parse.plain_names import plain_name
from silkgraph.recognise.brackets import Span

KEYWORDS = "[设建办]厂$"
"""Without these words at its end a clause tells of no plant."""
_PLANT = re.compile(
    r"(?P<who>[^，《》]{2,40}?)(?P<when>(?:将|拟|计划|已|正式|宣布|决定|首次|再度|再次|再|考虑|有意|有望|斥资[^，在]{2,16}|投资[^，在]{2,16}|出资[^，在]{2,16})*)"
    r"(?:在|赴|到)(?P<where>[^，在]{2,14}?)(?:投资|合资|独资|合作|共同|新|开工|追加投资|布局)*[设建办]厂$"
)
_UNSAID = re.compile("鼓励|支持|欢迎|希望|考虑|有意|企业$|更多|推动|探讨|愿|可$|吸引|若|如果|从未|不")
_LONGEST = 14


def plant_abroad(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """The plant that the clause says a firm builds in another country."""
    match = _PLANT.match(context.text, context.grammar.strip_leading(context.text, clause)[0], clause[1])
    if match is None or _UNSAID.search(match["who"]) or _UNSAID.search(match["when"]):
        return []
    names = context.names
    land = names.country_prefix(match["where"])
    if land is None or names.countries.code(land) == "CN":
        return []
    head = context.grammar.read(context.text, match.span("who"), signing=True)
    who = discourse.resolved(head.subjects)
    who = who or plain_name(context.text, match.span("who"), names, _LONGEST)
    if not who or any(party.generic for party in who) or head.wish:
        return []
    start = match.start("where")
    others = discourse.resolved(head.counterparts) or tuple(parties(context.text, (start, start + len(land)), names))
    announced = context.grammar.modality.announced.search(match["when"])
    status: Status = "announced" if announced or "决定" in match["when"] else "concluded"
    amounts = tuple(mention.amount for mention in find_money(context.text, *clause))
    label = match["where"] + match.group()[-2:]
    return [Frame("programme", label, status, who, others, clause, amounts)]
