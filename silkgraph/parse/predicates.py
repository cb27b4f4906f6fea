"""Predicates of a sentence: where a clause's verb stands, what is its head and what its object.

``与甲签署X，与乙签署Y`` has two predicates; ``建立了A、签署了B`` too, although only 、 stands between them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from silkgraph.parse.counted_items import is_counted, visit
from silkgraph.parse.making import chained_attributes
from silkgraph.recognise.brackets import Span, depths, trim
from silkgraph.recognise.lexicon import Lexicon, Verb
from silkgraph.recognise.names import Names

_CONJUNCTION = re.compile(r"[，、]|并|且|和|及|暨")
_AFTER_TITLE = re.compile(r"^[^、，《》]{0,6}[、，](?:以及)?")
_RELATIVE_OPENING = re.compile(r"^.*(?:参与|注意到|欢迎|落实|响应|认可)")
_ANNOUNCING = ("宣布", "宣告")
_APPROVING = ("批准", "核准", "通过", "商定")
_TO_WHOM, _WHAT = re.compile(r"[向为给]"), re.compile(r"[将把]")
_APPROVED = {"give": _TO_WHOM, "fund": _TO_WHOM, "raise": _WHAT}
"""What follows an approval that only introduces another verb, by that verb's frame (``批准|将规模扩大至50亿美元``)."""
_INTRODUCED = re.compile(
    r"$|[将拟会为向对在于与同和自从由把就]|今后|未来|今年|明年|即日|正式|共同|联合|首次|进一步|继续|年内|\d+月|决定|同意|(?:已|，)"
)
_TITLE = re.compile(r"了?(?:《|(?:关于[^，]{2,30}的)?第[\d/]+号(?:决议|决定|公告))")
_PROGRAMME = re.compile(r"[^，。的]{3,30}?(?:行动|工程|计划|评选活动|评选)(?:$|[，、。；和及])")
_BOND = re.compile("债券?(?=$|[，、。；（])")
_REPORT = re.compile(r"[^，、《》的]{3,24}?(?:报告|白皮书|蓝皮书|绿皮书|指数)(?=[，、。；]|$)")
_ABOUT = ("就", "围绕", "针对")
_SERIAL = re.compile(
    r"(?:试?运行|试?运营|建设|施工|使用|发电|生产|服务|营业|试点|办公|工作|办学|招生|实施|执行|运转|运作)$"
)
"""What only says that the thing goes on: ``正式启动|运行``."""
_LIGHT = (
    "见证",
    "共同见证",
    "出资",
    "注资",
    "投资",
    "发起",
    "倡议",
    "启动",
    "推动",
    "正式启动",
    "编制",
    "制定",
    "合作",
)
_NOUN_END = re.compile(r"[》”）]$")
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


def clauses(text: str, sentence: Span, tokens: Mapping[int, str], names: Names) -> list[Clause]:
    """The clauses of a sentence in reading order.

    Args:
        tokens: the words of the whole text by their offsets, so that a verb counts only as a whole word.
        names: a word within a known name (出版 in 国家新闻出版广电总局) is no verb.
    """
    depth = depths(text[sentence[0] : sentence[1]])
    for begin, end in names.known_spans(text, *sentence):
        for position in range(begin, end):
            depth[position - sentence[0]] += 1
    for begin, end in chained_attributes(text, sentence):
        for position in range(begin, end):
            depth[position - sentence[0]] += 1
    words = names.lexicon
    result = []
    start = sentence[0]
    for end in [*_borders(text, sentence, depth, tokens, words), sentence[1]]:
        span = trim(text, (start, end))
        if span[1] > span[0]:
            result.append(Clause(span, tuple(_predicates(text, span, depth, sentence[0], tokens, words))))
        start = end + 1
    return result


def _borders(text: str, sentence: Span, depth: list[int], tokens: Mapping[int, str], words: Lexicon) -> list[int]:
    """Where clauses end: at commas, and at a colon between two acts (``敲定三份文件：与甲签署…``)."""
    base = sentence[0]
    borders = [base + i for i, c in enumerate(text[base : sentence[1]]) if c == "，" and depth[i] == 0]
    colon = text.find("：", *sentence)
    if colon < 0 or depth[colon - base] or _LISTING.search(text, base, colon):
        return borders

    def acts(start: int, end: int) -> bool:
        return any(tokens.get(p, "") in words.verbs and not depth[p - base] for p in range(start, end))

    start = max((border + 1 for border in borders if border < colon), default=base)
    end = next((border for border in borders if border > colon), sentence[1])
    return sorted([*borders, colon]) if acts(start, colon) and acts(colon + 1, end) else borders


def _verbs(
    text: str, span: Span, depth: list[int], base: int, tokens: Mapping[int, str], words: Lexicon
) -> list[tuple[int, Verb]]:
    found = []
    for position in range(*span):
        if position in tokens and depth[position - base] == 0:
            verb = words.verbs.get(tokens[position])
            if verb is not None and position + len(verb.form) <= span[1] and is_verb(text, position, verb, span):
                found.append((position, verb))
    return found


def is_verb(text: str, position: int, verb: Verb, span: Span) -> bool:
    """Whether the word is used as a verb: 共建 in 共建“一带一路” and 建设 in “一带一路”建设 belong to names."""
    after = text[position + len(verb.form) : span[1]]
    if verb.object and not _is_object(text, (position + len(verb.form), span[1]), verb.object):
        return False
    return not verb.is_noun_before(after) and not verb.is_noun_after(text[span[0] : position])


