"""Which words of a clause are verbs that tell something: no nouns, none that only introduce another.

Of ``宣布|为当地客户|提供|额度`` only 提供 tells; of ``就|共建|观测站|达成|协议`` only 达成.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import itemgetter

from silkgraph.parse.counted_items import visit
from silkgraph.parse.verb_objects import is_object
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.lexicon import Lexicon, Verb

Found = tuple[int, int, Verb]
"""Where a verb stands, how many characters it has, and what is known of it."""

VerbWord = tuple[int, Verb]
"""Where a word stands that may be a verb."""
_PLACE = itemgetter(0)

_CONJUNCTION = re.compile(r"[，、]|并|且|和|及|暨")
_ANNOUNCING = ("宣布", "宣告")
_APPROVING = ("批准", "核准", "通过", "商定")
_PERMITTED = ("获批", "获准", "获得批准")
_THERE = re.compile("(?:正式|可|将)*(?:[在于][^，、的《“关在]{2,14}?)?(?:正式|共同|合资|独资|新)*")
"""``获批|在上海|设立分行``: who was permitted to, does."""
_TO_WHOM, _WHAT = re.compile(r"[向为给]"), re.compile(r"[将把]")
_APPROVED = {"give": _TO_WHOM, "fund": _TO_WHOM, "raise": _WHAT}
"""What follows an approval that only introduces another verb, by that verb's frame (``批准|将规模扩大至50亿美元``)."""
_ALLOWED = frozenset(("found", "launch", "hold"))
_BY_OTHER = re.compile("(?:[^，、的《“关在]{2,16}?)?(?:在[^，、的《“]{2,12})")
"""``批准|中国在阿克套|设立签证中心``: what another may do."""
SIDE_WILL = "(?:[\u4e00-\u9fff]方|中国政府|中国|我国|两国)(?:将|拟|计划|决定|愿|已|同意)"
"""``宣布|中方将于2027年|主办…``: who does what is proclaimed."""
_INTRODUCED = re.compile(
    rf"$|{SIDE_WILL}|[将拟会为向对在于与同和自从由把就]|面向|免费|无偿|今后|未来|今年|明年|即日|正式|共同|联合|首次|进一步|继续|年内|\d{{4}}年(?:在[^，、和]{{2,10}})?$|\d+月|决定|同意|(?:已|，)"
)
_TO_BE_HELD = re.compile("[^，。]{2,40}?(?:[会展节周赛坛季营]|对话|年|活动)[”]?(?:将|拟|定于|于|从|在)[^，]{0,40}$")
"""``宣布|第八届中国国际进口博览会将于11月在上海|举行``."""
_WELL = re.compile("好(?![望莱友])")
"""``建设好中老铁路``: what is there already is to be done well."""
_FIRM = re.compile("（[^（）]{1,8}）[^，。、（）]{0,6}(?:有限|股份|公司|集团)")
"""What follows a word within a firm's name: ``水利发展|投资|（集团）有限公司``."""
_NAMED_OR_COUNTED = re.compile("\\d|“(?!一带一路)")
_NO_VERB_BEFORE = ("好", "（")
_BUILDING = (
    "合拍",
    "联合拍摄",
    "联合摄制",
    "合作拍摄",
    "共同拍摄",
    "联合制作",
    "共同制作",
    "共建",
    "合建",
    "承建",
    "合作建设",
    "合资建设",
    "合办",
    "联办",
    "共办",
)
"""Verbs by which a thing says without 的 who made it: ``甲与乙|共建|联合实验室|揭牌``."""
_LIGHT = (
    "见证",
    "共同见证",
    "出资",
    "注资",
    "投资",
    "捐资",
    "斥资",
    "拨款",
    "发起",
    "倡议",
    "启动",
    "推动",
    "正式启动",
    "编制",
    "制定",
    "合作",
)
_HANDING = ("移交", "交付", "转交", "交接", "正式移交")
"""Before them 将 or 把 brings in what is handed over, with what is said of it: ``将援助该院的设备|移交|学校``."""
_FINISHING = ("建成", "修复", "改造", "扩建", "翻修", "维修")
"""``项目|建成|移交``: what is finished is handed over, and that is one act (beside the verbs of arriving)."""
_DISPOSED = re.compile("[将把](?!于|在|要|会)")
_COMMISSIONING = ("委托", "责成", "授权", "指定", "任命", "邀请")
_DONE_BY_OTHERS = frozenset(("sign", "issue", "launch", "found", "hold", "pass"))
_OF_TEXTS = frozenset(("sign", "pass", "issue"))
_ON_TABLE = frozenset(
    ("互换", "交换", "修订", "修改", "修正", "升级", "更新", "重订", "商签", "续签", "批准", "核准", "确认", "确定")
)
"""Of the verbs of signing those that may be talked about: ``就节目|互换|达成一致``."""
_ISSUING = ("发表", "共同发表", "联合发表")
"""``就建立伙伴关系|发表|联合声明``."""
_ABOUT = ("就", "围绕", "针对")
_ABOUT_SOMETHING = re.compile("|".join(_ABOUT))
_TALKS = re.compile(
    r"进行|展开|举行(?=.{0,6}(?:磋商|会谈|谈判))|交换意见|交换了意见|(?:形成|凝聚)(?=[^，]{0,6}(?:共识|一致))"
)


