"""Where HTML is made: Jinja2 templates, escaped throughout, without a script or a style inside a page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from silkgraph.export.prefixes import PREFIXES
from silkgraph.namespaces import BASE
from silkgraph.pages.view import View
from silkgraph.pages.wording import words

STATIC = Path(__file__).parent / "static"
_BY_LENGTH = sorted(PREFIXES.items(), key=lambda one: -len(one[1]))


class Sheet:
    """Writes pages."""

    def __init__(self, root: str) -> None:
        """``root`` is the public address of the server; pages use the path of it, so that any host name will do."""
        self.base = urlsplit(root).path.rstrip("/")
        self._root = root
        self._environment = Environment(
            loader=PackageLoader("silkgraph.pages", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters |= {"here": self.here, "short": short, "code": code, "number": number}
        self._environment.globals |= {"asset": self.asset, "built": lambda name: (STATIC / "built" / name).is_file()}

    def here(self, iri: str) -> str:
        """Where an IRI of the project is found on this server; other web addresses as they are, the rest nowhere."""
        if iri.startswith(BASE):
            return f"{self.base}/{iri.removeprefix(BASE)}"
        return iri if iri.startswith(("http://", "https://")) else ""

    def asset(self, name: str) -> str:
        """The address of a file that pages use, which changes with its content."""
        return f"{self.base}/static/{name}?{_version(name)}"

    def write(self, template: str, view: View, content: Mapping[str, Any]) -> bytes:
        """A page as HTML."""
        page = self._environment.get_template(template)
        common = {"view": view, "tongue": view.tongue, "w": words(view.tongue), "base": self.base, "root": self._root}
        return page.render({**common, **content}).encode("utf-8")


def short(iri: str) -> str:
    """``silk:partner`` for its IRI."""
    for prefix, namespace in _BY_LENGTH:
        rest = iri.removeprefix(namespace)
        if rest != iri and rest and "/" not in rest and "#" not in rest:
            return f"{prefix}:{rest}"
    return iri.removeprefix(BASE)


def code(iri: str) -> str:
    """The last part of an IRI: ``energy`` for ``…/scheme/domain/energy``."""
    return iri.rstrip("/").rpartition("#" if "#" in iri else "/")[2]


def number(value: float | str) -> str:
    """A number with its thousands set apart: ``12,345``."""
    try:
        found = float(value)
    except ValueError:
        return str(value)
    return f"{found:,.0f}" if found == int(found) else f"{found:,}"


@cache
def _version(name: str) -> str:
    path = STATIC / name
    return sha256(path.read_bytes()).hexdigest()[:10] if path.is_file() else "0"
