"""Labels for people: English ones built from what a thing is, Chinese ones where the text gives none.

English names of bodies and concepts are taken from the ontology, of countries from CLDR; what has
none is transliterated, never guessed.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from silkgraph.describe.romanise import syllables
from silkgraph.errors import KnowledgeError
from silkgraph.knowledge.countries import Countries
from silkgraph.model import Body, Figure, Item, Outcome, Participation, Reading, SourceDocument, UnreadClause
from silkgraph.namespaces import LABEL, SCHEMES, SKOS, THINGS
from silkgraph.read.vocabulary import read_as

PARTIES_NAMED = 3
"""More parties than this plus one are counted, not named."""
SYLLABLES = 14
"""How much of a Chinese name is transliterated into a label."""
TAKES_ARTICLE = re.compile(
    r"^(United|Czech|Dominican|Central African)\b|\b(Islands|Republic|Emirates|Territories|Union)$"
    r"|^(Philippines|Netherlands|Maldives|Gambia|Bahamas|Comoros|Vatican City)$"
)
"""English names of countries that are used with “the”."""
COUNTED = re.compile(r"(?:(?P<over>超过)|(?P<nearly>近))?(?P<number>\d+)(?P<more>[多余])?[个家](?P<what>.+)")
TERMS_FILE = "english-terms.toml"
TERM_SECTIONS = ("bodies", "offices", "units")


@dataclass(frozen=True)
class Glossary:
    """What things are called in English. Make one with ``Glossary.of()``.

    ``bodies`` goes from identifier to name, ``names`` from a Chinese name to the English one,
    ``concepts`` from scheme and code to the Chinese and the English label, ``terms`` from a section
    of ``english-terms.toml`` to its lines.
    """

    bodies: Mapping[str, str]
    names: Mapping[str, str]
    concepts: Mapping[tuple[str, str], tuple[str, str]]
    terms: Mapping[str, Mapping[str, str]]
    countries: Countries

    @classmethod
    def of(cls, reference: Iterable[Quad], countries: Countries, terms_file: Path) -> Glossary:
        """The glossary of a reference graph (``reference_graph.reference_quads``)."""
        labels: dict[str, dict[str, str]] = {}
        aliases: dict[str, list[str]] = {}
        for quad in reference:
            if not (isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)):
                continue
            if quad.predicate == LABEL and quad.object.language:
                labels.setdefault(quad.subject.value, {})[quad.object.language] = quad.object.value
            elif quad.predicate.value == SKOS + "altLabel" and quad.object.language == "zh":
                aliases.setdefault(quad.subject.value, []).append(quad.object.value)
        bodies: dict[str, str] = {}
        names: dict[str, str] = {}
        concepts: dict[tuple[str, str], tuple[str, str]] = {}
        for iri, both in sorted(labels.items()):
            if iri.startswith(THINGS + "body/") and "en" in both:
                bodies[iri.removeprefix(THINGS + "body/")] = both["en"]
                for name in (*aliases.get(iri, ()), *([both["zh"]] if "zh" in both else ())):
                    names.setdefault(name, both["en"])
            elif iri.startswith(SCHEMES) and iri.removeprefix(SCHEMES).count("/") == 1:
                scheme, _, code = iri.removeprefix(SCHEMES).partition("/")
                concepts[scheme, code] = (both.get("zh", code), both.get("en", code))
        return cls(bodies, names, concepts, read_terms(terms_file), countries)

    def concept(self, scheme: str, code: str) -> tuple[str, str]:
        """The Chinese and English label of a concept; its code where the scheme has no such."""
        return self.concepts.get((scheme, code), (code, code))

    def country(self, code: str) -> str:
        """A country's English name, with its article: ``LA`` is ``Laos``, ``NL`` ``the Netherlands``."""
        if code not in self.countries.names:
            return code
        return with_article(self.countries.name_en(code))

    def term(self, section: str, chinese: str) -> str | None:
        """A line of ``english-terms.toml``."""
        return self.terms[section].get(chinese)

    def body(self, body: Body) -> str:
        """A body's English name: of the authority file, or country and meaning, or country and pinyin."""
        name = read_as(body.name)
        known = self.bodies.get(body.identifier) or self.names.get(name)
        if known:
            return known
        code, rest = self.countries.split(name)
        if not rest:
            return self.country(code) if code else pinyin(name)
        meaning = self.term("bodies", rest) or self._counted(rest)
        if code is None:
            code = body.country
        if code is None:
            return capitalised(meaning) if meaning else pinyin(rest)
        if meaning:
            return f"{capitalised(meaning)} of {self.country(code)}"
        return f"{self.countries.names[code][1] if code in self.countries.names else code}: {pinyin(rest)}"

    def _counted(self, name: str) -> str | None:
        """Bodies given by their number: ``30多个国家`` is ``more than 30 countries``."""
        counted = COUNTED.fullmatch(name)
        meaning = self.term("bodies", counted["what"]) if counted else None
        if counted is None or meaning is None:
            return None
        more, nearly = counted["more"] or counted["over"], counted["nearly"]
        return f"{'more than ' if more else 'nearly ' if nearly else ''}{counted['number']} {meaning}"

    def subject(self, chinese: str) -> str:
        """What a figure is about: the name of a country or body, else pinyin."""
        name = read_as(chinese)
        code = self.countries.code(name)
        if code:
            return self.country(code)
        return self.names.get(name) or pinyin(name)


