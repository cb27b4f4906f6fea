"""Who consents to what another does, or thanks him for it: ``老方同意|中方在琅勃拉邦|设立总领事馆``.

He who does it is the other; he who consents is the one with whom it is done, he who praises is nobody.
"""

from __future__ import annotations

import re

from silkgraph.recognise.brackets import Span
from silkgraph.values import dataclass

_AUTHORISING = "批复(?:同意|准许|支持)?"
"""So an authority allows what those below it do: ``教育部批复|甲大学与乙大学|建立联合研究院``."""
_APPROVING = "准许|许可|批准|核准"
"""So a state lets another do what it plans, or an authority a firm: ``央行批准|甲银行|设立分行``."""
_CONSENTING = re.compile(f"同意|赞同|允许|应允|{_APPROVING}")
_APPROVED = re.compile(_APPROVING)
_PRAISING = re.compile("赞赏|感谢|高度评价|积极评价|满意地看到|高兴地看到|注意到")
_SAID = re.compile(f"(?P<authorising>{_AUTHORISING})|(?P<consenting>{_CONSENTING.pattern})|(?:{_PRAISING.pattern})")
_NO_AGENT = re.compile(
    "[将于在就由向对为与同和以按从把的，了]|共同|联合|进一步|继续|尽快|尽早|支持|鼓励|推动|促进|欢迎|加强|积极|各自|分别"
)
"""What follows where those who consent act themselves: ``双方同意|在万象设立中心``."""
_LONGEST_HOST = 24
_WELCOMED = re.compile("[^，《]{0,8}?(?:欢迎|祝贺|满意地看到|高兴地看到|注意到)(?=[两三]国|双方|[^，]{2,30}[与和同、])")
"""``双方欢迎|两国海关签署…``: what is welcomed was signed, by those who are named behind it."""
_WELCOMED_TEXT = re.compile("[^，《]{0,8}?(?:欢迎|祝贺|满意地看到|高兴地看到)(?:成功|正式|顺利)?$")
_HOPED = re.compile("更多|尽快|尽早|早日|继续|有关|各国|企业|商签")
"""… unless it is only hoped for."""


@dataclass(frozen=True, slots=True)
class Consent:
    """Where those stand who consent or praise, and where the head of the act of the other."""

    host: Span
    act: Span
    consenting: bool
    authorising: bool = False
    """Whether it is an authority that allows it, which has no part in it."""
    approving: bool = False
    """Whether it is approved, which only a state does as the other side."""


def consent(text: str, span: Span) -> Consent | None:
    """The head of a clause cut at its verb of consent; None where it has none, or nobody stands behind it."""
    said = _SAID.search(text, span[0] + 2, min(span[1], span[0] + _LONGEST_HOST))
    if said is None or said.end() >= span[1] or _NO_AGENT.match(text, said.end(), span[1]):
        return None
    authorising = said["authorising"] is not None
    consenting = authorising or said["consenting"] is not None
    approving = _APPROVED.fullmatch(said.group()) is not None
    return Consent((span[0], said.start()), (said.end(), span[1]), consenting, authorising, approving)


def welcomed(text: str, clause: Span, told: Span) -> int | None:
    """Where those begin of whom is said how welcome it is that they sign; None where that is only hoped for.

    Args:
        clause: all that stands before the verb.
        told: the same without what only opens the clause.
    """
    if _HOPED.search(text, told[0], clause[1] + len("商签")):
        return None
    titled = "《" in text[clause[1] : clause[1] + 4]
    found = _WELCOMED.match(text, *told) or (_WELCOMED_TEXT.match(text, *told) if titled else None)
    return None if found is None else found.end()
