"""Whose 我们 a speech or a quotation speaks with: ``肯尼亚总统鲁托在论坛开幕式上的致辞``, ``鲁托说，我们将签署…``.

The head of a document tells it by an office, or by a Chinese name; a quotation by who is said to say it.
"""

from __future__ import annotations

import functools
import re

from silkgraph.parse.acts import Context
from silkgraph.parse.coordination import Party
from silkgraph.recognise.lexicon import any_of
from silkgraph.recognise.offices import offices
from silkgraph.recognise.talks_titled import names_a_chinese_host

_SPEECH = re.compile(
    "(?:讲话|致辞|致词|演讲|发言|贺词|贺信|开幕词|闭幕词|主旨报告|国情咨文|电视讲话|新年献词)"
    "(?:稿)?(?:[（(](?:全文|节选|摘要|摘录|要点|实录|译文)[)）])?(?=[ \n]|$)"
)
_WHO = re.compile(
    r"(?:[—－-]*)(?P<who>[^，。：《》\s]{2,30}?)(?:\d{1,2}月)?(?:\d{1,2}日)?(?=在|于|出席|向(?!上)|就|发表|[ \n]|$)"
)
_LINES, _LONGEST_LINE = 6, 60
_SAYS = re.compile("说|表示|指出|宣布|强调|称|谈到|致辞|讲话|演讲|介绍|透露|承诺|发言|写道")
_FAR = 2000
_BREAK = "\n"


@functools.cache
def _office() -> re.Pattern[str]:
    return re.compile(f"[^，。；：“”、与和同的]{{0,8}}?(?:{any_of(offices())})")


def speaker_of(context: Context) -> str | None:
    """The country of who gives the speech that the document is; None where its head does not tell."""
    title = context.setting.title
    if _SPEECH.search(title) is None:
        return None
    lines = [*title.split(" "), *context.text[: _LINES * _LONGEST_LINE].split("\n")[:_LINES]]
    for line in lines:
        match = _WHO.match(line.strip("（()） ")) if len(line) <= _LONGEST_LINE else None
        if match is None:
            continue
        if names_a_chinese_host(match["who"]) and context.names.country_of(match["who"]) is None:
            return "中国"
        if (land := _country_in_office(match["who"], (0, len(match["who"])), context)) is not None:
            return land[0]
    return None


def quoted_speaker(position: int, context: Context) -> str | None:
    """The country of the one whose words stand at ``position``: ``肯尼亚总统鲁托说：“|我们``."""
    far = max(0, position - _FAR)
    begin = max(far, context.text.rfind(_BREAK, far, position) + 1)
    found = _country_in_office(context.text, (begin, position), context)
    if found is None or _SAYS.search(context.text, found[1], position) is None:
        return None
    return found[0]


def _country_in_office(text: str, span: tuple[int, int], context: Context) -> tuple[str, int] | None:
    """The last country of which an office is named there, and where the office ends."""
    found: tuple[str, int] | None = None
    for start, end in context.names.country_names.find(text, *span):
        office = _office().match(text, end, span[1])
        if office is not None:
            found = text[start:end], office.end()
    return found


def party_of(land: str) -> tuple[Party, ...]:
    """The country as a party."""
    return (Party(land, 0, 0, False),)
