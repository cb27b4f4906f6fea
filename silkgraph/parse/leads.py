"""Lead-ins: a paragraph that says who will act, before the numbered paragraphs that say what.

``中方愿从以下五个方面着力：`` / ``第一，…`` / ``第二，派遣…``: the actor and the promise hold for each of them. They
also hold for a paragraph that goes on with the promises: ``中方将实施100个项目。`` / ``从明年起，启动…``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from silkgraph.parse.coordination import Party
from silkgraph.read.numbering import BULLETS, WEAK_BULLETS
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.patterns import watchful
from silkgraph.values import dataclass, replace

_NUMERAL = "[一二三四五六七八九十]"
_ENUMERATED = re.compile(
    rf"[ \t\u3000]*(?:{_NUMERAL}+是|第{_NUMERAL}+[，、是]|[（(](?:{_NUMERAL}+|\d{{1,2}})[）)]|\d{{1,2}}[.、．)）]"
    rf"|{_NUMERAL}+、|——|[①-⑳]"
    rf"|[{BULLETS}]|[{WEAK_BULLETS}]\s*(?=[\u3400-\u9fff“《]))"
)
_LEADS_IN = watchful(
    rf"：$|(?:以下|如下|下列|下述)|(?:{_NUMERAL}+|\d+)(?:大|项|个|点)[“‘]?[^，。]{{0,8}}(?:行动|举措|措施|倡议|工程|计划|方面|主张|建议)[”’]?[。：]?$"
)
_AHEAD = (
    r"(?:(?:从|自)(?:明年|后年|下半年|下学年|即日|现在)起|"
    r"在?(?:未来|今后|接下来)[\d一二两三四五六七八九十几]+个?[年月](?:内|里|间)?)"
)
_GOES_ON = re.compile(f"{_AHEAD}，")
FROM_NOW_ON = re.compile(f"(?:{_AHEAD})$")
"""A clause that only says that what follows lies ahead."""
PLAN_SAYS = re.compile(
    "[^，]{0,30}?(?:计划|规划|方案|路线图|纲要)》?(?:[（(][^（）()]{1,14}[）)])?(?:还|也|同时)?"
    "(?:明确|提出|规定|确定|列出|列明|载明)$"
)
"""``行动计划提出|，建设10个示范村``: what a plan says lies ahead."""
_BELOW = re.compile("[以如]下|下[列述]")
_RESULTS = re.compile(
    "(?:会同|携手|[与和同及])[^。]{2,60}(?:商定|达成|取得|形成|签署)[^，。]{0,6}(?:以下|如下|下列|下述)[^，。]{0,8}(?:成果|共识)[^，。]{0,4}[。：]?$"
)
"""``中方会同与会各国|商定以下成果``: who did which of them its entry says. It has one of the words of ``_BELOW``."""


_INTRODUCING = watchful(
    "(?:以下|如下|下列|下述)[^，。：]{0,16}(?:成果|项目|文件|合作|协议|共识|清单|事项|合同)[^，。：]{0,6}[：:]?$"
    "|(?:成果|项目|文件|协议|合同|清单)(?:主要|具体|分别)?(?:有|如下|包括|为|是|汇总|列举|列示|列出)*(?:如下)?[：:]$"
)


@dataclass(frozen=True, slots=True)
class Lead:
    """Who acts in the numbered paragraphs below, and whether they promise it."""

    subjects: tuple[Party, ...] = ()
    announced: bool = False
    mutual: bool = False
    """Whether they are 双方, of whom one acts with the other."""
    leads_in: bool = True
    """Whether numbered paragraphs were announced; else only a paragraph that goes on takes it over."""
    listing: bool = False
    """Whether the entries below name outcomes (``双方商定以下合作项目：``)."""


NO_LEAD = Lead()

_UNDERTAKEN = re.compile(
    "(?:^|[、，：\\s])(?P<who>中国政府|中国|(?![双各多三][方])[\u4e00-\u9fff]{1,5}方)(?:在[^，。]{2,14})?(?:单方面|将|拟)?"
    "(?:宣布|提出|推出|承诺|采取|实施)[^，。]{0,10}(?:举措|措施|行动|倡议|承诺|项目|安排)$"
)
"""The heading of a section of which one side does everything: ``三、中方宣布的举措``."""


def lead_of_section(text: str, headings: Sequence[str], before: int) -> Lead | None:
    """What the heading of a section lends to its entries: ``中方宣布的举措``; None where it tells no actor.

    Args:
        text: the whole text.
        headings: those that an entry stands below, the innermost last.
        before: where the entry begins.
    """
    told = _UNDERTAKEN.search(headings[-1]) if headings else None
    at = text.rfind(headings[-1], 0, before) if told else -1
    if told is None or at < 0:
        return None
    start = at + told.start("who")
    return Lead((Party(told["who"], start, start + len(told["who"]), False),), announced=True)


def introduces_list(text: str, span: Span) -> bool:
    """Whether a paragraph leads in a list of outcomes: ``双方商定以下合作项目：``."""
    end = span[1] + text.startswith(("：", ":"), span[1])
    return _INTRODUCING.search(text, span[0], end) is not None


def is_enumerated(text: str, span: Span) -> bool:
    """Whether a paragraph has a number (``第二，``, ``三是``, ``（四）``, ``——``), at its beginning or before it."""
    return _ENUMERATED.match(text, text.rfind("\n", 0, span[0]) + 1, span[1]) is not None


def taken_over(text: str, span: Span, lead: Lead) -> Lead | None:
    """What a paragraph takes over from those above it, None where it stands by itself."""
    goes_on = _GOES_ON.match(text, *span) or lead.leads_in and is_enumerated(text, span)
    return lead if lead.subjects and goes_on else None


def lead_of(text: str, span: Span, said: Lead) -> Lead:
    """What a paragraph without a number lends to those below; ``said`` is how it ended."""
    listing = introduces_list(text, span)
    if not said.subjects or _BELOW.search(text, *span) and _RESULTS.search(text, *span):
        return Lead(listing=listing)
    leads_in = text[span[1] : span[1] + 1] == "：" or _LEADS_IN.search(text, *span)
    if not leads_in and not said.announced:
        return Lead(listing=listing)
    return replace(said, leads_in=bool(leads_in), listing=listing)
