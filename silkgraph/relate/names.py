"""When two names name one thing: names without marks and editions, and what tells one name from another."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from silkgraph.errors import KnowledgeError
from silkgraph.locations import knowledge
from silkgraph.model import KINDS, Outcome
from silkgraph.read.vocabulary import read_as
from silkgraph.recognise.lexicon import any_of, read_table

EDITION = re.compile(
    r"第[一二三四五六七八九十百0-9]+(?:届|次|期)|[两三四五六七八九十0-9]+届|首届"
    r"|(?:19|20)\d\d年?(?:[-—–－~至](?:19|20)\d\d年?)?"
)
NOT_LETTERS = re.compile(r"[^\w]|_")
SHORTEST_NAME = 4
LONG_NAME = 6
"""A shorter name may be part of another by chance."""
SHORTEST_REST = 2
"""Characters that must remain of a name when all that many names share is taken away."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that documents put for each other, the first of which stands for all, and why."""

    words: tuple[str, ...]
    reason_zh: str
    reason_en: str


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing with several names, and why they are taken for one."""

    names: tuple[str, ...]
    reason_zh: str
    reason_en: str


@dataclass(frozen=True)
class Names:
    """What has to be known of names. Make one with ``Names.load()``."""

    heads: Mapping[str, re.Pattern[str]]
    shared: re.Pattern[str]
    openings: re.Pattern[str]
    texts: re.Pattern[str]
    counts: re.Pattern[str]
    wordings: tuple[Wording, ...]
    things: Mapping[str, Thing]
    """By the core of each of its names."""

    @classmethod
    def load(cls, root: Path | None = None) -> Names:
        """Reads ``ontology/linking.toml`` below ``root``, or where the project's data lie.

        Raises:
            KnowledgeError: the file is missing, no TOML, or an entry in it lacks names or reasons.
        """
        path = (root / "ontology" if root else knowledge("ontology")) / "linking.toml"
        table = read_table(path)
        heads: dict[str, list[str]] = table.get("heads", {})
        if unknown := sorted(set(heads) - set(KINDS)):
            raise KnowledgeError(f"[heads] has {unknown[0]}, which is no kind of outcome", path=path)
        common = {*table.get("shared", ()), *(word for words in heads.values() for word in words)}
        things = [Thing(*_entry(entry, "names", path)) for entry in table.get("thing", ())]
        return cls(
            heads={kind: re.compile(f"(?:{any_of(words)})$") for kind, words in heads.items()},
            shared=re.compile(any_of(common)),
            openings=re.compile(f"^(?:{any_of(table.get('openings', ('关于',)))})+"),
            texts=re.compile(f"(?:{any_of(table.get('texts', ('倡议',)))})$"),
            counts=re.compile(f"(?:{any_of(table.get('counts', ('成果',)))})$"),
            wordings=tuple(Wording(*_entry(entry, "words", path)) for entry in table.get("wording", ())),
            things={core(name): thing for thing in things for name in thing.names},
        )

    def particulars(self, label: str) -> str:
        """What of a name is its own: ``科技创新`` of ``“一带一路”科技创新合作行动计划``."""
        return self._particulars(label)

    @functools.cached_property
    def _particulars(self) -> Callable[[str], str]:
        """``particulars``, remembering its answers."""
        return functools.lru_cache(maxsize=20000)(lambda label: self.shared.sub("", core(label)))

    def tells(self, label: str) -> bool:
        """Whether a label has enough of its own that the same label means the same thing."""
        return len(core(label)) >= SHORTEST_NAME and len(self.particulars(label)) >= SHORTEST_REST

    def head(self, outcome: Outcome) -> str:
        """The word that the outcome's name ends with, or "" where it is a description."""
        pattern = self.heads.get(outcome.kind)
        found = pattern.search(core(outcome.label)) if pattern else None
        return found.group() if found else ""

    def is_name(self, outcome: Outcome) -> bool:
        """Whether an outcome's label names one thing in particular, so that it means the same thing elsewhere."""
        described = self.openings.match(core(outcome.label))
        long_enough = len(core(outcome.label)) >= LONG_NAME and self.tells(outcome.label)
        return bool(self.head(outcome)) and not described and long_enough

    def thing(self, label: str) -> Thing | None:
        """The thing with several names of which one stands in the label."""
        plain = core(label)
        return next((thing for name, thing in self.things.items() if name in plain), None)

    def plain(self, label: str) -> str:
        """A name in the first of the wordings that documents put for each other, without what may stand before it."""
        return self._plain(label)

    @functools.cached_property
    def _plain(self) -> Callable[[str], str]:
        """``plain``, remembering its answers: every label is asked for with every other."""
        patterns = tuple((re.compile(any_of(wording.words)), wording.words[0]) for wording in self.wordings)

        @functools.lru_cache(maxsize=20000)
        def plain(label: str) -> str:
            name = exact(label)
            for pattern, first in patterns:
                name = pattern.sub(first, name)
            return self.openings.sub("", name)

        return plain

    def without_kind(self, label: str) -> str:
        """A name as ``plain`` has it, without the word that says what kind of text it is; "" where it has none."""
        plain = self.plain(label)
        found = self.texts.search(plain)
        return plain[: found.start()] if found else ""

    def counted(self, measure: str) -> str:
        """The last word of a measure where it says what is counted: ``成果`` of ``形成务实成果``; else all of it."""
        found = self.counts.search(measure)
        return found.group() if found else self.plain(measure)

    def wordings_between(self, one: str, other: str) -> tuple[Wording, ...]:
        """The wordings in which two names differ."""
        return tuple(
            wording
            for wording in self.wordings
            if {word for word in wording.words if word in one} != {word for word in wording.words if word in other}
        )


@functools.lru_cache(maxsize=20000)
def core(label: str) -> str:
    """A name without marks, edition and year: ``第八届“一带一路”园区峰会（2023）`` is ``一带一路园区峰会``."""
    plain = NOT_LETTERS.sub("", EDITION.sub("", unicodedata.normalize("NFKC", read_as(label))))
    return plain.casefold()


@functools.lru_cache(maxsize=20000)
def exact(label: str) -> str:
    """A name without marks, with its edition and year."""
    return NOT_LETTERS.sub("", unicodedata.normalize("NFKC", read_as(label))).casefold()


@functools.cache
def names() -> Names:
    """The project's own, read once."""
    return Names.load()


def _entry(entry: Mapping[str, Any], key: str, path: Path) -> tuple[tuple[str, ...], str, str]:
    """The names and the reasons of an entry."""
    listed, reasons = entry.get(key), (entry.get("reason_zh"), entry.get("reason_en"))
    if not (isinstance(listed, list) and len(listed) > 1 and all(isinstance(name, str) and name for name in listed)):
        raise KnowledgeError(f"an entry needs at least two {key}", path=path, advice="See the head of the file.")
    if not all(isinstance(reason, str) and reason for reason in reasons):
        raise KnowledgeError(
            f"the entry of {listed[0]} needs reason_zh and reason_en", path=path, advice="See the head of the file."
        )
    return tuple(listed), str(reasons[0]), str(reasons[1])
