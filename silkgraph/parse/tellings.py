"""Whether a verb and its object together tell an outcome: what was done must have a name, or be of a known sort.

``签署矿业合作协议`` does, ``达成协议`` does not, ``就共建冰川观测站达成协议`` does; ``举办“鼓与旗”之夜`` does
whatever 夜 is.
"""

from __future__ import annotations

import re

from silkgraph.parse.title_words import title_words
from silkgraph.recognise.lexicon import HeadNoun, Verb

SIGNED_KINDS = frozenset({"agreement", "declaration", "publication", "funding"})
_MANY = (
    r"(?:\d+|[一二两三四五六七八九十]+|多|数|若干)(?:余|多)?(?:项|份|个|批|轮)"
    r"|一系列|一批|一揽子|系列|更多|各类|有关|相关|双边|新的?"
)
_VAGUE = re.compile(
    rf"(?:{_MANY}|重要|广泛|一些|务实|互利|互利共赢|友好|深度|全方位)*(?:共识|成果|文件|协议|合作|意见|项目|合作项目|一致)"
    rf"|(?:{_MANY})+(?:重要|双边|双多边|政府间|务实|合作)*(?:共识|成果|文件|协议|项目|备忘录)"
)
_SEVERAL = re.compile(
    r"(?:(?:多|若干|数|几)(?:个|条|项|家|座|份|种|批|类)|更多|各类|各种|大量|更高|更加|高水平|高标准)[^“《]*$"
)
_COOPERATION = re.compile(
    "(?!深入|务实|广泛|互利|友好|多领域|全面|全方位|更|新|诸多|密切|良好|长期|进一步)[^，、的]{2,12}(?:合作|意向|合作意向|授权)"
)
"""``与土库曼斯坦国家电视台|达成|译制合作``."""
_REFERRING = re.compile(
    r"(?:首[个份项次]|第[一二三]个|又一)(?:此类|这类|该类|同类)[^“《]*$|"
    r"(?:以下|如下|下列|下述|这一|这些|这|该|此|上述|本次|此次|其|只是|只|就|才|也|都)[^“《]*$|"
    r"[^“《]*(?:以下|如下|下列|下述)[^“《，]{0,6}(?:成果|文件|共识|协议|合作|清单|项目)$|"
    r"(?:双方|两国|各方|三方|其)(?:共同)?(?:商定|议定|约定|确定|认可|同意|关心|感兴趣)的[^“《]*$"
)
_ONE_BY_ONE = re.compile(r"一(?P<of>[\u4e00-\u9fff])(?:接着?|又|连着?|跟着?|挨着?)一(?P=of)|接一[个场项]")
"""``签约|一幕接着一幕``: how things go, not what is signed."""
_BEFOREHAND = re.compile(r"^[^《“]*(?:以来|之后|后的|后又|期间的?|之际)")
"""What is only the time of something else: ``继签署备忘录|后的|又一成果``."""
_QUOTED_NAME = re.compile(r".{0,12}“(?!一带一路”)[^“”]+”[^“”，的]{0,8}$")
_DEVELOPED = re.compile("(?:开发|研发|研制|生产|制造|组装)$")
_PRODUCT = re.compile(
    "(?!更多|有关|相关|新的?市场)[^，的、《》]{3,24}"
    "(?<!市场)(?<!资源)(?<!潜力)(?<!合作)(?<!技术)(?<!产品)(?<!领域)(?<!业务)(?<!项目)(?<!产业)"
)
"""What two that are named develop together is told by its name: ``与乙|联手开发|传统草药饮片``."""
_BUILDING = ("建设", "兴建", "建造", "捐建")
"""``为瓦努阿图|建设|议会大厦``: what is built for somebody."""
_AWARDING, _AWARDS = ("颁发", "授予", "颁授", "发放"), ("奖学金", "助学金", "奖")
"""``向12名学生|颁发|大使奖学金``."""
_WINNING = ("中标", "承建", "承揽", "签约")
_STRETCH = re.compile(
    "(?:[—至到][^—、，]{2,16}段|(?:标|路|区间|合同)段|(?:营运|运营|运维|维护|施工|监理|总承包|总包|设计施工|供货|EPC)$|(?<=[铁轨])[^，]{1,8}线$|(?:铁路|公路|高速|地铁|轻轨|隧道|航道)[^，]{2,24}段)$"
)
"""``中标|巴尔—博利亚雷高速公路马泰舍沃至安德里耶维察段``: a line is built by stretches."""
_UNDERSTANDING = re.compile(
    r"(?:重要|广泛|一系列|新的?|初步|原则|诸多|高度|系列)*(?:共识|意见|看法|谅解|理解|成果|意向性成果)"
)
_AGREED = re.compile(r"(?:重要|广泛|高度|原则|初步|一系列|新的?|政治)*(?:共识|一致|谅解)(?:意见)?")
_AGREEING = ("达成", "取得", "形成", "凝聚")
_PARTICULAR = re.compile(
    r".*[《“]|(?:首次|尽快|尽早|早日|正式|共同|联合|合作|进一步|将.{2,12})*(?:建立|设立|成立|组建|共建|构建|建设|建成|打造|启动|重启|开通|恢复|增开|开设|互设|"
    r"互免|互认|签署|商签|续签|修订|升级|实施|举办|延长|开放|取消|免除|划定|划界|供应|出口|进口|输华|采用|使用)"
    r"|.*(?:准入|输华|互认|免签|航权|安排|协定|协议|方案|路线图|清单|边界|划界|换届|名额|配额|清算|互换|交换|互派|互播|互译|共享|谈判|交割|移管|引渡|直航|复航|通航|试行期|免签期|期限|时限|制度|标准|议定书|备忘录|条约|合同|公约|章程|文本|联网|选址|定价|融资|贷款|授信|收购|供货|采购|合资)$"
)
_GENERAL = re.compile(r".*(?:合作|关系|问题|事宜|议题|工作|交流|往来|领域)$")
_TOGETHER = ("合作", "联合", "共同", "合资", "共建", "合建", "合办", "共办")
"""What is set up by two that are named needs no more of a name: ``同甲|合作建设|台风预警系统``."""
_BEGINNING = ("达成", "启动", "正式启动", "建立", "确立", "敲定", "宣布启动")
_WORKING_TOGETHER = re.compile(
    "(?:战略|全面|全面战略|深度|项目|技术|务实|业务|长期|初步)*合作(?:关系|意向|意向书|共识|伙伴关系)?"
)
_BROAD = re.compile(
    "[^，]{0,6}(?:各领域|多领域|有关|相关|共同关心|双边关系|经贸合作|务实合作|重点领域|多个)[^，]{0,10}"
)
_TALKING = ("对话", "磋商", "会晤", "谈判")
_EDITION = re.compile(r"[\d“]|第[一二三四五六七八九十]|首[次届轮]|新一轮")
"""``开展|执法、反腐败对话`` is how one works together; ``开展|第三轮磋商`` happens."""
_DRAFTING = ("编制", "制定", "编写", "编撰", "撰写", "合编")
"""``同甲、乙|编制|汽车产业链合作规划``: what one drafts with others is named well enough."""
_PROPOSING = ("发起", "倡议")
"""``发起|珊瑚礁修复联合行动``: who proposes what is to be done begins it."""
_DESCRIBED = 4
_SHORTEST_OPEN = 3
_SHORTEST_TOPIC = 4
_MODIFIED = 2
_BARE = 2


