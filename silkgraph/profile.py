"""How a kind of document is read: its layout, and what the engine looks for in it.

A document's ``extractor.py`` takes the profile of its kind and says what is peculiar to it:

    profile = replace(PROFILES["sectioned-list"], layout=replace(LAYOUTS["sectioned-list"], opening="none"))
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from silkgraph.model import Item
from silkgraph.read.layout import LAYOUTS
from silkgraph.read.text import SourceText


@dataclass(frozen=True)
class Profile:
    """What the engine must know to read a document; everything else it finds in the sentences.

    ``layout`` cuts the text into items.
    ``bare_titles``: an entry may be no sentence but the name of what came out (“一带一路”蓝色合作倡议).
    ``section_host``: what a bare 论坛 in a section stands for, as a pattern over ``{topic}``, the words of the
    section's heading before the colon (``{topic}分论坛``); None where it stands for nothing of the kind.
    ``entries``: the text is a list, each of whose entries tells an outcome; one that gives none is reported.
    ``preamble``: the numbers that stand before the first item are read, though nothing else of it is.
    ``figures``: the numbers that the text states are read.
    ``attendance``: who took part is read.
    """

    name: str
    layout: Callable[[SourceText], tuple[Item, ...]]
    bare_titles: bool = False
    section_host: str | None = None
    entries: bool = False
    preamble: bool = False
    figures: bool = False
    attendance: bool = False


PROFILES: Mapping[str, Profile] = {
    profile.name: profile
    for profile in (
        Profile("sectioned-list", LAYOUTS["sectioned-list"], entries=True),
        Profile("straight-list", LAYOUTS["straight-list"], bare_titles=True, entries=True),
        Profile("subforums", LAYOUTS["subforums"], section_host="{topic}分论坛"),
        Profile("statement", LAYOUTS["statement"], figures=True, attendance=True),
        Profile("white-paper", LAYOUTS["white-paper"], figures=True),
        Profile("plain", LAYOUTS["plain"], figures=True),
    )
}
"""The profiles by the names that ``document.toml`` and ``silkgraph extract --like`` use."""
