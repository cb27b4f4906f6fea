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
from silkgraph.parse.verb_selection import is_verb
from silkgraph.recognise.brackets import Span, bracketed, depths
from silkgraph.recognise.names import Names

_TOLD = re.compile(
    r"(?P<agent>.+?)(?:联合|共同|合作|牵头)?"
    r"(?P<verb>发起成立|倡议成立|启动|发布|编制|编写|撰写|发起|成立|主办|承办|举办|提出|倡议)$"
)
_FOUNDING = ("发起成立", "倡议成立", "成立")
_KINDS: Mapping[str, Kind] = {
    "发布": "publication", "编制": "publication", "编写": "publication", "撰写": "publication",
    "发起": "programme", "启动": "programme", "主办": "event", "承办": "event", "举办": "event",
}  # fmt: skip
"""What a name is of that tells no kind by itself, from the verb behind it: “青年创客中国行”（捷克青年理事会发起）."""


def bare_title(text: str, span: Span, names: Names, grammar: HeadGrammar, headings: tuple[str, ...]) -> Frame | None:
    """The outcome that a bare title names, or None where its last word tells no kind."""
    main, told = _note(text, span)
    phrase = text[main[0] : main[1]]
    initiators: tuple[Party, ...] = ()
    partners: tuple[Party, ...] = ()
    verb = ""
    if told is not None:
        match = _TOLD.match(text[told[0] : told[1]])
        if match:
            head = grammar.read(text, (told[0], told[0] + match.end("agent")))
            initiators, partners = head.subjects, head.counterparts
            verb = match["verb"]
    noun = names.lexicon.head(re.sub(r"（[^（）]*）$", "", phrase.rstrip("》”")).rstrip("》”"))
    told_kind = "institution" if verb in _FOUNDING else noun.kind if noun else _KINDS.get(verb)
    if told_kind is None:
        return None
    kind: Kind = told_kind
    titled = phrase.startswith("《")
    if titled and kind in ("agreement", "programme"):
        kind = "publication"
    status: Status = "announced" if kind == "event" and is_programme_of_events(headings) else "concluded"
    label = clean_label(re.sub(r"^(?:开展|举办|启动)", "", phrase))
    return Frame(kind, label, status, initiators, partners, span, rule="bare-title")


def is_programme_of_events(headings: tuple[str, ...]) -> bool:
    """Whether a section lists events to come (``于2023至2024年举办的国际会议``)."""
    return any("举办" in h or "举行" in h or "召开" in h for h in headings)


def _note(text: str, span: Span) -> tuple[Span, Span | None]:
    """The title, and the span inside the parentheses that end the entry if they tell an act."""
    notes = bracketed(text, span, "（")
    if notes and notes[-1][1] == span[1] and _TOLD.match(text[notes[-1][0] + 1 : notes[-1][1] - 1]):
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


def starts_with_act(text: str, span: Span, tokens: Mapping[int, str], names: Names) -> bool:
    """Whether an entry is a sentence after all: it begins with a verb, or with a body and a verb."""
    if _note(text, span)[1] is not None:
        return False
    limit = min(span[1], span[0] + 24)
    for position in range(span[0], limit):
        word = tokens.get(position, "")
        verb = names.lexicon.verbs.get(word)
        if verb is not None and is_verb(text, position, verb, span):
            left = text[span[0] : position]
            left = re.sub(r"(?:将|于|\d+年|\d+月|共同|联合)+$", "", left)
            return not left or names.is_country(left) or names.is_known(left)
    return False
