"""Short names that a document gives to bodies: ``某某材料股份有限公司（以下简称“某某新材”）``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from silkgraph.recognise.antecedents import name_ending_at
from silkgraph.recognise.names import Names

_INTRODUCED = re.compile(
    r"（(?P<said>(?:以下|下文|下称|以下统称|统称|简称|又称|亦称|英文简称|中文简称)*(?:简称|称|为)*[：:]?)"
    r"[“‘]?(?P<short>[^“”‘’（），。；：]{2,12})[”’]?(?:，[^（）]{0,20})?）"
)
_NO_OTHER_WORD = "(?![学会型量批家厦桥道臣使豆众])"
_NAME_BEFORE = re.compile(r"[^，。；：！？、“”《》（）\s]{2,32}$")


def short_names(text: str, names: Names) -> Mapping[str, str]:
    """Short name to full name, as far as the text says so in brackets behind the full name.

    Without 简称 the brackets must hold characters of the name in their order (``香港出口信用保险局（信保局）``).
    """
    found: dict[str, str] = {}
    for match in _INTRODUCED.finditer(text):
        full = name_ending_at(text, match.start(), names)
        short = match["short"]
        if full is None and match["said"]:
            before = _NAME_BEFORE.search(text, max(0, match.start() - 32), match.start())
            full = before.group() if before and _is_shortened(short, before.group()) else None
        if full is None or len(short) >= len(full) or names.is_known(short) or names.is_country(short):
            continue
        if match["said"] or _is_shortened(short, full):
            found.setdefault(short, full)
    return found | _universities(text, names, found)


def _universities(text: str, names: Names, known: Mapping[str, str]) -> dict[str, str]:
    """``某大`` for a university that the text names before: its own first character or its place's, and 大."""
    found: dict[str, str] = {}
    for match in re.finditer("大学", text):
        full = name_ending_at(text, match.end(), names)
        if full is None:
            continue
        place = names.places.city_at(full) or names.country_prefix(full) or ""
        for first in dict.fromkeys((full[len(place) : len(place) + 1], full[0])):
            short = f"{first}大"
            if short not in known and re.search(re.escape(short) + _NO_OTHER_WORD, text[match.end() :]):
                found.setdefault(short, full)
    return found


def _is_shortened(short: str, full: str) -> bool:
    """Whether the characters of ``short`` stand in ``full`` in that order."""
    rest = iter(full)
    return all(character in rest for character in short)
