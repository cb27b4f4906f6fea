"""Who is meant by 双方, 两国政府, 佛方, 我校, 该行, 论坛: what the paragraph, the document or its title names.

``佛得角总统访华 … 双方签署``: China and Cabo Verde. Where nothing is found, nobody is named.
"""

from __future__ import annotations

import re
from dataclasses import field

from silkgraph.parse.acts import Context
from silkgraph.parse.coordination import Party
from silkgraph.parse.countries_meant import (
    as_region,
    countries_meant,
    country_before,
    pair_asked_about,
    pair_of_sentence,
    side_meant,
)
from silkgraph.parse.house import MISSIONS, house, title_pair, writer
from silkgraph.parse.persons import acts_for
from silkgraph.parse.speeches import party_of, quoted_speaker, speaker_of
from silkgraph.recognise.antecedents import last_name_with
from silkgraph.recognise.compounds import sides
from silkgraph.recognise.lexicon import called
from silkgraph.recognise.offices import person
from silkgraph.recognise.references import (
    SPEAKING,
    Group,
    are_those_present,
    demonstrated,
    event_noun,
    group,
    head_of,
    is_bare,
    is_reference,
    of_several_states,
    own,
    part_of_own,
    part_of_that,
    side,
    special_meeting,
)
from silkgraph.values import dataclass, replace

_LONGEST_MEMORY = 40
_CHINESE = re.compile("中国(?![—－-])|中方")
_TOGETHER = re.compile("联合|共同|宣言|公报|声明|决议|纪要")
_FIRM = ("公司", "集团", "企业")
_IT = frozenset(("其", "该国"))
_OURS = frozenset(("我国", "我方", "本国"))


