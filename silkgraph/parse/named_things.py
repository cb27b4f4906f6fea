"""Running prose that reports on named things: ``卡洛特水电站并网发电``, ``A、B、C等重点展会影响不断扩大``.

The thing is the subject, and nobody is named who did it, except in its attribute (``中国与巴基斯坦合作建设的…机组``).
What may be said of it, and how much of a name it then must have, stands in ``extract/lexicon/reports.toml``.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from silkgraph.locations import knowledge
from silkgraph.model import Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.adverbials import strip_adverbials
from silkgraph.parse.coordination import Party
from silkgraph.parse.things import Thing, ThingGrammar, list_of_things, pair_at_start, read_thing, two_lines
from silkgraph.recognise.brackets import Span, depths, trim
from silkgraph.recognise.lexicon import HeadNoun, read_table
from silkgraph.recognise.names import Names
from silkgraph.recognise.patterns import watched, watchful
from silkgraph.values import dataclass, replace

CITED = "报告"
"""Without this word a clause cites nothing."""
_CITED = re.compile(
    r"(?P<who>[^，。；、《》“”]{2,20}?)《(?P<title>[^《》]+)》(?:研究|调查)?报告(?:显示|指出|称|认为|表明)"
)
_ETC = re.compile(r"(?<![高平同中初上优对均])等(?P<class>[^，、“”等]{0,24})$")
_ACTORS = frozenset(
    (
        "bank",
        "company",
        "international-organization",
        "government",
        "ministry-or-agency",
        "university",
        "media",
        "country",
    )
)
_TOPIC = re.compile(
    r"(?P<name>[^，“”]{3,30}?)(?=是(?!否)|全长|主桥|主跨|总(?:投资|长|装机)|位于|[东西南北]起|起于|途经|连接|横跨|占地|装机|设计|由|于)"
)
"""A thing that a sentence begins with, before what is said of its length, place or purpose."""
_MUTUAL = re.compile(r"并网|对接|接轨|衔接|联通|互联|相连|直通")
_WITH = re.compile(r"(?<=.{4})[与和同][^与和同、]{2,12}$")
"""The other one, where a thing is joined to it: 粮油专线|与中欧班列|并网运行."""
_GREETED = "迎来"
"""``大桥|迎来通车|一周年``: the year that has passed is told as news of the bridge."""
_RITES = ("仪式", "典礼")
"""``电站举行首台机组发电|仪式``: what is celebrated is read with the ceremony."""
_MARKING = ("标志", "意味着", "象征着", "这标志", "此举标志", "这意味着", "此举意味着", "这也标志", "也标志")
"""``，标志着|公司首个海外项目|进入全面建设阶段``: what the clause before means for something else."""
_PROCLAIMED = re.compile(
    "[^，“《]{2,24}?(?:宣布|宣告)[^，]{4,}(?:开工建设|开工|开建|动工|奠基|竣工|完工|落成|通车|通航|贯通|投产|投运|启用|并网)$"
)
"""``双方宣布|隧道开工建设``: told by who proclaims it (``constructions.reported``)."""
_TALKS = ("谈判", "磋商", "对话")
_FULLY = re.compile(r"(?:均|都|也|全线|全面|成功|顺利|如期|又)$")


@dataclass(frozen=True)
class ReportGrammar:
    """The predicates of reports, one pattern with a group for each sort."""

    predicate: re.Pattern[str]
    jubilee: re.Pattern[str]

    @classmethod
    @functools.cache
    def load(cls) -> ReportGrammar:
        """The grammar of the project's lexicon."""
        table = read_table(knowledge("extract") / "lexicon" / "reports.toml")
        groups = (f"(?P<{entry['sort']}>{watched('|'.join(entry['predicates']))})" for entry in table["report"])
        return cls(watchful("|".join(groups)), re.compile(table["jubilee"]))


@dataclass(frozen=True, slots=True)
class Report:
    """What a clause reports: a frame for each thing, and the sort of its predicate."""

    frames: tuple[Frame, ...] = ()
    sort: str = ""

    @property
    def is_certain(self) -> bool:
        """Whether the clause can tell nothing else: a body that serves others may do so by an act of its own."""
        if self.sort == "serves":
            return bool(self.frames) and all(frame.kind != "institution" for frame in self.frames)
        return bool(self.frames) and self.sort != "cited"


NO_REPORT = Report()


def named_things(clause: Span, context: Context, topic: Span | None = None) -> Report:
    """The named things that a clause reports on, or else the ``topic``: what its sentence began with."""
    text = context.words(clause)
    predicates = [*ReportGrammar.load().predicate.finditer(text)]
    if not predicates:
        return NO_REPORT
    told = _own_things(clause, text, predicates, context)
    if told.frames or topic is None:
        return told
    return _carried_thing(clause, predicates[0], topic, context)


