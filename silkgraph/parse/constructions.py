"""The constructions that tell outcomes: who signs what, what is held, what arrives, who gives money.

``@construction`` gives the frames the name of the rule that read them; a new one is listed in ``model.Rule`` and
described in ``ontology/reading.ttl``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from silkgraph.model import Amount, Kind, Status
from silkgraph.parse.acts import Act, Context, Frame, clean_label, construction, without_attribute
from silkgraph.parse.coordination import Party, objects, parties
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.money import find_money
from silkgraph.parse.predicates import Clause
from silkgraph.recognise.brackets import Span, bracketed, trim
from silkgraph.recognise.lexicon import HeadNoun, Verb

_PARENTHESIS = re.compile(r"（[^（）]*）$")
_ENLARGED = re.compile(r"(?:加大|扩大|增加|开展|设立|提供)(.+?)(?:力度|规模)?$")
_REPORTED = re.compile(r"(.{4,}?)(?:正式)?(?:成立|启动|设立|开通)$")
_SIGNED_KINDS = frozenset({"agreement", "declaration", "publication", "funding"})
_VAGUE = re.compile(r"(?:多项|一系列|一批|系列|重要|广泛|一些)*(?:共识|成果|文件|协议|合作|意见|项目|合作项目)")
_SIGNERS = re.compile(r"(?P<who>[^《》]+?)(?:关于|合作|谅解备忘录|联合)")
_COUNTED_EVENT = re.compile(r"(?:\d+|[一二两三四五六七八九十]+)(?:场|个|次)(?P<noun>.+(?:论坛|会议|研讨会))")
_TOPICS = re.compile(r"(?:讨论|聚焦|议题(?:分别)?(?:是|为)|分别(?:讨论|聚焦))：?(?P<list>.+)")
_EDITIONS = re.compile(r"(?:\d+|[一二三四五六七八九十]+)(?:届|场|次|期)")
_COUNTED = re.compile(r"(?:近|超|约)?\d+(?:多|余)?(?:家|个|所|项|对|套|期|处|名|条|份|座)")
_PLACE = re.compile(r"(?<=.)[在于][^“”《》，]{2,12}$")
_COMMON_NOUN = 5
"""An event's name of so few characters is a common noun (文化年): there is one with each partner."""


@construction("held")
def held(act: Act, context: Context) -> list[Frame]:
    """``X举办Y``: the events Y, by X."""
    frames = []
    spans = objects(context.text, act.predicate.object, context.lexicon)
    if all(_is_common_noun(context.words(span)) for span in spans):
        spans = [(spans[0][0], spans[-1][1])]
    for span in spans:
        phrase = context.words(span)
        noun = context.lexicon.head(_PARENTHESIS.sub("", phrase))
        if noun is None and "“" not in phrase:
            continue
        kind: Kind = "programme" if noun is not None and noun.kind == "programme" else "event"
        frame = Frame(kind, clean_label(phrase), act.status, act.subjects, act.partners, act.predicate.clause)
        distributive = all(map(_is_common_noun, frame.label.split("、"))) and len(act.partners) > 1
        frames += [replace(frame, partners=(partner,)) for partner in act.partners] if distributive else [frame]
    return frames


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
    topic = context.words(act.head.topic) if act.head.topic else discourse.topic or discourse.event
    if act.predicate.verb.form in ("协办", "承办") and "由" not in context.words(act.predicate.head):
        topic = discourse.event
    label = clean_label(re.split(r"以[“‘]", topic)[0].rstrip("，"))
    if not label or not act.head.subjects:
        return []
    discourse.event = label
    discourse.subjects = ()
    return [Frame("event", label, act.status, act.head.subjects, (), act.predicate.clause)]


def is_hosted(act: Act, context: Context, discourse: Discourse) -> bool:
    """Whether the event stands before the verb and its host behind 由, or was named before (``Z协办``)."""
    if act.has_object and context.text[act.predicate.object[0]] not in "在于":
        return False
    if "由" in context.words(act.predicate.head):
        return True
    return bool(discourse.event and act.head.subjects and act.predicate.verb.form in ("协办", "承办"))