def tells(
    verb: Verb,
    phrase: str,
    noun: HeadNoun | None,
    *,
    with_amount: bool = False,
    running: bool = False,
    about: bool = False,
    partnered: bool = False,
) -> bool:
    """Whether the verb with this object is an outcome.

    Args:
        phrase: the object, without a closing parenthesis.
        noun: its head noun, if it is a known one.
        running: the text is prose, which also speaks of what is no outcome.
        about: a topic was named before the verb (``就冰川观测站达成协议``).
        partnered: the other side was named (``与阿联酋航空达成合作协议``).
    """
    if verb.frame == "fund":
        return "基金" in phrase or phrase.endswith(("债", "债券")) or noun is not None and noun.kind == "publication"
    if _REFERRING.match(phrase) or running and _BEFOREHAND.match(phrase):
        return False
    if "《" in phrase or phrase.endswith("”") or verb.object == "study":
        return True
    if partnered and verb.form == "达成" and _COOPERATION.fullmatch(phrase):
        return True
    if noun is None and partnered and _DEVELOPED.search(verb.form) and _PRODUCT.fullmatch(phrase):
        return True
    if noun is None:
        return _unknown_tells(verb, phrase, running)
    if running and _SEVERAL.match(phrase):
        return False
    if noun.form.startswith("联合") and noun.kind == "programme" and len(phrase) - len(noun.form) < _DESCRIBED:
        return False  # 开展|联合研究
    if running and verb.form == "开展" and noun.form in _TALKING and not _EDITION.search(phrase):
        return False
    if running and verb.frame == "issue" and phrase == noun.form and noun.weak and len(phrase) <= _BARE:
        return False
    if partnered and verb.form.startswith(_TOGETHER) and len(phrase) - len(noun.form) >= _BARE:
        return True
    return not verb.strict or _known_tells(verb, phrase, noun, with_amount=with_amount, about=about or partnered)


