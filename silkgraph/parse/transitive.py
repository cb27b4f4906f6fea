"""The construction with a verb and its objects: who signs, issues, founds what; each object an outcome.

``中国政府与老挝政府签署A和B``, ``中国政府有关部门发布《A》、《B》``, ``中方设立C（1000亿元）``. What an object must
say to tell an outcome depends on its verb (``tellings``) and on what it names (``generalities``).
"""

from __future__ import annotations

import re

from silkgraph.model import Amount, Kind
from silkgraph.parse.acts import Act, Context, Frame, construction
from silkgraph.parse.coordination import Party
from silkgraph.parse.distribution import distributed
from silkgraph.parse.generalities import counts, names_nothing
from silkgraph.parse.hosts_of_acts import hosts_of
from silkgraph.parse.kinds import kind_of
from silkgraph.parse.labels import clean_label, with_topic, without_talks
from silkgraph.parse.makers import made_by
from silkgraph.parse.money import find_money
from silkgraph.parse.object_lists import objects
from silkgraph.parse.tellings import SIGNED_KINDS, is_agreed, is_joint, is_understanding, is_vague, tells
from silkgraph.recognise.brackets import Span, depths
from silkgraph.recognise.lexicon import HeadNoun
from silkgraph.recognise.references import is_reference
from silkgraph.values import dataclass, replace

_BARE = 4
"""So many more characters than its head noun (补充协议) do not tell what a text is about."""
_PARENTHESIS = re.compile(r"（[^（）]*）$")
_SHARED_ATTRIBUTE = re.compile(r"[^《》，]{4,30}的(?=《[^《》]{2,8}》(?:和|、|及|与|以及)《)")
"""What is said of several titles: 加强知识产权合作的|《共同倡议》和《联合声明》."""
_COMMON_TITLE = 6
_AIDING = ("援建", "捐建", "援助建设", "援助修建")
_BUILDING = ("建设", "兴建", "新建", "修建", "建造", "捐建", "援建")
_GIVEN_TO = ("向", "给", "面向")
_FROM_HERE = re.compile("[至到](?=.{4})")
"""``海口开通|至多哈的国际航线``: where the line begins stands before the verb."""
_PAIR = "甲乙"
_BY_BOTH = ("协议", "合同", "备忘录")
_BIDDING = re.compile("(?:投标)?(?:联合体|联营体|联合团队)")
_WINNING = re.compile("，[^，。]{0,8}?(?:中标|竞得|赢得|夺得|拿下|承建|承揽|中选)")
"""``与乙组成联合体|，中标X``: a firm of two for the work that is told next."""
_SELLING = ("发行", "增发")
_PARTICULAR = 6
"""A longer name beside one that names something shares its attribute: ``中国—中亚减贫中心、教育交流中心``."""


@construction("transitive")
def transitive(act: Act, context: Context) -> list[Frame]:
    """``X与Y签署A和B``, ``X发布《A》、《B》``, ``X设立A（1000亿元）``: a frame for each object."""
    verb = act.predicate.verb
    frames: list[Frame] = []
    shared = _SHARED_ATTRIBUTE.match(context.text, *act.predicate.object)
    kinds = SIGNED_KINDS if verb.frame == "sign" else None
    spans = objects(context.text, _object(act, context), context.lexicon, kinds)
    for span in spans:
        frame = _with_object(act, span, context, listed=bool(frames))
        if frame and shared and context.text[span[0]] == "《" and len(frame.label) <= _COMMON_TITLE:
            frame = replace(frame, label=shared.group() + frame.label)
        if frame is None or context.running and counts(act, context.words((span[0], act.predicate.object[1])), context):
            continue
        frames.append(frame)
    return distributed(frames, act, context)


def _object(act: Act, context: Context) -> Span:
    """The object; of a bond, without what only describes it (``发行同时符合两项准则的|首只绿色债券``)."""
    start, end = act.predicate.object
    if act.predicate.verb.form not in _SELLING:
        return start, end
    depth = depths(context.text[start:end])
    of = [i for i, mark in enumerate(context.text[start:end]) if mark == "的" and not depth[i]]
    return (start + of[-1] + 1 if of else start), end


