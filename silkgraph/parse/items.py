"""An item of a document from its paragraphs to frames: told in sentences, or named by a title alone.

In a list ``一、《中国政府与老挝政府…规划》`` may stand for the whole entry; in a chair's statement what stands below a
lead-in is done by whom the lead-in names. What kind of document it is, its profile says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from silkgraph.model import Item
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.anaphora import Referents
from silkgraph.parse.bare_titles import bare_title, is_programme_of_events, is_title_alone, tells_act
from silkgraph.parse.instruments import instrument_alone
from silkgraph.parse.leads import Lead, is_enumerated, lead_of_section
from silkgraph.parse.list_entries import list_entry, names_list
from silkgraph.parse.paragraphs import ParagraphReader
from silkgraph.profile import Profile
from silkgraph.recognise.brackets import Span, trim
from silkgraph.recognise.names import Names
from silkgraph.recognise.words import words
from silkgraph.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class ItemReader:
    """Reads the items of one document, in their order: later ones refer to what earlier ones named."""

    profile: Profile
    context: Context
    names: Names
    """All names, without those that the document introduces: a title by itself is none of these."""
    referents: Referents
    words: Mapping[Span, Mapping[int, str]]
    """The words of each paragraph by their offsets: all are cut together, while jieba's dictionary is in the cache."""

    @classmethod
    def of(cls, profile: Profile, context: Context, names: Names, items: Iterable[Item]) -> ItemReader:
        """For the items of one document, none of which has been read."""
        text = context.text
        paragraphs = [trim(text, paragraph) for item in items for paragraph in item.paragraphs]
        words_of_each = {span: dict(words(text, *span)) for span in paragraphs}
        return cls(profile, context, names, Referents(context), words_of_each)

    def read(self, item: Item, lead: Lead) -> tuple[list[Frame], Lead]:
        """What is read from an item, in reading order, and what it lends to numbered items below.

        What the item says twice stands there twice.
        """
        context = self.context
        frames: list[Frame] = []
        event = self._host(item)
        above = lead
        of_section = lead_of_section(context.text, item.headings, item.start)
        lead = of_section or lead
        for paragraph in item.paragraphs:
            span = trim(context.text, paragraph)
            if span[0] == span[1]:
                continue
            reader = ParagraphReader(context, self.words[span], self.referents)
            listed = self._lists(item, span, lead)
            if listed and (entry := list_entry(span, reader.tokens, context)):
                frames += entry
                continue
            if self._may_be_title(item, span, reader) and (title := self._title(item, span)):
                frames.append(title)
                continue
            read = reader.read(span, event, lead)
            event, lead = read.event, read.lead
            found = list(read.frames)
            if not found and listed and not tells_act(context.text, span, reader.tokens, context.grammar):
                title = self._title(item, span)
                found = [title] if title else []
            if self.profile.bare_titles and is_programme_of_events(item.headings):
                found = [replace(f, status="announced") if f.kind == "event" else f for f in found]
            frames += found
        return frames, above if of_section else lead

    def _lists(self, item: Item, span: Span, lead: Lead) -> bool:
        """Whether a paragraph is an entry of a list, which may only name what came out."""
        if self.profile.entries:
            return True
        if not item.number[0].isdecimal() and not is_enumerated(self.context.text, span):
            return False
        return lead.listing or any(map(names_list, (self.context.setting.title, *item.headings)))

    def _title(self, item: Item, span: Span) -> Frame | None:
        """The outcome that a paragraph without a sentence names."""
        with_signers = instrument_alone(span, self.context)
        return with_signers or bare_title(self.context.text, span, self.names, self.context.grammar, item.headings)

    def _may_be_title(self, item: Item, span: Span, reader: ParagraphReader) -> bool:
        """Whether a paragraph names what came out, instead of telling it."""
        if self.profile.bare_titles:
            return not tells_act(self.context.text, span, reader.tokens, self.context.grammar)
        return item.number[0].isdecimal() and is_title_alone(self.context.text, span, reader.tokens, self.names)

    def _host(self, item: Item) -> str:
        """What a bare 论坛 in the item stands for."""
        if self.profile.section_host is None or not item.headings:
            return ""
        return self.profile.section_host.format(topic=item.headings[-1].split("：")[0])
