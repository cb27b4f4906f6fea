"""The bodies that a clause begins with which tells no outcome itself, and which act in the clauses after it.

``商会目前有会员37家，同甲签署X``, ``四国决定：``, ``甲、乙两公司负责人率团出席，``.
"""

from __future__ import annotations

from silkgraph.parse.acts import Context
from silkgraph.parse.coordination import Party, parties
from silkgraph.recognise.brackets import Span, depths
from silkgraph.recognise.references import is_reference

_LONGEST = 60
_NO_SUBJECT = "与和同、及的"
"""What follows a name that is not the subject by itself."""


def opening_parties(span: Span, context: Context) -> tuple[Party, ...]:
    """The bodies that are the subject of the clause in ``span``; nobody where that cannot be told."""
    text, names = context.text, context.names
    start, end = context.grammar.strip_leading(text, span)
    end = min(end, start + _LONGEST)
    depth = depths(text[start:end])
    known = names.known_spans(text, start, end)
    if context.grammar.statements.match(text, start, end):
        return _known_opening((start, end), context)
    for match in context.grammar.statements.finditer(text, start + 1, end):
        position = match.start()
        if depth[position - start] or any(s < position < e for s, e in known):
            continue
        if any(start < s and e == position for s, e in known) and names.known_at(text, start, position) is None:
            continue  # 中国借鉴国际货币基金组织: something is done with the body
        found = parties(text, (start, position), names)
        if found and all(names.is_particular(p.name) or is_reference(p.name) for p in found):
            return tuple(found)
    return _known_opening((start, end), context)


def _known_opening(span: Span, context: Context) -> tuple[Party, ...]:
    """The known body or the country that the clause begins with, whatever follows."""
    text, names = context.text, context.names
    start, end = span
    name = names.known_at(text, start, end)
    country = names.country_prefix(text[start:end])
    if name is None and country and names.countries.subdivisions.isdisjoint((country,)):
        name = country + "政府" if text.startswith("政府", start + len(country)) else country
    if name is None or text[start + len(name) : start + len(name) + 1] in _NO_SUBJECT:
        return ()
    return (Party(name, start, start + len(name), names.is_generic(name)),)