@construction("witnessed")
def witnessed(act: Act, context: Context) -> list[Frame]:
    """``两国元首共同见证了《甲国政府和乙国政府关于…的协定》的签署``: the parties are those the title names."""
    frames = []
    for start, end in bracketed(context.text, act.predicate.object, "《"):
        signers = _SIGNERS.match(context.text, start + 1)
        named = parties(context.text, (start + 1, signers.end("who")), context.names) if signers else []
        named = [party for party in named if context.names.is_complete(party.name)]
        label = clean_label(context.words((start, end)))
        frames.append(Frame("agreement", label, act.status, tuple(named[:1]), tuple(named[1:]), (start, end)))
    return frames


@construction("arrived")
def arrived(act: Act, context: Context, discourse: Discourse) -> list[Frame]:
    """The thing itself is the subject: ``亚洲金融合作协会正式成立``, ``卡洛特水电站并网发电``."""
    start, end = context.grammar.strip_leading(context.text, act.predicate.head)
    end, _ = context.grammar.strip_adverbs(context.text, start, end)
    place = _PLACE.search(context.text, start, end)
    span = trim(context.text, (start, place.start() if place else end))
    if span[1] <= span[0]:
        return []
    verb = act.predicate.verb
    frames = []
    for part in objects(context.text, span, context.lexicon):
        phrase = context.words(part)
        noun = context.lexicon.head(_PARENTHESIS.sub("", phrase))
        if noun is None and not phrase.endswith(("”", "》")) or len(phrase) < 4:
            continue
        kind: Kind = "event" if verb.frame == "hold" else noun.kind if noun else verb.kind
        frames.append(Frame(kind, clean_label(without_attribute(phrase)), act.status, (), (), act.predicate.clause))
    if frames and verb.frame == "arrive" and context.names.is_complete(frames[0].label):
        discourse.subjects = (Party(frames[0].label, *span, False),)
    return frames


@construction("reported")
def reported(act: Act, context: Context) -> list[Frame]:
    """``论坛宣告X正式成立``: X, set up by who announces it."""
    match = _REPORTED.match(context.words(act.predicate.object))
    if match is None:
        return []
    noun = context.lexicon.head(match[1])
    kind: Kind = noun.kind if noun else "institution"
    return [Frame(kind, clean_label(match[1]), act.status, act.subjects, (), act.predicate.clause)]


@construction("funded")
def funded(act: Act, context: Context) -> list[Frame]:
    """``向X提供20亿元Y``, ``丝路基金新增资金1000亿元``: money from the subject to who receives it."""
    money = find_money(context.text, *act.predicate.object)
    if not money or not act.subjects:
        return []
    phrase = context.words(act.predicate.object)
    for mention in money:
        phrase = phrase.replace(context.text[mention.start : mention.end], "")
    label, recipients, verb = clean_label(phrase), act.head.recipients, act.predicate.verb.form
    if len(label) < 3:
        to = "、".join(party.name for party in recipients)
        label = f"向{to}{verb}" if to else f"{act.subjects[0].name}{verb}"
    amounts = tuple(mention.amount for mention in money)
    return [Frame("funding", label, act.status, act.subjects, recipients, act.predicate.clause, amounts)]


@construction("enlarged")
def enlarged(clause: Clause, amounts: tuple[Amount, ...], context: Context, discourse: Discourse) -> list[Frame]:
    """``将加大对X的援助力度，未来3年总体援助规模不少于600亿元``: the clause before says what the money is for."""
    match = _ENLARGED.search(discourse.topic)
    if match is None or discourse.topic_span is None:
        return []
    recipient = re.match(r"(?:对|向)(.+?)的", match[1])
    partners: tuple[Party, ...] = ()
    if recipient:
        start = context.text.find(recipient[1], discourse.topic_span[0])
        partners = tuple(parties(context.text, (start, start + len(recipient[1])), context.names))
    status: Status = "announced" if discourse.announced else "concluded"
    span = (discourse.topic_span[0], clause.span[1])
    return [Frame("funding", match[1], status, discourse.subjects, partners, span, amounts)]


