"""Named things: what a noun phrase names, of which kind, and whom it names beside.

``中国与巴基斯坦合作建设的卡拉奇核电站K2机组`` is a programme of 中国 with 巴基斯坦, called 卡拉奇核电站K2机组;
``中马“两国双园”`` is one that two governments set up, whom nobody has to name.
"""

from __future__ import annotations

import functools
import re

from silkgraph.locations import knowledge
from silkgraph.model import Kind
from silkgraph.parse.acts import Context
from silkgraph.parse.coordination import Party
from silkgraph.parse.labels import clean_label
from silkgraph.parse.makers import made_by
from silkgraph.recognise.brackets import Span, depths
from silkgraph.recognise.lexicon import HeadNoun, any_of, read_table
from silkgraph.recognise.names import Names
from silkgraph.values import dataclass

_PARENTHESIS = re.compile(r"（[^（）]*）$")
_QUOTED = re.compile(r"“[^“”]*(?:“[^“”]*”[^“”]*)*”")
_PHASE = re.compile(r"第?[一二三四五六七八九十]期(?:工程|项目)?$")
_SECTION = re.compile(r"[—至][^—、，]{2,12}段$|(?:铁路|高铁|公路|高速|管道|轻轨|地铁|航道).*段$")
"""A stretch of a line is named by its ends: 匈塞铁路贝尔格莱德—诺维萨德段."""
_ATTRIBUTE = re.compile(r"^.*的(?=[^的]{3,}$)")
_ELIDED = re.compile(r"(?P<pair>[\u4e00-\u9fff（）]{2,8})$")
_TWO_LINES = re.compile(r"(?P<first>.+?)[和与及](?P<second>.+)$")
_CONNECTOR = re.compile(r"(?=[、和及以“《])(?:、|(?<=[”》])(?=[“《])|和|及|以及)")
_CHINA_AND_REGION = re.compile(r"中[非阿拉欧亚]")
_LONGEST_SHARING, _SHORT, _SHORT_CLASS = 12, 6, 3


@dataclass(frozen=True, slots=True)
class Thing:
    """A named thing: its kind and name, and whom its attribute or its name says that it is of."""

    kind: Kind
    label: str
    initiators: tuple[Party, ...] = ()
    partners: tuple[Party, ...] = ()


@dataclass(frozen=True)
class ThingGrammar:
    """What ``reports.toml`` says of subjects, made into patterns once."""

    opening: re.Pattern[str]
    aspect: re.Pattern[str]
    ending: re.Pattern[str]
    others: re.Pattern[str]
    vague: re.Pattern[str]
    proper: re.Pattern[str]
    bilateral: tuple[str, ...]

    @classmethod
    @functools.cache
    def load(cls) -> ThingGrammar:
        """The grammar of the project's lexicon."""
        table = read_table(knowledge("extract") / "lexicon" / "reports.toml")
        subject = table["subject"]
        aspects = any_of(subject["aspects"])
        return cls(
            opening=re.compile(f"(?:{'|'.join(subject['openings'])})"),
            aspect=re.compile(f"(?:的?(?:{aspects})(?:、(?:{aspects}))*)$"),
            ending=re.compile(f"(?:{any_of(subject['endings'])})$"),
            others=re.compile(f"(?:{'|'.join(subject['others'])})$"),
            vague=re.compile(f"(?:{'|'.join(subject['vague'])})"),
            proper=re.compile("|".join(subject["proper"])),
            bilateral=tuple(sorted(table["bilateral"]["heads"], key=len, reverse=True)),
        )


def is_proper(phrase: str, names: Names) -> bool:
    """Whether a phrase has a name in it: of a country, a region, a body, or in quotation marks."""
    if ThingGrammar.load().proper.search(phrase) or names.country_names.find(phrase, 0, len(phrase)):
        return True
    return pair_at_start(phrase, names) != "" or bool(names.known_spans(phrase, 0, len(phrase)))


def pair_at_start(phrase: str, names: Names) -> str:
    """The abbreviation of several countries or regions that a phrase begins with: 中老 of 中老铁路, else ""."""
    first = phrase[:1]
    longest = min(9, len(phrase)) if names.countries.candidates(first) or names.country_prefix(phrase) else 1
    if pair := names.countries.compound_at_start(phrase, longest):
        return pair
    region = _CHINA_AND_REGION.match(phrase)
    return region.group() if region else ""


def head_of(phrase: str, context: Context) -> HeadNoun | None:
    """The head noun of a phrase, without a remark in parentheses behind it."""
    return context.lexicon.head(_PARENTHESIS.sub("", phrase).rstrip("”"))


def list_of_things(text: str, span: Span, context: Context, *, alike: bool) -> list[Span]:
    """A list of things cut at 、, between quotations side by side, and at 和 behind a whole name.

    Args:
        alike: the list ends with 等 and what its members are, so that any member may be a bare name.
    """
    depth = depths(text[span[0] : span[1]])
    result: list[Span] = []
    start = span[0]
    for match in _CONNECTOR.finditer(text[span[0] : span[1]]):
        position, end = span[0] + match.start(), span[0] + match.end()
        if match.group() and depth[match.start()] or not match.group() and depth[match.start()] > 1:
            continue
        piece = text[start:position]
        if match.group() in ("和", "及", "以及") and not is_whole(piece, context):
            continue
        if not alike and not is_whole(piece, context) and not _is_pair(piece, context.names):
            continue
        if position > start:
            result.append((start, position))
        start = end
    if start < span[1]:
        result.append((start, span[1]))
    return result


