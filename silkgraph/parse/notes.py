"""Notes behind a name that say who did it: ``启动“光伏点亮计划”|（甲、乙秘书处发起）``, ``《案例集》|（丙中心编）``."""

from __future__ import annotations

import re

from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.clauses import HeadGrammar
from silkgraph.parse.coordination import Party
from silkgraph.recognise.brackets import Span, bracketed
from silkgraph.values import dataclass, replace

_TOLD = re.compile(
    r"(?P<agent>.+?)(?:联合|共同|合作|牵头|负责|组织)*"
    r"(?P<verb>发起成立|倡议成立|签署|签订|续签|商签|达成|启动|开展|实施|发布|编制|编写|撰写|编著|编纂|主编|编译|翻译|译制|摄制|出品|出版|编|著|译|发起|设立|成立|建立|组建|"
    r"共建|建设|承建|援建|运营|开发|研发|研制|主办|承办|举办|协办|牵头|提出|倡议|通过|供稿|执行|承担|捐赠)(?:[，、；][^，]{0,16}){0,2}$"
)
_BEFORE_NOTE = re.compile("[”》’）]{0,2}(?:[^，、。；“《（）]{0,14}|[^，。；“《（）]{0,20}[文语版本])")
"""What may stand between a name and the note that belongs to it: ``《图鉴》|中英文版|（…编）``."""
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Note:
    """Who did a thing, with whom, and by which verb, as a note behind its name tells."""

    initiators: tuple[Party, ...]
    partners: tuple[Party, ...]
    verb: str


def is_note(text: str, inner: Span) -> bool:
    """Whether the words inside a pair of parentheses tell an act."""
    return _TOLD.match(text[inner[0] : inner[1]]) is not None


def read_note(text: str, inner: Span, grammar: HeadGrammar) -> Note | None:
    """The note that stands in ``inner``, parentheses excluded; None where it tells no act."""
    match = _TOLD.match(text[inner[0] : inner[1]])
    if match is None:
        return None
    start = inner[0] + text.startswith("由", inner[0])
    head = grammar.read(text, (start, inner[0] + match.end("agent")))
    return Note(head.subjects, head.counterparts, match["verb"])


def with_noted(frame: Frame, context: Context) -> Frame:
    """The frame with those whom a note behind its name tells, where nobody else in its words is named as doing it."""
    if context.text.find("（", *frame.span) < 0 or len(frame.label) < _SHORTEST:
        return frame
    if any(frame.span[0] <= party.start < frame.span[1] for party in frame.initiators):
        return frame
    found = context.text.find(frame.label[:_SHORTEST], *frame.span)
    end = context.text.find(frame.label[-_SHORTEST:], max(found, frame.span[0]), frame.span[1])
    if found < 0 or end < 0:
        return frame
    end += _SHORTEST
    notes = [note for note in bracketed(context.text, frame.span, "（") if note[0] >= end]
    if not notes or _BEFORE_NOTE.fullmatch(context.text, end, notes[0][0]) is None:
        return frame
    told = read_note(context.text, (notes[0][0] + 1, notes[0][1] - 1), context.grammar)
    if told is None or not told.initiators:
        return frame
    return replace(frame, initiators=told.initiators, partners=told.partners)
