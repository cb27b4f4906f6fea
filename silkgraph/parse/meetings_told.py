"""Meetings that are told only as the place of something: ``在21日举行的|中国—中亚海关署长会议|上，各方讨论了…``.

A day says that it was held now, not in some year that the text looks back on.
"""

from __future__ import annotations

import re

from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.labels import clean_label
from silkgraph.recognise.brackets import Span

_ENDINGS = ("上", "期间", "间隙", "开幕式", "闭幕式")
_DAY = r"(?:(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:至\d{1,2}日)?|[今昨前当同]日|[今昨当]天|日前|近日|正在|刚刚)"
_PLACE = r"(?:[在于][^，在于的]{2,14}?)"
KEYWORDS = "(?:举行|召开|举办|开幕|闭幕|落幕|结束)的"
_OCCASION = re.compile(
    rf"(?:[^，]{{0,20}}?(?P<attending>出席|参加)了?)?(?:在|于)?(?:{_DAY}{_PLACE}?|{_PLACE}?{_DAY})(?:正式|圆满|刚刚|线上)*{KEYWORDS}"
    r"(?P<event>[^，的]{6,40}?)(?P<when>上|期间|间隙|开幕式(?:上)?|闭幕式(?:上)?)?$"
)


def meeting_told(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """The meeting that the clause says was held while something else came about."""
    text = context.text
    if not text.endswith(_ENDINGS, *clause) and text.find("席", *clause) < 0 and text.find("参加", *clause) < 0:
        return []
    match = _OCCASION.match(text, *clause)
    if match is None or not (match["attending"] or match["when"]):
        return []
    noun = context.lexicon.head(match["event"].rstrip("”"))
    if noun is None or noun.kind != "event" or len(match["event"]) < len(noun.form) + 4:
        return []
    discourse.event = clean_label(match["event"])
    return [Frame("event", discourse.event, "concluded", (), (), clause)]
