"""Which currency a bare 元 is in a paper of Hong Kong or Macao: ``資助3000萬元`` beside ``港元`` is Hong Kong dollars.

Only where the text itself tells: it is in traditional characters, states sums in 港元 (or 澳門元) or was sent from
Hong Kong (or Macao), and never speaks of the renminbi. Everywhere else a bare 元 stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_OTHERS = re.compile("人民币|人仔|新台币|台币|RMB|CNY|¥|￥")
_HERE = {
    "港元": re.compile(
        r"港元|港币|HK\$|HKD|香港(?:特别行政区|特区)?(?:政府)?(?:新闻公报|(?:\d+月)?\d+日[电讯])|[（(【\[][^（）()【】\[\]\n]{0,6}香港[^（）()【】\[\]\n]{0,12}[电讯][）)】\]]"
    ),
    "澳门元": re.compile(
        r"澳门元|澳门币|葡币|MOP|澳门(?:特别行政区|特区)?(?:政府)?(?:新闻公报|(?:\d+月)?\d+日[电讯])|[（(【\[][^（）()【】\[\]\n]{0,6}澳门[^（）()【】\[\]\n]{0,12}[电讯][）)】\]]"
    ),
}
_BARE = re.compile(r"(?<=[\d一二三四五六七八九十百千万亿余多])元(?![首素旦宝月老代帅音勋]|港币|澳门币|人民币|等值)")
_SIGNED = re.compile(r"(?:[币\$]|[A-Z]{3})\s?[\d.,一二三四五六七八九十百千万亿余多]+$")
_NEAR = 24


def local_sums(text: str, *, traditional: bool) -> Iterator[tuple[int, int, str]]:
    """Where a bare 元 stands in a text in simplified characters, and the currency to read there.

    Args:
        traditional: whether the text was written in traditional characters.
    """
    if not traditional or "元" not in text or _OTHERS.search(text):
        return
    told = [name for name, sign in _HERE.items() if sign.search(text)]
    if len(told) != 1:
        return
    for match in _BARE.finditer(text):
        if not _SIGNED.search(text, max(0, match.start() - _NEAR), match.start()):
            yield match.start(), match.end(), told[0]
