"""A body named by one who acts for it: ``海关总署署长``, ``肯尼亚卫生部长某某``, ``老挝政府代表``."""

from __future__ import annotations

import functools
import re

from silkgraph.locations import knowledge
from silkgraph.recognise.lexicon import any_of, read_table
from silkgraph.recognise.patterns import watchful

_RANKS = "副|代|代理|常务|第一|执行|首席|行政|名誉|时任|候任"
"""Words that belong to the office behind them: 第一副部长, 行政总裁."""
_DEPUTY = f"(?:{_RANKS})*"
_RANK = re.compile(f"(?:{_RANKS})$")
_PERSON = r"(?![级办会联论圆])[\u3400-\u9fff]{0,8}(?:·[\u3400-\u9fff]{1,8})*"
_LONGEST_PERSON = 9
_OFFICE_OF = re.compile(r"[部局署厅司市省州县区院馆所处]长$")
"""An office whose first character is the last of the body's name: 卫生部长 of 卫生部."""


@functools.cache
def offices() -> tuple[str, ...]:
    """The words for those who act for a body: ``部长``, ``发言人``."""
    words = read_table(knowledge("extract") / "lexicon" / "offices.toml")
    return (*words["offices"], *words["ranks"], *words["speakers"])


@functools.cache
def _office() -> re.Pattern[str]:
    return watchful(rf"{_DEPUTY}(?P<office>{any_of(offices())})(?:兼[^，、]{{2,8}})?(?P<person>{_PERSON})$")


@functools.cache
def _of_china() -> frozenset[str]:
    return frozenset(read_table(knowledge("extract") / "lexicon" / "offices.toml")["of_china"])


def acts_for_china(office: str) -> bool:
    """Whether a Chinese text that names nobody but the office means China's (``国家主席``)."""
    return office in _of_china()


@functools.cache
def _leader() -> re.Pattern[str]:
    words = read_table(knowledge("extract") / "lexicon" / "offices.toml")
    bare = any_of(words["of_china"])
    held = f"(?:{any_of(words['posts_of_china'])}|{bare})"
    return re.compile(
        f"(?:{held}(?:、|兼)?)*(?:{any_of(words['leaders'])})(?:{any_of(words['personal'])}|外长|总理|副总理)?|{bare}"
    )


def leads_china(phrase: str) -> bool:
    """Whether a phrase is a Chinese leader by name, with or without his office, or the mere office."""
    return _leader().fullmatch(phrase) is not None


@functools.cache
def _person_only() -> re.Pattern[str]:
    words = read_table(knowledge("extract") / "lexicon" / "offices.toml")
    return re.compile(f"(?P<name>{any_of(words['surnames'])})(?P<office>{any_of(words['personal'])})(?:一行|夫妇)?")


def person(phrase: str) -> tuple[str, str] | None:
    """The family name and the office where a phrase is no more than these: ``林大使`` is 林 and 大使."""
    match = _person_only().fullmatch(phrase) if len(phrase) < _LONGEST_PERSON else None
    return (match["name"], match["office"]) if match else None


def bodies_behind(phrase: str) -> list[str]:
    """The bodies that a phrase may stand for if it names one by an office, the longest first.

    ``卫生部长某某`` and ``卫生部副部长`` give ``卫生部``, ``海关总署署长`` ``海关总署``; ``海关总署`` gives none.
    """
    found: list[str] = []
    office = _office().search(phrase, 2)
    while office is not None:
        body = phrase[: office.start()]
        if not _RANK.search(body):
            if _OFFICE_OF.match(office["office"]) and body[-1] != office["office"][0]:
                found.append(body + office["office"][0])
            if office["office"].endswith("大臣"):
                found.append(body + "部")  # 汤加财政|大臣
            found.append(body)
        office = _office().search(phrase, office.start() + 1)
    return sorted(dict.fromkeys(found), key=len, reverse=True)
