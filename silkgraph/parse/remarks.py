"""A clause without a verb of ours: members after 包括, who made what was told, a sum of money, or a topic.

``与有关国家政府签署…，|包括蒙古国、巴基斯坦``; ``设立基金，|首期规模100亿元``.
"""

from __future__ import annotations

from silkgraph.parse.acts import Frame
from silkgraph.parse.constructions import enlarged
from silkgraph.parse.coordination import parties
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.makers import with_makers
from silkgraph.parse.money import find_money
from silkgraph.parse.predicates import Clause
from silkgraph.parse.sums import Sum, with_sum
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.patterns import watchful
from silkgraph.values import replace

INCLUDING = watchful("(?:其中)?(?:包括|包含|涵盖|分别为|分别是)")
"""What a clause begins with that tells the members of what was told, or single ones of several results."""
_FUNDED = ("funding", "institution")
_SIZE = "规模"


def with_remark(latest: list[Frame], clause: Clause, discourse: Discourse) -> list[Frame]:
    """The frames told last with what the clause says of them; what it begins with is kept for clauses after it."""
    context = discourse.context
    told = with_makers(latest, clause.span, context) if latest else None
    if told is not None:
        return told
    text = clause.words
    including = INCLUDING.match(text)
    if including:
        return _members(latest, (clause.span[0] + including.end(), clause.span[1]), discourse)
    is_funded = len(latest) == 1 and latest[0].kind in _FUNDED
    mentions = find_money(context.text, *clause.span) if _SIZE in text or is_funded else ()
    amounts = tuple(mention.amount for mention in mentions)
    if not discourse.has_told and amounts and discourse.topic and discourse.subjects and _SIZE in text:
        return enlarged(clause, amounts, context, discourse)
    if is_funded and amounts:
        return with_sum(latest, Sum(amounts, "", clause.span), context)
    if not latest:
        discourse.note_topic(clause)
    else:
        discourse.note_subject(clause)
    return latest


def _members(latest: list[Frame], span: Span, discourse: Discourse) -> list[Frame]:
    """``与有关国家政府签署…，包括A、B、C``: a frame with each member instead."""
    names = discourse.context.names
    members = parties(discourse.context.text, span, names)
    if not latest or not members or not all(names.is_complete(member.name) for member in members):
        return latest
    model = latest[-1]
    if not any(party.generic for party in model.partners):
        return latest
    if any(party.name.endswith("政府") for party in model.partners):
        members = [replace(m, name=f"{m.name}政府") if names.is_country(m.name) else m for m in members]
    return [replace(model, partners=(member,), span=(model.span[0], span[1]), rule="members") for member in members]
