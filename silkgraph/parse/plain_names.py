"""Names that no ending and no list tells, where the grammar asks for one: ``和记港口|夺得``, ``中车株洲所|中标``."""

from __future__ import annotations

import functools
import re

from silkgraph.parse.coordination import Party
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.lexicon import lexicon
from silkgraph.recognise.names import Names
from silkgraph.recognise.shapes import may_be_name

_NO_NAME = re.compile(
    "(?:首[期批次个年日家]|第[一二三四五]|[上下]一|其中|期间|年内|年底|此外|同时|目前|如今|近日|日前|随后|会上|现场|当场|当[天日晚]|今[年天日]|去年|明年|未来|今后|计划|预计|仅|另)"
    "|.*(?:合计|共计|总计|累计|期间|以来|首日|首届|主任|部长|总理|总统|主席|秘书长|负责人|行长|校长|院长)$"
)


def plain_name(text: str, span: Span, names: Names, longest: int) -> tuple[Party, ...]:
    """The one that the words of ``span`` name, if they may be a name at all and have no more characters than that."""
    name = text[slice(*span)]
    known = len(name) <= longest and may_be_name(name) and not names.is_generic(name) and not _NO_NAME.match(name)
    small = name in names.lexicon.verbs or name.startswith(_small_words())
    return (Party(name, *span, False),) if known and not small else ()


@functools.cache
def _small_words() -> tuple[str, ...]:
    """Adverbs and times with which no name begins (``力争|年内``); one of one character may begin a name (先正达)."""
    return tuple(word for key in ("adverbs", "times") for word in lexicon().particles[key] if len(word) > 1)
