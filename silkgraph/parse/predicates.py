"""Predicates of a sentence: where a clause's verb stands, what is its head and what its object.

``与甲签署X，与乙签署Y`` has two predicates; ``建立了A、签署了B`` too, although only 、 stands between them.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from silkgraph.parse.making import chained_attributes
from silkgraph.parse.verb_selection import VerbWord, telling_verbs, verbs_between
from silkgraph.recognise.brackets import Span, depths, trim
from silkgraph.recognise.lexicon import Lexicon, Verb
from silkgraph.recognise.names import Names
from silkgraph.values import dataclass

_COMMA = re.compile("，")
_CONJUNCTION = re.compile(r"[，、]|并|且|和|及|暨")
_AFTER_TITLE = re.compile(r"^[^、，《》]{0,6}[、，](?:以及)?")
_RELATIVE_OPENING = re.compile(r"^.*(?:参与|注意到|欢迎|落实|响应|认可)")
_REPORT = re.compile(
    r"[^，、《》的]{3,24}?(?:报告|白皮书|蓝皮书|绿皮书|指数)(?=[，、。；]|$)|(?:联合公报|联合声明|联合宣言|新闻公报|主席声明)"
)
_BOTH = re.compile("[与和同、跟]|双方|各方|[两三四五]国")
"""Without these nobody is named who signs: ``去年|敲定的|互认安排`` tells of the arrangement."""
_BEFORE_SIGNERS = re.compile(
    r"(?:[^，与和同、]{2,14}的)?(?:正?是|根据|按照|依据|依照|基于|落实|执行|履行|继)+"
    r"|[^，《]{0,12}?(?:对|欢迎|赞赏|注意到|满意地看到|祝贺)(?=[两三四]国|双方|[^，]{2,24}(?:[与和同、]|分别))"
)
_LONGEST_TEXT = 40
_SERIAL = re.compile(
    r"(?:试?运行|试?运营|建设|施工|使用|发电|生产|服务|营业|试点|办公|工作|办学|招生|实施|执行|运转|运作|商用)$"
)
"""What only says that the thing goes on: ``正式启动|运行``."""
_WELCOMED = re.compile("(?<=.{4})(?:表示|感到)(?:热烈|高度|衷心|十分)*(?:欢迎|祝贺|满意|赞赏|高兴|肯定|欣慰)$")
"""``就两国央行续签本币互换协议|表示欢迎``, ``对签署议定书|感到满意``."""
_BENEFITING = re.compile(
    "(?<=[^，]{3}[”划目动程院站])(?:将|可|预计|以)?(?:惠及|造福|受益人数|覆盖(?=[^，]{0,4}\\d))[^，“《]*$"
)
"""Whom it does good: ``实施“清洁炉灶”计划|惠及10万户家庭``."""
_NOUN_END = re.compile(r"[》”）]$")
_AND_TITLE = re.compile(r"，(?:以及|及|和|与|并)(?=《)")
"""A comma before a further title of the list: ``签署《A》《B》|，以及《C》``."""
_AND_THING = re.compile(r"，以及(?=[\w“—]{4,30}(?:[，。；]|$))")
"""A comma before the last thing of a list: ``设立A、B|，以及C``."""
_HOSTS = re.compile(
    r"由[^，。；：由]{4,100}(?P<comma>，)[^，。；：由]{3,40}?(?:共同|联合)(?:主办|举办|承办|协办|发起|组织|设立|成立|创办|组建)"
)
"""A comma before the last of those who do it: ``由甲、乙|，丙共同主办``."""
_TWO = 2
_PAUSE = re.compile("、")
_COMING = frozenset("揭牌 启用 成立 上线 首发 首航 开通 启动 开行 发布 面世 问世 开幕 闭幕".split())
"""Verbs that things do of themselves, beside those of arriving."""
_LISTING = re.compile(r"(?:包括|分别(?:是|为)|议题|如下|主题|讨论|聚焦|为)$")
_OPEN_ATTRIBUTE = re.compile(r"^(?:了)?关于")


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb with the spans of its clause, of what stands before it and of its object.

    ``opening`` is the conjunction that joins it to what came before (``并``), or "".
    ``relative`` is true for ``X发布的《Y》``, a verb in an attribute of its object.
    """

    verb: Verb
    clause: Span
    head: Span
    object: Span
    opening: str
    relative: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a sentence between commas, with its predicates; without any, it is a remark on the last one."""

    span: Span
    predicates: tuple[Predicate, ...]
    words: str


def clauses(
    text: str, sentence: Span, tokens: Mapping[int, str], verbs: Sequence[VerbWord], names: Names
) -> list[Clause]:
    """The clauses of a sentence in reading order.

    Args:
        tokens: the words of the whole text by their offsets, so that a verb counts only as a whole word.
        verbs: those of the words that are verbs, in reading order.
        names: a word within a known name (出版 in 国家新闻出版广电总局) is no verb.
    """
    start, stop = sentence
    depth = bytearray(depths(text[start:stop]))
    for begin, end in (*names.known_spans(text, start, stop), *chained_attributes(text, sentence)):
        depth[begin - start : end - start] = b"\1" * (end - begin)
    said = _Said(text, sentence, depth, tokens, verbs_between(verbs, start, stop), names.lexicon)
    result = []
    for end in [*_borders(said), stop]:
        span = trim(text, (start, end))
        if span[1] > span[0]:
            result.append(Clause(span, tuple(_predicates(said, span)), text[span[0] : span[1]]))
        start = end + 1
    return result


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence with what is known of its words.

    ``depth`` tells how deep in brackets, names and attributes each character of the sentence stands.
    """

    text: str
    span: Span
    depth: Sequence[int]
    tokens: Mapping[int, str]
    verbs: Sequence[VerbWord]
    words: Lexicon

    def has_verb(self, start: int, end: int) -> bool:
        """Whether a verb stands there, wherever it belongs."""
        return any(start <= position < end for position, _ in self.verbs)

    def acts(self, start: int, end: int) -> bool:
        """Whether a verb stands there in no bracket, name or attribute."""
        base = self.span[0]
        return any(start <= position < end and not self.depth[position - base] for position, _ in self.verbs)


