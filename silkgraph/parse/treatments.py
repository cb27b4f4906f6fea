"""What doctors do abroad: ``医疗队在莫罗尼开展义诊``, ``医院船为300名患者实施白内障手术``.

The deed is the outcome, of the team that does it; the country where it was done is the partner where one is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from silkgraph.model import Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import Party
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.hosts_of_acts import hosts_of
from silkgraph.parse.labels import clean_label
from silkgraph.recognise.antecedents import last_name_with
from silkgraph.recognise.brackets import Span

KEYWORDS = "义诊|巡诊|手术|筛查|诊疗|体检|医疗服务|会诊|送医|送药"
"""Without one of these a clause tells of no treatment."""
_DEED = (
    r"(?:[^，《》的\d]{0,16}(?:义诊|巡诊|手术|筛查|诊疗|体检|医疗服务|会诊|送医送药)"
    r"(?:和[^，的]{2,8}(?:义诊|巡诊|诊疗|讲座|培训))?(?:活动|服务|行动)?)"
)
_DOING = r"(?:开展|举行|举办|实施|施行|进行|提供|组织|完成|做|启动)"
_HELD = re.compile(
    rf"(?P<head>[^《》]{{0,80}}?){_DOING}了?(?:首[次轮场]|新一轮)?"
    rf"(?:为期[^，的]{{1,6}}的?|\d+例|[一两三四五六七八九十\d]+[场次轮])?(?P<deed>{_DEED})$"
)
_FOR = re.compile(
    rf"(?P<head>[^《》]{{0,80}}?)为(?P<whom>[^，为]{{0,16}}?\d[^，为]{{1,24}}?|[^，为\d]{{2,24}}?)"
    rf"(?P<free>免费|成功|顺利|集中|连续|先后)*{_DOING}了?(?P<deed>{_DEED})$"
)
_TEAM = re.compile(
    "医疗队|专家组|医疗组|医疗团|手术队|医院船|医院|光明行|爱心行|义诊团|志愿者|医疗专家|医师团|医疗专家团|红十字会|医疗分队"
)
_BARE_TEAM = re.compile("(?:该|这支|我|本|中国|中方)?(?P<noun>医疗队|专家组|医疗组|医疗分队)(?:队员|成员|专家|医生)?$")
_BARE_DEED = ("手术", "诊疗", "体检", "医疗服务", "筛查", "会诊")
_SUMMED = re.compile(
    "累计|共(?![同和])|先后|多次|历年|每年|每月|每周|定期|长期|经常|至今|迄今|\\d+[年月]来|以来|曾|常态|坚持"
)
_PLACE = re.compile(r"(?:[赴到]|走进|前往|深入|来到|[存现内实正所]?在)(?!编|职)[^，在]{2,30}$")
_FREE = "免费"
_BATCH = "(?<![与和同替])(?:中国)?第[^，。；、与同和]{{1,4}}批[^，。；、与同和]{{0,16}}{}"
_REACH = 400
"""Characters before a bare 医疗队 in which its number is looked for."""


def treated(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """The treatment that the clause says a team gave or will give."""
    text = context.text
    start = context.grammar.strip_leading(text, clause)[0]
    match = _FOR.match(text, start, clause[1]) or _HELD.match(text, start, clause[1])
    if match is None or _SUMMED.search(match["head"]):
        return []
    end, _ = context.grammar.strip_adverbs(text, *match.span("head"))
    place = _PLACE.search(text, match.start("head"), end)
    makers = _team((match.start("head"), place.start() if place else end), context, discourse)
    if not makers:
        return []
    told = context.grammar.modality.announced.search(match["head"]) or not match["head"] and discourse.announced
    status: Status = "announced" if told else "concluded"
    deed = clean_label(match["deed"])
    if deed in _BARE_DEED and match.re is not _FOR:
        return []
    deed = _FREE + deed if match.re is _FOR and match["free"] == _FREE and not deed.startswith(_FREE) else deed
    hosts = hosts_of((match.start("head"), end), context)
    return [Frame("programme", deed, status, makers, hosts, clause)]


def _team(span: Span, context: Context, discourse: Discourse) -> tuple[Party, ...]:
    """The team that acts: the one named, the one that the text named before, or who acted in the clause before."""
    end, _ = context.grammar.strip_adverbs(context.text, *span)
    words = context.text[span[0] : end]
    if not words:
        return _that_treat(discourse.subjects)
    bare = _BARE_TEAM.fullmatch(words)
    if bare is not None:
        name = _named_before(bare["noun"], span[0], context)
        name = name or (words if context.names.country_prefix(words) else None)
        return (Party(name, span[0], end, False),) if name else _that_treat(discourse.subjects)
    told = discourse.resolved(context.grammar.read(context.text, (span[0], end)).subjects)
    if told:
        return tuple(party for party in told if not party.generic)
    named = _TEAM.search(words) is not None and "，" not in words
    return (Party(words, span[0], end, False),) if named else ()


def _named_before(noun: str, position: int, context: Context) -> str | None:
    """The team that the text named last, not the one that it relieved (``同第15批医疗队|完成交接``)."""
    batches = re.compile(_BATCH.format(noun)).finditer(context.text, max(0, position - _REACH), position)
    named = [match.group() for match in batches]
    return named[-1] if named else last_name_with(noun, context.text, position, context.names)


def _that_treat(parties: Iterable[Party]) -> tuple[Party, ...]:
    return tuple(party for party in parties if _TEAM.search(party.name))
