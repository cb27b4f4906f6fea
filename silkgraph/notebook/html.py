"""Tables in HTML: everything that comes from the graph or an endpoint is escaped, and only http(s) links are made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from silkgraph.notebook.terms import Iri, Value

MOST_ROWS = 50
LONGEST_CELL = 300


def table(columns: Sequence[str], rows: Sequence[Sequence[Value | None]], note: str = "") -> str:
    """A table of the first rows, with a note about those left out.

    >>> table(["n"], [[1], [2]], "2 rows")
    '<div><table><thead><tr><th>n</th></tr></thead><tbody><tr><td style="text-align:right">1</td></tr><tr><td \
style="text-align:right">2</td></tr></tbody></table><p>2 rows</p></div>'
    """
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows[:MOST_ROWS])
    below = f"<p>{escape(note)}</p>" if note else ""
    return f"<div><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{below}</div>"


def link(iri: str, shown: str = "") -> str:
    """A link to a thing, under its short name; plain text where the IRI is not of the web."""
    text = escape(shown or Iri(iri).short)
    if not iri.startswith(("https://", "http://")):
        return text
    return f'<a href="{escape(iri, quote=True)}" rel="noopener noreferrer" target="_blank">{text}</a>'


def paragraphs(lines: Iterable[str]) -> str:
    """Lines that are HTML already, each a paragraph."""
    return "".join(f"<p>{line}</p>" for line in lines)


def _cell(value: Value | None) -> str:
    if value is None:
        return "<td></td>"
    if isinstance(value, Iri):
        return f'<td style="text-align:left">{link(value)}</td>'
    if isinstance(value, str):
        text = value if len(value) <= LONGEST_CELL else f"{value[:LONGEST_CELL]}…"
        return f'<td style="text-align:left">{escape(text)}</td>'
    return f'<td style="text-align:right">{escape(str(value))}</td>'
