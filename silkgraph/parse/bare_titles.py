"""Entries of a list that are only titles: ``“一带一路”蓝色合作倡议``, with who issued it in parentheses.

The 2023 list names each outcome by its title; ``（X发布）``, ``（X发起成立）`` behind it tells who did what.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from silkgraph.model import Kind, Status
from silkgraph.parse.acts import Frame
from silkgraph.parse.clauses import HeadGrammar
from silkgraph.parse.coordination import Party
from silkgraph.parse.labels import clean_label
from silkgraph.parse.notes import is_note, read_note
from silkgraph.parse.title_words import title_words
from silkgraph.parse.titled_parties import titled_parties
from silkgraph.parse.verb_selection import is_verb
from silkgraph.recognise.brackets import Span, bracketed, depths
from silkgraph.recognise.lexicon import Verb
from silkgraph.recognise.names import Names

_DATED = re.compile(r"（(?:[^（），]{2,8}，)?(?:20\d\d年|拟?于)[^（）]*）[。；]?$")
"""When and where: ``第三届中国—安第斯国家合作高级别会议（2027年，拉巴斯）``."""
_FOUNDING = ("发起成立", "倡议成立", "设立", "成立", "建立", "组建", "共建")
_KINDS: Mapping[str, Kind] = {
    "发布": "publication", "编制": "publication", "编写": "publication", "撰写": "publication",
    "发起": "programme", "启动": "programme", "开展": "programme", "实施": "programme",
    "主办": "event", "承办": "event", "举办": "event",
    "签署": "agreement", "签订": "agreement", "续签": "agreement", "商签": "agreement", "达成": "agreement",
}  # fmt: skip
"""What a name is of that tells no kind by itself, from the verb behind it: “青年创客中国行”（捷克青年理事会发起）."""

_TO_COME = re.compile("(?:后续|下一?阶段|下一步|未来|计划|拟|待)[^，]{0,8}(?:会议|活动|安排|日程|赛事)")
"""What heads such a section: ``后续活动``."""
_EDITION = re.compile("》[^，。《》]{0,12}(?:版|译本|单行本|中译本)$")
"""``《渔业图谱》|中、英文版``."""
_LATER = re.compile("[，、]20\\d\\d年")
_DONE = ("found", "launch", "arrive", "sign")
"""The frames of verbs that may end a sentence: ``…示范园揭牌``, ``…项目开工``."""
SIGNED_TEXT = re.compile(r"(?:协定|协议|协议书|议定书|条约|公约|备忘录|意向书|换文|合同)(?:（[^（）]*）)?[》〉”]*$")
"""What ends the title of a text that is signed; a plan or charter by itself was put out (``…合作机制章程``)."""
_ORDINAL = re.compile(r"第[\d一二三四五六七八九十]+[届次]")
"""What begins the name of an event, whose words are no subject: ``第八届“一带一路”园区建设国际合作峰会``."""


def bare_title(text: str, span: Span, names: Names, grammar: HeadGrammar, headings: tuple[str, ...]) -> Frame | None:
    """The outcome that a bare title names, or None where its last word tells no kind."""
    while span[1] > span[0] and text[span[1] - 1] in "。；，":
        span = (span[0], span[1] - 1)
    main, told = _note(text, span)
    phrase = text[main[0] : main[1]]
    initiators: tuple[Party, ...] = ()
    partners: tuple[Party, ...] = ()
    verb = ""
    note = read_note(text, told, grammar) if told is not None else None
    if note is not None:
        initiators, partners, verb = note.initiators, note.partners, note.verb
    if title_words().attitude.match(phrase):
        return None
    noun = names.lexicon.head(re.sub(r"（[^（）]*）$", "", phrase.rstrip("》”")).rstrip("》”"))
    told_kind = "institution" if verb in _FOUNDING else noun.kind if noun else _KINDS.get(verb)
    if told_kind is None and _EDITION.search(phrase):
        told_kind = "publication"
    if told_kind is None and is_programme_of_events(headings):
        told_kind = "event"
    if told_kind is None:
        return None
    kind: Kind = told_kind
    titled = phrase.startswith("《")
    if titled and kind == "agreement" and SIGNED_TEXT.search(phrase):
        first, *others = titled_parties(text, main, names) or (None,)
        initiators = initiators or ((first,) if first else ())
        partners = partners or tuple(others)
    elif titled and kind in ("agreement", "programme"):
        kind = "publication"
    to_come = is_programme_of_events(headings) or _DATED.search(phrase) or told and _LATER.search(text, *told)
    status: Status = "announced" if kind == "event" and to_come else "concluded"
    label = clean_label(re.sub(r"^(?:开展|举办|启动)", "", _DATED.sub("", phrase)))
    return Frame(kind, label, status, initiators, partners, span, rule="bare-title")


def is_programme_of_events(headings: tuple[str, ...]) -> bool:
    """Whether a section lists events to come (``于2023至2024年举办的国际会议``)."""
    return any("举办" in h or "举行" in h or "召开" in h or _TO_COME.search(h) for h in headings)


def _note(text: str, span: Span) -> tuple[Span, Span | None]:
    """The title, and the span inside the parentheses that end the entry if they tell an act."""
    notes = bracketed(text, span, "（")
    if notes and notes[-1][1] == span[1] and is_note(text, (notes[-1][0] + 1, notes[-1][1] - 1)):
        return (span[0], notes[-1][0]), (notes[-1][0] + 1, notes[-1][1] - 1)
    return span, None


def is_title_alone(text: str, span: Span, tokens: Mapping[int, str], names: Names) -> bool:
    """Whether an entry among sentences is only a name all the same: ``《数字化指数》（卢布尔雅那大学联合编制）``."""
    (start, end), told = _note(text, span)
    if told is None and not (text[start] in "《“" and text[end - 1] in "》”") or end <= start:
        return False
    verbs, depth = names.lexicon.verbs, depths(text[start:end])
    outside = (position for position in range(start, end) if depth[position - start] == 0)
    return not any(text[position] in "，。" or tokens.get(position) in verbs for position in outside)


def tells_act(text: str, span: Span, tokens: Mapping[int, str], grammar: HeadGrammar) -> bool:
    """Whether an entry is a sentence after all: a verb stands at its beginning or end, or behind a particular body.

    ``中国政府与阿曼政府签署国际道路运输协定`` and ``巴林轻轨一期项目开工`` are; ``共建国家出版合作体论坛`` is a name.
    """
    if _note(text, span)[1] is not None:
        return False
    if title_words().spoken.match(text, *span):
        return True
    verbs, depth = grammar.names.lexicon.verbs, depths(text[span[0] : span[1]])
    for position in range(*span):
        if depth[position - span[0]]:
            continue
        if text[position] in "。；，" and position + 1 < span[1]:
            return True
        verb = verbs.get(tokens.get(position, ""))
        if verb is None or not is_verb(text, position, verb, span):
            continue
        if position + len(verb.form) == span[1] and verb.frame in _DONE or _acts(text, span, position, verb, grammar):
            return True
    return False


def _acts(text: str, span: Span, position: int, verb: Verb, grammar: HeadGrammar) -> bool:
    """Whether what stands before a verb is who acts, or nothing."""
    left = re.sub(r"(?:将|于|\d+年|\d+月|共同|联合)+$", "", text[span[0] : position])
    if not left or verb.frame == "give" or grammar.names.is_country(left) or grammar.names.is_known(left):
        return True
    head = grammar.read(text, (span[0], position), signing=verb.frame == "sign")
    return bool(head.counterparts) or any(
        not subject.generic and not _ORDINAL.match(subject.name) for subject in head.subjects
    )
