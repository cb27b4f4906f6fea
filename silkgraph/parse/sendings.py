"""Where people go who are sent by number: ``派遣|12名专家赴莱索托开展菌草技术培训`` is help to Lesotho.

Without a country that is named they are sent to nobody in particular.
"""

from __future__ import annotations

import re

from silkgraph.parse.acts import Act, Context
from silkgraph.parse.coordination import Party, parties
from silkgraph.recognise.brackets import Span

SENDING = ("派遣", "派出", "选派", "增派", "派驻", "派", "选送")
_TO = re.compile(
    "(?<=[^，、来])(?:赶?赴|前往|到|去)(?P<where>[^，的\\d“《]{2,40}?)(?:$|[，等]|(?:各地|当地|境内)?"
    "(?:开展|执行|参与|参加|进行|实施|提供|协助|从事|指导|支援|工作|任教|交流|安装|讲学|驻点|援助|承担|帮助|担任|教授))"
)


def destinations(act: Act, item: Span, context: Context) -> tuple[Party, ...]:
    """The foreign countries, or bodies of such, to which an act sends somebody; none where it sends nobody."""
    if act.predicate.verb.form not in SENDING:
        return ()
    match = _TO.search(context.text, *item)
    if match is None:
        return ()
    named = parties(context.text, match.span("where"), context.names)
    codes = [context.names.countries.code(party.name) or context.names.country_of(party.name) for party in named]
    return tuple(named) if named and all(code and code != "CN" for code in codes) else ()
