"""The lexicon that the grammar reads with, loaded from ``extract/lexicon/*.toml``."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from silkgraph.errors import KnowledgeError
from silkgraph.knowledge.affixes import Lengths, lengths_by_ending
from silkgraph.locations import knowledge
from silkgraph.model import Kind


def read_table(path: Path) -> dict[str, Any]:
    """A TOML file as a dictionary.

    Raises:
        KnowledgeError: the file is missing or is not TOML; the message has the line.
    """
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise KnowledgeError(
            f"cannot be read: {error.strerror}", path=path, advice="Install Silkgraph again."
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"not valid TOML: {error}", path=path, advice="Mend the file at that line.") from error


_SUBTITLE = re.compile("：|——")
_TEXTS = frozenset({"agreement", "declaration", "publication"})
_VERSION = re.compile(
    r"(?<=.{4})(?:V?\d+(?:\.\d+)+版?|(?:升级|测试|试用|国际|海外|全球|企业|移动|手机|优化)版|第?[二三四五]期)$"
)
"""What follows the name of a system or platform without changing what it is: ``公共服务平台|3.0版``."""
_TOGETHER = 32
"""So many beginnings are looked for together."""


def any_of(words: Iterable[str]) -> str:
    """A regular expression that matches any of the words, the longest first.

    Words that begin alike share their beginning (``备忘录|备案`` is ``备(?:忘录|案)``), so that a long list is searched
    in half the time. Where there are many beginnings, one look at the first character rules out all but some.
    """
    beginnings: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        beginnings.setdefault(word[:1], []).append(word[1:])
    whole = beginnings.pop("", None)
    branches = [re.escape(first) + _rest(rests) for first, rests in beginnings.items()]
    if len(branches) > 2 * _TOGETHER:
        branches = [
            f"(?=[{''.join(map(re.escape, together))}])(?:{'|'.join(branches[start : start + _TOGETHER])})"
            for start in range(0, len(branches), _TOGETHER)
            if (together := [*beginnings][start : start + _TOGETHER])
        ]
    return "|".join(branches if whole is None else [*branches, ""])


def _rest(rests: list[str]) -> str:
    """What follows a beginning that several words share; nothing may follow where it is a word itself."""
    if len(rests) == 1:
        return re.escape(rests[0])
    longer = any_of(rest for rest in rests if rest)
    return f"(?:{longer})?" if "" in rests else f"(?:{longer})"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb form with its frame (see the head of ``verbs.toml``)."""

    form: str
    frame: str
    kind: Kind
    strict: bool
    object: str
    open: bool = False
    noun_before: re.Pattern[str] | None = None
    noun_after: re.Pattern[str] | None = None

    def is_noun_before(self, following: str) -> bool:
        """Whether the word belongs to a name, seen from what follows it: 共建 in 共建“一带一路”."""
        return self.noun_before is not None and self.noun_before.match(following) is not None

    def is_noun_after(self, preceding: str) -> bool:
        """Whether the word belongs to a name, seen from what it follows: 建设 in “一带一路”建设."""
        return self.noun_after is not None and self.noun_after.search(preceding) is not None


@dataclass(frozen=True, slots=True)
class HeadNoun:
    """An ending that tells what a noun phrase names (see the head of ``heads.toml``)."""

    form: str
    kind: Kind
    weak: bool


@dataclass(frozen=True)
class Lexicon:
    """Verbs, head nouns, particles and organisation endings."""

    verbs: dict[str, Verb]
    heads: dict[str, HeadNoun]
    head_lengths: Lengths
    particles: dict[str, tuple[str, ...]]
    organisation_types: dict[str, str]
    organisation_lengths: Lengths
    fields: frozenset[str]
    """Of which ministries are named, so that no name ends with one alone: ``经济|和财政部``."""
    international: re.Pattern[str]
    """What a name has in it whose body may belong to no country."""
    trades: re.Pattern[str]
    """What ends the name of a firm behind a beginning that is known (京东|物流)."""
    called: dict[str, tuple[str, ...]]
    """What the names of bodies end with that a short noun means: 该行 a name in 银行 or 投行."""
    domains: tuple[tuple[str, tuple[tuple[str, float], ...]], ...]
    neutral_words: tuple[str, ...]
    """Words that tell no domain, though shorter ones in them would."""

    def head(self, phrase: str) -> HeadNoun | None:
        """The head noun of a phrase: the longest ending that is in the list; of a title, that before its subtitle."""
        if mark := _SUBTITLE.search(phrase):
            main = self.head(phrase[: mark.start()])
            if main is not None and main.kind in _TEXTS and main.form != "倡议":
                return main  # 巴库宣言：共建…跨里海通道, but 共建“一带一路”倡议：进展、贡献与展望 is a report
        for length in self.head_lengths.get(phrase[-1:], ()):
            found = self.heads.get(phrase[-length:])
            if found is not None:
                return found
        return None

    def head_of_name(self, phrase: str) -> HeadNoun | None:
        """The head noun of a name, or of what stands before its title (``电视剧《红河谷》``, ``联盟网站“绿丝路”``)."""
        found = self.head(phrase.rstrip("》”"))
        if found is None and (version := _VERSION.search(phrase)):
            return self.head(phrase[: version.start()].rstrip("”"))
        if found is None and phrase.endswith(("》", "”")):
            opening = max(phrase.rfind("《"), phrase.rfind("“"))
            return self.head(phrase[:opening]) if opening > 0 else None
        return found

    def organisation_type(self, name: str) -> str | None:
        """The body type that a name's ending tells (``…部`` is a ministry), or None."""
        for length in self.organisation_lengths.get(name[-1:], ()):
            found = self.organisation_types.get(name[-length:])
            if found is not None:
                return found
        return None