def verb_words(tokens: Mapping[int, str], words: Lexicon) -> list[VerbWord]:
    """Those of a text's words, which stand in reading order, that have the form of a verb."""
    verbs = words.verbs
    return [(position, verbs[word]) for position, word in tokens.items() if word in verbs]


def verbs_between(verbs: Sequence[VerbWord], start: int, end: int) -> Sequence[VerbWord]:
    """Those of some verbs, which stand in reading order, that begin between two places."""
    return verbs[bisect_left(verbs, start, key=_PLACE) : bisect_left(verbs, end, key=_PLACE)]


def telling_verbs(
    text: str, span: Span, depth: Sequence[int], base: int, tokens: Mapping[int, str], verbs: Sequence[VerbWord]
) -> list[Found]:
    """The verbs of the clause in ``span`` in reading order; those side by side are one.

    Args:
        depth: how deep in brackets, names and attributes each character stands, from ``base`` on.
        tokens: the words by their offsets.
        verbs: those of the words that may be verbs, also beyond the clause.
    """
    start, end = span
    verbs = verbs_between(verbs, start, end)
    if not verbs:
        return []
    used = [
        (position, verb)
        for position, verb in verbs
        if position + len(verb.form) <= end and not depth[position - base] and is_verb(text, position, verb, span)
    ]
    if not used:
        return []
    used = _without_topics(text, span, _without_announcing(text, used), tokens, depth, base)
    used = _without_gifts(text, span, used)
    return _without_attributes(text, span, depth, base, _join_adjacent(text, used))


def is_verb(text: str, position: int, verb: Verb, span: Span) -> bool:
    """Whether the word is used as a verb: 共建 in 共建“一带一路” and 建设 in “一带一路”建设 belong to names."""
    after = text[position + len(verb.form) : span[1]]
    if after[:1] in _NO_VERB_BEFORE and (_WELL.match(after) or _FIRM.match(after)):
        return False
    if verb.object and not is_object(text, (position + len(verb.form), span[1]), verb.object):
        return False
    if verb.is_noun_before(after):
        return False
    counts_on = position == span[0] and _NAMED_OR_COUNTED.match(after) is not None  # 派遣500名专家，|开展|50个项目
    return counts_on or not verb.is_noun_after(text[span[0] : position])


def _without_announcing(text: str, verbs: list[VerbWord]) -> list[VerbWord]:
    """The verbs without those that only introduce another: ``宣布|为X提供…``, ``批准|向X提供…``, not ``宣布X成立``."""
    result = []
    for number, (position, verb) in enumerate(verbs):
        following = verbs[number + 1][0] if number + 1 < len(verbs) else None
        if verb.form in _ANNOUNCING and following is not None:
            between = text[position + len(verb.form) : following]
            if _INTRODUCED.match(between) or verbs[number + 1][1].frame == "hold" and _TO_BE_HELD.match(between):
                continue
        then = verbs[number + 1][1].frame if following is not None else ""
        if verb.frame == "witness" and then in _DONE_BY_OTHERS:  # 行政长官见证|甲与乙|签署
            continue
        if verb.form in _APPROVING and then == "admit" and following == position + len(verb.form):
            continue  # 批准|接纳哥伦比亚为新成员
        if verb.form in _APPROVING and then in _APPROVED and _APPROVED[then].match(text, position + len(verb.form)):
            continue
        if (
            verb.form in _APPROVING
            and then in _ALLOWED
            and _BY_OTHER.fullmatch(text[position + len(verb.form) : following])
        ):
            continue
        permitted = verb.form in _PERMITTED and then in _ALLOWED
        if permitted and _THERE.fullmatch(text[position + len(verb.form) : following]):
            continue
        if (
            verb.form in _COMMISSIONING
            and not visit(text, (position, following or position))  # 邀请|1000名青年来华|开展研究
            and any(v.frame in _DONE_BY_OTHERS for _, v in verbs[number + 1 :])
        ):
            continue
        result.append((position, verb))
    return result


