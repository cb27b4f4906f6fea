"""States that are parties although the sentence does not say so: named in front of the thing, or the other of two.

``中国与老挝跨境支付合作``, ``中格地理标志保护与合作协定``, ``中圭文化旅游年``; and in the report of a visit
``中方将提供1亿元无偿援助``, which goes to whom the title names beside China.
"""

from __future__ import annotations

import re
from dataclasses import replace

from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import Party
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.countries_named import named_countries

_LONGEST_PAIR = 14
_JOINED = re.compile(r"[与和同]")
_DASHED = re.compile(r"[—－-]")
_YEAR = re.compile(r"年[”’》]?$")
_AIDING = re.compile("援[建助]|捐建|捐赠|赠送")
_GIVEN = frozenset(("pledged", "funded", "enlarged"))


def with_states(frame: Frame, context: Context) -> Frame:
    """The frame with the states that it is between, where nobody is named."""
    if not frame.initiators and not frame.partners:
        start = context.text.find(frame.label, *frame.span)
        found = _in_front((start, start + len(frame.label)), frame, context) if start >= 0 else ()
        return replace(frame, initiators=found[:1], partners=found[1:]) if found else frame
    given = frame.rule in _GIVEN or frame.rule == "transitive" and _AIDING.search(context.text, *frame.span) is not None
    if given and not frame.partners and len(frame.initiators) == 1:
        other = _other_side(frame.initiators[0], context)
        return replace(frame, partners=(other,)) if other else frame
    return frame


def _in_front(label: Span, frame: Frame, context: Context) -> tuple[Party, ...]:
    """The two states that a label begins with.

    Joined by 与 in whatever there is between them; as a compound or with a dash only in a text that they sign and
    in a year that they hold, since 中欧班列 and 中国—东盟博览会 are names.
    """
    start, end = label[0], min(label[1], label[0] + _LONGEST_PAIR)
    found: dict[str, Party] = {}
    joints = ""
    reached = start
    for country in named_countries(context.text, (start, end), context.names, context.setting.mentioned):
        between = context.text[reached : country.start] if country.start > reached else ""
        if len(between) > 1 or country.start > start and not found:
            break
        joints += between
        found.setdefault(country.code, Party(country.name, country.start, country.end, False))
        reached = max(reached, country.end)
    if len(found) != 2:
        return ()
    between_states = frame.kind == "agreement" or frame.kind == "event" and _YEAR.search(frame.label)
    if _JOINED.fullmatch(joints) or between_states and (not joints or _DASHED.fullmatch(joints)):
        return tuple(found.values())
    return ()


def _other_side(giver: Party, context: Context) -> Party | None:
    """The one of two states of the title that is not the giver; None unless the giver is the other."""
    countries = {country.code: country.name for country in context.setting.countries}
    names = context.names
    code = "CN" if giver.name in ("中方", "我方") else names.countries.code(giver.name.removesuffix("政府"))
    if len(countries) != 2 or code not in countries:
        return None
    return next(Party(name, 0, 0, False) for other, name in countries.items() if other != code)
