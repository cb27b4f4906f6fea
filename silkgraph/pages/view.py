"""How a person wants to see a page: the language, light or dark, and the address that it has."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

LANGUAGES = ("en", "zh")
THEMES = ("light", "dark")


@dataclass(frozen=True, slots=True)
class View:
    """A page as it is seen.

    Args:
        tongue: ``en`` or ``zh``.
        theme: ``light`` or ``dark``; empty as the system has it.
        path: of the page, as the browser has it.
        parameters: of its query string.
    """

    tongue: str = "en"
    theme: str = ""
    path: str = "/"
    parameters: tuple[tuple[str, str], ...] = ()

    def to(self, **changes: str) -> str:
        """The address of the same page with some parameters changed: ``view.to(lang="zh")``."""
        kept = [(name, value) for name, value in self.parameters if name not in changes]
        return f"{quote(self.path, safe='/:.-_~')}?{urlencode([*kept, *changes.items()])}"

    def parameter(self, name: str) -> str:
        """The value of a parameter, empty where it is missing."""
        return next((value for key, value in self.parameters if key == name), "")
