"""An archive of documents like the published five, of any size: their items dealt out anew, with other names in them.

    python benchmarks/archive.py DIR --times 100

One time is five documents, one of each kind, with a third of the items of its model: some 60 kB of text. The items are
drawn at random from the model and numbered anew. Countries are exchanged for others, and each five documents have
names of their own for most things (``archive_names.py``), so that the archive speaks of as many different things as a
real one of its size would, and not of the same ones a thousand times. The same numbers come to the same bytes, as long
as the published documents are read alike: what they call their outcomes is read in them.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from archive_names import Names

from silkgraph.corpus import Text
from silkgraph.errors import SilkgraphError
from silkgraph.knowledge.countries import Countries
from silkgraph.read.documents import document_folders

SHARE = 3
"""A document has one in so many of its model's items."""
FIRST_DAY, DAYS = date(2014, 1, 1), 3650
NUMERALS = "一二三四五六七八九十"
HELD_IN = {"brf3-2023-chair-statement": "2023"}
"""Documents that tell who took part must be of a forum; the others are of none, as most of an archive is."""


@dataclass(frozen=True, slots=True)
class Model:
    """A published document: what stands before its items, the items by section and heading, its description."""

    folder: Path
    opening: str
    sections: Sequence[tuple[str, Sequence[str]]]
    description: dict[str, object]


def models() -> list[Model]:
    """The published documents, taken apart."""
    return [_model(folder) for folder in document_folders()]


def _model(folder: Path) -> Model:
    text = MARKED.sub(r"\1", (folder / "source.txt").read_text("utf-8")).translate(QUOTES)
    description = tomllib.loads((folder / "document.toml").read_text("utf-8"))
    heading, item = PATTERNS[folder.name]
    opening, sections = _cut(text, heading) if heading else (text, [("", text)])
    parts = []
    for title, body in sections:
        before, items = _cut(body, item)
        if heading:
            title += before
        else:
            opening = before
        parts.append((title, ["".join(pair) for pair in items]))
    return Model(folder, opening, parts, description)


MARKED = re.compile(r"\[\[zh:(.*?)\]\]")
QUOTES = str.maketrans("「」『』", "“”‘’")
"""One document is a reprint whose marks would hide the names in it."""
PATTERNS = {
    "brf1-2017-outcome-list": (r"^\*\*[一二三四五]、.*$", r"^（[一二三四五六七八九十]+）"),
    "brf2-2019-subforums": ("", r"^　*\d+\.(?=.+：)"),
    "brf3-2023-chair-statement": ("", r"^[一二三四五六七八九十]+、"),
    "brf3-2023-multilateral-list": (r"^\*\*[一二三四五六]、.*$", r"^（[一二三四五六七八九十]+）"),
    "bri-2023-white-paper": (r"^#+ .*$", r"^(?=[^#\n])"),
}
"""How the sections and the items of each document begin; "" where it has no sections."""


def _cut(text: str, beginning: str) -> tuple[str, list[tuple[str, str]]]:
    """What stands before the first beginning, and each beginning with what follows it."""
    pieces = re.split(f"({beginning})", text, flags=re.MULTILINE)
    return pieces[0], list(zip(pieces[1::2], pieces[2::2], strict=True))


def documents(times: int, seed: int = 1) -> Iterator[tuple[str, str, str]]:
    """The identifier, the text and the ``document.toml`` of each document of an archive."""
    known = models()
    countries, labels = _countries(known), _labels(known)
    for number in range(1, times + 1):
        names = Names(number, countries, labels)
        for model in known:
            chance = random.Random(f"{seed}/{number}/{model.folder.name}")
            identifier = f"{model.folder.name}-{number:05}"
            text, items = _text(model, chance, names)
            yield identifier, text, _description(model, identifier, text, items, chance)


def _text(model: Model, chance: random.Random, names: Names) -> tuple[str, int]:
    """A text of a third of the model's items, and how many it has."""
    pieces, number, total = [names.put_into(model.opening)], 0, 0
    for title, items in model.sections:
        if model.opening.lstrip().startswith(("---", "新成果")) or "chair" in model.folder.name:
            number = 0 if title else number
        drawn = chance.sample(range(len(items)), -(-len(items) // SHARE)) if items else []
        pieces.append(title)
        for place in sorted(drawn):
            number += 1
            total += 1
            pieces.append(_renumbered(names.put_into(items[place]), number))
    return "".join(pieces), total


def _renumbered(item: str, number: int) -> str:
    digits = re.match(r"　*\d+\.", item)
    if digits:
        return re.sub(r"\d+", str(number), item, count=1)
    return re.sub(r"^(（?)[一二三四五六七八九十]+(）|、)", rf"\g<1>{numeral(number)}\2", item)


def numeral(number: int) -> str:
    """A number below a hundred as the documents write it: 二十三."""
    tens, ones = divmod(number, 10)
    return (NUMERALS[tens - 1] if tens > 1 else "") + ("十" if tens else "") + (NUMERALS[ones - 1] if ones else "")


def _countries(known: Sequence[Model]) -> list[str]:
    """The usual names of the countries that the documents speak of, China not among them."""
    everything = "".join(item for model in known for _, items in model.sections for item in items)
    names = {name for name, _ in Countries.load().names.values()} - {"中国"}
    return sorted(name for name in names if len(name) > 1 and name in everything)


def _labels(known: Sequence[Model]) -> list[str]:
    """What the documents call their outcomes, as it is read in them."""
    found: set[str] = set()
    for model in known:
        reading = Text(model.folder, described=True).perform()
        if isinstance(reading, SilkgraphError):
            raise reading
        found.update(outcome.label for outcome in reading.outcomes)
    return sorted(found)


def _description(model: Model, identifier: str, text: str, items: int, chance: random.Random) -> str:
    told = {key: value for key, value in model.description.items() if key not in ("forum", "stated_items")}
    told |= {"identifier": identifier, "sha256": hashlib.sha256(text.encode()).hexdigest()}
    told["issued"] = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    if model.folder.name in HELD_IN:
        told |= {"forum": HELD_IN[model.folder.name], "issued": date(2023, 10, 18)}
    if "stated_items" in model.description:
        told["stated_items"] = items
    return "".join(f"{key} = {_toml(value)}\n" for key, value in told.items())


def _toml(value: object) -> str:
    return '"' + str(value).replace('"', '\\"') + '"' if isinstance(value, str) else str(value)


def write_archive(folder: Path, times: int) -> int:
    """Write an archive, and give the bytes of its texts."""
    extractors = {model.folder.name: (model.folder / "extractor.py").read_bytes() for model in models()}
    size = 0
    for identifier, text, description in documents(times):
        place = folder / identifier
        place.mkdir(parents=True)
        (place / "source.txt").write_bytes(text.encode())
        (place / "document.toml").write_text(description, "utf-8")
        (place / "extractor.py").write_bytes(extractors[identifier.rpartition("-")[0]])
        size += len(text.encode())
    return size


def main() -> None:
    """Write an archive of the size asked for."""
    parser = argparse.ArgumentParser(description="Write an archive of documents like the published ones.")
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--times", type=int, default=1, metavar="N", help="so many times 50 kB of text")
    given = parser.parse_args()
    print(f"{write_archive(given.folder, given.times):,} bytes of text")


if __name__ == "__main__":
    main()
