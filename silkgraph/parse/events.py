"""Events: who holds what, what is held, editions that are counted, and series told by their topics."""

from __future__ import annotations

import re

from silkgraph.parse.acts import Act, Context, Frame, construction
from silkgraph.parse.arrivals import celebrated
from silkgraph.parse.ceremonies import Ceremony, ceremony
from silkgraph.parse.coordination import parties
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.kinds import kind_of
from silkgraph.parse.labels import clean_label, without_attribute
from silkgraph.parse.object_lists import objects
from silkgraph.parse.predicates import Clause
from silkgraph.parse.tellings import tells
from silkgraph.parse.tense import lies_behind
from silkgraph.parse.thing_subjects import agent_mark, thing_before
from silkgraph.recognise.events_named import shortens
from silkgraph.values import replace

_PARENTHESIS = re.compile(r"（[^（）]*）$")
_COUNTED_EVENT = re.compile(r"(?:\d+|[一二两三四五六七八九十]+)(?:场|个|次)(?P<noun>.+(?:论坛|会议|研讨会))")
_FIRST_MEETING = re.compile("(?:首次|第一次)(?:会议|会晤|磋商|对话|例会|全会)")
_SHORTEST_EVENT = 5
_SO_MANY = re.compile(r"\d+(?:多|余)?场(?:次)?[^“《—]+")
_TOPICS = re.compile(r"(?:讨论|聚焦|议题(?:分别)?(?:是|为)|分别(?:讨论|聚焦))：?(?P<list>.+)")
_EDITIONS = re.compile(r"(?:\d+|[一二三四五六七八九十]+)(?:届|场|次|期)")
_HOW_MANY = re.compile(r"\d(?:多|余)?[场次期个项届期](?:次)?$")
"""A count of what was held (``对接活动80多场``) is a figure."""
_ROUND = re.compile(
    r"(?:第[一二三四五六七八九十百\d]+|首|新一)[轮次届][^，]{0,10}(?:磋商|谈判|对话|会谈)$|[一两][轮次届][^，的]{3,16}(?:磋商|对话)$"
)
"""``共同主持|中马外交部第三轮政治磋商``."""
_NEXT = re.compile(
    "(?:首|下|第[^，]{1,3})[次届轮](?:会议|会晤|磋商|对话|论坛|大会|年会|例会|峰会|博览会|研讨会|洽谈会)"
)
"""``首次磋商|由多米尼克外交部承办``: of a meeting that is called no more than its turn is told what is to come."""
_HELD = frozenset({"event", "programme"})
_BARE = frozenset(("论坛", "会议", "大会", "峰会", "博览会", "展会", "年会", "对话会", "研讨会", "活动", "盛会"))
_THIS = re.compile(r"(?:本届|本次|此次|这次|这届|此届|该|这场|这一)$")
_SHORTEST = 3
_LONGEST_SHORT = 6
_MODIFIED = 2
_PLAYING_HOST = ("做东", "作东")
"""So the host is told of an event that was named before: ``年会明年在曼谷召开，由泰国开泰银行|做东``."""
_ALSO = re.compile("(?P<who>[^，《》“”]{2,60}?)(?:联合|共同)*(?:承办|协办|合办)$")
"""``论坛由甲主办、|乙承办``: hosts behind the first verb."""
_EITHER = ("双方", "两国", "各方", "三方", "中方")
_COMMON_NOUN = 5
"""An event's name of so few characters is a common noun (文化年): there is one with each partner."""


