"""Acts that one side leads while another backs or proposes them.

``中方支持浙江大学|牵头成立|海洋牧场合作中心``: the centre is 浙江大学's; ``在肯尼亚|倡议下|，联盟成立``: the
alliance is Kenya's.
"""

from __future__ import annotations

import re

from silkgraph.model import Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import parties
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.kinds import kind_of
from silkgraph.parse.labels import clean_label
from silkgraph.parse.object_lists import objects
from silkgraph.recognise.brackets import LONGEST_SENTENCE, Span
from silkgraph.values import replace

_LED = re.compile(
    r"(?P<head>.{0,60}?)(?P<how>支持|同意|委托|指导|推动)由?(?P<who>[^，《》支持推动]{2,40}?)(?:共同|联合)?牵头"
    r"(?P<verb>发起成立|倡议成立|发起设立|成立|设立|组建|建立|创建|创办|筹建|举办|主办|召开|实施|启动|编制|制定|发布)(?:了)?"
    r"(?P<what>[^，。；]{4,60})$"
)
_PROPOSED = re.compile(
    r"(?:在|由|经|应)(?P<who>[^，。；在由经应]{2,40}?)(?:的)?(?:共同|联合|积极)*(?:倡议|提议|推动|发起|牵头)"
    r"(?:和(?:推动|支持|组织))?(?:之?下)，?"
)
LEADING = "牵头"
_UNDER = "下"
_SENTENCE_ENDS = "。；！？\n"


def led_by_others(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """``中方支持甲牵头成立乙``: 乙, by 甲; none where the clause tells nothing of the kind."""
    if context.text.find(LEADING, *clause) < 0:
        return []
    match = _LED.match(context.text, *clause)
    verb = context.lexicon.verbs.get(match["verb"]) if match else None
    if match is None or verb is None or context.grammar.modality.wishes.search(match["head"]):
        return []
    leaders = discourse.resolved(tuple(parties(context.text, match.span("who"), context.names)))
    if not leaders or not all(context.names.is_particular(party.name) for party in leaders):
        return []
    head = context.grammar.read(context.text, (clause[0], match.end("head"))) if match["head"] else None
    if head is not None and head.subjects:
        discourse.subjects = discourse.resolved(head.subjects)  # who backs it goes on
    announced = head.announced if head and head.subjects else head is not None and head.announced or discourse.announced
    announced = announced or match["how"] == "同意"
    status: Status = "announced" if announced else "concluded"
    frames = []
    for span in objects(context.text, match.span("what"), context.lexicon):
        phrase = context.words(span)
        noun = context.lexicon.head(phrase.rstrip("》”"))
        if noun is not None or phrase.endswith(("》", "”")):
            kind = kind_of(verb, phrase, noun)
            frames.append(Frame(kind, clean_label(phrase), status, leaders, (), clause, rule="set-phrase"))
    return frames


def with_proposers(frame: Frame, context: Context) -> Frame:
    """The frame with those at whose proposal it came about, where nobody else is named as doing it."""
    if frame.initiators or frame.kind not in ("institution", "programme", "declaration", "event"):
        return frame
    end = frame.span[0]
    reach = max(0, end - LONGEST_SENTENCE)
    start = max(reach, *(context.text.rfind(mark, reach, end) + 1 for mark in _SENTENCE_ENDS))
    if context.text.find(_UNDER, start, frame.span[1]) < 0:
        return frame
    match = _PROPOSED.search(context.text, start, frame.span[1])
    if match is None:
        return frame
    named = parties(context.text, match.span("who"), context.names)
    if not named or not all(context.names.is_particular(party.name) for party in named):
        return frame
    return replace(frame, initiators=tuple(named))
