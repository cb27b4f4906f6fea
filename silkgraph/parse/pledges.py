"""Pledges and gifts by number: counted people, places and things, sums of money.

``中方将派遣180名农业专家，提供6万个研修名额、2400个奖学金名额``: an outcome for each counted thing. What is
promised without being anything in particular (``提供力所能及的帮助``) is none, and what has been
done so far (``累计培训3000人``) is a figure.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from silkgraph.model import Amount, Kind, Rule, Status
from silkgraph.parse.acts import Act, Context, Frame
from silkgraph.parse.coordination import Party, parties
from silkgraph.parse.counted_items import (
    CountedItem,
    counted_items,
    is_one_thing,
    is_rounded,
    is_single,
    may_be_counted,
    pledge_words,
    visit,
)
from silkgraph.parse.gift_labels import gift_label, money_label
from silkgraph.parse.labels import clean_label
from silkgraph.parse.money import find_money
from silkgraph.parse.numerals import HEDGE, WRITTEN_NUMBER
from silkgraph.parse.object_lists import is_series
from silkgraph.parse.sendings import SENDING, destinations
from silkgraph.parse.sharing_out import shared_out
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.patterns import watchful
from silkgraph.values import replace

_TAKING_IN = ("邀请", "资助", "招收", "培训", "输送", "选派", "接收", "录取", "遴选", "培养", "接待")
_TAUGHT = re.compile("研修|培训|培养|奖学金|进修|访学|实习|研学|学徒|合作网络|(?:班|营|学院|书院|工坊|专业|课程)[”]?$")
_PEOPLE = re.compile(r"^(?:[^\d]{2,4})?(?:约|近|超过?)?\d[\d.,]*[万千百]?(?:余|多)?[名位人]")
_OF_IT = re.compile("^(?:该|对方|其)(?:[院校行局国市省署部馆会台社]|公司|大学|集团)?(?=\\d)")
"""Whose the people are is told before: ``接收|该院|5名医生来华进修``."""
_GIVING = ("给予", "授予", "赠予", "赠送", "颁授", "批给", "贷给", "捐赠", "援助", "捐助", "资助", "拨予", "拨给")
_GIVEN_BEHIND = re.compile(
    "(?:给予|给与|赠予|拨予|转给|予|给)(?P<whom>(?!予|与|出|养)[^，、的\\d]{2,30}?)(?=用于|用作|作为|以支持|以协助|，|$)"
)
"""``捐款1000万港元|给|缅甸红十字会``, ``批出2亿元贷款|予|港口公司``."""
_SPONSORING = ("资助",)
"""Of money they tell a gift; of people they count whom one has helped so far."""
_NUMBER = re.compile(f"{HEDGE}?{WRITTEN_NUMBER}")
APPROVING = ("批准", "核准", "通过", "审议通过", "审批")
_APPROVED_FOR = re.compile(r"(?:对|向|给|给予|面向|提供给)(?P<whom>[^，的\d]{2,24})的")
"""``批准|对斐济的|5000万美元贷款``: for whom it is approved."""
_HELPING = re.compile(
    r"(?:支持|资助|帮助|援助|协助)(?P<whom>[^，\d]{2,20}?)(?=$|实施|开展|建设|修建|改善|提升|提高|加强|应对|抗击|恢复|采购|购买|举办|发展)"
)
_SUMMED_UP = ("累计", "共", "总计", "合计")
_SENTENCE = re.compile(r"[。；！？\n]")
_MERE_COUNT = re.compile(
    rf"(?:{HEDGE}|每年|各|共)*{WRITTEN_NUMBER}(?:列|班|趟|艘|架|台|辆|套|吨|人次|标箱|平方米|公里|个|家|次|期|名|人|位|例|份|台套)?$"
)
"""So many of what the clause does not name (``首年开行|不少于48列``)."""
_TARGET_REACHED = re.compile(
    rf"[^，\d]{{2,}}(?:争取|力争|将|可)?(?:达到?|突破|超过|增至|扩大到|增加到|提升至)(?={HEDGE}?{WRITTEN_NUMBER})"
)
"""``租用|海外仓的总面积争取突破60万平方米``: what is hoped for."""
PROCLAIMED = re.compile("宣布(?!了|已)")
"""``宣布向汤加提供…``: what is proclaimed will be given; a policy is in force as it is proclaimed."""
_ADDING = ("增加", "新增", "增设", "追加")
_NEAR = 60
"""Characters before the verb in which the time is looked for."""


@functools.cache
def _future() -> re.Pattern[str]:
    return watchful("|".join(pledge_words()["future"]))


@functools.cache
def ending(table: str) -> re.Pattern[str]:
    """A phrase that ends with a word of one of the tables of ``pledges.toml`` (``money``, ``policies``)."""
    return watchful(f"(?:{'|'.join(pledge_words()[table])})$")


@functools.cache
def cumulative() -> re.Pattern[str]:
    """What says before a verb that a count sums up what has been done."""
    return re.compile("|".join(pledge_words()["cumulative"]))


def pledged(act: Act, context: Context) -> list[Frame]:
    """A frame for each counted thing or sum that the object lists; none where it has neither.

    The rule is ``funded`` for sums of money: ``向X提供20亿元Y``, ``丝路基金新增资金1000亿元``.
    """
    if not may_be_counted(context.text, act.predicate.object):
        return []
    items = counted_items(context.text, act.predicate.object)
    if not any(item.concrete for item in items):
        return []
    status = status_of(act, context)
    if act.predicate.verb.frame == "hold" and is_series(context.text, act.predicate.object):
        return []
    if not _is_single_act(act, status, items, context) or _TARGET_REACHED.match(context.text, *act.predicate.object):
        return []
    frames = [
        _frame(act, item, status, context, first=number == 0) for number, item in enumerate(items) if item.concrete
    ]
    if shared := shared_out(frames, items, act, context):
        return shared
    frames = [frame for frame in frames if len(frame.label) > 1 and not _is_mere_count(frame.label, act)]
    if act.head.respective and len(act.subjects) > 1:
        if len(frames) == len(act.subjects) and len(items) == len(frames):
            return _paired(act, frames, context)
        return [replace(frame, initiators=(subject,)) for frame in frames for subject in act.subjects]
    if act.head.respective and not act.partners:
        return [replace(frame, partners=(to,)) for frame in frames for to in frame.partners] or frames
    return frames


def _is_mere_count(label: str, act: Act) -> bool:
    """Whether a label says only how many, also behind its verb: ``招收|40名``."""
    return _MERE_COUNT.match(label.removeprefix(act.predicate.verb.form)) is not None


def _paired(act: Act, frames: list[Frame], context: Context) -> list[Frame]:
    """``甲银行、乙银行分别提供2500亿元和1300亿元专项贷款``: each its own sum, all under the last one's name."""
    named, nameless = frames[-1].label, gift_label(act, context)
    return [
        replace(frame, initiators=(subject,), label=named if frame.label == nameless else frame.label)
        for frame, subject in zip(frames, act.subjects, strict=True)
    ]


