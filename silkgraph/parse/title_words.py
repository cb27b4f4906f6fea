"""What tells a line that only names something from one that tells something.

``努瓦迪布港渔业码头扩建工程`` names works, ``愿研究在对方国家设立鲁班工坊`` tells what is hoped for. The words are in
``extract/lexicon/titles.toml``.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from silkgraph.locations import knowledge
from silkgraph.recognise.lexicon import any_of, read_table
from silkgraph.recognise.patterns import watchful


@dataclass(frozen=True, slots=True)
class TitleWords:
    """The patterns made from ``extract/lexicon/titles.toml``."""

    spoken: re.Pattern[str]
    """What begins a sentence whose subject is left out."""
    telling: re.Pattern[str]
    """What a line has in it that tells something."""
    attitude: re.Pattern[str]
    """What whoever speaks thinks of a thing."""
    works: re.Pattern[str]
    """Works on one thing that is named before them."""
    undertaking: re.Pattern[str]
    """What begins an entry that names works by what is done (``修缮|国家体育馆``)."""
    role: re.Pattern[str]
    """What stands before a body and says its part in a thing (``执行机构：``, ``中方：``)."""


@functools.cache
def title_words() -> TitleWords:
    """The project's."""
    table = read_table(knowledge("extract") / "lexicon" / "titles.toml")
    attitudes, works, entries = table["attitudes"], table["works"], table["entries"]
    return TitleWords(
        spoken=re.compile("|".join(table["spoken"])),
        telling=watchful("|".join(table["telling"])),
        attitude=re.compile(
            f"(?:{'|'.join(attitudes['speakers'])})(?:{'|'.join(attitudes['manner'])})*(?:{'|'.join(attitudes['words'])})"
        ),
        works=re.compile(
            f"[^的，]{{3,}}(?:{'|'.join(works['places'])})(?:{'|'.join(works['works'])})*(?:{'|'.join(works['endings'])})$"
        ),
        undertaking=re.compile(f"(?:{any_of(entries['undertakings'])})(?=[^，、的。]{{4}})"),
        role=re.compile(f"(?:{'|'.join(entries['roles'])})(?:{any_of(entries['bodies'])})?[：:]"),
    )
