"""The name of the meeting that a title or sentence is about.

``为期三天的第六届“一带一路”税收征管合作论坛在第比利斯闭幕`` names 第六届“一带一路”税收征管合作论坛.
"""

from __future__ import annotations

import functools
import re

from silkgraph.read.words import words as layout_words
from silkgraph.recognise.brackets import Span, cut
from silkgraph.recognise.lexicon import any_of, lexicon

SHORTEST = 6
"""A name of fewer characters (本届论坛, 年会) names no particular event."""
_PIECES = re.compile(r"[，。；：！？|]|——")
_BEFORE_NAME = re.compile(
    r".*(?:^在|就(?!业|职|读|医)|介绍|宣布|表示|指出|出席|参加|主持|举行|召开|举办|承办|主办|协办|用好|办好|借助|依托|利用|赴|日的|天的|上午|下午|当日|[\d一二三四五六七八九十]日|(?<!存)在|于)(?=.)"
)
_MADE = re.compile(
    r"^.*(?:主办|承办|协办|举办|合办|联办|召集|牵头|发起|组织|筹办|支持|指导|召开|共建|创办|设立|搭建|推动|倡导|倡议)的(?=.{4})|^的"
)
"""What says whose event it is: ``由某某办公室牵头召集的|第四次联席会议``."""
_DESCRIBED = re.compile(r"的[^“”]{2,6}$")
"""终审法院大楼三层的会议 is described, not named."""
_ACT = re.compile("并|决定|给予|同意|接[收纳]|宣布|批准|通过|愿|将|提供|签署|发布|设立|建立|支持|加强|欢迎|加入|捐赠")
"""What no name begins with: ``决定接收老挝为对话伙伴`` names no talks."""
_CONTINUED = 8
"""A name may go on with a further event noun that follows so closely (论坛圆桌峰会)."""
_LONGEST_SHORT = 6
_OVER = re.compile(r"[在于将以由的和与]|举|召|开|闭|落|成|主席|联|发|通")


def event_named(text: str, span: Span) -> str:
    """The first particular meeting named in ``span``, "" if there is none."""
    for piece in cut(text, span, _PIECES):
        phrase = text[piece[0] : piece[1]].strip("—- （")
        found = _event_nouns().search(phrase)
        if found is None or phrase.count("《", 0, found.end()) > phrase.count("》", 0, found.end()):
            continue
        end = found.end()
        while (further := _event_nouns().search(phrase, end)) and further.start() - end < _CONTINUED:
            if _OVER.match(phrase, end):
                break
            end = further.end()
        before = _BEFORE_NAME.match(phrase[: found.start() + 1])
        name = _MADE.sub("", phrase[before.end() if before else 0 : end])
        if len(name) >= SHORTEST and not _DESCRIBED.search(name) and not _ACT.match(name):
            return name
    return ""


def shortens(short: str, full: str) -> bool:
    """Whether a word is how texts go on to call an event: ``进博会`` for 中国国际进口博览会, ``论坛`` for any forum."""
    if not 1 < len(short) <= _LONGEST_SHORT or short[-1] != full[-1:] or len(short) >= len(full):
        return False
    if full.endswith(short):
        return True
    rest = iter(full)
    return all(character in rest for character in short)


@functools.cache
def _event_nouns() -> re.Pattern[str]:
    words = lexicon()
    nouns = [form for form, head in words.heads.items() if head.kind == "event"]
    nouns += [*layout_words().meetings]
    nouns += [ending for ending, kind in words.organisation_types.items() if kind == "event-series"]
    return re.compile(f"(?:{any_of(nouns)})(?!纪要|议|伙伴|关系|机制)")
