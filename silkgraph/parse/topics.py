"""What a paragraph is about from clause to clause, so that a figure without a subject of its own gets one."""

from __future__ import annotations

import functools
import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from silkgraph.parse.counted import Statement
from silkgraph.parse.figure_grammar import Clause, grammar
from silkgraph.parse.quantities import units
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.lexicon import any_of

_REPORT = re.compile(r"(?:显示|表明|指出|称|预测|估计|预计|认为)$")
_ADJUNCT = re.compile(
    r"在|按照|通过|以|作为|随着|为|根据|经|从|由|对于|针对|借助|自|当|除|面对|据|向|与|同|认为|表示|指出|强调"
)
_ATTENDS = re.compile(r"(?:与会|出席|参会|参加)[^，]{0,6}$")
_FOUNDED = re.compile(r"(?:成立|设立|发起)了?(?P<what>[^，]+)$")
_AROUND_NAME = re.compile(r"^.*?(?:发起的|提出的)(?=《|“)|^将|(?:写入|纳入|列入)[^“”《》]*$")
_AROUND_SUBJECT = re.compile(r"^(?:本届|本次|此次|该|一个|这一|每年)|期间$")
_PROPER = re.compile(r"[“《]|中国|中方|国家|企业|全球|世界|各国|[A-Z]")
_WITH_CHINA = re.compile(r"(?<!参)[同与和](中国|中方)")
_ONLY_COUNTRIES = re.compile(r"[\u4e00-\u9fff]{0,4}国家")
_SAME = {"中方": "中国", "我国": "中国"}
_QUOTED = re.compile(r"“[^“”]{2,14}”")
_EDITION = re.compile(r"第[一二三四五六七八九十\d]{1,4}届$")
_LONGEST_EDITION = 6
_LOOK_BACK = 300
"""So many quoted names before a bare one, at most, may be the one that it stands for."""
_SHORT, _LONG_NAME, _LONG_OBJECT = 6, 7, 12


