"""The bodies that a clause names which tells no outcome itself, and which act in the clauses after it.

``商会目前有会员37家，同甲签署X``, ``四国决定：``, ``甲、乙两公司负责人率团出席，``, ``甲将会同乙，于秋季举办X``.
The spans are those of clauses without what opens them (``日前，``), but for ``visitor``, who is told of there.
"""

from __future__ import annotations

import re

from silkgraph.parse.acts import Context
from silkgraph.parse.coordination import Party, parties
from silkgraph.recognise.brackets import Span, depths
from silkgraph.recognise.offices import person
from silkgraph.recognise.references import is_reference
from silkgraph.recognise.shapes import may_be_name
from silkgraph.recognise.words import is_border

_METROPOLITAN = ("都会", "都市")
"""都 belongs to a name there: 香港都会大学."""
_LONGEST = 60
_LONGEST_NAME = 24
_SHORTEST_NAME = 3
_THING = re.compile(
    "大楼|大厦|新址|旧址|官网|网站|网页|工地|校园|门口|附近|周边|所在|项目|工程|产品|报告|公报|数据|研究表明|展[区台位品]"
)
"""Of a body, and not the body: ``加纳卫生部|大楼竣工``."""
_UNIT = re.compile(
    "(?:附属|直属|下属|第[一二三四]|北京|上海)?[^，、的与和同将已在向对为]{0,5}?(?:学院|医院|研究[院所]|实验室|分行|支行|分公司|分会|办公室|委员会|政府|(?<!布)局|厅|外办|代表团)"
)
"""What may follow the name of a body and belongs to it: 华侨大学|附属医院."""
_NO_SUBJECT = "与和同、及的"
"""What follows a name that is not the subject by itself."""
_BESIDE = re.compile(r"联同|会同|协同|联合|携手|联手|牵手|联袂|偕|与|同|跟")
_MEETING = re.compile(
    "(?P<who>[^，同在]{2,24}?)(?:一行)?(?:率(?:代表)?团)?(?:日前|近日|昨日|今日|当天|当日|\\d{1,2}日)?(?:[赴在][^，]{1,10}?)?(?:访问|到访|走访|拜访|拜会|会见|会晤)(?!的)(?:了)?"
    "(?:(?:到访|来访|来华访问|来华出席[^，]{2,20}|正在[^，]{2,8}访问)的)?(?P<whom>[^，]{4,36}?)(?:一行)?(?:$|，|时)"
)
_WENT_ON = re.compile(
    "(?:期间|随后|其间|此行|当天|当日|会后|之后)?(?:还|并|又|也|先后|再)*(?:走访|访问|拜访|到访|拜会|考察|会见)了?(?P<whom>[^，。；、]{4,30}?)(?:一行)?$"
)
_INVITED = re.compile(
    "(?P<who>[^，获应与同]{2,24}?)(?:则|亦|也|已|还|更|日前|近日|正式)*(?:获|应|受)(?P<whom>[^，]{3,30}?)(?:的|之|正式)?(?:邀请|之邀|邀约|请求|要求|之请|提议)$"
)
_INVITING = ("邀请", "之邀", "邀约", "请求", "要求", "之请", "提议")
_TALKING = re.compile(
    "(?P<who>[^，同在]{3,30}?)(?:在[^，与同和]{1,10}?)?[与同和](?:(?:到访|来访|来华访问|来华出席[^，]{2,20}|正在[^，]{2,8}访问)的)?(?P<whom>[^，]{3,30}?)(?:一行)?(?:(?:已|日前|近日|在|就|围绕|经|多次|先后|进行|举行|展开)[^，]{0,24}?)?"
    "(?:磋商|会谈|商谈|洽谈|座谈|接洽|谈判|视频连线|连线|会面|视频会议|通电话|视频会见)"
)
"""``马耳他遗产局与考古研究中心|已在工作层面磋商数轮``: the two are those of whom the next clause speaks."""
_MEETS = re.compile("访|拜会|会[见晤谈面]|磋商|[商洽座]谈|接洽|谈判|连线|视频会|通电话")
"""Without one of these verbs a clause tells neither a meeting nor talks."""
_MEANWHILE = re.compile(
    "(?:日前|近日|此次|[^，]{0,6}日|在)?(?P<who>[^，与同]{4,30}?)(?:一行)?(?:率(?:代表)?团)?(?:[赴在][^，]{1,12}?)?"
    "(?:访问|出访|到访|来访|访[^，问]{1,3}|出席|参加|考察)[^，]{0,20}?期间$"
)
_HEAD_OF_HOUSE = re.compile("(?P<office>(?:副)?(?:校|行|院|馆|社|台|省|市|州|县)长)[\u4e00-\u9fff]{0,3}$")
_SAID = re.compile("表示|透露|介绍|指出|称|说|宣布|坦言|强调|认为|感慨|回应|告诉|指|总结")
_WHERE_SAID = re.compile("在[^，在]{2,14}(?:中|时|上|后|期间)(?:还|也)?$")
"""``董事长|在致辞中|宣布``."""
_OF_OTHERS = re.compile(f"{_MEETS.pattern}|{_SAID.pattern}|{'|'.join(_INVITING)}|期间|考察|主宾|主题|伙伴|特邀|荣誉")
"""Without one of these words nobody meets, is asked or speaks, and nobody is the guest of honour."""
_AGREED = re.compile(
    r"(?:商定|约定|一致同意|达成一致|同意|决定|宣布|表示|(?:开展|密切|加强)?合作|一道|携手|联手|一起)$"
)


