"""Outcomes that a text tells more than once: the headline, the lead and the body may each speak of one signing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from silkgraph.parse.acts import Frame
from silkgraph.values import replace

HEADLINE = "0"
"""The item of a headline and what stands with it: what the numbered text tells again belongs there."""
_MARKS = re.compile(r"[“”《》〈〉·—\-\s（）]")
_BARE_TEXTS = frozenset("议定书 协议 协定 备忘录 谅解备忘录 条约 公约 合同 文件".split())
"""``X升级议定书在吉隆坡签署。甲与乙共同签署|议定书``."""
_SHORTEST = 6
"""A label of fewer characters (谅解备忘录) may name two different outcomes."""
_EDITION = re.compile(r"^(?P<edition>第[一二三四五六七八九十百\d]+[届次]|首[届次]|(?:19|20)\d\d年?)?(?P<name>.*)$")
_MOST = 50
"""Tellings of the same name that are compared; more are no news report."""
Place = tuple[int, int]
"""An item, and the number of one of its frames."""
_TOLD_ANEW = frozenset({"event", "agreement", "declaration", "publication"})


def told_once(items: Sequence[tuple[str, Sequence[Frame]]]) -> list[list[Frame]]:
    """The frames of each item, without those that another item tells; the first telling stays.

    Args:
        items: the number of each item and its frames, in reading order. A headline's telling goes rather
            than that of the text.
    """
    kept: list[list[Frame]] = [[] for _ in items]
    told: dict[tuple[str, str, str], list[Frame]] = {}
    unfounded: dict[str, list[Place]] = {}
    for position in sorted(range(len(items)), key=lambda position: items[position][0] == HEADLINE):
        for frame in _with_later_hosts(items[position][1]):
            if frame.kind == "institution" and _completed(kept, unfounded, frame):
                continue
            if not any(_tells_all_of(other, frame) for other in told.get(_key(frame), ())[:_MOST]):
                kept[position].append(frame)
                if frame.kind == "institution" and not _has_parties(frame):
                    unfounded.setdefault(_name(frame), []).append((position, len(kept[position]) - 1))
        for frame in kept[position]:
            if frame.kind in _TOLD_ANEW and len(_name(frame)) >= _SHORTEST:
                told.setdefault(_key(frame), []).append(frame)
    return kept


def _completed(kept: list[list[Frame]], unfounded: dict[str, list[Place]], frame: Frame) -> bool:
    """Whether a body told before without its founders is the one that is told now with them; it has them then.

    Args:
        unfounded: by their names, where the bodies told without founders are kept.
    """
    name = _name(frame)
    places = unfounded.get(name)
    if not places or len(name) < _SHORTEST or not _has_parties(frame):
        return False
    first = min(places)
    places.remove(first)
    item, number = first
    kept[item][number] = replace(kept[item][number], initiators=frame.initiators, partners=frame.partners)
    return True


def _with_later_hosts(frames: Sequence[Frame]) -> list[Frame]:
    """An item's frames; an event told again with its hosts, or a text with those who sign it, is one."""
    result: list[Frame] = []
    for frame in frames:
        alike = (n for n, other in enumerate(result) if _is_told_again(other, frame))
        same = next(alike, None) if _may_be_told_again(frame) else None
        if same is None:
            result.append(frame)
        else:
            label = max(result[same].label, frame.label, key=len)
            result[same] = replace(result[same], label=label, initiators=frame.initiators, partners=frame.partners)
    return result


def _may_be_told_again(frame: Frame) -> bool:
    """Whether a frame is of a kind that is told twice, and its name says enough to know it again."""
    return frame.label in _BARE_TEXTS or frame.kind == "event" and len(_name(frame)) >= _SHORTEST


def _is_told_again(other: Frame, frame: Frame) -> bool:
    """Whether a frame tells the parties of an event or text that was told before without any."""
    if _has_parties(other):
        return False
    if frame.label in _BARE_TEXTS:
        return other.kind == frame.kind and other.status == frame.status and other.label.endswith(frame.label)
    return _is_same_event(other, frame)


def _name(frame: Frame) -> str:
    return _MARKS.sub("", frame.label)


def _key(frame: Frame) -> tuple[str, str, str]:
    """What tellings of one outcome have in common; an event's edition may be left out, and it may be over by now."""
    if frame.kind == "event":
        return frame.kind, "", _edition(frame)[1]
    return frame.kind, frame.status, _name(frame)


def _edition(frame: Frame) -> tuple[str, str]:
    """Which edition of an event a name tells, "" if none, and the rest of the name."""
    match = _EDITION.match(_name(frame))
    return (match["edition"] or "", match["name"]) if match else ("", _name(frame))


def _is_same_event(other: Frame, frame: Frame) -> bool:
    """Whether two names are of one event: one may leave the edition out, but not where the one lies ahead."""
    if other.kind != "event":
        return False
    (one, name), (two, same) = _edition(other), _edition(frame)
    if frame.status != other.status:  # 本届…将于10日闭幕 after …开幕
        return name == same and one == two != ""
    return name == same and (one == two or not one or not two)


def _tells_all_of(other: Frame, frame: Frame) -> bool:
    """Whether ``other`` names all the parties of ``frame``; of an event that has its hosts it need not."""
    if frame.kind == "event":
        return _is_same_event(other, frame) and (_has_parties(other) or not _has_parties(frame))
    return _parties(frame) <= _parties(other)


def _has_parties(frame: Frame) -> bool:
    return bool(frame.initiators or frame.partners)


def _parties(frame: Frame) -> set[str]:
    return {party.name for party in frame.initiators + frame.partners}
