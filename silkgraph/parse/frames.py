"""Frames: from the predicates of a paragraph to acts with parties, object, kind and status."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from silkgraph.model import Amount, Kind, Status
from silkgraph.parse.clauses import ClauseHead, HeadGrammar
from silkgraph.parse.coordination import Party, objects, parties
from silkgraph.parse.money import find_money
from silkgraph.parse.predicates import Clause, Predicate, clauses
from silkgraph.recognise.brackets import Span, sentences, trim
from silkgraph.recognise.lexicon import Lexicon
from silkgraph.recognise.names import Names

_PARENTHESIS = re.compile(r"（[^（）]*）$")
_LABEL_EDGES = re.compile(r"^(?:了|等|的|一批|一系列|首届|本届)+")
_TITLE = re.compile(r"《([^》]*(?:《[^》]*》[^》]*)*)》")
_INCLUDING = re.compile(r"^(?:其中)?(?:包括|包含|涵盖|分别为|分别是)")
_ENLARGED = re.compile(r"(?:加大|扩大|增加|开展|设立|提供)(.+?)(?:力度|规模)?$")
_REPORTING = ("宣布", "宣告")
_AGREEMENT_KINDS = frozenset({"agreement", "declaration", "publication", "funding"})
_WISHING = re.compile(r"[^，的]{0,12}(?:支持|鼓励|呼吁|期待|应(?!对))")
_BACKGROUND = re.compile(r"在.*(?:基础上|背景下|同时|框架下)$|(?:围绕|特别是|如何)")
_VAGUE = re.compile(r"(?:多项|一系列|一批|系列|重要|广泛|一些)*(?:共识|成果|文件|协议|合作|意见|项目|合作项目)")
_COMMON_NOUN = 5
"""An event's name of so few characters is a common noun (文化年): there is one with each partner."""
_WHEN = re.compile(r"^(?:于|在)?\d{4}年")
_EVENT_PLACE = re.compile(r"^(?:在|于)")


@dataclass(frozen=True, slots=True)
class Frame:
    """One act: what it is, who does it with whom, and the words that say so (offsets in the normalised text)."""

    kind: Kind
    label: str
    status: Status
    initiators: tuple[Party, ...]
    partners: tuple[Party, ...]
    span: Span
    amounts: tuple[Amount, ...] = ()


@dataclass(slots=True)
class _State:
    """What a paragraph has said so far: subjects and tense carry over to clauses that leave them out."""

    subjects: tuple[Party, ...] = ()
    partners: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    announced: bool = False
    topic: str = ""
    topic_span: Span | None = None
    event: str = ""
    wish: str = ""
    opened: bool = False
    """Whether the sentence has had a subject of its own, so that a further one shares its tense."""


