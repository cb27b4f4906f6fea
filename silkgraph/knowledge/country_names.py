"""Where the names of countries come from: Unicode CLDR, and ``extract/lexicon/countries.toml`` for what it lacks.

CLDR calls ``LA`` 老挝 and Laos; the supplement adds 老挝人民民主共和国, and wins where both speak of one name.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from babel import Locale

from silkgraph.errors import KnowledgeError

FILE = "countries.toml"
SECTIONS = (
    "preferred",
    "official",
    "short",
    "subdivisions",
    "abbreviations",
    "shortened",
    "implied",
    "regions",
    "guards",
)
NOT_COUNTRIES = frozenset(
    ("AC", "AQ", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"),
)
"""What CLDR lists beside the countries and territories of ISO 3166-1 (and Antarctica)."""
PARTS_OF_CHINA = frozenset(("HK", "MO", "TW"))
"""ISO gives them a code; here they are local governments in the authority file, of country CN."""


def read_supplement(path: Path) -> dict[str, Any]:
    """The supplement as TOML has it, with every section present."""
    try:
        with path.open("rb") as file:
            supplement = tomllib.load(file)
    except OSError as error:
        raise KnowledgeError(f"cannot be read: {error.strerror}", path=path) from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise KnowledgeError(f"is not valid TOML: {error}", path=path, line=int(line[1]) if line else None) from error
    missing = [section for section in SECTIONS if section not in supplement]
    if missing:
        raise KnowledgeError(f"lacks the section [{missing[0]}]", path=path)
    return supplement


def cldr_names() -> dict[str, tuple[str, str]]:
    """Code to Chinese and English name, for the countries and territories of ISO 3166-1."""
    chinese = Locale.parse("zh_Hans").territories
    english = Locale.parse("en").territories
    return {
        code: (chinese[code], english[code])
        for code in sorted(chinese)
        if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES
    }


def surfaces_of(supplement: Mapping[str, Any], names: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """Every full name and its code; the supplement wins over CLDR."""
    surfaces = {name: "CN" if code in PARTS_OF_CHINA else code for code, (name, _) in names.items()}
    for section in ("official", "short", "subdivisions"):
        for code, given in supplement[section].items():
            surfaces.update(dict.fromkeys(given, code))
    return surfaces


def check_codes(supplement: Mapping[str, Any], names: Mapping[str, tuple[str, str]], path: Path) -> None:
    """Every code of the supplement must be one of ISO 3166-1."""
    used = [code for section in ("preferred", "official", "short", "subdivisions") for code in supplement[section]]
    used += [code for codes in supplement["abbreviations"].values() for code in codes]
    for code in used:
        if code not in names:
            lines = path.read_text(encoding="utf-8").splitlines()
            line = next((number for number, text in enumerate(lines, 1) if re.search(rf"\b{code}\b", text)), None)
            raise KnowledgeError(f"{code} is no ISO 3166-1 alpha-2 code", path=path, line=line)
