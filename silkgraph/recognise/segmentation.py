"""jieba's most probable division of a text into words, computed in one pass."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf, log

import jieba

_WRITTEN = re.compile(r"([\u4e00-\u9fd5a-zA-Z0-9+#&\._%\-]+)")
"""Characters and the marks of numbers: what jieba looks up in its dictionary."""
_BLANK = re.compile(r"\r\n|(?s:.)")
_NEVER = -inf
_SIDE_BY_SIDE = re.compile("[a-zA-Z0-9]{2}")
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


class Tokenizer(jieba.Tokenizer):  # type: ignore[misc]
    """Divides a text as ``jieba.Tokenizer`` does without guessing new words, in half the time.

    jieba lists all words of a text first (``get_DAG``) and then finds the best path through them
    (``calc``); here a word is weighed when it is found.
    """

    def cut(self, sentence: str, cut_all: bool = False, HMM: bool = True, use_paddle: bool = False) -> Iterator[str]:
        """The words of a text; only where new ones are to be guessed it is jieba that cuts."""
        guessing = cut_all or HMM or use_paddle
        yield from super().cut(sentence, cut_all, HMM, use_paddle) if guessing else self.words(sentence)

    def words(self, text: str, least: int | None = None) -> list[str]:
        """The words of a text, like ``list(cut(text, HMM=False))``.

        Args:
            least: how many characters are wanted; the words behind the first place from there on that no
                word of the dictionary reaches across are left out. They change nothing in those before it.
        """
        wanted = len(text) if least is None else least
        if _WRITTEN.fullmatch(text):
            return self._in_stretch(text, wanted)
        found: list[str] = []
        position = 0
        for number, stretch in enumerate(_WRITTEN.split(text)):
            if position >= wanted:
                break
            if number % 2:
                found += self._in_stretch(stretch, wanted - position)
            else:  # marks, which stand for themselves; \r\n and the like are one
                found += _BLANK.findall(stretch)
            position += len(stretch)
        return found

    def _in_stretch(self, text: str, wanted: int) -> list[str]:
        """The words of a text without marks; Latin letters and digits that stand side by side are one."""
        ends = self._ends(text, wanted)
        found: list[str] = []
        start, length = 0, len(ends)
        while start < length:
            stop = ends[start]
            found.append(text[start:stop])
            start = stop
        return _joined(found) if _SIDE_BY_SIDE.search(text) else found

    def _ends(self, text: str, wanted: int) -> list[int]:
        """For each place where the first word of the most probable division of the rest ends.

        Of two divisions of the same probability the one with the longer first word is taken. A
        character that begins no word of the dictionary is a word.
        """
        alone, longer = self._alone, self._longer(text, wanted)
        length = len(longer)
        weights, ends = [0.0] * (length + 1), list(range(1, length + 1))
        following = 0.0
        for start in range(length - 1, -1, -1):
            best = alone[text[start]] + following
            for stop, weight in longer[start]:
                if (together := weight + weights[stop]) >= best:
                    best, ends[start] = together, stop
            following = weights[start] = best if best > _NEVER else following - log(self.total)
        return ends

    def _longer(self, text: str, wanted: int) -> list[Sequence[tuple[int, float]]]:
        """For each place the words of more than one character that begin there: their ends and their weights.

        It goes on, past what is wanted, up to a place that no word reaches across. The dictionary holds
        the beginnings of its words too, with the frequency 0.
        """
        frequency, total, length = self.FREQ.get, log(self.total), len(text)
        text += "\n"  # begins no word and ends none
        longer: list[Sequence[tuple[int, float]]] = []
        reach = wanted
        for start in range(length):
            if start >= reach:
                break
            count = frequency(text[start : start + 2])
            if count is None:
                longer.append(())
                continue
            here = []
            stop = start + 2
            while count is not None:
                if count:
                    here.append((stop, log(count) - total))
                stop += 1
                count = frequency(text[start:stop])
            longer.append(here)
            if here and here[-1][0] > reach:
                reach = here[-1][0]
        return longer

    @functools.cached_property
    def _alone(self) -> _Weights:
        """The weights of single characters; the dictionary has all its words before it cuts the first text."""
        self.check_initialized()
        return _Weights(self.FREQ, self.total)


class _Weights(dict[str, float]):
    """What single characters weigh as words, looked up once each; ``_NEVER`` those that are none."""

    def __init__(self, frequency: Mapping[str, int], total: int) -> None:
        super().__init__()
        self._frequency, self._total = frequency, log(total)

    def __missing__(self, character: str) -> float:
        count = self._frequency.get(character)
        weight = self[character] = log(count) - self._total if count else _NEVER
        return weight


def _joined(words: Iterable[str]) -> list[str]:
    """The words, those of one Latin letter or digit side by side as one."""
    found: list[str] = []
    joined = False
    for word in words:
        single = word in _LATIN
        if single and joined:
            found[-1] += word
        else:
            found.append(word)
        joined = single
    return found