@construction("held")
def held(act: Act, context: Context, discourse: Discourse) -> list[Frame]:
    """``X举办Y``, ``双方商定由X承办Y``: the events Y, by X."""
    frames = []
    by = agent_mark(context.text, act.predicate.head)
    hosts = context.grammar.read(context.text, (by + 1, act.predicate.head[1])) if by is not None else None
    if hosts is not None and hosts.subjects:
        act = replace(act, subjects=discourse.resolved(hosts.subjects), partners=discourse.resolved(hosts.counterparts))
    spans = objects(context.text, act.predicate.object, context.lexicon, _HELD, lenient=act.predicate.verb.open)
    if all(_is_common_noun(context.words(span)) for span in spans):
        spans = [(spans[0][0], spans[-1][1])]
    for span in spans:
        phrase = context.words(span)
        rite = ceremony(phrase, context.lexicon)
        if rite is not None:
            own = _celebrating(rite, act, context)
            frames += own or celebrated(rite, act.subjects, act.partners, act.status, act, context)
            continue
        noun = context.lexicon.head(_PARENTHESIS.sub("", phrase))
        talks = _ROUND.search(phrase) is not None
        if noun is not None and noun.kind not in _HELD and "“" not in phrase and not talks:
            continue
        if not tells(act.predicate.verb, _PARENTHESIS.sub("", phrase), noun, running=context.running):
            continue
        if phrase.endswith(context.lexicon.particles["no_outcomes"]):
            continue
        if context.running and act.status == "concluded" and _HOW_MANY.search(phrase):
            continue
        first = _FIRST_MEETING.fullmatch(phrase)
        if len(clean_label(phrase)) < _SHORTEST and not first:
            continue
        kind = kind_of(act.predicate.verb, phrase, noun)
        label = phrase if first else clean_label(phrase)
        partners = act.partners or (act.served(context.names) if kind == "programme" else ())
        frame = Frame(kind, label, act.status, act.subjects, partners, act.predicate.clause)
        distributive = all(map(_is_common_noun, frame.label.split("、"))) and len(act.partners) > 1
        frames += [replace(frame, partners=(partner,)) for partner in act.partners] if distributive else [frame]
    return frames


def _celebrating(rite: Ceremony, act: Act, context: Context) -> list[Frame]:
    """``中国援老挝综合医院项目举行交接仪式``: the thing that has the ceremony is what came about."""
    if rite.thing or rite.kind not in ("programme", "institution"):
        return []
    subject = thing_before(act.predicate.head, context)
    phrase = context.words(subject.thing)
    noun = context.lexicon.head(phrase.rstrip("”"))
    if noun is None or noun.kind not in ("programme", "institution") or len(phrase) - len(noun.form) < _MODIFIED:
        return []
    if noun.kind == "institution" and rite.kind == "programme" or phrase.startswith(_EITHER):
        return []
    label = clean_label(without_attribute(phrase))
    makers = (subject.initiators, subject.partners)
    return [Frame(noun.kind, label, act.status, *makers, act.predicate.clause)]


def _is_common_noun(label: str) -> bool:
    """``文化年`` names no particular event: there is one with each partner."""
    return len(label) <= _COMMON_NOUN and "“" not in label


@construction("counted-events")
def counted_events(frame: Frame, clause: Clause, context: Context) -> list[Frame]:
    """``举行六场专题论坛，讨论贸易畅通、海洋合作等``: a frame for each topic; none where no topics follow."""
    label = _COUNTED_EVENT.fullmatch(frame.label)
    topics = _TOPICS.match(context.words(clause.span))
    if label is None or topics is None or frame.kind != "event":
        return []
    listed = re.sub("等$", "", topics["list"])
    parts = re.split(r"；?（[一二三四五六七八九十]+）", listed) if "（一）" in listed else listed.split("、")
    span = (frame.span[0], clause.span[1])
    return [replace(frame, label=part + label["noun"], span=span) for part in parts if part]


def is_count_of_events(frame: Frame) -> bool:
    """``举办了12场分论坛``, and no topics follow: a figure. What is to come is told so."""
    if frame.kind != "event" or frame.status != "concluded":
        return False
    return _COUNTED_EVENT.fullmatch(frame.label) is not None or _SO_MANY.fullmatch(frame.label) is not None


@construction("editions")
def editions(act: Act, context: Context, discourse: Discourse) -> list[Frame]:
    """``X是…展会，已连续成功举办五届``: the event X, of which some editions are counted."""
    name = re.split("是|作为", discourse.topic)[0]
    noun = context.lexicon.head(name)
    if _EDITIONS.fullmatch(context.words(act.predicate.object)) is None or noun is None or noun.kind != "event":
        return []
    start = discourse.topic_span[0] if discourse.topic_span else act.predicate.clause[0]
    return [Frame("event", clean_label(name), act.status, (), (), (start, act.predicate.clause[1]))]