@construction("transitive")
def transitive(act: Act, context: Context) -> list[Frame]:
    """``X与Y签署A和B``, ``X发布《A》、《B》``, ``X设立A（1000亿元）``: a frame for each object."""
    verb = act.predicate.verb
    frames: list[Frame] = []
    for span in objects(
        context.text, act.predicate.object, context.lexicon, _SIGNED_KINDS if verb.frame == "sign" else None
    ):
        frame = _with_object(act, span, context)
        if frame is None or context.running and _counts(act, context.words(span)):
            continue
        if act.head.respective and len(act.subjects) > 1:
            frames += [replace(frame, initiators=(subject,)) for subject in act.subjects]
        else:
            frames += _spread(frame, context, joint=act.joint and verb.frame != "sign")
    return frames


def _with_object(act: Act, span: Span, context: Context) -> Frame | None:
    phrase = context.words(span)
    bare = _PARENTHESIS.sub("", phrase)
    noun = context.lexicon.head(bare.rstrip("》”"))
    amounts = tuple(mention.amount for mention in find_money(context.text, *span))
    label = clean_label(bare)
    if not _is_outcome(act.predicate.verb, bare, noun, bool(amounts)) or len(label) < 2:
        return None
    if noun is None and context.running and "《" not in bare and "“" not in bare:
        return None
    if _VAGUE.fullmatch(label) or label.endswith(context.lexicon.particles["no_outcomes"]):
        return None
    kind = _kind(act.predicate.verb, bare, noun, bool(amounts))
    evidence = act.predicate.clause if act.predicate.object[0] <= span[0] else span
    return Frame(kind, label, act.status, act.subjects, act.partners, evidence, amounts)


def _is_outcome(verb: Verb, phrase: str, noun: HeadNoun | None, with_amount: bool) -> bool:
    """Whether verb and object together name something: a strict verb needs an object that does."""
    named = "《" in phrase or "“" in phrase
    if verb.frame == "fund":
        return "基金" in phrase
    if noun is None:
        return "《" in phrase or phrase.endswith("”") or not verb.strict and len(phrase) > 2
    if not verb.strict:
        return True
    if verb.frame == "found" and "的" in phrase and "“" not in phrase:
        return False
    if verb.frame == "sign" and noun.kind not in _SIGNED_KINDS:
        return False
    return named or with_amount or not noun.weak or verb.frame == "launch"


def _kind(verb: Verb, phrase: str, noun: HeadNoun | None, with_amount: bool) -> Kind:
    """The kind of outcome: what is signed is an agreement; otherwise the head noun tells, then the verb."""
    if verb.frame == "sign":
        return "agreement"
    if noun is None:
        return "funding" if with_amount and verb.frame == "found" else verb.kind
    kind: Kind = noun.kind
    if verb.frame == "issue" and kind != "declaration" and ("《" in phrase or kind == "agreement"):
        kind = "publication"
    elif verb.frame == "found" and kind in ("agreement", "publication"):
        kind = "institution"
    elif verb.frame == "launch" and kind == "agreement":
        kind = "programme"
    if with_amount and kind == "institution" and re.search("基金|贷款|窗口", phrase):
        kind = "funding"
    return kind


def is_count(act: Act) -> bool:
    """``已与28个国家签署自贸协定`` counts with whom and names nobody: a figure."""
    counted = act.partners and all(party.generic and re.search(r"\d", party.name) for party in act.partners)
    return act.predicate.verb.frame == "sign" and bool(counted)


def _counts(act: Act, phrase: str) -> bool:
    """Whether running prose counts what exists (``开展300余个民生合作项目``) and names nothing."""
    if "《" in phrase:
        return False
    return is_count(act) or act.status == "concluded" and "“" not in phrase and _COUNTED.match(phrase) is not None


def _spread(frame: Frame, context: Context, joint: bool) -> list[Frame]:
    """Signing with a list is distributive: a frame with each partner, unless done jointly or in one named text."""
    partners = frame.partners
    if joint or len(partners) < 2 or frame.kind not in ("agreement", "institution"):
        return [frame]
    if all(party.generic and context.names.country_prefix(party.name) is None for party in partners):
        return [frame]
    if context.words(frame.span).endswith("》"):
        return [frame]
    return [replace(frame, partners=(partner,)) for partner in partners]