def _borders(said: _Said) -> list[int]:
    """Where clauses end: at commas, and at a colon between two acts (``敲定三份文件：与甲签署…``)."""
    text, depth = said.text, said.depth
    base, stop = said.span
    commas = [match.start() for match in _COMMA.finditer(text, base, stop) if not depth[match.start() - base]]
    borders = [
        comma
        for comma, following in itertools.pairwise([*commas, stop])
        if _AND_TITLE.match(text, comma) is None
        and not (_AND_THING.match(text, comma) and not said.has_verb(comma, following))
    ]
    hosts = _HOSTS.search(text, base, stop) if text.find("由", base, stop) >= 0 else None
    if hosts is not None and not said.acts(hosts.start(), hosts.start("comma")):
        borders = [border for border in borders if border != hosts.start("comma")]
    borders = sorted([*borders, *_pauses(said, borders)])
    colon = text.find("：", base, stop)
    if colon < 0 or depth[colon - base] or _LISTING.search(text, base, colon):
        return borders
    start = max((border + 1 for border in borders if border < colon), default=base)
    end = next((border for border in borders if border > colon), stop)
    return sorted([*borders, colon]) if said.acts(start, colon) and said.acts(colon + 1, end) else borders


def _pauses(said: _Said, borders: Sequence[int]) -> list[int]:
    """The 、 between clauses each of which ends with what its thing did: ``《X》首发|、“Y”平台上线|、实验室揭牌``."""
    base, stop = said.span
    ends = {
        position + len(verb.form)
        for position, verb in said.verbs
        if (verb.frame == "arrive" or verb.form in _COMING) and not said.depth[position - base]
    }
    if len(ends) < _TWO:
        return []
    marks = sorted({*borders, stop, *(m.start() for m in _PAUSE.finditer(said.text, base, stop))})
    found = [m for m, following in itertools.pairwise(marks) if m in ends and following in ends]
    return [m for m in found if said.text[m] == "、" and not said.depth[m - base]]