def read_terms(path: Path) -> dict[str, dict[str, str]]:
    """The English terms by section.

    Raises:
        KnowledgeError: the file is missing, no TOML, or lacks a section.
    """
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise KnowledgeError(
            f"cannot be read: {error.strerror}", path=path, advice="Install Silkgraph again."
        ) from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise KnowledgeError(f"is not valid TOML: {error}", path=path, line=int(line[1]) if line else None) from error
    for section in TERM_SECTIONS:
        if not isinstance(content.get(section), dict):
            raise KnowledgeError(f"lacks the section [{section}]", path=path)
    return {section: {str(key): str(value) for key, value in content[section].items()} for section in TERM_SECTIONS}


def with_article(country: str) -> str:
    """A country's English name as it stands after “of”."""
    return f"the {country}" if TAKES_ARTICLE.search(country) else country


def capitalised(text: str) -> str:
    """The text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def pinyin(chinese: str) -> str:
    """A Chinese name in Latin letters, without tones, a space after each syllable: ``Gong gong gong cheng bu``."""
    heard = syllables(chinese)
    shown = heard[:SYLLABLES] + (["…"] if len(heard) > SYLLABLES else [])
    return capitalised(" ".join(shown)) or "?"


def enumeration(names: Sequence[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``; a long list is cut: ``A, B, C and 12 others``."""
    names = list(dict.fromkeys(names))
    if len(names) > PARTIES_NAMED + 1:
        names = [*names[:PARTIES_NAMED], f"{len(names) - PARTIES_NAMED} others"]
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def grouped(value: Decimal) -> str:
    """A number as English writes it: ``100,000,000,000``, ``19.1``."""
    whole, _, fraction = format(value, "f").partition(".")
    fraction = fraction.rstrip("0")
    return f"{int(whole):,}" + (f".{fraction}" if fraction else "")


def year_of(outcome: Outcome, document: SourceDocument) -> str | None:
    """The year to show: the outcome's own, else that of its forum."""
    return str(outcome.year) if outcome.year is not None else document.forum


def outcome_label(outcome: Outcome, document: SourceDocument, glossary: Glossary, where: str = "") -> str:
    """An outcome in English: ``Agreement on transport: Government of China and Government of Laos (2017)``.

    What is set up or held, and money, stand before the parties; an outcome with none of these has
    its name in pinyin. ``where`` goes into the brackets.
    """
    kind = glossary.concept("kind", outcome.kind)[1]
    topic = glossary.concept("domain", outcome.domain)[1]
    made = [
        glossary.bodies[body.identifier]
        for body in (*outcome.establishes, *outcome.convenes)
        if body.identifier in glossary.bodies
    ]
    name = read_as(outcome.label)
    if not made and name in glossary.names:
        made = [glossary.names[name]]
    money = [f"{amount.currency} {grouped(amount.value)}" for amount in outcome.amounts]
    parties = [glossary.body(body) for body in (*outcome.initiators, *outcome.partners)]
    said = [enumeration(group) for group in (made, money, parties) if group] or [pinyin(name)]
    brackets = ", ".join(filter(None, (year_of(outcome, document), where)))
    return f"{kind} on {topic[:1].lower()}{topic[1:]}: {'; '.join(said)}" + (f" ({brackets})" if brackets else "")


