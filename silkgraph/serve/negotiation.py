"""Which of the forms there are a client gets: ``?format=`` first, else ``Accept`` and its q-values (RFC 9110, 12.5)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from silkgraph.serve.media import Form

_QUALITY = re.compile(r"(?:0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)")
_MEDIA_RANGE = re.compile(r"([!#$%&'*+.^_`|~\w-]+)/([!#$%&'*+.^_`|~\w-]+)", re.ASCII)
_MOST_RANGES = 100


@dataclass(frozen=True, slots=True)
class Range:
    """One part of an ``Accept`` header: ``text/*;q=0.5``."""

    type: str
    subtype: str
    quality: float

    def precision(self, media_type: str) -> int:
        """How narrowly the range covers a media type: 3 for itself, 1 for ``*/*``, 0 for not at all."""
        kind, _, rest = media_type.partition("/")
        if self.type == kind and self.subtype == rest:
            return 3
        if self.type == kind and self.subtype == "*":
            return 2
        return 1 if self.type == "*" and self.subtype == "*" else 0


@lru_cache(maxsize=256)
def ranges(accept: str) -> tuple[Range, ...]:
    """The parts of an ``Accept`` header; parts that make no sense are left out."""
    found = []
    for part in accept.split(",")[:_MOST_RANGES]:
        media_type, *parameters = (piece.strip() for piece in part.split(";"))
        if media_type == "*":  # an old Java client says "*; q=.2"
            media_type = "*/*"
        matched = _MEDIA_RANGE.fullmatch(media_type.casefold())
        if matched:
            found.append(Range(matched[1], matched[2], _quality(parameters)))
    return tuple(found)


def _quality(parameters: Sequence[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().casefold() == "q":
            return float(value) if _QUALITY.fullmatch(value.strip()) else 0.0
    return 1.0


@lru_cache(maxsize=1024)
def negotiate(accept: str | None, offers: tuple[Form, ...]) -> Form | None:
    """The best form for a client, None where it accepts none of them.

    Args:
        accept: the ``Accept`` header; None or empty accepts everything.
        offers: the forms there are, the preferred ones first.

    >>> from silkgraph.serve.media import RESULTS
    >>> negotiate("text/csv;q=0.1, application/sparql-results+json;q=0.9", RESULTS).name
    'json'
    """
    asked = ranges(accept or "")
    if not asked:
        return None if accept and accept.strip() else offers[0]
    best: tuple[float, int, int] = (0.0, 0, 0)
    chosen = None
    for place, form in enumerate(offers):
        quality, precision = _wanted(form, asked)
        rank = (quality, precision, -place)
        if quality > 0 and (chosen is None or rank > best):
            chosen, best = form, rank
    return chosen


def _wanted(form: Form, asked: Sequence[Range]) -> tuple[float, int]:
    """How much a client wants a form, and how narrowly it said so: the narrowest range counts, not the first."""
    own = max(((part.precision(form.media_type), part.quality) for part in asked), default=(0, 0.0))
    if own[0] == 3:
        return own[1], 3
    for alias in form.aliases:
        if "/" in alias:
            for part in asked:
                if part.precision(alias) == 3:
                    return part.quality, 3
    return (own[1], own[0]) if own[0] else (0.0, 0)


def named(name: str, offers: Sequence[Form]) -> Form | None:
    """The form that ``?format=name`` asks for."""
    return next((form for form in offers if form.is_called(name.strip())), None)


def encoding(accept_encoding: str | None) -> str:
    """``gzip`` where the client takes it, else ``identity``."""
    for part in (accept_encoding or "").split(","):
        coding, *parameters = (piece.strip() for piece in part.split(";"))
        if coding.casefold() in ("gzip", "x-gzip", "*") and _quality(parameters) > 0:
            return "gzip"
    return "identity"


def language(accept_language: str | None, offers: Sequence[str] = ("en", "zh")) -> str:
    """Which of our languages a person prefers; the first where nothing fits."""
    best, chosen = 0.0, offers[0]
    for part in (accept_language or "").split(","):
        tag, *parameters = (piece.strip() for piece in part.split(";"))
        primary = tag.casefold().partition("-")[0]
        if primary in offers and (quality := _quality(parameters)) > best:
            best, chosen = quality, primary
    return chosen
