"""Whether words may be a name although neither list nor ending says so (华屿新材, “投资阿曼”).

Asked only where the grammar requires a name, as on either side of 与 before 签署.
"""

from __future__ import annotations

import re

_OPENING = re.compile(
    r"[的了着过在于就以把被让使从自由对向为与同跟及并而且但则也还都只这那此其该各每某等是有无不未\d，、）”》]|和(?![记黄谐平田硕])|"
    r"[一两二三四五六七八九十多数]+(?:个|家|国|地|方|项|份|名|位|批)|他|她|它|我们|大家|有关|相关|双方|各方|当地"
)
_ENDING = re.compile(
    r"(?:[的了着过等中上下时后前里说称是有，、（“《]|合作|关系|发展|建设|交流|领域|工作|方面|项目|问题|情况|表示|指出|宣布)$"
)
_CLAUSE = re.compile(r"[，。；：？！]|表示|指出|认为|宣布|介绍|强调|透露|回应|希望|欢迎|支持|鼓励")
_LONGEST = 30


_PAPER = re.compile(
    r"(?P<land>[^《》，、。；]{2,8})?(?P<title>《[^《》]{2,20}(?:[日晚早邮时月周画]报|报|周刊|月刊|双周刊|杂志|画刊|新闻|之声|论坛报|评论)》(?:报社|杂志社|编辑部|社)?)"
)

_CHARGE = "投资|发展|经济|合作|预算|统计|财政|环境|倡议|执行|实施|贸易|社会"
_PLANNING = re.compile(
    "计划[和与及、](?:[国区社经财预统环特执实贸投发合][^，。和与]{1,4}[、和与及])?(?:国际|区域|特别)?"
    f"(?:{_CHARGE})[^，。、]{{0,4}}部"
)
"""What a ministry of planning is in charge of beside it."""


def names_ministry(text: str, position: int) -> bool:
    """Whether 计划 at a position belongs to a ministry: 约旦|计划与国际合作部, but 中国|计划|与泰国教育部|签署."""
    return _PLANNING.match(text, position) is not None


def newspaper(phrase: str) -> tuple[str, str] | None:
    """What stands before the title of a newspaper and the paper as it is called: 老挝 and 《人民报》."""
    match = _PAPER.fullmatch(phrase) if phrase.endswith(("》", "社", "部")) else None
    return (match["land"] or "", match["title"]) if match else None


def may_be_name(phrase: str) -> bool:
    """Whether the words are short, no clause, and neither begin nor end as no name does."""
    if not 2 <= len(phrase) <= _LONGEST:
        return False
    return not (_OPENING.match(phrase) or _ENDING.search(phrase) or _CLAUSE.search(phrase))
