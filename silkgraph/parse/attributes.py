"""Whose a measured attribute is, and which: 中国与共建国家|进出口总额, 全球|贸易成本降低."""

from __future__ import annotations

import re
from dataclasses import dataclass

from silkgraph.parse.figure_grammar import TRAILING, grammar

_RAISED = re.compile(r"(.*?)(把|将(?=.{2,20}(?:提[升高]|扩大|增加|降低|减少)))(.*)")
_SHARE = re.compile(r"占(.+?)的?$")
_SHARE_AT_END = re.compile(r"占[^占]{2,6}比重$")
_COMPARED = re.compile(r"(?:同期)?[较比]")
_LASTING = re.compile(r"(.+?)连续$")
_FLOW = re.compile(r"流[入出](.+?)的(.+)")
_CIRCUMSTANCE = re.compile(r"(?<![针反应相])对(?!外)|(?<![存所现内])在")
_JOINTLY = re.compile(r"^[同与]各方|的")
_RATES = ("", "年均", "同比", "环比", "平均")


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute and its owner, None where the clause leaves it out.

    ``goes_on``: the words only add to what the clause before measured (``占同期…的45.4%``).
    """

    owner: str | None
    words: str
    goes_on: bool = False


def read_attribute(words: str, *, changes: bool) -> Attribute:
    """The attribute that the words before a number name; ``changes`` where the number is one of percent."""
    if raised := _RAISED.match(words):
        return _raised(*raised.groups())
    words = words.removesuffix("的")
    if share := _SHARE.match(words):
        return Attribute(None, f"占{share[1].removeprefix('同期')}比重", goes_on=True)
    if _COMPARED.match(words):
        return Attribute(None, TRAILING.sub("", words), goes_on=True)
    if lasting := _LASTING.match(words):
        return Attribute(lasting[1], "连续")
    change = grammar().change.search(words) if changes else None
    if change is not None:
        return _changing(words, change.start())
    share_end = _SHARE_AT_END.search(words)
    stem = words[: share_end.start()] if share_end else words
    owner, attribute = split_attribute(stem)
    return Attribute(owner, attribute + words[len(stem) :])


def _raised(agent: str, verb: str, words: str) -> Attribute:
    """``中老铁路将使老挝总收入提升``, ``把同各方共建的联合实验室扩大到``."""
    change = grammar().change.search(words)
    if change is None and verb == "把":
        return Attribute(agent or None, _JOINTLY.sub("", words))
    owner, attribute = split_attribute(words[: change.start()] if change else words)
    return Attribute(owner or agent or None, attribute + (change.group() if change else ""))


def _changing(words: str, change: int) -> Attribute:
    """``贸易成本每降低``, ``年均增长``."""
    stem = re.sub(r"[将每]$", "", words[:change])
    if stem in _RATES:
        return Attribute(None, words, goes_on=True)
    owner, attribute = split_attribute(stem)
    return Attribute(owner, (attribute.removeprefix("其") if owner is None else attribute) + words[change:])


def split_attribute(phrase: str) -> tuple[str | None, str]:
    """The owner and the attribute of a noun phrase; the owner is None where it names only one of them."""
    if match := _FLOW.fullmatch(phrase):
        return match[1], match[2].replace("投资规模", "投资流入规模")
    for match in _CIRCUMSTANCE.finditer(phrase):
        if match.start() > 1 and len(phrase) - match.end() > 1:
            return phrase[: match.start()], phrase[match.start() :]
    if "的" in phrase[1:-1]:
        owner, _, attribute = phrase.rpartition("的")
        return owner.removesuffix("上"), attribute
    found = grammar().attribute.search(phrase)
    if found is None:
        return None, phrase
    owner, attribute = phrase[: found.start()], found.group()
    if owner.endswith("”") and (opening := owner.rfind("“")) > 1:
        owner, attribute = owner[:opening], owner[opening:] + attribute
    return owner or None, attribute.strip("、")
