"""What is put on a list or brought before the public: ``将甲证券交易所|纳入|认可名单``, ``把《天鹅湖》|搬上|舞台``.

Only what has a name is told, and only where the list, the place or the occasion is a particular one.
"""

from __future__ import annotations

import re

from silkgraph.parse.acts import Act, Context, Frame
from silkgraph.parse.coordination import Party
from silkgraph.parse.labels import clean_label
from silkgraph.parse.things import is_proper
from silkgraph.recognise.brackets import Span
from silkgraph.values import replace

_BRINGING = frozenset(
    ("搬上", "搬进", "搬到", "引入", "引进", "带到", "带进", "推广到", "推广至", "延伸到", "延伸至", "开进")
)
_LISTS = re.compile(r"(?:名单|名录|目录|清单|范围|计划|机制|试点|(?:项目|储备|资源|专家)库)$")
_SHORTEST_THING = 3
_STAGED = re.compile("^“|(?:舞台|银幕|荧屏|荧幕|屏幕|大屏|云端|线上|校园|课堂|展台|平台)[”]?$")
"""Where the public is shown something: ``把《天鹅湖》搬上|舞台``."""
_WARES = re.compile("(?:商品|产品|特产|美食|好物|水果|咖啡|美酒|非遗|技艺|文物|歌剧|舞剧|话剧|戏曲|影片|展品|馆|展)$")
"""Goods and arts of a land that is named."""


def included(act: Act, what: Span | None, target: str, context: Context) -> list[Frame]:
    """``将甲证券交易所纳入认可名单``: only what is put on a list or into a scheme by name."""
    if what is not None and act.predicate.verb.form in _BRINGING:
        return _brought(act, what, target, context)
    if what is None or _LISTS.search(target) is None:
        return []
    included = _frame(act, context.words(what) + act.predicate.verb.form + target)
    land = context.names.country_prefix(context.words(what))
    if included.partners or land is None or context.names.countries.code(land) == "CN":
        return [included]
    return [replace(included, partners=(Party(land, what[0], what[0] + len(land), False),))]


def _brought(act: Act, what: Span, target: str, context: Context) -> list[Frame]:
    """``把岛国特色商品馆|搬上|消博会``: what has a name, brought to a place, an occasion or the public."""
    titled = context.words(what).endswith("》")
    label = clean_label(context.words(what))
    noun = context.lexicon.head(label.rstrip("”"))
    shown = _STAGED.search(target)
    named = titled or label.endswith("”") or noun is not None and noun.kind in ("programme", "institution", "event")
    named = named or _WARES.search(label) is not None
    if not named or not titled and noun is not None and len(label) - len(noun.form) < _SHORTEST_THING:
        return []
    if not (titled or is_proper(label, context.names)) or not (shown or is_proper(target, context.names)):
        return []
    return [_frame(act, label)]


def _frame(act: Act, label: str) -> Frame:
    return Frame("programme", clean_label(label), act.status, act.subjects, act.partners, act.predicate.clause)
