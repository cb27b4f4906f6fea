"""Whether an act lies ahead, seen from the words before its verb and from the date of the document.

``总署还计划在青岛承办…``, ``下届论坛定于…``, ``第六次会议于2026年9月举行`` in a text of 2025: none of it has happened.
"""

from __future__ import annotations

import functools
import re

from silkgraph.parse.dates import find_dates
from silkgraph.recognise.brackets import Span, depths

_BEFORE_ADVERBIAL = r"(?=于|在|由|自|从|以|向|为(?!主)|与|同|和(?!平)|就|对(?!话)|今|明|后年|年内|年底|下|本|\d|分别|共同|联合|正式|首次|首批|再|每|尽早|尽快|适时|陆续|率先|$)"
_AHEAD = re.compile(
    rf"(?:将(?!军|来|领)|(?<!模)拟(?!议)|(?:^|(?<=[还也并则亦已方部局署社行司团府会心学院厅台校]))计划|同意|商定|决定|承诺|约定|预定|"
    rf"预计|力争|争取|愿|准备|打算|有望|可望|考虑){_BEFORE_ADVERBIAL}|(?<![协规约])定于|"
    r"明年|后年|来年|翌年|下半年|下个?季度|年内|年底前|\d月起|下月|下周|明[（日天]|未来\d|今后|不迟于|届时|^(?:第[^，]{1,4}[届次]|下一?[届次])[^，]{0,24}(?:将|定于|拟)"
    r"|^(?:下一?[届次])"
)
_BEHIND = re.compile(r"已|曾|去年|前年|昨|上月|上周|日前|当天|当日|同日|刚|今[天日晨午早]|前[日晚天]")
_DATELINE = 600
"""Characters at the beginning of a document in which its date is looked for."""


@functools.lru_cache(maxsize=8)
def _document_month(beginning: str) -> str:
    """The month in which a document was written, as its first full date tells: ``2025-06``; "" if it has none."""
    return next((date.value[:7] for date in find_dates(beginning) if len(date.value) >= len("2025-06")), "")


def lies_ahead(text: str, span: Span) -> bool:
    """Whether the words of ``span``, those before a verb, say that the act is still to come."""
    depth = depths(text[span[0] : span[1]])
    words = "".join(c for c, d in zip(text[span[0] : span[1]], depth, strict=True) if not d)
    if _BEHIND.search(words):
        return False
    return _AHEAD.search(words) is not None or _is_later(words, _document_month(text[:_DATELINE]))


def _is_later(words: str, month: str) -> bool:
    """Whether words name a year or month after that of the document."""
    if not month:
        return False
    dates = [date.value for date in find_dates(words) if date.role == "at"]
    return any(value[: len(month)] > month[: len(value)] for value in dates if value[0] != "-")