def outcome_labels(reading: Reading, glossary: Glossary) -> list[str]:
    """The English labels of a document's outcomes, in their order; those alike are told apart by their item."""
    plain = [outcome_label(outcome, reading.document, glossary) for outcome in reading.outcomes]
    counts = Counter(plain)
    return [
        label
        if counts[label] == 1
        else outcome_label(outcome, reading.document, glossary, f"item {outcome.item} no. {outcome.number}")
        for outcome, label in zip(reading.outcomes, plain, strict=True)
    ]


def item_labels(item: Item, document: SourceDocument) -> tuple[str, str]:
    """An item in Chinese and English: ``Item 3.14 of …``; a paragraph without number ``Paragraph 4 of …``."""
    paragraph = re.fullmatch(r"p(\d+)", item.number)
    if paragraph:
        return f"{document.title_zh} 第{paragraph[1]}段", f"Paragraph {paragraph[1]} of {document.title_en}"
    return f"{document.title_zh} {item.number}", f"Item {item.number} of {document.title_en}"


def unread_labels(clause: UnreadClause, document: SourceDocument) -> tuple[str, str]:
    """A clause that was not read: ``未读出（成果清单 3.14，7—33）``, ``Not read in item 3.14, 7–33, of …``."""
    start, end = clause.passage.start, clause.passage.end
    chinese = f"未读出（{document.title_zh} {clause.item}，{start}—{end}）"
    return chinese, f"Not read in item {clause.item}, {start}–{end}, of {document.title_en}"


def figure_labels(figure: Figure, glossary: Glossary) -> tuple[str, str]:
    """A figure in Chinese and English: ``中国进出口总额：超过19100000000000 USD（2013/2022）``."""
    qualifier_zh, qualifier_en = glossary.concept("qualifier", figure.qualifier)
    stated = figure.qualifier != "exact"
    values = [figure.value] + ([figure.upper] if figure.upper is not None else [])
    number_zh = "—".join(grouped(value).replace(",", "") for value in values)
    number_en = "–".join(grouped(value) for value in values)
    gap = " " if figure.unit.isascii() and figure.unit[:1].isalpha() else ""
    unit = figure.unit if figure.unit.isascii() else glossary.term("units", figure.unit) or pinyin(figure.unit)
    gap_en = "" if unit == "%" or not unit else " "
    period_zh = f"（{figure.as_of}）" if figure.as_of else ""
    period_en = f" ({figure.as_of})" if figure.as_of else ""
    chinese = (
        f"{figure.subject}{figure.measure}：{qualifier_zh if stated else ''}{number_zh}{gap}{figure.unit}{period_zh}"
    )
    counted = f"{glossary.subject(figure.subject)}: {pinyin(figure.measure)}"
    english = f"{counted}, {qualifier_en.lower() + ' ' if stated else ''}{number_en}{gap_en}{unit}{period_en}"
    return chinese, english


def participation_labels(participation: Participation, glossary: Glossary) -> tuple[str, str]:
    """A participation: ``阿根廷总统费尔南德斯``, ``President of Argentina: Fei er nan de si``."""
    names = glossary.countries.names
    code = participation.country
    if participation.organization is not None:
        sender_zh, sender_en = participation.organization.name, glossary.body(participation.organization)
    elif code is not None:
        sender_zh, sender_en = (names[code][0] if code in names else code), glossary.country(code)
    else:
        sender_zh, sender_en = "", ""
    office = glossary.term("offices", participation.office) or (
        pinyin(participation.office) if participation.office else ""
    )
    role = " of ".join(filter(None, (office, sender_en))) or "Participant"
    if participation.person is None:
        return f"{sender_zh}{participation.office}", role
    return f"{sender_zh}{participation.office}{participation.person}", f"{role}: {pinyin(participation.person)}"
