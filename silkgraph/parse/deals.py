"""Money that is promised, and deals that are counted, without saying how much: the next clause may tell the sum.

``提供海外投资保险``, ``签署合作项目168个，总额1042亿元``, ``共促成31份合作备忘录``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from silkgraph.parse.acts import Act, Context, Frame
from silkgraph.parse.counted_items import is_counted
from silkgraph.parse.labels import clean_label
from silkgraph.parse.pledges import APPROVING, cumulative, ending, plain
from silkgraph.values import replace

_DEALS = re.compile(
    r"(?:\d+[余多]?[个项份笔单][^，]{0,8}|[^，\d]{0,2}合作|投资|经贸|产业|重点|意向)?"
    r"(?:项目|协议|合同|订单|文件|备忘录|意向书|协定|大单|意向|签约)(?:及(?:协议|协定|合同|意向书|文件))?(?:\d+[余多]?[个项份笔单])?$"
)
_SO_FAR = re.compile("累计|截至|历[届年]|往届|至今|迄今|以来|年来|目前|已(?=[签达])")
"""So speaks who counts what was signed before."""
_AT_THE_FAIR = re.compile(
    "(?:本届|本次|此次|这次|[今首当]日|当天|现场|线上线下|展会|会期|期间|会上|大会)[^，。]{0,12}?累计"
)
"""So speaks who counts what one meeting has brought: ``本届展会累计|签约项目132个``."""
_BRINGING = ("促成", "撮合", "达成", "推动签署")
_EXACT = re.compile(r"\d+[份项个](?=[^，\d]{2})")


def money_promised(act: Act, context: Context) -> tuple[Frame, ...]:
    """Money that is given without saying how much: ``提供海外投资保险``, which the next clause may say.

    So it is with deals that are only counted: ``签署合作项目168个，总额1042亿元``.
    """
    phrase = context.words(act.predicate.object)
    before = context.words((act.predicate.clause[0], act.predicate.object[0]))
    if act.predicate.verb.frame == "sign" and (deals := _DEALS.search(phrase)):
        if _SO_FAR.search(_AT_THE_FAIR.sub("", before)):
            return ()
        bare = deals.group().startswith("项目") and "签约" in act.predicate.verb.form
        label = "签约" + deals.group() if bare else deals.group()
        return (replace(plain(act, "agreement", label, context, act.status), rule="transitive"),)
    if cumulative().search(before):
        return ()
    approves = act.predicate.verb.form in APPROVING and ending("approved").search(phrase)
    gives = act.predicate.verb.frame in ("give", "fund") and act.subjects and ending("money").search(phrase)
    if not approves and not gives or is_counted(context.text, act.predicate.object):
        return ()
    frame = plain(act, "funding", clean_label(phrase), context)
    return (replace(frame, rule="funded"),)


def brought_about(act: Act, deals: Sequence[Frame]) -> bool:
    """Whether so many texts are told of one meeting (``共促成|31份合作备忘录``); a rounded count sums up years."""
    return act.predicate.verb.form in _BRINGING and any(_EXACT.match(frame.label) for frame in deals)
