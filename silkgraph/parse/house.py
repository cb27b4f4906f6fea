"""The body whose paper a document is: whom 公司, 理事会, 学校 mean there, whoever is named in between.

A newsletter names it in its head (``中国出口信用保险公司《信保通讯》第9期``) and calls it 公司 from there on; so does a
report whose headline names one company. Nobody, where the head names two of a kind.
"""

from __future__ import annotations

import re

from silkgraph.parse.acts import Context
from silkgraph.parse.coordination import Party
from silkgraph.recognise.antecedents import first_name_with
from silkgraph.recognise.lexicon import called
from silkgraph.recognise.names import Names
from silkgraph.recognise.references import is_reference

HEAD = 400
"""How far into a document the name of the body is looked for that writes it."""
_HERE = frozenset("省市县区校台社") | {"公司", "集团", "院", "馆"}
"""Kinds of bodies of which whoever writes Chinese says 我校, 我省 of a Chinese one."""
MISSIONS = ("使馆", "大使馆", "总领馆", "总领事馆", "领事馆")
"""What a mission calls itself in its papers."""
_MET = re.compile("(?P<one>[^，：]{3,24}?)(?:会见|会晤)(?P<other>[^，：]{3,30}?)(?:一行)?(?:$|[ ，]|并|签署|时)")
_SIGN = re.compile(
    "(?P<both>[^，：]{6,60}?)(?:续签|签署|签订|签约|举行|缔结|达成|联合|共同|携手|启动|建立|成立|深化|加强|互换|开展|合作)"
)
_TYPES = {
    "校": "university",
    "学校": "university",
    "校方": "university",
    "行": "bank",
    "银行": "bank",
    "公司": "company",
    "集团": "company",
}


def writer(kind: str, context: Context) -> str | None:
    """The body that ``我校`` and ``本行`` mean: the title's, else the first of that kind in the document's head."""
    found = _in_title(kind, context) or _first(kind, context.text[:HEAD], context)
    if found is None or kind not in _HERE:
        return found
    land = context.names.country_of(found)
    return found if land in (None, "CN") else None  # 我省, in a Chinese text, is no foreign one


def house(kind: str, context: Context) -> str | None:
    """The body that a bare ``公司`` means; None unless the head of the document says whose paper it is."""
    if kind in MISSIONS:
        return _mission(kind, context)
    found = _in_title(kind, context)
    if found is not None:
        return found
    first = _first(kind, context.text[:HEAD], context)
    if first is None:
        return None
    before = context.text.find(kind) < context.text.find(first)  # 【公司要闻】 above the name
    return first if before or re.search(f"[我本]{kind}", context.text) else None


def _mission(kind: str, context: Context) -> str | None:
    """The one mission that the head of the document names: ``中国驻卢旺达使馆``; None where it is in two countries."""
    named = re.search(
        rf"(?:中国|我)?驻[^，。；：（）\s]{{2,16}}?{kind}", context.setting.title + "\n" + context.text[:HEAD]
    )
    if named is None or "、" in named.group():
        return None
    return named.group() if context.names.is_particular(named.group()) else None


def title_pair(context: Context) -> tuple[Party, ...]:
    """The two bodies that the headline says meet or sign with each other: 双方 are these, not their countries."""
    title, names = context.setting.title, context.names
    met = _MET.match(title)
    if met is not None:
        spans = (met.span("one"), met.span("other"))
        found = [_body(title[slice(*span)], names) for span in spans]
    else:
        both = _SIGN.match(title)
        head = context.grammar.read(title, both.span("both"), signing=True) if both else None
        parties = (*head.subjects, *head.counterparts) if head else ()
        found = [_body(party.name, names) for party in parties]
    pair = [name for name in found if name and not names.is_country(name)]
    return tuple(Party(name, 0, 0, False) for name in pair) if len(pair) == len(found) == 2 else ()


def _body(words: str, names: Names) -> str | None:
    """The body that the words name, or for which somebody acts (``海关总署署长``)."""
    if names.is_particular(words) and not is_reference(words):
        return words
    return names.body_behind(words)


def _in_title(kind: str, context: Context) -> str | None:
    """The one body of the kind that the title names, by its full name if the text has that."""
    title, names = context.setting.title, context.names
    named = _first(kind, title, context)
    of_type = [
        body for body in context.setting.bodies if (e := names.authority.find(body)) and e.type == _TYPES.get(kind)
    ]
    if named is not None:
        rest = title.replace(named, "", 1)
        return named if _first(kind, rest, context) is None else None
    if len(of_type) != 1:
        return None
    entry = names.authority.find(of_type[0])
    return entry.name_zh if entry is not None and entry.name_zh in context.text else of_type[0]


def _first(kind: str, text: str, context: Context) -> str | None:
    """The first name in a text that ends as the kind's names do."""
    found = (first_name_with(ending, text, len(text), context.names) for ending in called(kind))
    return min((name for name in found if name is not None), key=text.find, default=None)
