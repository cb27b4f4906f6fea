"""Subjects and counterparts that share a noun: ``中国与马来西亚|两国政府``, ``中国与|共建国家媒体``.

A meeting is that of both: ``东盟与中日韩|领导人会议``.
"""

from __future__ import annotations

import functools
import re

from silkgraph.parse.coordination import Party
from silkgraph.recognise.collectives import collectives
from silkgraph.recognise.names import Names
from silkgraph.values import replace

Sides = tuple[tuple[Party, ...], tuple[Party, ...]]
"""The subjects of a clause and those beside them."""

_OF_BOTH = re.compile(r"(?P<land>[^，、]{2,12}?)(?:[两三四]国|双方)(?P<head>[^，、]{0,10})")
"""``与马来西亚|两国|政府``: the head belongs to the subject too."""
_MEETING = re.compile("(?:领导人|部长|外长|总理|元首|首脑|部长级|高官|协调人)(?:非正式)?(?:会议|峰会|会晤|论坛)$")


@functools.cache
def _shared() -> re.Pattern[str]:
    """``共建国家媒体``."""
    return re.compile(f"(?:共建|沿线|有关|相关|周边|其他|多个|世界)?(?:国家|各国)的?(?P<head>{collectives().shared})")


def with_shared_heads(text: str, subjects: tuple[Party, ...], counterparts: tuple[Party, ...], names: Names) -> Sides:
    """The two sides of a clause with what they share; as they stand where they are not one of each."""
    if len(subjects) != 1 or len(counterparts) != 1:
        return subjects, counterparts
    subjects, counterparts = _of_both(subjects[0], counterparts[0], names)
    subjects, counterparts = _meeting_of_both(text, subjects[0], counterparts[0])
    if not counterparts or not names.is_country(subjects[0].name):
        return subjects, counterparts
    shared = _shared().fullmatch(counterparts[0].name)
    if shared is None:
        return subjects, counterparts
    return (replace(subjects[0], name=subjects[0].name + shared["head"], generic=True),), counterparts


def _of_both(subject: Party, beside: Party, names: Names) -> Sides:
    """``中国与马来西亚两国政府``: 政府 belongs to either, ``双方`` to nobody."""
    both = _OF_BOTH.fullmatch(beside.name)
    if both is None or not all(map(names.is_country, (subject.name, both["land"]))):
        return (subject,), (beside,)
    lands, head = (subject.name, both["land"]), both["head"]
    if not all(names.is_complete(land + head) for land in lands):
        head = ""
    return (replace(subject, name=lands[0] + head),), (replace(beside, name=lands[1] + head),)


def _meeting_of_both(text: str, subject: Party, beside: Party) -> Sides:
    """``东盟与中日韩领导人会议``: nobody acts with a meeting; it is that of both."""
    if _MEETING.search(beside.name) is None or beside.start - subject.end != 1 or _MEETING.search(subject.name):
        return (subject,), (beside,)
    return (replace(subject, name=text[subject.start : beside.end], end=beside.end),), ()