def uncounted(act: Act, context: Context) -> list[Act]:
    """The same act with those things of its list that have no number (``建立X网络和25个研究中心``)."""
    items = counted_items(context.text, act.predicate.object)
    if not any(item.concrete for item in items):
        return [act]
    return [replace(act, predicate=replace(act.predicate, object=i.span)) for i in items if not i.concrete]


def only_says_for_whom(made: Sequence[Frame], before: Frame, verb: str) -> bool:
    """Whether people are counted who come to what was told before: ``开办“轨道”研修班，|资助40名学员来校``."""
    if verb not in _TAKING_IN or not made or before.label[0].isdecimal() or not _TAUGHT.search(before.label):
        return False
    return all(frame.rule == "pledged" and _PEOPLE.search(frame.label) for frame in made)


def status_of(act: Act, context: Context) -> Status:
    """Announced also where the time lies ahead: ``中方每年提供…``, ``2026年至2028年举办…``."""
    if act.head.concluded:
        return act.status
    if act.predicate.verb.frame in ("give", "fund") and PROCLAIMED.search(context.words(act.predicate.head)):
        return "announced"
    if act.predicate.verb.form == "邀请" and act.subjects and visit(context.text, act.predicate.object):
        return "announced"
    verb = act.predicate.object[0]
    before = _SENTENCE.split(context.text[max(0, verb - _NEAR) : verb])[-1]
    return "announced" if _future().search(before) else act.status


def _is_single_act(act: Act, status: Status, items: list[CountedItem], context: Context) -> bool:
    """Whether the numbers are those of one promise or one gift, not of what has been done so far."""
    verb = act.predicate.verb
    concrete = [item for item in items if item.concrete]
    if verb.frame == "fund":
        concrete = [item for item in concrete if item.money]
    if not concrete:
        return False
    if all(is_single(context.text, item.span) and not item.money for item in concrete):
        return verb.form in pledge_words()["donating"] and any(is_one_thing(context.text, i.span) for i in concrete)
    if verb.form in APPROVING:
        heads = [context.lexicon.head(context.words(item.span)) for item in concrete]
        return all(i.money and (h is None or h.kind != "agreement") for i, h in zip(concrete, heads, strict=True))
    return status == "announced" or _is_done_deed(act, concrete, context)


