"""The head of a clause: who acts, with whom, in what tense.

``中国财政部联合多边开发银行将`` has the subject 中国财政部, the counterpart 多边开发银行 and is announced.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from silkgraph.knowledge.affixes import Lengths, lengths_by_ending
from silkgraph.parse.boundaries import Boundaries, Boundary
from silkgraph.parse.consents import Consent, consent
from silkgraph.parse.consortia import Consortium, consortium, may_open_consortium
from silkgraph.parse.coordination import Party
from silkgraph.parse.leading import Leading
from silkgraph.parse.phrases import TOGETHER, Phrases
from silkgraph.parse.shared_heads import with_shared_heads
from silkgraph.parse.times import time_expression
from silkgraph.recognise.brackets import Span, depths
from silkgraph.recognise.lexicon import any_of
from silkgraph.recognise.names import Names
from silkgraph.recognise.patterns import last_character, watchful
from silkgraph.recognise.references import event_noun, is_reference, side
from silkgraph.recognise.words import words_by_offset
from silkgraph.values import dataclass, replace

_PROMPTING = re.compile(
    r"(?P<subject>[^，“”《》]+?)(?P<how>鼓励|支持|呼吁|要求|推动|欢迎)(?P<whom>(?!在)[^，“”《》]+)$"
)
_BACKING = "支持"
"""``中方支持非洲|建设5个中心``: who backs acts, and who is backed is the other side."""
_WELCOMED = re.compile("[^，《]{0,8}?(?:欢迎|祝贺|满意地看到|高兴地看到|注意到)(?=[两三]国|双方|[^，]{2,30}[与和同、])")
"""``双方欢迎|两国海关签署…``: what is welcomed was signed, by those who are named behind it."""
_WELCOMED_TEXT = re.compile("[^，《]{0,8}?(?:欢迎|祝贺|满意地看到|高兴地看到)(?:成功|正式|顺利)?$")
_AGREED_EDITION = re.compile("(?:一致|共同)*(?:商定|约定|同意|决定)(?=第[^，]{1,4}[届次]|下一?[届次])")
"""``商定|第17次例会于2028年在北京|召开``: what is agreed upon is no subject."""
_HOPED = re.compile("更多|尽快|尽早|早日|继续|有关|各国|企业|商签")
"""… unless it is only hoped for."""
_BODY_OF_RESEARCH = "研究(?:所|院|中心|会|生|员|室|机构|基金|联盟|网络|团队)"
"""What begins with a word for an aim and is none: ``研究所|与肯尼亚教育部签署``."""
_APPEALING = watchful(r"(?:[，、并亦也还]|继续|热忱|热烈|诚挚)(?:鼓励|呼吁|欢迎|拒绝)")
ORGANISING = re.compile(r"(?<=[会展节坛动府省市州间局厅])(?<!发展)(?:上|共|还|现场|累计)*组织$")
"""``博览会|组织|签约``: who has others sign; 组织 belongs to no name there."""
_FROM_SO_MANY = re.compile("由(?:目前|现有|原来|原先|现行|去年)?的?(?:每[年月周天])?(?:约|近)?\\d")
"""``将名额|由每年40个增至80个`` names nobody who acts."""
_LONGEST_TIME = 24


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
    adverb_lengths: Lengths
    times: re.Pattern[str]
    time_ends: re.Pattern[str]
    """The last characters of times, to be asked before one is looked for."""
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
        times = f"连续第?[\\d一二三四五六七八九十]+[年届次]|{time_expression(particles['times'])}"
        return cls(
            names=names,
            leading=Leading.of(names.lexicon, names.places.cities),
            boundaries=Boundaries.of(names.lexicon),
            adverbs=frozenset(particles["adverbs"]),
            adverb_lengths=lengths_by_ending(particles["adverbs"]),
            times=watchful(f"(?:{times})$"),
            time_ends=last_character(times),
            statements=re.compile(any_of(particles["statements"])),
            after_subject=watchful(any_of((*particles["statements"], *particles["adverbs"], *particles["times"]))),
            announced=re.compile(any_of(particles["announced"])),
            concluded=re.compile(any_of(particles["concluded"])),
            joint=re.compile(any_of(particles["joint"])),
            wishes=watchful(
                f"(?:{any_of(particles['wishes'])})(?<!性研究)(?<!合研究)(?<!作研究)$|^(?!{_BODY_OF_RESEARCH})(?:{any_of(particles['wishes'])})"
            ),
            weak_wishes=watchful(f"(?:{any_of(particles['weak_wishes'])})$|^(?:{any_of(particles['weak_wishes'])})"),
        )

    def read(
        self,
        text: str,
        span: Span,
        signing: bool = False,
        tokens: Mapping[int, str] | None = None,
        counted: bool = False,
    ) -> ClauseHead:
        """The head that stands in ``span`` (from the clause's beginning to its verb).

        Args:
            signing: the verb is one of signing: what stands on either side of 与 is a party, whatever its name.
            tokens: the words of the text by their offsets, if the caller has them.
            counted: the object has a number, so that who backs somebody in it promises it (``支持非洲建设5个中心``).
        """
        start, end = self.strip_leading(text, span)
        words = words_by_offset(text, span) if tokens is None else tokens
        if signing and (organising := ORGANISING.search(text, start, end)):
            end = organising.start()
        end, tail = self.strip_adverbs(text, start, end, words)
        wish = self._wish(text, span, end)
        if start >= end:
            head = self._head(tail, (), wish=wish)
            introduced = self._introduced(text, span, words) if "：" in text[span[0] : start] else ()
            return replace(head, subjects=introduced) if introduced else head
        led = self.consortium(text, (start, end), words)
        if led is not None:
            return replace(self._roles(text, (led.end, end), tail, wish, signing, words), subjects=led.members)
        if (agreed := _AGREED_EDITION.match(text, start, end)) is not None:
            return self._head(agreed.group() + tail, (), wish=wish)
        by = self._agent(text, start, end)
        if by is not None:
            topic, agent = by
            signers = self._roles(text, agent, tail, wish, True, words) if signing else None
            if signers is not None and signers.subjects and signers.counterparts:
                return replace(signers, topic=topic)
            return self._head(tail, self._acting(text, agent, words), topic=topic, wish=wish)
        consented = consent(text, (start, end))
        if consented is not None and (consented.consenting or not signing):
            by_other = self._by_other(text, consented, tail, signing, words)
            if by_other is not None:
                praised = not consented.consenting and not counted
                return replace(by_other, subjects=self._hosts(text, consented, words)) if praised else by_other
        welcomed = self._welcomed(text, span, (start, end)) if signing else None
        if welcomed is not None:
            return self._roles(text, (welcomed.end(), end), tail, "", signing, words)
        prompted = _PROMPTING.match(text[start:end])
        if prompted is not None:
            stop, before = self.strip_adverbs(text, start, start + prompted.end("subject"), words)
            if self._ends_a_list(text, (start, stop)):
                head = self._roles(text, (start, stop), before + tail, wish or "weak", signing, words)
                helped = (start + prompted.start("whom"), end) if counted and prompted["how"] == _BACKING else None
                return self._with_helped(head, text, helped, words)
        if (
            counted
            and text[span[0] : start].endswith(_BACKING)
            and text[start] != "在"
            and self._ends_a_list(text, (start, end))
        ):
            return self._with_helped(self._head(tail, (), wish=wish or "weak"), text, (start, end), words)
        head = self._roles(text, (start, end), tail, wish, signing, words)
        if head.subjects or head.topic is not None or "：" not in text[span[0] : start]:
            return head
        return replace(head, subjects=self._introduced(text, span, words))

    def _welcomed(self, text: str, span: Span, told: Span) -> re.Match[str] | None:
        """The words before those who sign that tell how welcome it is; none where it is only hoped for."""
        if _HOPED.search(text, told[0], span[1] + len("商签")):
            return None
        titled = "《" in text[span[1] : span[1] + 4]
        return _WELCOMED.match(text, *told) or (_WELCOMED_TEXT.match(text, *told) if titled else None)

    def _by_other(
        self, text: str, said: Consent, tail: str, signing: bool, words: Mapping[int, str]
    ) -> ClauseHead | None:
        """``老方同意|中方在琅勃拉邦``: the other acts, with who consents; praise is no outcome of anything general."""
        host, before = self.strip_adverbs(text, *said.host, words)
        if not self._ends_a_list(text, (said.host[0], host)):
            return None
        head = self._roles(text, said.act, tail, "" if said.consenting else "weak", signing, words)
        if not head.subjects or not said.consenting:
            return head if head.subjects else None
        hosts = self._hosts(text, said, words)
        beside = head.counterparts or tuple(
            party for party in hosts if not is_reference(party.name) or side(party.name)
        )
        return replace(head, counterparts=beside, announced=not self.concluded.search(before))

    def _hosts(self, text: str, said: Consent, words: Mapping[int, str]) -> tuple[Party, ...]:
        """Those who consent or praise."""
        end, _ = self.strip_adverbs(text, *said.host, words)
        return self._phrases(text, said.host, words).parties((said.host[0], end))

    def _with_helped(self, head: ClauseHead, text: str, helped: Span | None, words: Mapping[int, str]) -> ClauseHead:
        """The head with those whom the subject backs in what is told; it is promised unless it was done."""
        named = self._phrases(text, helped, words).parties(helped) if helped else ()
        if not named:
            return head
        return replace(head, recipients=named, toward=_BACKING, announced=head.announced or not head.concluded)

    def _introduced(self, text: str, span: Span, tokens: Mapping[int, str]) -> tuple[Party, ...]:
        """The subject in front of a colon, where none stands behind it: ``公司敲定两份文件：与甲签署X``."""
        span = self.strip_leading(text, (span[0], text.rfind("：", *span)))
        phrases = self._phrases(text, span, tokens)
        end = phrases.name_end(span[0])
        return phrases.parties((span[0], end)) if end else ()

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
        head = text[span[0] : end].lstrip("，、并亦也还更").rstrip("和并与").removeprefix("未来").removeprefix("为期")
        if self.wishes.search(head) or _APPEALING.search(head):
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
        if will and event_noun(text[start:end]) is None and not self._ends_a_list(text, (start, end)):
            end, _ = self.strip_adverbs(text, start, end - 1, tokens)
        return end, text[end:tail_end]

    def _last_adverb(self, text: str, start: int, end: int) -> int | None:
        """Where the adverb or time begins that ends at ``end``."""
        if end <= start:
            return None
        if self.time_ends.match(text, end - 1):
            time = self.times.search(text, max(start, end - _LONGEST_TIME), end)
            if time:
                return time.start()
        for length in self.adverb_lengths.get(text[end - 1], ()):
            word = text[max(start, end - length) : end]
            if (
                word in self.adverbs
                and len(word) == length
                and not (word == "计划" and self._is_plan(text, (start, end - length)))
                and not (word == "全部" and text[end - 3] == "安")  # 生物安全部
            ):
                return end - length
        return None

    def _is_plan(self, text: str, before: Span) -> bool:
        """Whether 计划 is a noun there: 科技创新行动计划|正式启动, but 中方|计划|举办, 二期工程|计划|明年开工."""
        if before[1] == before[0] or self._ends_a_list(text, before):
            return False
        return text[before[1] + 2 : before[1] + 3] not in "于在" and not self.boundaries.time.match(text, before[1] + 2)

    def _ends_a_list(self, text: str, span: Span) -> bool:
        return Phrases(text, span, (), self.names).is_list(span)

    def _agent(self, text: str, start: int, end: int) -> tuple[Span | None, Span] | None:
        """``X由Y主办``: the topic X and the agent Y."""
        if text.find("由", start, end) < 0:
            return None
        depth = depths(text[start:end])
        for match in re.finditer("由", text[start:end]):
            position = start + match.start()
            if _FROM_SO_MANY.match(text, position):
                continue
            if depth[match.start()] == 0 and text[position - 1 : position] not in ("自", "缘", "理", "事"):
                return ((start, position) if position > start else None), (position + 1, end)
        return None

    def _acting(self, text: str, agent: Span, tokens: Mapping[int, str]) -> tuple[Party, ...]:
        """Who acts behind 由: all that stands there, or the whole names it begins with (``由|泰方|在罗勇府``)."""
        phrases = self._phrases(text, agent, tokens)
        found = phrases.parties(agent)
        end = None if found else phrases.name_end(agent[0])
        return phrases.parties((agent[0], end)) if end else found

    def consortium(self, text: str, span: Span, tokens: Mapping[int, str] | None = None) -> Consortium | None:
        """The syndicate that the clause begins with, None if it begins with none."""
        if not may_open_consortium(text, span):
            return None
        words = words_by_offset(text, span) if tokens is None else tokens
        return consortium(text, span, lambda part: self._phrases(text, part, words).parties(part, any_name=True))

    def _phrases(self, text: str, span: Span, tokens: Mapping[int, str]) -> Phrases:
        known = self.names.known_spans(text, *span)
        return Phrases(text, span, self.boundaries.find(text, span, known, tokens), self.names)

    def _roles(
        self, text: str, span: Span, tail: str, wish: str, signing: bool, tokens: Mapping[int, str]
    ) -> ClauseHead:
        """Subject, counterpart and recipient: each ends at the first boundary before which it is a whole name."""
        phrases = self._phrases(text, span, tokens)
        after = phrases.subject_end(signing)
        rest = [mark for mark in phrases.marks if mark.start >= after]
        loose = [mark for mark in rest if mark.kind == "with"]
        named = signing and bool(loose) or any(map(phrases.names_somebody, loose))
        subjects = phrases.parties((span[0], after), any_name=named)
        given = phrases.recipient(rest)
        if given is not None:
            rest = [mark for mark in rest if not given.names[0] <= mark.start < given.names[1]]
        beside = phrases.counterpart(rest, after)
        together = beside is not None and text[beside.mark.start : beside.mark.end] in TOGETHER
        counterparts = phrases.parties(beside.names, any_name=signing or together) if beside else ()
        subjects, counterparts = with_shared_heads(text, subjects, counterparts, self.names)
        taken = (beside.mark.start, beside.names[1]) if beside else (span[1], span[1])
        free = [mark for mark in rest if not taken[0] <= mark.start < taken[1]]
        if given is not None and taken[0] <= given.mark.start < taken[1]:
            given = None
        modifiers = tail + "".join(text[m.start : m.end] for m in free if m.kind in ("adverb", "time"))
        return self._head(
            modifiers,
            subjects,
            counterparts,
            phrases.parties(given.names) if given else (),
            topic=(span[0], after) if after > span[0] else None,
            wish=wish,
            together=together,
            about=self._about(text, span[1], free, taken),
            toward=text[given.mark.start : given.mark.end] if given else "",
        )

    def _about(self, text: str, end: int, marks: Sequence[Boundary], taken: Span) -> Span | None:
        """What the act is about: ``就…``, up to the counterpart or the verb."""
        for mark in marks:
            if text[mark.start : mark.end] in ("就", "围绕"):
                return mark.end, taken[0] if taken[0] > mark.end else end
        return None
