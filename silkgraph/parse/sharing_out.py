"""What is shared out in order: ``分别向老挝、柬埔寨提供2亿美元和3亿美元优惠贷款`` gives each its own sum.

The name of what is given stands behind the last number only, and is that of all.
"""

from __future__ import annotations

from collections.abc import Sequence

from silkgraph.parse.acts import Act, Context, Frame
from silkgraph.parse.counted_items import CountedItem
from silkgraph.parse.labels import clean_label
from silkgraph.parse.money import find_money
from silkgraph.values import replace


def shared_out(frames: Sequence[Frame], items: Sequence[CountedItem], act: Act, context: Context) -> list[Frame]:
    """Each thing or sum to one of those who get it, in order; none where there are not as many as they.

    Args:
        frames: one for each of the ``items``, with all who get something as partners.
    """
    receivers = frames[0].partners if frames else ()
    if not act.head.respective or not 1 < len(receivers) == len(frames) == len(items):
        return []
    noun = _common_noun(items, context)
    if not noun:
        return []
    shared = []
    for frame, item, to in zip(frames, items, receivers, strict=True):
        own = context.words(item.span) if item is not items[-1] else ""
        number = context.words(item.span).removesuffix(noun).rstrip("的") if not own else own.rstrip("的")
        label = noun if item.money and len(noun) > 2 else number + noun
        shared.append(replace(frame, label=clean_label(label), partners=(to,)))
    return shared


def _common_noun(items: Sequence[CountedItem], context: Context) -> str:
    """What all are, by the last of them: 优惠贷款, 救护车; "" where one of the others has a name of its own."""
    last = context.words(items[-1].span)
    if items[-1].money:
        mentions = find_money(context.text, *items[-1].span)
        bare = all(_is_sum(item, context) for item in items[:-1])
        return context.text[mentions[-1].end : items[-1].span[1]].removeprefix("的") if mentions and bare else ""
    measure = context.words(items[0].span)[-1:]
    if measure.isdigit() or measure not in last or any(context.words(i.span)[-1] != measure for i in items[:-1]):
        return ""
    return last.split(measure, 1)[1]


def _is_sum(item: CountedItem, context: Context) -> bool:
    """Whether an item is a sum and nothing else."""
    mentions = find_money(context.text, *item.span)
    return bool(mentions) and len(context.text[mentions[-1].end : item.span[1]].removeprefix("的")) == 0


def sums_in_order(frames: Sequence[Frame], act: Act, context: Context) -> list[Frame]:
    """``分别与越南、老挝电力公司签署|1亿美元和2亿美元的合同``: with each the text of his own sum; none for others."""
    if len(frames) != 1 or not act.head.respective or act.predicate.verb.frame != "sign":
        return []
    frame, span = frames[0], act.predicate.object
    alike = len({amount.currency for amount in frame.amounts}) == 1
    if not alike or not 1 < len(frame.partners) == len(frame.amounts):
        return []
    mentions = find_money(context.text, *span)
    noun = clean_label(context.text[mentions[-1].end : span[1]].removeprefix("的")) if mentions else ""
    return [
        replace(frame, label=noun or frame.label, partners=(partner,), amounts=(amount,))
        for partner, amount in zip(frame.partners, frame.amounts, strict=True)
    ]
