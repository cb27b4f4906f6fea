"""What guests look on at while it is opened.

``两国元首共同出席|钱凯港|开港|仪式``, ``为|中国文化中心|揭牌``: those who attend, witness or unveil are no parties;
what is opened, begun or handed over came into being. Texts that are signed before witnesses have a construction of
their own (``witness`` in ``verbs.toml``).
"""

from __future__ import annotations

import re

from silkgraph.model import Kind, Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.ceremonies import ceremony
from silkgraph.parse.labels import clean_label
from silkgraph.parse.makers import made_by
from silkgraph.parse.things import read_thing
from silkgraph.recognise.brackets import Span

KEYWORDS = "仪式|典礼|见证|表示|评价|欢迎|祝贺|赞赏|看到|[揭剪奠]"
_KEYWORD = re.compile(KEYWORDS)
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
        rf"(?P<head>.{{0,80}}?{_GUESTS})"
        + r"(?:在[^，为在]{2,14}?)?[为给](?P<what>[^，《》]{3,50}?)(?:揭牌|揭幕|剪彩|培土奠基|奠基|授牌)$"
    ),
)
_GREETED = re.compile(
    r"[^，《》]{0,12}?(?:对|(?P<said>高度评价|积极评价|祝贺|赞赏|满意地看到|高兴地看到|欢迎))(?P<what>(?![^，]*(?:尽早|早日|尽快|力争))[^，《》]{4,40}?)(?:顺利|正式|成功|如期|全面|已|近期|今年|去年|日前|于\d[^，]{1,12}?[日月年])*"
    r"(?:生效|开工建设|开工|动工|竣工|完工|启动|建成|通车|投产|投运|启用|揭牌|挂牌|成立|设立|落成|移交|开通|开馆|开园|首航|"
    r"投入(?:运营|使用|运行))(?:并[^，]{2,8}|使用|运营|运行|投产|投用|通车)?(?(said)|表示(?:热烈|衷心|高度|诚挚)*(?:祝贺|欢迎|满意|赞赏|高兴|肯定))$"
)
"""``双方对|友谊大桥|开工表示祝贺``: what is greeted came about."""
_SENT = re.compile("代表(?:[^，]{0,4}(?:共同|一道|一同|联合))?$")
"""Those who are sent by a body act for it, other guests do not."""
_SIGNING = re.compile("签[署约字订]|换文|互换")


def occasion(clause: Span, context: Context) -> list[Frame]:
    """The frame of what is opened before guests in the clause; none where nothing is."""
    if _KEYWORD.search(context.text, *clause) is None:
        return []
    frame = _greeted(clause, context) or _opened(clause, context)
    return [frame] if frame else []


def _greeted(clause: Span, context: Context) -> Frame | None:
    match = _GREETED.match(context.text, context.grammar.strip_leading(context.text, clause)[0], clause[1])
    thing = read_thing(match.span("what"), context, "built") if match else None
    if thing is None:
        return None
    kind: Kind = "programme" if match and match["what"].endswith(("项目", "工程", "建设", "改造")) else thing.kind
    return Frame(kind, thing.label, "concluded", thing.initiators, thing.partners, clause, rule="set-phrase")


def _opened(clause: Span, context: Context) -> Frame | None:
    match = next((found for opening in _OPENINGS if (found := opening.match(context.text, *clause))), None)
    if match is None or _SIGNING.search(match["what"]) or context.grammar.modality.wishes.search(match["head"]):
        return None
    phrase = match["what"]
    if not phrase.endswith(("仪式", "典礼")):
        phrase = context.text[match.start("what") : clause[1]].replace("剪彩", "开工").replace("培土", "") + "仪式"
    celebrated = ceremony(phrase, context.lexicon)
    if celebrated is None or not celebrated.thing or celebrated.kind == "event":
        return None
    status: Status = "announced" if context.grammar.modality.announced.search(match["head"]) else "concluded"
    start = match.start("what")
    made = made_by((start, start + len(celebrated.thing)), context)  # 出席|甲与乙承建的|水电站开工仪式
    label = clean_label(context.words(made.thing))
    makers, others = made.subjects, made.partners
    if not makers and (sent := _SENT.search(match["head"])):  # 两国海关代表为实验室揭牌
        head = context.grammar.read(context.text, (clause[0], match.start("head") + sent.start()))
        makers, others = head.subjects, head.counterparts
    return Frame(celebrated.kind, label, status, makers, others, clause, rule="set-phrase")
