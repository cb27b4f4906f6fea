"""One document from its text to a reading: the stages of the engine in their order.

read → items → frames of each paragraph → resolved bodies, domains, evidence in the source's offsets.
"""

from __future__ import annotations

import functools
import importlib.util
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from silkgraph.errors import SourceError
from silkgraph.model import Body, Figure, Item, Outcome, Participation, Reading, SourceDocument, UnreadClause
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.anaphora import Referents
from silkgraph.parse.assumptions import Assumptions
from silkgraph.parse.attendance import read_attendance
from silkgraph.parse.bare_titles import bare_title, is_programme_of_events, is_title_alone, tells_act
from silkgraph.parse.clauses import HeadGrammar
from silkgraph.parse.countries_agreed import with_countries_agreed
from silkgraph.parse.coverage import Read, Spans, coverage
from silkgraph.parse.figures import FigureMention, read_figures
from silkgraph.parse.instruments import instrument_alone
from silkgraph.parse.leads import NO_LEAD, Lead, is_enumerated
from silkgraph.parse.list_entries import list_entry, names_list
from silkgraph.parse.paragraphs import ParagraphReader
from silkgraph.parse.repeats import told_once
from silkgraph.profile import PROFILES, Profile
from silkgraph.read.documents import load_document, loose_document
from silkgraph.read.headline import headline
from silkgraph.read.layout import preamble
from silkgraph.read.spelling import Spelling
from silkgraph.read.text import SourceText, read_source
from silkgraph.recognise.abbreviations import short_names
from silkgraph.recognise.brackets import LONGEST_PARAGRAPH, Span, bounded, trim
from silkgraph.recognise.names import Names, names
from silkgraph.recognise.setting import Setting, setting_of
from silkgraph.recognise.words import words
from silkgraph.resolve.bodies import BodyResolver
from silkgraph.resolve.domains import domain
from silkgraph.values import replace


def read_folder(folder: Path) -> Reading:
    """Reads the document in a folder of ``extract/`` with its own extractor.

    Raises:
        SourceError: the document, its ``document.toml`` or its ``extractor.py`` cannot be used.
    """
    document = load_document(folder)
    return extract_document(document, read_source(folder / "source.txt"), load_profile(folder, document.profile))


def read_file(path: Path, like: str | None = None) -> Reading:
    """Reads any text file of this kind; the layout is recognised where ``like`` names no profile.

    Raises:
        SourceError: the file cannot be read as UTF-8 text, or the profile is unknown.
    """
    text = read_source(path)
    if like is not None and like not in PROFILES:
        raise SourceError(
            f"there is no profile {like!r}", path=path, advice=f"The profiles are: {', '.join(sorted(PROFILES))}."
        )
    document = loose_document(path, text)
    return extract_document(document, text, PROFILES[like or document.profile])


