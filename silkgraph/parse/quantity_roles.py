"""How a quantity stands in its clause: as object of a verb, as the other side of an act, as subject, as an attribute.

- the ``object`` of a verb: 签署|200多份|合作文件, 出台指南|868件
- the other ``side`` of an action: 与|104个共建国家|签署协定, 为|26个国家|培养人才
- the ``subject``: |16家中外智库|共同发起成立委员会
- an ``attribute`` of something: 贷款余额达|2.2万亿元
"""

from __future__ import annotations

import re
from typing import Literal

from silkgraph.parse.attributes import read_attribute
from silkgraph.parse.figure_grammar import TRAILING, Clause, grammar, without_adverbs
from silkgraph.parse.quantities import Quantity
from silkgraph.values import dataclass

Role = Literal["object", "side", "subject", "attribute"]

CONNECTIVE = re.compile(r"、|和|及|以及|与|或|/")
_CAUSE = re.compile(r"(?:将|可|就可|能|能够|有望|仅)*使(?![用命者得馆])|推动|促使|助力|引导")
_SERIAL = re.compile(r"(?<=[\u4e00-\u9fff])[A-Z]\d*(?:、[A-Z]\d*)*$")
EXISTS = re.compile(r"(?:已|共|现|也|还)*有了?$")
_LIST = re.compile(r"^[^，]*、[^，]*等(?=[^，、]{0,4}$)|^[^，、]+等$")


