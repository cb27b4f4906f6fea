"""Frames: from the sentences of a paragraph to acts with parties, object, kind and status."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence

from silkgraph.parse.acts import Act, Context, Frame
from silkgraph.parse.anaphora import Referents
from silkgraph.parse.arrivals import arrived, may_stand_alone, names_a_text, runs_somewhere
from silkgraph.parse.changes import CHANGING, HANDING, changed, disposal, handed_over
from silkgraph.parse.constructions import enlarged, reported, signed, transitive, witnessed
from silkgraph.parse.coordination import Party, parties
from silkgraph.parse.counted_items import is_counted
from silkgraph.parse.countries_told import with_countries_told
from silkgraph.parse.deals import brought_about, money_promised
from silkgraph.parse.discourse import PROMPTED, Discourse
from silkgraph.parse.endowments import with_endowment
from silkgraph.parse.events import (
    counted_events,
    editions,
    first_meeting,
    held,
    hosted,
    is_count_of_events,
    is_hosted,
    with_full_name,
)
from silkgraph.parse.fields_of_several import told_apart
from silkgraph.parse.generalities import Generalities
from silkgraph.parse.instruments import instrument_alone, listed_instruments
from silkgraph.parse.joint_names import with_joint_makers
from silkgraph.parse.leads import NO_LEAD, Lead, is_enumerated, lead_of, taken_over
from silkgraph.parse.loans import agreed_money
from silkgraph.parse.made_things import made_thing
from silkgraph.parse.makers import with_later_makers, with_makers
from silkgraph.parse.money import find_money
from silkgraph.parse.named_things import Report
from silkgraph.parse.notes import with_noted
from silkgraph.parse.pairs import act_of_pairs, acts_in_turn
from silkgraph.parse.pledges import APPROVING, granted, only_says_for_whom, pledged, uncounted
from silkgraph.parse.predicates import Clause, Predicate, clauses
from silkgraph.parse.raising import raised
from silkgraph.parse.reports import report_of
from silkgraph.parse.set_phrases import defined
from silkgraph.parse.sponsors import with_proposers
from silkgraph.parse.states import for_states, with_countries, with_states
from silkgraph.parse.sums import CARRYING_ON, Sum, parts_of_sum, sum_in, with_sum
from silkgraph.parse.tense import lies_ahead
from silkgraph.parse.titled_parties import with_titled_parties
from silkgraph.parse.verb_selection import verb_words
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.patterns import watchful
from silkgraph.recognise.references import is_reference
from silkgraph.values import dataclass, replace

_INCLUDING = watchful("(?:其中)?(?:包括|包含|涵盖|分别为|分别是)")
_BACKGROUND = re.compile(r"在.*(?:基础上|背景下|同时|框架下)$|(?:围绕|特别是|如何)")
_REPORTING = ("宣布", "宣告")
_SEEN = re.compile("(?:[^。《]{2,60}?|[，并还也]*(?:共同|一道)?)见证(?:了|下)?(?=[^，。下]{3,}$)")
"""``行政长官在布达佩斯见证|甲与乙|签署X``: who looks on is no party."""
_BEGINNING = re.compile("开通|开工建设|动工兴建|开建|建成投[产用运]|建成启用|上线")
"""Of the verbs by which things arrive those that somebody may do: ``年内|开工建设|中越铁路``."""
_LANDING = ("落地", "落地实施", "投用", "投运", "开工", "开工建设", "交付", "建成投用", "建成投运")
"""What somebody will see built or begun by number: ``在三国|落地|50个小型项目``."""
_LONGEST_SHORT = 6
"""So many characters may have what only means a meeting named before (本届博览会)."""
_PARTS = ("下设", "内设")
"""``成立委员会，|下设|能源、交通两个专家组``: parts of what was set up, which are told together."""
_PLEDGING = frozenset(("give", "fund", "found", "launch", "hold"))
"""Frames whose verbs may have counted things as their object (``派遣180名专家``, ``举办80期研修班``)."""


@dataclass(frozen=True, slots=True)
class ParagraphReading:
    """What was read from a paragraph: the frames, the event it is about, and what it lends to those below."""

    frames: tuple[Frame, ...]
    event: str
    lead: Lead = NO_LEAD


@dataclass(frozen=True)
class FrameReader:
    """Reads paragraphs of a text. ``tokens`` are the text's words by their offsets."""

    context: Context
    tokens: Mapping[int, str]
    referents: Referents | None = None
    """The bodies that the document has named before; None where the paragraph stands alone."""

    def paragraph(self, span: Span, event: str = "", lead: Lead = NO_LEAD) -> ParagraphReading:
        """Reads one paragraph; ``event`` is what a bare 论坛 in it means, ``lead`` what stands above a numbered one."""
        referents = self.referents or Referents(self.context)
        referents.begin_paragraph()
        discourse = Discourse(self.context, referents, event)
        alone = instrument_alone(span, self.context)
        if alone is not None:
            return ParagraphReading((self._with_parties(alone, discourse),), event, lead)
        above = taken_over(self.context.text, span, lead)
        if above is not None:
            discourse.subjects, discourse.announced, discourse.mutual = above.subjects, above.announced, above.mutual
        frames: list[Frame] = []
        latest: list[Frame] = []
        listing = False
        verbs = verb_words(self.tokens, self.context.lexicon)
        for sentence in self.context.sentences(span):
            if sentence[1] <= sentence[0] or self.context.text[sentence[1] : sentence[1] + 1] == "？":
                continue
            goes_on = listing and self.context.text[sentence[0] - 1] == "；"
            listed, told = listed_instruments(sentence, self.context, goes_on)
            listing = bool(listed)
            frames += listed
            if told[1] <= told[0]:
                continue
            if latest and latest == frames[-1:]:
                frames[-1:] = latest = with_later_makers(latest, sentence, self.context)
            parts = clauses(self.context.text, told, self.tokens, verbs, self.context.names)
            amended = self._told_before(latest, parts)
            if amended is not None:
                frames[len(frames) - len(latest) :] = amended
                parts = [part for part in parts if sum_in(self.context.text, part.span) is None]
            found, latest = self._sentence(told, parts, discourse)
            frames += found
        referents.events += [f.label for f in frames if f.kind == "event" and len(f.label) > _LONGEST_SHORT]
        said = Lead(discourse.subjects, discourse.announced, discourse.mutual)
        keeps = lead.leads_in and is_enumerated(self.context.text, span) or above is not None and not said.subjects
        return ParagraphReading(
            tuple(self._with_parties(frame, discourse) for frame in frames),
            discourse.event,
            lead if keeps else lead_of(self.context.text, span, said),
        )

    def _with_parties(self, frame: Frame, discourse: Discourse) -> Frame:
        """The frame with the parties of its title, of its name, and those for whom words like 我校 stand."""
        frame = with_noted(with_titled_parties(frame, self.context), self.context)
        vague = [party for party in frame.partners if party.generic and not discourse.resolved((party,))]
        partners = tuple(vague) + discourse.resolved(frame.partners)
        initiators = discourse.resolved(frame.initiators)
        if frame.rule == "instrument" and len(frame.initiators) == 1 and len(initiators) == 2 and not partners:
            initiators, partners = initiators[:1], initiators[1:]  # 两国外交部关于…的换文
        if initiators != frame.initiators or partners != frame.partners:
            frame = replace(frame, initiators=initiators, partners=partners)
        frame = with_joint_makers(with_proposers(frame, self.context), self.context)
        frame = with_countries(for_states(with_states(frame, self.context), self.context), self.context)
        return with_countries_told(frame, self.context)

    def _sentence(
        self, sentence: Span, parts: Sequence[Clause], discourse: Discourse
    ) -> tuple[list[Frame], list[Frame]]:
        """The frames of a sentence, and those of them that its last predicate told."""
        discourse.begin_sentence(sentence)
        frames: list[Frame] = []
        latest = 0  # how many of the last frames came from the last predicate
        for clause in parts:
            shares = parts_of_sum(frames, clause.span, self.context) if frames else []
            if shares:
                frames += shares
                latest = len(shares)
                continue
            last = frames[len(frames) - latest :] or list(discourse.pending)
            amended = self._with_sum(last, clause) if last else None
            if amended is not None:
                frames[len(frames) - latest :] = amended
                latest, discourse.pending = len(amended), ()
                continue
            topics = counted_events(frames[-1], clause, self.context) if latest == 1 else []
            if topics:
                frames[-1:] = topics
                latest = len(topics)
                continue
            report = report_of(clause.span, self.context, discourse)
            if report.frames and (
                report.sort == "deed" or not clause.predicates or report.is_certain and not _gives(clause, self.context)
            ):
                frames += report.frames
                latest = len(report.frames)
                self._continue_about(report, discourse)
                continue
            if not clause.predicates:
                if PROMPTED.match(self.context.words(clause.span)):
                    latest = 0
                changed = self._remark(frames[len(frames) - latest :], clause, discourse)
                frames[len(frames) - latest :] = changed
                latest = len(changed)
                continue
            if not frames:
                discourse.note_topic(clause)
            if _is_background(self.context.words(clause.span)):
                continue
            before = len(frames)
            told = with_makers(frames[before - latest :], clause.span, self.context) if latest else None
            if told is not None:
                frames[before - latest :] = told
                continue
            for predicate in clause.predicates:
                made = self._predicate(predicate, clause, discourse)
                if predicate.verb.form not in _PARTS:
                    made = told_apart(made, self.context.lexicon)
                made = [with_full_name(frame, self.context, discourse) for frame in made]
                made = [first_meeting(frame, frames[-1]) for frame in made] if latest == 1 else made
                has_subject = functools.partial(self._has_subject, predicate)
                one = agreed_money(frames[before - latest :], made, has_subject) if latest else None
                if one is not None:
                    frames[before - latest :] = one
                    latest, before = len(one), -1
                    continue
                if latest == 1 and only_says_for_whom(made, frames[-1], predicate.verb.form):
                    before = -1
                    continue
                if latest == 1 and _says_what_was_signed(frames[-1], made, predicate):
                    frames[-1] = replace(frames[-1], label=made[0].label, amounts=made[0].amounts)
                    before = -1
                    continue
                endowed = with_endowment(frames[-1], made, predicate, self.context) if latest == 1 and made else None
                if endowed is not None:
                    frames[-1], before = endowed, -1
                    continue
                if made and _is_same_event(frames, made):
                    frames[-1] = _with_hosts(frames[-1], made[0])
                    latest = 1
                elif made:
                    frames += made
                    latest = len(made)
                    discourse.held = made[-1].label if made[-1].kind == "event" else discourse.held
                discourse.has_told = bool(frames)
            if len(frames) == before:
                frames += report.frames
                latest = 0
        frames = [frame for frame in frames if not is_count_of_events(frame)]
        if not frames and self.context.running:
            frames = defined(sentence, self.context)
        if self.context.running and (made := made_thing(sentence, frames, self.context, discourse)):
            apart = [frame for frame in frames if not only_says_for_whom([frame], made[0], frame.label[:2])]
            sums = tuple(amount for frame in frames if frame not in apart for amount in frame.amounts)
            return [replace(made[0], amounts=sums), *apart], apart[max(0, len(apart) - latest) :]
        return frames, frames[len(frames) - latest :]

    def _told_before(self, latest: list[Frame], parts: Sequence[Clause]) -> list[Frame] | None:
        """What the sentence before told with the sum that this one tells of it: ``项目总投资22亿元``."""
        carries_on = latest and CARRYING_ON.match(self.context.words(parts[0].span))
        for clause in parts if carries_on else parts[:1]:
            amended = self._with_sum(latest, clause) if latest else None
            if amended is not None:
                return amended
        return None

    def _with_sum(self, latest: list[Frame], clause: Clause) -> list[Frame] | None:
        """The frames told last with the sum that a clause tells of them; None where it tells none."""
        told = sum_in(self.context.text, clause.span)
        if told is None or any(self._has_subject(predicate) for predicate in clause.predicates):
            return None
        return with_sum(latest, told, self.context)

    def _has_subject(self, predicate: Predicate) -> bool:
        """Whether a body acts: ``丝路基金|新增资金800亿元`` tells of no sum before it."""
        head = self.context.grammar.read(self.context.text, predicate.head, tokens=self.tokens)
        return any(not is_reference(party.name) for party in head.subjects)

    def _continue_about(self, report: Report, discourse: Discourse) -> None:
        """A thing that was reported on is the subject of what follows, if it is a body that can act."""
        first = report.frames[0]
        if report.sort == "led":
            return
        if report.sort in ("phrase", "deed"):
            discourse.subjects = first.initiators or discourse.subjects
            promised = first.kind == "programme" and first.status == "announced"
            discourse.announced = discourse.announced or promised
            return
        body = len(report.frames) == 1 and first.kind == "institution" and self.context.names.is_complete(first.label)
        discourse.subjects = (Party(first.label, *first.span, False),) if body else ()

    def _predicate(self, predicate: Predicate, clause: Clause, discourse: Discourse) -> list[Frame]:
        head_span = predicate.head
        including = _INCLUDING.match(self.context.text, *head_span) if head_span[0] == clause.span[0] else None
        if including:
            head_span = (including.end(), head_span[1])
            discourse.forget_event_subject()
        what: Span | None = None
        if predicate.verb.frame in CHANGING or predicate.verb.form in HANDING:
            disposed = disposal(self.context.text, head_span)
            head_span, what = disposed.head, disposed.what
        seen = _SEEN.match(self.context.text, *head_span)
        if seen is not None:
            head_span = (seen.end(), head_span[1])
            predicate = replace(predicate, head=head_span)
        signing = predicate.verb.frame == "sign"
        counted = is_counted(self.context.text, predicate.object)
        head = self.context.grammar.read(self.context.text, head_span, signing, self.tokens, counted)
        act = discourse.act(predicate, head)
        if act is None:
            return []
        if predicate.relative and not self._names_both(act):
            return []
        act = act_of_pairs(act, self.context)
        if act.status == "concluded" and not head.concluded and lies_ahead(self.context.text, head_span):
            act = replace(act, status="announced")
        if predicate.verb.frame in CHANGING:
            return changed(act, what, self.context)
        return handed_over(act, what, self.context) or self._in_turn(act, discourse)

    def _in_turn(self, act: Act, discourse: Discourse) -> list[Frame]:
        """What each of the pairs in a row tells; the first the first thing where there are as many things as pairs."""
        told = [self._construe(each, discourse) for each in acts_in_turn(act, self.context)]
        if act.head.respective and len(told) > 1 and len(told[0]) == len(told):
            return [frames[number] for number, frames in enumerate(told)]
        return [frame for frames in told for frame in frames]

    def _names_both(self, act: Act) -> bool:
        """Whether an act in an attribute has a title, or names both sides (``甲与乙去年|订立的|X协议``)."""
        titled = self.context.text[act.predicate.object[0]] == "《" or act.predicate.verb.frame == "issue"
        several = bool(act.head.subjects) and len(act.subjects) > 1
        return titled or bool(act.head.subjects and act.head.counterparts) or several

    def _construe(self, act: Act, discourse: Discourse) -> list[Frame]:
        """What is promised or given by number, and for the rest the construction that the verb's frame asks for."""
        verb = act.predicate.verb
        if verb.frame not in _PLEDGING and verb.form not in APPROVING and verb.form not in _LANDING:
            if verb.frame == "sign":
                discourse.pending = money_promised(act, self.context)
                if self.context.running and brought_about(act, discourse.pending):
                    return list(discourse.pending)
            return self._constructed(act, discourse)
        allowed = granted(act, self.context)
        promised = allowed or pledged(act, self.context)
        if not promised:
            discourse.pending = money_promised(act, self.context)
            return self._constructed(act, discourse)
        discourse.announced = promised[0].status == "announced"
        if allowed:
            return allowed
        return promised + [f for part in uncounted(act, self.context) for f in self._constructed(part, discourse)]

    def _constructed(self, act: Act, discourse: Discourse) -> list[Frame]:
        """The construction that the verb's frame asks for."""
        verb = act.predicate.verb
        if verb.form in _REPORTING:
            return reported(act, self.context)
        if verb.frame == "witness":
            return witnessed(act, self.context)
        if verb.frame == "raise":
            return raised(act, self.context)
        if verb.frame == "hold":
            if is_hosted(act, self.context, discourse):
                return hosted(act, self.context, discourse)
            edited = editions(act, self.context, discourse)
            if edited:
                return edited
            if act.has_object and self.context.text[act.predicate.object[0]] not in "在于":
                return held(act, self.context, discourse)
            return arrived(act, self.context, discourse)
        if act.has_object and (verb.form == "落户" or runs_somewhere(act, self.context)):
            return arrived(act, self.context, discourse)
        if verb.frame == "arrive" and act.has_object:
            if verb.strict:  # 首趟班列|抵达|杜伊斯堡
                return arrived(act, self.context, discourse)
            return transitive(act, self.context) if _BEGINNING.search(verb.form) else []
        if not act.has_object:
            if (
                verb.frame == "sign"
                and (act.partners or act.head.counterparts)
                and not names_a_text(act, self.context, discourse)
            ):
                return signed(act, self.context)
            if verb.frame == "sign" and act.head.about and (exchanged := signed(act, self.context)):
                return exchanged
            return arrived(act, self.context, discourse) if may_stand_alone(verb) else []
        return transitive(act, self.context)

    def _remark(self, latest: list[Frame], clause: Clause, discourse: Discourse) -> list[Frame]:
        """A clause without a verb of ours: members after 包括, a sum of money, or a topic."""
        told = with_makers(latest, clause.span, self.context) if latest else None
        if told is not None:
            return told
        text = self.context.words(clause.span)
        including = _INCLUDING.match(text)
        if including:
            return self._members(latest, (clause.span[0] + including.end(), clause.span[1]))
        tells_of_sum = "规模" in text or len(latest) == 1 and latest[0].kind in ("funding", "institution")
        mentions = find_money(self.context.text, *clause.span) if tells_of_sum else ()
        amounts = tuple(mention.amount for mention in mentions)
        if not discourse.has_told and amounts and discourse.topic and discourse.subjects and "规模" in text:
            return enlarged(clause, amounts, self.context, discourse)
        if len(latest) == 1 and amounts and latest[0].kind in ("funding", "institution"):
            return with_sum(latest, Sum(amounts, "", clause.span), self.context)
        if not latest:
            discourse.note_topic(clause)
        else:
            discourse.note_subject(clause)
        return latest

    def _members(self, latest: list[Frame], span: Span) -> list[Frame]:
        """``与有关国家政府签署…，包括A、B、C``: a frame with each member instead."""
        names = self.context.names
        members = parties(self.context.text, span, names)
        if not latest or not members or not all(names.is_complete(member.name) for member in members):
            return latest
        model = latest[-1]
        if not any(party.generic for party in model.partners):
            return latest
        if any(party.name.endswith("政府") for party in model.partners):
            members = [replace(m, name=f"{m.name}政府") if names.is_country(m.name) else m for m in members]
        return [replace(model, partners=(member,), span=(model.span[0], span[1]), rule="members") for member in members]


