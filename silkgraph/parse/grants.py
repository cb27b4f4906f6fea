"""What is granted, given or sent without a number and yet is something: a policy, a debt forgiven, a batch, a team.

``实施单方面免签政策``, ``免除坦桑尼亚到期无息贷款债务``, ``捐赠一批警用物资``, ``派遣第20批援津巴布韦医疗队``.
"""

from __future__ import annotations

import functools
import re

from silkgraph.model import Kind
from silkgraph.parse.acts import Act, Context, Frame, construction
from silkgraph.parse.coordination import Party
from silkgraph.parse.counted_items import (
    pledge_words,
    visit,
)
from silkgraph.parse.gift_labels import gift_label, policy_label, without_debtors
from silkgraph.parse.labels import clean_label
from silkgraph.parse.money import find_money
from silkgraph.parse.pledges import PROCLAIMED, cumulative, ending, given_to, partners_of, plain
from silkgraph.parse.policies import granted_to
from silkgraph.parse.sendings import destinations
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.lexicon import any_of
from silkgraph.values import replace

_TARGET = re.compile(r"(?:对|给予|向)(?P<target>[^，]{2,60}?)(?:开始|正式|继续|同步|已|将)*$")
_DONATING = ("捐赠", "赠送", "捐献", "捐出", "援赠", "移交", "转交", "捐助", "援助")
_SENDING = ("派遣", "选派", "派出", "增派", "派驻")
_TEAM = re.compile(r"^第[^，]{1,4}[批期支](?:中国)?援(?P<where>[^，]{2,14}(?:队|组|团))$")
"""``派遣|第20批援津巴布韦医疗队``."""
_PROVIDING = ("提供", "给予", "发放", "拨付", "交付")
_SHARING = ("提供", "无偿提供", "增加提供")
_BATCH = re.compile(r"了?一批(?P<goods>[^，。]{2,30})$|了?(?P<before>[^，。\d]{2,20})[一若]批$")
"""Goods that are given without saying how many: ``捐赠|一批警用物资``."""
_GIVING_FREE = ("提供", "无偿提供", "增加提供", "开放", "给予")
_FREE = "免费"
_NEAR_VERB, _SHORTEST = 6, 3
_LAUNCHED = re.compile("宣布|承诺|启动|推出|正式")
_OF_NOTHING = re.compile("(?:免费)?(?:的)?(?:帮助|支持|服务|便利|援助|指导|咨询|机会)$")
"""``提供|免费服务`` says not which."""
_DIGIT = re.compile(r"\d")
_SEVERAL = 2
_NAMED_GOODS = 4
"""So long is a word for goods that says what they are (粮食援助); 物资 does not."""
_PROLONGED = re.compile(r"(?:再|继续)?(?:延长|延续|顺延|展期|延期)(?:(?:至|到)?[^，、]{1,14})?$")
"""``给予文莱公民免签待遇|延长至2026年底``."""


@functools.cache
def _data() -> re.Pattern[str]:
    """What is given without a number and yet something: ``向湄公河国家提供|全年水文信息``."""
    words = pledge_words()
    return re.compile(f"了?[^，。]{{0,16}}?(?:{any_of(words['observed'])})[^，。]{{0,8}}(?:{any_of(words['data'])})")


@construction("pledged")
def granted(act: Act, context: Context) -> list[Frame]:
    """What has no number and yet is something: ``实施单方面免签政策``, ``免除…债务``, ``邀请青年议员访华``."""
    verb = act.predicate.verb
    if verb.form in pledge_words()["relieving"]:
        return _relieved(act, context)
    if verb.frame == "fund" and not act.has_object:
        return [plain(act, "funding", gift_label(act, context), context)] if partners_of(act, context) else []
    phrase = context.words(act.predicate.object)
    given = _goods(act, phrase, context) or _free(act, phrase, context) or _team(act, phrase, context)
    if given:
        return given
    lasting = _PROLONGED.search(phrase)
    phrase = phrase[: lasting.start()] if lasting else phrase
    return _policy(act, phrase, context) or _invited(act, phrase, context)


def _relieved(act: Act, context: Context) -> list[Frame]:
    """``免除|坦桑尼亚到期无息贷款债务``: what is forgiven, to whose country; ``对中国游客|免收|签证费``: to whom."""
    phrase = context.words(act.predicate.object)
    if ending("fees").search(phrase):
        waived = plain(act, "programme", act.predicate.verb.form + clean_label(phrase), context)
        target = _target(act, context)
        if target:
            return [_applied_to(target, waived, context)]
        return [waived if waived.partners else replace(waived, partners=granted_to(act.predicate.object, context))]
    if not ending("debts").search(phrase):
        return []
    freed = plain(act, "funding", act.predicate.verb.form + without_debtors(act, context), context)
    sums = find_money(context.text, *act.predicate.object)
    freed = replace(freed, amounts=tuple(mention.amount for mention in sums))
    land = context.names.country_prefix(phrase)
    if land and not freed.partners:
        start = act.predicate.object[0]
        freed = replace(freed, partners=(Party(land, start, start + len(land), False),))
    return [freed]


