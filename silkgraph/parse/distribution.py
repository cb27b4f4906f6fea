"""Who does what with whom where several act, several are acted with, or several things are told at once.

``与甲、乙签署X`` is an outcome with each; ``与甲和乙分别签署X和Y`` pairs them in their order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from silkgraph.parse.acts import Act, Context, Frame


def distributed(frames: Sequence[Frame], act: Act, context: Context) -> list[Frame]:
    """The outcomes of an act, from one frame for each of its objects, each with all its parties."""
    if act.head.respective:
        paired = _in_order(frames, act)
        if paired:
            return paired
        if len(act.subjects) > 1:
            return [replace(frame, initiators=(subject,)) for frame in frames for subject in act.subjects]
    joint = act.joint and act.predicate.verb.frame != "sign"
    return [one for frame in frames for one in _with_each(frame, context, joint=joint)]


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
    if joint or len(partners) < 2 or frame.kind not in ("agreement", "institution"):
        return [frame]
    if all(party.generic and context.names.country_prefix(party.name) is None for party in partners):
        return [frame]
    if context.words(frame.span).endswith("》"):
        return [frame]
    return [replace(frame, partners=(partner,)) for partner in partners]
