"""What a clause adds to the outcome that was told last, instead of telling another one.

Its sum (``签署合同，|金额约2亿美元``), the money of an agreement, what was agreed (``甲和乙签约，|共同开发X``), for
whom it is, with what it was endowed, who else holds it (``由A主办，|B协办``).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence

from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.changes import receiver_of
from silkgraph.parse.coordination import parties
from silkgraph.parse.endowments import with_endowment
from silkgraph.parse.loans import agreed_money
from silkgraph.parse.pledges import only_says_for_whom
from silkgraph.parse.predicates import Clause, Predicate
from silkgraph.parse.sums import CARRYING_ON, sum_in, with_single_sum, with_sum
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.references import is_reference
from silkgraph.values import replace

_HANDED_ON = re.compile(
    r"(?:并|且|已|现|随后|随即|正式|顺利|成功|整体|全部|一并|如期|\d{1,2}日|同日|当天|日前)*(?:移交|交付|转交|交给|整体移交|正式移交)给?"
    r"(?P<receiver>[^，。；]{2,36})$"
)
_TOGETHER = ("共同", "联合", "合作", "合拍")


def with_sum_of_clause(
    latest: list[Frame], clause: Clause, context: Context, tokens: Mapping[int, str]
) -> list[Frame] | None:
    """The frames told last with the sum that a clause tells of them; None where it tells none."""
    told = sum_in(context.text, clause.span)
    if told is None and (single := with_single_sum(latest, clause.span, context)) is not None:
        return single
    if told is None or any(_has_subject(predicate, context, tokens) for predicate in clause.predicates):
        return None
    return with_sum(latest, told, context)


def with_sum_of_sentence(
    latest: list[Frame], parts: Sequence[Clause], context: Context, tokens: Mapping[int, str]
) -> list[Frame] | None:
    """What the sentence before told with the sum that this one tells of it, or with one after the other.

    ``项目总投资22亿元``; ``其中，|与甲银行的互换规模为150亿元，|与乙银行的互换规模为15亿元``.
    """
    if not latest:
        return None
    carries_on = CARRYING_ON.match(context.words(parts[0].span))
    amended = None
    for clause in parts if carries_on else parts[:1]:
        amended = with_sum_of_clause(amended or latest, clause, context, tokens) or amended
    return amended


def elaborated(
    latest: list[Frame], made: list[Frame], predicate: Predicate, context: Context, tokens: Mapping[int, str]
) -> list[Frame] | None:
    """The frames told last, with what those that a predicate made only add to them; None where these are more."""
    has_subject = functools.partial(_has_subject, predicate, context, tokens)
    agreed = agreed_money(latest, made, has_subject) if latest else None
    if agreed is not None or len(latest) != 1:
        return agreed
    before = latest[0]
    if only_says_for_whom(made, before, predicate.verb.form):
        return latest
    if _says_what_was_signed(before, made, predicate):
        return [replace(before, label=made[0].label, amounts=made[0].amounts)]
    endowed = with_endowment(before, made, predicate, context) if made else None
    return None if endowed is None else [endowed]


def with_receiver(latest: Sequence[Frame], clause: Span, context: Context) -> Frame | None:
    """The work told last with who gets it, as the clause tells: ``机组投产，|移交孟加拉国电力发展局调度运行``."""
    if len(latest) != 1 or latest[0].kind != "programme" or latest[0].partners:
        return None
    handed = _HANDED_ON.match(context.text, *clause)
    receiver = receiver_of(handed["receiver"]) if handed else ""
    if handed is None or not context.names.is_particular(receiver):
        return None
    start = handed.start("receiver") + handed["receiver"].index(receiver)
    partners = tuple(parties(context.text, (start, start + len(receiver)), context.names))
    return replace(latest[0], partners=partners, span=(latest[0].span[0], clause[1]))


def _has_subject(predicate: Predicate, context: Context, tokens: Mapping[int, str]) -> bool:
    """Whether a body acts: ``丝路基金|新增资金800亿元`` tells of no sum before it."""
    head = context.grammar.read(context.text, predicate.head, tokens=tokens)
    return any(not is_reference(party.name) for party in head.subjects)


def _says_what_was_signed(signed: Frame, made: Sequence[Frame], predicate: Predicate) -> bool:
    """Whether a deal without a name gets one from what is to be done together: ``甲和乙签约，|共同开发动画片《X》``."""
    together = predicate.verb.form.startswith(_TOGETHER)
    return signed.kind == "agreement" and signed.label == "签约" and together and len(made) == 1


def is_same_event(before: Frame, made: Sequence[Frame]) -> bool:
    """Whether a predicate tells of the event that was told before it."""
    return len(made) == 1 and made[0].kind == before.kind == "event" and made[0].label == before.label


def with_hosts(first: Frame, second: Frame) -> Frame:
    """``由A主办，B协办``: one event with both hosts."""
    known = {party.name for party in first.initiators}
    hosts = first.initiators + tuple(party for party in second.initiators if party.name not in known)
    return replace(first, initiators=hosts, span=(first.span[0], second.span[1]))