@dataclass(frozen=True)
class FrameReader:
    """Reads paragraphs of a text into frames."""

    names: Names
    grammar: HeadGrammar
    text: str
    tokens: Mapping[int, str]

    @property
    def _lexicon(self) -> Lexicon:
        return self.names.lexicon

    running: bool = False
    """Whether the text is running prose, in which counts of what exists are figures and no outcomes."""

    def paragraph(self, span: Span, event: str = "") -> tuple[list[Frame], list[tuple[Span, str]], str]:
        """The frames of a paragraph, the sentences not understood (with the reason), and the event it is about."""
        state = _State(event=event)
        frames: list[Frame] = []
        unread: list[tuple[Span, str]] = []
        for sentence in sentences(self.text, span):
            if sentence[1] <= sentence[0]:
                continue
            found, reason = self._sentence(sentence, state)
            frames += found
            if not found and reason:
                unread.append((sentence, reason))
        return frames, unread, state.event

    def _sentence(self, sentence: Span, state: _State) -> tuple[list[Frame], str]:
        frames: list[Frame] = []
        reason = ""
        if self.text[sentence[0] - 1 : sentence[0]] != "；":
            state.partners = ()
        state.wish = ""
        state.opened = False
        state.recipients = ()
        state.topic = ""
        state.topic_span = None
        previous: list[Frame] = []
        for clause in clauses(self.text, sentence, self.tokens, self._lexicon):
            including = _INCLUDING.match(self.text[clause.span[0] : clause.span[1]])
            if including and not clause.predicates:
                previous_count = len(previous)
                previous = self._members(previous, (clause.span[0] + including.end(), clause.span[1]))
                frames[len(frames) - previous_count :] = previous
                continue
            if not clause.predicates:
                previous_count = len(previous)
                previous = self._remark(previous, clause, state)
                frames[len(frames) - previous_count :] = previous
                continue
            self._set_topic(clause, state, bool(frames))
            if _BACKGROUND.match(self.text[clause.span[0] : clause.span[1]]):
                continue
            for predicate in clause.predicates:
                made, why = self._predicate(predicate, clause, state, bool(including))
                reason = reason or why
                if made and self._same_event(frames, made):
                    frames[-1] = _merge_hosts(frames[-1], made[0])
                    previous = [frames[-1]]
                elif made:
                    frames += made
                    previous = made
        return frames, reason

    def _same_event(self, frames: list[Frame], made: list[Frame]) -> bool:
        return bool(frames) and len(made) == 1 and made[0].kind == "event" == frames[-1].kind and made[0].label == frames[-1].label

    def _members(self, previous: list[Frame], span: Span) -> list[Frame]:
        """``包括A、B、C`` after a signing with 有关国家政府: one frame with each member instead."""
        if not previous:
            return previous
        model = previous[-1]
        members = parties(self.text, span, self.names)
        if not members or not all(self.names.is_complete(m.name) for m in members) or not any(p.generic for p in model.partners):
            return previous
        head = "政府" if any(p.name.endswith("政府") for p in model.partners) else ""
        named = [replace(m, name=m.name + head) if head and self.names.is_country(m.name) else m for m in members]
        whole = (model.span[0], span[1])
        return [replace(model, partners=(member,), span=whole) for member in named]

    def _remark(self, previous: list[Frame], clause: Clause, state: _State) -> list[Frame]:
        """A clause without a verb of ours: a sum of money belongs to the last frame, a noun phrase is a topic."""
        amounts = tuple(m.amount for m in find_money(self.text, *clause.span))
        if not previous and amounts and state.topic and state.subjects and "规模" in self.text[clause.span[0] : clause.span[1]]:
            return self._scale(clause, state, amounts)
        if previous and amounts and len(previous) == 1 and previous[0].kind in ("funding", "institution"):
            frame = previous[0]
            return [replace(frame, kind="funding", amounts=frame.amounts + amounts, span=(frame.span[0], clause.span[1]))]
        self._set_topic(clause, state, bool(previous))
        return previous

    def _set_topic(self, clause: Clause, state: _State, told: bool) -> None:
        """Keeps what a clause begins with, for clauses after it that leave their subject out."""
        if told:
            return
        text = self.text[clause.span[0] : clause.span[1]]
        if not clause.predicates and _WISHING.match(text):
            state.wish = "weak"
        state.topic = state.topic or re.split(r"以[“‘]|由|主题为|围绕", text)[0]
        state.topic_span = state.topic_span or clause.span
        leading = None if clause.predicates else self._leading_party(clause.span)
        if leading:
            state.subjects = (leading,)
            state.announced = "将" in text

    def _leading_party(self, span: Span) -> Party | None:
        """The body that a clause begins with, where it is a known one or a country."""
        start, _ = self.grammar.strip_leading(self.text, span)
        name = self.names.known.at(self.text, start, span[1])
        government = self.names.country_prefix(self.text[start : span[1]])
        if name is None and government:
            name = government + "政府" if self.text.startswith("政府", start + len(government)) else government
        if name is None and re.match(r".方(?!面|案|式|向|法|便)", self.text[start : span[1]]):
            name = self.text[start : start + 2] if self.names.is_complete(self.text[start : start + 2]) else None
        if name is None or self.text[start + len(name) : start + len(name) + 1] in "与和同、及的":
            return None
        return Party(name, start, start + len(name), False)

    def _scale(self, clause: Clause, state: _State, amounts: tuple[Amount, ...]) -> list[Frame]:
        """``将加大…援助力度，未来3年总体援助规模不少于600亿元``: the clause before names what the money is for."""
        match = _ENLARGED.search(state.topic)
        if match is None or state.topic_span is None:
            return []
        recipient = re.match(r"(?:对|向)(.+?)的", match[1])
        partners: tuple[Party, ...] = ()
        if recipient:
            start = self.text.find(recipient[1], state.topic_span[0])
            partners = tuple(parties(self.text, (start, start + len(recipient[1])), self.names))
        status: Status = "announced" if state.announced else "concluded"
        return [Frame("funding", match[1], status, state.subjects, partners, (state.topic_span[0], clause.span[1]), amounts)]

    def _predicate(self, predicate: Predicate, clause: Clause, state: _State, including: bool) -> tuple[list[Frame], str]:
        verb = predicate.verb
        head_span = predicate.head
        if including and head_span[0] == clause.span[0]:
            match = _INCLUDING.match(self.text[head_span[0] : head_span[1]] or "")
            if match:
                head_span = (head_span[0] + match.end(), head_span[1])
                if not state.subjects or all(self._is_event(p.name) for p in state.subjects):
                    state.subjects = ()
        head = self.grammar.read(self.text, head_span)
        if head.subjects and not head.wish:
            state.wish = ""
        wish = head.wish or state.wish
        state.wish = wish if not head.wish == "weak" else state.wish
        if wish == "strong" or wish == "weak" and not self._is_particular(predicate.object):
            return [], ""
        subjects, partners, recipients = self._roles(head, predicate, state)
        status = self._status(head, predicate, state)
        if verb.form in _REPORTING:
            reported = self._reported(predicate, subjects, status)
            return ([reported], "") if reported else ([], "")
        if verb.frame == "hold":
            return self._event(predicate, head, state, subjects, partners, status), ""
        if verb.frame == "arrive" and predicate.object[0] < predicate.object[1] and "开通" not in verb.form:
            return [], ""
        if verb.frame == "arrive" and predicate.object[0] < predicate.object[1]:
            made, _ = self._transitive(predicate, head, subjects, partners, status)
            if made:
                return made, ""
        if verb.strict and verb.frame == "found" and predicate.object[0] >= predicate.object[1]:
            return [], ""
        if verb.frame == "arrive" or (verb.frame in ("found", "launch", "hold") and predicate.object[0] >= predicate.object[1]):
            return self._arrival(predicate, state, status), ""
        if verb.frame == "fund":
            made = self._funding(predicate, head, subjects, recipients, status)
            return (made, "") if made else self._transitive(predicate, head, subjects, partners, status)
        return self._transitive(predicate, head, subjects, partners, status)

    def _roles(self, head: ClauseHead, predicate: Predicate, state: _State) -> tuple[tuple[Party, ...], ...]:
        partners = head.counterparts
        subjects = tuple(self._resolve_anaphors(head.subjects, state))
        if subjects and not predicate.relative:
            state.subjects = subjects
            state.announced = state.announced and state.opened
            state.opened = True
        elif not subjects and self._other_subject(head) and not partners and not head.recipients and not predicate.relative:
            state.subjects = ()
        elif not subjects:
            subjects = state.subjects
            if head.joint and not partners:
                partners = state.partners
            if not partners and predicate.opening in ("并", "、", "和") or (not partners and self._opens_with_conjunction(predicate)):
                partners = state.partners
        if partners and not predicate.relative:
            state.partners = partners
        if head.recipients:
            state.recipients = head.recipients
        return subjects, partners, head.recipients

    def _other_subject(self, head: ClauseHead) -> bool:
        """Whether something that is no body stands where the subject stands."""
        return head.topic is not None and re.match(r"[在对于按以就把为到从向通]", self.text[head.topic[0] :]) is None

    def _is_particular(self, span: Span) -> bool:
        """Whether an object names or counts something: a title, a quotation, a number."""
        return re.search(r"[《“]|\d", self.text[span[0] : span[1]]) is not None

    def _opens_with_conjunction(self, predicate: Predicate) -> bool:
        return self.text[predicate.head[0] : predicate.head[1]].startswith(("并", "且"))

    def _resolve_anaphors(self, subjects: tuple[Party, ...], state: _State) -> list[Party]:
        resolved = []
        for party in subjects:
            if party.name in self._lexicon.particles["anaphors"]:
                if party.name in ("论坛", "会议", "大会", "峰会", "本届论坛") and state.event:
                    resolved.append(replace(party, name=state.event, generic=False))
            else:
                resolved.append(party)
        return resolved

    def _is_event(self, name: str) -> bool:
        return self._lexicon.organisation_type(name) == "event-series"

    def _status(self, head: ClauseHead, predicate: Predicate, state: _State) -> Status:
        done = head.concluded or self.text[predicate.object[0] - 1 : predicate.object[0]] == "了"
        if head.announced:
            state.announced = True
        elif done:
            state.announced = False
        return "announced" if state.announced and not done or head.announced else "concluded"

    def _reported(self, predicate: Predicate, subjects: tuple[Party, ...], status: Status) -> Frame | None:
        """``宣告X正式成立``: X, set up by who announces it."""
        text = self.text[predicate.object[0] : predicate.object[1]]
        match = re.match(r"(.{4,}?)(?:正式)?(成立|启动|设立|开通)$", text)
        if match is None:
            return None
        head = self._lexicon.head(match[1])
        kind: Kind = head.kind if head else "institution"
        return Frame(kind, clean_label(match[1]), status, subjects, (), predicate.clause)

    def _event(
        self, predicate: Predicate, head: ClauseHead, state: _State, subjects: tuple[Party, ...], partners: tuple[Party, ...], status: Status
    ) -> list[Frame]:
        agent = head.topic is not None and any(p.start >= head.topic[1] for p in head.subjects)
        text = self.text
        passive = "由" in text[predicate.head[0] : predicate.head[1]] and not any(p.start < predicate.head[0] + 1 and False for p in subjects)
        if predicate.object[0] < predicate.object[1] and not _EVENT_PLACE.match(text[predicate.object[0] :]):
            if passive and head.topic is None and state.topic:
                label = state.topic
            else:
                return self._held(predicate, subjects, partners, status)
        elif passive or agent:
            label = text[head.topic[0] : head.topic[1]] if head.topic else state.topic or state.event
        elif state.event and head.subjects and predicate.verb.form in ("协办", "承办") and not passive:
            label = state.event
        else:
            return self._arrival(predicate, state, status)
        label = clean_label(_strip_theme(label))
        if not label or not head.subjects:
            return []
        state.event = label
        hosts = head.subjects
        state.subjects = ()
        return [Frame("event", label, status, hosts, (), predicate.clause)]

    def _held(self, predicate: Predicate, subjects: tuple[Party, ...], partners: tuple[Party, ...], status: Status) -> list[Frame]:
        frames = []
        for span in objects(self.text, predicate.object, self._lexicon):
            phrase = self.text[span[0] : span[1]]
            head = self._lexicon.head(_PARENTHESIS.sub("", phrase))
            quoted = phrase.endswith("”") or "“" in phrase
            if head is None and not quoted:
                continue
            kind: Kind = "event" if head is None or head.kind not in ("programme",) else "programme"
            label = clean_label(phrase)
            frame = Frame(kind, label, status, subjects, partners, predicate.clause)
            common = len(label) <= _COMMON_NOUN and "“" not in label
            frames += [replace(frame, partners=(p,)) for p in partners] if common and len(partners) > 1 else [frame]
        return frames

    def _arrival(self, predicate: Predicate, state: _State, status: Status) -> list[Frame]:
        """The thing itself is the subject: ``亚洲金融合作协会正式成立``."""
        start, end = self.grammar.strip_leading(self.text, predicate.head)
        end, _ = self.grammar.strip_adverbs(self.text, start, end)
        span = trim(self.text, (start, end))
        if span[1] <= span[0]:
            return []
        frames = []
        for part in objects(self.text, span, self._lexicon):
            phrase = self.text[part[0] : part[1]]
            noun = self._lexicon.head(_PARENTHESIS.sub("", phrase))
            if noun is None and not phrase.endswith(("”", "》")) or len(phrase) < 4:
                continue
            if "的" in phrase and "“" not in phrase:
                phrase = phrase.rsplit("的", 1)[1]
            kind: Kind = noun.kind if noun else predicate.verb.kind
            if predicate.verb.frame == "hold":
                kind = "event"
            frames.append(Frame(kind, clean_label(phrase), status, (), (), predicate.clause))
        if frames and predicate.verb.frame == "arrive" and self.names.is_complete(frames[0].label):
            state.subjects = (Party(frames[0].label, span[0], span[1], False),)
        return frames

    def _funding(
        self, predicate: Predicate, head: ClauseHead, subjects: tuple[Party, ...], recipients: tuple[Party, ...], status: Status
    ) -> list[Frame]:
        money = find_money(self.text, *predicate.object)
        if not money or not subjects:
            return []
        phrase = self.text[predicate.object[0] : predicate.object[1]]
        for mention in reversed(money):
            phrase = phrase.replace(self.text[mention.start : mention.end], "")
        label = clean_label(phrase)
        if len(label) < 3:
            verb = predicate.verb.form
            to = "、".join(p.name for p in recipients)
            label = (f"向{to}{verb}" if to else "".join(p.name for p in subjects[:1]) + verb)
        return [Frame("funding", label, status, subjects, recipients, predicate.clause, tuple(m.amount for m in money))]

    def _transitive(
        self, predicate: Predicate, head: ClauseHead, subjects: tuple[Party, ...], partners: tuple[Party, ...], status: Status
    ) -> tuple[list[Frame], str]:
        verb = predicate.verb
        if predicate.object[0] >= predicate.object[1]:
            return [], ""
        frames: list[Frame] = []
        kinds = _AGREEMENT_KINDS if verb.frame == "sign" else None
        for span in objects(self.text, predicate.object, self._lexicon, kinds):
            frame = self._object_frame(predicate, span, subjects, partners, status)
            if frame is None or self.running and self._is_count(predicate, span, partners):
                continue
            if head.respective and len(subjects) > 1:
                frames += [replace(frame, initiators=(s,)) for s in subjects]
            else:
                frames += self._spread(frame, joint=head.joint and verb.frame != "sign")
        if not frames and not verb.strict:
            return [], f"the object of {verb.form} was not recognised"
        return frames, ""

    def _is_count(self, predicate: Predicate, span: Span, partners: tuple[Party, ...]) -> bool:
        """``已与28个国家签署21个自贸协定`` counts what exists and names nobody: a figure."""
        return (
            predicate.verb.frame == "sign"
            and bool(partners)
            and all(p.generic and re.search(r"\d", p.name) for p in partners)
            and "《" not in self.text[span[0] : span[1]]
        )

    def _object_frame(
        self, predicate: Predicate, span: Span, subjects: tuple[Party, ...], partners: tuple[Party, ...], status: Status
    ) -> Frame | None:
        verb = predicate.verb
        phrase = self.text[span[0] : span[1]]
        amounts = tuple(m.amount for m in find_money(self.text, *span))
        bare = _PARENTHESIS.sub("", phrase)
        titled = "《" in bare
        noun = self._lexicon.head(bare.rstrip("》”"))
        if noun is None and not titled and not bare.endswith("”") and (verb.strict or len(bare) < 3):
            return None
        if verb.strict and verb.frame == "found" and "的" in bare and "“" not in bare:
            return None
        if verb.frame == "fund" and "基金" not in bare:
            return None
        if verb.strict and noun is not None and noun.weak and not titled and "“" not in bare and not amounts and verb.frame in ("sign", "issue", "found"):
            return None
        if verb.frame == "sign" and verb.strict and noun is not None and noun.kind not in _AGREEMENT_KINDS:
            return None
        kind: Kind = verb.kind
        if verb.frame == "sign":
            kind = "agreement"
        elif noun is not None:
            kind = noun.kind if not (titled and verb.frame == "issue" and noun.kind not in ("declaration",)) else "publication"
            if verb.frame == "found" and kind in ("agreement", "publication"):
                kind = "institution"
            if kind == "agreement" and verb.frame == "issue":
                kind = "publication"
            if kind == "agreement" and verb.frame == "launch":
                kind = "programme"
        if amounts and kind == "institution" and (noun is None or "基金" in bare or "贷款" in bare or "窗口" in bare):
            kind = "funding"
        label = clean_label(bare)
        if len(label) < 2 or _VAGUE.fullmatch(label) or label.endswith(self._lexicon.particles["no_outcomes"]):
            return None
        return Frame(kind, label, status, subjects, partners, self._evidence(predicate, span, phrase), amounts)

    def _evidence(self, predicate: Predicate, span: Span, phrase: str) -> Span:
        return predicate.clause if predicate.object[0] <= span[0] else span

    def _spread(self, frame: Frame, joint: bool) -> list[Frame]:
        """Signing with a list is distributive: one frame with each named partner, unless done jointly or in one named text."""
        partners = frame.partners
        if joint or len(partners) < 2 or all(p.generic and self.names.country_prefix(p.name) is None for p in partners):
            return [frame]
        if frame.kind != "agreement" and frame.kind != "institution":
            return [frame]
        if self.text[frame.span[0] : frame.span[1]].endswith("》") and frame.label in self.text[frame.span[0] : frame.span[1]]:
            return [frame]
        return [replace(frame, partners=(partner,)) for partner in partners]


def _merge_hosts(first: Frame, second: Frame) -> Frame:
    hosts = first.initiators + tuple(p for p in second.initiators if p.name not in {q.name for q in first.initiators})
    return replace(first, initiators=hosts, span=(first.span[0], second.span[1]))


def _strip_theme(label: str) -> str:
    return re.split(r"以[“‘]", label)[0].rstrip("，")


def clean_label(phrase: str) -> str:
    """The name of a thing as short as it can be: without title marks, tense and what closes a list."""
    label = phrase.strip(" ，、。；：")
    label = _LABEL_EDGES.sub("", label)
    label = re.sub(r"等(?:文件|项目|活动)?$", "", label)
    match = _TITLE.fullmatch(label)
    if match:
        return match[1]
    if label.count("《") == label.count("》"):
        label = label.replace("《", "").replace("》", "")
    if label.startswith("“") and label.endswith("”") and label.count("“") == 1:
        label = label[1:-1]
    return label
