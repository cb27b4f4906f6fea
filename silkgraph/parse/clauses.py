"""The head of a clause: who acts, with whom, in what tense.

``中国财政部联合多边开发银行将`` has the subject 中国财政部, the counterpart 多边开发银行 and is announced.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from silkgraph.parse.boundaries import Boundaries, Boundary
from silkgraph.parse.coordination import Party, parties
from silkgraph.parse.leading import Leading
from silkgraph.parse.times import time_expression
from silkgraph.recognise.brackets import Span, depths
from silkgraph.recognise.lexicon import any_of
from silkgraph.recognise.names import Names
from silkgraph.recognise.references import is_reference
from silkgraph.recognise.shapes import may_be_name
from silkgraph.recognise.words import words_by_offset

_ATTRIBUTE = re.compile(r"[^、，“”]*?(?:举行|举办|召开|成立|设立|参加|出席)的(?=.{3})")
_ON_BEHALF = re.compile(r"(?:授权|委托|受权)?[^，、“”]{2,10}代表(?=.{2})")
"""``行长代表|本行``: who acts is the one that is represented."""
_PROMPTING = re.compile(r"(?P<subject>[^，“”《》]+?)(?:鼓励|支持|呼吁|要求|推动|欢迎)[^，“”《》]+$")
_SHARED = re.compile(
    r"(?:共建|沿线|有关|相关|周边|其他|多个|世界)?(?:国家|各国)的?(?P<head>媒体|智库|院校|高校|大学|企业|金融机构|科研机构|民间组织|社会组织|城市|博物馆|图书馆)"
)
_LONGEST_TIME = 24
_TOGETHER = ("联合", "会同", "联同", "携手", "偕同", "连同")


@dataclass(frozen=True, slots=True)
class ClauseHead:
    """What stands before the verb.

    ``topic`` is the head without its adverbs; ``about`` what stands behind 就 or 围绕 (``就债券互认签署意向书``).
    """

    subjects: tuple[Party, ...]
    counterparts: tuple[Party, ...]
    recipients: tuple[Party, ...]
    topic: Span | None
    announced: bool
    concluded: bool
    joint: bool
    respective: bool
    wish: str
    about: Span | None = None
    toward: str = ""
    """The preposition that brings in the recipients: 向 and 给 of a gift, 为 and 对 of what is done for somebody."""


@dataclass(frozen=True)
class HeadGrammar:
    """The patterns of a clause's head, made once from the lexicon."""

    names: Names
    leading: Leading
    boundaries: Boundaries
    adverbs: frozenset[str]
    longest_adverb: int
    times: re.Pattern[str]
    statements: re.Pattern[str]
    """Verbs of clauses that tell no outcome, and small words."""
    after_subject: re.Pattern[str]
    """What may follow a subject in such a clause."""
    announced: re.Pattern[str]
    concluded: re.Pattern[str]
    joint: re.Pattern[str]
    wishes: re.Pattern[str]
    weak_wishes: re.Pattern[str]

    @classmethod
    def of(cls, names: Names) -> HeadGrammar:
        """The grammar for the given names and their lexicon."""
        particles = names.lexicon.particles
        return cls(
            names=names,
            leading=Leading.of(names.lexicon),
            boundaries=Boundaries.of(names.lexicon),
            adverbs=frozenset(particles["adverbs"]),
            longest_adverb=max(map(len, particles["adverbs"])),
            times=re.compile(f"(?:连续\\d+年|{time_expression(particles['times'])})$"),
            statements=re.compile(any_of(particles["statements"])),
            after_subject=re.compile(any_of((*particles["statements"], *particles["adverbs"], *particles["times"]))),
            announced=re.compile(any_of(particles["announced"])),
            concluded=re.compile(any_of(particles["concluded"])),
            joint=re.compile(any_of(particles["joint"])),
            wishes=re.compile(
                f"(?:{any_of(particles['wishes'])})(?<!性研究)(?<!合研究)(?<!作研究)$|^(?:{any_of(particles['wishes'])})"
            ),
            weak_wishes=re.compile(f"(?:{any_of(particles['weak_wishes'])})$|^(?:{any_of(particles['weak_wishes'])})"),
        )

    def read(self, text: str, span: Span, signing: bool = False, tokens: Mapping[int, str] | None = None) -> ClauseHead:
        """The head that stands in ``span`` (from the clause's beginning to its verb).

        Args:
            signing: the verb is one of signing: what stands on either side of 与 is a party, whatever its name.
            tokens: the words of the text by their offsets, if the caller has them.
        """
        start, end = self.strip_leading(text, span)
        words = words_by_offset(text, span) if tokens is None else tokens
        end, tail = self.strip_adverbs(text, start, end, words)
        wish = self._wish(text, span, end)
        by = self._agent(text, start, end)
        if by is not None:
            topic, agent = by
            return self._head(tail, tuple(self._parties(text, agent)), topic=topic, wish=wish)
        prompted = _PROMPTING.match(text[start:end])
        if prompted and self._is_list(text, (start, start + prompted.end("subject"))):
            end = start + prompted.end("subject")
            wish = wish or "weak"
        head = self._roles(text, (start, end), tail, wish, signing, words)
        if head.subjects or head.topic is not None or "：" not in text[span[0] : start]:
            return head
        return replace(head, subjects=self._introduced(text, span, words))

    def _introduced(self, text: str, span: Span, tokens: Mapping[int, str]) -> tuple[Party, ...]:
        """The subject in front of a colon, where none stands behind it: ``公司敲定两份文件：与甲签署X``."""
        span = self.strip_leading(text, (span[0], text.rfind("：", *span)))
        marks = self.boundaries.find(text, span, self.names.known_spans(text, *span), tokens)
        end = self._name_end(text, *span, marks)
        return tuple(self._parties(text, (span[0], end))) if end else ()

    def _head(
        self,
        modifiers: str,
        subjects: tuple[Party, ...],
        counterparts: tuple[Party, ...] = (),
        recipients: tuple[Party, ...] = (),
        topic: Span | None = None,
        wish: str = "",
        together: bool = False,
        about: Span | None = None,
        toward: str = "",
    ) -> ClauseHead:
        """A head with what its adverbs say."""
        return ClauseHead(
            subjects,
            counterparts,
            recipients,
            topic,
            announced=bool(self.announced.search(modifiers)),
            concluded=bool(self.concluded.search(modifiers)),
            joint=together or bool(self.joint.search(modifiers)),
            respective="分别" in modifiers or "各" in modifiers,
            wish=wish,
            about=about,
            toward=toward,
        )

    def _wish(self, text: str, span: Span, end: int) -> str:
        """``strong`` for a wish or an appeal (``鼓励…缔结``), ``weak`` for an aim (``推动…建立``), else ""."""
        head = text[span[0] : end].lstrip("，、并").removeprefix("未来")
        if self.wishes.search(head) or re.search(r"[，、并](?:鼓励|呼吁|欢迎|拒绝)", head):
            return "strong"
        return "weak" if self.weak_wishes.search(head) else ""

    def strip_leading(self, text: str, span: Span) -> Span:
        """The span without what opens the clause."""
        return self.leading.end(text, span), span[1]

    def strip_adverbs(
        self, text: str, start: int, end: int, tokens: Mapping[int, str] | None = None
    ) -> tuple[int, str]:
        """Where the head ends without its last adverbs and times, and those; 会 is one only as a word by itself."""
        tail_end = end
        while (begin := self._last_adverb(text, start, end)) is not None:
            end = begin
        will = tokens is not None and end - 1 > start and tokens.get(end - 1) == "会"
        if will and not self.names.is_complete(text[start:end]):
            end, _ = self.strip_adverbs(text, start, end - 1, tokens)
        return end, text[end:tail_end]

    def _last_adverb(self, text: str, start: int, end: int) -> int | None:
        """Where the adverb or time begins that ends at ``end``."""
        time = self.times.search(text, max(start, end - _LONGEST_TIME), end)
        if time:
            return time.start()
        for length in range(min(self.longest_adverb, end - start), 0, -1):
            word = text[end - length : end]
            if word in self.adverbs and not (word == "计划" and self._is_plan(text, (start, end - length))):
                return end - length
        return None

    def _is_plan(self, text: str, before: Span) -> bool:
        """Whether 计划 is a noun there: 科技创新行动计划|正式启动, but 中方|计划|举办, 二期工程|计划|明年开工."""
        if before[1] == before[0] or self._is_list(text, before):
            return False
        return text[before[1] + 2 : before[1] + 3] not in "于在" and not self.boundaries.time.match(text, before[1] + 2)

    def _agent(self, text: str, start: int, end: int) -> tuple[Span | None, Span] | None:
        """``X由Y主办``: the topic X and the agent Y."""
        depth = depths(text[start:end])
        for match in re.finditer("由", text[start:end]):
            position = start + match.start()
            if depth[match.start()] == 0 and text[position - 1 : position] not in ("自", "缘", "理", "事"):
                return ((start, position) if position > start else None), (position + 1, end)
        return None

    def _roles(
        self, text: str, span: Span, tail: str, wish: str, signing: bool, tokens: Mapping[int, str]
    ) -> ClauseHead:
        """Subject, counterpart and recipient: each ends at the first boundary before which it is a whole name."""
        start, end = span
        marks = self.boundaries.find(text, span, self.names.known_spans(text, start, end), tokens)
        after = self._subject_end(text, span, marks, signing)
        rest = [mark for mark in marks if mark.start >= after]
        loose = [mark for mark in rest if mark.kind == "with"]
        named = signing and bool(loose) or any(self._names_somebody(text, mark, end, marks) for mark in loose)
        subjects = self._parties(text, (start, after), named)
        given = self._recipient(text, span, rest)
        if given is not None:
            rest = [mark for mark in rest if not given[1][0] <= mark.start < given[1][1]]
        beside = self._counterpart(text, span, after, rest, signing)
        together = beside is not None and text[beside[0].start : beside[0].end] in _TOGETHER
        counterparts = self._parties(text, beside[1], signing or together) if beside else []
        subjects = self._with_shared_head(subjects, counterparts)
        taken = (beside[0].start, beside[1][1]) if beside else (end, end)
        free = [mark for mark in rest if not taken[0] <= mark.start < taken[1]]
        if given is not None and taken[0] <= given[0].start < taken[1]:
            given = None
        modifiers = tail + "".join(text[m.start : m.end] for m in free if m.kind in ("adverb", "time"))
        return self._head(
            modifiers,
            tuple(subjects),
            tuple(counterparts),
            tuple(self._parties(text, given[1])) if given else (),
            topic=(start, after) if after > start else None,
            wish=wish,
            together=together,
            about=self._about(text, end, free, taken),
            toward=text[given[0].start : given[0].end] if given else "",
        )

    def _with_shared_head(self, subjects: list[Party], counterparts: list[Party]) -> list[Party]:
        """``中国与共建国家媒体``: what a lone country shares with those beside it is 媒体, and nobody in particular."""
        if len(subjects) != 1 or len(counterparts) != 1 or not self.names.is_country(subjects[0].name):
            return subjects
        shared = _SHARED.fullmatch(counterparts[0].name)
        return [replace(subjects[0], name=subjects[0].name + shared["head"], generic=True)] if shared else subjects

    def _names_somebody(self, text: str, mark: Boundary, end: int, marks: Sequence[Boundary]) -> bool:
        """Whether a whole name stands behind 与, so that one stands before it too, whatever it looks like."""
        stop = self._name_end(text, mark.end, end, marks)
        found = parties(text, (mark.end, stop), self.names) if stop is not None else []
        return bool(found) and all(self.names.is_particular(p.name) for p in found)

    def _recipient(self, text: str, span: Span, marks: Sequence[Boundary]) -> tuple[Boundary, Span] | None:
        """The first preposition of giving with a name behind it, and where the name stands."""
        mark = next((mark for mark in marks if mark.kind == "to"), None)
        if mark is None:
            return None
        behind = [later for later in marks if later.start > mark.start]
        return mark, (mark.end, self._name_end(text, mark.end, span[1], behind) or span[1])

    def _subject_end(self, text: str, span: Span, marks: Sequence[Boundary], signing: bool) -> int:
        """Where the subject ends; ``start`` where the head begins with a preposition and has none."""
        start, end = span
        if marks and marks[0].start == start:
            return start
        whole = self._name_end(text, start, end, marks)
        if whole is not None:
            return whole
        if any(mark.kind == "with" and (signing or self._names_somebody(text, mark, end, marks)) for mark in marks):
            for mark in marks:
                if may_be_name(text[start : mark.start]):
                    return mark.start
        first = next((mark.start for mark in marks if mark.kind in ("with", "aside")), end)
        found = self._list_end(text, start, first, [mark for mark in marks if mark.start < first])
        return first if found is None else found

    def _name_end(self, text: str, start: int, end: int, marks: Sequence[Boundary]) -> int | None:
        """The first boundary, or the end, up to which whole names stand; None if there is none."""
        for stop in (*(mark.start for mark in marks if mark.start > start), end):
            found = parties(text, (start, stop), self.names)
            if found and all(map(self._is_party, found)):
                return stop
        return None

    def _list_end(self, text: str, start: int, end: int, marks: Sequence[Boundary]) -> int | None:
        """The same for a list of which only the last member is a whole name (``甲港、乙公司``)."""
        for stop in (*(mark.start for mark in marks if mark.start > start), end):
            if self._is_list(text, (start, stop)):
                return stop
        return None

    def _counterpart(
        self, text: str, span: Span, after: int, marks: Sequence[Boundary], signing: bool
    ) -> tuple[Boundary, Span] | None:
        """The preposition that brings in the counterpart and where the counterpart stands."""
        loose: tuple[Boundary, Span] | None = None
        for mark in marks:
            if mark.kind != "with" or text[mark.start] == "和" and mark.start == after != span[0]:
                continue
            stop = self._name_end(text, mark.end, span[1], marks)
            if stop is not None:
                return mark, (mark.end, stop)
            stop = next((m.start for m in marks if m.start > mark.end and m.kind != "with"), span[1])
            loose = loose or (mark, (mark.end, stop))
        return loose

    def _about(self, text: str, end: int, marks: Sequence[Boundary], taken: Span) -> Span | None:
        """What the act is about: ``就…``, up to the counterpart or the verb."""
        for mark in marks:
            if text[mark.start : mark.end] in ("就", "围绕"):
                return mark.end, taken[0] if taken[0] > mark.end else end
        return None

    def _is_list(self, text: str, span: Span) -> bool:
        found = parties(text, span, self.names)
        return bool(found) and self._is_party(found[-1])

    def _is_party(self, party: Party) -> bool:
        return self.names.is_complete(party.name) or is_reference(party.name)

    def _parties(self, text: str, span: Span, any_name: bool = False) -> list[Party]:
        """The parties that stand in ``span``; with ``any_name`` also those whose names no ending tells."""
        if span[1] <= span[0]:
            return []
        attribute = _ATTRIBUTE.match(text[span[0] : span[1]]) or _ON_BEHALF.match(text[span[0] : span[1]])
        if attribute:
            span = (span[0] + attribute.end(), span[1])
        found = parties(text, span, self.names)
        return [p for p in found if self._is_party(p) or any_name and may_be_name(p.name)]