def opening_parties(span: Span, context: Context) -> tuple[Party, ...]:
    """The bodies that are the subject of the clause in ``span``; nobody where that cannot be told."""
    text, names = context.text, context.names
    start, end = span
    led = context.grammar.consortium(text, (start, end))
    if led is not None:
        return led.members
    end = min(end, start + _LONGEST)
    if context.grammar.statements.match(text, start, end):
        return _known_opening((start, end), context)
    followed = context.grammar.after_subject.finditer(text, start + 1, end)
    ends = [match.start() for match in followed if names.may_end(text, match.start())]
    depth = depths(text[start:end]) if ends else ()
    known = names.known_spans(text, start, end) if ends else []
    for position in ends:
        if depth[position - start] or text.startswith(_METROPOLITAN, position):
            continue
        if any(s < position < e for s, e in known):
            continue
        if any(start < s and e == position for s, e in known) and names.known_at(text, start, position) is None:
            continue  # 中国借鉴国际货币基金组织: something is done with the body
        if not is_border(text, position, (start, end)):
            continue
        found = parties(text, (start, position), names)
        if found and all(names.is_particular(p.name) or is_reference(p.name) for p in found):
            return tuple(found)
    return _known_opening((start, end), context)


def _known_opening(span: Span, context: Context) -> tuple[Party, ...]:
    """The known body, one that its shape tells, or the country that the clause begins with, whatever follows."""
    text, names = context.text, context.names
    start, end = span
    name = names.known_at(text, start, end) or _shaped_opening(span, context)
    country = names.country_prefix(text[start:end]) if name is None else None
    if country and country not in names.countries.subdivisions:
        name = country + "政府" if text.startswith("政府", start + len(country)) else country
        longer = range(start + len(name) + 1, min(end, start + 16))
        if any(names.may_end(text, stop) and names.is_particular(text[start:stop]) for stop in longer):
            return ()  # 加纳|卫生部大楼
    if name is None or text[start + len(name) : start + len(name) + 1] in _NO_SUBJECT:
        return ()
    return (Party(name, start, start + len(name), names.is_generic(name)),)


def _shaped_opening(span: Span, context: Context) -> str | None:
    """The body of a place that the clause begins with: ``加纳卫生部|历来重视交流``; None for an event or a thing."""
    text, names = context.text, context.names
    start, end = span
    for stop in range(start + _SHORTEST_NAME, min(end, start + _LONGEST_NAME) + 1):
        name = text[start:stop]
        if name[-1].isdecimal():
            return None
        if not (names.may_end(text, stop) and names.is_particular(name) and is_border(text, stop, span)):
            continue
        if names.country_of(name) is None or not may_be_name(name) or _THING.match(text, stop):
            return None
        if names.lexicon.organisation_type(name) == "event-series":
            return None
        unit = _UNIT.match(text, stop, end)
        said = context.grammar.after_subject.match(text, stop, end)
        return text[start : unit.end()] if unit and not said else name
    return None


