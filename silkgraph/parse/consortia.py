"""A subject that is described by its members: ``由甲银行牵头、乙银行参与的|银团``, ``丙公司、丁公司组成的|联合体``.

The members act; the word for all of them names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from silkgraph.parse.coordination import Party
from silkgraph.recognise.brackets import Span

_KINDS = r"(?:银团|财团|联合体|联营体|企业团|投资团|康采恩|合资企业|合资公司|合资方)"
_LED = re.compile(
    r"(?:由|以)?(?P<who>[^。；：由以《》][^。；：《》]{1,120}?)(?:共同|联合|作为)*"
    r"(?:牵头|为首|领衔|领投|主导|组成|组建|构成|参与|参加)(?:组成|组建|筹组|安排|发起)?的"
    rf"[^，的与同和向为在于将已]{{0,12}}?{_KINDS}"
)
_QUICK = re.compile(rf"的[^，的]{{0,12}}?{_KINDS}")
_ROLE = re.compile(
    r"(?:(?:共同|联合)*(?:牵头|为首|领衔|领投|主导|参与|参加|跟投))?(?:组成)?$"
    r"|(?<=[^平])等(?:[一二三四五六七八九十\d]+)?家?(?:银行|机构|企业|公司)?(?:共同)?(?:参与|参加|组成)?$"
)
_LEADER_AND = re.compile("(?<=牵头)、")


@dataclass(frozen=True, slots=True)
class Consortium:
    """Those who act together, and where the word for all of them ends."""

    members: tuple[Party, ...]
    end: int


def may_open_consortium(text: str, span: Span) -> bool:
    """Whether the words may begin with a consortium; quick, to ask before anything else."""
    return _QUICK.search(text, *span) is not None


def consortium(text: str, span: Span, read: Callable[[Span], tuple[Party, ...]]) -> Consortium | None:
    """The consortium that ``span`` begins with, None if there is none.

    Args:
        read: the parties that a stretch of the text names.
    """
    led = _LED.match(text, *span)
    if led is None:
        return None
    members: list[Party] = []
    start, end = led.span("who")
    for piece in re.finditer("[^，]+", text[start:end]):
        stop = start + piece.end()
        role = _ROLE.search(text, start + piece.start(), stop)
        position = start + piece.start()
        for name in _LEADER_AND.split(text[position : role.start() if role else stop]):
            members += read((position, position + len(name.removesuffix("牵头"))))
            position += len(name) + 1
    return Consortium(tuple(members), led.end()) if members else None