def load_profile(folder: Path, kind: str = "") -> Profile:
    """The ``profile`` of a document folder's ``extractor.py``; without one, the plain profile of that kind."""
    path = folder / "extractor.py"
    if not path.exists() and kind in PROFILES:
        return PROFILES[kind]
    known = ", ".join(sorted(PROFILES))
    spec = importlib.util.spec_from_file_location(f"silkgraph_extractor_{folder.name.replace('-', '_')}", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise SourceError(
            f"the folder has no extractor.py, and there is no profile {kind!r} to read it with",
            path=path,
            advice=f"Write one (see extract/README.md), or take a profile in document.toml: {known}.",
        )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    profile = getattr(module, "profile", None)
    if not isinstance(profile, Profile):
        raise SourceError(
            "extractor.py defines no profile", path=path, advice="See extract/README.md for what an extractor says."
        )
    return profile


@functools.cache
def _grammar() -> HeadGrammar:
    return HeadGrammar.of(names())


def extract_document(document: SourceDocument, text: SourceText, profile: Profile) -> Reading:
    """Everything that the engine reads from one text."""
    items = tuple(_in_paragraphs(item, text) for item in profile.layout(text))
    extraction = _Extraction(document, text, profile, names(), BodyResolver(names()), Spelling(text))
    outcomes: list[Outcome] = []
    unread: list[UnreadClause] = []
    opening = preamble(text, profile.layout) if profile.preamble else None
    mentions = read_figures(text.text, items if profile.figures else [opening] if opening else [])
    counted = Spans.of((mention.start, mention.end) for mention in mentions)
    context = _context(document, text, profile, items)
    referents = Referents(context)
    lead = NO_LEAD
    found: list[tuple[Item, list[Frame]]] = []
    for item in items:
        frames, lead = extraction.item_frames(item, context, referents, lead)
        found.append((item, frames))
    once = [_without_repeats(frames) for _, frames in found]
    if profile.figures:
        once = told_once([(item.number, frames) for (item, _), frames in zip(found, once, strict=True)])
    once = with_countries_agreed(once)
    for (item, frames), kept in zip(found, once, strict=True):
        outcomes += extraction.outcomes(item, kept, Assumptions.behind(kept, item, context))
        unread += extraction.unread(item, context, Read(Spans.of(frame.span for frame in frames), counted))
    return Reading(
        document=document,
        length=len(text.raw),
        items=items,
        item_passages=tuple(text.passage(item.start, item.end) for item in items),
        outcomes=tuple(outcomes),
        figures=extraction.figures(mentions),
        participations=extraction.participations(items),
        unread=tuple(unread),
        preamble=text.passage(opening.start, opening.end) if opening and mentions else None,
    )


def _context(document: SourceDocument, text: SourceText, profile: Profile, items: tuple[Item, ...]) -> Context:
    """What the whole document is read with: its setting, and the short names that it introduces."""
    known = names().of_document(short_names(text.text, names()), names().countries.of_text(text.text))
    grammar = replace(_grammar(), names=known)
    return Context(text.text, known, grammar, running=profile.figures, setting=_setting(document, text, items))


def _setting(document: SourceDocument, text: SourceText, items: tuple[Item, ...]) -> Setting:
    """What the document's title and first paragraphs name.

    The title of its description stands for one that the text has not, and names the event officially.
    """
    paragraphs = [span for item in items for span in item.paragraphs]
    found = setting_of(text.text, headline(text), paragraphs, names())
    title = document.title_zh
    if title in text.text:
        return found
    named = setting_of(title, [(0, len(title))], [], names())
    event = named.event or found.event
    if found.title:
        return replace(found, event=event)
    return replace(named, lead=found.lead, event=event, mentioned=found.mentioned)


def _in_paragraphs(item: Item, text: SourceText) -> Item:
    """The item with paragraphs of a length that people write: a document may come in one line."""
    paragraphs = [part for span in item.paragraphs for part in bounded(text.text, span, LONGEST_PARAGRAPH)]
    return item if len(paragraphs) == len(item.paragraphs) else replace(item, paragraphs=tuple(paragraphs))


@dataclass(frozen=True)
class _Extraction:
    document: SourceDocument
    text: SourceText
    profile: Profile
    names: Names
    resolver: BodyResolver
    spelling: Spelling
    _known: dict[Span, tuple[Body, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def unread(self, item: Item, context: Context, read: Read) -> Iterator[UnreadClause]:
        """The clauses of an item that tell an outcome and gave none; an entry of a list that gave none at all."""
        if self.profile.entries and not read.outcomes.spans:
            passage = self.text.passage(item.start, item.end)
            yield UnreadClause(item.number, passage, "", "entry-without-outcome")
            return
        check = coverage()
        for paragraph in item.paragraphs:
            for missed in check.unread(self.text.text, context.sentences(paragraph), read):
                yield UnreadClause(item.number, self.text.passage(*missed.span), missed.verb, missed.reason)

    def item_frames(self, item: Item, context: Context, referents: Referents, lead: Lead) -> tuple[list[Frame], Lead]:
        """What is read from an item, in reading order, and what it lends to numbered items below.

        What the item says twice stands there twice.
        """
        frames: list[Frame] = []
        event = self._host(item)
        for paragraph in item.paragraphs:
            span = trim(self.text.text, paragraph)
            if span[0] == span[1]:
                continue
            reader = ParagraphReader(context, dict(words(self.text.text, *span)), referents)
            listed = self._lists(item, span, lead, context)
            if listed and (entry := list_entry(span, reader.tokens, context)):
                frames += entry
                continue
            if self._may_be_title(item, span, reader) and (title := self._title(item, span, context)):
                frames.append(title)
                continue
            read = reader.read(span, event, lead)
            event, lead = read.event, read.lead
            found = list(read.frames)
            if not found and listed and not tells_act(self.text.text, span, reader.tokens, context.grammar):
                title = self._title(item, span, context)
                found = [title] if title else []
            if self.profile.bare_titles and is_programme_of_events(item.headings):
                found = [replace(f, status="announced") if f.kind == "event" else f for f in found]
            frames += found
        return frames, lead

    def _lists(self, item: Item, span: Span, lead: Lead, context: Context) -> bool:
        """Whether a paragraph is an entry of a list, which may only name what came out."""
        if self.profile.entries:
            return True
        if not item.number[0].isdecimal() and not is_enumerated(context.text, span):
            return False
        return lead.listing or any(map(names_list, (context.setting.title, *item.headings)))

    def _title(self, item: Item, span: Span, context: Context) -> Frame | None:
        with_signers = instrument_alone(span, context)
        return with_signers or bare_title(self.text.text, span, self.names, context.grammar, item.headings)

    def _may_be_title(self, item: Item, span: Span, reader: ParagraphReader) -> bool:
        """Whether a paragraph names what came out, instead of telling it."""
        if self.profile.bare_titles:
            return not tells_act(self.text.text, span, reader.tokens, reader.context.grammar)
        return item.number[0].isdecimal() and is_title_alone(self.text.text, span, reader.tokens, self.names)

    def _host(self, item: Item) -> str:
        """What a bare 论坛 in the item stands for."""
        if self.profile.section_host is None or not item.headings:
            return ""
        return self.profile.section_host.format(topic=item.headings[-1].split("：")[0])

    def outcomes(self, item: Item, frames: list[Frame], assumptions: Assumptions) -> list[Outcome]:
        """The frames of an item as outcomes, numbered as they stand in the text."""
        result = []
        setting, year = assumptions.context.setting, self._year()
        for number, frame in enumerate(sorted(frames, key=lambda f: f.span[0]), 1):
            span = trim(self.text.text, frame.span)
            initiators = tuple(map(self.resolver.resolve, frame.initiators))
            partners = tuple(map(self.resolver.resolve, frame.partners))
            outcome = Outcome(
                document=self.document.identifier,
                item=item.number,
                number=number,
                passage=self.text.passage(*span),
                kind=frame.kind,
                label=frame.label,
                status=frame.status,
                initiators=initiators,
                partners=partners,
                domain=domain(
                    frame.label,
                    self.text.text[span[0] : span[1]],
                    [b.name for b in initiators],
                    item.headings,
                    (setting.title, setting.event),
                    [b.name for b in partners],
                ),
                pillar=item.pillar,
                amounts=frame.amounts,
                establishes=self._made(frame, "institution"),
                convenes=self._made(frame, "event"),
                names=self._named_bodies(frame, initiators + partners),
                year=year,
                rule=frame.rule,
                assumptions=assumptions.of(frame),
            )
            near = (span, (item.start, item.end))
            result.append(outcome if self.spelling.is_ours else self._as_written(outcome, near))
        return result

    def _as_written(self, outcome: Outcome, near: Sequence[Span]) -> Outcome:
        """The outcome under the names that the document writes; what they are was decided before."""

        def written(bodies: tuple[Body, ...]) -> tuple[Body, ...]:
            return tuple(replace(body, name=self.spelling.of(body.name, near)) for body in bodies)

        return replace(
            outcome,
            label=self.spelling.of(outcome.label, near),
            initiators=written(outcome.initiators),
            partners=written(outcome.partners),
            establishes=written(outcome.establishes),
            convenes=written(outcome.convenes),
            names=written(outcome.names),
        )

    def _year(self) -> int | None:
        if self.document.issued is not None:
            return self.document.issued.year
        return int(self.document.forum) if self.document.forum else None

    def _made(self, frame: Frame, kind: str) -> tuple[Body, ...]:
        return (self.resolver.named(frame.label),) if frame.kind == kind else ()

    def _named_bodies(self, frame: Frame, parties: tuple[Body, ...]) -> tuple[Body, ...]:
        """The known bodies that the passage names beside those that act."""
        known = {b.identifier for b in parties}
        return tuple(body for body in self._known_bodies(frame.span) if body.identifier not in known)

    def _known_bodies(self, span: Span) -> tuple[Body, ...]:
        """The bodies of the authority file that are named in ``span``, each once; outcomes side by side share them."""
        known = self._known.get(span)
        if known is None:
            found: dict[str, Body] = {}
            for start, end in self.names.known_spans(self.text.text, *span):
                body = self.resolver.named(self.text.text[start:end])
                if body.reconciled:
                    found.setdefault(body.identifier, body)
            known = self._known[span] = tuple(found.values())
        return known

    def figures(self, mentions: Iterable[FigureMention]) -> tuple[Figure, ...]:
        """The figures that the text states, numbered within each item."""
        numbers: Counter[str] = Counter()
        result = []
        for mention in mentions:
            numbers[mention.item] += 1
            result.append(
                Figure(
                    document=self.document.identifier,
                    item=mention.item,
                    number=numbers[mention.item],
                    passage=self.text.passage(mention.start, mention.end),
                    subject=self.spelling.of(mention.subject, [(mention.start, mention.end)]),
                    measure=self.spelling.of(mention.measure, [(mention.start, mention.end)]),
                    value=mention.value,
                    upper=mention.upper,
                    unit=self.spelling.of(mention.unit, [(mention.start, mention.end)]),
                    qualifier=mention.qualifier,
                    as_of=mention.as_of,
                )
            )
        return tuple(result)

    def participations(self, items: tuple[Item, ...]) -> tuple[Participation, ...]:
        """Who took part, where the text's profile asks for it, numbered through the document."""
        if not self.profile.attendance:
            return ()
        found = [
            (item, mention)
            for item in items
            for span in item.paragraphs
            for mention in read_attendance(self.text.text, span, self.names.countries.code)
        ]
        return tuple(
            Participation(
                document=self.document.identifier,
                item=item.number,
                number=number,
                passage=self.text.passage(mention.start, mention.end),
                person=mention.person and self.spelling.of(mention.person, [(mention.start, mention.end)]),
                office=self.spelling.of(mention.office, [(mention.start, mention.end)]),
                country=mention.country,
                organization=self.resolver.named(mention.organisation) if mention.organisation else None,
            )
            for number, (item, mention) in enumerate(found, 1)
        )


def _without_repeats(frames: list[Frame]) -> list[Frame]:
    """An outcome told twice in an item counts once: same kind, label and parties."""
    seen: set[tuple[object, ...]] = set()
    result = []
    for frame in frames:
        key = (frame.kind, frame.label, tuple(p.name for p in frame.initiators), tuple(p.name for p in frame.partners))
        if key not in seen:
            seen.add(key)
            result.append(frame)
    return result
