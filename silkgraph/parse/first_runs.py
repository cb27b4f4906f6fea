"""First runs that a sentence points at: ``一列货车驶出西站，这是南宁开往塔什干的首趟班列``.

Told only where nothing before it in the sentence has told the run itself.
"""

from __future__ import annotations

import re

from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.labels import clean_label
from silkgraph.parse.makers import made_by
from silkgraph.recognise.brackets import Span

_FIRST = "(?:首|第一|今年首|全国首|全球首)[趟列条班架艘次个]"
KEYWORDS = f"是[^，]{{0,40}}?{_FIRST}"
"""Without these words nothing is pointed at as the first of its kind."""
_POINTED_AT = re.compile(
    r"(?:这|此|该(?:[趟列条班架艘]|班列|航线|列车|航班|专列|线路|货轮|班轮)|本[次趟列班]|此次[^，是]{0,6}|这[趟列条班架艘])"
    rf"(?:也|还|同时|标志着|并)*(?:将)?是(?P<what>(?!否)[^，]{{0,40}}?{_FIRST}[^，]{{2,30}})$"
)
_EDGE = re.compile("(?:[今去]年|本月|本年度|历史上|目前|我国|全国|全球|迄今)+(?:以来)?")


def first_run(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """The run or line that the clause says is the first of its kind, by who runs it."""
    if discourse.has_told:
        return []
    match = _POINTED_AT.match(context.text, context.grammar.strip_leading(context.text, clause)[0], clause[1])
    noun = context.lexicon.head(match["what"]) if match else None
    if match is None or noun is None or noun.kind != "programme":
        return []
    made = made_by(match.span("what"), context)
    label = _EDGE.sub("", context.words(made.thing), count=1)
    if len(label) < len(noun.form) + 3:
        return []
    label = label if label.startswith(("首", "第一")) else clean_label(label)
    makers = tuple(party for party in discourse.resolved(made.subjects) if not party.generic)
    others = discourse.resolved(made.partners)
    return [Frame("programme", label, "concluded", makers, others, clause)]
