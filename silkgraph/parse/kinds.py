"""Of which kind an outcome is: what is signed is an agreement; otherwise the head noun tells, then the verb."""

from __future__ import annotations

import re

from silkgraph.model import Kind
from silkgraph.recognise.lexicon import HeadNoun, Verb

_PUT_OUT = ("指数", "网站")
"""Publications also where they are set up (``建立“一带一路”主题指数``)."""
_TALKS = re.compile(r"(?:商签|签署|谈签)(?:工作)?$")
_LASTING = ("建立", "设立", "成立", "创建", "创立", "启动", "确立")
_REGULAR = ("对话", "磋商", "会晤", "会商", "论坛")
"""Meetings that are set up to be held again and again: ``建立副外长级战略|对话``."""
_CAMP = ("营", "营”")
"""Held it is an event, started a training: ``启动“青年主播训练营”``."""
_FRAME = re.compile("(?:框架|体系)(?:升级版|[\\d.]+版?)?$")
"""Begun it is no text: ``启动|本币结算框架``."""
_HELD_TOGETHER = ("合办", "开办", "创办", "首设", "增设")
_SHOWN = re.compile("(?:展|展览|论坛|[节周赛季])[”]?$")
"""``合办|古埃及展``: what is shown or celebrated is no body."""
_SETTLING = ("达成", "敲定", "谈妥", "谈定", "谈成", "议定", "确认", "确定", "批准", "核准", "商定")
"""``敲定|一项3000万美元的融资额度``: what is settled is money, unless the agreement on it is named."""
_MONEY = re.compile(r"贷款|窗口|额度|授信|信贷")


def kind_of(verb: Verb, phrase: str, noun: HeadNoun | None, *, with_amount: bool = False) -> Kind:
    """The kind of what ``verb`` and ``phrase`` together name; ``noun`` is the phrase's head, if it is known."""
    if verb.frame == "sign" and verb.form in _SETTLING and noun is not None and noun.kind == "funding":
        return "funding"
    if verb.frame == "sign":
        return "declaration" if noun is not None and noun.form == "共识" and verb.strict else "agreement"
    if verb.frame == "launch" and _TALKS.search(phrase):
        return "agreement"
    if verb.frame == "hold":
        return "programme" if noun is not None and noun.kind == "programme" else "event"
    if noun is None and verb.form == "推出" and "《" not in phrase:
        return "programme"
    if noun is None and verb.form in _HELD_TOGETHER and _SHOWN.search(phrase):
        return "event"
    if noun is None:
        return "funding" if with_amount and verb.frame == "found" else verb.kind
    kind: Kind = noun.kind
    if verb.frame == "issue" and kind != "declaration" and ("《" in phrase or kind == "agreement"):
        kind = "publication"
    elif verb.frame == "found" and (_is_body(kind, phrase) or verb.form in _LASTING and phrase.endswith(_REGULAR)):
        kind = "institution"
    elif verb.frame == "launch" and _is_begun(kind, phrase, verb):
        kind = "programme"
    if kind == "institution" and (verb.frame == "fund" or with_amount and _MONEY.search(phrase)):
        kind = "funding"
    return kind


def _is_body(kind: Kind, phrase: str) -> bool:
    """Whether what is set up is a body although it is called by a text: ``建立合作框架``, not ``建立本币互换安排``."""
    return kind in ("agreement", "publication") and not phrase.endswith((*_PUT_OUT, "安排"))


def _is_begun(kind: Kind, phrase: str, verb: Verb) -> bool:
    """Whether what is started is an action although its name is that of a text or of an event."""
    text = kind == "agreement" or kind == "publication" and _FRAME.search(phrase) is not None
    return text or phrase.endswith(_CAMP) or verb.form.endswith("开发")
