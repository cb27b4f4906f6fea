"""Set phrases of running prose that tell an outcome by the phrase as a whole, not by a verb that proves it.

``300多家企业加入“丝路海运”联盟``, ``X项目被列为“…基金”重点项目``, ``完成《X》文本谈判``, ``派出救援队赴A、B开展救援``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from silkgraph.model import Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.assistance import assisted
from silkgraph.parse.coordination import Party, parties
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.joining import connected, joined
from silkgraph.parse.labels import clean_label
from silkgraph.parse.measures import ban_lifted, exempted, lifted, one_and_other, visa_free
from silkgraph.parse.things import is_proper, read_thing
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.patterns import watchful
from silkgraph.values import replace

_LISTED = re.compile(
    r"(?P<thing>[^，]{4,40}?)(?:已|还|先后|也|均|成功|正式)*被(?:正式|成功)?(?:列为|列入|纳入|评为|选为|认定为|确定为|授予)(?P<among>[^，]{4,40})$"
)
_NEGOTIATED = re.compile(
    r"(?P<head>.{0,60}?)(?:推动|牵头|正式|成功|实质性|全面|如期)*(?:完成|结束)(?:了)?"
    r"(?P<text>《[^《》]{2,60}》|[^，《》]{2,30}?(?:协定|协议|条约)|[^，《》]{0,16}?(?:自贸区|自由贸易区)(?:\d\.\d版)?)(?:的)?"
    r"(?:文本|升级|修订|实质性|全部|技术性|案文|第[一二三四五六七八九十\d]+轮)*(?:谈判|磋商)$"
)
_ENDED = re.compile(
    r"(?P<head>)(?P<text>[^，《》]{4,40}?(?:协定|协议|条约))(?:升级|修订|第[一二三四五六七八九十\d]+轮)*谈判(?:正式|成功|实质性|圆满|顺利|全面|已|宣布)*(?:结束|完成)$"
)
_EXCHANGED = re.compile(
    r"(?P<head>.{0,60}?)(?:正式|成功|顺利|如期|也|已)*(?:完成|办妥|办结|履行完)(?:了)?"
    r"(?P<text>《[^《》]{2,60}》|[^，《》]{2,40}?(?:协定|协议|条约|议定书|公约|备忘录|安排|项目|合同))(?:的)?"
    r"(?:立项|全部|各自|双边|国内|内部|法律|生效)*(?:换文|换函|互换|交换|草签|签署|续签|签约|批准程序|核准程序|法律程序|审批程序|国内程序|内部程序|生效程序|批准书交换|批准书互换|批准书)(?:手续|程序|工作)?$"
)
"""``中国与汤加|完成|免签协定|换文``."""
_EXCHANGE_DONE = re.compile(
    r"(?P<head>)(?P<text>[^，《》]{4,60}?的?(?:换文|换函|批准书))(?:手续|程序|工作)?(?:互换|交换)?(?:已|正式|顺利|全部|均)*(?:完成|办妥|办结)$"
)
_FIRST = re.compile(
    r"自(?:\d{4}年)?(?:\d{1,2}月)?(?:起)?(?:在(?P<place>[^，在]{2,12}?))?(?P<verb>共建|建立|成立|设立|建成|启动|开通|举办|建设)(?P<what>(?:第一|首)[个家所座条届期批][^，]{2,20}?)(?:以来|起)$"
)
_DEFINED = re.compile(
    r"(?P<name>“[^“”]{2,12}”)是(?P<who>[^，]{2,40}?)[^。]{0,120}?的(?:重要|重大|创新|务实|标志性)*(?:举措|行动|计划|工程|项目|品牌)$"
)
_WITHIN = re.compile(
    r"(?P<head>.{0,60}?)在(?P<list>[^，]{4,60}?)等(?:多边)?(?:合作)?(?:机制|框架|平台)?(?:框架)?下(?:建立|设立|成立|启动|形成)(?:了)?(?P<what>[^，]{4,30})$"
)
_EXAMPLES = re.compile(
    r"(?P<head>.{0,60}?)(?:叠加|推广|涌现出?|形成|创设|培育|策划|擦亮)(?:了)?(?P<list>“[^“”]{1,20}”[^，]{0,40}?)等(?P<sort>[^，]{0,12}?(?:项目|活动|品牌|模式|工程|行动)[^，]{0,16})$"
)
_THROUGH = re.compile(
    r"(?P<head>.{0,60}?)(?:通过|依托|借助)(?P<means>“[^“”]{1,20}”)(?:等[^，]{0,6}?)?(?:推进|开展|促进|深化|加强|推动)(?P<what>[^，“]{4,24}合作)$"
)
_WRITTEN = re.compile(
    r"(?P<who>.{2,30}?)(?:一致|共同|均|正式)*(?:赞同|同意|决定)?(?:把|将)[^，]{2,40}?(?:写入|载入)(?P<text>[^，]{2,24}?(?:决议|文件|宣言|公报|纲要|议程|章程|《[^《》]{2,40}》))$"
)
_FORSWORN = re.compile(r"(?P<head>.{0,40}?)承诺(?P<what>(?:不再|停止|禁止|逐步停止)[^，]{4,30})$")
_TOGETHER = re.compile(
    r"(?P<head>.{0,12}?[与同和][^，]{2,60}?)(?:共同|联合|合作|积极)*(?:开展|实施)(?:了)?"
    r"(?P<what>(?!务实|同类|此类|该类|类似|相关|有关|广泛|密切|深入|友好|互利|各领域|多领域|全方位|战略|对话|交流|合作|更)[^，、“《的]{2,16}?(?:合作|融资|研究|考古|演习|勘探|开发|监测|科考|巡航|执法|培训))$"
)
_DEED_OF_BOTH = re.compile(
    r"(?P<head>.{0,12}?[与同和][^，]{2,60}?)(?:正式|首次|成功|将|拟|计划|已|每年)*"
    r"(?P<what>(?:联合|合作|共同)(?:考古|发掘|科考|办学|巡逻|执法|巡航|研究|研制|勘探|调查|演练|演习|育种|救援|采访|直播|义诊|监测|申遗|策展|办展|办刊|招生|出版|编目|普查|测绘|放流))$"
)
"""``故宫博物院与沙特文化遗产委员会|联合考古``."""
_HOPED = re.compile("尽早|尽快|早日|力争|争取|希望|期待|加快|将|计划")
"""``宣布将尽早|完成自贸协定谈判``: nothing is agreed yet."""
_WITH = re.compile(
    r"[与和同](?P<whom>[^，、与和同]{2,12}?)(?:共同|联合|携手|一道|拓展|开展|深化|加强|分享|共享|合作|打造|推进)"
)
_AGREEING = re.compile("同意|决定|愿|商定|希望|计划|将|拟|应|可以|继续")
_LONGEST_EXAMPLE = 16
_BODY = re.compile(r"“[^“”]+”|《[^《》]+》")


def set_phrase(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """The frames that the clause tells by a set phrase; none where it has none."""
    for word, read in _READERS:
        frames = read(clause, context, discourse) if word.search(context.text, *clause) else []
        if frames:
            return [replace(frame, rule="set-phrase") for frame in frames]
    return []


def _meant(parties: Iterable[Party], discourse: Discourse) -> tuple[Party, ...]:
    """Those whom the parties stand for (双方, 大会, 其)."""
    return tuple(meant for party in parties for meant in discourse.referents.meant(party, discourse.event))


def defined(sentence: Span, context: Context) -> list[Frame]:
    """``“丝路电商”是中国…，与共建国家拓展…的重要举措``: a sentence that says what a programme is."""
    match = _DEFINED.match(context.text, *sentence)
    if match is None:
        return []
    who = context.grammar.read(context.text, (match.start("who"), match.end("who"))).subjects
    leading = context.names.country_prefix(context.text[match.start("who") : match.end("who")])
    if not who and leading:
        who = (Party(leading, match.start("who"), match.start("who") + len(leading), False),)
    if not who:
        return []
    beside = _WITH.search(context.text, match.start("who"), sentence[1])
    partners = parties(context.text, beside.span("whom"), context.names) if beside else []
    partners = [party for party in partners if context.names.is_complete(party.name)]
    label = clean_label(match["name"])
    return [Frame("programme", label, "concluded", who[:1], tuple(partners), sentence, rule="set-phrase")]


def _listed(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """``菌草技术项目被列为“中国—联合国和平与发展基金”重点项目``: the project, with the body whose it now is."""
    match = _LISTED.match(context.text, context.grammar.strip_leading(context.text, clause)[0], clause[1])
    if match is None:
        return []
    thing = read_thing(match.span("thing"), context, "built")
    bodies = [
        Party(b.group()[1:-1], b.start() + 1, b.end() - 1, False)
        for b in _BODY.finditer(context.text, *match.span("among"))
    ]
    bodies = [body for body in bodies if context.names.is_complete(body.name)]
    if thing is None or thing.kind != "programme" or not (bodies or is_proper(match["among"], context.names)):
        return []
    return [Frame(thing.kind, thing.label, "concluded", thing.initiators, tuple(bodies), clause)]


def _negotiated(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """``中国推动完成《投资便利化协定》文本谈判``, ``中国—东盟自由贸易协定谈判结束``: the text is agreed."""
    found = (pattern.match(context.text, *clause) for pattern in (_NEGOTIATED, _ENDED, _EXCHANGED, _EXCHANGE_DONE))
    match = next(filter(None, found), None)
    if match is None or _HOPED.search(match["head"]):
        return []
    head = context.grammar.read(context.text, (clause[0], match.end("head")), signing=True)
    subjects, others = _meant(head.subjects, discourse), _meant(head.counterparts, discourse)
    subjects, others = one_and_other(subjects or discourse.subjects, others, context)
    return [Frame("agreement", clean_label(match["text"]), "concluded", subjects, others, clause)]


def _first(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """``自2016年在泰国共建第一个鲁班工坊以来``: with the country where it was done."""
    match = _FIRST.match(context.text, *clause)
    if match is None:
        return []
    head = context.lexicon.head(match["what"])
    if head is None or head.kind == "event" and match["verb"] != "举办":
        return []
    place = match["place"] or ""
    partners: Iterable[Party] = ()
    if context.names.is_country(place):
        partners = (Party(place, match.start("place"), match.end("place"), False),)
    return [Frame(head.kind, clean_label(match["what"]), "concluded", (), tuple(partners), clause)]


def _within(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """``在中国—中东欧国家、中国—中亚机制等框架下建立了电子商务合作机制``: one in each framework."""
    match = _WITHIN.match(context.text, *clause)
    head = context.lexicon.head(match["what"]) if match else None
    if match is None or head is None or head.kind != "institution":
        return []
    found = _meant(context.grammar.read(context.text, (clause[0], match.end("head"))).subjects, discourse)
    members = [re.sub("(?:合作)?机制$", "", member) for member in match["list"].split("、")]
    if not all(is_proper(member, context.names) for member in members):
        return []
    status: Status = "announced" if discourse.announced else "concluded"
    return [
        Frame("institution", member + match["what"], status, found or discourse.subjects, (), clause)
        for member in members
    ]


def _examples(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """``叠加“关铁通”、铁路快通等项目合作``: the examples that are given by name."""
    match = _EXAMPLES.match(context.text, *clause)
    if match is None:
        return []
    pieces = re.split("、|(?<=”)(?=“)", match["list"])
    labels = [clean_label(piece) for piece in pieces if 2 < len(piece) < _LONGEST_EXAMPLE]
    return [Frame("programme", label, "concluded", (), (), clause) for label in labels]


def _through(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """``中方将通过“鲁班工坊”等推进中外职业教育合作``: cooperation by a means that has a name."""
    match = _THROUGH.match(context.text, *clause)
    if match is None:
        return []
    head = context.grammar.read(context.text, (clause[0], match.end("head")))
    makers = _meant(head.subjects, discourse) or discourse.subjects
    announced = head.announced or not head.subjects and discourse.announced
    if not makers or head.wish == "strong":
        return []
    status: Status = "announced" if announced else "concluded"
    return [Frame("programme", match["what"], status, makers, (), clause)]


def _written(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """``193个会员国一致赞同将“一带一路”倡议写入联大决议``: the text that says so now."""
    match = _WRITTEN.match(context.text, context.grammar.strip_leading(context.text, clause)[0], clause[1])
    writers = _meant(context.grammar.read(context.text, match.span("who")).subjects, discourse) if match else ()
    if match is None or not writers:
        return []
    return [Frame("declaration", clean_label(match["text"]), "concluded", writers, (), clause)]


def _forsworn(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """``中国承诺不再新建境外煤电项目``: what somebody will do no more."""
    match = _FORSWORN.match(context.text, *clause)
    if match is None:
        return []
    head = context.grammar.read(context.text, (clause[0], match.end("head")))
    makers = _meant(head.subjects, discourse) or discourse.subjects
    return [Frame("declaration", match["what"], "announced", makers, (), clause)] if makers else []


def _together(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """``与国际金融公司、非洲开发银行等开展联合融资``: what was done with bodies that are named, with each."""
    start = context.grammar.strip_leading(context.text, clause)[0]
    match = _TOGETHER.match(context.text, start, clause[1]) or _DEED_OF_BOTH.match(context.text, start, clause[1])
    if match is None or discourse.announced or discourse.wish:
        return []
    head = context.grammar.read(context.text, match.span("head"))
    named = [party for party in _meant(head.counterparts, discourse) if not party.generic]
    if not named or head.announced or head.wish or _AGREEING.search(match["head"]):
        return []
    makers = _meant(head.subjects, discourse) or discourse.subjects
    return [Frame("programme", match["what"], "concluded", makers, (party,), clause) for party in named]


_READING = (
    ("加入|成员|会员|观察员", joined),
    ("接入|联通|并入", connected),
    ("被", _listed),
    ("谈判|磋商|换[文函]|批准|核准|完成", _negotiated),
    ("签证", exempted),
    ("派|帮助|等国|等地", assisted),
    ("取消|放宽|解除|废除|降低|下调", lifted),
    ("免签|免办签", visa_free),
    ("[禁限封管]|恢复|重启|重新", ban_lifted),
    ("自", _first),
    ("下(?:建立|设立|成立|启动|形成)", _within),
    ("叠加|推广|涌现|形成|创设|培育|策划|擦亮", _examples),
    ("[过托助]“", _through),
    ("写入|载入", _written),
    ("承诺", _forsworn),
    ("开展|实施|[联合共][合作同][^，]{2}$", _together),
)
"""The readers, each behind the words without one of which it finds nothing."""
_READERS = tuple((watchful(words), read) for words, read in _READING)
KEYWORDS = "|".join(words for words, _ in _READING)
"""Without one of these a clause holds none of the phrases."""
