"""Countries that stand before a verb as one compound: ``中哈|签署油气合作协议``, ``中马、中柬|分别建立A和B``."""

from __future__ import annotations

import re

from silkgraph.parse.acts import Act, Context
from silkgraph.parse.coordination import Party
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.countries_named import mentioned_countries, named_countries

_HEAD = re.compile(
    r"(?P<pairs>[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4}){0,4}?)(?:[双三四五]方|[两三四五]国)?(?:政府|关系)?$"
)
_PAIR = re.compile(r"[\u4e00-\u9fff]*中[\u4e00-\u9fff]*")


def pairs_before(head: Span, context: Context) -> list[tuple[Party, ...]]:
    """The countries of each compound that makes up the subject in ``head``; none where it is anything else."""
    start, end = context.grammar.strip_leading(context.text, head)
    end, _ = context.grammar.strip_adverbs(context.text, start, end)
    match = _HEAD.fullmatch(context.text, start, end)
    if match is None or _PAIR.search(match["pairs"]) is None:
        return []
    known = mentioned_countries(context.text, context.names)
    groups: list[tuple[Party, ...]] = []
    position = start
    for compound in match["pairs"].split("、"):
        span = (position, position + len(compound))
        named = named_countries(context.text, span, context.names, known)
        if len(named) < 2 or {(n.start, n.end) for n in named} != {span}:
            return []
        groups.append(tuple(Party(n.name, n.start, n.end, False) for n in named))
        position = span[1] + 1
    return groups


def act_of_pairs(act: Act, context: Context) -> Act:
    """The act with the countries of the compounds that are its subject, where it has no other parties."""
    if act.subjects or act.partners:
        return act
    groups = pairs_before(act.predicate.head, context)
    if len(groups) == 1:
        first = len(groups[0]) if len(groups[0]) > 2 else 1  # three do it together
        return Act(act.predicate, act.head, groups[0][:first], groups[0][first:], act.status)
    if len({group[0].name for group in groups}) == 1:
        partners = tuple(party for group in groups for party in group[1:])
        return Act(act.predicate, act.head, groups[0][:1], partners, act.status)
    return act
