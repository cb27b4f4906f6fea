"""Two that stand before a verb as one subject and act with each other.

As a compound (``中哈|签署油气合作协议``, ``中马、中柬|分别建立A和B``), joined by 和 (``甲公司和乙公司|签署``), or
as one of several such pairs in a row (``甲与乙、丙与丁|分别签署``).
"""

from __future__ import annotations

import itertools
import re

from silkgraph.parse.acts import Act, Context
from silkgraph.parse.coordination import Party, parties
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.countries_named import named_countries
from silkgraph.values import replace

_HEAD = re.compile(
    r"(?P<pairs>[\u4e00-\u9fff]{2,4}?(?:、[\u4e00-\u9fff]{2,4}?){0,4}?)(?:[双三四五]方|[两三四五]国)?(?:政府|关系)?$"
)
_MUTUAL = ("sign", "found", "launch", "designate", "upgrade")
_DECLARING = ("宣布", "宣告")
_AND = ("和", "与", "及", "同", "跟", "以及")
_WITH = re.compile("[与和同]")
_FEWEST, _MANY = 2, 4
_PAIR = re.compile(r"[\u4e00-\u9fff]*中[\u4e00-\u9fff]*")


def pairs_before(head: Span, context: Context) -> list[tuple[Party, ...]]:
    """The countries of each compound that makes up the subject in ``head``; none where it is anything else."""
    if context.text.find("中", *head) < 0 and len(context.setting.countries) < _FEWEST:
        return []
    start, end = context.grammar.strip_leading(context.text, head)
    end, _ = context.grammar.strip_adverbs(context.text, start, end)
    match = _HEAD.fullmatch(context.text, start, end)
    if match is None:
        return []
    if _PAIR.search(match["pairs"]) is None:
        states = _states_of_title(match["pairs"], start, context)
        return [states] if states else []
    known = context.mentioned
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


def _states_of_title(compound: str, start: int, context: Context) -> tuple[Party, ...]:
    """``哈乌|签署`` in a report of talks between Kazakhstan and Uzbekistan: the states that the title names, no others.

    Without China a compound of two characters means too much by itself.
    """
    codes = {country.code: country.name for country in context.setting.countries}
    if len(compound) != len(codes) or not 1 < len(codes) < _MANY:
        return ()
    meant = [
        [code for code, name in codes.items() if code in context.names.countries.candidates(c) or name.startswith(c)]
        for c in compound
    ]
    if any(len(found) != 1 for found in meant) or len({found[0] for found in meant}) < len(codes):
        return ()
    return tuple(Party(codes[found[0]], start, start + len(compound), False) for found in meant)


def act_of_pairs(act: Act, context: Context) -> Act:
    """The act with those who do it with each other: of two the first does it with the second."""
    if act.subjects or act.partners:
        return _with_the_other(act, context)
    groups = pairs_before(act.predicate.head, context)
    if len(groups) == 1:
        first = len(groups[0]) if len(groups[0]) > 2 else 1  # three do it together
        return Act(act.predicate, act.head, groups[0][:first], groups[0][first:], act.status)
    if len({group[0].name for group in groups}) == 1:
        partners = tuple(party for group in groups for party in group[1:])
        return Act(act.predicate, act.head, groups[0][:1], partners, act.status)
    return act


def _with_the_other(act: Act, context: Context) -> Act:
    """``甲和乙签署``: one with the other, where two sign or set up something that both have."""
    verb = act.predicate.verb
    if verb.frame not in _MUTUAL and verb.form not in _DECLARING or act.head.respective or act.partners:
        return act
    if len(act.subjects) != 2 or len(act.head.subjects) != 2:
        return act
    first, second = act.subjects
    if first.generic != second.generic or context.text[first.end : second.start] not in _AND:
        return act
    return replace(act, subjects=(first,), partners=(second,))


def acts_in_turn(act: Act, context: Context) -> list[Act]:
    """An act for each of the pairs that stand in a row: ``甲与乙、丙与丁|分别签署X``; else the act alone."""
    for joint in sorted(set(_WITH.findall(context.words(act.predicate.head)))):
        if context.words(act.predicate.head).count(joint) < 2:
            continue
        pairs = _in_a_row(act.predicate.head, joint, context)
        if pairs:
            return [replace(act, subjects=(first,), partners=(second,)) for first, second in pairs]
    return [act]


def _in_a_row(head: Span, joint: str, context: Context) -> list[tuple[Party, Party]]:
    """The pairs that make up a head, each joined by the same word; none where anything else stands there."""
    start, end = context.grammar.strip_leading(context.text, head)
    end, _ = context.grammar.strip_adverbs(context.text, start, end)
    found = parties(context.text, (start, end), context.names)
    between = [context.text[first.end : second.start] for first, second in itertools.pairwise(found)]
    if len(found) < 4 or len(found) % 2 or any(party.generic for party in found):
        return []
    if set(between[::2]) != {joint} or not set(between[1::2]) <= {"、", "，", "以及"}:
        return []
    return list(zip(found[::2], found[1::2], strict=True))
