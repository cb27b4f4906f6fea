"""Contracts told by who gives them: ``州政府把轻轨红线机电标授予中车株洲所``, ``港务局选定甲公司为码头扩建工程承包商``.

Whose work it is acts, who does it is the partner; what is given must be a contract, a lot or a work, no honour.
"""

from __future__ import annotations

import re

from silkgraph.model import Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import Party, parties
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.labels import clean_label
from silkgraph.parse.money import find_money
from silkgraph.parse.plain_names import plain_name
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.shapes import may_be_name

_GIVING = "授予|授给|授标给|判给|判予|判授|批给|批予|发包给|交由|交给|交予|委托给|颁给|给予"
_CHOOSING = "选定|选中|遴选|选择|确定|指定|确认|评定"
_WINNING = (
    "获得|获取|赢得|拿下|拿到|夺得|摘得|斩获|揽获|竞得|中得|喜获|投得|取得|投中|获(?![得取批准授奖选颁任悉邀益利])"
)
_CONTRACTOR = (
    "承包商|承包方|承建商|承建方|中标方|中标人|中标单位|中标商|中标企业|施工方|施工单位|运营商|运营方|"
    "供应商|供货商|投标人|投标方|竞标人|开发商|建设方"
)
KEYWORDS = f"{_GIVING}|{_CONTRACTOR}|{_WINNING}"
"""Without one of these a clause tells of no contract that is given."""
_WORK = (
    r"(?:标段?|标书|合同|合约|特许经营权|特许权|经营权|专营权|承包权|建设权|运营权|开发权|项目|工程|订单|标的|监理|总包|总承包|路段|区段|线路|[—至].{2,12}段|"
    r"[一二三四五六七八九十]期)(?:（[^（）]{1,20}）)?"
)
_SUBJECT = r"(?P<owner>[^《》]{0,60}?)"
_MANNER = r"(?:日前|近日|已|正式|最终|分别|一并|当场|宣布|决定|公开招标后|经[^，]{2,10}后)*"
_DISPOSING = re.compile(
    rf"{_SUBJECT}{_MANNER}(?:把|(?<![即还也并会必])将)(?P<what>[^，《》]{{3,50}}?{_WORK}){_MANNER}(?:{_GIVING})了?"
    rf"(?P<winner>[^，《》]{{2,50}}?)(?:负责|来)?(?:承建|实施|施工|建设|承担|承办|设计|总包|总承包|承包|执行)*$"
)
_TOWARD = re.compile(
    rf"{_SUBJECT}[向给](?P<winner>[^，《》向给]{{2,40}}?){_MANNER}(?:{_GIVING}|颁发|发出|下达)了?(?P<what>[^，《》]{{3,60}}?{_WORK})$"
)
_DIRECT = re.compile(rf"{_SUBJECT}{_MANNER}(?:授予|判给|批给|判予)了?(?P<both>[^，《》]{{6,80}}?{_WORK})$")
_CHOSEN = re.compile(
    rf"{_SUBJECT}{_MANNER}(?:{_CHOOSING})了?(?P<winner>[^，《》为]{{2,40}}?)(?:作为|担任|为|承担|负责|承建|实施)(?P<what>[^，《》]{{3,50}}?)的?"
    r"(?:总|主|设计|施工|建设|工程|工程总|独家|首选|优先|战略|唯一|设备)*"
    rf"(?:{_CONTRACTOR})$"
)
_BY_OWNER = re.compile(
    rf"(?P<what>[^，《》由]{{3,50}}?{_WORK}){_MANNER}由(?P<owner>[^，《》由]{{3,40}}?){_MANNER}(?:{_GIVING})了?(?P<winner>[^，《》]{{2,50}})$"
)
_WON = re.compile(
    rf"(?P<winner>[^，《》]{{2,40}}?){_MANNER}(?:{_WINNING})了?(?P<what>[^，《》的]{{3,50}}?(?:标段?|合同|合约|特许经营权|承包权|(?:经营|营运|运营|专营|特许|开发|勘探|开采|采矿|探矿|转播|播映|发行|代理|冠名|翻译出版|改编|出版|管理|建设|独家销售)权)(?:（[^（）]{{1,20}}）)?)$"
)
"""``东方电气|赢得|复兴大坝设备维护标``: of whom is not told."""
_RIGHTS = re.compile(
    rf"(?P<winner>[^，《》]{{2,40}}?){_MANNER}"
    rf"(?:{_WINNING}|购得|引进|买下|购买|签下)了?(?P<what>[^，]{{2,50}}?(?:版权|改编权|翻译权|出版权|播映权|转播权|发行权))$"
)
"""``人民文学出版社|获得|埃及小说《三部曲》中文版权``."""
_HONOUR = re.compile("奖|勋章|称号|学位|证书|认证|资格|荣誉|提名|冠军|目标|指标")
_POINTED_AT = re.compile("[该此本其这]|上述|[两多数]个|\\d+个")
"""``该项目由甲授予乙``: what it is was told before."""
_LONGEST_WINNER = 30
_LONGEST_PLAIN = 8
_SHORTEST = 6


