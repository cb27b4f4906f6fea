"""A sentence from its clauses to frames: each clause tells outcomes, adds to those told before it, or is a remark.

``A银行新增资金800亿元，|与B签署贷款协议，|金额约2亿美元``: two outcomes, and a sum of the second.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field

from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.changes import HANDING, disposal, receiver_of
from silkgraph.parse.construal import told_by
from silkgraph.parse.coordination import Party
from silkgraph.parse.counted_items import is_counted
from silkgraph.parse.discourse import OWN_WORK, PROMPTED, Discourse
from silkgraph.parse.elaborations import elaborated, is_same_event, with_hosts, with_receiver, with_sum_of_clause
from silkgraph.parse.events import counted_events, first_meeting, is_count_of_events, with_full_name
from silkgraph.parse.fields_of_several import told_apart
from silkgraph.parse.generalities import Generalities
from silkgraph.parse.made_things import made_thing
from silkgraph.parse.makers import with_makers
from silkgraph.parse.named_things import Report
from silkgraph.parse.pledges import only_says_for_whom
from silkgraph.parse.predicates import Clause, Predicate
from silkgraph.parse.remarks import with_remark
from silkgraph.parse.reports import report_of
from silkgraph.parse.set_phrases import defined
from silkgraph.parse.sums import parts_of_sum
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.references import is_reference
from silkgraph.values import dataclass, replace

_BACKGROUND = re.compile(r"在.*(?:基础上|背景下|同时|框架下)$|(?:围绕|特别是|如何)")
_PARTS = ("下设", "内设")
"""``成立委员会，|下设|能源、交通两个专家组``: parts of what was set up, which are told together."""


@dataclass(slots=True)
class Telling:
    """What a sentence has told so far; ``latest`` is how many of the last frames its last predicate told."""

    frames: list[Frame] = field(default_factory=list)
    latest: int = 0

    @property
    def last(self) -> list[Frame]:
        """The frames that the last predicate told."""
        return self.frames[-self.latest :] if self.latest else []

    def add(self, frames: Sequence[Frame]) -> None:
        """Further frames, which are those told last from here on."""
        self.frames += frames
        self.latest = len(frames)

    def amend(self, frames: Sequence[Frame]) -> None:
        """Those told last as they are with what was said of them since."""
        self.frames[len(self.frames) - self.latest :] = frames
        self.latest = len(frames)


@dataclass(frozen=True, slots=True)
class SentenceReader:
    """Reads the sentences of a paragraph. ``tokens`` are the text's words by their offsets."""

    context: Context
    tokens: Mapping[int, str]
    discourse: Discourse

    def read(self, sentence: Span, parts: Sequence[Clause]) -> tuple[list[Frame], list[Frame]]:
        """The frames of a sentence, and those of them that its last predicate told."""
        self.discourse.begin_sentence(sentence)
        told = Telling()
        for clause in parts:
            self._clause(clause, told)
        told.frames = [frame for frame in told.frames if not is_count_of_events(frame)]
        if not self.context.running:
            return told.frames, told.last
        if not told.frames:
            told.frames = defined(sentence, self.context)
        made = made_thing(sentence, told.frames, self.context, self.discourse)
        if not made:
            return told.frames, told.last
        apart = [frame for frame in told.frames if not only_says_for_whom([frame], made[0], frame.label[:2])]
        sums = tuple(amount for frame in told.frames if frame not in apart for amount in frame.amounts)
        return [replace(made[0], amounts=sums), *apart], Telling(apart, told.latest).last

    def _clause(self, clause: Clause, told: Telling) -> None:
        """Adds to what the sentence has told what one of its clauses tells, whichever way."""
        discourse = self.discourse
        if self._only_adds(clause, told):
            return
        report = report_of(clause.span, self.context, discourse)
        if report.frames and _is_all(report, clause, self.context):
            told.add(report.frames)
            self._continue_about(report)
            return
        if not clause.predicates:
            if PROMPTED.match(clause.words):
                told.latest = 0
            told.amend(with_remark(told.last, clause, discourse))
            return
        if not told.frames:
            discourse.note_topic(clause)
        if _is_background(clause.words):
            return
        made = with_makers(told.last, clause.span, self.context) if told.latest else None
        if made is not None:
            told.amend(made)
        elif not self._predicates(clause, told):
            told.add(report.frames)
            told.latest = 0

    def _only_adds(self, clause: Clause, told: Telling) -> bool:
        """Whether a clause tells nothing but parts, a sum or the topics of what was told before it."""
        if not told.frames and not self.discourse.pending:
            return False
        shares = parts_of_sum(told.frames, clause.span, self.context) if told.frames else []
        if shares:
            told.add(shares)
            return True
        last = told.last or list(self.discourse.pending)
        amended = with_sum_of_clause(last, clause, self.context, self.tokens) if last else None
        if amended is not None:
            told.amend(amended)
            self.discourse.pending = ()
            return True
        received = with_receiver(told.last, clause.span, self.context)
        if received is not None:
            told.amend([received])
            return True
        topics = counted_events(told.frames[-1], clause, self.context) if told.latest == 1 else []
        if topics:
            told.amend(topics)
        return bool(topics)

    def _continue_about(self, report: Report) -> None:
        """A thing that was reported on is the subject of what follows, if it is a body that can act."""
        discourse, first = self.discourse, report.frames[0]
        if report.sort == "led":
            return
        if report.sort in ("phrase", "deed"):
            appointed = first.partners if first.kind == "institution" and report.sort == "deed" else ()
            discourse.subjects = first.initiators or appointed or discourse.subjects
            promised = first.kind == "programme" and first.status == "announced"
            discourse.announced = discourse.announced or promised
            return
        body = len(report.frames) == 1 and first.kind == "institution" and self.context.names.is_complete(first.label)
        discourse.subjects = (Party(first.label, *first.span, False),) if body else ()

    def _predicates(self, clause: Clause, told: Telling) -> bool:
        """Adds what the predicates of a clause tell; whether they told an outcome, or more of the one before."""
        before, amended = len(told.frames), False
        for predicate in clause.predicates:
            made = self._made(predicate, clause, told)
            more = elaborated(told.last, made, predicate, self.context, self.tokens)
            if more is not None:
                told.amend(more)
                amended = True
                continue
            if made and told.frames and is_same_event(told.frames[-1], made):
                told.latest = 1
                told.amend([with_hosts(told.frames[-1], made[0])])
            elif made:
                told.add(made)
                self.discourse.held = made[-1].label if made[-1].kind == "event" else self.discourse.held
            self.discourse.has_told = bool(told.frames)
        return amended or len(told.frames) > before

    def _made(self, predicate: Predicate, clause: Clause, told: Telling) -> list[Frame]:
        """The frames that a predicate tells, each by its full name and in its own field."""
        made = told_by(predicate, clause, self.discourse, self.tokens)
        if predicate.verb.form not in _PARTS:
            made = told_apart(made, self.context.lexicon)
        made = [with_full_name(frame, self.context, self.discourse) for frame in made]
        return [first_meeting(frame, told.frames[-1]) for frame in made] if told.latest == 1 else made


