"""Texts that are the subject and say between whom they are: ``甲银行与乙银行的授信协议|谈妥``."""

from __future__ import annotations

import re

from silkgraph.parse.acts import Act, Context, Frame
from silkgraph.parse.coordination import Party, parties
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.labels import clean_label
from silkgraph.parse.money import find_money
from silkgraph.parse.titled_parties import apart, titled_parties
from silkgraph.recognise.brackets import Span, depths
from silkgraph.recognise.references import group

_SIGNED = ("协定", "协议", "议定书", "条约", "备忘录", "合同", "安排", "谈判", "换文", "意向书", "合约", "文件")
_ABOUT = re.compile("关于|就(?=.{4})")
_AND = re.compile(r"(?<!共)[和与同、](?!平|谐|时|意)")
_OF_BOTH = re.compile(
    r"(?P<who>(?:双方|两国|三国|三方|两地)(?:政府|央行|中央银行|海关(?:部门)?|[^，、的与和]{1,6}?(?:部门?|[总]?局|机构))?)(?:之间)?(?:的|(?=关于|[^，]{4,}))"
)


def text_between(act: Act, span: Span, context: Context, discourse: Discourse) -> Frame | None:
    """The text with those between whom it is; None where the phrase is no text, or names nobody."""
    noun = context.lexicon.head(context.words(span))
    if noun is None or noun.kind != "agreement" or act.predicate.verb.frame not in ("sign", "arrive"):
        return None
    if not noun.form.endswith(_SIGNED):
        return None
    between, start = _between(span, context)
    both = _OF_BOTH.match(context.text, *span) if not between else None
    if both is not None and group(both["who"]) is not None:
        between, start = discourse.resolved((Party(both["who"], *both.span("who"), False),)), both.end()
    if len(between) < 2 or span[1] - start <= len(noun.form):
        return None
    label = clean_label(context.words((start, span[1])))
    sums = tuple(mention.amount for mention in find_money(context.text, start, span[1]))
    return Frame("agreement", label, act.status, between[:1], between[1:], act.predicate.clause, sums)


def _between(span: Span, context: Context) -> tuple[tuple[Party, ...], int]:
    """Those whom the text names before 的 or 关于, and where its own name begins."""
    text, names = context.text, context.names
    depth = depths(text[span[0] : span[1]])
    of = next((span[0] + i for i, mark in enumerate(depth) if not mark and text[span[0] + i] == "的"), None)
    about = _ABOUT.search(text, *span)
    if of is None or about is not None and about.start() < of or _AND.search(text, span[0], of) is None:
        found = titled_parties(text, span, names)
        return tuple(found), found[-1].end if found else span[0]
    found = apart(text, parties(text, (span[0], of), names))
    whole = len(found) > 1 and all(names.is_complete(party.name) and not party.generic for party in found)
    return (tuple(found), of + 1) if whole else ((), span[0])
