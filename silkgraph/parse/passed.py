"""Texts that a meeting accepts, where the verb does not stand right before or behind them.

``一份题为《西安共识》的文本摆上案头，|经逐段宣读后获得鼓掌通过``; ``《X倡议》经与会代表表决|通过``.
"""

from __future__ import annotations

import re

from silkgraph.model import Kind, Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import Party
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.labels import clean_label
from silkgraph.recognise.brackets import Span, bracketed

_ACCEPTED = re.compile(
    r"[^《》，]{0,30}?(?:获得?|得到|得以|经[^，]{2,24}?)(?:了)?(?:与会[^，]{2,10}?|全体[^，]{2,8}?)?的?"
    r"(?:全票|鼓掌|一致|表决|协商一致|审议|无异议|掌声|举手|投票|讨论|后|正式|顺利)*(?:通过|采纳)$"
)
_UNDER_TITLE = re.compile(
    r"(?P<head>[^《》，]{0,60}?)(?:通过|采纳|签署|发布|发表|宣读)了?(?:一份|一项|了)*(?:题为|名为|题名为|以)(?P<title>《[^《》]{2,60}》)"
    r"(?:为题)?的[^，《》的]{0,10}?(?:文件|声明|文本|倡议|宣言|公报|决议|共识|文告)$"
)
_CALLED = re.compile(
    r"(?P<head>[^《》，]{2,60}?)(?:共同|联合|一致|集体|正式|郑重|并)*(?:发出|宣读|提交|递交)了?(?P<title>《[^《》]{4,60}(?:倡议书?|宣言|共识|呼吁书?|号召书?|公开信)》)$"
)
"""``与会媒体|发出|《共讲合作故事倡议》``."""
KEYWORDS = "(?:发出|宣读|递交)了?《|[题名]为《|以《|(?:通过|采纳)$"
_FAR = 120
_SENTENCE = re.compile(r"[。；！？\n]")
_TEXTS = ("declaration", "publication", "agreement")


def passed(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """The text named last in the sentence, as accepted; by nobody where the sentence names no meeting."""
    text = context.text
    entitled = _UNDER_TITLE.match(text, *clause) if text.find("》", *clause) > 0 else None
    if entitled is not None:
        return [_entitled(entitled, clause, context, discourse)]
    called = _CALLED.match(text, *clause) if text.endswith("》", *clause) else None
    if called is not None:
        return [_entitled(called, clause, context, discourse)]
    if not text.endswith(("通过", "采纳"), *clause) or discourse.has_told:
        return []
    far = max(0, clause[0] - _FAR)
    start = max((m.end() for m in _SENTENCE.finditer(text, far, clause[0])), default=far)
    titles = bracketed(text, (start, clause[1]), "《")
    behind = titles[-1][1] if titles else clause[1]
    if not titles or _ACCEPTED.match(text, max(behind, clause[0]), clause[1]) is None:
        return []
    title = text[titles[-1][0] : titles[-1][1]]
    event = discourse.event or context.setting.event
    meeting = (Party(event, *clause, False),) if event else ()
    return [Frame(_kind(title, context), clean_label(title), "concluded", meeting, (), (titles[-1][0], clause[1]))]


def _entitled(match: re.Match[str], clause: Span, context: Context, discourse: Discourse) -> Frame:
    """``会议一致通过了题为《X》的成果文件``: by who stands before the verb, or acted before."""
    head = context.grammar.read(context.text, match.span("head"))
    makers, others = discourse.resolved(head.subjects) or discourse.subjects, discourse.resolved(head.counterparts)
    status: Status = "announced" if head.announced else "concluded"
    return Frame(_kind(match["title"], context), clean_label(match["title"]), status, makers, others, clause)


def _kind(title: str, context: Context) -> Kind:
    """Of which kind a text is by its title; a publication where that does not tell."""
    noun = context.lexicon.head(title.rstrip("》"))
    return noun.kind if noun is not None and noun.kind in _TEXTS else "publication"