def _goods(act: Act, phrase: str, context: Context) -> list[Frame]:
    """``捐赠|一批警用物资``, ``提供|全年水文信息``: goods or data that are given without saying how many."""
    verb = act.predicate.verb.form
    batch = _BATCH.match(phrase)
    if batch and (verb in _DONATING or verb in _PROVIDING and given_to(act)):
        goods = plain(act, "programme", clean_label(batch["goods"] or batch["before"]), context)
        worth = find_money(context.text, *act.predicate.object)  # 一批价值120万元的种苗检测设备
        return _to_each(act, replace(goods, amounts=tuple(mention.amount for mention in worth)))
    if verb in (*_DONATING, *_SHARING, *_PROVIDING) and _is_one_gift(act, phrase, context):
        return _to_each(act, plain(act, _kind_of_goods(phrase, context), clean_label(phrase), context))
    if verb in _SHARING and act.subjects and given_to(act) and _data().fullmatch(phrase):
        return [plain(act, "programme", clean_label(phrase), context)]
    return []


def _free(act: Act, phrase: str, context: Context) -> list[Frame]:
    """``宣布为中小企业提供|免费云服务``: what is promised free of charge to somebody, if only to a class."""
    head = context.words(act.predicate.head)
    if act.predicate.verb.form not in _GIVING_FREE or not act.subjects or not act.head.recipients:
        return []
    free = phrase.startswith(_FREE) or _FREE in head[-_NEAR_VERB:] or act.predicate.verb.form == "无偿提供"
    if not free or len(phrase.removeprefix(_FREE)) < _SHORTEST or _OF_NOTHING.match(phrase):
        return []
    told = plain(act, "programme", clean_label(phrase), context)
    promised = told.status == "announced" or _LAUNCHED.search(head) is not None
    if not promised:
        return []
    label = told.label if told.label.startswith(_FREE) else _FREE + told.label
    return [replace(told, label=label, partners=told.partners or act.head.recipients)]


def _is_one_gift(act: Act, phrase: str, context: Context) -> bool:
    """``向基里巴斯、图瓦卢|捐赠|海水淡化设备``: goods to those who are named, by somebody, and not as a habit."""
    to = given_to(act)
    if not act.subjects or not to or any(party.generic for party in to) or _DIGIT.search(phrase):
        return False
    goods = ending("goods").search(phrase)
    if goods is None or goods.start() == 0 and len(phrase) < _NAMED_GOODS or "的" in phrase[: goods.start()]:
        return False
    head = context.words(act.predicate.head)
    return not any(word in head for word in pledge_words()["habitual"]) and not cumulative().search(head)


def _kind_of_goods(phrase: str, context: Context) -> Kind:
    """Money that is called help is funding: ``紧急人道主义援助``."""
    noun = context.lexicon.head(phrase)
    return "funding" if noun is not None and noun.kind == "funding" else "programme"


def _to_each(act: Act, given: Frame) -> list[Frame]:
    """One gift, or one to each of those to whom it is given 各 or 分别."""
    if not act.head.respective or len(given.partners) < _SEVERAL:
        return [given]
    return [replace(given, partners=(to,)) for to in given.partners]


def _team(act: Act, phrase: str, context: Context) -> list[Frame]:
    """``派遣|第20批援津巴布韦医疗队``: a team, to the country that it is called by."""
    team = _TEAM.search(phrase) if act.predicate.verb.form in _SENDING else None
    if team is None:
        return []
    sent = plain(act, "programme", clean_label(phrase), context)
    land = context.names.country_prefix(team["where"])
    start = context.text.find(team["where"], *act.predicate.object)
    named = () if land is None else (Party(land, start, start + len(land), False),)
    return [replace(sent, partners=sent.partners or named)]


def _target(act: Act, context: Context) -> Span | None:
    """Where the words before the verb say for whom it is done: ``对|中国游客|免收签证费``."""
    target = _TARGET.search(context.words(act.predicate.head))
    start = act.predicate.head[0]
    return (start + target.start("target"), start + target.end("target")) if target else None


def _applied_to(target: Span, granted: Frame, context: Context) -> Frame:
    """What is granted, with those whom these words name."""
    parties = granted_to(target, context)
    if any(party.generic for party in parties):  # 对同中国建交的国家: 中国 is no counterpart
        return replace(granted, partners=parties)
    return replace(granted, partners=granted.partners or parties)


def _policy(act: Act, phrase: str, context: Context) -> list[Frame]:
    """``对斐济公民|实施|免签政策``: a policy, for those to whom it applies."""
    policy = ending("policies").search(phrase)
    if policy is None:
        return []
    start = act.predicate.object[0]
    target = _target(act, context) or (start, start + policy.start())
    label = policy_label(context.words(target), policy.group(), context)
    status = act.status if PROCLAIMED.search(context.words(act.predicate.head)) else None
    return [_applied_to(target, plain(act, "programme", label, context, status), context)]


def _invited(act: Act, phrase: str, context: Context) -> list[Frame]:
    """``将|邀请|青年议员访华``: who is invited, if that is to come."""
    if act.predicate.verb.form not in pledge_words()["verb_kept"] or not visit(context.text, act.predicate.object):
        return []
    invited = plain(act, "programme", clean_label(phrase), context)
    to = invited.partners or destinations(act, act.predicate.object, context)
    return [replace(invited, partners=to)] if invited.status == "announced" else []
