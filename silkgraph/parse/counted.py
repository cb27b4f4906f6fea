"""What a clause says of its quantities: what each one counts, and of whom it is said.

``16家中外智库共同发起成立委员会`` counts 共同发起成立委员会的中外智库, ``贷款余额达2.2万亿元`` the 贷款余额. How a
quantity stands in its clause is told by ``quantity_roles``.
"""

from __future__ import annotations

import re

from silkgraph.parse.figure_grammar import EXTENT, Clause, grammar, short_predicate, without_adverbs
from silkgraph.parse.quantities import Quantity
from silkgraph.parse.quantity_roles import CONNECTIVE, EXISTS, Role, RoleReader, Standing, listed_with, predicate_after
from silkgraph.values import dataclass, replace

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


@dataclass
class _Reader:
    """Reads one clause; ``before`` is what the clauses before were about, for 占…的45.4% and 其中…32家."""

    clause: Clause
    before: str | None

    def statements(self) -> list[Statement]:
        """One statement for each quantity, in order."""
        found: list[Statement] = []
        roles = RoleReader(self.clause)
        standing = Standing("subject")
        previous: Quantity | None = None
        for quantity in self.clause.quantities:
            begin = self.clause.start if previous is None else self.clause.noun_end(previous)
            link = self.clause.flat[begin : quantity.start]
            outer = found[-1] if previous is not None and link in ("的", "") else None
            if previous is None or outer is None and not CONNECTIVE.fullmatch(link):
                standing = roles.standing(begin, quantity, standing if previous is not None else None)
            found.append(self._statement(quantity, standing, begin, outer))
            previous = quantity
        return self._shared(found)

    def _statement(self, quantity: Quantity, standing: Standing, begin: int, outer: Statement | None) -> Statement:
        """What one quantity counts; ``outer`` is what the one counts of whose noun it tells (59个国家的|3000人)."""
        clause, role = self.clause, standing.role
        extent = self._extent(quantity)
        if extent is not None:
            return extent
        noun, after = self._noun(quantity), predicate_after(clause, quantity)
        end = clause.noun_end(quantity)
        if role == "subject" and quantity.sort == "percent":
            return Statement(quantity, role, begin, end, noun, f"{without_adverbs(after)}的比例", "%")
        bare, named = "", None
        if role == "subject":
            measure, bare, named = self._done_by(quantity, noun or quantity.unit, after)
        elif role == "side":
            measure = f"{without_adverbs(after.removeprefix('的'))}的{noun}" if after else noun
        elif role == "object":
            measure = self._done_to(quantity, standing, noun, after)
        else:
            measure = self._attributed(quantity, standing, noun, after, outer)
        attribute = measure if role == "attribute" and not standing.goes_on else None
        measure = measure or noun or quantity.unit
        start = begin if clause.flat[begin : begin + 1] not in ("、", "的", "和", "及") else quantity.start
        unit = self._unit(quantity, noun)
        return Statement(quantity, role, start, end, standing.subject, measure, unit, attribute, noun, named, bare)

    def _noun(self, quantity: Quantity) -> str:
        """The counted noun; that of 5大类 in 5大类、279项务实成果 is 务实成果类."""
        noun = self.clause.noun(quantity)
        listed = listed_with(self.clause, quantity)
        if quantity.unit.startswith("大") and noun == quantity.unit[1:] and len(listed) > 1:
            return self.clause.noun(listed[1]) + quantity.unit
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

    def _done_to(self, quantity: Quantity, standing: Standing, noun: str, after: str) -> str:
        """What is done, with what it is done to: 签署合作文件, 出台指南."""
        if standing.attribute:
            return standing.verb + standing.attribute
        shared = self._shared_noun(quantity)
        if shared:
            return f"{standing.verb}{shared}的{noun}"
        if EXISTS.fullmatch(standing.verb):
            return noun or standing.verb
        if after and noun and _PIVOTS.search(standing.verb):
            return f"{without_adverbs(after)}的{noun}" if not quantity.place else f"{standing.verb}{after}的{noun}"
        return f"{standing.verb}{standing.modifier}{noun}"

    def _shared_noun(self, quantity: Quantity) -> str:
        """What is done for places counted before it: 59个国家、6个组织的|检索服务, 120多个国家|3000多人次的人员."""
        listed = listed_with(self.clause, quantity)
        if not quantity.place or len(listed) < 2 or listed[-1].place:
            return ""
        noun = self.clause.noun(listed[-1])
        if self.clause.noun_end(quantity) == listed[1].start:
            return noun
        return (
            noun.rpartition("的")[2]
            if "的" in noun and CONNECTIVE.match(self.clause.flat, self.clause.noun_end(quantity))
            else ""
        )

    def _attributed(self, quantity: Quantity, told: Standing, noun: str, after: str, outer: Statement | None) -> str:
        """The attribute, with what the clauses before were about where it goes on about that: 占…的|45.4%."""
        attribute = told.attribute
        if told.goes_on and self.before:
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
        """The unit; 个 with the noun that is counted by it: 个国家."""
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
