"""The words that tell the parts of a document apart, from ``extract/layout.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from silkgraph.errors import KnowledgeError
from silkgraph.locations import knowledge
from silkgraph.recognise.patterns import watched

FILE = "layout.toml"
LONGEST_FURNITURE = 500
"""A longer line is text, whatever it begins with: whole documents come in one line."""


@dataclass(frozen=True, slots=True)
class Words:
    """Headings by which a part is known, and what is no text of the document at all."""

    preface: frozenset[str]
    conclusion: frozenset[str]
    contents: frozenset[str]
    meetings: tuple[str, ...]
    leads: re.Pattern[str]
    furniture: re.Pattern[str]
    links: re.Pattern[str]
    link_marks: tuple[str, ...]
    caption: re.Pattern[str]
    credit: re.Pattern[str]
    """The brackets with a credit that a caption ends with."""
    pillars: Mapping[str, str]

    def is_furniture(self, line: str) -> bool:
        """Whether a line is the web page's, the editor's or a picture's."""
        if len(line) > LONGEST_FURNITURE:
            return False
        if self.furniture.match(line) or self.caption.match(line) or self._ends_with_credit(line):
            return True
        return any(mark in line for mark in self.link_marks) and self.links.search(line) is not None

    def _ends_with_credit(self, line: str) -> bool:
        return line.endswith(("）", ")")) and self.credit.search(line) is not None

    def lead(self, paragraph: str) -> int:
        """How many characters stand before what a paragraph says: ``新华社北京9月14日电（记者白丽萍）`` are 19."""
        match = self.leads.match(paragraph)
        return match.end() if match and match.group()[0] not in "：/／—" and match.end() < len(paragraph) else 0

    def pillar(self, heading: str) -> str | None:
        """The connectivity that a heading names; None where it names none, or several."""
        named = [code for word, code in self.pillars.items() if word in heading]
        return named[0] if len(named) == 1 else None


@cache
def words() -> Words:
    """The words, read once.

    Raises:
        KnowledgeError: the file is missing or broken.
    """
    path = knowledge("extract") / FILE
    try:
        data = tomllib.loads(path.read_text("utf-8"))
        return Words(
            preface=frozenset(data["preface"]),
            conclusion=frozenset(data["conclusion"]),
            contents=frozenset(data["contents"]),
            meetings=tuple(data["meetings"]),
            leads=re.compile(f"(?:{'|'.join(data['leads'])})+"),
            furniture=re.compile("|".join(map(watched, data["furniture"]))),
            links=re.compile("|".join(data["links"])),
            link_marks=tuple(data["link_marks"]),
            caption=re.compile("|".join(data["caption_starts"])),
            credit=re.compile(_credit(data["caption_credits"])),
            pillars=dict(data["pillars"]),
        )
    except KeyError as error:
        raise KnowledgeError(f"the entry {error} is missing", path=path) from None
    except (OSError, tomllib.TOMLDecodeError, re.error, TypeError) as error:
        raise KnowledgeError(f"the file cannot be used: {error}", path=path) from None


def _credit(credits: list[str]) -> str:
    credit = "|".join(map(re.escape, credits))
    return rf"[（(][^（）()]*(?:{credit})[^（）()]*[）)]$"