def _is_all(report: Report, clause: Clause, context: Context) -> bool:
    """Whether what a clause reports as a whole is all that it tells, whatever verbs it has."""
    if report.sort == "deed" or not clause.predicates:
        return True
    return report.is_certain and not _gives(clause, context)


def _gives(clause: Clause, context: Context) -> bool:
    """Whether somebody gives something counted, or hands something over, whatever else the clause reports.

    ``甲向乙移交了两辆救护车``, ``甲将援建的医院移交乙``.
    """
    return any(
        p.verb.frame in ("give", "fund")
        and is_counted(context.text, p.object)
        or p.verb.form in HANDING
        and (
            p.verb.form.endswith("给")
            or disposal(context.text, p.head).what is not None
            or OWN_WORK.match(context.text, p.head[0]) is not None
            or _is_receiver(receiver_of(context.words(p.object)), context)
        )
        for p in clause.predicates
    )


def _is_receiver(words: str, context: Context) -> bool:
    """Whether the words behind a verb of handing over name who gets it: ``水电站移交|尼泊尔电力局``."""
    return len(words) > 1 and (context.names.is_particular(words) or is_reference(words))


def _is_background(clause: str) -> bool:
    """Whether a clause only tells on what ground, for what or how often something is done."""
    words = Generalities.load()
    return bool(_BACKGROUND.match(clause) or words.ground.match(clause) or words.beside.match(clause))