def _without_topics(
    text: str, span: Span, verbs: list[VerbWord], tokens: Mapping[int, str], depth: Sequence[int], base: int
) -> list[VerbWord]:
    """The verbs less those between 就 and the verb of agreeing or talking: ``就|合办课程|达成|协议``."""
    if _ABOUT_SOMETHING.search(text, *span) is None:
        return verbs
    inside = []
    for topic in (p for p in range(*span) if tokens.get(p) in _ABOUT and not depth[p - base]):
        talks = _TALKS.search(text, topic, span[1])
        signs = [(p, verb.form) for p, verb in verbs if p > topic and (verb.frame == "sign" or verb.form in _ISSUING)]
        signing = next((p for p, form in signs if form not in _ON_TABLE), signs[0][0] if signs else topic)
        signing = next((p for p, form in signs if form in _ISSUING), signing)
        inside.append((topic, max(signing, talks.start() if talks and signing == topic else topic)))
    return [(p, verb) for p, verb in verbs if not any(begin < p < end for begin, end in inside)]


def _without_gifts(text: str, span: Span, verbs: list[VerbWord]) -> list[VerbWord]:
    """The verbs less those in what is said of a thing handed over: ``将援助该院的50台设备|交付|对方使用``."""
    if len(verbs) < 2 or verbs[-1][1].form not in _HANDING:
        return verbs
    position = verbs[-1][0]
    mark = next((m for m in _DISPOSED.finditer(text, span[0], position) if m.end() <= verbs[-2][0]), None)
    if mark is None or any(c in text[mark.end() : position] for c in "，并"):
        return verbs
    return [verb for verb in verbs if not mark.end() <= verb[0] < position]


def _without_attributes(text: str, span: Span, depth: Sequence[int], base: int, verbs: list[Found]) -> list[Found]:
    """The verbs less those in an attribute of what the last verb is said of: ``修订1997年协定的议定书|完成草签``."""
    if len(verbs) < 2:
        return verbs
    position, length, last = verbs[-1]
    rest = text[position + length : span[1]]
    if rest and rest[0] not in "于在" or last.strict or text[position - 1] in "并且及和、":
        return verbs
    built = verbs[-2]
    if built[2].form in _BUILDING and not _CONJUNCTION.search(text, built[0] + built[1], position):
        return verbs[-1:] if len(verbs) == 2 else [*verbs[:-2], verbs[-1]]
    of = [p for p in range(verbs[0][0], position) if text[p] == "的" and depth[p - base] == 0]
    if not of:
        return verbs
    return [verb for verb in verbs if not verb[0] < of[-1] or _CONJUNCTION.search(text, of[-1], position)]


def _join_adjacent(text: str, verbs: list[VerbWord]) -> list[Found]:
    """Verbs that stand side by side are one act, the last of them (``发起成立``, ``竣工投产``, ``签署并发表``)."""
    joined: list[Found] = []
    for position, verb in verbs:
        if not joined:
            joined.append((position, len(verb.form), verb))
            continue
        start, length, last = joined[-1]
        between = text[start + length : position]
        same = last.frame == verb.frame == "arrive" or last.frame in _OF_TEXTS and verb.frame in _OF_TEXTS
        same = same or verb.form in _HANDING and (last.frame == "arrive" or last.form in _FINISHING)
        if not between and (last.form in _LIGHT or same) or same and between in ("并", "和", "、", "及", "并正式"):
            joined[-1] = (start, position + len(verb.form) - start, verb)
        elif position >= start + length:
            joined.append((position, len(verb.form), verb))
    return joined