def _unknown_tells(verb: Verb, phrase: str, running: bool) -> bool:
    """An object whose last word is not known: the verb must prove it, or quotation marks."""
    if _QUOTED_NAME.match(phrase) or verb.form.endswith(_WINNING) and _STRETCH.search(phrase):
        return True
    if verb.strict:
        return False
    return verb.open and len(phrase) >= _SHORTEST_OPEN and not _SEVERAL.match(phrase) if running else len(phrase) > 2


def _known_tells(verb: Verb, phrase: str, noun: HeadNoun, *, with_amount: bool, about: bool) -> bool:
    """What a verb that proves nothing by itself needs of its object."""
    named = "“" in phrase
    if verb.frame == "found" and "的" in phrase and not named:
        return False
    if about and verb.form in _BUILDING and len(phrase) - len(noun.form) >= _MODIFIED:
        return True
    if verb.object == "work" or verb.form in _AWARDING and about and noun.form.endswith(_AWARDS):
        return True
    if verb.frame == "sign":
        modified = len(phrase) - len(noun.form) >= _MODIFIED
        return noun.kind in SIGNED_KINDS and (named or with_amount or about or modified)
    if verb.frame == "issue" and verb.form in _DRAFTING:
        return about and noun.kind in SIGNED_KINDS and len(phrase) - len(noun.form) >= _MODIFIED or named or with_amount
    if verb.form in _PROPOSING and noun.kind == "programme" and len(phrase) - len(noun.form) >= _DESCRIBED:
        return True
    return (
        named or with_amount or not noun.weak or verb.frame == "launch" or title_words().works.match(phrase) is not None
    )


def is_agreed(verb: Verb, phrase: str, about: str) -> bool:
    """``就将铁路建成廉洁之路达成重要共识``: that something particular was agreed upon is told, not its text."""
    if verb.form not in _AGREEING or _AGREED.fullmatch(phrase) is None or len(about) < _SHORTEST_TOPIC:
        return False
    return _PARTICULAR.match(about) is not None and ("“" in about or _GENERAL.match(about) is None)


def is_joint(verb: Verb, phrase: str, about: str) -> bool:
    """``就卫星遥感|达成合作``, ``就沙尘暴监测|启动合作``: what two that are named do together from now on."""
    begun = verb.form in _BEGINNING and _WORKING_TOGETHER.fullmatch(phrase) is not None
    return begun and len(about) >= _BARE + 1 and _BROAD.fullmatch(about) is None


def is_understanding(label: str) -> bool:
    """``重要共识``, ``意见``: an attitude, whatever it is about."""
    return _UNDERSTANDING.fullmatch(label) is not None


def is_vague(label: str) -> bool:
    """``多项合作文件``, ``重要共识``: it names nothing in particular."""
    return _VAGUE.fullmatch(label) is not None or _ONE_BY_ONE.search(label) is not None
