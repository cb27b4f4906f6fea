"""The names in the head of a clause: where subject, counterpart and recipient begin and end.

``海关总署|前晚与|东帝汶农业部|以换函方式``: a name ends at the first boundary before which whole names stand. Where
grammar asks for a name (before 签署, or beside a whole name behind 与), one is taken whatever it looks like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import field

from silkgraph.parse.boundaries import Boundary
from silkgraph.parse.coordination import Party, is_no_ministry, parties
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.compounds import sides
from silkgraph.recognise.names import Names
from silkgraph.recognise.references import is_reference
from silkgraph.recognise.shapes import may_be_name
from silkgraph.values import dataclass, replace

_ATTRIBUTE = re.compile(r"[^、，“”]*?(?:举行|举办|召开|成立|设立|参加|出席|与会|参会)的(?=.{2})")
_COMPOSED = re.compile(r"[^，“”]{4,100}?(?:等[^，、的]{0,12})?(?:共同|联合)?(?:组成|组建|构成)的(?=[^，、的]{3,20}$)")
"""``尼日利亚第一银行、肯尼亚公平银行组成的|非洲银联体``: who acts is the whole."""
_FROM = re.compile(r"来自(?P<where>[^，]{2,40}?)(?:等(?:\d+个?)?国家?(?:和地区)?)?的(?P<who>[^，、的]{2,10})$")
"""``来自中国和印尼的|企业``: nobody in particular, of countries that are named."""
_SO_MANY = re.compile(r"^\d+(?:多|余)?[家个所名位](?=.{2})")
_MEETINGS = ("会议", "峰会", "会晤", "论坛")
_MEETING_OF_BOTH = re.compile(
    "(?P<one>[^，、《》“”与和同及]{2,10})[与和同及][^，、《》“”]{2,20}"
    f"(?:领导人|部长|外长|总理|元首|首脑|部长级|高官|协调人)(?:非正式)?(?:{'|'.join(_MEETINGS)})"
)
"""``中国和中东欧国家领导人会晤`` is one meeting of both."""
_HEADS = frozenset(("国家主席", "国务院总理", "国家副主席", "国务院副总理"))
"""Who acts for China in a Chinese text (``parse/states.py``)."""
_ON_BEHALF = re.compile(r"(?:授权|委托|受权)?[^，、“”]{2,10}代表(?=.{2})")
"""``行长代表|本行``: who acts is the one that is represented."""
_GIVING_TO = ("向", "给")
TOGETHER = ("联合", "会同", "联同", "携手", "偕同", "连同", "偕", "协同", "联手", "牵手", "联袂")


@dataclass(frozen=True, slots=True)
class Beside:
    """The preposition that brings somebody in, and where the names stand behind it."""

    mark: Boundary
    names: Span


@dataclass(frozen=True, slots=True)
class Phrases:
    """The names of one head. ``marks`` are its boundaries in reading order."""

    text: str
    span: Span
    marks: Sequence[Boundary]
    names: Names
    _read: dict[Span, list[Party]] = field(default_factory=dict)

    def parties(self, span: Span, any_name: bool = False) -> tuple[Party, ...]:
        """The parties that stand in ``span``; with ``any_name`` also those whose names no ending tells."""
        if span[1] <= span[0]:
            return ()
        both = _MEETING_OF_BOTH.fullmatch(self.text, *span) if self.text.endswith(_MEETINGS, *span) else None
        if both and self.names.is_complete(both["one"]):
            return (Party(both.group(), *span, False),)
        come = _FROM.match(self.text, *span) if self.text.startswith("来自", *span) else None
        if come and (lands := self._list(come.span("where"))) and all(self.names.is_country(p.name) for p in lands):
            who = _SO_MANY.sub("", come["who"])
            return tuple(replace(land, name=land.name + who, generic=True) for land in lands)
        attribute = None
        if self.text.find("的", *span) > 0:
            attribute = _COMPOSED.match(self.text, *span) or _ATTRIBUTE.match(self.text, *span)
        attribute = attribute or _ON_BEHALF.match(self.text, *span)
        found = self._list((attribute.end(), span[1]) if attribute else span)
        return tuple(
            p for p in found if self._is_party(p) or any_name and may_be_name(p.name) or self._is_firm(p, found)
        )

    def is_list(self, span: Span) -> bool:
        """Whether the last of the names in ``span`` is a whole one."""
        found = self._list(span)
        return bool(found) and self._is_party(found[-1])

    def name_end(self, start: int) -> int | None:
        """The first boundary, or the end, up to which whole names stand; None if there is none."""
        topic = next((m.start for m in self.marks if m.start > start and self._is_topic(m)), self.span[1])
        for stop in self._stops(start, topic):
            found = self._list((start, stop))
            if found and all(map(self._is_party, found)) and not self._joins_two(found):
                return stop
        return None

    def subject_end(self, signing: bool) -> int:
        """Where the subject ends; at the beginning where the head begins with a preposition and has none."""
        start, end = self.span
        if self.marks and self.marks[0].start == start:
            return start
        whole = self.name_end(start)
        if whole is not None:
            return self._before_receiver(start, whole)
        if any(signing or self.names_somebody(mark) for mark in self._with(self.marks)):
            for mark in self.marks:
                if may_be_name(self.text[start : mark.start]):
                    return mark.start
        first = next((mark.start for mark in self.marks if mark.kind in ("with", "aside")), end)
        return next((stop for stop in self._stops(start, first) if self.is_list((start, stop))), first)

    def _before_receiver(self, start: int, whole: int) -> int:
        """The end of a name, before 向 if a whole name stands behind that too: ``甲院昆明基地|向|万象省人民医院``."""
        inside = (mark for mark in self.marks if start < mark.start < mark.end < whole)
        giving = (mark for mark in inside if self.text[mark.start : mark.end] in _GIVING_TO)
        cut = (m.start for m in giving if may_be_name(self.text[start : m.start]) and self.names_somebody(m))
        return next(cut, whole)

    def names_somebody(self, mark: Boundary) -> bool:
        """Whether a whole name stands behind 与, so that one stands before it too, whatever it looks like."""
        stop = self.name_end(mark.end)
        found = self._list((mark.end, stop)) if stop is not None else []
        return bool(found) and all(self.names.is_particular(party.name) for party in found)

    def counterpart(self, marks: Iterable[Boundary], after: int) -> Beside | None:
        """Those who act with the subject, which ends at ``after``; a whole name is looked for first."""
        loose: Beside | None = None
        for mark in self._with(marks):
            if self.text[mark.start] == "和" and mark.start == after != self.span[0]:
                continue
            if self.text.endswith("就", 0, mark.start) and mark.end - mark.start > 1:
                continue  # 就|联合培养博士生|签署意向书
            stop = self.name_end(mark.end)
            if stop is not None:
                return Beside(mark, (mark.end, stop))
            ends = (m.start for m in self.marks if m.start > mark.end and m.kind != "with")
            loose = loose or Beside(mark, (mark.end, next(ends, self.span[1])))
        return loose

    def recipient(self, marks: Iterable[Boundary]) -> Beside | None:
        """Those to or for whom the subject acts."""
        mark = next((mark for mark in marks if mark.kind == "to"), None)
        return Beside(mark, (mark.end, self.name_end(mark.end) or self.span[1])) if mark else None

    def _stops(self, start: int, end: int) -> Iterable[int]:
        yield from (mark.start for mark in self.marks if start < mark.start < end)
        yield end

    def _list(self, span: Span) -> list[Party]:
        if span not in self._read:
            self._read[span] = parties(self.text, span, self.names)
        return self._read[span]

    def _is_party(self, party: Party) -> bool:
        name = party.name
        if name in _HEADS or self.names.is_complete(name) or self.names.is_place(name) or is_reference(name):
            return True
        return bool(sides(name, self.names, {}))

    def _is_firm(self, party: Party, beside: Sequence[Party]) -> bool:
        """Whether a member of a list is a foreign firm that no ending tells: 瑞典宜家 beside 京东物流."""
        return len(beside) > 1 and self.names.is_called_by_country(party.name)

    def _joins_two(self, found: Iterable[Party]) -> bool:
        """Whether 与 stands inside one of the names although a place begins behind it: 上海港|与|苏瓦港务公司,
        or one that is called by its country stands before it: 德国默克|与|张江集团.
        """
        return any(
            self.names.country_of(self.text[mark.end : party.end]) is not None
            or self.names.is_called_by_country(self.text[party.start : mark.start])
            and is_no_ministry(self.text[mark.end : party.end], self.names)
            for party in found
            if not self.names.is_known(party.name)
            for mark in self._with(self.marks)
            if party.start < mark.start and mark.end < party.end
        )

    def _is_topic(self, mark: Boundary) -> bool:
        """Whether a word brings in what the act is about: no name reaches over it."""
        return self.text[mark.start : mark.end] in ("就", "围绕")

    @staticmethod
    def _with(marks: Iterable[Boundary]) -> Iterable[Boundary]:
        return (mark for mark in marks if mark.kind == "with")
