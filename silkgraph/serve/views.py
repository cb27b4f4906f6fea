"""How the person behind a request wants pages: language and theme, from ``?lang=``, a cookie, or the browser.

The switches of a page work without JavaScript: they are links to the same page with ``?lang=zh`` or ``?theme=dark``,
and the answer leaves a cookie that keeps the choice.
"""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl

from silkgraph.pages.view import LANGUAGES, THEMES, View
from silkgraph.serve.http import Request
from silkgraph.serve.media import HTML
from silkgraph.serve.negotiation import language

VARY = "Accept, Accept-Language, Cookie"
_YEAR = 365 * 24 * 3600
_CHOICES = {"lang": LANGUAGES, "theme": ("auto", *THEMES)}


def view_of(request: Request, base: str = "") -> View:
    """The view that a request asks for; ``base`` stands before its path in the browser."""
    chosen = {**_cookies(request), **choices(request)}
    tongue = chosen.get("lang") or language(request.header("accept-language"), LANGUAGES)
    theme = chosen.get("theme", "")
    parameters = [
        (name, value)
        for name, value in parse_qsl(request.query_string.decode("latin-1"), keep_blank_values=True)
        if name not in _CHOICES
    ]
    return View(tongue, theme if theme in THEMES else "", base + request.path, tuple(parameters))


def page_headers(request: Request, view: View) -> list[tuple[str, str]]:
    """What every page is sent with; a choice made with this request is kept in a cookie."""
    headers = [("content-type", HTML.content_type), ("content-language", view.tongue), ("vary", VARY)]
    for name, value in choices(request).items():
        headers.append(("set-cookie", f"{name}={value}; Path=/; Max-Age={_YEAR}; SameSite=Lax"))
    return headers


def choices(request: Request) -> dict[str, str]:
    """Language and theme, where the address chooses them."""
    parameters = parse_qsl(request.query_string.decode("latin-1"))
    return {name: value for name, value in parameters if value in _CHOICES.get(name, ())}


def _cookies(request: Request) -> dict[str, str]:
    try:
        held = SimpleCookie((request.header("cookie") or "")[:4096])
    except CookieError:
        return {}
    return {name: morsel.value for name, morsel in held.items() if morsel.value in _CHOICES.get(name, ())}
