"""Who consents to what another does, or thanks him for it: ``老方同意|中方在琅勃拉邦|设立总领事馆``.

He who does it is the other; he who consents is the one with whom it is done, he who praises is nobody.
"""

from __future__ import annotations

import re

from silkgraph.recognise.brackets import Span
from silkgraph.values import dataclass

_CONSENTING = re.compile("同意|赞同|准许|允许|许可|批准|核准|应允")
_PRAISING = re.compile("赞赏|感谢|高度评价|积极评价|满意地看到|高兴地看到|注意到")
_SAID = re.compile(f"(?P<consenting>{_CONSENTING.pattern})|(?:{_PRAISING.pattern})")
_NO_AGENT = re.compile(
    "[将于在就由向对为与同和以按从把的，了]|共同|联合|进一步|继续|尽快|尽早|支持|鼓励|推动|促进|欢迎|加强|积极|各自|分别"
)
"""What follows where those who consent act themselves: ``双方同意|在万象设立中心``."""
_LONGEST_HOST = 24


@dataclass(frozen=True, slots=True)
class Consent:
    """Where those stand who consent or praise, and where the head of the act of the other."""

    host: Span
    act: Span
    consenting: bool


def consent(text: str, span: Span) -> Consent | None:
    """The head of a clause cut at its verb of consent; None where it has none, or nobody stands behind it."""
    said = _SAID.search(text, span[0] + 2, min(span[1], span[0] + _LONGEST_HOST))
    if said is None or said.end() >= span[1] or _NO_AGENT.match(text, said.end(), span[1]):
        return None
    return Consent((span[0], said.start()), (said.end(), span[1]), said["consenting"] is not None)