def _is_background(clause: str) -> bool:
    """Whether a clause only tells on what ground, for what or how often something is done."""
    words = Generalities.load()
    return bool(_BACKGROUND.match(clause) or words.ground.match(clause) or words.beside.match(clause))


def _gives(clause: Clause, context: Context) -> bool:
    """Whether somebody gives something counted, or hands something over, whatever else the clause reports.

    ``甲向乙移交了两辆救护车``, ``甲将援建的医院移交乙``.
    """
    return any(
        p.verb.frame in ("give", "fund")
        and is_counted(context.text, p.object)
        or p.verb.form in HANDING
        and (p.verb.form.endswith("给") or disposal(context.text, p.head).what is not None)
        for p in clause.predicates
    )


def _says_what_was_signed(signed: Frame, made: Sequence[Frame], predicate: Predicate) -> bool:
    """Whether a deal without a name gets one from what is to be done together: ``甲和乙签约，|共同开发动画片《X》``."""
    together = predicate.verb.form.startswith(("共同", "联合", "合作", "合拍"))
    return signed.kind == "agreement" and signed.label == "签约" and together and len(made) == 1


def _is_same_event(frames: list[Frame], made: list[Frame]) -> bool:
    if not frames or len(made) != 1:
        return False
    return made[0].kind == frames[-1].kind == "event" and made[0].label == frames[-1].label


def _with_hosts(first: Frame, second: Frame) -> Frame:
    """``由A主办，B协办``: one event with both hosts."""
    known = {party.name for party in first.initiators}
    hosts = first.initiators + tuple(party for party in second.initiators if party.name not in known)
    return replace(first, initiators=hosts, span=(first.span[0], second.span[1]))
