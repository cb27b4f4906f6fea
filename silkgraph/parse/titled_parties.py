"""The parties that a title names: ``《中国商务部与白俄罗斯经济部关于电子商务合作的谅解备忘录》``.

What stands before 关于 is a list of names; without 关于 the last name ends where what it is about begins
(``西安市碑林区与久姆里市|文化旅游合作意向书``).
"""

from __future__ import annotations

import re

from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import Party, parties
from silkgraph.parse.labels import clean_label
from silkgraph.recognise.brackets import Span, bracketed
from silkgraph.recognise.names import Names
from silkgraph.recognise.references import event_noun, is_reference
from silkgraph.values import replace

_ABOUT = re.compile(r"关于|就(?=.{4})")
_OTHER_SIDE = ("与", "同")
_AND = re.compile(r"(?<!共)[和与同、](?!平|谐|时|意)")
_TOPIC = re.compile(r"合作|合资|建设|交流|发展|友好|联合|双边|共同|共建|互|自由贸易|\d|文化|旅游")
_DIGIT = re.compile(r"\d")
_BODY = re.compile(r"(?:政府|[部署局司厅]|委员会|[院所]|大学|学院|银行|公司|集团|协会|商会|联合会|中心)$")
_DISTRICT = re.compile(r"[^和与、]{2,12}[市州][^和与、]{1,5}[区县]$")
_FOR_STATES = re.compile(
    r"(?:[两二三四五六七八九]国|双|各|三|四)(?:国|方|元首|领导人|总理|总统|外长|政府|代表|部门|负责人)*$"
)
_FOR_GOVERNMENTS = re.compile(r"代表(?:本国|两国|各自|双方|中方|本国和对方)(?:国家)?政府|代表(?:双方|各自)签署")
_TEXTS = frozenset({"agreement", "declaration", "publication"})
_WITHIN_WORD = re.compile(
    "市场|市政|市民|部门|部队|局面|局势|区域|县域|社会|社区|会议|会展|院校|校园|行业|厂商|台站|所有|州际|省际|市际|城际"
)
"""A name ends within none of these: 金融市|场."""
_LONGEST_NAME = 26
_LONGEST_EXTENSION = 8


def titled_parties(text: str, title: Span, names: Names) -> list[Party]:
    """The bodies that a title begins with, at least two and all of them whole names; else none.

    Args:
        title: the span of the title, with or without its marks.
    """
    start, end = title
    while start < end and text[start] in "《〈“":
        start += 1
    about = _ABOUT.search(text, start, end)
    if about is not None:
        found = apart(text, parties(text, (start, about.start()), names))
        complete = all(names.is_complete(party.name) and not party.generic for party in found)
        return found if complete and len(found) > 1 else []
    return _listed(text, (start, end), names)


def apart(text: str, found: list[Party]) -> list[Party]:
    """The signers; one behind 与 has not the country of the one before, as members of a list have."""
    return [
        replace(party, country=None) if number and text[found[number - 1].end : party.start] in _OTHER_SIDE else party
        for number, party in enumerate(found)
    ]


def parties_before_title(text: str, span: Span, names: Names) -> list[Party]:
    """The bodies that stand before the title that ends a phrase, at least two and all of them whole names; else none.

    ``甲大学与乙大学《关于共建联合实验室的协议》``; the last name may have marks of its own
    (``新华社与丙国《时报》《…协议》``).
    """
    titles = bracketed(text, span, "《")
    if not titles or titles[-1][1] != span[1] or titles[-1][0] == span[0]:
        return []
    found = apart(text, parties(text, (span[0], titles[-1][0]), names))
    complete = all(names.is_complete(party.name) and not party.generic for party in found)
    return found if complete and len(found) > 1 else []


def _listed(text: str, span: Span, names: Names) -> list[Party]:
    """The names that are joined at the beginning of a title; the last ends where what it is about begins."""
    found: list[Party] = []
    position, end = span
    while (stop := _name_end(text, position, end, names)) is not None:
        found.append(Party(text[position:stop], position, stop, False))
        joint = _AND.match(text, stop, end)
        if joint is None:
            return found if len(found) > 1 else []
        position = joint.end()
    return []


def _name_end(text: str, start: int, end: int, names: Names) -> int | None:
    """Where the name ends that begins at ``start``: a country, or the body that goes on from it."""
    found = None
    for stop in range(start + 2, min(end, start + _LONGEST_NAME) + 1):
        phrase = text[start:stop]
        if _WITHIN_WORD.match(text, stop - 1) or not (
            names.is_complete(phrase) and not names.is_generic(phrase) or _DISTRICT.match(phrase)
        ):
            continue
        if found is not None:
            extension = text[found:stop]
            of_country = names.is_country(text[start:found])
            ministry = of_country and _AND.match(extension) is None and _BODY.search(phrase) is not None
            if len(extension) > _LONGEST_EXTENSION + of_country * _LONGEST_EXTENSION:
                break
            if of_country and _AND.search(extension) and not ministry:
                continue  # 佛得角财政和企业|发展部
            if _DIGIT.search(extension) or _AND.search(extension) and not ministry:
                break
            if _TOPIC.search(extension) and not (of_country and _BODY.search(phrase)):
                break
        found = stop
    return found


def with_titled_parties(frame: Frame, context: Context) -> Frame:
    """The frame with the parties that its title names, where its sentence names none: ``双方签署《甲与乙关于…》``.

    A title without marks loses them: ``双方签署|甲与乙|关于…的备忘录``.
    """
    if frame.kind not in _TEXTS:
        return frame
    if frame.kind != "agreement" and any(_is_meeting(party, context) for party in frame.initiators):
        return frame  # 会议通过《甲、乙、丙…联合公报》
    for_others = _FOR_GOVERNMENTS.search(context.text, *frame.span) is not None
    if not for_others and not all(_stands_for_others(party, context) for party in frame.initiators):
        return frame
    for title in bracketed(context.text, frame.span, "《"):
        if clean_label(context.words(title)) != frame.label:
            continue
        found = titled_parties(context.text, title, context.names)
        if found:
            return replace(frame, initiators=(found[0],), partners=tuple(found[1:]))
    start = context.text.find(frame.label, *frame.span)
    if start < 0 or _ABOUT.search(frame.label) is None or context.text[start - 1 : start] == "《":
        return frame
    end = start + len(frame.label)
    found = titled_parties(context.text, (start, end), context.names)
    if not found:
        return frame
    label = context.text[found[-1].end : end]
    return replace(frame, label=label, initiators=(found[0],), partners=tuple(found[1:]))


def _is_meeting(party: Party, context: Context) -> bool:
    """Whether a party is the meeting that the text means by ``会议``, under its name."""
    words = context.words((party.start, party.end))
    return party.name != words and event_noun(words) is not None


def _stands_for_others(party: Party, context: Context) -> bool:
    """``双方``, ``两国元首``: who is meant the title tells better."""
    words = context.words((party.start, party.end))
    return is_reference(words) or _FOR_STATES.match(words) is not None