@dataclass(frozen=True, slots=True)
class _Thing:
    """An object of an act: where it stands, its words without what stands in brackets, its head noun, its sums."""

    span: Span
    bare: str
    noun: HeadNoun | None
    amounts: tuple[Amount, ...]


def _with_object(act: Act, span: Span, context: Context, listed: bool = False) -> Frame | None:
    """The frame of one object; ``listed`` beside one that names something, with which it shares its attributes."""
    verb = act.predicate.verb
    bare = _PARENTHESIS.sub("", context.words(span))
    about = context.words(act.head.about) if act.head.about else ""
    if is_agreed(verb, bare, about):
        return _agreed(act, bare, about)
    if verb.frame == "sign" and not act.subjects and not about and act.head.topic:
        act, about = _of_builder(act, context)
    if is_joint(verb, bare, about) and len((*act.subjects, *act.partners)) >= len(_PAIR):
        return _joint(act, about)
    amounts = tuple(mention.amount for mention in find_money(context.text, *span))
    thing = _Thing(span, bare, context.lexicon.head_of_name(without_talks(bare)), amounts)
    title = context.setting.title
    itself = bare.startswith("本") and _PARENTHESIS.sub("", title).endswith(bare[1:])
    drafted = itself and verb.frame == "issue" and not bare.endswith("清单")
    if not drafted and not _tells(act, thing, about, context):
        return None
    label = clean_label(title if itself else bare)
    if _is_mere(label, thing, act, context):
        return None
    label = _in_full(label, thing, act, about, context)
    if _is_general(label, thing, act, context, listed) or _is_by_nobody(thing, act, context):
        return None
    return _told(label, thing, act, context)


def _tells(act: Act, thing: _Thing, about: str, context: Context) -> bool:
    """Whether verb and object together tell an outcome."""
    partnered = any(not party.generic for party in act.partners)
    helping = act.predicate.verb.frame == "give" or act.predicate.verb.form in _BUILDING
    topical = bool(about or helping and act.head.recipients)
    given = {"with_amount": bool(thing.amounts), "running": context.running, "about": topical}
    if not tells(act.predicate.verb, thing.bare, thing.noun, **given, partnered=partnered):
        return False
    return not (context.running and is_understanding(thing.bare))


def _is_mere(label: str, thing: _Thing, act: Act, context: Context) -> bool:
    """Whether an object is only a noun or a word for something else: ``将尽早签署|协定``, ``恢复|直航``."""
    verb, noun = act.predicate.verb, thing.noun
    ahead = verb.frame == "sign" and act.status == "announced" and not act.head.counterparts
    if ahead and noun and label == noun.form:
        return True
    if _BIDDING.fullmatch(label) and _WINNING.match(context.text, thing.span[1]):
        return True
    if len(label) < 2 or label.endswith(context.lexicon.particles["no_outcomes"]):
        return True
    return noun is not None and verb.frame == "launch" and _is_common(label, noun) and _is_reference(act, context)


def _in_full(label: str, thing: _Thing, act: Act, about: str, context: Context) -> str:
    """The name with what it is about, or whose it is, where that stands before the verb: ``海口开通|至多哈的航线``."""
    verb, topic = act.predicate.verb, act.head.topic
    if about and verb.frame == "sign" and _is_bare(label, thing.noun):
        return with_topic(about, label)
    if topic and verb.frame == "launch" and thing.noun is not None and label == thing.noun.form and not act.subjects:
        return with_topic(context.words(topic), label)
    if topic is None or not _FROM_HERE.match(label):
        return label
    start = context.words(topic)
    return start + label if not act.subjects or context.names.is_place(start) else label


def _is_general(label: str, thing: _Thing, act: Act, context: Context, listed: bool) -> bool:
    """Whether a name says nothing in particular; one beside a particular one may be long enough by itself."""
    if is_vague(label) and not (label in _BY_BOTH and _both_named(act)):
        return True
    shares = listed and len(thing.bare) > _PARTICULAR
    return context.running and not shares and names_nothing(act, thing.bare, thing.noun, context)


