"""Numbers that are raised: ``把同各方共建的联合实验室扩大到100家``, ``将奖学金名额翻倍``."""

from __future__ import annotations

import re

from silkgraph.model import Kind
from silkgraph.parse.acts import Act, Context, Frame, construction
from silkgraph.parse.coordination import Party, parties
from silkgraph.parse.counted_items import counted_items
from silkgraph.parse.money import find_money
from silkgraph.parse.pledges import plain, status_of
from silkgraph.recognise.countries_named import named_countries
from silkgraph.values import replace

_SENTENCE = re.compile("[。；\n]")
_RAISED = re.compile(r"(?:把|将|使)(?P<what>[^，把将]{2,40}?)(?:[由从][^，由从]{1,20})?$")
_GROWN = re.compile(
    r"(?:(?:双方|双边|彼此|两国|两地|中[^，、]{1,2}(?=[客货航班旅跨]))(?:之)?(?:间|的)?)?(?P<what>[^，把将使、《》]{2,24}?"
    r"(?:航班|航线|班列|列车|班次|班轮|班车|专列|渡轮|航权|运力|名额|配额|额度|停留期|免签期|频次))(?:数量|总量|总数|总额)?"
    r"(?:[由从][^，由从]{1,16})?(?:将|可|拟)?$"
)
"""``双方客运|航班|由每周7班|增至14班``: without 把, where it has been agreed upon."""
_AGREED = re.compile("商定|同意|约定|达成一致|决定|一致|批准|宣布|新安排|安排|议定|敲定")
_NEAR = 80
"""Characters before a clause in which the agreement is looked for."""
_EXTENT = ("规模", "额度", "总额", "总量", "数量", "名额", "金额", "上限")
_DECIDED = re.compile(r"批准|核准|决定|同意|通过")
_MAKERS = re.compile(r"(?:同|与|和)(?P<who>[^，]{1,20}?)(?:共同|联合|合作)?(?:共建|建设|建立|设立|举办)$")
_TARGETED = re.compile(r"(?:贸易额|贸易总额|投资额|投资存量|产值|比重|占比|目标|水平)$")
"""What two sides hope to reach is no pledge: ``将双边贸易额|提高到|200亿美元``."""


@construction("pledged")
def raised(act: Act, context: Context) -> list[Frame]:
    """``把同各方共建的联合实验室扩大到100家``, ``将奖学金名额翻倍``: what is to be, with its number."""
    what = _RAISED.search(context.words(act.predicate.head)) or _grown(act, context)
    items = counted_items(context.text, act.predicate.object)
    doubled = act.predicate.verb.form.startswith("翻")
    status = status_of(act, context)
    decided = _DECIDED.search(context.words(act.predicate.head)) or what is not None and what.re is _GROWN
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
    initiators = frame.initiators
    if not partners and what.re is _GROWN:  # 中塞客运航班
        named = named_countries(context.text, act.predicate.head, context.names, context.mentioned)
        pair = tuple(Party(country.name, country.start, country.end, False) for country in named)
        initiators, partners = (pair[:1], pair[1:]) if len(pair) > 1 else (initiators, ())
    return [replace(frame, initiators=initiators, partners=partners, amounts=amounts)]


def _grown(act: Act, context: Context) -> re.Match[str] | None:
    """What grows by itself, where the sentence says before that this was agreed upon."""
    start = act.predicate.head[0]
    before = _SENTENCE.split(context.text[max(0, start - _NEAR) : act.predicate.object[0]])[-1]
    return _GROWN.search(context.words(act.predicate.head)) if _AGREED.search(before) else None
