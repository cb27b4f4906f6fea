"""Lists of objects: where a list of texts, bodies or events is cut, and what ``等`` at its end means.

``《A》《B》和C协议等文件`` is three; ``海洋渔业、灾害预警等领域合作文件`` is one.
"""

from __future__ import annotations

import re

from silkgraph.recognise.brackets import Span, depths
from silkgraph.recognise.lexicon import Lexicon

_CONNECTOR = re.compile(r"(?=[、，以和与及《“])(?:、|，|以及|和|与|及|(?<=》)(?=《)|(?<=”)(?=“))")
_ETC = re.compile("(?<![高平均同初优对])等(?![级价同距于待])")
_PARENTHESIS = re.compile(r"（[^（）]*）$")
_SERIES = re.compile(
    r"(?<=[会坛展节周日赛季营年演讲”])等?(?:[两二三四五六七八九十]+|\d+)(?:场|项|个)(?:重要|配套|系列|平行|同期|专题|主题|经贸|相关|特色|品牌|交流|文化)*(?:活动|论坛|会议|展览|赛事|专场|展会)$"
)
"""What several events are, behind them: ``丝路电商论坛、泰国主题日和茶文化周|三场配套活动``."""
_SUPPORTED = re.compile(r"以[^，“”《》]{2,30}?为[^，的“”《》]{1,8}的(?=.{2})")
_SUMMED_UP = re.compile(
    r"(?<=》)等?(?:[两二三四五六七八九十]+|\d+)(?:份|个|项|部|件)(?:重要|成果|合作|双边|最终|纲领性)*(?:文件|文本|成果|文书|协议|决议|声明|倡议|报告|出版物)$"
)
"""What several titles are, behind them: ``《甲宣言》和《乙行动计划》|两份成果文件``."""
_BETWEEN = re.compile(
    "(?:往返|往来|来往|连接|连通|联通|串联|直飞|直达)(?:于|起)?[^，、的]{2,14}[与和至及][^，、的]{2,14}的[^，、和与]{2,16}$"
)
"""``往返香港与马斯喀特的直航服务`` is one thing."""
_COMPOSED = re.compile("(?:一个)?由(?:(?!牵头|主导|发起)[^，“”《》]){2,60}?(?:组成|参加|参与|构成)的(?=.{2})")
"""Who belongs to what is set up: ``由各国使馆和中方主管部门代表组成的|联络小组``."""
_FIELDS = re.compile(r"等(?:\d+|[一二三四五六七八九十]+|多)?个?(?:重点|诸多|多个)?(?:领域|方面|行业)")
_NOUN_OF_LIST = ("协议", "备忘录", "协定", "议定书", "合同")
_LONGEST_CLOSING = 12
_SHORTEST_UNKNOWN = 4


def is_series(text: str, span: Span) -> bool:
    """Whether a list of events ends with how many they are: ``主题展、巡演、厨艺比赛|等20项活动``."""
    return "、" in text[slice(*span)] and _SERIES.search(text, *span) is not None


def objects(
    text: str, span: Span, words: Lexicon, kinds: frozenset[str] | None = None, *, lenient: bool = False
) -> list[Span]:
    """A list of objects cut where each part is a whole noun phrase; otherwise the one phrase as it stands.

    Args:
        kinds: the kinds whose head nouns may end a part; None for any.
        lenient: the last part may end with a word that no list has (``图片展、体育文化之夜``).
    """
    start, end = span
    if summed_up := _SUMMED_UP.search(text, start, end) or _SERIES.search(text, start, end):
        end = summed_up.start()
        span = start, end
    if composed := _COMPOSED.match(text, start, end):
        start = composed.end()
        span = start, end
    if _BETWEEN.match(text, start, end):
        return [span]
    supported = _SUPPORTED.match(text[start:end])
    if supported:
        return [(start + supported.end(), end)]
    etc = _outer_etc(text, span)
    stop = etc if etc is not None else end
    whole, rest = _parts(text, (start, stop), words, kinds)
    if etc is not None and kinds is not None and _FIELDS.match(text, etc):
        joint = text.rfind("以及", start, etc)
        named, open_end = _parts(text, (start, joint), words, kinds) if joint > start else ([], None)
        if named and open_end is None:  # 共建合作规划|以及|投资、海关等领域合作文件
            return [*named, (joint + len("以及"), end)]
        titles = [part for part in whole if text[part[1] - 1] == "》"]
        fields = _pieces(text, (titles[-1][1] if titles else start, end))
        return [*titles, (fields[0][0], end)]
    closes = etc is None or _closes(text[stop:end])
    if rest is not None and whole and lenient and closes and stop - rest >= _SHORTEST_UNKNOWN:
        return [*whole, (rest, stop)]
    if rest is not None or not whole:
        return [(start, stop)] if etc is not None and closes else [span]
    return whole if closes else [span]


def _parts(text: str, span: Span, words: Lexicon, kinds: frozenset[str] | None) -> tuple[list[Span], int | None]:
    """The whole parts of a list, and where the rest begins that is none."""
    result: list[Span] = []
    held: int | None = None
    for start, end in _pieces(text, span):
        first = start if held is None else held
        if _is_whole(text[first:end], words, kinds):
            result.append((first, end))
            held = None
        else:
            held = first
    return result, held


def _pieces(text: str, span: Span) -> list[Span]:
    """What stands between the connectors outside brackets, and between titles and quotations side by side."""
    connectors = [*_CONNECTOR.finditer(text, *span)]
    depth = [*depths(text[span[0] : span[1]]), 0] if connectors else []
    result: list[Span] = []
    start = span[0]
    for match in connectors:
        beside = match.start() == match.end()
        if depth[match.start() - span[0]] > beside:
            continue
        if match.start() > start:
            result.append((start, match.start()))
        start = match.end()
    if start < span[1]:
        result.append((start, span[1]))
    return result


def _closes(rest: str) -> bool:
    """Whether ``等…`` only closes the list (``等文件``) and is not the middle of one name (``等合作的谅解备忘录``)."""
    return "的" not in rest and len(rest) <= _LONGEST_CLOSING and not rest.endswith(_NOUN_OF_LIST)


def _outer_etc(text: str, span: Span) -> int | None:
    if text.find("等", *span) < 0:
        return None
    depth = depths(text[span[0] : span[1]])
    for match in _ETC.finditer(text[span[0] : span[1]]):
        if depth[match.start()] == 0 and match.start() > 0:
            return span[0] + match.start()
    return None


def _is_whole(phrase: str, words: Lexicon, kinds: frozenset[str] | None) -> bool:
    """Whether a noun phrase is complete: a title, a quoted name, or one that ends with a head noun."""
    bare = _PARENTHESIS.sub("", phrase) if phrase.endswith("）") else phrase
    if not bare:
        return False
    if bare.endswith("》") and "《" in bare:
        return True
    if bare.endswith(("”", "’")):
        return bare[0] in "“‘" or "“" in bare
    if bare.startswith(("关于", "支持", "促进", "推进", "加强")) and "的" not in bare and "协议" not in bare[-4:]:
        return False
    head = words.head(bare)
    if head is None or len(bare) < 3 or bare.endswith("香港"):
        return False
    return kinds is None or head.kind in kinds
