"""The thing that stands before its verb as subject, with those who made it: ``由A、B共建的|X|于会议期间``."""

from __future__ import annotations

import re

from silkgraph.parse.acts import Context
from silkgraph.parse.adverbials import strip_adverbials
from silkgraph.parse.coordination import Party
from silkgraph.parse.makers import made_by
from silkgraph.recognise.brackets import Span, depths, trim
from silkgraph.values import dataclass

_BY = re.compile(r"(?<![自理缘来])由(?!于|此|\d|[今明后去翌]年|即日|[下上本]|[一二三四五六七八九十]+月)")
_AGREED = re.compile(
    r"[^，“《]{0,12}?(?P<verb>一致同意|决定|商定|同意|约定|宣布|确定)(?=第|首届|首次|首期|下一?届|下一?次|《|\d{4}年?|[^，《与和同由]{2,40}?(?:[会展节周赛坛季营]|对话|年|活动)[”]?(?:将|拟|定于|从))"
)
_HONOURED = re.compile(r"(?:[^，“《]{0,80}?(?:共同|一道|一起|联合|现场|在[^，为]{2,12}))?为(?=.{3})(?![期此了])")
"""``甲与乙共同为|丙中心|揭牌``: what is opened stands behind 为."""
_BUILT = re.compile(
    "(?<=.{2})(?:投资建设|投资开发|投资|承建|建设|施工|设计|开发|援建|总承包|研制|制造|运营)(?:和运营|并运营|、运营)?$"
)
"""``储能项目由华为|承建``, of which the next clause says what came of it."""
_OPENING = ("揭牌", "挂牌", "授牌", "揭幕", "挂牌成立", "正式揭牌")
_OPENED_BY = re.compile("(?P<who>[^，“《为]{3,40})为(?=[^，]{4})(?![期此了])")
"""``海南医学院为|柬埔寨中医中心|挂牌``: one opens it."""
_QUOTED_IN_PLACE = re.compile("”(?P<where>[^，“”的]{2,4})$")
"""``“数字贸易中心”|南宁|挂牌``."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing that stands before its verb, those who made it or act on it, and the adverbials behind it."""

    thing: Span
    initiators: tuple[Party, ...]
    partners: tuple[Party, ...]
    adverbials: str
    honoured: Span | None = None
    """What stands before 为, where the thing stands behind it: those who opened it."""


def thing_before(head: Span, context: Context, signing: bool = False) -> Subject:
    """The thing that a clause's head names: ``由A、B共建的|X|于会议期间``, ``|X|由A``."""
    start, end = context.grammar.strip_leading(context.text, head)
    honoured = _HONOURED.match(context.text, start, end) or _opened_by((start, end), context)
    opened_by = (start, honoured.end() - 1) if honoured else None
    start = honoured.end() if honoured else start
    agreed = _AGREED.match(context.text, start, end)
    start = agreed.end() if agreed else start
    made = made_by((start, end), context)
    start = made.thing[0]
    initiators, partners = made.subjects, made.partners
    stripped = strip_adverbials(context.text, (start, end), context.names)
    end, adverbials = stripped.end, stripped.words
    by = agent_mark(context.text, (start, end))
    if by is not None:
        built = _BUILT.search(context.text, by + 1, end)
        agents = context.grammar.read(context.text, (by + 1, built.start() if built else end), signing)
        initiators, partners = agents.subjects or initiators, agents.counterparts or partners
        before = strip_adverbials(context.text, (start, by), context.names)
        end, adverbials = before.end, before.words + adverbials
    adverbials += agreed["verb"] if agreed else ""
    placed = _QUOTED_IN_PLACE.search(context.text, start, end)
    end = placed.start("where") if placed and context.names.is_place(placed["where"]) else end
    return Subject(trim(context.text, (start, end)), initiators, partners, adverbials, opened_by)


def _opened_by(head: Span, context: Context) -> re.Match[str] | None:
    """``海南医学院为|柬埔寨中医中心``, before 挂牌: who opens it stands before 为."""
    if not context.text.startswith(_OPENING, head[1]) or context.text.find("为", *head) < 0:
        return None
    match = _OPENED_BY.match(context.text, *head)
    opens = match is not None and context.grammar.read(context.text, match.span("who")).subjects
    return match if opens else None


def agent_mark(text: str, span: Span) -> int | None:
    """Where 由 stands that names the agent: ``第五届论坛将|由|肯尼亚商会``."""
    depth = depths(text[span[0] : span[1]])
    return next((m.start() for m in _BY.finditer(text, *span) if not depth[m.start() - span[0]]), None)
