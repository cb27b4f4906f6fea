"""Tenders that are won: ``公司收到肯尼亚输电公司发出的中标通知书，确认其为拉穆输变电项目的中标单位``.

Who asked for tenders is the partner; the project names the contract, the letter does where no project is told.
"""

from __future__ import annotations

import re

from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.adverbials import strip_adverbials
from silkgraph.parse.coordination import Party, parties
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.labels import clean_label
from silkgraph.parse.makers import made_by
from silkgraph.parse.money import find_money
from silkgraph.recognise.brackets import Span

_LETTER = "中标通知书?|中标函|中标确认函|授标函|授标通知书?|中选通知书?"
KEYWORDS = f"{_LETTER}|证书$"
"""Without one of these a clause tells no award."""
_NOTICE = re.compile(_LETTER)
_RECEIVED = re.compile(
    r"(?P<head>[^《》]{2,80}?)(?:收到|接获|接到|取得|获得|收悉)了?(?:由|来自)?(?P<by>[^，《》]{3,40}?)"
    r"(?:正式)?(?:发出|出具|发来|签发|颁发|下发|授出|送达|发放|下达)?的?"
    rf"(?P<what>[^，《》的]{{0,40}}?)[《“]?(?P<letter>{_LETTER})[》”]?$"
)
_PROJECT = re.compile(
    r"(?:确认|确定|认定|通知|明确)[^，。为]{1,24}?(?:成)?为(?:其)?(?P<won>[^，。]{4,50}?)的?(?:中标|中选|承包|承建)(?:单位|人|方|商|者|企业)"
    r"|(?:中标|中选)(?:项目|标的|工程)(?:名称)?(?:为|是|系)(?P<named>[^，。]{4,50})"
)
_CERTIFIED = re.compile(
    r"(?P<thing>[^《》，]{4,60}?)(?:已|正式|顺利|成功|日前|近日|于[^，]{2,12}?)*(?:取得|获得|获颁|获|收到|拿到|领到)了?(?P<by>[^，《》]{3,30}?)?"
    r"(?:正式)?(?:签发|颁发|发出|出具|核发|授予)?的?(?:工程|项目)?(?:最终|临时|初步|实质性)?(?:移交|完工|竣工|接收|验收|交接|竣工验收|履约|投产|运营)证书$"
)
_SUM = re.compile("(?:中标|合同|项目)(?:总)?(?:金额|价|额)")


def certified(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """``甲承建的输电线路项目已取得乙签发的移交证书``: the project is done and in the hands of who certifies it."""
    match = _CERTIFIED.match(context.text, *clause) if "证书" in context.text[clause[1] - 2 : clause[1]] else None
    if match is None:
        return []
    made = made_by((context.grammar.strip_leading(context.text, clause)[0], match.end("thing")), context)
    end = strip_adverbials(context.text, made.thing, context.names).end
    label = clean_label(context.words((made.thing[0], end)))
    noun = context.lexicon.head(label)
    if noun is None or noun.kind not in ("programme", "institution") or len(label) < len(noun.form) + 2:
        return []
    by = parties(context.text, match.span("by"), context.names) if match["by"] else []
    buyers = tuple(party for party in by if context.names.is_complete(party.name))
    makers = discourse.resolved(made.subjects)
    return [Frame("programme", label, "concluded", makers, buyers or discourse.resolved(made.partners), clause)]


def awarded(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """The agreement that a letter of award makes, with its project and its sum."""
    if _NOTICE.search(context.text, *clause) is None:
        return []
    match = _RECEIVED.match(context.text, *clause)
    if match is None:
        return []
    winners = discourse.resolved(context.grammar.read(context.text, match.span("head")).subjects)
    by = match["by"]
    told_by = context.names.is_complete(by)
    end = context.text.find("。", clause[1])
    end = len(context.text) if end < 0 else end
    project = _PROJECT.search(context.text, clause[1], end)
    told = project and (project["won"] or project["named"])
    unnamed = match["what"] if told_by else by + match["what"]
    label = clean_label(told or unnamed + match["letter"])
    named = _SUM.search(context.text, clause[1], end)
    mentions = find_money(context.text, named.start(), end) if named else ()
    buyer = (Party(by, *match.span("by"), context.names.is_generic(by)),) if told_by else ()
    sums = tuple(mention.amount for mention in mentions[:1])
    span = (clause[0], mentions[0].end if mentions else project.end() if project else clause[1])
    return [Frame("agreement", label, "concluded", winners or discourse.subjects, buyer, span, sums)]
