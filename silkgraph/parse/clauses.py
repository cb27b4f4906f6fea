"""The head of a clause: who acts, with whom, in what tense.

``中国财政部联合多边开发银行将`` has the subject 中国财政部, the counterpart 多边开发银行 and is announced.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from silkgraph.parse.coordination import Party, parties
from silkgraph.recognise.brackets import Span, depths, inside
from silkgraph.recognise.lexicon import any_of
from silkgraph.recognise.names import Names

_LEADING = re.compile(
    r"^(?:[一二三四五六七八九十]+是|第[一二三四五六七八九十]+，|此外|同时|支持|推动|促进|用于|共同推动|其中|目前|近年来|今年|去年|此次|会上|论坛上|期间|会后|会前|当天|截至[^，]{2,12}(?:底|日|月|年)|"
    r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{4}年(?:以来|底)?|\d{1,2}日|\d+年来|未来\d+年|从\d{4}年起|自\d{4}年(?:以来)?|到\d{4}年(?:底)?|"
    r"(?:在|于|自|从|到|按照|根据|除了|随着)[^，]*?(?:上|期间|中|下|之际|时|前夕|以来|基础上|框架下|后|起|内)(?=[^，]{2})|"
    r"[^，、与和]{0,12}期间|并|且|以及|还|也|，|、|——|：)+"
)
_COUNTERPART = re.compile(r"会同|联合|携手|与|同|和|跟")
_ATTRIBUTE = re.compile(r"[^、，“”]*?(?:举行|举办|召开|成立|设立|参加|出席)的(?=.{3})")
_PROMPTING = re.compile(r"(?P<subject>[^，“”《》]+?)(?:鼓励|支持|呼吁|要求|推动|欢迎)[^，“”《》]+$")
_DATIVE = re.compile(r"向|对|为|面向|帮助")
_ADJUNCT = re.compile(r"(?:在|就|围绕|以|按照|通过|依托|于)[^与同]*$")


@dataclass(frozen=True, slots=True)
class ClauseHead:
    """What stands before the verb."""

    subjects: tuple[Party, ...]
    counterparts: tuple[Party, ...]
    recipients: tuple[Party, ...]
    topic: Span | None
    announced: bool
    concluded: bool
    joint: bool
    respective: bool
    wish: str


@dataclass(frozen=True)
class HeadGrammar:
    """The patterns of a clause's head, made once from the lexicon."""

    names: Names
    adverbs: re.Pattern[str]
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
            adverbs=re.compile(
                f"(?:{any_of(particles['adverbs'])}|连续\\d+年|于?\\d{{4}}年(?:\\d{{1,2}}月)?(?:底|起)?(?:\\d{{1,2}}日)?|从\\d{{4}}年起)$"
            ),
            announced=re.compile(any_of(particles["announced"])),
            concluded=re.compile(any_of(particles["concluded"])),
            joint=re.compile(any_of(particles["joint"])),
            wishes=re.compile(f"(?:{any_of(particles['wishes'])})$|^(?:{any_of(particles['wishes'])})"),
            weak_wishes=re.compile(f"(?:{any_of(particles['weak_wishes'])})$|^(?:{any_of(particles['weak_wishes'])})"),
        )

    def read(self, text: str, span: Span) -> ClauseHead:
        """The head that stands in ``span`` (from the clause's beginning to its verb)."""
        start, end = self.strip_leading(text, span)
        end, tail = self.strip_adverbs(text, start, end)
        announced = bool(self.announced.search(tail))
        concluded = bool(self.concluded.search(tail))
        joint = bool(self.joint.search(tail))
        respective = "分别" in tail or "各" in tail
        wish = self._wish(text, span, end)
        by = self._agent(text, start, end)
        if by is not None:
            topic, agent = by
            return ClauseHead(
                tuple(self._parties(text, agent)), (), (), topic, announced, concluded, False, respective, wish
            )
        prompted = _PROMPTING.match(text[start:end])
        if prompted and self._is_list(text, (start, start + prompted.end("subject"))):
            end = start + prompted.end("subject")
            wish = wish or "weak"
        end = self._strip_adjunct(text, start, end)
        end, before = self.strip_adverbs(text, start, end)
        subject, counterpart, marker = self._split(text, start, end)
        if subject and counterpart:
            before += text[subject[1] : counterpart[0]]
        announced = announced or bool(self.announced.search(before))
        recipients: list[Party] = []
        subjects = self._parties(text, subject) if subject else []
        counterparts = self._parties(text, counterpart) if counterpart else []
        if marker == "dative":
            recipients, counterparts = counterparts, []
        if marker in ("联合", "会同", "携手"):
            joint = True
        return ClauseHead(
            tuple(subjects),
            tuple(counterparts),
            tuple(recipients),
            (start, end) if end > start else None,
            announced,
            concluded,
            joint,
            respective,
            wish,
        )

    def _wish(self, text: str, span: Span, end: int) -> str:
        """``strong`` for a wish or an appeal (``鼓励…缔结``), ``weak`` for an aim (``推动…建立``), else ""."""
        head = text[span[0] : end].lstrip("，、并")
        if self.wishes.search(head) or re.search(r"[，、并](?:鼓励|呼吁|欢迎|拒绝)", head):
            return "strong"
        return "weak" if self.weak_wishes.search(head) else ""

    def strip_leading(self, text: str, span: Span) -> Span:
        match = _LEADING.match(text[span[0] : span[1]])
        return (span[0] + match.end(), span[1]) if match else span

    def strip_adverbs(self, text: str, start: int, end: int) -> tuple[int, str]:
        tail_end = end
        while True:
            match = self.adverbs.search(text[start:end])
            if match is None or match.start() == match.end():
                return end, text[end:tail_end]
            end = start + match.start()

    def _agent(self, text: str, start: int, end: int) -> tuple[Span | None, Span] | None:
        """``X由Y主办``: the topic X and the agent Y."""
        depth = depths(text[start:end])
        for match in re.finditer("由", text[start:end]):
            position = start + match.start()
            if depth[match.start()] == 0 and text[position - 1 : position] != "自":
                return ((start, position) if position > start else None), (position + 1, end)
        return None

    def _strip_adjunct(self, text: str, start: int, end: int) -> int:
        """Without ``在…领域``, ``就…`` before the verb, if something stands before it or it ends the head."""
        match = _ADJUNCT.search(text[start:end])
        if match is None or depths(text[start:end])[match.start()]:
            return end
        if (
            match.start()
            and self._is_list(text, (start, start + match.start()))
            or not self.names.is_complete(text[start:end])
        ):
            known = self.names.known_spans(text, start, end)
            if not inside(start + match.start(), known):
                return start + match.start()
        return end

    def _split(self, text: str, start: int, end: int) -> tuple[Span | None, Span | None, str]:
        """The subject and the counterpart: cut at the first preposition whose left side is a whole name."""
        depth = depths(text[start:end])
        known = self.names.known_spans(text, start, end)
        for match in _COUNTERPART.finditer(text, start, end):
            position = match.start()
            if (
                depth[position - start]
                or inside(position, known)
                or text[position : position + 2] in ("与会", "和平", "同意", "同时", "共同")
            ):
                continue
            if text[position - 1 : position] in ("共",):
                continue
            left = text[start:position]
            stripped_end, _ = self.strip_adverbs(text, start, position)
            if not left or stripped_end == start:
                return None, (match.end(), end), match.group()
            if match.group() == "和":
                continue
            if self._is_list(text, (start, stripped_end)) and end > match.end():
                return (start, stripped_end), (match.end(), end), match.group()
        for match in _DATIVE.finditer(text, start, end):
            position = match.start()
            if (
                depth[position - start]
                or inside(position, known)
                or text[position : position + 2] in ("对外", "为主", "对话", "对接")
            ):
                continue
            stripped_end, _ = self.strip_adverbs(text, start, position)
            if stripped_end == start or self._is_list(text, (start, stripped_end)):
                return ((start, stripped_end) if stripped_end > start else None), (match.end(), end), "dative"
        if text[start : start + 1] in "在对于按以就把为" and not self.names.is_known(text[start:end]):
            return None, None, ""
        return (start, end) if end > start else None, None, ""

    def _is_list(self, text: str, span: Span) -> bool:
        found = parties(text, span, self.names)
        return bool(found) and self.names.is_complete(found[-1].name)

    def _parties(self, text: str, span: Span) -> list[Party]:
        anaphors = self.names.lexicon.particles["anaphors"]
        attribute = _ATTRIBUTE.match(text[span[0] : span[1]])
        if attribute:
            span = (span[0] + attribute.end(), span[1])
        return [p for p in parties(text, span, self.names) if self.names.is_complete(p.name) or p.name in anaphors]
