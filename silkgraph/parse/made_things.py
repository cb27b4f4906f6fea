"""Things with a name that are told by who made them and not by what is said of them.

``兰州大学与哈萨克国立大学合建的“生态联合实验室”，经过半年筹备，迎来首批学生``: the laboratory is there, whatever
迎来 says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from silkgraph.model import Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.labels import clean_label
from silkgraph.parse.makers import made_by
from silkgraph.parse.tense import lies_ahead
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.patterns import watchful

_MADE = watchful(
    "(?:共建|合建|合办|联办|共办|合作共建|捐资设立|出资设立|(?:联合|共同|合作|携手|合资)"
    "(?:设立|创办|成立|建设|建立|发起|开办|开设|组建|主办|举办|创建|打造))的"
    "(?:首[个届家期]|第[一二三四五六七八九十\\d]+[届期])?(?P<thing>“[^“”]{4,30}”(?P<rest>[^，。；：“”《》的]{0,10}))"
)
_MAKING_KINDS = frozenset({"institution", "programme", "event"})
_TO_COME = re.compile("将|拟|预计|计划|下学年|明年|[则还也]?会于|起(?:接受|招生|开课|开放)")
_COPULA = "是"
"""``联盟首个落地项目，|是|甲与乙合建的“X”``."""
_LONGEST_MAKERS = 60


def made_thing(sentence: Span, told: Sequence[Frame], context: Context, discourse: Discourse) -> list[Frame]:
    """The frame of the first thing that is told by its makers; none where nobody is named, or it was told."""
    match = _MADE.search(context.text, *sentence)
    if match is None:
        return []
    clause = context.text.rfind("，", sentence[0], match.start()) + 1
    start = context.grammar.strip_leading(context.text, (max(clause, sentence[0]), sentence[1]))[0]
    start += len(_COPULA) * context.text.startswith(_COPULA, start)
    if not start < match.start() <= start + _LONGEST_MAKERS:
        return []
    quoted = match["thing"][: len(match["thing"]) - len(match["rest"])]
    behind = _noun_behind(match["rest"], context)
    noun = context.lexicon.head(quoted + behind) if behind else context.lexicon.head(quoted.rstrip("”"))
    label = clean_label(quoted + behind)
    if noun is None or noun.kind not in _MAKING_KINDS:
        return []
    if any(frame.kind == noun.kind and quoted[1:-1] in frame.label for frame in told):
        return []
    end = match.start("thing") + len(quoted + behind)
    made = made_by((start, end), context)
    if not made.subjects and not made.partners and context.text[start] != "由":
        return []
    ahead = _TO_COME.search(context.text, end, sentence[1]) or lies_ahead(context.text, (end, sentence[1]))
    status: Status = "announced" if ahead else "concluded"
    makers = made.subjects or (discourse.subjects if made.partners else ())  # 与乙合办的“X”
    return [Frame(noun.kind, label, status, makers, made.partners, sentence, rule="set-phrase")]


def _noun_behind(rest: str, context: Context) -> str:
    """The noun that goes on behind the quotation: 短期课程 of ``“中文＋旅游”短期课程``; "" if there is none."""
    return next((rest[:length] for length in range(len(rest), 1, -1) if context.lexicon.head(rest[:length])), "")
