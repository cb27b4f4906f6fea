"""Who does what with whom where several act, several are acted with, or several things are told at once.

``与甲、乙签署X`` is an outcome with each; ``与甲和乙分别签署X和Y`` pairs them in their order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from silkgraph.parse.acts import Act, Context, Frame
from silkgraph.parse.sharing_out import sums_in_order
from silkgraph.values import replace

_IN_TURN = re.compile("先后|相继|陆续")
_COMMON_NOUN = 5
"""A name of so few characters is a common noun (奖学金, 低碳示范区): there is one of each, or with each."""

_ONE_WITH_EACH = ("declaration", "publication", "event")
"""Of these there is one with each partner where they are made 分别."""
_AMONG_ALL = re.compile("[三四五六]方|多方")
"""A text among all who sign it: ``三方战略合作协议``."""


def distributed(frames: Sequence[Frame], act: Act, context: Context) -> list[Frame]:
    """The outcomes of an act, from one frame for each of its objects, each with all its parties."""
    if act.head.respective:
        paired = sums_in_order(frames, act, context) or _in_order(frames, act)
        if paired:
            return paired
    if len(act.subjects) > 1 and frames and _each_by_itself(act, frames[0], context):
        return [replace(frame, initiators=(subject,)) for frame in frames for subject in act.subjects]
    if act.head.respective and len(act.partners) > 1 and len(frames) == 1 and frames[0].kind in _ONE_WITH_EACH:
        return [replace(frames[0], partners=(partner,)) for partner in act.partners]
    joint = act.joint and act.predicate.verb.frame != "sign"
    return [one for frame in frames for one in _with_each(frame, context, joint=joint)]


def _each_by_itself(act: Act, frame: Frame, context: Context) -> bool:
    """Whether each subject did the same by itself: ``分别``, ``A、B先后与C签署``, ``A、B也设立了奖学金``."""
    if act.head.respective:
        return True
    if act.predicate.verb.frame == "sign":
        return bool(act.partners) and _IN_TURN.search(context.words(act.predicate.head)) is not None
    is_common = frame.kind == "programme" and len(frame.label) <= _COMMON_NOUN
    return act.predicate.verb.frame == "found" and not act.joint and is_common


def _in_order(frames: Sequence[Frame], act: Act) -> list[Frame]:
    """The first with the first, the second with the second, where the lists are of one length."""
    subjects, partners = act.subjects, act.partners
    lengths = {len(several) for several in (frames, subjects, partners) if len(several) > 1}
    if len(lengths) != 1 or sum(len(several) > 1 for several in (frames, subjects, partners)) < 2:
        return []
    count = lengths.pop()
    return [
        replace(
            frames[number if len(frames) > 1 else 0],
            initiators=(subjects[number],) if len(subjects) > 1 else subjects,
            partners=(partners[number],) if len(partners) > 1 else partners,
        )
        for number in range(count)
    ]


def _with_each(frame: Frame, context: Context, joint: bool) -> list[Frame]:
    """Signing with a list is distributive: a frame with each partner, unless done jointly or in one named text."""
    partners = frame.partners
    if joint and len(frame.label) <= _COMMON_NOUN and frame.kind == "institution":
        joint = not all(context.names.is_country(party.name) for party in partners)
    if joint or len(partners) < 2 or frame.kind not in ("agreement", "institution"):
        return [frame]
    if _AMONG_ALL.search(frame.label):
        return [frame]
    if all(party.generic and context.names.country_prefix(party.name) is None for party in partners):
        return [frame]
    if context.words(frame.span).endswith("》"):
        return [frame]
    return [replace(frame, partners=(partner,)) for partner in partners]
