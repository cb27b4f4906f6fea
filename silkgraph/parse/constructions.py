"""The constructions that tell outcomes: who signs, issues, founds what, who gives money.

``@construction`` gives the frames the name of the rule that read them; a new one is listed in ``model.Rule`` and
described in ``ontology/reading.ttl``.
"""

from __future__ import annotations

import re

from silkgraph.model import Amount, Kind, Status
from silkgraph.parse.acts import Act, Context, Frame, construction
from silkgraph.parse.coordination import Party, parties
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.distribution import distributed
from silkgraph.parse.generalities import counts, names_nothing
from silkgraph.parse.hosts_of_acts import hosts_of
from silkgraph.parse.kinds import kind_of
from silkgraph.parse.labels import clean_label, with_topic, without_talks
from silkgraph.parse.makers import made_by
from silkgraph.parse.money import find_money
from silkgraph.parse.object_lists import objects
from silkgraph.parse.predicates import Clause
from silkgraph.parse.tellings import SIGNED_KINDS, is_agreed, is_joint, is_understanding, is_vague, tells
from silkgraph.recognise.brackets import Span, bracketed, depths
from silkgraph.recognise.lexicon import HeadNoun
from silkgraph.recognise.references import is_reference
from silkgraph.values import replace

_BY_ITSELF = frozenset(
    ("签约", "签了约", "签下约", "签字", "换文", "达成签约", "完成签约", "完成换文", "签署", "签订", "续约", "草签")
)
_CLOSING = re.compile("融资交割|融资关闭|融资落地|资金交割")
"""What is closed with the money in hand is told by the verb: ``就电站项目完成|融资交割``."""
_BARE = 4
"""So many more characters than its head noun (补充协议) do not tell what a text is about."""
_PARENTHESIS = re.compile(r"（[^（）]*）$")
_ENLARGED = re.compile(r"(?:加大|扩大|增加|开展|设立|提供)(.+?)(?:力度|规模)?$")
_REPORTED = re.compile(
    r"(.{4,}?)(?:已|于[^，]{2,10}|今日|当天|同日|全线|全面|全部|顺利|成功|如期|正式)*"
    r"(?:成立|启动|设立|开通|开工建设|开工|开建|动工|奠基|竣工|完工|落成|通车|通航|贯通|投产|投运|投用|启用|揭牌|上线|首航|首发|并网发电|并网|商用|投入运营|投入使用|开馆|开园|开播|开班)$"
)
_YEAR = re.compile(r"(?:将|把)?\d{4}年(?:至\d{4}年)?(?:定|确定)?为(?P<what>.{3,30}?年[”’]?)$")
"""``宣布|2026年为“文化旅游年”``."""
_HELD_IN = re.compile(
    r"(?:将)?(?:于|在)?\d{4}年(?:[和、至—-]\d{4}年)*(?:互办|举办|共同举办|合办)(?P<what>.{3,30}?[年节周季][”’]?)$"
)
"""``宣布|2025年和2026年互办文化旅游年``."""
_NAMED = re.compile(r"[《“]")
_SHARED_ATTRIBUTE = re.compile(r"[^《》，]{4,30}的(?=《[^《》]{2,8}》(?:和|、|及|与|以及)《)")
"""What is said of several titles: 加强知识产权合作的|《共同倡议》和《联合声明》."""
_COMMON_TITLE = 6
_AIDING = ("援建", "捐建", "援助建设", "援助修建")
_GIVEN_TO = ("向", "给", "面向")
_FROM_HERE = re.compile("[至到](?=.{4})")
"""``海口开通|至多哈的国际航线``: where the line begins stands before the verb."""
_PAIR = "甲乙"
_BY_BOTH = ("协议", "合同", "备忘录")
_BIDDING = re.compile("(?:投标)?(?:联合体|联营体|联合团队)")
_WINNING = re.compile("，[^，。]{0,8}?(?:中标|竞得|赢得|夺得|拿下|承建|承揽|中选)")
"""``与乙组成联合体|，中标X``: a firm of two for the work that is told next."""
_SELLING = ("发行", "增发")


@construction("witnessed")
def witnessed(act: Act, context: Context) -> list[Frame]:
    """``两国元首共同见证了《甲国政府和乙国政府关于…的协定》的签署``: those who look on are no parties."""
    return [
        Frame("agreement", clean_label(context.words(title)), act.status, (), (), title)
        for title in bracketed(context.text, act.predicate.object, "《")
    ]


@construction("reported")
def reported(act: Act, context: Context) -> list[Frame]:
    """``论坛宣告X正式成立``: X, set up by who announces it."""
    year = _YEAR.match(context.words(act.predicate.object)) or _HELD_IN.match(context.words(act.predicate.object))
    if year is not None:
        event = clean_label(year["what"])
        return [Frame("event", event, "announced", act.subjects, act.partners, act.predicate.clause)]
    match = _REPORTED.match(context.words(act.predicate.object))
    if match is None:
        return []
    noun = context.lexicon.head(match[1])
    kind: Kind = noun.kind if noun else "institution"
    return [Frame(kind, clean_label(match[1]), act.status, act.subjects, (), act.predicate.clause)]