def _is_object(text: str, span: Span, kind: str) -> bool:
    """Whether the words behind a verb are the object that it must have (``object`` in ``verbs.toml``)."""
    if kind == "none":
        return span[0] == span[1] or text[span[0]] in "在于，"
    if kind == "title":
        return _TITLE.match(text, *span) is not None
    if kind == "bond":
        return _BOND.search(text, *span) is not None or is_counted(text, span)
    if kind == "programme":
        return _PROGRAMME.match(text, *span) is not None
    return bool(visit(text, span)) or kind == "counted" and is_counted(text, span)


def _predicates(
    text: str, span: Span, depth: list[int], base: int, tokens: Mapping[int, str], words: Lexicon
) -> list[Predicate]:
    outside = _without_topics(_verbs(text, span, depth, base, tokens, words), span, tokens, depth, base)
    verbs = _join_adjacent(text, _without_announcing(text, outside))
    verbs = _without_attributes(text, span, depth, base, verbs)
    result: list[Predicate] = []
    start = span[0]
    opening = ""
    index = 0
    while index < len(verbs):
        position, length, verb = verbs[index]
        after = position + length
        if text[after : after + 1] == "的":
            relative = _relative(text, (start, position), after, span[1], verb, opening)
            if relative is not None:
                result.append(relative)
                start = relative.clause[1]
            index += 1
            continue
        boundary, following = _next_predicate(text, after, span[1], verbs, index, depth, base, words)
        clause = trim(text, (start, boundary))
        begin = after + 1 if text[after : after + 1] == "了" else after
        begin = boundary if _SERIAL.match(text[begin:boundary]) else begin
        result.append(Predicate(verb, clause, (start, position), trim(text, (begin, boundary)), opening, False))
        opening = text[boundary : boundary + 1] if following is not None else ""
        start = boundary + (1 if opening else 0)
        index = following if following is not None else len(verbs)
    return result


def _without_topics(
    verbs: list[tuple[int, Verb]], span: Span, tokens: Mapping[int, str], depth: list[int], base: int
) -> list[tuple[int, Verb]]:
    """The verbs less those in what an agreement is about: ``就|共建产业园|签订协议``."""
    topics = [p for p in range(*span) if tokens.get(p) in _ABOUT and not depth[p - base]]
    if not topics:
        return verbs
    signings = [position for position, verb in verbs if verb.frame == "sign"]
    inside = [(topic, next((s for s in signings if s > topic), topic)) for topic in topics]
    return [(position, verb) for position, verb in verbs if not any(b < position < e for b, e in inside)]


def _without_announcing(text: str, verbs: list[tuple[int, Verb]]) -> list[tuple[int, Verb]]:
    """The verbs without those that only introduce another: ``宣布|为X提供…``, ``批准|向X提供…``, not ``宣布X成立``."""
    result = []
    for number, (position, verb) in enumerate(verbs):
        following = verbs[number + 1][0] if number + 1 < len(verbs) else None
        if verb.form in _ANNOUNCING and following is not None:
            between = text[position + len(verb.form) : following]
            if _INTRODUCED.match(between):
                continue
        then = verbs[number + 1][1].frame if following is not None else ""
        if verb.form in _APPROVING and then in _APPROVED and _APPROVED[then].match(text, position + len(verb.form)):
            continue
        result.append((position, verb))
    return result


def _without_attributes(
    text: str, span: Span, depth: list[int], base: int, verbs: list[tuple[int, int, Verb]]
) -> list[tuple[int, int, Verb]]:
    """The verbs less those in an attribute of what the last verb is said of: ``修订1997年协定的议定书|完成草签``."""
    if len(verbs) < 2:
        return verbs
    position, length, last = verbs[-1]
    rest = text[position + length : span[1]]
    if rest and rest[0] not in "于在" or last.strict or text[position - 1] in "并且及和、":
        return verbs
    of = [p for p in range(verbs[0][0], position) if text[p] == "的" and depth[p - base] == 0]
    if not of:
        return verbs
    return [verb for verb in verbs if not verb[0] < of[-1] or _CONJUNCTION.search(text, of[-1], position)]


def _join_adjacent(text: str, verbs: list[tuple[int, Verb]]) -> list[tuple[int, int, Verb]]:
    """Verbs that stand side by side are one act, the last of them (``发起成立``, ``倡议启动``)."""
    joined: list[tuple[int, int, Verb]] = []
    for position, verb in verbs:
        if joined and position == joined[-1][0] + joined[-1][1] and joined[-1][2].form in _LIGHT:
            joined[-1] = (joined[-1][0], joined[-1][1] + len(verb.form), verb)
        elif joined and position < joined[-1][0] + joined[-1][1]:
            continue
        else:
            joined.append((position, len(verb.form), verb))
    return joined


def _relative(text: str, head: Span, after: int, end: int, verb: Verb, opening: str) -> Predicate | None:
    """``X发布的《Y》``: an act told in an attribute, read where the object is a title or a report."""
    report = _REPORT.match(text, after + 1, end) if verb.frame == "issue" else None
    if report is None and text[after + 1 : after + 2] != "《" or verb.frame not in ("issue", "sign"):
        return None
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


def _next_predicate(
    text: str,
    after: int,
    end: int,
    verbs: list[tuple[int, int, Verb]],
    index: int,
    depth: list[int],
    base: int,
    words: Lexicon,
) -> tuple[int, int | None]:
    """Where the object ends, and which verb begins the next predicate of the same clause."""
    for following in range(index + 1, len(verbs)):
        position, _, verb = verbs[following]
        if text[position + len(verb.form) : position + len(verb.form) + 1] == "的" and verb.frame not in ("issue",):
            continue
        between = text[after:position]
        if _OPEN_ATTRIBUTE.match(between) and "的" not in between:
            return end, None
        match = None
        for candidate in _CONJUNCTION.finditer(text, after, position):
            if depth[candidate.start() - base] == 0 and position - candidate.end() <= 4:
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
