"""Goods that come in for the first time: ``柬埔寨香蕉首次输华``, ``首批秘鲁蓝莓运抵上海``, ``陕西苹果首次出口墨西哥``.

Nobody is said to act; the country whose goods they are, or to which Chinese goods go, is the other side.
"""

from __future__ import annotations

import functools
import re

from silkgraph.locations import knowledge
from silkgraph.model import Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import Party
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.labels import clean_label
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.lexicon import any_of, read_table
from silkgraph.values import dataclass

KEYWORDS = r"首[次批度票船柜车]|第一[批次]|获[准批得]|准入|恢复"
"""Without one of these nothing comes in for the first time."""
_HERE = "(?:我国|国内|中国(?:大陆|内地)?)(?:市场)?"
_WAY = (
    rf"输华|入华|抵华|对华出口|[向对]{_HERE}出口|(?:出口|输往|输入|进入|登陆|进军|走进|销往|运往|供应|供往|亮相|进口到){_HERE}|"
    rf"出口[到至]{_HERE}|(?:获得|取得|获|拿到){_HERE}的?(?:市场)?准入(?:资格|许可|证)?|"
    "(?:获得|取得|获)(?:输华|对华出口)(?:检疫)?准入(?:资格|许可)?"
)
_FROM = "来自"
_FIRST_TIME = re.compile("首|第一|获|准入|恢复|重")
_YEAR = r"(?:\d{4}年|今年|去年|明年)?"
_WHEN = (
    rf"(?P<when>(?:于|在|自|从)?{_YEAR}(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:起)?"
    "(?:近日|日前|今[日天]|昨[日天]|当[日天])?)"
)


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns made from ``extract/lexicon/imports.toml``."""

    come_in: re.Pattern[str]
    arrived: re.Pattern[str]
    gone_out: re.Pattern[str]
    goods: re.Pattern[str]
    no_goods: re.Pattern[str]


@functools.cache
def _words() -> _Words:
    table = read_table(knowledge("extract") / "lexicon" / "imports.toml")
    goods, how = r"(?P<goods>[^，《》“”]{4,36}?)", f"(?P<how>(?:{any_of(table['again'])})*)"
    return _Words(
        come_in=re.compile(f"{goods}{_WHEN}{how}(?P<way>{_WAY})$"),
        arrived=re.compile(
            rf"首(?:批|票|船|柜|车|架次){goods}{_WHEN}(?P<how>{table['moved']}*)"
            rf"(?P<way>(?:{any_of(table['arrived'])})(?:中国)?[^，《》]{{0,14}})$"
        ),
        gone_out=re.compile(
            f"{goods}{how}(?P<way>(?:出口|输往|输|销往|进入|登陆|供应)[到至]?(?P<land>[^，《》的]{{2,10}}?)(?:市场)?)$"
        ),
        goods=re.compile(f"(?:{any_of(table['goods'])})(?:{any_of(table['made'])})*$"),
        no_goods=re.compile("|".join(table["no_goods"])),
    )


def let_in(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """The goods that the clause says came in, or went out, for the first time."""
    words = _words()
    start = context.grammar.strip_leading(context.text, clause)[0]
    match = words.arrived.match(context.text, start, clause[1]) or words.come_in.match(context.text, start, clause[1])
    if match is not None and (match.re is words.arrived or _FIRST_TIME.search(match["how"] + match["way"])):
        origin = len(_FROM) if match["goods"].startswith(_FROM) else 0
        land = context.names.country_prefix(match["goods"][origin:])
        if land is None or not _is_produce(match["goods"][origin + len(land) :]):
            return []
        at = match.start("goods") + origin
        return [_frame(match, Party(land, at, at + len(land), False), clause, context)]
    match = words.gone_out.match(context.text, start, clause[1])
    if match is None or not _FIRST_TIME.search(match["how"]) or not context.names.is_country(match["land"]):
        return []
    names, goods = context.names, match["goods"]
    ours = names.country_prefix(goods) or names.places.beginning_at(goods) or names.places.city_at(goods)
    if ours is None or names.countries.code(match["land"]) == "CN" or not _is_produce(goods):
        return []
    return [_frame(match, Party(match["land"], *match.span("land"), False), clause, context)]


def _is_produce(goods: str) -> bool:
    return _words().goods.search(goods) is not None and _words().no_goods.search(goods) is None


def _frame(match: re.Match[str], other: Party, clause: Span, context: Context) -> Frame:
    when = match["when"] if "when" in match.re.groupindex else ""
    told = match.group()
    label = told.replace(when, "", 1) if when else told
    status: Status = "announced" if context.grammar.modality.announced.search(match["how"]) else "concluded"
    return Frame("programme", clean_label(label), status, (), (other,), clause)
