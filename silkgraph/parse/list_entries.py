"""Entries of a list that name a thing and, beside the name, whose it is.

In brackets (``输华议定书（海关总署／汤加农业部）``), behind a colon or a dash (``立项换文：国家国际发展合作署、
汤加财政部``), before a colon (``甲大学与乙大学：菌草技术合作备忘录``), or behind a comma (``研修班（两期），由丙学院
承办``); also works that are told without anybody (``修缮国家体育馆，使用中方赠款2200万潘加``) and what only
has a number (``汉语教师6名``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from silkgraph.model import Kind, Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.bare_titles import SIGNED_TEXT, tells_act
from silkgraph.parse.coordination import Party, parties
from silkgraph.parse.counted_items import counts
from silkgraph.parse.labels import clean_label
from silkgraph.parse.money import find_money
from silkgraph.parse.notes import is_note, read_note
from silkgraph.parse.title_words import title_words
from silkgraph.parse.titled_parties import titled_parties
from silkgraph.recognise.brackets import Span, bracketed, cut, depths, trim
from silkgraph.recognise.names import Names
from silkgraph.recognise.shapes import may_be_name
from silkgraph.values import dataclass, replace

_PAUSE = re.compile("、")
_COMMA = re.compile("[，；]")
_BESIDE = re.compile(r"：|——|(?<=[^\w“《])[—–-](?=[^\w“《])|[｜|]")
"""What stands between the name and those whose it is, on either side."""
_SIDES = re.compile(r"\s*(?:[／/｜|；]|[—–]+)\s*")
_WITH = re.compile("[与和同及]")
_GONE = re.compile("已(?!故)|完成|竣工|落成|揭牌|投[产运用]|开[通工馆业园幕]|通车")
"""What is finished is no longer to come."""
_PLAIN = "“《"
_LISTED = re.compile(
    "(?:清单|成果一览|项目一览|成果汇总|项目汇总|项目汇编|成果汇编|成果目录|项目目录|项目表|成果表|一览表|成果列表|项目列表|名录)(?:（[^（）]*）)?$"
)
_YEAR = re.compile(r"20\d\d年")
"""Beside it stands where an event is held: ``第三届领导人会议（2028年，西班牙港）``."""
_TO_DO = re.compile("项目|行动|举措|措施|任务|计划")


def names_list(title: str) -> bool:
    """Whether a title or heading says that a list of outcomes follows: ``访华务实合作项目清单``."""
    return any(_LISTED.search(part.strip()) for part in title.split(" "))


@dataclass(frozen=True, slots=True)
class _Entry:
    """The name of an entry, whose it is, and the verb that says how (承办), or ""."""

    name: Span
    initiators: tuple[Party, ...] = ()
    partners: tuple[Party, ...] = ()
    verb: str = ""
    told: bool = False
    """Whether the entry says more than the name."""
    beside: bool = False
    """Whether a colon or dash stands between the name and those whose it is."""


def list_entry(span: Span, tokens: Mapping[int, str], context: Context) -> list[Frame]:
    """The outcomes that an entry names together with whose they are; none where it is a sentence or only a name.

    Args:
        tokens: the words of the entry by their offsets.
    """
    text = context.text
    span = trim(text, span)
    parts = list(cut(text, span, _COMMA))
    if not parts or _is_sentence(context.words(parts[0]), context):
        return []
    entry = _beside(parts[0], context) or _in_brackets(parts[0], context) or _Entry(parts[0])
    for part in parts[1:]:
        told = _with_remark(entry, part, context)
        if told.verb == entry.verb and title_words().telling.search(context.words(part)):
            return []
        entry = told
    names = list(_several(entry.name, context))
    plain = _unnumbered(names[-1], context)
    if not entry.beside and _undertaking(plain, context) is None and tells_act(text, plain, tokens, context.grammar):
        return []
    frames = [_frame(replace(entry, name=name), span if len(names) == 1 else name, context) for name in names]
    return [frame for frame in frames if frame] if all(frames) else []


def _several(name: Span, context: Context) -> Iterator[Span]:
    """The names of a list each of which ends with its number: ``消防车4辆、救护车6辆``."""
    parts = list(cut(context.text, name, _PAUSE))
    if len(parts) > 1 and all(_counted(part, context) for part in parts):
        yield from parts
    else:
        yield name


def _is_sentence(words: str, context: Context) -> bool:
    """Whether the words tell something, outside quotations and brackets."""
    plain = re.sub("[“《（][^“”《》（）]*[”》）]", "", words)
    if title_words().undertaking.match(plain):
        return False
    return bool(title_words().telling.search(plain.replace("：", ""))) or bool(title_words().spoken.match(plain))


def _beside(span: Span, context: Context) -> _Entry | None:
    """A name with its parties on the other side of a colon or dash."""
    text = context.text
    depth = depths(text[span[0] : span[1]])
    for mark in _BESIDE.finditer(text, *span):
        if depth[mark.start() - span[0]]:
            continue
        left, right = trim(text, (span[0], mark.start())), trim(text, (mark.end(), span[1]))
        if left[0] >= left[1] or right[0] >= right[1]:
            continue
        for name, others in ((right, left), (left, right)):
            sides = _sides(others, context)
            if sides is not None and _kind(name, context):
                return _Entry(name, *sides, told=True, beside=True)
    return None


def _in_brackets(span: Span, context: Context) -> _Entry | None:
    """A name with its parties, or who did it, in the brackets that end it."""
    notes = bracketed(context.text, span, "（")
    if not notes or notes[-1][1] != span[1] or notes[-1][0] == span[0]:
        return None
    name, inner = (span[0], notes[-1][0]), (notes[-1][0] + 1, notes[-1][1] - 1)
    if not is_note(context.text, inner) and (sides := _sides(inner, context)):
        return _Entry(name, *sides, told=True)
    entry = _Entry(name)
    dated = _YEAR.search(context.text, *inner) is not None
    for part in cut(context.text, inner, _COMMA):
        if not (dated and context.lexicon.organisation_type(context.words(part)) is None):
            entry = _with_remark(entry, part, context)
    return entry


def _with_remark(entry: _Entry, part: Span, context: Context) -> _Entry:
    """The name with what a remark says of it: who carries it out (``由丙学院承办``, ``执行机构：丁大学``)."""
    text = context.text
    part = trim(text, part)
    role = title_words().role.match(text, *part)
    note = read_note(text, part, context.grammar)
    sides = _sides((role.end(), part[1]) if role else part, context) if not entry.initiators and not note else None
    if sides is not None:
        return replace(entry, initiators=sides[0], partners=sides[1], told=True)
    if note is None or not note.initiators:
        return replace(entry, told=True)
    if entry.initiators:
        return entry
    return replace(entry, initiators=note.initiators, partners=note.partners, verb=note.verb, told=True)


def _sides(span: Span, context: Context) -> tuple[tuple[Party, ...], tuple[Party, ...]] | None:
    """Who does it with whom, where the words are only bodies: ``甲／乙``, ``甲与乙``; 甲、乙 do it together."""
    text, names = context.text, context.names
    sides = [_bodies(side, context) for side in _apart(text, span, names)]
    if not sides or not all(sides):
        return None
    found = [party for side in sides for party in side]
    if not any(names.is_particular(party.name) for party in found):
        return None
    if len(sides) > 1:
        return tuple(sides[0]), tuple(found[len(sides[0]) :])
    first = next((n for n in range(1, len(found)) if _WITH.fullmatch(text[found[n - 1].end : found[n].start])), 0)
    return (tuple(found[:first]), tuple(found[first:])) if first and len(found) == 2 else (tuple(found), ())


def _apart(text: str, span: Span, names: Names) -> Iterator[Span]:
    """The sides that a stroke or dash parts; a dash within a name parts none (``中国—东盟中心``)."""
    start = span[0]
    depth = depths(text[span[0] : span[1]])
    for mark in _SIDES.finditer(text, *span):
        if (
            depth[mark.start() - span[0]]
            or mark.group()[0] in "—–"
            and not names.is_particular(text[start : mark.start()])
        ):
            continue
        yield start, mark.start()
        start = mark.end()
    yield start, span[1]


def _bodies(span: Span, context: Context) -> list[Party]:
    """The bodies of one side, without what says their part in it (``中方：海关总署``); none where any is no name."""
    role = title_words().role.match(context.text, *span)
    found = parties(context.text, (role.end() if role else span[0], span[1]), context.names)
    whole = (context.names.is_particular(p.name) or len(found) > 1 and may_be_name(p.name) for p in found)
    return found if all(whole) and not any(p.generic for p in found) else []


def _frame(entry: _Entry, span: Span, context: Context) -> Frame | None:
    text = context.text
    name = trim(text, entry.name)
    kind = _kind(name, context)
    if kind is None:
        return None
    sums = find_money(text, *span)
    counted = _counted(name, context)
    undertaken = _undertaking(name, context) is not None
    if not (entry.initiators or counted or undertaken or sums or entry.told and kind == "programme"):
        return None
    initiators, partners = entry.initiators, entry.partners
    label = clean_label(_label(name, counted, context))
    if kind == "agreement" and not initiators and (found := titled_parties(text, name, context.names)):
        initiators, partners = (found[0],), tuple(found[1:])
    if len(label) < 2:
        return None
    to_come = kind in ("programme", "event", "funding") and not _GONE.search(text, *span) and _is_to_come(kind, context)
    status: Status = "announced" if to_come else "concluded"
    amounts = tuple(mention.amount for mention in sums)
    return Frame(kind, label, status, initiators, partners, span, amounts, rule="bare-title")


def _is_to_come(kind: Kind, context: Context) -> bool:
    """Whether the list is one of what is to be done: ``合作项目清单``, not ``成果清单``."""
    return kind == "event" or _TO_DO.search(context.setting.title) is not None


def _kind(name: Span, context: Context) -> Kind | None:
    """What a name is of, told by its last word, its number, its works or its sum; None where nothing tells."""
    text = context.text
    phrase = re.sub("(?:（[^（）]*）)+$", "", context.words(name))
    if counts(text, name) and _counted(name, context):
        return "programme"
    if find_money(text, *name):
        return "funding"
    noun = context.lexicon.head(phrase.rstrip("》”"))
    if _undertaking(name, context):
        return "programme" if noun is None or noun.kind != "agreement" else noun.kind
    if noun is None or len(phrase) <= len(noun.form):
        return None
    if phrase[0] in _PLAIN and noun.kind == "agreement" and SIGNED_TEXT.search(phrase) is None:
        return "publication"
    return noun.kind


def _counted(name: Span, context: Context) -> Span | None:
    """The number that ends a name: 6名 of ``汉语教师6名``."""
    found = counts(context.text, name)
    return found[-1] if found and found[-1][1] == name[1] and found[-1][0] - name[0] > 1 else None


def _undertaking(name: Span, context: Context) -> re.Match[str] | None:
    """The verb that a name of works begins with."""
    return title_words().undertaking.match(context.text, *name)


def _unnumbered(name: Span, context: Context) -> Span:
    """The name without the number or sum that ends it."""
    counted = _counted(name, context)
    if counted:
        return name[0], counted[0]
    return name[0], next((m.start for m in find_money(context.text, *name) if m.end == name[1]), name[1])


def _label(name: Span, counted: Span | None, context: Context) -> str:
    """The name without its number, sum and remark."""
    words = context.words((name[0], counted[0]) if counted else name)
    for mention in find_money(context.text, *name):
        words = words.replace(context.words((mention.start, mention.end)), "")
    return re.sub("(?<=.{4})（[^（）]*）$", "", words)
