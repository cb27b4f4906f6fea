"""The head of a clause: who acts, with whom, in what tense.

``中国财政部联合多边开发银行将`` has the subject 中国财政部, the counterpart 多边开发银行 and is announced.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from silkgraph.parse.boundaries import Boundaries, Boundary
from silkgraph.parse.consents import consent, welcomed
from silkgraph.parse.consortia import Consortium, consortium, may_open_consortium
from silkgraph.parse.coordination import Party
from silkgraph.parse.heads import ClauseHead, Modality
from silkgraph.parse.leading import Leading
from silkgraph.parse.phrases import TOGETHER, Phrases
from silkgraph.parse.plain_names import plain_name
from silkgraph.parse.shared_heads import with_shared_heads
from silkgraph.parse.trailing import Trailing
from silkgraph.recognise.brackets import Span, depths
from silkgraph.recognise.lexicon import any_of
from silkgraph.recognise.names import Names
from silkgraph.recognise.patterns import watchful
from silkgraph.recognise.references import is_reference, side
from silkgraph.recognise.words import words_by_offset
from silkgraph.values import dataclass, replace

_PROMPTING = re.compile(
    r"(?P<subject>[^，“”《》]+?)(?P<how>鼓励|支持|呼吁|要求|推动|欢迎|帮助|协助)(?P<whom>(?!在)[^，“”《》]+)$"
)
_HELPING = ("帮助", "协助")
_BACKING = ("支持", *_HELPING)
"""``中方支持非洲|建设5个中心``: who backs acts, and who is backed is the other side."""
_AGREED_EDITION = re.compile("(?:一致|共同)*(?:商定|约定|同意|决定)(?=第[^，]{1,4}[届次]|下一?[届次])")
"""``商定|第17次例会于2028年在北京|召开``: what is agreed upon is no subject."""
ORGANISING = re.compile(r"(?<=[会展节坛动府省市州间局厅])(?<!发展)(?:上|共|还|现场|累计)*组织$")
"""``博览会|组织|签约``: who has others sign; 组织 belongs to no name there."""
_PERMITTING = ("批准", "核准")
_BY_WHOM = re.compile("(?:已|日前|近日|正式)*获得?[^，《》获]{2,24}$")
"""``澳门国际银行|获葡萄牙央行``, before 批准设立."""
_PERMITTED = re.compile(
    "(?:已|日前|近日|正式)*获得?[^，《》获]{2,24}?(?:批准|核准|许可|同意|授权|准许)(?=$|[在于将可向为与])"
)
_LONGEST_PLAIN = 8
"""A longer phrase that no ending tells to be a name is hardly one."""
_TO_COME = re.compile("(?:将|拟|计划|决定|愿)[^，。：]{0,16}(?:措施|举措|行动|工作|方面|项目|着力|事)$")
_FROM_SO_MANY = re.compile("由(?:目前|现有|原来|原先|现行|去年)?的?(?:每[年月周天])?(?:约|近)?\\d")
"""``将名额|由每年40个增至80个`` names nobody who acts."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What stands before a verb, and what is known of the verb.

    ``span`` is the ``clause`` up to the verb without what opens it, and without its last adverbs, the ``tail``.
    """

    text: str
    clause: Span
    span: Span
    tail: str
    wish: str
    signing: bool
    counted: bool
    tokens: Mapping[int, str]
    acting: str = ""


@dataclass(frozen=True)
class HeadGrammar:
    """The patterns of a clause's head, made once from the lexicon."""

    names: Names
    leading: Leading
    boundaries: Boundaries
    trailing: Trailing
    modality: Modality
    statements: re.Pattern[str]
    """Verbs of clauses that tell no outcome, and small words."""
    after_subject: re.Pattern[str]
    """What may follow a subject in such a clause."""

    @classmethod
    def of(cls, names: Names) -> HeadGrammar:
        """The grammar for the given names and their lexicon."""
        particles = names.lexicon.particles
        return cls(
            names=names,
            leading=Leading.of(names.lexicon, names.places.cities),
            boundaries=Boundaries.of(names.lexicon),
            trailing=Trailing.of(names.lexicon),
            modality=Modality.of(names.lexicon),
            statements=re.compile(any_of(particles["statements"])),
            after_subject=watchful(any_of((*particles["statements"], *particles["adverbs"], *particles["times"]))),
        )

    def read(
        self,
        text: str,
        span: Span,
        signing: bool = False,
        tokens: Mapping[int, str] | None = None,
        counted: bool = False,
        acting: str = "",
    ) -> ClauseHead:
        """The head that stands in ``span`` (from the clause's beginning to its verb).

        Args:
            signing: the verb is one of signing: what stands on either side of 与 is a party, whatever its name.
            tokens: the words of the text by their offsets, if the caller has them.
            acting: ``firm`` if the verb is one of firms, ``giver`` if it is one of giving, so that what stands before
                it (before 向) is a name, whatever it looks like (``中车株洲所|中标``, ``江南造船|向…交付``).
            counted: the object has a number, so that who backs somebody in it promises it (``支持非洲建设5个中心``).
        """
        start, end = self.strip_leading(text, span)
        words = words_by_offset(text, span) if tokens is None else tokens
        if signing and (organising := ORGANISING.search(text, start, end)):
            end = organising.start()
        end, tail = self.strip_adverbs(text, start, end, words)
        wish = self.modality.wish(text, (span[0], end))
        said = _Said(text, span, (start, end), tail, wish, signing, counted, words, acting)
        if start >= end:
            return self._empty(said)
        return (
            self._of_consortium(said)
            or self._of_edition(said)
            or self._by_agent(said)
            or self._permitted(said)
            or self._by_other(said)
            or self._welcomed(said)
            or self._prompted(said)
            or self._backed(said)
            or self._plain(said)
        )

    def _empty(self, said: _Said) -> ClauseHead:
        """Nothing stands before the verb but adverbs; who acts may stand in front of a colon."""
        return self._with_introduced(self.modality.head(said.tail, (), wish=said.wish), said)

    def _of_consortium(self, said: _Said) -> ClauseHead | None:
        """``甲银行牵头、乙银行参与的银团|向丙公司``: the members act."""
        led = self.consortium(said.text, said.span, said.tokens)
        if led is None:
            return None
        return replace(self._roles(said, (led.end, said.span[1])), subjects=led.members)

    def _of_edition(self, said: _Said) -> ClauseHead | None:
        """``商定|第17次例会于2028年在北京``: what is agreed upon is no subject."""
        agreed = _AGREED_EDITION.match(said.text, *said.span)
        return None if agreed is None else self.modality.head(agreed.group() + said.tail, (), wish=said.wish)

    def _by_agent(self, said: _Said) -> ClauseHead | None:
        """``博览会|由商务部和四川省政府``: those behind 由 act, what stands before it is the topic."""
        by = self._agent(said.text, *said.span)
        if by is None:
            return None
        topic, agent = by
        signers = self._roles(said, agent) if said.signing else None
        if signers is not None and signers.subjects and signers.counterparts:
            return replace(signers, topic=topic)
        return self.modality.head(said.tail, self._acting(said.text, agent, said.tokens), topic=topic, wish=said.wish)

    def _permitted(self, said: _Said) -> ClauseHead | None:
        """``埃及国民银行|获金融监管总局批准在上海``: who is permitted acts, and nobody acts with who permits it."""
        if "获" not in said.text[slice(*said.span)]:
            return None
        before_verb = said.text.startswith(_PERMITTING, said.clause[1])
        permitted = (_BY_WHOM if before_verb else _PERMITTED).search(said.text, *said.span)
        if permitted is None or permitted.start() <= said.span[0]:
            return None
        head = self._roles(said, (said.span[0], permitted.start()))
        return head if head.subjects else None

    def _by_other(self, said: _Said) -> ClauseHead | None:
        """``老方同意|中方在琅勃拉邦``: the other acts, with who consents; praise is no outcome of anything general."""
        told = consent(said.text, said.span)
        if told is None or said.signing and not told.consenting:
            return None
        host, before = self.strip_adverbs(said.text, *told.host, said.tokens)
        if not self._ends_a_list(said.text, (told.host[0], host)):
            return None
        head = self._roles(said, told.act, "" if told.consenting else "weak")
        if not head.subjects:
            return None
        if told.authorising:
            return head
        hosts = self._phrases(said.text, told.host, said.tokens).parties((told.host[0], host))
        if not told.consenting:
            return head if said.counted else replace(head, subjects=hosts)
        if told.approving and hosts and not any(map(self._is_state, hosts)):
            return head
        named = tuple(party for party in hosts if not is_reference(party.name) or side(party.name))
        return replace(
            head, counterparts=head.counterparts or named, announced=not self.modality.concluded.search(before)
        )

    def _is_state(self, party: Party) -> bool:
        """Whether it is a state or its government that consents, no authority of it."""
        name = party.name
        return self.names.is_country(name) or name.endswith("政府") or is_reference(name)

    def _welcomed(self, said: _Said) -> ClauseHead | None:
        """``双方欢迎|两国海关``, before 签署: those who are named behind it signed."""
        before = welcomed(said.text, said.clause, said.span) if said.signing else None
        return None if before is None else self._roles(said, (before, said.span[1]), "")

    def _prompted(self, said: _Said) -> ClauseHead | None:
        """``中方鼓励|企业``: an aim; ``中方支持|非洲``, before 建设5个中心: a promise to those behind it."""
        start, end = said.span
        prompted = _PROMPTING.match(said.text[start:end])
        if prompted is None or not said.counted and prompted["how"] in _HELPING:
            return None
        stop, before = self.strip_adverbs(said.text, start, start + prompted.end("subject"), said.tokens)
        if not self._ends_a_list(said.text, (start, stop)):
            return None
        head = self._roles(replace(said, tail=before + said.tail), (start, stop), said.wish or "weak")
        helps = said.counted and prompted["how"] in _BACKING
        return self._with_helped(head, said, (start + prompted.start("whom"), end)) if helps else head

    def _backed(self, said: _Said) -> ClauseHead | None:
        """``支持|非洲``, before 建设5个中心, by who acted before."""
        start = said.span[0]
        if not said.counted or not said.text[said.clause[0] : start].endswith(_BACKING) or said.text[start] == "在":
            return None
        if not self._ends_a_list(said.text, said.span):
            return None
        return self._with_helped(self.modality.head(said.tail, (), wish=said.wish or "weak"), said, said.span)

    def _plain(self, said: _Said) -> ClauseHead:
        """Subject, counterpart and recipient, as they stand."""
        head = self._roles(said, said.span)
        return head if head.subjects or head.topic is not None else self._with_introduced(head, said)

    def _with_helped(self, head: ClauseHead, said: _Said, helped: Span) -> ClauseHead:
        """The head with those whom the subject backs in what is told; it is promised unless it was done."""
        named = self._phrases(said.text, helped, said.tokens).parties(helped)
        if not named:
            return head
        return replace(head, recipients=named, toward=_BACKING[0], announced=head.announced or not head.concluded)

    def _with_introduced(self, head: ClauseHead, said: _Said) -> ClauseHead:
        """The head with the subject in front of a colon, if there is one: ``公司敲定两份文件：与甲签署X``."""
        if "：" not in said.text[said.clause[0] : said.span[0]]:
            return head
        span = self.strip_leading(said.text, (said.clause[0], said.text.rfind("：", *said.clause)))
        phrases = self._phrases(said.text, span, said.tokens)
        end = phrases.name_end(span[0])
        if not end:
            return head
        ahead = _TO_COME.search(said.text, end, span[1]) is not None  # 中方将采取以下措施：|一是设立…
        return replace(head, subjects=phrases.parties((span[0], end)), announced=head.announced or ahead)

    def strip_leading(self, text: str, span: Span) -> Span:
        """The span without what opens the clause."""
        return self.leading.end(text, span), span[1]

    def strip_adverbs(
        self, text: str, start: int, end: int, tokens: Mapping[int, str] | None = None
    ) -> tuple[int, str]:
        """Where the head ends without its last adverbs and times, and those."""
        return self.trailing.strip(text, start, end, self.names, tokens)

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

    def _roles(self, said: _Said, span: Span, wish: str | None = None) -> ClauseHead:
        """Subject, counterpart and recipient: each ends at the first boundary before which it is a whole name."""
        text, signing = said.text, said.signing
        phrases = self._phrases(text, span, said.tokens)
        after = phrases.subject_end(signing)
        if said.acting == "giver" and not phrases.is_list((span[0], after)):
            toward = next((mark.start for mark in phrases.marks if mark.kind == "to"), after)
            after = toward if span[0] < toward else after  # 中国热科院|向瓦努阿图
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
        acts = said.acting == "firm" or said.acting == "giver" and given is not None
        if acts and not subjects and self.names.lexicon.head(text[span[0] : after]) is None:
            subjects = plain_name(text, (span[0], after), self.names, _LONGEST_PLAIN)
        modifiers = said.tail + "".join(text[m.start : m.end] for m in free if m.kind in ("adverb", "time"))
        return self.modality.head(
            modifiers,
            subjects,
            counterparts,
            phrases.parties(given.names) if given else (),
            topic=(span[0], after) if after > span[0] else None,
            wish=said.wish if wish is None else wish,
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