@dataclass
class Topics:
    """What the clauses of one paragraph have been about. Tell it where sentences begin; ask it for each statement.

    ``text`` is the whole document, ``quoted`` where it has :func:`quoted_names`: a bare 联盟 is looked up in what
    stands before it.
    """

    text: str
    quoted: Sequence[Span]
    default: str
    subject: str | None = None
    topic: str | None = None
    """What stands before the sentence proper: ``2019年的第二届论坛，38个国家…``."""
    founded: str | None = None
    """What the clause before founded: a clause without subject goes on about it."""
    measured: str | None = None
    """What the sentence measured last, for ``占…的45.4%`` and ``其中…32家``."""
    has_subject: bool = False
    """A subject since the sentence began."""
    has_part_owner: bool = False
    """A subject since the last semicolon: short nouns that follow are parts of it."""
    is_opening: bool = True
    """Nothing but adjuncts since the sentence began."""

    def begin_sentence(self) -> None:
        """Forgets all but the subject."""
        self.topic = self.measured = self.founded = None
        self.has_subject, self.is_opening = False, True

    def begin_segment(self) -> None:
        """After a semicolon a short noun may be a subject again."""
        self.has_part_owner = False

    def listen(self, clause: Clause) -> None:
        """Takes in a clause without figures."""
        words = clause.text[clause.start :]
        is_adjunct = _ADJUNCT.match(words) is not None
        if _REPORT.search(words):
            self.subject = None
            return
        if clause.subject and not is_adjunct and not _ATTENDS.search(words):
            self.learn(clause.subject)
        elif not clause.has_predicate and not is_adjunct and not grammar().near.match(words):
            if _is_name(words):
                self.topic = words
                self.learn(words)
            elif self.is_opening and (name := _leading_name().match(words)):
                self.learn(name.group())
        self.is_opening = self.is_opening and (is_adjunct or words == "")
        if founded := _FOUNDED.search(clause.flat):
            what = clause.text[founded.start("what") :]
            self.founded = what if _is_name(what) else self.founded

    def learn(self, subject: str) -> None:
        """Takes a subject as that of the clauses to come, unless it is only a part or a state of something."""
        if (self.has_part_owner and _is_part(subject)) or subject.startswith("多"):
            return
        if subject.endswith(tuple(units()["names"]["states"])) and "“" not in subject:
            if not subject.startswith("中国"):
                return
            subject = "中国"
        self.subject, self.founded = subject, None
        self.has_subject = self.has_part_owner = True

    def subjects(self, statement: Statement, clause: Clause, position: int, acting: str | None) -> list[str]:
        """Whom a figure is about: usually one name, but each of a list that ``各`` tells apart.

        ``position`` is where the clause begins in the document; ``acting`` is the counted subject of the same clause.
        """
        own = self._own(statement, clause) or acting
        if own is None and self.founded:
            own = self.subject = self.founded
        own = own or self.subject or self.default
        each = clause.flat.find("各", clause.start, statement.quantity.start) > 0 and "、" in own
        names = own.split("、") if each else [own]
        return [full for name in names if (full := self._full(name, position))] or [self.default]

    def _own(self, statement: Statement, clause: Clause) -> str | None:
        """The subject that the clause itself gives, if it is more than a part of what the sentence is about."""
        own = statement.subject or None
        if own is None and statement.role == "subject":
            return self._acted_on(statement, clause)
        if clause.flat[clause.start : clause.start + 1] in ("与", "同") and self.subject:
            self.subject = re.split("[与同]", self.subject, maxsplit=1)[0] or self.subject
            if own is not None and own.startswith(("与", "同")):
                return self.subject + own
        if own is None or own.startswith("其"):
            return None
        if statement.role != "subject" and self.subject and self.has_part_owner and _is_part(own):
            return None
        return own

    def _acted_on(self, statement: Statement, clause: Clause) -> str | None:
        """Whom a figure is about when the counted things are its grammatical subject."""
        if self.topic:
            return self.topic
        if china := _WITH_CHINA.search(clause.flat, clause.start):
            return china[1]
        named = statement.named
        if named and (re.search("[“《]", named) or (len(named) > _LONG_NAME and _is_name(named))):
            return _AROUND_NAME.sub("", named)
        if self.has_subject or not statement.noun or _ATTENDS.search(clause.text):
            return None
        counted = clause.quantities[: 1 + clause.quantities.index(statement.quantity)]
        if named and len(named) < _LONG_OBJECT and any(q.place for q in counted):
            return named
        return statement.noun

    def _full(self, name: str, position: int) -> str:
        """The full name that a bare 论坛 or 联盟 stands for: the last one before it."""
        bare = name.strip("，、“" if name.count("“") > name.count("”") else "，、")
        bare = _AROUND_SUBJECT.sub("", bare) or bare
        if len(bare) > _SHORT or not _short_name().fullmatch(bare):
            return _SAME.get(bare, bare)
        rest = re.compile(rf"[\u4e00-\u9fff]{{0,12}}?{bare}")
        last = bisect(self.quoted, (position, position))
        for start, end in reversed(self.quoted[max(0, last - _LOOK_BACK) : last]):
            if found := rest.match(self.text, end, position):
                return self.text[start : found.end()]
        return bare

    def measure(self, statement: Statement, clause: Clause, subject: str) -> str:
        """What is counted, completed by what the clause leaves to those before it."""
        if statement.role == "subject" and _AROUND_NAME.sub("", statement.named or "") == subject:
            return statement.bare
        part = statement.subject
        if statement.role == "object" and part and part != subject and self.has_part_owner and _is_part(part):
            return part + statement.measure
        return self._of_which(statement, clause) if self.measured else statement.measure

    def _of_which(self, statement: Statement, clause: Clause) -> str:
        """``其中共建国家32家`` counts what the clause before counted."""
        measure = statement.measure
        if clause.text.startswith("包括从"):
            return f"{measure}的{self.measured}"
        if not clause.text.startswith("其中"):
            return measure
        if _ONLY_COUNTRIES.fullmatch(measure) and not measure.startswith("包括"):
            return f"在{measure}{self.measured}"
        if not measure.startswith("包括"):
            return measure
        what = measure.removeprefix("包括")
        if statement.quantity.place:
            return f"{self.measured}所属{what}"
        return "".join(clause.noun(q) for q in clause.quantities if q.place) + what + (self.measured or "")

    def note(self, statement: Statement, clause: Clause, subject: str, measure: str) -> None:
        """Takes in a figure that was read: later clauses may go on about it."""
        if statement.attribute or (statement.role == "object" and not clause.text.startswith("其中")):
            self.measured = measure
        if statement.role == "subject":
            named = _AROUND_NAME.sub("", statement.named or "")
            if named == subject and (named[:1] in ("“", "《") or _is_name(named)):
                self.learn(subject)
        elif statement.role == "attribute" and statement.subject and not statement.subject.startswith(("与", "同")):
            self.learn(subject)


def quoted_names(text: str) -> tuple[Span, ...]:
    """Where names in quotation marks stand (第三届“一带一路”), which a bare 论坛 after them may stand for."""
    found = []
    for match in _QUOTED.finditer(text):
        edition = _EDITION.search(text, max(0, match.start() - _LONGEST_EDITION), match.start())
        found.append((edition.start() if edition else match.start(), match.end()))
    return tuple(found)


@functools.cache
def _endings() -> str:
    return any_of(units()["names"]["endings"])


@functools.cache
def _name() -> re.Pattern[str]:
    return re.compile(f"[^，]*(?:{_endings()})")


@functools.cache
def _short_name() -> re.Pattern[str]:
    return re.compile(f"[\u4e00-\u9fff]{{0,3}}(?:{_endings()})")


@functools.cache
def _leading_name() -> re.Pattern[str]:
    """A name at the beginning of a clause: 肯尼亚蒙内铁路|东起…"""
    return re.compile(f"(?:“[^”]+”)?[^，的“]{{2,14}}?(?:{_endings()})(?=[^，的]{{2}})")


def _is_name(words: str) -> bool:
    """Whether the words end as the names of undertakings do."""
    return _name().fullmatch(words) is not None


def _is_part(subject: str) -> bool:
    """Whether a later clause's subject is only a part of what the sentence is about: 货物流向, 土建工程."""
    if _PROPER.search(subject) or _is_name(subject):
        return False
    return len(subject) <= _SHORT or subject.endswith(tuple(units()["names"]["parts"]))