@dataclass(frozen=True, slots=True)
class Standing:
    """How a quantity stands in its clause: its role and the words that go with it."""

    role: Role
    verb: str = ""
    modifier: str = ""
    attribute: str = ""
    subject: str | None = None
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class RoleReader:
    """Tells how the quantities of one clause stand in it."""

    clause: Clause

    def standing(self, begin: int, quantity: Quantity, last: Standing | None) -> Standing:
        """How a quantity stands whose own words begin at ``begin``; ``last`` is how the one before does."""
        flat = self.clause.flat
        subject = self.clause.subject if last is None else last.subject
        if last is not None and flat[begin] == "、":
            if quantity.sort == "percent" or not last.verb:
                return self._attribute(begin + 1, quantity, subject)
            return Standing("object", last.verb, "", self.clause.text[begin + 1 : quantity.start], subject)
        if last is not None and flat[quantity.start - 1] == "、":
            return last
        if cause := _CAUSE.search(flat, begin, quantity.start):
            caused = self._caused(cause.end(), quantity)
            if caused is not None:
                return caused
        return self._plain(begin, quantity, subject, last is None)

    def _plain(self, begin: int, quantity: Quantity, subject: str | None, is_first: bool) -> Standing:
        """By the last verb or preposition before it: behind a verb an object, behind 为 a side, else an attribute."""
        end = self._core_end(begin, quantity.start)
        verb = self._last_verb(begin, end)
        side = self._side(begin, quantity)
        if side is not None and (verb is None or side >= verb[1]):
            return Standing("side", subject=subject)
        if verb is None:
            if begin >= end:
                return Standing("subject")
            return self._attribute(begin, quantity, None if is_first else subject)
        if EXISTS.fullmatch(self.clause.flat[slice(*verb)]) and predicate_after(self.clause, quantity):
            return Standing("subject")
        return self._object(quantity, self._verb_phrase(begin, *verb), self._words(verb[1], end), subject)

    def _core_end(self, begin: int, end: int) -> int:
        """Before the words that join an attribute to its number (达, 增至, 累计)."""
        match = grammar().linking.search(self.clause.flat[begin:end])
        return begin + match.start() if match else end

    def _last_verb(self, begin: int, end: int) -> tuple[int, int] | None:
        """The last verb in a stretch; some words are verbs only behind an adverb or before 了."""
        rules, flat = grammar(), self.clause.flat
        found = [m.span() for m in rules.verb.finditer(flat, begin, end)]
        found += [m.span() for m in rules.near.finditer(flat, begin, end) if flat[m.end() : m.end() + 1] == "了"]
        position = begin
        while (adverb := rules.adverb.search(flat, position, end)) or position == begin:
            for start in {begin, adverb.end() if adverb else begin}:
                near = rules.near.match(flat, start, end)
                if near:
                    found.append(near.span())
            if adverb is None:
                break
            position = adverb.end()
        return max(found, key=lambda span: (span[0], span[1]), default=None)

    def _verb_phrase(self, begin: int, start: int, end: int) -> str:
        """The verb with the adverbs before it that belong to what is counted: 连续成功举办."""
        kept, changed = "", True
        position = start
        while changed:
            changed = False
            for word in grammar().kept:
                if self.clause.flat[begin:position].endswith(word):
                    kept, position, changed = word + kept, position - len(word), True
        return kept + self.clause.text[start:end]

    def _side(self, begin: int, quantity: Quantity) -> int | None:
        """Where the preposition stands whose object the quantity is."""
        found = [
            m.start()
            for m in grammar().preposition.finditer(self.clause.flat, begin, quantity.start)
            if self.clause.narrows(m.end(), quantity.start)
        ]
        return found[0] if found else None

    def _words(self, begin: int, end: int) -> str:
        """The words between a verb and a number, without an enumeration (新能源、物联网等)."""
        words = self.clause.text[begin:end].removeprefix("了")
        return TRAILING.sub("", _LIST.sub("", words))

    def _object(self, quantity: Quantity, verb: str, words: str, subject: str | None) -> Standing:
        """After a verb: its object (出台指南|868件), or words that narrow what follows (通达欧洲|25个国家)."""
        if not words:
            return Standing("object", verb, subject=subject)
        if quantity.sort == "count" and self.clause.noun(quantity) and not words.endswith("为"):
            return Standing("object", verb, words if len(words) <= 10 else "", subject=subject)
        while match := re.match(
            r"(?:[^、，]{2,5}、)+(?:非洲|欧洲|亚洲|拉丁美洲|拉美)|" + grammar().region.pattern, words
        ):
            if match.end() == len(words):
                break
            words = words[match.end() :]
        return Standing("object", verb, "", words, subject)

    def _caused(self, begin: int, quantity: Quantity) -> Standing | None:
        """``使参与国贸易增长2.8%``, ``推动中外民间组织建立近600对…``: the subject is who is made to do it."""
        if quantity.sort == "percent":
            return self._attribute(begin, quantity, None)
        verb = self._last_verb(begin, quantity.start)
        if verb is None:
            words = self.clause.text[begin : quantity.start]
            return Standing("subject", subject=words) if len(words) > 1 else None
        if verb[0] - begin < 2:
            return None
        words = self._words(verb[1], quantity.start)
        owner = TRAILING.sub("", without_adverbs(self.clause.text[begin : verb[0]]))
        return self._object(quantity, self._verb_phrase(begin, *verb), words, owner)

    def _attribute(self, begin: int, quantity: Quantity, subject: str | None) -> Standing:
        """``成员单位达562家``: the words before the number name an attribute, or else the counted things' owner."""
        changes = quantity.unit in ("%", "个百分点", "百分点")
        words = self.clause.text[begin : self._core_end(begin, quantity.start)]
        attribute = read_attribute(words, changes=changes)
        is_measured = (
            grammar().attribute.search(attribute.words) or "比重" in attribute.words or attribute.words == "连续"
        )
        if quantity.sort == "count" and self.clause.noun(quantity) and not is_measured:
            return Standing("subject", subject=_SERIAL.sub("", attribute.words))
        return Standing(
            "attribute", attribute=attribute.words, subject=attribute.owner or subject, goes_on=attribute.goes_on
        )


def listed_with(clause: Clause, quantity: Quantity) -> list[Quantity]:
    """The quantity and those after it in the same list or nest."""
    found = [quantity]
    for other in clause.quantities:
        if other.start > found[-1].start:
            link = clause.flat[clause.noun_end(found[-1]) : other.start]
            if link not in ("的", "") and not CONNECTIVE.fullmatch(link):
                break
            found.append(other)
    return found


def predicate_after(clause: Clause, quantity: Quantity) -> str:
    """What the counted thing does: the words after its noun, up to the end of the clause."""
    end = max(clause.noun_end(q) for q in listed_with(clause, quantity))
    later = [q for q in clause.quantities if q.start >= end]
    stop = len(clause.flat)
    if later and clause.flat[later[0].start - 1] == "、":
        stop = later[0].start - 1
    return clause.without_numbers(end, stop)