def _is_done_deed(act: Act, items: list[CountedItem], context: Context) -> bool:
    """Whether a gift is told that has been made once: by somebody, in exact numbers, to somebody or by its verb."""
    verb, words = act.predicate.verb, context.words(act.predicate.head)
    start = act.predicate.object[0]
    if cumulative().search(words) or context.text.startswith(_SUMMED_UP, start):
        return False
    if not act.subjects and not given_to(act):
        return False
    if all(item.money for item in items):
        return verb.frame == "fund" or verb.form in (*_SPONSORING, *pledge_words()["donating"])
    if verb.form in _ADDING and act.head.subjects and given_to(act):  # 向圣方|增加|10个奖学金名额
        return not any(is_rounded(context.text, item.span) for item in items)
    if verb.frame == "found" and act.head.counterparts and act.head.subjects and "已" not in words:
        return all(not party.generic for party in (*act.subjects, *act.partners))  # 甲与乙共建示范村30个
    if "已" in words or any(is_rounded(context.text, item.span) for item in items):
        return False
    if verb.form in SENDING:  # 派遣12名专家|赴莱索托
        to = given_to(act) or destinations(act, act.predicate.object, context)
        return bool(act.subjects if to else act.head.subjects) and not any(party.generic for party in to)
    if verb.form in pledge_words()["building"] and act.served(context.names):  # 为瓦努阿图|修建|10所学校
        return bool(act.subjects) and not any(party.generic for party in act.head.recipients)
    return verb.form in pledge_words()["donating"] and (verb.form != "提供" or bool(partners_of(act, context)))


def _frame(act: Act, item: CountedItem, status: Status, context: Context, *, first: bool) -> Frame:
    verb = act.predicate.verb
    given = _GIVEN_BEHIND.search(context.text, *item.span) if not partners_of(act, context) else None
    if given is not None:
        takers = tuple(parties(context.text, given.span("whom"), context.names))
        act = replace(act, partners=takers)
        item = replace(item, span=(item.span[0], given.start() if takers else item.span[1]))
    to = _direct_recipient(act, item, context) if first else None
    if to is not None:
        act = replace(act, partners=act.partners or (to,))
        item = replace(item, span=(to.end + context.text.startswith("的", to.end), item.span[1]))
    phrase = context.words(item.span)
    amounts: tuple[Amount, ...] = ()
    kind: Kind = "programme"
    if item.money:
        mentions = find_money(context.text, *item.span)
        amounts = tuple(mention.amount for mention in mentions)
        kind = "funding"
        label = money_label(act, phrase, [context.text[m.start : m.end] for m in mentions], context)
        if verb.form in pledge_words()["trading"]:
            kind, label = "programme", _traded(act, label)
    else:
        head = context.lexicon.head(phrase)
        if head is not None and verb.form in pledge_words()["founding"] and head.kind == "institution":
            kind = "institution"
        elif head is not None and verb.frame == "hold" and head.kind == "event" and not phrase.endswith("班"):
            kind = "event"
        keeps_verb = (
            kind == "programme" and verb.form in pledge_words()["verb_kept"] and not visit(context.text, item.span)
        )
        label = (verb.form if keeps_verb else "") + _OF_IT.sub("", clean_label(phrase))
    span = (act.predicate.clause[0], item.span[1]) if first else item.span
    rule: Rule = "funded" if item.money else "pledged"
    partners = partners_of(act, context) or act.served(context.names) or destinations(act, item.span, context)
    if item.money and not partners:
        partners = _supported(item.span, context)
    return Frame(kind, label, status, act.subjects, partners, span, amounts, rule)


def _traded(act: Act, label: str) -> str:
    """What is bought for a sum, with the verb once: ``进口商品``, however the money is called."""
    verb = act.predicate.verb.form
    return verb + label.rpartition(verb)[2] if label.rpartition(verb)[2] else verb + label


def _direct_recipient(act: Act, item: CountedItem, context: Context) -> Party | None:
    """Who stands between a verb of giving and the number: ``给予|哈萨克斯坦铁路公司|10亿美元授信``."""
    if act.predicate.verb.form in APPROVING and (to := _APPROVED_FOR.match(context.text, *item.span)):
        whom = to["whom"]
        known = context.names.is_country(whom) or context.names.is_place(whom) or context.names.is_particular(whom)
        return Party(whom, *to.span("whom"), False) if known else None
    if act.predicate.verb.form not in _GIVING:
        return None
    number = _NUMBER.search(context.text, *item.span)
    end = number.start() if number else item.span[0]
    name = context.text[item.span[0] : end]
    return Party(name, item.span[0], end, False) if context.names.is_particular(name) else None


def plain(act: Act, kind: Kind, label: str, context: Context, status: Status | None = None) -> Frame:
    """A frame without a sum: by who promises it, with those to whom it is given."""
    status = status or status_of(act, context)
    return Frame(kind, label, status, act.subjects, partners_of(act, context), act.predicate.clause)


def _supported(item: Span, context: Context) -> tuple[Party, ...]:
    """Whom money is to help: ``出资1000万元支持|东盟秘书处|实施能力建设项目``."""
    match = _HELPING.search(context.text, *item)
    if match is None or not context.names.is_particular(match["whom"]):
        return ()
    return (Party(match["whom"], *match.span("whom"), False),)


def partners_of(act: Act, context: Context) -> tuple[Party, ...]:
    """The counterparts, and those to whom something is given."""
    return act.partners or given_to(act)


def given_to(act: Act) -> tuple[Party, ...]:
    """Those to whom something is given: behind 向 and 给, not behind 为 and 对."""
    return act.head.recipients if act.head.toward in ("向", "给", "面向", "帮助", "协助", "支持") else ()
