"""Where a name in the head of a clause may end: before adverbs, times and prepositions.

``海关总署|前晚|与|东帝汶农业部|以换函方式|正式``: what begins at a boundary belongs to no name. The words
are those that the segmentation sees, so that 联合 in 妇女联合会 and 同 in 共同体 are none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from silkgraph.parse.times import time_expression
from silkgraph.recognise.brackets import Span, depths, inside
from silkgraph.recognise.lexicon import Lexicon
from silkgraph.recognise.patterns import watchful
from silkgraph.recognise.references import event_noun
from silkgraph.recognise.shapes import names_ministry
from silkgraph.values import dataclass

Kind = Literal["with", "to", "aside", "time", "adverb"]

_WITH: tuple[str, ...] = (
    *("会同", "联合", "联同", "连同", "携手", "偕同", "偕", "协同", "联手", "牵手", "联袂", "与", "同", "和", "跟"),
)
_TO: tuple[str, ...] = ("向", "对", "为", "给", "面向", "帮助", "协助", "替")
_ASIDE: tuple[str, ...] = (
    *("已于", "将于", "拟于", "曾于", "定于", "暂定于", "预定于"),
    *(
        "在",
        "就",
        "围绕",
        "以",
        "按",
        "按照",
        "通过",
        "依托",
        "于",
        "把",
        "将",
        "经",
        "自",
        "从",
        "因",
        "凭",
        "凭借",
        "用",
    ),
    *("借", "趁", "针对", "根据", "依据", "关于", "赴", "结合"),
)
_COMPARED = re.compile(
    r"同比(?:大幅|分别|实际|名义)?(?:增|降|减|上|下|扩|提|翻|多|少|大|持平|涨|跌|回|收|\d|变|较|，|$)"
)
_KINDS: tuple[tuple[Kind, tuple[str, ...]], ...] = (("aside", _ASIDE), ("to", _TO), ("with", _WITH))
_PLAN = "计划"
_UNITED = re.compile(
    "联合(?:发展|商业|投资|开发|信贷|国民|农业|工业|海外|能源|网络|通信|网络通信|电力|钢铁|健康|数据|科技|传媒|出版)?(?:银行|大学|航空|通讯社|保险|集团|公司|党|石油|水泥)"
)
"""联合 in a name: 老挝|联合发展银行."""
_PREPOSITIONS = {word: kind for kind, words in _KINDS for word in words}


@dataclass(frozen=True, slots=True)
class Boundary:
    """A word at which a name before it ends. ``with`` brings in a counterpart, ``to`` a recipient."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Boundaries:
    """The words that end names, made once from the lexicon."""

    adverbs: frozenset[str]
    longest_adverb: int
    time: re.Pattern[str]
    societies: tuple[str, ...]
    """Endings of names before which 会 belongs to them: 香港律师|会, not 学会|会."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> Boundaries:
        """With the adverbs and times of ``particles.toml``."""
        adverbs = frozenset(lexicon.particles["adverbs"])
        times = watchful(time_expression(lexicon.particles["times"]))
        societies = tuple(ending for ending in lexicon.organisation_types if ending.endswith("会") and len(ending) > 2)
        return cls(adverbs, max(map(len, adverbs)), times, societies)

    def find(self, text: str, span: Span, known: list[Span], tokens: Mapping[int, str]) -> list[Boundary]:
        """The boundaries in ``span``, in reading order.

        An adverb counts only where nothing but further boundaries stands between it and the end, and
        和 only behind one (``先后和甲签署``): elsewhere it joins names.

        Args:
            known: spans of known names, in which none is looked for.
            tokens: the words of the text by their offsets.
        """
        start, end = span
        depth = depths(text[start:end])
        has_time = self.time.search(text, start, end) is not None
        found: list[Boundary] = []
        open_at = [end]
        for position in range(end - 1, start - 1, -1):
            word = tokens.get(position)
            if word is None or depth[position - start] or known and inside(position, known):
                continue
            if word == "会" and self._is_name(text[start : position + 1]):
                continue
            time = self.time.match(text, position, end) if has_time else None
            boundary = Boundary(position, time.end(), "time") if time else self._at(text, position, end, word, open_at)
            if boundary is not None:
                found.append(boundary)
                open_at.append(position)
        leads_on = {start} | {b.end for b in found if b.kind in ("adverb", "time")}
        return [b for b in reversed(found) if text[b.start : b.end] != "和" or b.start in leads_on]

    def _is_name(self, phrase: str) -> bool:
        """Whether 会 ends a name: 此次外长|会, 香港律师|会."""
        return event_noun(phrase) is not None or phrase.endswith(self.societies)

    def _at(self, text: str, position: int, end: int, word: str, open_at: Sequence[int]) -> Boundary | None:
        """The boundary at ``position``, other than a time.

        ``open_at`` are the end and the boundaries behind it, the last one first.
        """
        for stop in open_at:
            if stop - position <= self.longest_adverb:
                written = text[position:stop]
                if written == _PLAN and names_ministry(text, position):
                    return None
                if written in self.adverbs or written == word == "会":
                    return Boundary(position, stop, "adverb")
        if word == "同比" and not _COMPARED.match(text, position):  # 同|比姆博医院
            word = "同"
        if word == "联合" and _UNITED.match(text, position, end):
            return None
        kind = _PREPOSITIONS.get(word)
        if word == "自" and text.startswith(("贸", "由贸"), position + 1):  # 海南自贸港
            return None
        return Boundary(position, position + len(word), kind) if kind else None
