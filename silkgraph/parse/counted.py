"""What a clause says of its quantities: what each one counts, and of whom it is said.

A quantity stands in its clause in one of four roles; what it counts is

- the ``object`` of a verb: 签署|200多份|合作文件, 出台指南|868件
- the other ``side`` of an action: 与|104个共建国家|签署协定, 为|26个国家|培养人才
- the ``subject``: |16家中外智库|共同发起成立委员会
- an ``attribute`` of something: 贷款余额达|2.2万亿元
"""

from __future__ import annotations

import re
from typing import Literal

from silkgraph.parse.attributes import read_attribute
from silkgraph.parse.figure_grammar import (
    EXTENT,
    TRAILING,
    Clause,
    grammar,
    short_predicate,
    without_adverbs,
)
from silkgraph.parse.quantities import Quantity
from silkgraph.values import dataclass, replace

Role = Literal["object", "side", "subject", "attribute"]

_CONNECTIVE = re.compile(r"、|和|及|以及|与|或|/")
_CAUSE = re.compile(r"(?:将|可|就可|能|能够|有望|仅)*使(?![用命者得馆])|推动|促使|助力|引导")
_SERIAL = re.compile(r"(?<=[\u4e00-\u9fff])[A-Z]\d*(?:、[A-Z]\d*)*$")
_EXISTS = re.compile(r"(?:已|共|现|也|还)*有了?$")
_LIST = re.compile(r"^[^，]*、[^，]*等(?=[^，、]{0,4}$)|^[^，、]+等$")
_SHORT_OBJECT, _LONG_OBJECT = 6, 16
_PIVOTS = re.compile(r"支持|邀请|帮助|选拔|资助|培训")


@dataclass(frozen=True, slots=True)
class Statement:
    """What one quantity counts.

    ``subject`` is None where the clause has none of its own. Where the quantity is the grammatical
    subject, ``noun`` is what is counted, ``named`` the object of its verb (what 16家智库 set up), and
    ``bare`` the measure without that object, for the case that the object is the figure's subject.
    ``attribute`` is what later clauses may go on about (占…的45.4%). ``start`` and ``end`` are in the clause's text.
    """

    quantity: Quantity
    role: Role
    start: int
    end: int
    subject: str | None
    measure: str
    unit: str
    attribute: str | None = None
    noun: str = ""
    named: str | None = None
    bare: str = ""


@dataclass(frozen=True, slots=True)
class _Frame:
    """How a quantity stands in its clause: its role and the words that go with it."""

    role: Role
    verb: str = ""
    modifier: str = ""
    attribute: str = ""
    subject: str | None = None
    goes_on: bool = False


