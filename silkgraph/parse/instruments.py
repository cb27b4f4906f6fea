"""Texts named with those who sign them, without a verb: ``中国商务部与阿曼投资局关于设立投资平台的意向书``.

News and lists name them one after the other behind a colon (``签署3份文件，分别为：甲与乙关于…的协议、丙与丁…备忘录``)
or each on a line of its own, with place and day behind it (``（3月3日，维拉港）``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import Party, parties
from silkgraph.parse.labels import clean_label
from silkgraph.parse.money import find_money
from silkgraph.parse.title_words import title_words
from silkgraph.parse.titled_parties import parties_before_title, titled_parties
from silkgraph.recognise.brackets import Span, depths, trim
from silkgraph.recognise.references import group
from silkgraph.recognise.shapes import newspaper
from silkgraph.values import replace

_LEAD = re.compile(
    r"(?:签署|签订|签约|签下|达成|交换|互换)(?:了)?[^。：；，《]{0,30}?(?:文件|协议|备忘录|合同|成果|协定|文本|项目)[^。：；，《]{0,12}?"
    r"(?:[：:]|，?(?:其中|主要)?(?:包括|包含|分别为|分别是|具体为|即)[：:]?)"
)
"""What introduces a list of texts: ``共签署11项合作文件，分别为：``."""
_TITLES = r"《[^《》]{12,}》(?:(?:、|，)?(?:以及|和|及|与)?《[^《》]{8,}》)*"
_ONLY_TITLES = re.compile(
    rf"(?:其中|主要|具体|分别)*(?:包括|包含|有|为|是)?[：:]?(?={_TITLES}(?:等[^，。；《》]{{0,12}})?$)"
)
"""A sentence that is nothing but a list of titles: ``其中包括：《甲与乙关于…的协议》《…》``."""
_AND_OTHERS = re.compile(
    "(?<=》)等[^，。；《》]{0,12}$|(?<=[定议录书约划同])等[^，。；《》]{0,12}(?:文件|协议|成果|文本|合同)$"
)
_SIGNING = re.compile(
    "(?<=.{6})(?:文本)?的(?:正式|联合|共同)?(?:签署|签字|交换|互换|换文|换函|签约|签订|续签|缔结|达成)(?:仪式|过程)?$"
)
_SO_MANY = re.compile("(?:\\d+|[一二两三四五六七八九十]+|多|数|若干)(?:余|多)?[项份个]")
_SHORTEST_NAME = 6
"""So long is at least the name of a text that a list without signers tells (渔业合作协定)."""
_MARK = re.compile(r"[、，；]|》(?=《)|以及|[和与及同](?=.{4})")
_REMARK = re.compile(r"（[^（）]*）$")
_JOINT = re.compile(r"(?:以及|及其|和|与|及|并|还有|其中|包括)*(?=.{4})")
_WITH = re.compile(r"[同与和跟]")
_TOGETHER_WITH = re.compile("[同跟]")
"""Joins two sides, not the members of a list."""
_ABOUT = re.compile("关于|就")
_GIVING = re.compile(r"(?P<giver>[^，、]{2,20}?)向(?P<receiver>[^，、]{2,20}?)提供")
_BOTH = re.compile(
    "(?P<who>(?:两国|双方)(?:政府|[^，、的于]{2,12}?(?:部|署|局|委|院|行|社|台|部门|机构|海关)))(?=关于|就)"
)
"""``两国外交部|关于开展外交官培训的换文``."""
_DATED = re.compile(r"（[^（）]*\d{1,2}月(?:\d{1,2}日)?[^（）]*）$")
_ACT = re.compile(
    "互换(?!协[议定]|安排|规模)|交换(?!协[议定]|生|计划|学)|签[署订约字下]|续签|敲定|谈[妥定成]|议定(?!书)|(?:共同|一致|审议|表决|联合)(?:通过|发起)(?!的)|发[布表]|召开|举[办行]|达成|了|将|已"
)
"""What stands behind the names in a sentence, not in a name: ``甲与乙|签署|备忘录``."""
_TITLE = re.compile("《[^《》]*》")
_SIGNED = re.compile(
    "(?<![的待可应])(?:签[署订下]|续签|换签|草签|(?:共同|一致|审议|表决)通过)(?!的|约|合同|协议|备忘录|协定|文件|意向)"
)
"""``甲部与乙部|续签|合作协议`` tells something, wherever the names before it end."""
_ENDING_IN_ACT = re.compile(f"(?:{_ACT.pattern})(?:了|将|已)?$")


def listed_instruments(sentence: Span, context: Context, goes_on: bool = False) -> tuple[list[Frame], Span]:
    """The texts with their signers that a sentence lists, and the part of the sentence before the list.

    Args:
        goes_on: the sentence before was such a list, and a semicolon stands between them.
    """
    lead = None if goes_on else _ONLY_TITLES.match(context.text, *sentence) or _LEAD.search(context.text, *sentence)
    if lead is None and not goes_on:
        return [], sentence
    start = lead.end() if lead else sentence[0]
    others = _AND_OTHERS.search(context.text, start, sentence[1])
    frames: list[Frame] = []
    for entry in _entries(context.text, (start, others.start() if others else sentence[1]), context):
        frame = _instrument(entry, context, frames[-1] if frames else None)
        if frame is None:
            return [], sentence
        frames.append(frame)
    if not any(frame.partners for frame in frames):
        frames = _of_lead(frames, lead, sentence, context)
    if not frames:
        return [], sentence
    return frames, (sentence[0], lead.start() if lead else sentence[0])


def instruments_seen(span: Span, context: Context) -> list[Frame]:
    """The texts that leaders see signed: ``见证了|甲公司与乙部大桥项目合同、丙与丁贷款协议的签署``."""
    signing = _SIGNING.search(context.text, *span)
    if signing is None:
        return []
    found = [_instrument(entry, context, None) for entry in _entries(context.text, (span[0], signing.start()), context)]
    frames = [frame for frame in found if frame is not None and (frame.partners or len(frame.label) >= _SHORTEST_NAME)]
    counted = any(_SO_MANY.match(frame.label) for frame in frames)
    return frames if len(frames) == len(found) and not counted else []


def _of_lead(frames: list[Frame], lead: re.Match[str] | None, sentence: Span, context: Context) -> list[Frame]:
    """The texts of a list with those who sign all of them: ``双方|签署15项合作文件，其中包括《甲协定》``."""
    if lead is None or lead.re is not _LEAD or any(len(frame.label) < _SHORTEST_NAME for frame in frames):
        return []
    start = max(context.text.rfind("，", sentence[0], lead.start()) + 1, sentence[0])
    head = context.grammar.read(context.text, (start, lead.start()), signing=True)
    if head.announced or head.wish or not head.subjects and head.topic is not None:
        return []
    roles = head.subjects, head.counterparts
    return [frame if frame.initiators else replace(frame, initiators=roles[0], partners=roles[1]) for frame in frames]


def instrument_alone(span: Span, context: Context) -> Frame | None:
    """The text that a line names and tells nothing of; without signers only with a day: ``立项换文（3月3日）``."""
    line = context.words(span)
    if not _names_text(line, context) or title_words().telling.search(
        _REMARK.sub("", _TITLE.sub("", line)).rstrip("。；，").partition("关于")[0]
    ):
        return None
    if len(list(_entries(context.text, span, context))) > 1:
        return None
    frame = _instrument(span, context, None)
    signed = frame is not None and (frame.partners or any(group(party.name) for party in frame.initiators))
    if frame is None or not signed and not _DATED.search(line):
        return None
    return frame


def _entries(text: str, span: Span, context: Context) -> Iterator[Span]:
    """The entries of a list: each ends with a title or with a word for a text, and what is remarked on it."""
    depth = depths(text[span[0] : span[1]])
    start = span[0]
    for mark in _MARK.finditer(text, *span):
        closing = mark.group() == "》"
        if mark.start() < start or (depth[mark.start() - span[0]] and not closing):
            continue
        if closing and newspaper(text[text.rfind("《", start, mark.end()) : mark.end()]):
            continue  # 新华社与苏里南《真实时报》|《新闻合作协议》
        end = mark.end() if closing else mark.start()
        if end > start and (closing or _names_text(text[start:end], context)):
            yield trim(text, (start, end))
            start = mark.end()
    if start < span[1]:
        yield trim(text, (start, span[1]))


def _names_text(phrase: str, context: Context) -> bool:
    """Whether a phrase ends as the name of a text that is signed does."""
    phrase = phrase.rstrip("，、。；")
    phrase = _REMARK.sub("", phrase) if "）" in phrase[-2:] else phrase
    if phrase.endswith("》"):
        return True
    noun = context.lexicon.head(phrase)
    return noun is not None and noun.kind == "agreement" and len(phrase) > len(noun.form) + 1


def _instrument(entry: Span, context: Context, before: Frame | None) -> Frame | None:
    """The frame of an entry; ``before`` lends its first signer to ``以及同丙关于…的协议``. None where it is no name."""
    text = context.text
    start = entry[0] + len(_joint(text, entry))
    end = entry[1] - len(remark.group()) if (remark := _REMARK.search(context.words(entry))) else entry[1]
    if start >= end or not _names_text(text[start:end], context):
        return None
    titled = text[start] == "《" and text[end - 1] == "》"
    inner = (start + 1, end - 1) if titled else (start, end)
    initiators, partners, name = _signers(inner, context, before)
    label = clean_label(text[start:end] if titled or not partners else text[name:end].removeprefix("的"))
    if not titled and (_ACT.match(label) or _SIGNED.search(label) or not partners and _ACT.search(label)):
        return None
    if any(_ENDING_IN_ACT.search(party.name) for party in (*initiators, *partners)):
        return None
    amounts = tuple(mention.amount for mention in find_money(text, *entry))
    return Frame("agreement", label, "concluded", initiators, partners, entry, amounts, rule="instrument")


def _joint(text: str, entry: Span) -> str:
    match = _JOINT.match(text, *entry)
    joint = match.group() if match else ""
    return joint[:-1] if joint and joint[-1] in "与和" and _ABOUT.search(text, *entry) else joint


def _signers(span: Span, context: Context, before: Frame | None) -> tuple[tuple[Party, ...], tuple[Party, ...], int]:
    """Who signs, with whom, and where the name of the text begins behind them."""
    text = context.text
    found = titled_parties(text, span, context.names) or parties_before_title(text, span, context.names)
    if found:
        joints = [text[first.end : second.start] for first, second in zip(found, found[1:], strict=False)]
        first = next((number for number, joint in enumerate(joints, 1) if _WITH.search(joint)), 1)
        return tuple(found[:first]), tuple(found[first:]), found[-1].end
    about = _ABOUT.search(text, *span)
    joint = _TOGETHER_WITH.search(text, span[0] + 1, about.start()) if about else None
    if joint and about:
        sides = [
            parties(text, side, context.names) for side in ((span[0], joint.start()), (joint.end(), about.start()))
        ]
        if all(sides) and all(context.names.is_complete(party.name) for side in sides for party in side):
            return tuple(sides[0]), tuple(sides[1]), about.start()
    if before is not None and before.initiators and about and _WITH.match(text, span[0]):
        others = parties(text, (span[0] + 1, about.start()), context.names)
        if others and all(context.names.is_complete(party.name) for party in others):
            return before.initiators, tuple(others), about.start()
    both = _BOTH.match(text, *span)
    if both and group(both["who"]):
        return (Party(both["who"], *both.span("who"), False),), (), both.end("who")
    gift = _GIVING.match(text, *span)
    if gift:
        giver, receiver = (parties(text, gift.span(role), context.names) for role in ("giver", "receiver"))
        if len(giver) == len(receiver) == 1 and all(context.names.is_complete(p.name) for p in (*giver, *receiver)):
            return tuple(giver), tuple(receiver), gift.end("receiver")
    return (), (), span[0]
