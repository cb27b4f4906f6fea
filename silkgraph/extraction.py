"""One document from its text to a reading: the stages of the engine in their order.

read → items → frames of each paragraph → resolved bodies, domains, evidence in the source's offsets.
"""

from __future__ import annotations

import functools
import importlib.util
from collections.abc import Iterable
from pathlib import Path

from silkgraph.errors import SourceError
from silkgraph.model import Item, Outcome, Reading, SourceDocument, UnreadClause
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.assumptions import Assumptions
from silkgraph.parse.clauses import HeadGrammar
from silkgraph.parse.countries_agreed import with_countries_agreed
from silkgraph.parse.coverage import Read, Spans
from silkgraph.parse.figures import read_figures
from silkgraph.parse.items import ItemReader
from silkgraph.parse.leads import NO_LEAD
from silkgraph.parse.repeats import told_once
from silkgraph.profile import PROFILES, Profile
from silkgraph.read.documents import load_document, loose_document
from silkgraph.read.headline import headline
from silkgraph.read.layout import preamble
from silkgraph.read.text import SourceText, read_source
from silkgraph.recognise.abbreviations import short_names
from silkgraph.recognise.brackets import LONGEST_PARAGRAPH, bounded
from silkgraph.recognise.names import names
from silkgraph.recognise.setting import Setting, setting_of
from silkgraph.resolve.resolution import Resolution
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
    opening = preamble(text, profile.layout) if profile.preamble else None
    mentions = read_figures(text.text, items if profile.figures else [opening] if opening else [])
    counted = Spans.of((mention.start, mention.end) for mention in mentions)
    context = _context(document, text, profile, items)
    found = _told(items, ItemReader.of(profile, context, names(), items))
    once = [_without_repeats(frames) for frames in found]
    if profile.figures:
        once = told_once([(item.number, frames) for item, frames in zip(items, once, strict=True)])
    once = with_countries_agreed(once)
    resolution = Resolution.of(document, text, profile, names())
    acting = ((*frame.initiators, *frame.partners) for frames in once for frame in frames)
    resolution.resolver.resolve_all(party for parties in acting for party in parties)
    outcomes: list[Outcome] = []
    unread: list[UnreadClause] = []
    for item, kept in zip(items, once, strict=True):
        outcomes += resolution.outcomes(item, kept, Assumptions.behind(kept, item, context))
    for item, frames in zip(items, found, strict=True):
        unread += resolution.unread(item, context, Read(Spans.of(frame.span for frame in frames), counted))
    return Reading(
        document=document,
        length=len(text.raw),
        items=items,
        item_passages=tuple(text.passage(item.start, item.end) for item in items),
        outcomes=tuple(outcomes),
        figures=resolution.figures(mentions),
        participations=resolution.participations(items),
        unread=tuple(unread),
        preamble=text.passage(opening.start, opening.end) if opening and mentions else None,
    )


def _told(items: Iterable[Item], reader: ItemReader) -> list[list[Frame]]:
    """What each item tells; what a lead-in says reaches from one to the next."""
    lead = NO_LEAD
    told = []
    for item in items:
        frames, lead = reader.read(item, lead)
        told.append(frames)
    return told


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
