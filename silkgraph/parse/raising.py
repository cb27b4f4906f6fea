"""Numbers that are raised: ``把同各方共建的联合实验室扩大到100家``, ``将奖学金名额翻倍``."""

from __future__ import annotations

import re

from silkgraph.model import Kind
from silkgraph.parse.acts import Act, Context, Frame, construction
from silkgraph.parse.coordination import parties
from silkgraph.parse.counted_items import counted_items
from silkgraph.parse.money import find_money
from silkgraph.parse.pledges import plain, status_of
from silkgraph.values import replace

_RAISED = re.compile(r"(?:把|将|使)(?P<what>[^，把将]{2,40}?)(?:[由从][^，由从]{1,20})?$")
_EXTENT = ("规模", "额度", "总额", "总量", "数量", "名额", "金额", "上限")
_DECIDED = re.compile(r"批准|核准|决定|同意|通过")
_MAKERS = re.compile(r"(?:同|与|和)(?P<who>[^，]{1,20}?)(?:共同|联合|合作)?(?:共建|建设|建立|设立|举办)$")
_TARGETED = re.compile(r"(?:贸易额|贸易总额|投资额|投资存量|产值|比重|占比|目标|水平)$")
"""What two sides hope to reach is no pledge: ``将双边贸易额|提高到|200亿美元``."""


@construction("pledged")
def raised(act: Act, context: Context) -> list[Frame]:
    """``把同各方共建的联合实验室扩大到100家``, ``将奖学金名额翻倍``: what is to be, with its number."""
    what = _RAISED.search(context.words(act.predicate.head))
    items = counted_items(context.text, act.predicate.object)
    doubled = act.predicate.verb.form.startswith("翻")
    status = status_of(act, context)
    decided = _DECIDED.search(context.words(act.predicate.head))
    if what is not None and _TARGETED.search(what["what"]):
        return []
    if what is None or status == "concluded" and not decided or not doubled and not (items and items[0].concrete):
        return []
    attribute, _, noun = what["what"].rpartition("的")
    if noun in _EXTENT and attribute:
        attribute, noun = "", attribute
    makers = _MAKERS.search(attribute)
    start = act.predicate.head[0] + what.start("what")
    partners = (
        tuple(parties(context.text, (start + makers.start("who"), start + makers.end("who")), context.names))
        if makers
        else tuple(party for party in act.partners if not start <= party.start < act.predicate.object[0])
    )
    head = context.lexicon.head(noun)
    kind: Kind = "institution" if head is not None and head.kind == "institution" else "programme"
    number = act.predicate.object if doubled else items[0].span
    amounts = tuple(m.amount for m in find_money(context.text, *number))
    label = noun + act.predicate.verb.form + context.words(number)
    frame = plain(act, "funding" if amounts else kind, label, context, status)
    return [replace(frame, partners=partners, amounts=amounts)]
