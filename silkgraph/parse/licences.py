"""Licences and honours that an authority gives a firm: ``通信管理局授予狮航电信公司运营牌照``, ``向甲公司颁发许可证``.

Who gives it acts, who gets it is the partner. Both must be bodies: an honour of a person is no outcome.
"""

from __future__ import annotations

import re

from silkgraph.model import Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import Party, parties
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.labels import clean_label
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.shapes import may_be_name

_LICENCE = "牌照|许可证|许可|执照|准证|批文|经营权|特许权|资质证书|AEO证书|准入证书|注册证书|注册证|认可证书"
_HONOUR = "“[^“”]{2,16}”(?:荣誉)?(?:称号|奖|奖牌|勋章|奖章)|(?:杰出|最佳|优秀|突出)[^，“”的]{1,10}(?:称号|奖|奖牌)"
_PERMITS = f"(?:[^，《》“”的]{{0,16}}?(?:{_LICENCE})|{_HONOUR})"
_GIVING = "授予|颁授|颁给|颁发给|颁予|批给|核发给|发给|授给|发放给"
_ISSUING = f"{_GIVING}|颁发|核发|发出|签发|发放|批出|授出|批准发放"
KEYWORDS = f"{_LICENCE}|称号|[佳出秀”](?:.{{0,6}})奖"
"""Without one of these a clause tells of no licence."""
_MANNER = r"(?:日前|近日|已|正式|最终|分别|当场|当天|宣布|决定|还|也|首次)*"
_OWNER = r"(?P<owner>[^《》]{0,50}?)"
_PATTERNS = (
    re.compile(rf"{_OWNER}[向给](?P<to>[^，《》向给的]{{2,40}}?){_MANNER}(?:{_ISSUING})了?(?P<what>{_PERMITS})$"),
    re.compile(rf"{_OWNER}{_MANNER}[把将](?P<what>{_PERMITS})(?:{_GIVING}|给予|予)了?(?P<to>[^，《》的]{{2,40}})$"),
    re.compile(
        rf"{_OWNER}{_MANNER}(?:{_ISSUING}|授出)了?(?P<what>{_PERMITS})(?:给予|予|给)(?P<to>[^，《》的]{{2,40}})$"
    ),
)
_DIRECT = re.compile(rf"{_OWNER}{_MANNER}(?:{_GIVING}|给予)了?(?P<both>[^，《》]{{4,60}}?(?:{_LICENCE}|{_HONOUR}))$")
_SORT = re.compile(
    r"(?:为期[^，的]{1,6}的)?(?:首张|首个|一张|一项|\d+[张项个])?(?:(?:金融|数字|虚拟|全能|全功能|商业|证券|保险|基金|支付|清算|结算|电信|移动|通信|卫星|网络|互联网|广播|航空|航线|飞行|航运|港口|"
    r"采矿|矿业|勘探|勘查|开采|开发|油气|石油|发电|电力|供电|环境|环评|建筑|施工|进口|出口|生产|销售|经营|运营|营运|服务|业务|银行|地区总部|区域总部|人民币|第三方|跨境|资产|管理|教育|办学|医疗|"
    r"药品|食品|检验|检测|[345]G|自由区|经济特区|特别|永久|临时|正式)*)(?:" + _LICENCE + ")$|(?:" + _HONOUR + ")$"
)
"""How a licence is called, so that what stands before it is who gets it: ``授予|华邦物流|地区总部许可证``."""
_NO_BODY = re.compile(
    "^[由被]|总理|总统|教授|先生|女士|大使|部长|学者|[多数]名|[多数]家|\\d+[家名位]|一批|首批|企业$|者$"
)


def licensed(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """The licence or honour that the clause says somebody gave a body."""
    text = context.text
    start = context.grammar.strip_leading(text, clause)[0]
    match = next((found for pattern in _PATTERNS if (found := pattern.match(text, start, clause[1]))), None)
    cut = (match.span("to"), match.span("what")) if match is not None else None
    if match is None and (match := _DIRECT.match(text, start, clause[1])) is not None:
        cut = _cut(match.span("both"), context)
    if match is None or cut is None or _NO_BODY.search(context.words(cut[0])):
        return []
    head = context.grammar.read(text, match.span("owner"))
    givers = discourse.resolved(head.subjects) or discourse.subjects
    named = discourse.resolved(tuple(parties(text, cut[0], context.names)))
    takers = named or (Party(context.words(cut[0]), *cut[0], False),)
    if not givers or head.wish or any(party.generic for party in (*givers, *takers)):
        return []
    if not all(context.names.is_complete(party.name) or may_be_name(party.name) for party in takers):
        return []
    before = context.words((match.start("owner"), min(cut[0][0], cut[1][0])))
    ahead = context.grammar.modality.announced.search(before.removesuffix("将"))
    status: Status = "announced" if ahead else "concluded"
    label = clean_label(context.words(cut[1]))
    return [Frame("programme", label, status, givers, (taker,), clause) for taker in takers]


def _cut(both: Span, context: Context) -> tuple[Span, Span] | None:
    """Where who gets it ends and the licence begins: ``授予|狮航电信公司|运营牌照``."""
    text, names = context.text, context.names
    sort = _SORT.search(text, *both)
    if sort is None or sort.start() <= both[0] + 1:
        return None
    for stop in range(both[1] - 2, both[0] + 2, -1):
        name = text[both[0] : stop]
        if not name.endswith("总部") and names.is_particular(name) and names.may_end(text, stop):
            return (both[0], stop), (stop, both[1])
    return (both[0], sort.start()), (sort.start(), both[1])
