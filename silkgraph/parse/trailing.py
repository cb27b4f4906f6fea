"""What stands last before a verb: adverbs and times, which belong to no name.

``商务部|日前分别|与``, ``中国人民银行|将于年底前|签署``. ``leading`` reads what opens a clause.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from silkgraph.knowledge.affixes import Lengths, lengths_by_ending
from silkgraph.parse.phrases import Phrases
from silkgraph.parse.times import time_expression
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.lexicon import Lexicon
from silkgraph.recognise.names import Names
from silkgraph.recognise.patterns import last_character, watchful
from silkgraph.recognise.references import event_noun
from silkgraph.recognise.shapes import names_ministry
from silkgraph.values import dataclass

_LONGEST_TIME = 24
_EDITIONS = r"连续第?[\d一二三四五六七八九十]+[年届次]"
_PLAN = "计划"
_ALL = "全部"


@dataclass(frozen=True, slots=True)
class Trailing:
    """The adverbs and times of ``particles.toml``, to be found from their ends."""

    adverbs: frozenset[str]
    lengths: Lengths
    """Of the adverbs that end with a character, how long they are."""
    times: re.Pattern[str]
    time_ends: re.Pattern[str]
    """The last characters of times, to be asked before one is looked for."""
    time: re.Pattern[str]
    """A time wherever it stands."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> Trailing:
        """Made once from the lexicon."""
        adverbs = lexicon.particles["adverbs"]
        time = time_expression(lexicon.particles["times"])
        either = f"{_EDITIONS}|{time}"
        return cls(
            frozenset(adverbs),
            lengths_by_ending(adverbs),
            watchful(f"(?:{either})$"),
            last_character(either),
            watchful(time),
        )

    def strip(
        self, text: str, start: int, end: int, names: Names, tokens: Mapping[int, str] | None = None
    ) -> tuple[int, str]:
        """Where a stretch ends without its last adverbs and times, and those; 会 is one only as a word by itself."""
        tail_end = end
        while (begin := self._last(text, start, end, names)) is not None:
            end = begin
        will = tokens is not None and end - 1 > start and tokens.get(end - 1) == "会"
        if will and event_noun(text[start:end]) is None and not _ends_a_list(text, (start, end), names):
            end, _ = self.strip(text, start, end - 1, names, tokens)
        return end, text[end:tail_end]

    def _last(self, text: str, start: int, end: int, names: Names) -> int | None:
        """Where the adverb or time begins that ends at ``end``."""
        if end <= start:
            return None
        if self.time_ends.match(text, end - 1):
            time = self.times.search(text, max(start, end - _LONGEST_TIME), end)
            if time:
                return time.start()
        for length in self.lengths.get(text[end - 1], ()):
            word = text[max(start, end - length) : end]
            if (
                word in self.adverbs
                and len(word) == length
                and not (word == _PLAN and self._is_plan(text, (start, end - length), names))
                and not (word == _ALL and text[end - 3] == "安")  # 生物安全部
            ):
                return end - length
        return None

    def _is_plan(self, text: str, before: Span, names: Names) -> bool:
        """Whether 计划 is a noun there: 科技创新行动计划|正式启动, but 中方|计划|举办, 二期工程|计划|明年开工."""
        after = before[1] + len(_PLAN)
        if names_ministry(text, before[1]):
            return True
        if before[1] == before[0] or _ends_a_list(text, before, names):
            return False
        return text[after : after + 1] not in "于在" and not self.time.match(text, after)


def _ends_a_list(text: str, span: Span, names: Names) -> bool:
    """Whether the last of the names in a stretch is a whole one."""
    return Phrases(text, span, (), names).is_list(span)
