"""Source documents: the folders of ``extract/`` with their ``document.toml``, and loose files."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeGuard

from silkgraph.errors import SourceError
from silkgraph.locations import knowledge
from silkgraph.model import SourceDocument
from silkgraph.read.layout import LAYOUTS, recognise_layout
from silkgraph.read.text import SourceText, decode, read_bytes
from silkgraph.read.words import words

SOURCE = "source.txt"
DESCRIPTION = "document.toml"
ADVICE = "extract/README.md explains every field."
LINES_WITH_A_DATE = 15
LONGEST_TITLE = 200
"""A longer first line is the text itself."""

IRI_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
DATE = re.compile(r"((?:19|20)\d\d)(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})(?:日|(?!\d))")
AT_LINE = re.compile(r"\(at line (\d+),")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of ``document.toml``: what it must be, in words and as a test."""

    wanted: str
    fits: Callable[[object], bool]
    optional: bool = False


def _is_text(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and bool(value.strip())


def _matches(pattern: str) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value) is not None


FIELDS: Mapping[str, Field] = {
    "identifier": Field("letters, digits, '.', '_' and '-' only", _matches(IRI_SAFE.pattern)),
    "title_zh": Field("a text that is not empty", _is_text),
    "title_en": Field("a text that is not empty", _is_text),
    "forum": Field('a year in quotation marks, such as "2017"', _matches(r"20\d\d"), optional=True),
    "issuer": Field("a text that is not empty", _is_text),
    "issued": Field(
        "a date without quotation marks, such as 2017-05-16",
        lambda value: isinstance(value, date) and not isinstance(value, datetime),
        optional=True,
    ),
    "published_at": Field("an address or words", _is_text),
    "profile": Field(f"one of {', '.join(LAYOUTS)}", lambda value: value in tuple(LAYOUTS)),
    "sha256": Field("64 hexadecimal digits in lower case", _matches(r"[0-9a-f]{64}")),
    "rights": Field("a text that is not empty", _is_text, optional=True),
    "stated_items": Field(
        "a whole number above 0",
        lambda value: isinstance(value, int) and not isinstance(value, bool) and value > 0,
        optional=True,
    ),
}


def document_folders(root: Path | None = None) -> tuple[Path, ...]:
    """The folders with a ``document.toml`` in ``root``, or in ``extract/``, sorted by name.

    Raises:
        SourceError: ``root`` is no folder, a description is broken, or two documents have one identifier.
    """
    root = knowledge("extract") if root is None else root
    if not root.is_dir():
        raise SourceError("there is no such folder", path=root, advice="Check the path.")
    folders = tuple(sorted(path.parent for path in root.glob(f"*/{DESCRIPTION}")))
    seen: dict[str, Path] = {}
    for folder in folders:
        path = folder / DESCRIPTION
        identifier = str(_table(path).get("identifier", folder.name))
        if identifier in seen:
            problem = f"the identifier {identifier!r} is already that of {seen[identifier]}"
            raise SourceError(problem, path=path, line=_line(path, "identifier"), advice="Give each document its own.")
        seen[identifier] = path
    return folders


def load_document(folder: Path) -> SourceDocument:
    """What the ``document.toml`` of a folder says, checked, also against the source file's bytes.

    Raises:
        SourceError: a file is missing or broken, a field is wrong, or the source has changed.
    """
    path = folder / DESCRIPTION
    table = _table(path)
    _check_names(path, table)
    for name, field in FIELDS.items():
        if name in table and not field.fits(table[name]):
            problem = f"{name} is {table[name]!r}, but must be {field.wanted}"
            raise SourceError(problem, path=path, line=_line(path, name), advice=ADVICE)
    found = hashlib.sha256(read_bytes(folder / SOURCE)).hexdigest()
    if found != table["sha256"]:
        problem = f"sha256 is not that of {SOURCE}, which has {found}"
        advice = f"Put the original {SOURCE} back; or, if the change is meant, write its new sha256 here."
        raise SourceError(problem, path=path, line=_line(path, "sha256"), advice=advice)
    return SourceDocument(**{"forum": None, "issued": None, **table})


def loose_document(path: Path, text: SourceText | None = None) -> SourceDocument:
    """What can be known of a file that nobody has described; ``text`` is what it holds, if that has been read.

    Its identifier is the file name's stem as it stands (IRIs transliterate it); its title the
    first line; its date the first that its first lines hold; its profile the layout that is recognised.

    Raises:
        SourceError: the file is missing, empty or not UTF-8.
    """
    content = read_bytes(path)
    text = text or SourceText.from_raw(decode(path, content))
    return SourceDocument(
        identifier=path.stem,
        title_zh=_title(text) or path.stem,
        title_en=path.stem,
        forum=None,
        issuer="",
        issued=_first_date(text),
        published_at="",
        sha256=hashlib.sha256(content).hexdigest(),
        profile=recognise_layout(text),
    )


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(read_bytes(path).decode("utf-8"))
    except UnicodeDecodeError as error:
        problem = f"this is not UTF-8 text: byte {error.start}"
        raise SourceError(problem, path=path, advice="Save the file as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        place = AT_LINE.search(str(error))
        line = int(place[1]) if place else None
        raise SourceError(f"this is not TOML: {error}", path=path, line=line, advice=ADVICE) from None


def _check_names(path: Path, table: Mapping[str, object]) -> None:
    """Refuse a field that does not exist, and a field left out."""
    for name in table:
        if name not in FIELDS:
            near = get_close_matches(name, FIELDS, n=1)
            advice = f"Is {near[0]} meant? {ADVICE}" if near else ADVICE
            raise SourceError(f"there is no field {name}", path=path, line=_line(path, name), advice=advice)
    missing = [name for name, field in FIELDS.items() if not field.optional and name not in table]
    if missing:
        raise SourceError(f"missing: {', '.join(missing)}", path=path, advice=ADVICE)


def _line(path: Path, name: str) -> int | None:
    """The line of a file that sets the field ``name``."""
    lines = path.read_text("utf-8").split("\n")
    setting = re.compile(rf"\s*\[*[\"']?{re.escape(name)}[\"']?\s*[=\].]")
    return next((number for number, line in enumerate(lines, 1) if setting.match(line)), None)


def _title(text: SourceText) -> str:
    """The first line that holds words, without Markdown's marks."""
    lines = (re.sub(r"^[#>\s]*(?:title[:：])?\s*", "", line) for line in text.text.split("\n"))
    first = next((line for line in lines if line and not words().is_furniture(line)), "")
    return first if len(first) <= LONGEST_TITLE else ""


def _first_date(text: SourceText) -> date | None:
    """The first date in the first lines."""
    lines = [line for line in text.text.split("\n") if line.strip()][:LINES_WITH_A_DATE]
    for match in DATE.finditer("\n".join(lines)):
        try:
            return date(*map(int, match.groups()))
        except ValueError:
            continue
    return None