def tells_of_others(span: Span, context: Context) -> bool:
    """Whether a clause may tell who meets, invites or speaks for whom; one look, for most tell nothing of it."""
    return _OF_OTHERS.search(context.text, *span) is not None


def companions(span: Span, after: int, context: Context) -> tuple[Party, ...]:
    """Those with whom the subject is, where the clause ends with them: ``…将会同|乙``, ``…与|乙|商定``."""
    agreed = _AGREED.search(context.text, after, span[1])
    end = agreed.start() if agreed else span[1]
    if _BESIDE.search(context.text, after, end) is None:
        return ()
    found = context.grammar.read(context.text, (span[0], end)).counterparts
    return found if found and found[-1].end == end else ()


def spokesman(span: Span, context: Context) -> tuple[Party, ...]:
    """The body for which somebody speaks with whom the clause begins: ``金融管理局副总裁透露``; nobody else."""
    text, names = context.text, context.names
    start, end = span
    said = _SAID.search(text, start, min(end, start + _LONGEST))
    body = names.body_behind(_WHERE_SAID.sub("", text[start : said.start()])) if said else None
    if said is None or body is None or names.is_country(body) or names.is_generic(body):
        return ()
    return (Party(body, start, said.start(), False),)


def visitor(span: Span, context: Context) -> tuple[Party, ...]:
    """The body for which somebody travels in the meantime: ``人民银行行长访问期间，分别与甲、乙签署X``; nobody else."""
    text, names = context.text, context.names
    match = _MEANWHILE.match(text, *span) if text.endswith("期间", *span) else None
    body = names.body_behind(match["who"]) if match else None
    if match is None or body is None or names.is_country(body) or names.is_generic(body):
        return ()
    return (Party(body, *match.span("who"), False),)


def invited_by(span: Span, context: Context) -> tuple[Party, Party] | None:
    """Who was asked by whom, to do something with them: ``数码港则获|卡塔尔金融科技中心|邀请，在多哈合办…``."""
    text = context.text
    if not text.endswith(_INVITING, *span):
        return None
    match = _INVITED.match(text, *span)
    if match is None or not all(map(may_be_name, (match["who"], match["whom"]))):
        return None
    return (
        Party(match["who"], *match.span("who"), context.names.is_generic(match["who"])),
        Party(match["whom"], *match.span("whom"), context.names.is_generic(match["whom"])),
    )


def listed_bodies(span: Span, context: Context) -> tuple[Party, ...]:
    """The bodies of a list that a clause begins with, whatever it says of them; later 三家企业 may mean them."""
    text, names = context.text, context.names
    last = text.rfind("、", *span)
    if last < 0:
        return ()
    start, end = span
    for stop in range(min(end, last + _LONGEST_NAME), last + 2, -1):
        if names.may_end(text, stop) and names.is_particular(text[last + 1 : stop]):
            found = parties(text, (start, stop), names)
            return tuple(found) if len(found) > 1 and all(names.is_particular(p.name) for p in found) else ()
    return ()


def went_on_to(span: Span, context: Context) -> tuple[Party, ...]:
    """Whom those who are on their way go to see next: ``期间还走访了|撒马尔罕国立大学``; nobody else."""
    match = _WENT_ON.match(context.text, *span)
    if match is None or not context.names.is_particular(match["whom"]) or is_reference(match["whom"]):
        return ()
    return (Party(match["whom"], *match.span("whom"), False),)


def met_with(span: Span, context: Context) -> tuple[Party, ...] | None:
    """Who goes to see whom, by the bodies they act for: ``校长王某率团访问|塔什干大学``; None if it tells nobody."""
    text, names = context.text, context.names
    if _MEETS.search(text, *span) is None:
        return None
    met = _MEETING.match(text, *span) or _TALKING.match(text, *span)
    if met is None:
        return None
    found = []
    for group in ("who", "whom"):
        words = met[group]
        body = names.body_behind(words) or (words if names.is_particular(words) else None)
        if group == "who" and person(words):
            found.append(Party(words, *met.span(group), False))
            continue
        house = _HEAD_OF_HOUSE.match(words) if group == "who" and body is None else None
        if body is None and house is None or body is not None and names.is_country(body):
            return None
        found.append(Party(house["office"] if house else str(body), *met.span(group), False))
    return tuple(found)
