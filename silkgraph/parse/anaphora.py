"""Who is meant by 双方, 两国政府, 佛方, 我校, 该行, 论坛: what the paragraph, the document or its title names.

``佛得角总统访华 … 双方签署``: China and Cabo Verde. Where nothing is found, nobody is named.
"""

from __future__ import annotations

import re
from dataclasses import field

from silkgraph.parse.acts import Context
from silkgraph.parse.coordination import Party
from silkgraph.parse.house import house, title_pair, writer
from silkgraph.parse.persons import acts_for
from silkgraph.recognise.antecedents import last_name_with
from silkgraph.recognise.compounds import sides
from silkgraph.recognise.countries_named import named_countries, shortens_country
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
_CHINA = "CN"
_CHINESE = re.compile("中国(?![—－-])|中方")
_TOGETHER = re.compile("联合|共同|宣言|公报|声明|决议|纪要")
_OF_TWO = re.compile(r"[^，]{0,8}?(?:中国[—－-]|中(?=[^，国]{1,3}(?:自贸|自由贸易|经贸|合作|联合|政府|双边)))")
_IT = frozenset(("其", "该国"))
_TOUR = re.compile(r"等(?:[国地]|[\d四五六七八九十]+个?国)")
_WITH_REGION = re.compile("中国[—－与同和-]+(?P<region>[^，。—－ ]{2,16})")
_UNION = ("共同体", "联盟", "组织", "合作委员会")
"""How bodies of several states are called: 西非国家经济共同体 is one, 西非 only a region."""
_SPEAKER = re.compile(r"[^，。：“《\n]{1,24}：")
"""``发言人：``, ``答：`` before what somebody says in a conversation."""
_SPECIAL_REGION = re.compile(r"行政长官|特首|特区政府")
_REGIONS = {"香港特别行政区": re.compile("香港"), "澳门特别行政区": re.compile("澳门")}


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
        if name in self.context.names.short:
            return (replace(party, name=self.context.names.full(name), generic=False),)
        if several := sides(name, self.context.names, self.context.setting.mentioned):
            return tuple(replace(party, name=side.name, generic=side.generic) for side in several)
        if (common := of_several_states(name)) is not None:
            lands = self.countries(common[0])
            in_each = tuple(replace(p, name=p.name + common[1], generic=True) for p in lands)
            return in_each or (replace(party, generic=True),)
        if name[0] == "我" and self.context.names.authority.find(name[1:]) is not None:  # 同我|商务部
            return (replace(party, name=name[1:], generic=False),)
        if (part := part_of_own(name)) and self.context.names.is_complete(name):
            whole = writer(part[0], self.context)
            return (replace(party, name=whole + part[1], generic=False),) if whole else (party,)
        if (of_that := part_of_that(name)) is not None:
            wholes = self.meant(replace(party, name=of_that[0]), event)
            return tuple(replace(whole, name=whole.name + of_that[1]) for whole in wholes) or (party,)
        if person(name) is not None:
            body = acts_for(name, party.start, self.context, self._of_kind)
            return (replace(party, name=body, generic=False),) if body else ()
        if not is_reference(name) or self.context.names.authority.find(name) is not None:
            self.plain.add(name)
            return (party,)
        found = self._meant(party, event or self.context.setting.event)
        if found is None:
            vague = party if demonstrated(name) is None else replace(party, generic=True)
            return () if self._names_nobody(name) else (vague,)
        return tuple(replace(p, start=party.start, end=party.end) for p in found)

    def _names_nobody(self, name: str) -> bool:
        """Whether a word whose bodies are not found is left out: 双方 is, ``商会`` stands for itself."""
        if name in SPEAKING or group(name) is not None or event_noun(name) is not None:
            return True
        return not self.context.names.is_complete(name) and not is_bare(name)

    def _meant(self, party: Party, event: str) -> tuple[Party, ...] | None:
        """The antecedents, with any offsets; None if there are none."""
        name = party.name
        if name in SPEAKING:
            return self._speaker()
        if name in _IT:
            return self._country_before(party.start)
        several = group(name)
        if several is not None:
            return self._group(several, party.start)
        if event_noun(name) or are_those_present(name):
            named = self._event(name, event) or special_meeting(name)
            return (Party(named, 0, 0, False),) if named else None
        if (of := side(name)) is not None:
            return self._side(of)
        if (kind := own(name)) is not None:
            return self._own(kind)
        if (pointed := demonstrated(name)) is not None and pointed[0] == "国" and pointed[1] > 1:
            return self.countries(pointed[1]) or None
        if (pointed := demonstrated(name)) is not None:
            return self._last(pointed[0], party.start) if pointed[1] == 1 else self._alike(*pointed)
        if (of_kind := head_of(name)) is not None:
            return self._own(of_kind) or self._last(of_kind, party.start)
        if name in ("当局", "政府") and (region := self._as_region(_CHINA, "")):
            return (Party(region, 0, 0, False),)
        return (self._of_house(name) or self._last(name, party.start)) if is_bare(name) else None

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
            if several.of != "国" and self.in_paragraph and together:
                return self.pair
            if several.of == "方" and count == 2 and (told := self._title_pair() or self._of_sentence(position)):
                return told
            countries = self.countries(count) or (self._asked_about(position) if count == 2 else ())
            if countries or several.of == "国":
                return countries or None
        if count is None:
            return None
        return self._alike(several.of, count) or (self.pair if len(self.pair) == count else None)

    def _country_before(self, position: int) -> tuple[Party, ...] | None:
        """The foreign country that the sentence named last: ``免除毛里塔尼亚债务，并向|其|提供援助``."""
        text = self.context.text
        begin = max(text.rfind(mark, 0, position) for mark in "。；\n") + 1
        named = named_countries(text, (begin, position), self.context.names, self.context.setting.mentioned)
        foreign = [country for country in named if country.code != _CHINA]
        return (Party(foreign[-1].name, 0, 0, False),) if foreign else None

    def _of_sentence(self, position: int) -> tuple[Party, ...]:
        """China and the other state of what the sentence begins with: ``中国—尼加拉瓜自贸协定谈判结束，|双方``签署…."""
        text = self.context.text
        begin = max(text.rfind(mark, 0, position) for mark in "。；\n") + 1
        clause = begin, text.find("，", begin, position)
        if clause[1] < 0 or _OF_TWO.match(text, *clause) is None:
            return ()
        named = named_countries(text, clause, self.context.names, self.context.setting.mentioned)
        codes = {country.code for country in named}
        both = tuple(Party(country.name, 0, 0, False) for country in named)
        return both if len(codes) == len(both) == 2 and _CHINA in codes else ()

    def _asked_about(self, position: int) -> tuple[Party, ...]:
        """China and the one country that the paragraph so far and the one before it name: an answer to a question."""
        text = self.context.text
        begin = text.rfind("\n", 0, max(text.rfind("\n", 0, position), 0)) + 1
        if _SPEAKER.match(text, text.rfind("\n", 0, position) + 1) is None:
            return ()
        while begin > 0 and not text[begin:position].split("\n", 1)[0]:
            begin = text.rfind("\n", 0, begin - 1) + 1
        mentioned = self.context.setting.mentioned
        named = named_countries(text, (begin, position), self.context.names, mentioned)
        others = {country.code: country.name for country in named if country.code != _CHINA}
        if len(others) != 1 or all(country.code != _CHINA for country in named):
            return ()
        return (Party("中国", 0, 0, False), Party(next(iter(others.values())), 0, 0, False))

    def _title_pair(self) -> tuple[Party, ...]:
        """The two bodies of the headline, looked for once."""
        if self.titled is None:
            self.titled = title_pair(self.context)
        return self.titled

    def _alike(self, noun: str, count: int) -> tuple[Party, ...] | None:
        """The ``count`` bodies of a kind that were named last."""
        alike = [p for p in self.named if p.name.endswith(called(noun))]
        return tuple(alike[-count:]) if len(alike) >= count else None

    def countries(self, count: int | None) -> tuple[Party, ...]:
        """The countries that the title, and for want of them the first paragraphs, speak of; China first.

        Nobody if there are not ``count``; without a number, if there are fewer than three.
        """
        setting = self.context.setting
        distinct: dict[str, str] = {}
        for country in setting.countries:
            distinct.setdefault(country.code, country.name)
        if len(distinct) < (count or 0):
            if count == 2 and set(distinct) == {_CHINA} and (region := self._region_of_title()):
                return (Party(distinct[_CHINA], 0, 0, False), Party(region, 0, 0, not region.endswith(_UNION)))
            for country in setting.lead:
                distinct.setdefault(country.code, country.name)
        if count is not None and count > 2 and len(distinct) == count + 1:
            distinct.pop(_CHINA, None)  # 中国同甲、乙、丙|三国
        if count == 2 and _CHINA not in distinct and _TOUR.search(setting.title):
            return ()  # 访问莱索托、埃塞俄比亚等国: each with China
        if len(distinct) != count and (count is not None or len(distinct) < 3):
            return ()
        known = self.context.names.countries
        usual = {code: known.name_zh(code) for code in distinct}
        distinct = {c: usual[c] if len(n) > len(usual[c]) + 2 else n for c, n in distinct.items()}
        ordered = sorted(distinct.items(), key=lambda item: item[0] != _CHINA)
        return tuple(Party(self._as_region(code, name), 0, 0, False) for code, name in ordered)

    def _region_of_title(self) -> str:
        """The region or union with which China meets: 拉共体 of ``中国—拉共体论坛``; the host is not the other side."""
        match = _WITH_REGION.search(self.context.setting.title)
        regions = self.context.names.countries.regions
        words = match["region"] if match else ""
        named = (words[:end] for end in range(len(words), 1, -1))
        return next((name for name in named if name in regions or name.endswith(_UNION)), "")

    def _as_region(self, code: str, name: str) -> str:
        """Hong Kong or Macao for China where the document is of its government (``行政长官``)."""
        text = self.context.text
        if code != _CHINA or not _SPECIAL_REGION.search(text):
            return name
        counts = {region: len(pattern.findall(text)) for region, pattern in _REGIONS.items()}
        region = max(counts, key=lambda key: counts[key])
        return region if counts[region] > 1 else name

    def _side(self, of: str) -> tuple[Party, ...] | None:
        """``佛方``: the country that the document names and that the character abbreviates or begins."""
        names = self.context.names
        if of in ("中", "我"):
            return (Party("中方", 0, 0, False),)
        if names.countries.code(of) or of == "港":
            return (Party("香港特别行政区" if of == "港" else of, 0, 0, False),)
        mentioned = self.context.setting.mentioned
        if self._is_of_region(of):
            return (Party(f"{of}方", 0, 0, True),)
        for code in names.countries.candidates(of):
            if code in mentioned:
                return (Party(mentioned[code], 0, 0, False),)
        for name in mentioned.values():
            if name.startswith(of) or shortens_country(of, name):
                return (Party(name, 0, 0, False),)
        region = names.countries.region(of, self.context.text)
        if region:
            return (Party(f"{of}方", 0, 0, True),)
        if member := names.countries.member(of, self.context.text):
            return (Party(names.countries.name_zh(member), 0, 0, False),)
        codes = names.countries.candidates(of)
        return (Party(f"{of}方", 0, 0, False),) if codes else None

    def _is_of_region(self, of: str) -> bool:
        """Whether the title speaks of a region by the character, and of no country: 阿方 of a forum of 中阿."""
        setting, countries = self.context.setting, self.context.names.countries
        region = countries.region(of, self.context.text)
        if region is None or region not in setting.title and f"中{of}" not in setting.title:
            return False
        return not any(country.code in countries.candidates(of) for country in setting.countries)

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
        return known.type == "company" if known is not None else self.context.names.is_firm(name)

    def _speaker(self) -> tuple[Party, ...] | None:
        """``我们`` in a Chinese speech: China, or the Chinese body, as the speaker last named it."""
        if _TOGETHER.search(self.context.setting.title):
            return None  # in a joint statement all of them say 我们
        chinese = [p for p in self.named if _CHINESE.match(p.name)]
        return (chinese[-1],) if chinese else None

    def _last(self, noun: str, before: int) -> tuple[Party, ...] | None:
        """The body named last whose name ends with the noun, or is of its kind."""
        endings = called(noun)
        if noun == "国":
            return None
        for party in reversed(self.named):
            if party.name.endswith(endings):
                return (party,)
        for ending in endings:
            found = last_name_with(ending, self.context.text, before, self.context.names)
            if found is not None:
                return (Party(found, 0, 0, False),)
        return None