def _is_by_nobody(thing: _Thing, act: Act, context: Context) -> bool:
    """Whether nobody in particular signs a text without a name: ``多家银行同西非国家|签署贷款协议``."""
    sides = (*act.subjects, *act.partners)
    if not context.running or act.predicate.verb.frame != "sign" or len(sides) < len(_PAIR) or thing.amounts:
        return False
    nobody = all(p.generic and context.names.country_prefix(p.name) is None for p in sides)
    return nobody and _is_bare(thing.bare, thing.noun)


def _told(label: str, thing: _Thing, act: Act, context: Context) -> Frame:
    """The frame of an object that tells an outcome."""
    verb = act.predicate.verb
    kind = kind_of(verb, thing.bare, thing.noun, with_amount=bool(thing.amounts))
    evidence = act.predicate.clause if act.predicate.object[0] <= thing.span[0] else thing.span
    status = "announced" if verb.frame == "launch" and kind == "agreement" else act.status
    partners = act.partners or _receivers(act)
    if kind in ("programme", "institution") and not partners:
        served = act.served(context.names)  # 为基里巴斯、汤加|实施“阳光村”项目
        partners = served if all(context.names.is_country(party.name) for party in served) else ()
    if context.running and not partners and verb.frame in ("found", "launch", "arrive") and kind != "event":
        partners = hosts_of(act.predicate.head, context)
    return Frame(kind, label, status, act.subjects, partners, evidence, thing.amounts)


def _joint(act: Act, about: str) -> Frame:
    """``甲与乙就X|开展合作``: what two do together, named by what it is about."""
    kind: Kind = "agreement" if act.predicate.verb.frame == "sign" else "programme"
    topic = clean_label(about)
    label = topic if topic.endswith("合作") else topic + "合作"
    return Frame(kind, label, act.status, act.subjects, act.partners, act.predicate.clause)


def _of_builder(act: Act, context: Context) -> tuple[Act, str]:
    """``中国港湾中标的|莱基港二期项目|签订施工合同``: who builds it signs, and the contract is that of the project."""
    made = made_by(act.head.topic or act.predicate.head, context)
    if not made.subjects or made.thing[0] <= act.predicate.head[0]:
        return act, ""
    return replace(act, subjects=made.subjects, partners=act.partners or made.partners), context.words(made.thing)


def _receivers(act: Act) -> tuple[Party, ...]:
    """Those to whom something is given (``向|萨方|援建图书馆``); also those for whom it is built as a gift."""
    verb, toward = act.predicate.verb, act.head.toward
    aided = verb.form in _AIDING and toward in ("为", "帮助")
    given = (verb.frame == "give" or verb.form in _AIDING) and toward in _GIVEN_TO
    return act.head.recipients if aided or given else ()


def _agreed(act: Act, phrase: str, about: str) -> Frame:
    """``就航权扩大达成一致``: what was agreed upon, by its topic."""
    kind: Kind = "declaration" if "共识" in phrase else "agreement"
    label = clean_label(about) + phrase if kind == "declaration" else clean_label(about)
    return Frame(kind, label, act.status, act.subjects, act.partners, act.predicate.clause)


def _both_named(act: Act) -> bool:
    """Whether two particular bodies sign, so that even a nameless 协议 is one of their own."""
    sides = (*act.subjects, *act.partners)
    return act.predicate.verb.frame == "sign" and len(sides) == len(_PAIR) and not any(p.generic for p in sides)


def _is_common(label: str, noun: HeadNoun) -> bool:
    """Whether a name is a mere noun (``恢复|直航``)."""
    return noun.weak and label == noun.form and len(label) < _BARE


def _is_reference(act: Act, context: Context) -> bool:
    """Whether the subject is 双方 or the like, so that it does not tell which one is meant."""
    topic = act.head.topic
    return topic is None or is_reference(context.words(topic)) or bool(act.subjects)


def _is_bare(label: str, noun: HeadNoun | None) -> bool:
    """Whether the name of a text says nothing of its subject: ``商务合同``, ``三方备忘录``."""
    return noun is not None and len(label) - len(noun.form) <= _BARE
