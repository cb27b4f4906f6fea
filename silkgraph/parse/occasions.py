"""What guests look on at while it is opened.

``两国元首共同出席|钱凯港|开港|仪式``, ``为|中国文化中心|揭牌``: those who attend, witness or unveil are no parties;
what is opened, begun or handed over came into being. Texts that are signed before witnesses have a construction of
their own (``witness`` in ``verbs.toml``).
"""

from __future__ import annotations

import re

from silkgraph.model import Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.ceremonies import ceremony
from silkgraph.parse.labels import clean_label
from silkgraph.recognise.brackets import Span

_KEYWORD = re.compile("仪式|典礼|见证|[揭剪奠]")
_BEFORE = r"(?P<head>.{0,80}?)"
_GUESTS = (
    "(?:元首|领导人|总统|总理|首相|主席|议长|外长|部长|大臣|大使|书记|省长|市长|州长|嘉宾|代表)"
    "(?:[^，]{0,4}(?:共同|一道|一同|联合))?"
)
_OPENINGS = (
    re.compile(
        _BEFORE + r"(?:出席|参加|见证|参与|主持|观摩)(?:并[见致][^，]{1,4})?了?(?P<what>[^，《》]{4,60}?(?:仪式|典礼))$"
    ),
    re.compile(
        _BEFORE
        + r"见证了?(?P<what>[^，《》]{3,50}?(?:揭牌|挂牌|启用|开工|通车|竣工|启动|开通|首发|投产|奠基|落成|开馆|"
        r"开港|下线|交付))$"
    ),
    re.compile(
        rf"(?P<head>.{{0,80}}?{_GUESTS})" + r"[为给](?P<what>[^，《》]{3,50}?)(?:揭牌|揭幕|剪彩|培土奠基|奠基|授牌)$"
    ),
)
_SIGNING = re.compile("签[署约字订]|换文|互换")


def occasion(clause: Span, context: Context) -> list[Frame]:
    """The frame of what is opened before guests in the clause; none where nothing is."""
    if _KEYWORD.search(context.text, *clause) is None:
        return []
    frame = _opened(clause, context)
    return [frame] if frame else []


def _opened(clause: Span, context: Context) -> Frame | None:
    match = next((found for opening in _OPENINGS if (found := opening.match(context.text, *clause))), None)
    if match is None or _SIGNING.search(match["what"]) or context.grammar.wishes.search(match["head"]):
        return None
    phrase = match["what"]
    if not phrase.endswith(("仪式", "典礼")):
        phrase = context.text[match.start("what") : clause[1]].replace("剪彩", "开工").replace("培土", "") + "仪式"
    celebrated = ceremony(phrase, context.lexicon)
    if celebrated is None or not celebrated.thing or celebrated.kind == "event":
        return None
    status: Status = "announced" if context.grammar.announced.search(match["head"]) else "concluded"
    return Frame(celebrated.kind, clean_label(celebrated.thing), status, (), (), clause, rule="set-phrase")
