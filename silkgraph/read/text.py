"""A source text: as it is on disk, and normalised for reading, with the way back from one to the other.

>>> text = SourceText.from_raw("在[[zh:北京]]举行「[[zh:一带一路]]」论坛")
>>> text.text
'在北京举行“一带一路”论坛'
>>> text.passage(1, 3)
Passage(start=1, end=10, quote='[[zh:北京]]')
"""

from __future__ import annotations

import html
import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from silkgraph.errors import SourceError
from silkgraph.model import Passage
from silkgraph.read.lines import broken_line_ends
from silkgraph.read.local_currency import local_sums
from silkgraph.read.script import CORNER_BRACKET, as_simplified, is_traditional, traditional_in
from silkgraph.read.vocabulary import vocabulary
from silkgraph.values import dataclass

CHINESE = r"\u3400-\u9fff\U00020000-\U0003ffff〇"
PUNCTUATION = r"\u3001-\u301f，。；：（）！？"

LINKED_WORD = re.compile(r"(\[\[(?:[a-z]{2,3}(?:-[A-Za-z]+)?:)?)([^\[\]\n]*)(\]\])")
LINK = re.compile(r"(?<!!)(\[)([^\[\]\n]+)(\]\([^()\s]*\))")
NESTED = 4
"""How deep links may stand in links; deeper ones stay as they are."""
TORN_LINK = re.compile(r"\[\[(?:[a-z]{2,3}(?:-[A-Za-z]+)?:)|\]\]")
ENTITY = re.compile(r"&(nbsp|ensp|emsp|thinsp|ldquo|rdquo|lsquo|rsquo|middot|mdash|hellip|amp|quot|lt|gt);")
DOUBLE_ANGLES = re.compile(r"(<)<([^<>\n]{2,60})>(>)")
UNSEEN = re.compile(
    r"\*\*+|[\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff\ufffc﹏]"
)
CARRIAGE_RETURN = re.compile(r"\r(?=\n)")
OTHER_LINE_ENDS = re.compile("[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
LATIN = re.compile(r"[A-Za-z]")
BLANKS = re.compile("[ \t\v\f\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
"""All blanks but line ends, written out: ``[^\\S\\n]`` takes three times as long."""

ASCII_BRACKET = re.compile(rf"[()](?:(?<=[{CHINESE}{PUNCTUATION}”’%][()])|(?=[{CHINESE}《“]))")
ASCII_STOP = re.compile(rf"[,;:!?](?:(?<=[{CHINESE}{PUNCTUATION}”’%][,;:!?])|(?=[{CHINESE}《“]))")
WIDE = str.maketrans(",;:!?()", "，；：！？（）")
HALF_WIDE_PAIR = re.compile(r"（([^（）()\n]*)\)|\(([^（）()\n]*)）")
STRAIGHT_QUOTES = re.compile(r'"([^"\n]*)"')
CHINESE_WORD = re.compile(rf"[{CHINESE}]")
HOLLOW_ZERO = re.compile(r"○(?:(?<=[〇○一二三四五六七八九]○)|(?=[〇○一二三四五六七八九]))")
DASH_BETWEEN_DIGITS = re.compile(r"[-－—–‐‑‒―−](?<=[0-9%].)(?=[0-9])")
DASH_BETWEEN_WORDS = re.compile(
    rf"[-－–‐‑‒―−](?:(?<=[{CHINESE}）”》].)(?=[{CHINESE}（“《])|(?<=[{CHINESE}][－–])(?=[0-9]))"
)


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text and its normalised copy.

    ``raw`` is the decoded file, untouched. ``text`` is what the engine reads. Character ``i`` of
    ``text`` stands at ``raw[starts[i]:ends[i]]``; mark-up around a word (``[[zh:…]]``) belongs to the
    word's first and last character, so that a passage takes it along whole, and all characters of a
    word that is read as a longer or shorter one (高峰會 as 峰会) stand for the whole word.

    ``written`` is ``text`` in the script and vocabulary of the file; character ``i`` of ``text`` is
    ``written[written_starts[i]:written_ends[i]]`` there.
    """

    raw: str
    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    written: str
    written_starts: Sequence[int]
    written_ends: Sequence[int]

    @classmethod
    def from_raw(cls, raw: str) -> SourceText:
        """Normalise a text that is already decoded."""
        starts = _offsets(range(len(raw) + 1))
        ends = starts[1:]
        starts.pop()
        draft = _Draft(as_simplified(raw), raw, starts, ends)
        draft = draft.without(match.span() for match in CARRIAGE_RETURN.finditer(draft.text))
        draft.text = OTHER_LINE_ENDS.sub("\n", draft.text)
        draft = draft.without_entities().without_markup().without_broken_lines()
        draft = draft.without(match.span() for match in UNSEEN.finditer(draft.text))
        draft = draft.without(_needless_blanks(draft.text))
        text = _with_chinese_punctuation(draft.text)
        traditional = is_traditional(draft.printed)
        written = _as_written(text, draft.printed, traditional=traditional)
        return cls._in_our_words(raw, text, draft, written, traditional=traditional)

    @classmethod
    def _in_our_words(cls, raw: str, text: str, draft: _Draft, written: str, *, traditional: bool) -> SourceText:
        """The text with the words of other regions replaced by those that the lexicon has."""
        found = list(vocabulary().replacements(text, traditional=traditional))
        found = sorted([*found, *local_sums(text, traditional=traditional)]) if traditional else found
        if not found:
            everywhere = range(len(text)), range(1, len(text) + 1)
            return cls(raw, text, draft.starts, draft.ends, written, *everywhere)
        pieces: list[str] = []
        starts, ends = _offsets(()), _offsets(())
        places, place_ends = _offsets(()), _offsets(())
        position = 0
        for start, end, word in [*found, (len(text), len(text), "")]:
            pieces += text[position:start], word
            kept = end if len(word) == end - start else start  # a word of the same length stands one for one
            starts += draft.starts[position:kept]
            ends += draft.ends[position:kept]
            places.extend(range(position, kept))
            place_ends.extend(range(position + 1, kept + 1))
            if kept < end:
                starts.extend([draft.starts[start]] * len(word))
                ends.extend([draft.ends[end - 1]] * len(word))
                places.extend([start] * len(word))
                place_ends.extend([end] * len(word))
            position = end
        return cls(raw, "".join(pieces), starts, ends, written, places, place_ends)

    def passage(self, start: int, end: int) -> Passage:
        """The words in the source from which ``text[start:end]`` was made; ``start < end``."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no passage {start}-{end} in a text of {len(self.text)} characters")
        first, last = self.starts[start], self.ends[end - 1]
        return Passage(first, last, self.raw[first:last])

    def as_written(self, start: int, end: int) -> str:
        """``text[start:end]`` in the script and vocabulary of the file, without mark-up and line breaks."""
        return self.written[self.written_starts[start] : self.written_ends[end - 1]] if start < end else ""


def read_source(path: Path) -> SourceText:
    """Read a UTF-8 file and normalise it. Line ends and a byte order mark keep their place in the offsets.

    Raises:
        SourceError: the file is missing, unreadable, empty, or not UTF-8.
    """
    return SourceText.from_raw(decode(path, read_bytes(path)))


def read_bytes(path: Path) -> bytes:
    """The bytes of a source file.

    Raises:
        SourceError: the file is missing or cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceError("there is no such file", path=path, advice="Check the path.") from None
    except IsADirectoryError:
        raise SourceError("this is a folder, not a file", path=path, advice="Name the text file in it.") from None
    except OSError as error:
        raise SourceError(f"the file cannot be read: {error.strerror}", path=path) from None


def decode(path: Path, content: bytes) -> str:
    """The text in the bytes of the source file ``path``.

    Raises:
        SourceError: the bytes are not UTF-8, or hold no text.
    """
    try:
        raw = content.decode("utf-8")
    except UnicodeDecodeError as error:
        wrong = f"0x{content[error.start]:02x} at byte {error.start}"
        raise SourceError(f"this is not UTF-8 text: {wrong}", path=path, advice="Save the file as UTF-8.") from None
    if not raw.strip("\ufeff \t\r\n\u3000\u00a0\x00"):
        raise SourceError("the file is empty (byte 0): there is nothing to read", path=path)
    return raw


@dataclass(slots=True)
class _Draft:
    """A text on its way to being normalised, with the span in the source of each of its characters.

    ``printed`` has the characters as they are in the source.
    """

    text: str
    printed: str
    starts: array[int]
    ends: array[int]

    def without(self, spans: Iterator[tuple[int, int]]) -> _Draft:
        """The draft less some spans of it."""
        dropped = sorted(span for span in spans if span[0] < span[1])
        if not dropped:
            return self
        text: list[str] = []
        printed: list[str] = []
        starts, ends = _offsets(()), _offsets(())
        position = 0
        for start, end in [*dropped, (len(self.text), len(self.text))]:
            if start > position:
                text.append(self.text[position:start])
                printed.append(self.printed[position:start])
                starts += self.starts[position:start]
                ends += self.ends[position:start]
            position = max(position, end)
        return _Draft("".join(text), "".join(printed), starts, ends)

    def without_entities(self) -> _Draft:
        """The draft with one character for ``&ldquo;`` and its like, and with 《X》 for ``<<X>>``."""
        characters = {match.span(): html.unescape(match.group()) for match in ENTITY.finditer(self.text)}
        for match in DOUBLE_ANGLES.finditer(self.text):
            characters[match.start(), match.start() + 2] = "《"
            characters[match.end() - 2, match.end()] = "》"
        if not characters:
            return self
        text, printed = list(self.text), list(self.printed)
        for (start, end), character in characters.items():
            text[start] = printed[start] = character
            self.ends[start] = self.ends[end - 1]
        self.text, self.printed = "".join(text), "".join(printed)
        return self.without((start + 1, end) for start, end in sorted(characters))

    def without_markup(self) -> _Draft:
        """The draft with ``X`` for ``[[zh:X]]`` and for ``[X](address)``, also where they are nested or torn."""
        draft = self
        if "[" not in draft.text and "]" not in draft.text:
            return draft
        for pattern in (*[LINKED_WORD] * NESTED, LINK):
            dropped: list[tuple[int, int]] = []
            for match in pattern.finditer(draft.text):
                dropped += [match.span(1), match.span(3)]
                if match.group(2):
                    draft.starts[match.start(2)] = draft.starts[match.start(1)]
                    draft.ends[match.end(2) - 1] = draft.ends[match.end(3) - 1]
            if dropped:
                draft = draft.without(iter(dropped))
        return draft.without(match.span() for match in TORN_LINK.finditer(draft.text))

    def without_broken_lines(self) -> _Draft:
        """The draft with its broken sentences joined; a blank stays where Latin words met at the break."""
        dropped: list[tuple[int, int]] = []
        blanks: list[int] = []
        for start, end in broken_line_ends(self.text, self.printed):
            if LATIN.match(self.text, start - 1) and LATIN.match(self.text, end):
                blanks.append(start)
                start += 1
            dropped.append((start, end))
        if blanks:
            characters = list(self.text)
            for position in blanks:
                characters[position] = " "
            self.text = "".join(characters)
        return self.without(iter(dropped))


def _as_written(text: str, printed: str, *, traditional: bool) -> str:
    """``text`` with the characters of the file's script; other marks and digits stay as they are."""
    kept = [*traditional_in(printed)]
    if traditional:
        kept += [match.start() for match in CORNER_BRACKET.finditer(printed)]
    if not kept:
        return text
    characters = list(text)
    for place in kept:
        characters[place] = printed[place]
    return "".join(characters)


def _offsets(numbers: Iterable[int]) -> array[int]:
    """Offsets in four bytes each; in a list each would take about forty."""
    return array("I", numbers)


def _needless_blanks(text: str) -> Iterator[tuple[int, int]]:
    """Blanks at the ends of a line and beside Chinese; one blank is left of any other run."""
    beside = _is_chinese
    for match in BLANKS.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if before in "\n" or after in "\n" or beside(before) or beside(after):
            yield start, end
        elif end - start > 1:
            yield start + 1, end


def _is_chinese(character: str) -> bool:
    return "\u3001" <= character <= "\u9fff" or "\uff00" <= character <= "\uff65" or character >= "\U00020000"


def _chinese_quotation(match: re.Match[str]) -> str:
    return f"“{match[1]}”" if CHINESE_WORD.search(match[1]) else match[0]


def _with_chinese_punctuation(text: str) -> str:
    """Chinese punctuation in Chinese sentences, one character for one."""
    text = BLANKS.sub(" ", text)
    text = ASCII_BRACKET.sub(lambda match: match.group().translate(WIDE), text)
    text = HALF_WIDE_PAIR.sub(lambda match: f"（{match.group()[1:-1]}）", text)
    text = ASCII_STOP.sub(lambda match: match.group().translate(WIDE), text)
    text = STRAIGHT_QUOTES.sub(_chinese_quotation, text)
    text = HOLLOW_ZERO.sub("〇", text)
    text = DASH_BETWEEN_DIGITS.sub("-", text)
    return DASH_BETWEEN_WORDS.sub("—", text)
