"""Whether an act lies ahead, seen from the words before its verb and from the date of the document.

``总署还计划在青岛承办…``, ``下届论坛定于…``, ``第六次会议于2026年9月举行`` in a text of 2025: none of it has happened.
"""

from __future__ import annotations

import functools
import re

from silkgraph.locations import knowledge
from silkgraph.parse.dates import find_dates
from silkgraph.recognise.brackets import Span, depths
from silkgraph.recognise.lexicon import read_table
from silkgraph.recognise.patterns import watchful

_DIGIT = re.compile(r"\d")
_DAY = re.compile(r"\d日(?!前|起)")
_DATELINE = 600
"""Characters at the beginning of a document in which its date is looked for."""


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What says that an act lies ahead, and what says that it lies behind."""
    words = read_table(knowledge("extract") / "lexicon" / "tense.toml")
    intended = f"(?:{'|'.join(words['intentions'])})(?={'|'.join(words['adverbials'])})"
    return watchful("|".join((intended, *words["ahead"]))), watchful("|".join(words["behind"]))


@functools.lru_cache(maxsize=8)
def _document_month(beginning: str) -> str:
    """The month in which a document was written, as its first full date tells: ``2025-06``; "" if it has none."""
    full = (date.value for date in find_dates(beginning) if date.value[0] != "-")
    return next((value[:7] for value in full if len(value) >= len("2025-06")), "")


def lies_behind(words: str) -> bool:
    """Whether the words before a verb say that the act is done: ``去年``, ``6月3日``."""
    return _patterns()[1].search(words) is not None or _DAY.search(words) is not None


def lies_ahead(text: str, span: Span) -> bool:
    """Whether the words of ``span``, those before a verb, say that the act is still to come."""
    words = text[span[0] : span[1]]
    depth = depths(words)
    if any(depth):
        words = "".join(c for c, d in zip(words, depth, strict=True) if not d)
    ahead, behind = _patterns()
    if behind.search(words):
        return False
    if ahead.search(words) is not None:
        return True
    return _DIGIT.search(words) is not None and _is_later(words, _document_month(text[:_DATELINE]))


def _is_later(words: str, month: str) -> bool:
    """Whether words name a year or month after that of the document."""
    if not month:
        return False
    dates = [date.value for date in find_dates(words) if date.role == "at"]
    return any(value[: len(month)] > month[: len(value)] for value in dates if value[0] != "-")