def _own_things(clause: Span, text: str, predicates: Sequence[re.Match[str]], context: Context) -> Report:
    """The things that stand in the clause: before the first predicate that has whole names before it."""
    if text.startswith(_MARKING) or _PROCLAIMED.match(text):
        return NO_REPORT
    depth: Sequence[int] | None = None
    jubilee = ReportGrammar.load().jubilee
    for match in predicates:
        if jubilee.match(text, match.end()) and not match.group().startswith(_GREETED):
            continue
        if text.startswith(_RITES, match.end()):
            continue
        depth = depths(text) if depth is None else depth
        if match.start() and depth[match.start()] == 0:
            sort = str(match.lastgroup)
            end, status = _before_predicate((clause[0], clause[0] + match.start()), context)
            things = _subject((clause[0], end), match.group(), sort, context)
            if things:
                return Report(tuple(_frame(thing, status, clause) for thing in things), sort)
    return NO_REPORT


def _carried_thing(clause: Span, predicate: re.Match[str], topic: Span, context: Context) -> Report:
    """``中老铁路是电气化铁路，全长1035公里，于2021年12月正式开通运营``: what the sentence began with is the subject."""
    if topic[0] == clause[0] or predicate.lastgroup != "built":
        return NO_REPORT
    end, status = _before_predicate((clause[0], clause[0] + predicate.start()), context)
    name = _TOPIC.match(context.text, *topic) if end == clause[0] else None
    thing = read_thing(name.span("name"), context, "built") if name else None
    if thing is None or thing.kind != "programme":
        return NO_REPORT
    return Report((_frame(thing, status, clause),), "built")


def _frame(thing: Thing, status: Status, clause: Span) -> Frame:
    return Frame(thing.kind, thing.label, status, thing.initiators, thing.partners, clause, rule="named-thing")


def _before_predicate(span: Span, context: Context) -> tuple[int, Status]:
    """Where the subject ends, before adverbs and dates; ``将`` among them means that all is to come."""
    start, end = span
    before = end + 1
    while end < before:
        before = end
        end, _ = context.grammar.strip_adverbs(context.text, start, end)
        end = strip_adverbials(context.text, (start, end), context.names).end
        match = _FULLY.search(context.text, start, end)
        end = match.start() if match else end
    tail = context.text[end : span[1]]
    return end, "announced" if context.grammar.modality.announced.search(tail) else "concluded"


def _subject(span: Span, predicate: str, sort: str, context: Context) -> list[Thing]:
    """The things that the subject names; none where its first member names nothing in particular."""
    grammar = ThingGrammar.load()
    text = context.words(span)
    if _MUTUAL.match(predicate) and (other := _WITH.search(text)):
        span = (span[0], span[0] + other.start())
    etc = _ETC.search(text)
    if etc is None or depths(text)[etc.start()]:
        span = trim(context.text, span)
        spans = list_of_things(context.text, span, context, alike=False)
        things = _members(spans, context, sort, None, plural=len(spans) > 1, alike=False)
        aspect = grammar.aspect.search(context.text, *span)
        if not things and aspect and aspect.start() > span[0]:
            return _subject((span[0], aspect.start()), predicate, sort, context)
        return things
    shared = context.lexicon.head(etc["class"]) or context.lexicon.head(grammar.aspect.sub("", etc["class"]))
    if shared is None and grammar.others.search(etc["class"]):
        return []
    span = trim(context.text, (span[0], span[0] + etc.start()))
    spans = list_of_things(context.text, span, context, alike=True)
    return _members(spans, context, sort, shared, plural=True, alike=True)


def _members(
    spans: list[Span], context: Context, sort: str, shared: HeadNoun | None, *, plural: bool, alike: bool
) -> list[Thing]:
    """The things that the members of a list name; none where the first names none, or the last of a whole list."""
    things: list[Thing] = []
    for position, span in enumerate(spans):
        rest = _shared_rest(span, spans[position + 1 : position + 2], context)
        thing = read_thing(span, context, sort, shared, plural=plural, rest=rest)
        if thing is None and (position == 0 or not alike and position == len(spans) - 1):
            return []
        if thing is not None and not _acts_itself(thing, context) and not thing.label.endswith(_TALKS):
            things += [replace(thing, label=label) for label in two_lines(thing.label, context)]
    return things


def _shared_rest(span: Span, following: list[Span], context: Context) -> str:
    """What a bare pair of countries has in common with the next member: “两国双园” in ``中马、中印尼“两国双园”``."""
    phrase = context.words(span)
    if not following or pair_at_start(phrase, context.names) != phrase:
        return ""
    member = context.words(following[0])
    return member[len(pair_at_start(member, context.names)) :]


def _acts_itself(thing: Thing, context: Context) -> bool:
    """Whether the thing is a body of those that act: that 世界银行 grows is no outcome."""
    if thing.kind != "institution":
        return False
    known = context.names.authority.find(thing.label)
    return (known.type if known else context.lexicon.organisation_type(thing.label)) in _ACTORS


def cited_publication(text: str, clause: Span, names: Names) -> list[Frame]:
    """``世界银行《X》研究报告显示``: a publication, by whoever stands before its title."""
    match = _CITED.search(text[clause[0] : clause[1]]) if text.find(CITED, *clause) >= 0 else None
    if match is None or not names.is_complete(match["who"]):
        return []
    start = clause[0] + match.start("who")
    issuer = Party(match["who"], start, start + len(match["who"]), names.is_generic(match["who"]))
    span = (start, clause[0] + match.end())
    return [Frame("publication", match["title"], "concluded", (issuer,), (), span, rule="cited-publication")]
