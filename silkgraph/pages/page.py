"""A page before it is written as HTML: which template, its title, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from silkgraph.pages.terms import Text

Source = Callable[[str], str]
"""The text of a source document by its identifier; empty where the store has none."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page."""

    template: str
    title: Text
    content: Mapping[str, Any]