def contract_given(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """The contract that the clause says somebody gave somebody."""
    text = context.text
    start = context.grammar.strip_leading(text, clause)[0]
    patterns = (_DISPOSING, _CHOSEN, _BY_OWNER, _TOWARD, _DIRECT)
    match = next((found for pattern in patterns if (found := pattern.match(text, start, clause[1]))), None)
    if match is None:
        return _won((start, clause[1]), clause, context, discourse)
    cut = _cut(match, context) if match.re is _DIRECT else (match.span("winner"), match.span("what"))
    if cut is None:
        return []
    winner, what = cut
    label = clean_label(context.words(what))
    head = context.grammar.read(text, match.span("owner"))
    owners = discourse.resolved(head.subjects) or discourse.subjects
    winners = discourse.resolved(_winners(winner, context))
    vague = any(party.generic for party in (*owners, *winners))
    if not owners or not winners or vague or head.wish or _is_no_contract(label):
        return []
    ahead = (
        head.announced
        or match.re is not _DISPOSING
        and context.grammar.modality.announced.search(text, match.end("owner"), what[0])
    )
    status: Status = "announced" if ahead else "concluded"
    amounts = tuple(mention.amount for mention in find_money(text, *clause))
    return [Frame("agreement", label, status, owners, winners, clause, amounts)]


def _won(told: Span, clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """The contract that somebody won of whom is not told: ``东方电气赢得复兴大坝设备维护标``."""
    match = _WON.match(context.text, *told) or _RIGHTS.match(context.text, *told)
    if match is None:
        return []
    label = clean_label(context.words(match.span("what")))
    winners = discourse.resolved(_winners(match.span("winner"), context))
    winners = winners or plain_name(context.text, match.span("winner"), context.names, _LONGEST_PLAIN)
    if not winners or any(party.generic for party in winners) or _is_no_contract(label) or len(label) < _SHORTEST:
        return []
    amounts = tuple(mention.amount for mention in find_money(context.text, *clause))
    return [Frame("agreement", label, "concluded", winners, (), clause, amounts)]


def _is_no_contract(label: str) -> bool:
    """Whether it is an honour, or was told before (``该项目由甲授予乙``)."""
    return _POINTED_AT.match(label) is not None or _HONOUR.search(label) is not None


def _winners(span: Span, context: Context) -> tuple[Party, ...]:
    """Who gets the contract: those who are named, or the members of a consortium."""
    head = context.grammar.read(context.text, span)
    told = (*head.subjects, *head.counterparts) or tuple(parties(context.text, span, context.names))
    return tuple(party for party in told if _is_body(party.name, context))


def _is_body(name: str, context: Context) -> bool:
    """Whether a name is whole, or at least begins as one does (``中车|株洲所``)."""
    names = context.names
    begins = names.places.beginning_at(name) or names.country_prefix(name) or names.places.city_at(name)
    return names.is_complete(name) or begins is not None and may_be_name(name)


def _cut(match: re.Match[str], context: Context) -> tuple[Span, Span] | None:
    """Where the winner ends and the work begins: ``授予|中国武夷|环城路第三标段施工合同``."""
    start, end = match.span("both")
    names = context.names
    for stop in range(min(end - 3, start + _LONGEST_WINNER), start + 2, -1):
        if names.may_end(context.text, stop) and names.is_particular(context.text[start:stop]):
            return (start, stop), (stop, end)
    return None
