"""A paragraph from its sentences to frames: acts with parties, object, kind and status.

What a sentence lends to the next one (who acts, whether it is to come) is kept by ``discourse``; what a paragraph
lends to numbered ones below it is a ``Lead``.
"""

from __future__ import annotations

from collections.abc import Mapping

from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.anaphora import Referents
from silkgraph.parse.countries_told import with_countries_told
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.elaborations import with_sum_of_sentence
from silkgraph.parse.instruments import instrument_alone, listed_instruments
from silkgraph.parse.joint_names import with_joint_makers
from silkgraph.parse.leads import NO_LEAD, Lead, is_enumerated, lead_of, taken_over
from silkgraph.parse.makers import with_later_makers
from silkgraph.parse.notes import with_noted
from silkgraph.parse.predicates import clauses
from silkgraph.parse.sentences import SentenceReader
from silkgraph.parse.sponsors import with_proposers
from silkgraph.parse.states import for_states, with_countries, with_states
from silkgraph.parse.sums import sum_in
from silkgraph.parse.titled_parties import with_titled_parties
from silkgraph.parse.verb_selection import verb_words
from silkgraph.recognise.brackets import Span
from silkgraph.values import dataclass, replace

_LONGEST_SHORT = 6
"""So many characters may have what only means a meeting named before (本届博览会)."""


@dataclass(frozen=True, slots=True)
class ParagraphReading:
    """What was read from a paragraph: the frames, the event it is about, and what it lends to those below."""

    frames: tuple[Frame, ...]
    event: str
    lead: Lead = NO_LEAD


@dataclass(frozen=True)
class ParagraphReader:
    """Reads paragraphs of a text. ``tokens`` are the text's words by their offsets."""

    context: Context
    tokens: Mapping[int, str]
    referents: Referents | None = None
    """The bodies that the document has named before; None where the paragraph stands alone."""

    def read(self, span: Span, event: str = "", lead: Lead = NO_LEAD) -> ParagraphReading:
        """Reads one paragraph; ``event`` is what a bare 论坛 in it means, ``lead`` what stands above a numbered one."""
        text = self.context.text
        referents = self.referents or Referents(self.context)
        referents.begin_paragraph()
        discourse = Discourse(self.context, referents, event)
        alone = instrument_alone(span, self.context)
        if alone is not None:
            return ParagraphReading((_with_parties(alone, discourse),), event, lead)
        discourse.planned = self.context.setting.is_plan and is_enumerated(text, span)
        above = taken_over(text, span, lead)
        if above is not None:
            discourse.subjects, discourse.announced, discourse.mutual = above.subjects, above.announced, above.mutual
        frames = self._sentences(span, discourse)
        referents.events += [f.label for f in frames if f.kind == "event" and len(f.label) > _LONGEST_SHORT]
        said = Lead(discourse.subjects, discourse.announced, discourse.mutual)
        keeps = lead.leads_in and is_enumerated(text, span) or above is not None and not said.subjects
        return ParagraphReading(
            tuple(_with_parties(frame, discourse) for frame in frames),
            discourse.event,
            lead if keeps else lead_of(text, span, said),
        )

    def _sentences(self, span: Span, discourse: Discourse) -> list[Frame]:
        """The frames of all sentences, each read with what those before it told."""
        context = self.context
        frames: list[Frame] = []
        latest: list[Frame] = []
        listing = False
        verbs = verb_words(self.tokens, context.lexicon)
        reader = SentenceReader(context, self.tokens, discourse)
        for sentence in context.sentences(span):
            if sentence[1] <= sentence[0] or context.text[sentence[1] : sentence[1] + 1] == "？":
                continue
            goes_on = listing and context.text[sentence[0] - 1] == "；"
            listed, told = listed_instruments(sentence, context, goes_on)
            listing = bool(listed)
            frames += listed
            if told[1] <= told[0]:
                continue
            if latest and latest == frames[-1:]:
                frames[-1:] = latest = with_later_makers(latest, sentence, context)
            parts = clauses(context.text, told, self.tokens, verbs, context.names)
            amended = with_sum_of_sentence(latest, parts, context, self.tokens)
            if amended is not None:
                frames[len(frames) - len(latest) :] = amended
                parts = [part for part in parts if sum_in(context.text, part.span) is None]
            found, latest = reader.read(told, parts)
            latest = latest or amended or []  # 其中，与甲的规模为150亿元；|与乙的规模为15亿元
            frames += found
        return frames


def _with_parties(frame: Frame, discourse: Discourse) -> Frame:
    """The frame with the parties of its title, of its name, and those for whom words like 我校 stand."""
    context = discourse.context
    frame = with_noted(with_titled_parties(frame, context), context)
    vague = [party for party in frame.partners if party.generic and not discourse.resolved((party,))]
    partners = tuple(vague) + discourse.resolved(frame.partners)
    initiators = discourse.resolved(frame.initiators)
    if frame.rule == "instrument" and len(frame.initiators) == 1 and len(initiators) == 2 and not partners:
        initiators, partners = initiators[:1], initiators[1:]  # 两国外交部关于…的换文
    if initiators != frame.initiators or partners != frame.partners:
        frame = replace(frame, initiators=initiators, partners=partners)
    frame = with_joint_makers(with_proposers(frame, context), context)
    frame = with_countries(for_states(with_states(frame, context), context), context)
    return with_countries_told(frame, context)
