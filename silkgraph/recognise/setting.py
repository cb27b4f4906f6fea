"""What a document is about, before its first sentence: the countries, bodies and event that its title names.

In the text below, 两国, 双方, 此访 mean the countries, and 论坛, 会议, 峰会 the event.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from silkgraph.recognise.brackets import Span
from silkgraph.recognise.countries_named import NamedCountry, mentioned_countries, named_countries
from silkgraph.recognise.events_named import event_named
from silkgraph.recognise.names import Names
from silkgraph.recognise.talks_titled import involves_china

PARAGRAPHS_OF_THE_LEAD = 3
_CHINA = "CN"
_PLACE_AND_DAY = re.compile(r"[（(][^（）()]*\d{1,2}月[^（）()]*[）)]$")
"""A line of the title that says when and where the text was issued: ``（2027年9月16日，萨摩亚阿皮亚）`` is no party."""
_EDITION = re.compile(r"第.{1,3}[届次]|首[届次]")


@dataclass(frozen=True, slots=True)
class Setting:
    """What the title and the first paragraphs of a document name.

    ``title``: the title lines as one text, their parts joined by a blank.
    ``countries``: those of the title, in its order, also from abbreviations (``中葡``, ``中、匈、塞、马四国``).
    ``lead``: those of the first paragraph that names any, for a title that names none (``此访成果丰硕``).
    ``bodies``: known bodies that the title names.
    ``mentioned``: the countries that the whole text names in full, code to name, in order of first mention.
    ``event``: the meeting that the title or the first paragraphs name, "" if none
    (``第六届“一带一路”税收征管合作论坛``).
    """

    title: str = ""
    countries: tuple[NamedCountry, ...] = ()
    lead: tuple[NamedCountry, ...] = ()
    bodies: tuple[str, ...] = ()
    event: str = ""
    mentioned: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_plan(self) -> bool:
        """Whether the document is a plan, whose articles are still to be carried out."""
        return _PLAN.search(self.title.split(" ")[0]) is not None

    @property
    def is_statement(self) -> bool:
        """Whether two states speak together, so that 双方 means them throughout."""
        return len(self.countries) == _TWO and _STATEMENT.search(self.title) is not None


_TWO = 2
_STATEMENT = re.compile("(?:联合|共同|新闻|联合新闻)(?:声明|公报|宣言|新闻稿)")
_PLAN = re.compile(
    "(?:行动|合作|工作|执行|实施|发展|交流)*(?:计划|方案|规划|纲要|路线图|议程)(?:纲要|清单)?(?:[（(][^（）()]*[）)])*$"
)
"""A document that says what is to be done: ``中国与东加勒比国家可持续发展合作行动计划（2026—2028年）``."""


def setting_of(text: str, title: Sequence[Span], paragraphs: Iterable[Span], names: Names) -> Setting:
    """The setting that the title's parts and the first paragraphs of a normalised text tell."""
    mentioned = mentioned_countries(text, names)
    paragraphs = list(paragraphs)[:PARAGRAPHS_OF_THE_LEAD]
    in_lead = (named_countries(text, span, names, mentioned) for span in paragraphs)
    title = [part for part in title if not _PLACE_AND_DAY.match(text, *part)]
    bodies = (text[start:end] for part in title for start, end in names.known_spans(text, *part))
    countries = _distinct(country for part in title for country in named_countries(text, part, names, mentioned))
    if len(countries) == 1 and countries[0].code != _CHINA and involves_china(text[slice(*title[0])], names):
        countries = (NamedCountry(_CHINA, "中国", title[0][0], title[0][0]), *countries)
    return Setting(
        title=" ".join(text[start:end] for start, end in title),
        countries=countries,
        lead=_distinct(next(filter(None, in_lead), [])),
        bodies=tuple(dict.fromkeys(body for body in bodies if not names.is_country(body))),
        event=_event(text, title, paragraphs),
        mentioned=mentioned,
    )


def _event(text: str, title: Iterable[Span], paragraphs: Iterable[Span]) -> str:
    """The title's event; the full name in the first paragraphs where the title shortens it (``中非传统医药论坛``)."""
    in_title = next((event for part in title if (event := event_named(text, part))), "")
    if _EDITION.search(in_title):
        return in_title
    in_lead = next((event for span in paragraphs if (event := event_named(text, span))), "")
    fuller = in_lead.endswith(in_title) and "“" not in in_lead or _EDITION.search(in_lead) is not None
    return in_lead if fuller else in_title


def _distinct(countries: Iterable[NamedCountry]) -> tuple[NamedCountry, ...]:
    """Each country once, where it is named first."""
    found: dict[str, NamedCountry] = {}
    for country in countries:
        found.setdefault(country.code, country)
    return tuple(found.values())
