"""The words of the pages, from ``wording.toml``: ``words("zh").search``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path


class Words:
    """The words of one language, by name; a name that is not there is an error in a template.

    Raises:
        AttributeError: ``wording.toml`` has no such name.
    """

    def __init__(self, held: Mapping[str, str]) -> None:
        self._held = held

    def __getattr__(self, name: str) -> str:
        try:
            return self._held[name]
        except KeyError:
            raise AttributeError(f"wording.toml has no {name!r}") from None


@cache
def wording() -> Mapping[str, Mapping[str, str]]:
    """Every entry: name, language, words."""
    path = Path(__file__).with_name("wording.toml")
    found: Mapping[str, Mapping[str, str]] = tomllib.loads(path.read_text("utf-8"))
    return found


@cache
def words(tongue: str) -> Words:
    """The words of a language."""
    return Words({name: entry[tongue] for name, entry in wording().items()})
