"""Chinese in Latin letters, for identifiers and for labels of what has no English name."""

from __future__ import annotations

import re
import unicodedata

from silkgraph.resolve.pinyin import pinyin

RUN = re.compile(r"[A-Za-z0-9.%]+|[㐀-鿿]+")


def syllables(chinese: str) -> list[str]:
    """The syllables of a text without tones, and what it has in Latin letters and digits; marks are left out.

    ``2023全球滨海论坛`` is ``["2023", "quan", "qiu", "bin", "hai", "lun", "tan"]``.
    """
    found: list[str] = []
    for run in RUN.findall(unicodedata.normalize("NFKC", chinese)):
        found += [run] if run.isascii() else pinyin(run)
    return found