def _load_verbs(path: Path) -> dict[str, Verb]:
    table = read_table(path)
    before, after = _noun_marks(table, "before", "(?:{})"), _noun_marks(table, "after", "(?:{})$")
    verbs: dict[str, Verb] = {}
    for entry in table["verb"]:
        for form in entry["forms"]:
            verb = Verb(
                form=form,
                frame=entry["frame"],
                kind=entry["kind"],
                strict=entry.get("strict", False),
                object=entry.get("object", ""),
                open=entry.get("open", False),
                noun_before=before.get(form),
                noun_after=after.get(form),
            )
            verbs.setdefault(form, verb)
    return verbs


def _noun_marks(table: dict[str, Any], side: str, shape: str) -> dict[str, re.Pattern[str]]:
    """What makes a noun of each word when it stands on one side of it, from all the entries that speak of the word."""
    of_frames: dict[str, list[str]] = {}
    for entry in table["verb"]:
        of_frames.setdefault(entry["frame"], []).extend(entry["forms"])
    marks: dict[str, list[str]] = {}
    for entry in (entry for entry in table["noun"] if side in entry):
        forms = [*entry.get("forms", ()), *(form for frame in entry.get("frames", ()) for form in of_frames[frame])]
        for form in dict.fromkeys(forms):
            marks.setdefault(form, []).append(entry[side])
    compiled = {text: re.compile(shape.format(text)) for text in {"|".join(m) for m in marks.values()}}
    return {form: compiled["|".join(mark)] for form, mark in marks.items()}


def _load_heads(path: Path) -> dict[str, HeadNoun]:
    heads: dict[str, HeadNoun] = {}
    for entry in read_table(path)["head"]:
        for form in entry["heads"]:
            heads.setdefault(form, HeadNoun(form, entry["kind"], entry.get("weak", False)))
    return heads


@functools.cache
def lexicon() -> Lexicon:
    """The project's lexicon; read once."""
    folder = knowledge("extract") / "lexicon"
    heads = _load_heads(folder / "heads.toml")
    bodies = read_table(folder / "organisations.toml")
    organisations = {ending: entry["type"] for entry in bodies["organisation"] for ending in entry["endings"]}
    fields = read_table(folder / "domains.toml")
    domains = tuple(
        (entry["code"], tuple((word, float(entry.get("weight", 1))) for word in entry["words"]))
        for entry in fields["domain"]
    )
    particles = {key: tuple(value) for key, value in read_table(folder / "particles.toml").items()}
    return Lexicon(
        verbs=_load_verbs(folder / "verbs.toml"),
        heads=heads,
        head_lengths=lengths_by_ending(heads),
        particles=particles,
        organisation_types=organisations,
        organisation_lengths=lengths_by_ending(organisations),
        fields=frozenset(bodies["ministries"]["fields"]),
        international=re.compile("|".join(bodies["international"]["words"])),
        trades=re.compile(f"(?:{any_of(bodies['firms']['trades'])}){{1,2}}"),
        called={noun: tuple(entry["endings"]) for entry in bodies["called"] for noun in entry["nouns"]},
        domains=domains,
        neutral_words=tuple(fields["neutral"]["words"]),
    )


def called(noun: str) -> tuple[str, ...]:
    """What the names of bodies end with that a short noun means; itself, where the lexicon has nothing else."""
    return lexicon().called.get(noun, (noun,))
