"""Who made a thing, where an attribute of it says so: ``天津职业技术师范大学与圭亚那大学共建的|鲁班工坊``.

The attribute may run over commas where it begins with 由: ``由商务部指导，四川省人民政府主办的|博览会``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import Party
from silkgraph.parse.making import attribute_end, making, segments
from silkgraph.parse.plain_names import plain_name
from silkgraph.recognise.brackets import Span
from silkgraph.values import dataclass, replace

_AIDED = re.compile(
    r"(?:由)?(?P<who>中国政府|中国|中方|我国)?(?:政府)?(?P<batch>第[一二三四五六七八九十百\d]+[批期])?"
    r"(?:无偿|对外)?援(?:助|建|外)?"
)
_OWNED = re.compile(r"(?P<who>[^，在的、与和同]{2,20})在(?P<where>[^，在的]{2,14})的(?P<what>[^，的]{3,24})$")
_GIVING = ("援助", "捐赠", "赠送", "赠予", "捐助", "援赠", "提供", "援建", "捐建")
"""Of what is given the attribute says to whom: ``甲向|乙|援助的|设备``."""
_MAKING = re.compile("[的建在援]")
"""Without one of these nothing tells who made a thing."""
_HOSTING = ("主办", "合办", "联办", "共办", "举办", "承办", "协办")
_HELPING = re.compile("支持|协助|帮助|资助|援助")
_BESIDE = re.compile("会同|联同|携同|协同|联合(?=[^主举承合])")
_WRITTEN = frozenset({"publication", "declaration"})
_WRITING = re.compile(r"(?:编[写制撰纂著]|合编|撰写|起草|研编|主编|翻译|译制|制作|出版)$")


_EITHER = ("双方", "各方", "两国", "三方", "有关", "相关")
_RUN = frozenset({"institution", "programme"})
_RUN_BY = re.compile(
    "(?P<who>[^，。；由]{3,60}?)(?:共同|联合|合作|携手|牵头|具体|负责|组织|派员|独立|轮流)*(?:建设|共建|合建|承建|援建|运营|管理|维护|维保|运维|承办|承担|主办|实施|组织实施|"
    r"执行|落实|出资|资助|捐资|托管|代管|牵头|指导|授课|任教|主持|(?:选派|派遣|派出|提供|承担|负责)[^，。；\d]{2,16})$"
)
"""Who runs what was set up: ``开办汉语课堂，由|湖北第二师范学院|选派教师``."""
_BUILDING = re.compile(
    "(?:项目|工程)?由(?P<who>[^，。；由]{3,60}?)(?:共同|联合|合资|合作|牵头|出资|负责)*"
    "(?:投资建设|投资开发|投资|承建|建设|施工|援建|融资|建造|开发|总承包|设计施工)(?:和运营|并运营|运营)?$"
)
_CHARGED = re.compile(
    "(?:项目|工程)?(?:由)?(?P<who>[^，。；由]{3,50}?)(?:共同|联合)?(?:负责|承担|担任|为)(?:项目|工程|该项目|主体)?的?"
    "(?:施工|建设|承建|设计施工|设计、采购和施工|总承包商?|承建方|承建单位|施工单位|施工方|工程总承包)(?:任务|工作|工程)?$"
)
"""``铁路延长线动工，|中国路桥负责施工``."""
_JOINT = (
    "合作",
    "合资",
    "共建",
    "合建",
    "合办",
    "联办",
    "共办",
    "合设",
    "合拍",
    "合作建设",
    "合资建设",
    "联合建设",
    "共同建设",
)
_BOTH_SIDES = re.compile("[与和同]")
"""``吉利与马来西亚宝腾|合作|的首款电动车``: on either side of 与 stands a name, whatever it looks like."""
_BUILDERS = ("承建", "援建", "设计", "投资", "总承包", "承包", "投建", "研制", "建造", "施工")
_LONGEST_PLAIN = 8
_LATER = re.compile(
    r"(?:(?:该|这一|此|上述|这[个座条项部本])[^，。；由]{1,8}|项目|工程|园区|工厂|电站|基地|铁路|公路|大桥|机场|港口|医院|中心)由(?P<who>[^，。；]{3,60}?)(?:共同|联合|合作|合资|携手|牵头)*"
    r"(?:投资建设|投资开发|投资兴建|投资运营|开发建设|融资建设|承建|援建|开办|创办|共建|合建|建设|承建|设立|成立|组建|发起|创建|投资|编写|编撰|撰写|编制|翻译|出版|摄制|制作|研制|开发)(?:$|[，。；])"
)


@dataclass(frozen=True, slots=True)
class Made:
    """A thing without the attribute that says who made it, and those it names."""

    thing: Span
    subjects: tuple[Party, ...]
    partners: tuple[Party, ...]
    verb: str


def made_by(span: Span, context: Context) -> Made:
    """The thing that ``span`` names and who made it, as its attribute tells; nobody where it tells nothing."""
    if _MAKING.search(context.text, *span) is None:
        return Made(span, (), (), "")
    found = attribute_end(context.text, span)
    if found is None:
        return _owned(span, context) or _aided(span, context)
    verb_start, verb, end = found
    start = span[0]
    if context.text.find("关于", start, verb_start) >= 0:  # 甲与乙关于文化合作的|备忘录
        return Made(span, (), (), "")
    by = context.text[start : start + 1] == "由"
    inner = (start + 1 if by else start, end - 1 if context.text[end - 1] == "的" else end)
    if by and len(segments(context.text, (inner[0], verb_start))) > 1:
        subjects, partners = _chained(inner, context)
    else:
        helped = _helped((inner[0], verb_start), context)
        if helped is not None:
            return Made((end, span[1]), *helped, verb)
        joint = verb in _JOINT and _BOTH_SIDES.search(context.text, inner[0], verb_start) is not None
        head = context.grammar.read(context.text, (inner[0], verb_start), signing=joint)
        subjects, partners = head.subjects, head.counterparts or (head.recipients if verb in _GIVING else ())
        if verb in _BUILDERS and context.text[end - 1] == "的" and not subjects and not partners:
            subjects = plain_name(context.text, (inner[0], verb_start), context.names, _LONGEST_PLAIN)
        if context.text[end - 1] != "的" and not subjects:
            return _aided(span, context)
        if by and verb in _HOSTING and _BESIDE.search(context.text, inner[0], verb_start) is None:
            subjects, partners = subjects + partners, ()
    return Made((end, span[1]), subjects, partners, verb)


def _helped(span: Span, context: Context) -> tuple[tuple[Party, ...], tuple[Party, ...]] | None:
    """``甲中心支持|乙实验室|改造的``: who helps, and who is helped to make the thing."""
    helping = _HELPING.search(context.text, *span)
    if helping is None:
        return None
    helper = context.grammar.read(context.text, (span[0], helping.start())).subjects
    helped = context.grammar.read(context.text, (helping.end(), span[1])).subjects
    return (helper, helped) if helper and helped else None


def _owned(span: Span, context: Context) -> Made | None:
    """``上汽正大在泰国春武里府的|新能源产业园``: whose it is, where the clause begins with a whole name."""
    match = _OWNED.match(context.text, *span) if context.text.find("在", *span) > 0 else None
    if match is None or not context.names.is_particular(match["who"]):
        return None
    owner = Party(match["who"], *match.span("who"), False)
    code = context.names.countries.code(match["where"])
    hosts = (Party(match["where"], *match.span("where"), False),) if code and code != "CN" else ()
    return Made((match.start("what"), span[1]), (owner,), hosts, "在")


def _aided(span: Span, context: Context) -> Made:
    """``中国援老挝综合医院项目``, ``援斐济第九期专家组``: by whom it is given, if that is told, and to whom."""
    if context.text.find("援", *span) < 0:
        return Made(span, (), (), "")
    match = _AIDED.match(context.text, *span)
    land = context.names.country_prefix(context.text[match.end() : span[1]]) if match else None
    if match is not None and land is None and match["who"]:
        known = context.setting.mentioned
        codes = context.names.countries.candidates(context.text[match.end() : match.end() + 1])
        short = next((known[code] for code in codes if code in known), None)
        if short is not None:  # 援密联邦国家会议中心
            by = Party(match["who"], match.start("who"), match.end("who"), False)
            taker = Party(short, match.end(), match.end() + 1, False)
            return Made((match.end(), span[1]), (by,), (taker,), "援")
    if match is None or land is None:
        return Made(span, (), (), "")
    giver = (Party(match["who"], match.start("who"), match.end("who"), False),) if match["who"] else ()
    end = match.end() + len(land)
    start = end + 1 if context.text[end : end + 1] == "的" else match.end()
    if match["batch"]:  # 中国|第十批援斐济医疗队: a team is called by those to whom it is sent
        return Made((match.end("who") if giver else span[0], span[1]), giver, (), "援")
    start = start if giver else span[0]
    return Made((start, span[1]), giver, (Party(land, match.end(), end, False),), "援")


def _chained(span: Span, context: Context) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """``A牵头，B、C参加``, ``A指导，B主办，C承办``: those who act, and those who join in."""
    subjects: list[Party] = []
    partners: list[Party] = []
    for start, end in segments(context.text, span):
        match = making().segment.match(context.text[start:end])
        if match and match["verb"] not in making().ignored:
            found = context.grammar.read(context.text, (start, start + match.end("who"))).subjects
            (partners if match["verb"] in making().joining else subjects).extend(found)
    return tuple(subjects), tuple(partners)


def with_later_makers(frames: Sequence[Frame], sentence: Span, context: Context) -> list[Frame]:
    """The frames told last, with those whom the next sentence says made them (``该中心由甲联同乙|开办``)."""
    match = _LATER.match(context.text, *sentence) if len(frames) == 1 else None
    if match is None or frames[0].initiators or frames[0].partners:
        return list(frames)
    head = context.grammar.read(context.text, match.span("who"))
    return [replace(frames[0], initiators=head.subjects, partners=head.counterparts)]


def with_makers(frames: Sequence[Frame], span: Span, context: Context) -> list[Frame] | None:
    """What was told last, with those who wrote, built or run it; None where the clause tells nobody.

    ``《X》发布，|由甲会同乙编写``, ``港口开工，|由甲与乙共同投资``, ``隧道贯通，|甲负责施工``.
    """
    text = context.words(span)
    if len(frames) == 1 and frames[0].kind == "programme" and not (frames[0].initiators or frames[0].partners):
        building = _BUILDING.match(context.text, *span) or _CHARGED.match(context.text, *span)
        head = context.grammar.read(context.text, building.span("who")) if building else None
        if head is not None and head.subjects and not head.announced:
            return [replace(frames[0], initiators=head.subjects, partners=head.counterparts)]
    if not text.startswith("由") or any(frame.initiators for frame in frames):
        return None
    if _WRITING.search(text) and all(frame.kind in _WRITTEN for frame in frames):
        match = making().segment.match(text[1:])
    else:
        match = _RUN_BY.match(text[1:]) if all(frame.kind in _RUN for frame in frames) else None
    if match is None:
        return None
    head = context.grammar.read(context.text, (span[0] + 1, span[0] + 1 + match.end("who")))
    if any(party.name.startswith(_EITHER) for party in head.subjects):
        return None  # 由双方商务主管部门牵头
    return [replace(frame, initiators=head.subjects, partners=head.counterparts) for frame in frames]
