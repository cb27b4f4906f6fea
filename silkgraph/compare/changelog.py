"""The changelog of the data, for people: a section a release, the newest first.

A section is made from a comparison; the sections of the earlier release follow it as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from silkgraph.compare.changes import Change, Comparison
from silkgraph.compare.rows import COUNT_COLUMNS, count_rows, remarks, shown

TITLE = """# Changes of the data · 数据变更

What became of outcomes, figures and bodies from one release to the next, as `silkgraph diff` tells it. *Moved* is what
says the same in another place of its document or under another IRI; *changed* names the fields with their values.

从上一版到这一版，成果、数据与机构有哪些变化（由 `silkgraph diff` 得出）。
“移位”指内容不变而位置或标识符改变，“改动”列出前后不同的各项。
"""
HEADINGS = {"gained": "Gained · 新增", "lost": "Lost · 删去", "changed": "Changed · 改动", "moved": "Moved · 移位"}
SECTION = re.compile(r"^## ", re.MULTILINE)


def changelog(comparison: Comparison, earlier: str = "") -> str:
    """The changelog with a section for this comparison, above the sections of an earlier one."""
    sections = SECTION.search(earlier)
    rest = "\n" + earlier[sections.start() :] if sections else ""
    return f"{TITLE}\n{section(comparison)}{rest}"


def section(comparison: Comparison) -> str:
    """What is different, as a section in Markdown."""
    old, new = comparison.old, comparison.new
    lines = [f"## {new.version} ({new.sha256[:12]}), since {old.version} ({old.sha256[:12]})", ""]
    counted = list(count_rows(comparison))
    if counted:
        lines += [_row(COUNT_COLUMNS), _row(["---"] * len(COUNT_COLUMNS)), *map(_row, counted), ""]
    lines += [*(f"- {remark}" for remark in remarks(comparison)), ""]
    for status, heading in HEADINGS.items():
        entries = [line for change in comparison.changes if change.status == status for line in _entry(change)]
        if entries:
            lines += [f"### {heading}", "", *entries, ""]
    return "\n".join(lines)


def _entry(change: Change) -> Iterator[str]:
    if change.status == "moved" and change.old and change.new and change.old.iri == change.new.iri:
        return  # its characters were counted anew, which the numbers above tell
    _status, thing, label, how = shown(change)
    yield f"- `{thing}` {_escaped(label.replace(chr(10), ' · '))}"
    if change.status == "moved":
        how = how.partition("\n")[0]
    yield from (f"  - {_escaped(line)}" for line in how.splitlines())


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(words: str) -> str:
    """Words of a text, kept from being taken for Markdown or HTML."""
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", words)
