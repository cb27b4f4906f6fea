"""Words of Hong Kong and Taiwan for which the lexicon has others: 网路 is read as 网络."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from silkgraph.errors import KnowledgeError
from silkgraph.locations import knowledge
from silkgraph.read.script import is_traditional, simplified
from silkgraph.recognise.patterns import watchful

FILE = "vocabulary.toml"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of other regions, each with the one that it is read as."""

    words: Mapping[str, str]
    everywhere: re.Pattern[str]
    traditional: re.Pattern[str]

    def replacements(self, text: str, *, traditional: bool) -> Iterator[tuple[int, int, str]]:
        """Where such words stand in a text in simplified characters, and what to read there.

        Args:
            traditional: whether the text was written in traditional characters.
        """
        pattern = self.traditional if traditional else self.everywhere
        for match in pattern.finditer(text):
            yield match.start(), match.end(), self.words[match.group()]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read once.

    Raises:
        KnowledgeError: the file is missing or broken.
    """
    path = knowledge("extract") / "lexicon" / FILE
    try:
        data = tomllib.loads(path.read_text("utf-8"))
        everywhere, traditional = {**data["everywhere"], **data["countries"]}, data["traditional"]
        before, after = data["not_before"], data["not_after"]
        unknown = (before.keys() | after.keys()) - (everywhere.keys() | traditional.keys())
        if unknown:
            raise KnowledgeError(f"a condition for {min(unknown)}, which is no word of the file", path=path)
        return Vocabulary(
            words={**everywhere, **traditional},
            everywhere=_pattern(everywhere, before, after),
            traditional=_pattern({**everywhere, **traditional}, before, after),
        )
    except KeyError as error:
        raise KnowledgeError(f"the section {error} is missing", path=path) from None
    except (OSError, tomllib.TOMLDecodeError, re.error, AttributeError) as error:
        raise KnowledgeError(f"the file cannot be used: {error}", path=path) from None


def _pattern(words: Mapping[str, str], before: Mapping[str, str], after: Mapping[str, str]) -> re.Pattern[str]:
    """Matches any of the words where the conditions allow, the longest first.

    Words that begin alike share their first character, and what a word must not follow is asked behind it, so that
    ``re`` goes at once to the places where a word may begin: ``网(?:(?<!互联网)路|域)``.
    """
    beginnings: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        condition = f"(?<!(?:{after[word]}){re.escape(word[0])})" if word in after else ""
        closing = f"(?!{before[word]})" if word in before else ""
        beginnings.setdefault(word[0], []).append(condition + re.escape(word[1:]) + closing)
    return watchful("|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in beginnings.items()))


def read_as(words: str) -> str:
    """A name or label as the engine reads it, whatever its script: ``數碼絲路`` and ``数字丝路`` are one."""
    simple = words.translate(simplified())
    pieces: list[str] = []
    position = 0
    for start, end, word in vocabulary().replacements(simple, traditional=is_traditional(words)):
        pieces += simple[position:start], word
        position = end
    return "".join([*pieces, simple[position:]])
