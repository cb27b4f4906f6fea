"""The values between a predicate and an outcome: an act with its roles, and the frame it is read into."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import ParamSpec

from silkgraph.model import Amount, Kind, Rule, Status
from silkgraph.parse.clauses import HeadGrammar
from silkgraph.parse.coordination import Party
from silkgraph.parse.heads import ClauseHead
from silkgraph.parse.predicates import Predicate
from silkgraph.recognise.brackets import Span, sentences, trim
from silkgraph.recognise.countries_named import mentioned_countries
from silkgraph.recognise.lexicon import Lexicon
from silkgraph.recognise.names import Names
from silkgraph.recognise.references import is_bare, side
from silkgraph.recognise.setting import Setting
from silkgraph.values import dataclass

P = ParamSpec("P")

_FOR = ("为", "替")


@dataclass(frozen=True)
class Context:
    """The text and the knowledge that all constructions are read with.

    ``running`` is true for running prose, in which counts of what exists are figures and no outcomes.
    ``setting`` is what the document's title names, which 两国, 双方 and 论坛 in the text mean.
    """

    text: str
    names: Names
    grammar: HeadGrammar
    running: bool = False
    setting: Setting = Setting()
    _sentences: dict[Span, Sequence[Span]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def lexicon(self) -> Lexicon:
        """Verbs, head nouns and particles."""
        return self.names.lexicon

    @functools.cached_property
    def mentioned(self) -> Mapping[str, str]:
        """The countries that the text names in full, also by names that are a country's only in this text."""
        return mentioned_countries(self.text, self.names)

    def words(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span[0] : span[1]]

    def sentences(self, paragraph: Span) -> Sequence[Span]:
        """The sentences of a paragraph, cut once: they are read, then asked what they left out and took for granted."""
        span = trim(self.text, paragraph)
        found = self._sentences.get(span)
        if found is None:
            found = self._sentences[span] = sentences(self.text, span)
        return found


@dataclass(frozen=True, slots=True)
class Act:
    """A predicate with its roles filled, also from what was said before."""

    predicate: Predicate
    head: ClauseHead
    subjects: tuple[Party, ...]
    partners: tuple[Party, ...]
    status: Status

    @property
    def joint(self) -> bool:
        """Whether the text says that the parties do it together."""
        return self.head.joint or self.predicate.verb.form.startswith(("共", "联合", "合", "互设", "互办"))

    def served(self, names: Names) -> tuple[Party, ...]:
        """Those for whom it is done, where they are named: 斐济 of ``为斐济|培训|200名技术人员``; 各国 are not."""
        if self.head.toward not in _FOR:
            return ()
        return tuple(p for p in self.head.recipients if not p.generic and _is_particular(p.name, names))

    @property
    def has_object(self) -> bool:
        """Whether anything stands behind the verb."""
        return self.predicate.object[0] < self.predicate.object[1]


@dataclass(frozen=True, slots=True)
class Frame:
    """One outcome in the making: what it is, who does it with whom, and the words that say so.

    Offsets are in the normalised text.
    """

    kind: Kind
    label: str
    status: Status
    initiators: tuple[Party, ...]
    partners: tuple[Party, ...]
    span: Span
    amounts: tuple[Amount, ...] = ()
    rule: Rule = "other"
    """The construction that the frame was read by."""

    def read_by(self, rule: Rule) -> Frame:
        """The same frame under the name of a construction."""
        if self.rule == rule:
            return self
        roles = self.initiators, self.partners
        return Frame(self.kind, self.label, self.status, *roles, self.span, self.amounts, rule)


def _is_particular(name: str, names: Names) -> bool:
    """Whether a name is that of a state or of one body, or 斐方 for it."""
    of_body = names.is_complete(name) and not name.endswith("国") and not is_bare(name)  # 伙伴国 is nobody by name
    return names.is_country(name) or of_body or side(name) is not None


def construction(rule: Rule) -> Callable[[Callable[P, list[Frame]]], Callable[P, list[Frame]]]:
    """Marks a function that reads one construction: the frames that it makes carry the name of the rule.

    ``rule`` is listed in ``model.Rule`` and described in ``ontology/reading.ttl``.
    """

    def marked(read: Callable[P, list[Frame]]) -> Callable[P, list[Frame]]:
        @functools.wraps(read)
        def reading(*args: P.args, **kwargs: P.kwargs) -> list[Frame]:
            return [frame.read_by(rule) for frame in read(*args, **kwargs)]

        return reading

    return marked
