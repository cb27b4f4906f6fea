"""Adverbials between a subject and its verb: when, where and how something happened.

In ``第九届丝路博览会定于9月12日至15日在杨凌|举行`` the event is 第九届丝路博览会; ``定于`` says that it is to come.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from silkgraph.recognise.brackets import Span, depths, inside
from silkgraph.recognise.names import Names
from silkgraph.recognise.patterns import last_character
from silkgraph.values import dataclass

_DAY = r"(?:(?:\d{4}年|今年|明年|后年|去年|前年|本|上|下|次)?(?:\d{1,2}月份?)?(?:\d{1,2}[日号])?)"
_TIME = re.compile(
    r"(?:(?:自|从|于|在|至|到|截至|将于|拟于|确定于|(?<![协规约])定于|预定于|计划于|(?:(?<=工程)|(?<=项目)|(?<=[一二三四]期))计划)?(?:"
    r"(?:\d{4}年|今年|明年|后年|去年|前年|翌年)?\d{1,2}月(?:份|底|初|中旬|上旬|下旬|末)?(?:\d{1,2}[日号])?"
    r"|(?:\d{4}年|今年|明年|后年|去年|前年|翌年|同年|当年)(?:内|底|初|末|中|底前|上半年|下半年|年中|年底|年初)?"
    r"|\d{1,2}[日号]|(?:本|下|上|当)月(?:内|底|初|末)?(?:\d{1,2}[日号])?"
    r"|(?:第?[一二三四]|[1-4])季度|[春夏秋冬]季|[春夏秋冬]天|上半年|下半年|首季|末季|年内|年底前?|年初|月底前?|近期|近日|日前|早前|早些时候"
    r"|[今昨前明]（[^（）]{1,4}）[日天晚]?|今[天日晨晚早]|昨[天日晚]|前[天日晚]|明[天日晚]|当[天日晚]|同[日天]|翌日|次日|期间|今起|即时起|由?即日起|会[上后前]|席间|现场|届时|即日起?|此前|此后|随后|其后|稍后|之后"
    r"|(?:未来|今后)?[\d一二三四五六七八九十两]+(?:个?年|个?月)(?:内|后|期间|间|来)?"
    r"|(?:\d{1,2}(?:时|点)(?:\d{1,2}分)?)"
    r")(?:上午|下午|晚间?|凌晨|中午|傍晚|清晨)?(?:至|到|—|-)?(?:起|开始|以来|以前|之前|前|后|底|内)?)$"
)
_PLACE = re.compile(
    r"(?:移师|移至|转至|转到|花落|移往|(?<![存现内实正所位设建落座关对由基鉴])[在于]|(?<!自)从(?!事))"
    r"(?P<where>[^，“”《》在于由移]{1,28})$"
)
_MADE = re.compile("(?:[设建成创]立|[建开投]设|[援承共合新修]建|投资|开办|创办|运营)的.")
"""``在列日|设立的海外仓``: what stands there is a thing, not only where."""
_SURROUNDING = re.compile("(?:会展中心|会议中心|展览中心|文化中心|总部|办公室|使馆|大学|学院|博物馆|图书馆)$")
"""Where something is held, rather than a thing: ``在仰光的国家会议中心|举行``."""
_NO_PLACE = ("方面", "领域", "框架")
_MANNER = re.compile(
    r"(?:已经|已|将会|即将|(?<!健)将|(?<![修公指改校])正|正在|正式|成功|顺利|全面|同步|同时|一并|一致|再次|首次|再度|陆续|相继|先后|随即|也|(?<![归偿])还|"
    r"(?<![细规原准守总])则|又|亦|(?<!平)均|(?<![首成])都|并|就此|由此|原则上|适时|尽早|尽快|圆满|隆重|如期|按期|共同|携手|现场|当场|对外|在线|宣告|宣布|得以|实现|常态化|"
    r"以[^，“《》以]{1,8}(?:方式|形式)|线上线下|获批|(?<!模)拟|确定|预定|预计|有望|力争|争取|决定|开始|最快|最迟|不迟|择期|择机|更名|迁址|升格|改制|分别|各自|直接|进一步|率先|亦已|业已|联手|定期|每年|隔年|轮流|共)$"
)


_TIME_ENDS, _MANNER_ENDS = last_character(_TIME.pattern), last_character(_MANNER.pattern)


@dataclass(frozen=True, slots=True)
class Stripped:
    """A phrase without the adverbials at its end: where it ends now, and the words taken off."""

    end: int
    words: str


def strip_adverbials(text: str, span: Span, names: Names) -> Stripped:
    """Takes adverbials of time, place and manner off the end of a phrase, as long as there are any.

    A place is taken off only where something stands before it that is no fragment of a name.
    """
    start, end = span
    depth = depths(text[start:end])
    known = names.known_spans(text, start, end)
    while end > start:
        cut = _cut(text, start, end, depth, known, names)
        if cut is None or cut >= end:
            break
        end = cut
    return Stripped(end, text[end : span[1]])


def _names_thing(where: str, names: Names) -> bool:
    """Whether what stands behind 在 is a thing at a place: ``上汽正大在|泰国春武里府的新能源产业园``."""
    place, _, thing = where.rpartition("的")
    noun = names.lexicon.head(thing) if place else None
    return noun is not None and noun.kind in ("programme", "institution") and not _SURROUNDING.search(thing)


def _cut(text: str, start: int, end: int, depth: Sequence[int], known: list[Span], names: Names) -> int | None:
    """Where the last adverbial before ``end`` begins; None if there is none."""
    for pattern, ending in ((_MANNER, _MANNER_ENDS), (_TIME, _TIME_ENDS), (_PLACE, None)):
        match = pattern.search(text, start, end) if ending is None or ending.match(text, end - 1) else None
        if match is None or match.start() == match.end():
            continue
        position = match.start()
        if depth[position - start] or inside(position, known) and pattern is not _MANNER:
            continue
        if pattern is _PLACE and (
            _names_thing(match["where"], names)
            or position == start
            or _MADE.search(match["where"])
            or match["where"].endswith(_NO_PLACE)
        ):
            continue
        return position
    return None
