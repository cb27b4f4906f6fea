"""Money and the agreement on it: one outcome where a sentence tells of both.

``甲向乙提供1亿欧元授信，双方签署了授信协议``; ``甲与乙签署贷款协议，为公路项目提供1.5亿美元资金``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from silkgraph.parse.acts import Frame
from silkgraph.values import replace

_ON_MONEY = re.compile(
    "(?:贷款|借款|授信|融资|信贷|赠款|无偿援助|援助|担保|保险|出资|投资|捐赠|捐款|资金|债券|优惠贷款)[^，《》]{0,6}(?:协议|协定|合同|换文|备忘录|书|文件)$"
)


def agreed_money(
    frames: Sequence[Frame], made: Sequence[Frame], has_own_subject: Callable[[], bool]
) -> list[Frame] | None:
    """The frames of a sentence with those made last, where money and agreement are one; None where they are not.

    Args:
        has_own_subject: whether who gives the money is named anew, so that it is another's; asked only where that
            decides.
    """
    if not frames or not made:
        return None
    if all(map(_is_money, made)):
        with_sums = _money_of(frames, made)
        return None if with_sums is None or has_own_subject() else with_sums
    if len(made) == 1 and _is_agreement(made[0]) and len(frames) == 1 and _is_money(frames[0]):
        agreed, money = made[0], frames[0]
        if (
            not agreed.amounts
            and _names(agreed)
            and agreed.status == money.status
            and set(_names(agreed)) <= set(_names(money))
        ):
            return [replace(agreed, amounts=money.amounts, span=(money.span[0], agreed.span[1]))]
    return None


def _money_of(agreements: Sequence[Frame], money: Sequence[Frame]) -> list[Frame] | None:
    """The agreements told last with their sums: each its own where there are as many, else all of them."""
    last = [frame for frame in agreements if _is_agreement(frame) and not frame.amounts]
    if not last or list(agreements[-len(last) :]) != last or any(frame.partners for frame in money):
        return None
    amounts = [amount for frame in money for amount in frame.amounts]
    end = money[-1].span[1]
    each = [(amount,) for amount in amounts] if len(amounts) == len(last) else [tuple(amounts)] * len(last)
    with_sums = [replace(f, amounts=a, span=(f.span[0], max(f.span[1], end))) for f, a in zip(last, each, strict=True)]
    return [*agreements[: -len(last)], *with_sums]


def _is_agreement(frame: Frame) -> bool:
    return frame.kind == "agreement" and _ON_MONEY.search(frame.label) is not None


def _is_money(frame: Frame) -> bool:
    return frame.kind == "funding" and bool(frame.amounts)


def _names(frame: Frame) -> list[str]:
    return [party.name for party in (*frame.initiators, *frame.partners)]
