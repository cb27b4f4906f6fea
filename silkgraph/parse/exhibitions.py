"""Exhibitions and shows that travel: ``“丝路遗珍”文物特展明年3月将|亮相|开罗``, ``“X”展|赴|罗马|展出``.

The thing is the subject, as with what arrives, but a place stands behind the verb.
"""

from __future__ import annotations

import re

from silkgraph.model import Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.adverbials import strip_adverbials
from silkgraph.parse.coordination import Party
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.labels import clean_label
from silkgraph.parse.makers import made_by
from silkgraph.parse.tense import lies_ahead
from silkgraph.recognise.brackets import Span

KEYWORDS = "亮相|登陆|走进|移师|展出|巡展|巡演|巡映|开展|展映|上演|献演|开演|公演"
_SHOWN = re.compile(
    r"(?P<thing>[^，]{3,50}?(?:展|展览|展映|大展|画展|音乐会|舞剧|歌剧|话剧|京剧|杂技剧|电影周|电影展|艺术节|剧目|演出)”?)"
    r"(?P<when>(?!览)[^，展演]{0,30}?)"
    r"(?:(?:将|已|首次|再次|正式|陆续|先后|率先)*(?:亮相|登陆|走进|移师)(?P<place>[^，的《》“”与]{2,24}?)(?:展出|巡展|演出|举行|举办)?"
    r"|(?:将|已|首次|再次|正式|陆续|先后|率先)*(?:赴|到|去|前往|在)(?P<where>[^，的《》“”]{2,30}?)(?:巡回)?"
    r"(?:展出|巡展|巡演|巡映|开展|展映|上演|献演|公演|开演|亮相))$"
)
_BY = re.compile("(?:由|与)")
_VAGUE = re.compile("^(?:这|该|此|本|其|多个|更多|各类|一批|一场)")


def shown(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """The exhibition or the show, to come or done as its times say, by those whom its attribute names."""
    start = context.grammar.strip_leading(context.text, clause)[0]
    match = _SHOWN.match(context.text, start, clause[1])
    if match is None or _VAGUE.match(match["thing"]) or "“" not in match["thing"] and "《" not in match["thing"]:
        return []
    made = made_by(match.span("thing"), context)
    thing = context.words((made.thing[0], strip_adverbials(context.text, made.thing, context.names).end))
    ahead = context.grammar.modality.announced.search(match["when"]) or lies_ahead(
        context.text, (clause[0], match.end("when"))
    )
    announced = ahead or "将" in context.words(clause)[len(match["thing"]) :]
    status: Status = "announced" if announced else "concluded"
    makers: tuple[Party, ...] = discourse.resolved(made.subjects)
    return [Frame("event", clean_label(thing), status, makers, discourse.resolved(made.partners), clause)]
