"""What counts as the name of a body: known names, countries, and the shapes of unknown names."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from silkgraph.knowledge.authority import Authority
from silkgraph.knowledge.countries import Countries
from silkgraph.knowledge.places import Places
from silkgraph.recognise.collectives import collectives
from silkgraph.recognise.gazetteer import Gazetteer
from silkgraph.recognise.lexicon import Lexicon, any_of, lexicon
from silkgraph.recognise.offices import bodies_behind, leads_china, offices, person
from silkgraph.recognise.references import own
from silkgraph.recognise.shapes import may_be_name, newspaper
from silkgraph.recognise.words import begins_with_word

_LONGER = frozenset(("部门", "行业", "行间", "国家"))
"""A name that ends with the first of these characters does not end before the second.

教育部门 is no 教育部, and 联合国家开发银行 begins with no 联合国.
"""
_DISTRICT = re.compile(r"[市州县].{1,5}[区旗镇乡村]$")
"""A part of a city or county (西安市碑林区); 区 alone ends names of other things too."""
_ENVOY = re.compile(r"[^，、]{2,12}驻[^，、与和同向在]{2,16}(?:大使|公使|总领事|临时代办|代办)")
"""``中国驻中非共和国大使``."""
_STATES_SAID = re.compile("宣布|承诺|决定|表示")
"""``某某宣布对33个国家`` names nobody."""
_STATES = re.compile(r"(?<=.{2})(?:[两三四五六七八九十]+|\d+)国.*$")
_PART_OF_LAND = re.compile(
    r"[^，、在于与和同的]{1,7}?(?<![政首公寓])(?:(?<!总统)府|道|郡|邦|都|(?<!深水)港|大区|专区|群岛|环礁|半岛|岛)"
)
"""Parts of a country, its islands and ports: 泰国罗勇府, 汤加哈派群岛, 马来西亚关丹港."""
_SAID = re.compile("宣布|表示|指出")
"""No meeting has these in its name: ``王毅宣布|会议达成…``."""
_HAPPENS = re.compile("(?<![存内现])在|仪式|举[行办]|召开|签[署约]")
"""萨摩亚结好签字仪式在福州 only ends as a place does."""
_FURTHER_ENDINGS = "区镇乡村方们长表人员）”国地省市县校院馆行会局署部委厅台社所司"
_PARTS_OF_NAMES = re.compile(
    "代表处|(?:企业家|中资企业|中外企业|学者|院校)(?=协会|联合会|理事会|俱乐部|商会|学会|联谊会|联盟|总会)"
)
"""Words that describe nobody in general where they belong to a name (青年企业家协会)."""
_COUNTED = re.compile(
    r"\d+(?:余|多)?(?:个|家|所|名|位)|[一二三四五六七八九十百]+(?:余|多)?家|(?!一[所座])[一二两三四五六七八九十]+(?:余|多)?[所座]"
)


_SHORTEST_OWN, _LONGEST_OWN = 2, 6
"""How many characters the own name of a firm has that a text tells with its country."""
_JOINED = re.compile("[—－-]")


Answer = TypeVar("Answer")


_PARTS, _LONGEST_PART = ("院", "所", "馆", "室", "处"), 8
"""How the parts of a body are called whose name begins with that of the whole."""


@functools.cache
def _stricken() -> re.Pattern[str]:
    """``缅甸地震|灾区``: to whom help is given, nobody in particular."""
    words = collectives()
    return re.compile(f"(?P<land>[^，、]{{2,8}}?)(?:{words.disasters})?(?:{words.victims})")


def _remembered(question: Callable[[Any, str], Answer]) -> functools.cached_property[Callable[[str], Answer]]:
    """A question about a text, whose last answers are kept: the grammar asks the same again and again."""

    def with_memory(names: Names) -> Callable[[str], Answer]:
        return functools.lru_cache(maxsize=4096)(functools.partial(question, names))

    return functools.cached_property(functools.update_wrapper(with_memory, question))


@dataclass(frozen=True)
class Names:
    """The knowledge about names that recognition needs, bundled."""

    lexicon: Lexicon
    authority: Authority
    countries: Countries
    places: Places
    known: Gazetteer
    country_names: Gazetteer
    generic_opening: re.Pattern[str]
    generic_mark: re.Pattern[str]
    endings: frozenset[str]
    """With which one or two characters the name of a particular body may end."""
    short: Mapping[str, str] = field(default_factory=dict)
    """Short names that the document in hand has introduced, and the full ones."""

    def of_document(self, short: Mapping[str, str], countries: Countries | None = None) -> Names:
        """The same knowledge, with the short names of one document, and of the countries that it names."""
        if countries is not None and countries is not self.countries:
            known = replace(self, countries=countries, country_names=Gazetteer.of(countries.surfaces))
            return known.of_document(short)
        if not short:
            return self
        return replace(
            self,
            short=short,
            known=self.known.with_names(name for name in short if len(name) > 2),
            endings=self.endings.union(name[-2:] for name in short),
        )

    def full(self, name: str) -> str:
        """The full name of one that the document has shortened."""
        return self.short.get(name, name)

    def country_prefix(self, text: str) -> str | None:
        """The country name that ``text`` begins with (``老挝财政部`` → ``老挝``), or None."""
        found = self.country_names.at(text, 0, len(text))
        return found if found is None or self.countries.is_country_at(text, 0, len(found)) else None

    @_remembered
    def is_country(self, text: str) -> bool:
        """Whether the whole text is the name of one country."""
        return self.country_prefix(text) == text

    def is_firm(self, text: str) -> bool:
        """Whether the whole text is the name of a firm by a known beginning and its trade (``上汽正大``)."""
        beginning = self.places.beginning_at(text)
        return beginning is not None and self.lexicon.trades.fullmatch(text, len(beginning)) is not None

    def is_called_by_country(self, text: str) -> bool:
        """Whether the text is a country with a name that no dictionary has, as foreign firms are told of.

        德国默克, 瑞典宜家; not 德国技术, with which longer names begin.
        """
        land = self.country_prefix(text)
        name = text[len(land) :] if land else ""
        if not _SHORTEST_OWN <= len(name) <= _LONGEST_OWN or not may_be_name(name) or _JOINED.search(name):
            return False
        return name in self.places.beginnings or not begins_with_word(name)

    def is_place(self, text: str) -> bool:
        """Whether the whole text is the bare name of a city or province (重庆)."""
        return text in self.places.cities

    @_remembered
    def is_known(self, text: str) -> bool:
        """Whether the whole text is a name of the authority file, or one that the document has introduced."""
        return text in self.short or self.authority.find(text) is not None

    @_remembered
    def is_generic(self, text: str) -> bool:
        """Whether a phrase describes bodies without naming a particular one (``有关国家铁路公司``)."""
        if self.is_known(text) or text.endswith("主席国"):
            return False
        if text.endswith(("国家", "各国", "岛国", "诸国")) and not self.is_country(text):
            return _STATES_SAID.search(text) is None
        if self.countries.is_region(text):
            return True
        if land_of_victims := _stricken().fullmatch(text):
            return self.country_prefix(land_of_victims["land"]) == land_of_victims["land"]
        if _STATES.search(text) and self.countries.is_region(_STATES.sub("", text)):
            return True
        land = self.country_prefix(text)
        if land and text[len(land) :] in collectives().of_a_country:
            return True
        return bool(
            self.generic_opening.match(text)
            or self.generic_mark.search(_PARTS_OF_NAMES.sub("", text))
            or _COUNTED.search(text)
        )

    @_remembered
    def is_complete(self, text: str) -> bool:
        """Whether a piece of a list is a body's whole name, so that the list may be cut after it."""
        if not text:
            return False
        if self.is_country(text) or self.is_known(text) or self.is_generic(text):
            return True
        if len(text) == 2 and text[1] == "方" and (text[0] == "中" or self.countries.candidates(text[0])):
            return True
        if text in self.places.beginnings or self.is_firm(text):
            return True
        if text in collectives().missions:
            return True
        if _DISTRICT.search(text) or _ENVOY.fullmatch(text) and self.country_prefix(text):
            return True
        land = self.country_prefix(text)
        if land and (_PART_OF_LAND.fullmatch(text, len(land)) or self.is_place(text[len(land) :])):
            return True  # 哥伦比亚|波哥大
        paper = newspaper(text)
        if paper is not None:
            return not paper[0] or self.is_country(paper[0]) or self.is_place(paper[0])
        whole = self.known_at(text, 0, len(text)) if text.endswith(_PARTS) else None
        if whole and 2 <= len(text) - len(whole) <= _LONGEST_PART and not self.is_country(whole):
            return True  # 中国科学院|空天院
        kind = self.lexicon.organisation_type(text)
        if kind == "local-government" and _HAPPENS.search(text):
            return False
        return kind is not None and len(text) > 2 and not (kind == "event-series" and _SAID.search(text))

    def may_end(self, text: str, position: int) -> bool:
        """Whether the name of a particular body may end at ``position``; quick, to ask before anything else."""
        return text[position - 1] in self.endings or text[position - 2 : position] in self.endings

    def body_behind(self, phrase: str) -> str | None:
        """The body that a phrase names by one who acts for it: ``海关总署署长`` → ``海关总署``."""
        if self.is_known(phrase) or person(phrase):
            return None
        if leads_china(phrase):
            return "中国"
        return next((body for body in bodies_behind(phrase) if self.is_particular(body) or own(body)), None)

    def is_particular(self, text: str) -> bool:
        """Whether the text is the whole name of a body that is not described in general."""
        return self.is_complete(text) and not self.is_generic(text)

    @_remembered
    def country_of(self, name: str) -> str | None:
        """The country that a name tells by its beginning: a country's name or a place in it."""
        name = name.lstrip("《“")
        code, rest = self.countries.split(name)
        if code is not None and not rest.startswith(("—", "－", "-")):
            return code
        return self.places.country(name)

    def known_spans(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """The spans of names of the authority file, in which no list is cut."""
        found = self.known.find(text, start, end)
        return [span for span in found if text[span[1] - 1 : span[1] + 1] not in _LONGER] if found else found

    def known_at(self, text: str, position: int, end: int) -> str | None:
        """The longest name of the authority file that begins at ``position``."""
        name = self.known.at(text, position, end)
        if name is None:
            return None
        stop = position + len(name)
        return None if text[stop - 1 : stop + 1] in _LONGER else name


@functools.cache
def names() -> Names:
    """The project's names; loaded once."""
    words = lexicon()
    countries = Countries.load()
    authority = Authority.load(countries=countries)
    places = Places.load(countries)
    endings = (*words.organisation_types, *authority.names(), *countries.surfaces, *places.beginnings, *offices())
    return Names(
        lexicon=words,
        authority=authority,
        countries=countries,
        places=places,
        known=Gazetteer.of(authority.names()),
        country_names=Gazetteer.of(countries.surfaces),
        generic_opening=re.compile(any_of(words.particles["generic_openings"])),
        generic_mark=re.compile(any_of(words.particles["generic_marks"])),
        endings=frozenset((*(word[-2:] for word in endings), *_FURTHER_ENDINGS)),
    )
