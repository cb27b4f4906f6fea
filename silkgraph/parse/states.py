"""States that are parties although the sentence does not say so: named in front of the thing, or the other of two.

``中国与老挝跨境支付合作``, ``中格地理标志保护与合作协定``, ``中圭文化旅游年``; and in the report of a visit
``中方将提供1亿元无偿援助``, which goes to whom the title names beside China.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import Party
from silkgraph.parse.owners import named_after
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.countries_named import may_begin_with_country, named_countries, shortens_country
from silkgraph.recognise.offices import acts_for_china
from silkgraph.recognise.words import is_border
from silkgraph.values import replace

_FOR_GOVERNMENTS = re.compile("代表(?:本国|两国|各自国?家?|双方|三国|各国)政府")
_SHORTEST_NAME = 3
_OF_STATES = frozenset(("government", "ministry-or-agency"))
_POST = re.compile(
    "(?:中国|我国)?驻(?P<land>[^，、]{2,10}?)(?:使领馆|大使馆|使馆|大使|总领事馆|总领事|经商处|经济商务处)"
)
_LONGEST_PAIR = 14
_JOINED = re.compile(r"[与和同]")
_DASHED = re.compile(r"[—－-]")
_YEAR = re.compile(r"年[”’》]?$")
_WITNESSED = re.compile(
    "(?:共同|一同|一道|两国(?:元首|领导人|总理|总统|首脑|外长))(?:见证|出席)[^。，]{0,12}(?:签署|签字|交换|签约)?"
)
_TO_OTHERS = re.compile("[对向给](?!华|外)[^，]{2,40}?(?:国|地区|公民|人员)")
"""``对|53个非洲建交国|实施零关税``: it is said for whom."""
_AIDING = re.compile("援[建助]|捐建|捐赠|赠送")
_CAME_ABOUT = frozenset(("arrived", "named-thing"))
_GIVEN = frozenset(("pledged", "funded", "enlarged"))


def with_states(frame: Frame, context: Context) -> Frame:
    """The frame with the states that it is between, where nobody is named."""
    if not frame.initiators and not frame.partners:
        start = context.text.find(frame.label, *frame.span)
        found = _in_front((start, start + len(frame.label)), frame, context) if start >= 0 else ()
        found = found or _of_witnesses(frame, start, context)
        if not found and start >= 0 and frame.rule in _CAME_ABOUT:
            return named_after(frame, (start, start + len(frame.label)), context)
        return replace(frame, initiators=found[:1], partners=found[1:]) if found else frame
    given = frame.rule in _GIVEN or frame.rule == "transitive" and _AIDING.search(context.text, *frame.span) is not None
    if given and not frame.partners and len(frame.initiators) == 1:
        before = context.text.find(frame.label, *frame.span) if frame.label else 0
        before = frame.span[1] if before < 0 else before
        if _TO_OTHERS.search(context.text, frame.span[0], max(before, frame.span[0])):
            return frame
        other = _other_side(frame.initiators[0], context)
        return replace(frame, partners=(other,)) if other else frame
    return frame


def _of_witnesses(frame: Frame, start: int, context: Context) -> tuple[Party, ...]:
    """The two states of the title, where those who look on are told only by their names."""
    if frame.kind != "agreement" or start < 0:
        return ()
    begin = max(context.text.rfind("。", 0, start), context.text.rfind("\n", 0, start)) + 1
    if _WITNESSED.search(context.text, begin, start) is None:
        return ()
    named = {country.code: country.name for country in context.setting.countries}
    if len(named) < 2:
        named |= {country.code: country.name for country in context.setting.lead}
    states = sorted(named.items(), key=lambda item: item[0] != "CN")
    return tuple(Party(name, 0, 0, False) for _, name in states) if len(states) == 2 else ()


def _in_front(label: Span, frame: Frame, context: Context) -> tuple[Party, ...]:
    """The two states that a label begins with.

    Joined by 与 in whatever there is between them; as a compound or with a dash only in a text that they sign and
    in a year that they hold, since 中欧班列 and 中国—东盟博览会 are names.
    """
    start, end = label[0], min(label[1], label[0] + _LONGEST_PAIR)
    if not may_begin_with_country(context.text, (start, end), context.names):
        return ()
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


def for_states(frame: Frame, context: Context) -> Frame:
    """The frame with the state or government for which somebody acts.

    ``国家主席同贝宁总统见证签署``: 中国 and 贝宁. ``中国驻科摩罗大使与科摩罗外长分别代表两国政府签署``: the
    governments sign, not the envoys; a minister signs for his ministry.
    """
    if any(acts_for_china(party.name) for party in (*frame.initiators, *frame.partners)):
        initiators, partners = (tuple(map(_state, side)) for side in (frame.initiators, frame.partners))
        frame = replace(frame, initiators=initiators, partners=partners)
    if _FOR_GOVERNMENTS.search(context.text, *frame.span) is None:
        return frame
    return replace(
        frame,
        initiators=tuple(_government(party, context) for party in frame.initiators),
        partners=tuple(_government(party, context) for party in frame.partners),
    )


def _state(party: Party) -> Party:
    return replace(party, name="中国") if acts_for_china(party.name) else party


def _government(party: Party, context: Context) -> Party:
    land = context.names.country_prefix(party.name)
    envoy = land is not None and (party.name == land or party.name.endswith(("大使", "公使", "代办")))
    return replace(party, name=f"{land}政府") if envoy else party


def with_countries(frame: Frame, context: Context) -> Frame:
    """The frame with the country of bodies that tell none, where the title names two states and the others are of one.

    In a report of talks between China and Oman who signs with a Chinese bank is of Oman: ``索哈尔港口和自由区``.
    """
    if context.names.countries.shortened_here:
        frame = replace(
            frame,
            initiators=tuple(_of_shortened(party, context) for party in frame.initiators),
            partners=tuple(_of_shortened(party, context) for party in frame.partners),
        )
    frame = _with_post(frame, context)
    codes = [country.code for country in context.setting.countries]
    between_two = len(codes) == 2 and "CN" in codes  # between two others stands whoever tells of them
    initiators = tuple(_of_short_country(p, codes if between_two else (), context) for p in frame.initiators)
    partners = tuple(_of_short_country(p, codes if between_two else (), context) for p in frame.partners)
    if (initiators, partners) != (frame.initiators, frame.partners):
        frame = replace(frame, initiators=initiators, partners=partners)
    if not between_two or _names_others(frame, codes, context):
        return frame
    of_initiators, of_partners = (_codes(side, context) for side in (frame.initiators, frame.partners))
    return replace(
        frame,
        initiators=_of_the_other(frame.initiators, of_partners, codes, context),
        partners=_of_the_other(frame.partners, of_initiators, codes, context),
    )


def _names_others(frame: Frame, codes: Sequence[str], context: Context) -> bool:
    """Whether the paragraph speaks of further countries, so that a body may be of one of them."""
    begin = context.text.rfind("\n", 0, frame.span[0]) + 1
    end = context.text.find("\n", frame.span[1])
    span = (begin, end if end >= 0 else len(context.text))
    named = named_countries(context.text, span, context.names, context.setting.mentioned)
    return any(country.code not in codes for country in named)


def _of_short_country(party: Party, codes: Sequence[str], context: Context) -> Party:
    """``科农业和渔业部`` in a report of talks with 科摩罗: the characters before the name are the country's.

    Where the title does not name the two states (``codes``), a ministry or government is of the one country that
    the text names so: ``几比渔业部`` beside 几内亚比绍.
    """
    name = party.name
    if party.country or len(name) < _SHORTEST_NAME or context.names.country_of(name) or context.names.is_known(name):
        return party
    for length in (1, 2):
        kind = context.lexicon.organisation_type(name[length:])
        if kind is None or not codes and kind not in _OF_STATES or not is_border(name, length, (0, len(name))):
            continue
        meant = _abbreviated(name[:length], codes, context)
        if len(meant) == 1:
            return replace(party, country=meant.pop())
    return party


def _abbreviated(short: str, codes: Sequence[str], context: Context) -> set[str]:
    """The countries of the title, or of the whole text, that one or two characters stand for."""
    named = {code: name for code, name in context.setting.mentioned.items() if code != "CN"}
    if len(short) > 1:
        return {code for code, name in named.items() if shortens_country(short, name)}
    usual = set(context.names.countries.candidates(short))
    return usual & set(codes or named) or {code for code, name in named.items() if name[0] == short}


def _with_post(frame: Frame, context: Context) -> Frame:
    """``中国驻马达加斯加大使馆向|阿诺西大区政府|捐赠``: with whom an embassy deals is of the country where it is."""
    posts = [post["land"] for party in frame.initiators if (post := _POST.match(party.name))]
    code = context.names.countries.code(posts[0]) if len(posts) == 1 else None
    if code is None:
        return frame
    return replace(
        frame,
        partners=tuple(
            replace(party, country=code)
            if not party.country
            and not party.generic
            and context.names.country_of(party.name) is None
            and not context.names.is_known(party.name)
            and not context.lexicon.international.search(party.name)
            else party
            for party in frame.partners
        ),
    )


def _of_shortened(party: Party, context: Context) -> Party:
    """``中非``, ``中非卫生部`` where the text tells that 中非 is a country."""
    countries = context.names.countries
    short = next((name for name in countries.shortened_here if party.name.startswith(name)), None)
    if short is None or party.name.startswith(countries.shortened[short]):
        return party
    if party.name == short:
        return replace(party, name=countries.shortened[short])
    code = context.names.country_of(party.name)
    return replace(party, country=code) if code == countries.code(short) else party


def _codes(parties: Iterable[Party], context: Context) -> set[str | None]:
    return {party.country or context.names.country_of(party.name) for party in parties}


def _of_the_other(
    parties: tuple[Party, ...], across: set[str | None], codes: Sequence[str], context: Context
) -> tuple[Party, ...]:
    """The parties; those without a country have the one that the other side has not."""
    if len(across) != 1 or not across <= set(codes):
        return parties
    other = next(code for code in codes if code not in across)
    return tuple(
        replace(party, country=other)
        if party.country is None
        and not party.generic
        and context.names.country_of(party.name) is None
        and not context.lexicon.international.search(party.name)
        and not context.names.is_known(party.name)
        else party
        for party in parties
    )