@dataclass
class _Reader:
    """Reads one clause; ``before`` is what the clauses before were about, for 占…的45.4% and 其中…32家."""

    clause: Clause
    before: str | None

    def statements(self) -> list[Statement]:
        """One statement for each quantity, in order."""
        found: list[Statement] = []
        frame, previous = _Frame("subject"), None
        for quantity in self.clause.quantities:
            begin = self.clause.start if previous is None else self.clause.noun_end(previous)
            link = self.clause.flat[begin : quantity.start]
            if previous is not None and (link in ("的", "") or _CONNECTIVE.fullmatch(link)):
                nested = link in ("的", "")
            else:
                nested = False
                frame = self._frame(begin, quantity, frame if previous is not None else None)
            found.append(self._statement(quantity, frame, begin, found[-1] if nested and found else None))
            previous = quantity
        return self._shared(found)

    # -- the frame -----------------------------------------------------------------------------

    def _frame(self, begin: int, quantity: Quantity, last: _Frame | None) -> _Frame:
        """The frame of a quantity whose own words begin at ``begin``; ``last`` is that of the quantity before."""
        flat = self.clause.flat
        subject = self.clause.subject if last is None else last.subject
        if last is not None and flat[begin] == "、":
            if quantity.sort == "percent" or not last.verb:
                return self._attribute_frame(begin + 1, quantity, subject)
            return _Frame("object", last.verb, "", self.clause.text[begin + 1 : quantity.start], subject)
        if last is not None and flat[quantity.start - 1] == "、":
            return last
        if cause := _CAUSE.search(flat, begin, quantity.start):
            caused = self._caused(cause.end(), quantity)
            if caused is not None:
                return caused
        return self._plain_frame(begin, quantity, subject, last is None)

    def _plain_frame(self, begin: int, quantity: Quantity, subject: str | None, is_first: bool) -> _Frame:
        end = self._core_end(begin, quantity.start)
        verb = self._last_verb(begin, end)
        side = self._side(begin, quantity)
        if side is not None and (verb is None or side >= verb[1]):
            return _Frame("side", subject=subject)
        if verb is None:
            if begin >= end:
                return _Frame("subject")
            return self._attribute_frame(begin, quantity, None if is_first else subject)
        if _EXISTS.fullmatch(self.clause.flat[slice(*verb)]) and self._predicate_after(quantity):
            return _Frame("subject")
        return self._object_frame(quantity, self._verb_phrase(begin, *verb), self._words(verb[1], end), subject)

    def _core_end(self, begin: int, end: int) -> int:
        """Before the words that join an attribute to its number (达, 增至, 累计)."""
        match = grammar().linking.search(self.clause.flat[begin:end])
        return begin + match.start() if match else end

    def _last_verb(self, begin: int, end: int) -> tuple[int, int] | None:
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

    def _predicate_after(self, quantity: Quantity) -> str:
        """What the counted thing does: the words after its noun, up to the end of the clause."""
        end = max(self.clause.noun_end(q) for q in self._group(quantity))
        later = [q for q in self.clause.quantities if q.start >= end]
        stop = len(self.clause.flat)
        if later and self.clause.flat[later[0].start - 1] == "、":
            stop = later[0].start - 1
        return self.clause.without_numbers(end, stop)

    def _group(self, quantity: Quantity) -> list[Quantity]:
        """The quantity and those after it in the same list or nest."""
        group = [quantity]
        for other in self.clause.quantities:
            if other.start > group[-1].start:
                link = self.clause.flat[self.clause.noun_end(group[-1]) : other.start]
                if link not in ("的", "") and not _CONNECTIVE.fullmatch(link):
                    break
                group.append(other)
        return group

    def _words(self, begin: int, end: int) -> str:
        """The words between a verb and a number, without an enumeration (新能源、物联网等)."""
        words = self.clause.text[begin:end].removeprefix("了")
        return TRAILING.sub("", _LIST.sub("", words))

    def _object_frame(self, quantity: Quantity, verb: str, words: str, subject: str | None) -> _Frame:
        """After a verb: its object (出台指南|868件), or words that narrow what follows (通达欧洲|25个国家)."""
        if not words:
            return _Frame("object", verb, subject=subject)
        if quantity.sort == "count" and self.clause.noun(quantity) and not words.endswith("为"):
            return _Frame("object", verb, words if len(words) <= 10 else "", subject=subject)
        while match := re.match(
            r"(?:[^、，]{2,5}、)+(?:非洲|欧洲|亚洲|拉丁美洲|拉美)|" + grammar().region.pattern, words
        ):
            if match.end() == len(words):
                break
            words = words[match.end() :]
        return _Frame("object", verb, "", words, subject)

    def _caused(self, begin: int, quantity: Quantity) -> _Frame | None:
        """``使参与国贸易增长2.8%``, ``推动中外民间组织建立近600对…``: the subject is who is made to do it."""
        if quantity.sort == "percent":
            return self._attribute_frame(begin, quantity, None)
        verb = self._last_verb(begin, quantity.start)
        if verb is None:
            words = self.clause.text[begin : quantity.start]
            return _Frame("subject", subject=words) if len(words) > 1 else None
        if verb[0] - begin < 2:
            return None
        words = self._words(verb[1], quantity.start)
        owner = TRAILING.sub("", without_adverbs(self.clause.text[begin : verb[0]]))
        return self._object_frame(quantity, self._verb_phrase(begin, *verb), words, owner)

    def _attribute_frame(self, begin: int, quantity: Quantity, subject: str | None) -> _Frame:
        """``成员单位达562家``: the words before the number name an attribute, or else the counted things' owner."""
        changes = quantity.unit in ("%", "个百分点", "百分点")
        words = self.clause.text[begin : self._core_end(begin, quantity.start)]
        attribute = read_attribute(words, changes=changes)
        is_measured = (
            grammar().attribute.search(attribute.words) or "比重" in attribute.words or attribute.words == "连续"
        )
        if quantity.sort == "count" and self.clause.noun(quantity) and not is_measured:
            return _Frame("subject", subject=_SERIAL.sub("", attribute.words))
        return _Frame(
            "attribute", attribute=attribute.words, subject=attribute.owner or subject, goes_on=attribute.goes_on
        )

    # -- the statement -------------------------------------------------------------------------

    def _statement(self, quantity: Quantity, frame: _Frame, begin: int, outer: Statement | None) -> Statement:
        clause = self.clause
        noun, after = self._noun(quantity), self._predicate_after(quantity)
        extent = self._extent(quantity)
        if extent is not None:
            return extent
        named = None
        if frame.role == "subject" and quantity.sort == "percent":
            return Statement(
                quantity, "subject", begin, clause.noun_end(quantity), noun, f"{without_adverbs(after)}的比例", "%"
            )
        bare = ""
        if frame.role == "subject":
            measure, bare, named = self._done_by(quantity, noun or quantity.unit, after)
        elif frame.role == "side":
            measure = f"{without_adverbs(after.removeprefix('的'))}的{noun}" if after else noun
        elif frame.role == "object":
            measure = self._done_to(quantity, frame, noun, after)
        else:
            measure = self._attributed(quantity, frame, noun, after, outer)
        attribute = measure if frame.role == "attribute" and not frame.goes_on else None
        measure = measure or noun or quantity.unit
        start = begin if clause.flat[begin : begin + 1] not in ("、", "的", "和", "及") else quantity.start
        end = clause.noun_end(quantity)
        unit = self._unit(quantity, noun)
        return Statement(quantity, frame.role, start, end, frame.subject, measure, unit, attribute, noun, named, bare)

    def _noun(self, quantity: Quantity) -> str:
        """The counted noun; that of 5大类 in 5大类、279项务实成果 is 务实成果类."""
        noun = self.clause.noun(quantity)
        group = self._group(quantity)
        if quantity.unit.startswith("大") and noun == quantity.unit[1:] and len(group) > 1:
            return self.clause.noun(group[1]) + quantity.unit
        return noun

    def _done_by(self, quantity: Quantity, noun: str, after: str) -> tuple[str, str, str | None]:
        """What is counted as acting, with and without what it acts on, and what that is (加入|联盟|的航运公司)."""
        if not after:
            return noun, noun, None
        words = without_adverbs(after.removeprefix("的"))
        verb = grammar().verb.search(words)
        target = words[verb.end() :] if verb else ""
        if target.startswith("将") or (after.startswith("的") and len(words) <= _LONG_OBJECT):
            return f"{words}的{noun}", f"{words}的{noun}", target or None
        longest = _LONG_OBJECT if quantity.place else _SHORT_OBJECT
        return f"{short_predicate(words, longest)}的{noun}", f"{short_predicate(words, 0)}的{noun}", target or None

    def _done_to(self, quantity: Quantity, frame: _Frame, noun: str, after: str) -> str:
        if frame.attribute:
            return frame.verb + frame.attribute
        shared = self._shared_noun(quantity)
        if shared:
            return f"{frame.verb}{shared}的{noun}"
        if _EXISTS.fullmatch(frame.verb):
            return noun or frame.verb
        if after and noun and _PIVOTS.search(frame.verb):
            return f"{without_adverbs(after)}的{noun}" if not quantity.place else f"{frame.verb}{after}的{noun}"
        return f"{frame.verb}{frame.modifier}{noun}"

    def _shared_noun(self, quantity: Quantity) -> str:
        """What is done for places counted before it: 59个国家、6个组织的|检索服务, 120多个国家|3000多人次的人员."""
        group = self._group(quantity)
        if not quantity.place or len(group) < 2 or group[-1].place:
            return ""
        noun = self.clause.noun(group[-1])
        if self.clause.noun_end(quantity) == group[1].start:
            return noun
        return (
            noun.rpartition("的")[2]
            if "的" in noun and _CONNECTIVE.match(self.clause.flat, self.clause.noun_end(quantity))
            else ""
        )

    def _attributed(self, quantity: Quantity, frame: _Frame, noun: str, after: str, outer: Statement | None) -> str:
        attribute = frame.attribute
        if frame.goes_on and self.before:
            return self.before + attribute
        if quantity.place and outer is None:
            return f"{attribute}所属{noun}"
        if attribute == "连续" and (verb := grammar().verb.search(after)):
            return attribute + verb.group()
        return attribute or noun

    def _extent(self, quantity: Quantity) -> Statement | None:
        """``时速350公里的雅万高铁``: the subject follows."""
        clause = self.clause
        match = EXTENT.search(clause.flat, 0, quantity.start)
        if match is None or clause.flat[quantity.end : quantity.end + 1] != "的":
            return None
        end = clause.noun_end(quantity)
        thing = clause.text[quantity.end + 1 : end]
        counted = match.start() > 0 and any(q.end == match.start() for q in clause.quantities)
        start = match.start()
        if counted:
            return Statement(quantity, "attribute", start, end, None, thing + match.group(), quantity.unit)
        return Statement(quantity, "attribute", start, end, thing, match.group(), quantity.unit)

    def _unit(self, quantity: Quantity, noun: str) -> str:
        if quantity.unit == "个":
            return "个" + next((n for n in grammar().last_nouns if noun.endswith(n)), "")
        return quantity.unit

    def _shared(self, found: list[Statement]) -> list[Statement]:
        """``A、B分别达到x、y``: to each value its own attribute."""
        parts = [part for part in re.split("[、和]", found[0].measure) if part] if found else []
        if (
            len(parts) != len(found)
            or len(found) < 2
            or any(s.role != "attribute" or s.measure != found[0].measure for s in found)
        ):
            return found
        parts = [_completed(part, parts[-1]) for part in parts]
        hedge = found[0].quantity.qualifier
        return [
            replace(
                s,
                measure=part,
                quantity=s.quantity if s.quantity.qualifier != "exact" else replace(s.quantity, qualifier=hedge),
            )
            for s, part in zip(found, parts, strict=True)
        ]


def _completed(part: str, last: str) -> str:
    """A member of a list with what it shares with the last: 货物贸易、服务贸易进出口额 has 货物贸易进出口额."""
    place = last.find(part[-2:])
    return part + last[place + 2 :] if place > 0 and part != last else part


def read_clause(clause: Clause, before: str | None = None) -> list[Statement]:
    """What each quantity of a clause counts; ``before`` is the attribute that the clause before was about."""
    return _Reader(clause, before).statements()
