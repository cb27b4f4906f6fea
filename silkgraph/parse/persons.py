"""For whom a person acts who is called by family name and office only: ``林大使``, ``李总经理``, ``张会长``.

The text has introduced them before (``商会会长张某``, ``中国驻科摩罗大使林某``), or there is one body of the kind that
the office belongs to. A person is never a party; where it is not known for whom he acts, nobody is named.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from silkgraph.parse.acts import Context
from silkgraph.recognise.antecedents import name_ending_at
from silkgraph.recognise.offices import person

_ENVOYS = ("大使", "公使", "参赞", "总领事", "代办")
_ENVOY_OF = re.compile("(?P<land>[\u4e00-\u9fff]{2,8})(?:常)?驻[^，。；、（）]{1,14}$")
_OUR_EMBASSY = re.compile("中国驻[^，。；]{1,14}使馆|我(?:国)?驻[^，。；]{1,14}(?:使馆|大使)|中国驻[^，。；]{1,12}大使")
_HOUSES = {
    "总经理": "公司",
    "董事长": "公司",
    "总裁": "公司",
    "经理": "公司",
    "行长": "行",
    "校长": "校",
    "院长": "院",
    "馆长": "馆",
    "台长": "台",
    "社长": "社",
    "署长": "署",
    "局长": "局",
    "厅长": "厅",
    "市长": "市",
    "省长": "省",
    "会长": "商会",
}
"""The kind of body that an office is one of, where the person was not introduced."""
_HEAD, _REACH = 4000, 20000
"""How far into a document its embassy is named, and how far back a person was introduced."""
_FIRST = re.compile("[部局署厅司市省州县区院馆所处]长$")


def acts_for(name: str, before: int, context: Context, of_kind: Callable[[str, int], str | None]) -> str | None:
    """The body for which a person acts whom ``name`` calls by family name and office; None if it is not known.

    Args:
        before: where the name stands.
        of_kind: the body that a kind of body (公司, 行) means at an offset.
    """
    found = person(name)
    if found is None:
        return None
    surname, office = found
    plain = office.removeprefix("副")
    introduced = _introduced(surname, plain, before, context)
    if introduced is not None:
        return introduced
    if plain in _ENVOYS:
        return "中国" if _OUR_EMBASSY.search(context.text, 0, _HEAD) else None
    kind = _HOUSES.get(plain)
    body = of_kind(kind, before) if kind else None
    return body if body and context.text.find(body, max(0, before - _REACH), before) >= 0 else None


def _introduced(surname: str, office: str, before: int, context: Context) -> str | None:
    """The body that stands before the office where the text has both it and the person's full name."""
    at = context.text.rfind(office + surname, max(0, before - _REACH), before)
    if at < 0:
        return None
    start = at - 1 if context.text[at - 1 : at] == "副" else at
    if office in _ENVOYS:
        sent = _ENVOY_OF.search(context.text, max(0, start - 24), start)
        land = sent and (context.names.country_prefix(sent["land"]) or _last_country(sent["land"], context))
        return land or None
    if start == at and _FIRST.search(office) and (whole := name_ending_at(context.text, at + 1, context.names)):
        return whole
    return name_ending_at(context.text, start, context.names)


def _last_country(words: str, context: Context) -> str | None:
    """The country that ends the words (``日前，中国``)."""
    ends = (words[start:] for start in range(len(words) - 1))
    return next((name for name in ends if context.names.is_country(name)), None)