_PARTICULAR = 6
"""A longer name beside one that names something shares its attribute: ``中国—中亚减贫中心、教育交流中心``."""


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


@construction("transitive")
def signed(act: Act, context: Context) -> list[Frame]:
    """``X与Y签约``, ``X就Z与Y换文``: a text that is told by the verb alone."""
    about = context.words(act.head.about) if act.head.about else ""
    closed = _CLOSING.search(act.predicate.verb.form)
    if act.predicate.verb.form not in _BY_ITSELF and not (closed and about):
        return []
    if closed:
        frame = Frame("agreement", about + closed.group(), act.status, act.subjects, act.partners, act.predicate.clause)
        return [frame]
    label = with_topic(about, "换文" if "换文" in act.predicate.verb.form else "协议" if about else "签约")
    frame = Frame("agreement", label, act.status, act.subjects, act.partners, act.predicate.clause)
    if not act.subjects:
        return [frame] if about and label.endswith("换文") else []
    return distributed([frame], act, context)


def _object(act: Act, context: Context) -> Span:
    """The object; of a bond, without what only describes it (``发行同时符合两项准则的|首只绿色债券``)."""
    start, end = act.predicate.object
    if act.predicate.verb.form not in _SELLING:
        return start, end
    depth = depths(context.text[start:end])
    of = [i for i, mark in enumerate(context.text[start:end]) if mark == "的" and not depth[i]]
    return (start + of[-1] + 1 if of else start), end


def _with_object(act: Act, span: Span, context: Context, listed: bool = False) -> Frame | None:
    """The frame of one object; ``listed`` beside one that names something, with which it shares its attributes."""
    phrase = context.words(span)
    verb = act.predicate.verb
    bare = _PARENTHESIS.sub("", phrase)
    noun = context.lexicon.head_of_name(without_talks(bare))
    amounts = tuple(mention.amount for mention in find_money(context.text, *span))
    about = context.words(act.head.about) if act.head.about else ""
    if is_agreed(verb, bare, about):
        return _agreed(act, bare, about)
    if verb.frame == "sign" and not act.subjects and not about and act.head.topic:
        act, about = _of_builder(act, context)
    if is_joint(verb, bare, about) and len((*act.subjects, *act.partners)) >= len(_PAIR):
        kind: Kind = "agreement" if verb.frame == "sign" else "programme"
        topic = clean_label(about)
        label = topic if topic.endswith("合作") else topic + "合作"
        return Frame(kind, label, act.status, act.subjects, act.partners, act.predicate.clause)
    partnered = any(not party.generic for party in act.partners)
    given = {"with_amount": bool(amounts), "running": context.running, "about": bool(about), "partnered": partnered}
    title = context.setting.title
    itself = bare.startswith("本") and _PARENTHESIS.sub("", title).endswith(bare[1:])
    drafted = itself and verb.frame == "issue" and not bare.endswith("清单")
    if not drafted and (not tells(verb, bare, noun, **given) or context.running and is_understanding(bare)):
        return None
    label = clean_label(title if itself else bare)
    if verb.frame == "sign" and act.status == "announced" and not act.head.counterparts and noun and label == noun.form:
        return None  # 将尽早签署|协定
    if _BIDDING.fullmatch(label) and _WINNING.match(context.text, span[1]):
        return None
    if len(label) < 2 or label.endswith(context.lexicon.particles["no_outcomes"]):
        return None
    if noun is not None and verb.frame == "launch" and _is_common(label, noun) and _is_reference(act, context):
        return None
    if about and verb.frame == "sign" and _is_bare(label, noun):
        label = with_topic(about, label)
    elif verb.frame == "launch" and noun is not None and label == noun.form and act.head.topic and not act.subjects:
        label = with_topic(context.words(act.head.topic), label)
    elif _FROM_HERE.match(label) and act.head.topic:
        label = context.words(act.head.topic) + label
    if (
        is_vague(label)
        and not (label in _BY_BOTH and _both_named(act))
        or context.running
        and not (listed and len(bare) > _PARTICULAR)
        and names_nothing(act, bare, noun, context)
    ):
        return None
    sides = (*act.subjects, *act.partners)
    nobody = context.running and verb.frame == "sign" and len(sides) > 1
    nobody = nobody and all(p.generic and context.names.country_prefix(p.name) is None for p in sides)
    if nobody and noun is not None and _is_bare(bare, noun) and not amounts:  # 多家银行同西非国家签署贷款协议
        return None
    told = kind_of(verb, bare, noun, with_amount=bool(amounts))
    evidence = act.predicate.clause if act.predicate.object[0] <= span[0] else span
    status = "announced" if verb.frame == "launch" and told == "agreement" else act.status
    partners = act.partners or _receivers(act)
    if told == "programme" and not partners:
        served = act.served(context.names)  # 为基里巴斯、汤加|实施“阳光村”项目
        partners = served if all(context.names.is_country(party.name) for party in served) else ()
    if context.running and not partners and verb.frame in ("found", "launch") and told != "event":
        partners = hosts_of(act.predicate.head, context)
    return Frame(told, label, status, act.subjects, partners, evidence, amounts)


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
