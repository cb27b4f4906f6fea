"""Words that stand for bodies named elsewhere: 双方, 两国政府, 佛方, 我校, 该行, 论坛.

What they mean is found by ``parse/anaphora.py``; here only is told which words they are.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from silkgraph.recognise.collectives import collectives
from silkgraph.recognise.offices import person

NUMBERS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_PERSONS = (
    r"(?:国家)?(?:元首|领导人|最高领导人|总统|总理|首相|外长|副总理|政府首脑|部长|主管部长|行长|局长|署长|市长|校长|院长|代表团?|全权代表|"
    r"(?:(?:有关|主管)部门)?负责人|官员)"
)
_GROUP = re.compile(
    r"(?:两党|两军|交易|协议|合同|签约|合作|供需|买卖)?(?:(?P<sides>双方|双边|彼此)|(?P<count>[两二三四五六七八九十])(?P<of>机构|单位|企业|公司|银行|大学|城市|[国方地市校行局署部院馆省州家县区台社])(?!之间|间)|"
    r"(?P<all>(?:与会|有关|在场)?各方))"
    r"(?P<rest>(?!间|政府间)[^，、“”《》]{0,14})$"
)
_NOBODY = re.compile(r"企业|公司|机构|人民|民众|媒体|智库|高校|青年|学者|专家|友好|关系|合作|贸易|民间|人士|工商|部门")
_NO_SIDE = (
    "双各两三四五多对乙丙己敌我他她资劳买卖官警军校院店馆行社投业承主客地东西南北前后左右上下内外单片远配药"
    "处偏大平立正长"
)
"""What stands before 方 in words that mean no country's side."""
_SIDE = re.compile(rf"(?![{_NO_SIDE}])(?P<side>.{{1,3}})方$")
_OWN = re.compile(
    r"(?:我|本)(?P<noun>们|国|方|省|市|县|区|校|院|馆|行|会|局|署|部|委|厅|台|社|所|司|公司|集团|中心|机构|协会|学会|"
    r"商会|基金会|银行|组织|联盟)$"
)
_PART_OF_THAT = re.compile(
    r"(?P<whole>该(?:行|社|校|院|台|馆|局|署|部|会|组织|公司|集团|机构|基金|银行|协会|商会|联盟))(?P<part>董事会|理事会|执董会|执行董事会|管理层|总部|秘书处|管委会|学术委员会|监事会)"
)
_PART_OF_OWN = re.compile(
    r"(?:我|本)(?P<noun>省|市|校|院|馆|行|会|局|部|社|台|公司|集团|中心|协会|学会|商会|银行)(?P<part>[^，、的]{2,12})$"
)
_THAT = re.compile(
    r"(?:该|同一|上述|前述|这(?:一)?|此)(?P<count>[两二三四五六七八九十])?(?:个|家|所|名)?(?P<noun>[^的，、次外间]{1,8})$"
)
_EVENT = re.compile(
    r"(?:本届|本次|此次|该|这次|这届|第[一二三四五六七八九十\d]+[届次])?"
    r"(?P<noun>论坛|会议|大会|峰会|年会|博览会|交易会|展会|对话会|研讨会|圆桌会|圆桌会议|会晤|部长会|部长级会议|洽谈会|对话|"
    r"(?<=次|届)[^，、的]{1,6}(?<![员事])(?:会|会议|会晤|磋商|论坛))$"
)
_BARE_MEETING = 2
_COMMON_MEETINGS = frozenset("博览会 交易会 对话会 研讨会 圆桌会 圆桌会议 部长会 洽谈会".split())
_THOSE_PRESENT = re.compile(r"与会(?:各方|各国|代表|者|人员|嘉宾|国家|国|部长|领导人|双方|方)?$")
_HEAD = re.compile(r"(?:副|代)?(?P<noun>[行校馆院台社会署局市省州县])长$")
SPEAKING = frozenset(("我", "我们"))
"""Who speaks, and those for whom he speaks."""


@dataclass(frozen=True, slots=True)
class Group:
    """``两国政府``: how many are meant (None: all), of what kind (国, 方, 校 …), and what belongs to each (政府)."""

    count: int | None
    of: str
    rest: str