def is_whole(phrase: str, context: Context) -> bool:
    """Whether a phrase ends as the name of a thing does: with a head noun, a quotation or a stretch of a line."""
    bare = _PARENTHESIS.sub("", phrase)
    if bare.endswith(("”", "》")) or _SECTION.search(bare):
        return True
    head = context.lexicon.head(_PHASE.sub("", bare))
    return head is not None and len(bare) > len(head.form)


def _is_pair(piece: str, names: Names) -> bool:
    return 1 < len(piece) < 9 and names.countries.abbreviation_codes(piece) is not None


def read_thing(
    span: Span, context: Context, sort: str, shared: HeadNoun | None = None, *, plural: bool = False, rest: str = ""
) -> Thing | None:
    """The thing that a phrase names, or None where it names nothing in particular.

    Args:
        sort: what is told of it (``reports.toml``): of what stands built, less of a name is asked.
        shared: the head noun of the class that a list's end puts its members in (``等电站``).
        plural: the phrase is a member of a list, or one example of a class.
        rest: what a bare pair of countries shares with the member after it (中马 with 中印尼|“两国双园”).
    """
    grammar = ThingGrammar.load()
    text = context.words(span)
    opening = grammar.opening.match(text)
    start = span[0] + (opening.end() if opening else 0)
    made = made_by((start, span[1]), context)
    initiators, partners = made.subjects, made.partners
    phrase = context.words(made.thing) + rest
    if grammar.vague.match(phrase):
        return None
    described = _ATTRIBUTE.sub("", phrase) if "“" not in phrase else phrase
    label, kind = _kind(described, context, sort, shared, plural=plural)
    if kind is None:
        return None
    if not initiators and not partners:
        initiators, partners = _governments(described, span, context)
    return Thing(kind, clean_label(label), initiators, partners)


def _kind(
    phrase: str, context: Context, sort: str, shared: HeadNoun | None, *, plural: bool
) -> tuple[str, Kind | None]:
    """What a phrase is called and of which kind it is, None where it names nothing in particular."""
    bare = _PARENTHESIS.sub("", phrase)
    if _QUOTED.fullmatch(bare):
        inner = context.lexicon.head(bare[:-1])
        if plural:
            return phrase, shared.kind if shared else inner.kind if inner else "programme"
        return phrase, inner.kind if inner and len(bare) > len(inner.form) + 3 else None
    if _SECTION.search(bare):
        return phrase, "programme"
    head = context.lexicon.head(_PHASE.sub("", bare).rstrip("”"))
    if head is not None and _PHASE.search(bare) and bare.endswith(("工程", "项目")):
        head = context.lexicon.head("项目")  # 加德满都博物馆|二期项目
    if head is not None and len(bare) > len(head.form) + 1:
        if _is_particular(bare, head, sort, listed=shared is not None and plural) or is_proper(bare, context.names):
            return _with_class(phrase, head, shared)
    elif ending := ThingGrammar.load().ending.search(bare):
        inner = context.lexicon.head(bare[: ending.start()])
        if (
            inner is not None
            and ending.start() > len(inner.form) + 1
            and (not inner.weak or is_proper(bare, context.names))
        ):
            return phrase, inner.kind
    if shared is None or not plural:
        return phrase, None
    named = is_proper(bare, context.names)
    if not shared.weak and len(bare) <= _LONGEST_SHARING:
        return phrase if named and len(shared.form) > _SHORT_CLASS else phrase + shared.form, shared.kind
    return phrase, shared.kind if named and shared.kind in ("programme", "event") else None


def _is_particular(phrase: str, head: HeadNoun, sort: str, *, listed: bool) -> bool:
    """Whether a phrase without any name in it still means one thing: what is built does, a 平台 does not."""
    if sort in ("built", "works"):
        return head.kind != "institution" or not head.weak
    return listed or head.kind != "institution" and not head.weak and len(phrase) > len(head.form) + 3


def _with_class(phrase: str, head: HeadNoun, shared: HeadNoun | None) -> tuple[str, Kind]:
    """``卡西姆港`` among power stations is 卡西姆港电站."""
    alike = (
        shared is not None and head.kind == shared.kind and len(shared.form) <= _SHORT_CLASS and len(phrase) <= _SHORT
    )
    alike = alike and shared is not None and not shared.weak
    if shared is not None and alike and head.form != shared.form and not phrase.endswith(shared.form[-1]):
        return phrase + shared.form, shared.kind
    return phrase, head.kind


def _governments(phrase: str, span: Span, context: Context) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """``中白工业园``: set up by two governments, which its name abbreviates; China's comes first."""
    bilateral = ThingGrammar.load().bilateral
    pair = pair_at_start(phrase, context.names) if phrase.endswith(bilateral) else ""
    if not pair:
        return (), ()
    codes = context.names.countries.abbreviation_codes(pair) or ()
    if len(codes) != 2 or codes[0] != "CN":
        return (), ()
    first, second = (
        Party(context.names.countries.name_zh(code) + "政府", span[0], span[0] + len(pair), True) for code in codes
    )
    return (first,), (second,)


def two_lines(phrase: str, context: Context) -> list[str]:
    """``中缅原油和天然气管道`` names two lines: 中缅原油管道, 中缅天然气管道; otherwise the phrase itself."""
    match = _TWO_LINES.match(phrase)
    if match is None:
        return [phrase]
    heads = context.lexicon.heads
    for length in range(len(match["second"]) - 1, 0, -1):
        last = match["second"][-length:]
        if match["second"] in heads and last in heads and match["second"] != last:
            for size in range(1, 5):
                modifier = match["first"][-size:]
                if modifier + last in heads and len(match["first"]) > size:
                    return [match["first"] + last, match["first"][:-size] + match["second"]]
    return [phrase]
