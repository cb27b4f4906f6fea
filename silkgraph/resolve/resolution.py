"""What was read from a document as outcomes, figures and participations: with resolved bodies, domain and evidence.

Bodies are decided on under the names that the engine reads; what the document writes is put back behind it, and every
passage is one of the source, in its own offsets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from silkgraph.model import Body, Figure, Item, Outcome, Participation, SourceDocument, UnreadClause
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.assumptions import Assumptions
from silkgraph.parse.attendance import read_attendance
from silkgraph.parse.coverage import Read, coverage
from silkgraph.parse.figures import FigureMention
from silkgraph.profile import Profile
from silkgraph.read.spelling import Spelling
from silkgraph.read.text import SourceText
from silkgraph.recognise.brackets import Span, trim
from silkgraph.recognise.names import Names
from silkgraph.resolve.bodies import BodyResolver
from silkgraph.resolve.domains import domain
from silkgraph.values import replace


@dataclass(frozen=True)
class Resolution:
    """Resolves what was read from one document."""

    document: SourceDocument
    text: SourceText
    profile: Profile
    names: Names
    resolver: BodyResolver
    spelling: Spelling
    _known: dict[Span, tuple[Body, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, document: SourceDocument, text: SourceText, profile: Profile, names: Names) -> Resolution:
        """For one document."""
        return cls(document, text, profile, names, BodyResolver(names), Spelling(text))

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
        """The year that the document is of."""
        if self.document.issued is not None:
            return self.document.issued.year
        return int(self.document.forum) if self.document.forum else None

    def _made(self, frame: Frame, kind: str) -> tuple[Body, ...]:
        """The body that an outcome of this kind brings about."""
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