def group(name: str) -> Group | None:
    """The group that a word names, or None: ``两国海关负责人`` are two countries, each with its 海关."""
    match = _GROUP.fullmatch(name)
    if match is None:
        return None
    rest = re.sub(f"{_PERSONS}$|(?<=部门){_PERSONS}$", "", match["rest"])
    rest = "" if match["of"] == "国" and rest.endswith("部门") else rest
    if _NOBODY.search(rest):
        return None
    if match["all"]:
        return Group(None, "方", rest)
    if match["sides"]:
        return Group(2, "方", rest)
    return Group(NUMBERS[match["count"]], match["of"], rest)


@functools.cache
def _of_states() -> re.Pattern[str]:
    """``两国智库``, ``三国有关企业代表``."""
    return re.compile(
        f"(?P<count>[两二三四五六七八九])国(?:的)?(?P<kind>(?:有关|相关)?(?:{collectives().of_states}))(?:代表)?"
    )


def of_several_states(name: str) -> tuple[int, str] | None:
    """How many states, and of what kind their bodies are, of which each has many: ``两国企业`` is 2 and 企业."""
    match = _of_states().fullmatch(name)
    return (NUMBERS[match["count"]], match["kind"]) if match else None


def side(name: str) -> str | None:
    """The country's name or abbreviation of ``佛方``, ``格方``; None for 双方, 校方 and other words."""
    match = _SIDE.fullmatch(name)
    return match["side"] if match else None


def own(name: str) -> str | None:
    """The kind of body by which who writes calls itself: ``校`` of ``我校``."""
    match = _OWN.fullmatch(name)
    return match["noun"] if match else None


def part_of_own(name: str) -> tuple[str, str] | None:
    """The kind of body and its part in ``我行卢森堡分行``, ``本行董事会``."""
    match = _PART_OF_OWN.fullmatch(name)
    return (match["noun"], match["part"]) if match else None


def part_of_that(name: str) -> tuple[str, str] | None:
    """The body that is pointed at and its part: ``该行`` and 董事会 of ``该行董事会``."""
    match = _PART_OF_THAT.fullmatch(name)
    return (match["whole"], match["part"]) if match else None


def demonstrated(name: str) -> tuple[str, int] | None:
    """What ``该行``, ``同一监管局``, ``上述三家企业`` point at, and how many: 行 and 1, 企业 and 3."""
    match = _THAT.fullmatch(name)
    return (match["noun"], NUMBERS.get(match["count"], 1)) if match else None


def event_noun(name: str) -> str | None:
    """The noun of ``论坛``, ``本届大会``."""
    match = _EVENT.fullmatch(name)
    return match["noun"] if match else None


def special_meeting(name: str) -> str:
    """What ``此次外长会`` may be called where no name of it is known: 外长会; "" for a bare 会议."""
    match = _EVENT.fullmatch(name)
    return (
        match["noun"] if match and len(match["noun"]) > _BARE_MEETING and match["noun"] not in _COMMON_MEETINGS else ""
    )


def are_those_present(name: str) -> bool:
    """Whether the words mean all who take part in the meeting (``与会代表``)."""
    return _THOSE_PRESENT.fullmatch(name) is not None


def head_of(name: str) -> str | None:
    """The kind of body of which a bare office is the head: 行 of 行长, 校 of 校长."""
    match = _HEAD.fullmatch(name)
    return match["noun"] if match else None


def is_bare(name: str) -> bool:
    """Whether the word is the mere kind of a body, which a text uses for the one that it has named: ``商会``."""
    return name in collectives().bare


@functools.lru_cache(maxsize=1024)
def is_reference(name: str) -> bool:
    """Whether the word stands for a body, or several, named elsewhere; asked again and again of the same names."""
    if len(name) > 16:
        return False
    return (
        name in ("其", "该")
        or name in SPEAKING
        or is_bare(name)
        or group(name) is not None
        or side(name) is not None
        or own(name) is not None
        or demonstrated(name) is not None
        or part_of_that(name) is not None
        or event_noun(name) is not None
        or are_those_present(name)
        or head_of(name) is not None
        or person(name) is not None
    )