def _predicates(said: _Said, span: Span) -> list[Predicate]:
    text, words = said.text, said.words
    verbs = telling_verbs(text, span, said.depth, said.span[0], said.tokens, said.verbs) if said.verbs else []
    result: list[Predicate] = []
    if not verbs:
        return result
    start = span[0]
    opening = ""
    index = 0
    while index < len(verbs):
        position, length, verb = verbs[index]
        after = position + length
        if text[after : after + 1] == "的":
            relative = _relative(text, (start, position), after, span[1], verb, opening, words)
            if relative is not None:
                result.append(relative)
                start = relative.clause[1]
            index += 1
            while index < len(verbs) and verbs[index][0] < start:
                index += 1
            continue
        boundary, following = _next_predicate(said, after, span[1], verbs, index)
        clause = trim(text, (start, boundary))
        begin = after + 1 if text[after : after + 1] == "了" else after
        begin = boundary if _SERIAL.match(text[begin:boundary]) else begin
        welcomed = _WELCOMED.search(text, begin, boundary)
        beyond = welcomed or _BENEFITING.search(text, begin, boundary)
        told = trim(text, (begin, beyond.start() if beyond else boundary))
        result.append(Predicate(verb, clause, (start, position), told, opening, False))
        opening = text[boundary : boundary + 1] if following is not None else ""
        start = boundary + (1 if opening else 0)
        index = following if following is not None else len(verbs)
    return result


def _relative(
    text: str, head: Span, after: int, end: int, verb: Verb, opening: str, words: Lexicon
) -> Predicate | None:
    """``X发布的《Y》``: an act told in an attribute, read where the object is a title, a report or an agreement."""
    report = _REPORT.match(text, after + 1, end) if verb.frame == "issue" else None
    signers = verb.frame == "sign" and _BOTH.search(text, *head)
    agreed = _agreement_end(text, (after + 1, end), words) if signers else None
    if agreed is not None:
        opening_words = _BEFORE_SIGNERS.match(text, *head)
        head = (opening_words.end() if opening_words else head[0], head[1])
        return Predicate(verb, (head[0], agreed), head, (after + 1, agreed), opening, True)
    if report is None and text[after + 1 : after + 2] != "《" or verb.frame not in ("issue", "sign"):
        return None
    told = _BEFORE_SIGNERS.match(text, *head) if verb.frame == "sign" else None
    head = (told.end() if told else head[0], head[1])
    rest = _AFTER_TITLE.match(text[head[0] : head[1]])
    if rest and text[head[0] - 1 : head[0]] == "》":
        head = (head[0] + rest.end(), head[1])
    opening_words = _RELATIVE_OPENING.match(text[head[0] : head[1]])
    if opening_words:
        head = (head[0] + opening_words.end(), head[1])
    closing = report.end() if report else text.find("》", after, end) + 1
    if closing == 0:
        return None
    return Predicate(verb, (head[0], closing), head, (after + 1, closing), opening, True)


def _agreement_end(text: str, span: Span, words: Lexicon) -> int | None:
    """Where the agreement ends that stands behind 的 (``去年8月订立的|检测结果互认协议``); None where there is none."""
    limit = next((p for p in range(*span) if text[p] in "，。；：《"), span[1])
    ends = range(min(limit, span[0] + _LONGEST_TEXT), span[0] + 3, -1)
    return next((end for end in ends if (noun := words.head(text[span[0] : end])) and noun.kind == "agreement"), None)


def _next_predicate(
    said: _Said, after: int, end: int, verbs: list[tuple[int, int, Verb]], index: int
) -> tuple[int, int | None]:
    """Where the object ends, and which verb begins the next predicate of the same clause."""
    text, words, base = said.text, said.words, said.span[0]
    for following in range(index + 1, len(verbs)):
        position, _, verb = verbs[following]
        if text[position + len(verb.form) : position + len(verb.form) + 1] == "的" and verb.frame not in ("issue",):
            continue
        between = text[after:position]
        if _OPEN_ATTRIBUTE.match(between) and "的" not in between:
            return end, None
        match = None
        for candidate in _CONJUNCTION.finditer(text, after, position):
            if said.depth[candidate.start() - base] == 0 and position - candidate.end() <= 4:
                match = candidate
                break
        if match is not None and match.start() >= after:
            gap = text[match.end() : position]
            if (
                match.start() > after
                and not _NOUN_END.search(text[after : match.start()])
                and words.head(text[after : match.start()]) is None
            ):
                continue
            if match.group() in "、和及" and gap not in ("", "共同", "联合", "正式", "并"):
                continue
            return match.start(), following
    return end, None