@construction("hosted")
def hosted(act: Act, context: Context, discourse: Discourse) -> list[Frame]:
    """``X由Y主办，Z协办``: the event X, by its hosts; the paragraph is about X from here on."""
    if act.predicate.verb.form.endswith("主持"):
        return []
    subject = thing_before(act.predicate.head, context)
    by = agent_mark(context.text, act.predicate.head) is not None
    hosts = subject.initiators + subject.partners if by else act.head.subjects
    also = _ALSO.match(context.text, *act.predicate.object) if by else None
    hosts += tuple(parties(context.text, also.span("who"), context.names)) if also else ()
    topic = context.words(subject.thing) if by else ""
    if act.predicate.verb.form in ("协办", "承办") and not by:
        topic = discourse.event
    if act.predicate.verb.form in _PLAYING_HOST:
        topic = discourse.held
    else:
        topic = topic or discourse.held or discourse.topic or discourse.event
    label = topic if _NEXT.fullmatch(topic) else clean_label(re.split(r"以[“‘]", topic)[0].rstrip("，"))
    if not label or not hosts:
        return []
    rite = ceremony(label, context.lexicon)
    if rite is not None and rite.thing and rite.kind in ("programme", "institution"):
        return celebrated(rite, hosts, (), act.status, act, context)
    known = (discourse.held, discourse.event, context.setting.event)
    named = next((event for event in known if event.endswith(label)), label)
    label = named if label in _BARE else label
    discourse.event = label
    discourse.subjects = ()
    announced = context.grammar.modality.announced.search(subject.adverbials) or (
        by and _NEXT.fullmatch(topic) and not (act.head.concluded or lies_behind(context.words(act.predicate.head)))
    )
    return [Frame("event", label, "announced" if announced else act.status, hosts, (), act.predicate.clause)]


def is_hosted(act: Act, context: Context, discourse: Discourse) -> bool:
    """Whether the event stands before the verb and its host behind 由, or was named before (``Z协办``)."""
    by = agent_mark(context.text, act.predicate.head) is not None
    if act.has_object and context.text[act.predicate.object[0]] not in "在于":
        return by and _ALSO.match(context.text, *act.predicate.object) is not None
    if by:
        return True
    return bool(discourse.event and act.head.subjects and act.predicate.verb.form in ("协办", "承办"))


def with_full_name(frame: Frame, context: Context, discourse: Discourse) -> Frame:
    """The event with its full name where the text calls it ``本届进博会`` or ``大会``: the last one, or the title's."""
    if frame.kind != "event" or not 1 < len(frame.label) <= _LONGEST_SHORT or is_count_of_events(frame):
        return frame
    known = [name for name in (discourse.event, context.setting.event) if len(name) > len(frame.label)]
    start = context.text.find(frame.label, *frame.span)
    if start < 0 and discourse.topic_span is not None:
        start = context.text.find(frame.label, *discourse.topic_span)
    if start < 0 or not known:
        return frame
    pointed = _THIS.search(context.text, max(0, start - 2), start) is not None
    before = max(context.text.rfind(mark, 0, start) for mark in "，。；！？\n")
    if not pointed and start != context.grammar.strip_leading(context.text, (before + 1, frame.span[1]))[0]:
        return frame
    named = next((name for name in known if shortens(frame.label, name)), None)
    if named is None and frame.label in _BARE:
        named = known[0]
    return replace(frame, label=named) if named else frame


def first_meeting(frame: Frame, before: Frame) -> Frame:
    """``设立外长会晤机制，年内举行首次会晤``: the meeting of what was set up before."""
    if before.kind != "institution":
        return frame
    if frame.kind == "event" and len(frame.label) < _SHORTEST_EVENT and before.label.endswith(frame.label):
        return replace(frame, label=f"首届{before.label}")  # 成立X论坛，首届论坛将在此举办
    if _FIRST_MEETING.fullmatch(frame.label) is None:
        return frame
    return replace(frame, label=before.label + frame.label)
