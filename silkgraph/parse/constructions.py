"""Constructions in which no object tells the outcome: the verb alone, a sentence that is announced, a sum of money.

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
from silkgraph.parse.instruments import instruments_seen
from silkgraph.parse.labels import clean_label, with_topic
from silkgraph.parse.predicates import Clause
from silkgraph.recognise.brackets import bracketed

_BY_ITSELF = frozenset("签约 签了约 签下约 签字 换文 达成签约 完成签约 完成换文 完成换函 签署 签订 续约 草签".split())
_NOTES = ("换文", "换函")
_CLOSING = re.compile("融资交割|融资关闭|融资落地|资金交割|(?<=完成)谈判")
"""What is closed with the money in hand is told by the verb: ``就电站项目完成|融资交割``."""
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


@construction("witnessed")
def witnessed(act: Act, context: Context) -> list[Frame]:
    """``两国元首共同见证了《甲国政府和乙国政府关于…的协定》的签署``: those who look on are no parties."""
    titles = bracketed(context.text, act.predicate.object, "《")
    if not titles:
        return instruments_seen(act.predicate.object, context)
    return [Frame("agreement", clean_label(context.words(title)), act.status, (), (), title) for title in titles]


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
def signed(act: Act, context: Context) -> list[Frame]:
    """``X与Y签约``, ``X就Z与Y换文``: a text that is told by the verb alone."""
    about = context.words(act.head.about) if act.head.about else ""
    if "就此" in context.words(act.predicate.head):
        return []  # what they signed was told before
    closed = _CLOSING.search(act.predicate.verb.form)
    if act.predicate.verb.form not in _BY_ITSELF and not (closed and about):
        return []
    if closed:
        frame = Frame("agreement", about + closed.group(), act.status, act.subjects, act.partners, act.predicate.clause)
        return [frame]
    exchanged = next((notes for notes in _NOTES if notes in act.predicate.verb.form), "")
    label = with_topic(about, exchanged or ("协议" if about else "签约"))
    frame = Frame("agreement", label, act.status, act.subjects, act.partners, act.predicate.clause)
    if not act.subjects:
        return [frame] if about and exchanged else []
    return distributed([frame], act, context)