@dataclass(slots=True)
class Referents:
    """The bodies that one document has named so far. Kept from paragraph to paragraph."""

    context: Context
    named: list[Party] = field(default_factory=list)
    """In order, the latest last."""
    pair: tuple[Party, ...] = ()
    """Those between whom the latest act was."""
    in_paragraph: bool = False
    """Whether ``pair`` was named in the paragraph in hand."""
    acting: list[Party] = field(default_factory=list)
    """Those who have acted in the paragraph in hand, the latest last."""
    titled: tuple[Party, ...] | None = None
    """The two bodies of the headline, once they were looked for."""
    speaking: str | None = None
    """The country of who gives the speech that the document is, once it was looked for; "" for none."""
    houses: dict[str, str | None] = field(default_factory=dict)
    """The body whose paper the document is, by the noun that means it."""
    events: list[str] = field(default_factory=list)
    """The meetings that were told, by their names."""
    plain: set[str] = field(default_factory=set)
    """Names that were found to stand for nobody but the body that has them."""

    def begin_paragraph(self) -> None:
        """What was named before stands back behind what the title says."""
        self.in_paragraph = False
        self.acting.clear()

    def acted(self, *parties: Party) -> None:
        """Remembers who acted: a bare 公司 after it means him rather than those he acted with."""
        self.acting += [p for p in parties if not p.generic and not is_reference(p.name)]

    def note(self, *parties: Party) -> None:
        """Remembers parties that are named side by side."""
        particular = [p for p in parties if not p.generic and not is_reference(p.name)] if parties else ()
        if not particular:
            return
        again = {p.name for p in particular}
        if not again.isdisjoint([p.name for p in self.named]):
            self.named = [p for p in self.named if p.name not in again]
        self.named += particular
        del self.named[:-_LONGEST_MEMORY]
        if len(particular) > 1:
            self.pair = tuple(particular)
            self.in_paragraph = True

    def meant(self, party: Party, event: str = "") -> tuple[Party, ...]:
        """The bodies that a party of a list stands for: itself, several, or nobody that is known.

        Args:
            event: the meeting that the paragraph is about.
        """
        name = party.name
        if name in self.plain:
            return (party,)
        several = self._several(party)
        if several is not None:
            return several
        part = self._part(party, event)
        if part is not None:
            return part
        if not is_reference(name) or self.context.names.authority.find(name) is not None:
            self.plain.add(name)
            return (party,)
        found = self._meant(party, event or self.context.setting.event)
        if found is None:
            vague = party if demonstrated(name) is None else replace(party, generic=True)
            return () if self._names_nobody(name) else (vague,)
        return tuple(replace(p, start=party.start, end=party.end) for p in found)

    def _several(self, party: Party) -> tuple[Party, ...] | None:
        """Those whom one word names that is short for a longer one or for several: 中哈, 两国央行; None for others."""
        name, names = party.name, self.context.names
        if name in names.short:
            return (replace(party, name=names.full(name), generic=False),)
        if several := sides(name, names, self.context.setting.mentioned):
            return tuple(replace(party, name=side.name, generic=side.generic) for side in several)
        if (common := of_several_states(name)) is not None:
            lands = countries_meant(common[0], self.context)
            in_each = tuple(replace(p, name=p.name + common[1], generic=True) for p in lands)
            return in_each or (replace(party, generic=True),)
        return None

    def _part(self, party: Party, event: str) -> tuple[Party, ...] | None:
        """Those who are named by whom they belong to: 我商务部, 我校研究院, 该行分行, 我行行长; None for others."""
        name, names = party.name, self.context.names
        if name[0] == "我" and names.authority.find(name[1:]) is not None:  # 同我|商务部
            return (replace(party, name=name[1:], generic=False),)
        if (part := part_of_own(name)) and names.is_complete(name):
            whole = writer(part[0], self.context)
            return (replace(party, name=whole + part[1], generic=False),) if whole else (party,)
        if (of_that := part_of_that(name)) is not None:
            wholes = self.meant(replace(party, name=of_that[0]), event)
            return tuple(replace(whole, name=whole.name + of_that[1]) for whole in wholes) or (party,)
        if person(name) is not None:
            body = acts_for(name, party.start, self.context, self._of_kind)
            return (replace(party, name=body, generic=False),) if body else ()
        return None

    def _names_nobody(self, name: str) -> bool:
        """Whether a word whose bodies are not found is left out: 双方 is, ``商会`` stands for itself."""
        if name in SPEAKING or group(name) is not None or event_noun(name) is not None:
            return True
        return not self.context.names.is_complete(name) and not is_bare(name)

    def _meant(self, party: Party, event: str) -> tuple[Party, ...] | None:
        """The antecedents, with any offsets; None if there are none."""
        name = party.name
        if name in SPEAKING:
            return self._speaker(party.start)
        if name in _OURS and (land := self._whose_speech()) not in ("", "中国"):
            return party_of(land)
        if name in _IT:
            return country_before(party.start, self.context)
        several = group(name)
        if several is not None:
            return self._group(several, party.start)
        if event_noun(name) or are_those_present(name):
            named = self._event(name, event) or special_meeting(name)
            return (Party(named, 0, 0, False),) if named else None
        if (of := side(name)) is not None:
            return side_meant(of, self.context)
        if (kind := own(name)) is not None:
            return self._own(kind)
        if (pointed := demonstrated(name)) is not None and pointed[0] == "国" and pointed[1] > 1:
            return countries_meant(pointed[1], self.context) or None
        if (pointed := demonstrated(name)) is not None:
            return self._last(pointed[0], party.start) if pointed[1] == 1 else self._alike(*pointed)
        if (of_kind := head_of(name)) is not None:
            return self._own(of_kind) or self._last(of_kind, party.start)
        if name in ("当局", "政府") and (region := as_region("CN", "", self.context)):
            return (Party(region, 0, 0, False),)
        if not is_bare(name):
            return None
        return self._of_house(name) or (None if name in MISSIONS else self._last(name, party.start))

    def _event(self, name: str, event: str) -> str:
        """The meeting that ``会议`` means: the one in hand, or the last told that is called so."""
        noun = event_noun(name)
        if noun is None or not event or event.endswith(noun):
            return event
        return next((told for told in reversed(self.events) if told.endswith(noun)), event)

    def _group(self, several: Group, position: int) -> tuple[Party, ...] | None:
        members = self._members(several, position)
        if members is None or not several.rest:
            return members
        names = self.context.names
        if all(member.name.endswith(called(several.rest)) for member in members):
            return members
        heads = tuple(replace(member, name=member.name + several.rest) for member in members)
        return heads if all(names.is_complete(head.name) for head in heads) else members

    def _members(self, several: Group, position: int) -> tuple[Party, ...] | None:
        """The members of a group: those just named together, the countries of the title, those of a kind."""
        count = several.count
        if several.of in ("国", "方", "地"):
            together = len(self.pair) == count if count else len(self.pair) > 2
            stated = several.of == "方" and self.context.setting.is_statement
            if several.of != "国" and self.in_paragraph and together and not stated:
                return self.pair
            between = count == 2 and several.of == "方"
            if between and (told := self._title_pair() or pair_of_sentence(position, self.context)):
                return told
            countries = countries_meant(count, self.context)
            countries = countries or (pair_asked_about(position, self.context) if count == 2 else ())
            if countries or several.of == "国":
                return countries or None
        if count is None:
            return None
        return self._alike(several.of, count) or (self.pair if len(self.pair) == count else None)

    def _title_pair(self) -> tuple[Party, ...]:
        """The two bodies of the headline, looked for once."""
        if self.titled is None:
            self.titled = title_pair(self.context)
        return self.titled

    def _alike(self, noun: str, count: int) -> tuple[Party, ...] | None:
        """The ``count`` bodies of a kind that were named last."""
        alike = [p for p in self.named if p.name.endswith(called(noun))]
        return tuple(alike[-count:]) if len(alike) >= count else None

    def _own(self, kind: str) -> tuple[Party, ...] | None:
        """``我国``, ``我校``: China, or the body that the head of the document names."""
        if kind == "国":
            return (Party("中国", 0, 0, False),)
        if kind in ("方", "们"):
            return (Party("中方", 0, 0, False),)
        found = writer(kind, self.context)
        return (Party(found, 0, 0, False),) if found else None

    def _of_kind(self, kind: str, before: int) -> str | None:
        """The body that a kind of body means for one who holds an office in it."""
        found = self._of_house(kind) or self._own(kind) or self._last(kind, before)
        return found[0].name if found else None

    def _of_house(self, noun: str) -> tuple[Party, ...] | None:
        """``公司``: who acted last in the paragraph, if he is one; else the body whose paper the document is."""
        endings = called(noun)
        for party in reversed(self.acting):
            if party.name.endswith(endings) or noun in ("公司", "企业") and self._is_firm(party.name):
                return (party,)
        if noun not in self.houses:
            self.houses[noun] = house(noun, self.context)
        found = self.houses[noun]
        return (Party(found, 0, 0, False),) if found else None

    def _is_firm(self, name: str) -> bool:
        """Whether a name that does not say so is a firm's: 中国电建."""
        known = self.context.names.authority.find(name)
        if known is not None:
            return known.type == "company"
        begins = name in self.context.names.places.beginnings and not self.context.lexicon.organisation_type(name)
        return begins or self.context.names.is_firm(name)

    def _speaker(self, position: int) -> tuple[Party, ...] | None:
        """``我们``: the country of who gives the speech or is quoted, else China or the Chinese body last named."""
        land = quoted_speaker(position, self.context) or self._whose_speech()
        if land and land != "中国":
            return party_of(land)
        if not land and _TOGETHER.search(self.context.setting.title):
            return None  # in a joint statement all of them say 我们
        chinese = [p for p in self.named if _CHINESE.match(p.name)]
        return (chinese[-1],) if chinese else party_of(land) if land else None

    def _whose_speech(self) -> str:
        """The country of who gives the speech that the document is, looked for once; "" for none."""
        if self.speaking is None:
            self.speaking = speaker_of(self.context) or ""
        return self.speaking

    def _last(self, noun: str, before: int) -> tuple[Party, ...] | None:
        """The body named last whose name ends with the noun, or is of its kind."""
        endings = called(noun)
        if noun == "国":
            return None
        for party in reversed(self.named):
            if party.name.endswith(endings) or noun in _FIRM and self._is_firm(party.name):
                return (party,)
        for ending in endings:
            found = last_name_with(ending, self.context.text, before, self.context.names)
            if found is not None:
                return (Party(found, 0, 0, False),)
        return None
