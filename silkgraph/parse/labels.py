"""What an outcome is called: its name as short as it can be, without what only measures or describes it.

``总额3.2亿美元的海外仓储合作框架协议`` is 海外仓储合作框架协议; ``新修订的《采购框架》`` is 采购框架.
"""

from __future__ import annotations

import re

from silkgraph.recognise.patterns import watchful

_TALKS = re.compile(r"(?<=.{4})的?(?:商签|谈签)(?:工作)?$")
_NOTE = re.compile(
    r"（[^（）]{2,60}(?:发起|主办|承办|举办|编写|编制|编著|主编|[^主改]编|翻译|[^编]译|出版|实施|组织|建设|承建|牵头|运营|提出|倡议|成立|设立)）$"
)
"""Who did it, in a note behind the name (``notes.py``)."""
_EDITION_LIST = re.compile(
    r"(?<=》)[^，《》]{0,4}(?:[\u4e00-\u9fff]{1,5}(?:文|语)?[、和与及])+[\u4e00-\u9fff]{1,5}[文语](?:对照)?(?:版|版本|译本)$"
)
"""``《案例集》|中、英、法、葡文版``."""
_EDGES = re.compile(r"^(?:了|等(?!值|额)|的|一批|一系列|首届|本届)+")
_CALLED = re.compile(
    r"（(?:以下|下文|下称|以下统称|统称|简称|又称|亦称)[^（）]{0,4}[“‘][^“”‘’（）]*[”’][^（）]{0,12}）"
)
"""How the text calls the thing from there on: ``联盟|（以下简称“联盟”）``."""
_BEFORE_DASH = re.compile(r"^[^“”《》]{2,24}——(?=[“《][^“”《》]+[”》]$)")
"""``首个项目——|“百部佳片译制计划”``."""
_TEXT_OF = re.compile(
    "(?<=换文|换函)手续$|(?<=合同|协议|协定|换文)(?:的)?(?:正式)?文本$|(?<=备忘录|议定书|意向书)(?:的)?(?:正式)?文本$"
)
"""``交换商务合同|文本``."""
_CLOSING = re.compile(
    r"各[一两二三四五六七八九十\d]+[个家处座所项支套]$|等(?:\d+|[一二三四五六七八九十]+)?(?:项|个|份|场)?(?:文件|项目|活动|成果)?$"
)
_TITLE = re.compile(r"《([^《》]*(?:《[^《》]*》[^《》]*)*)》")
_QUOTED = re.compile(r"“([^“”]*)”")
_TITLED = re.compile(
    r"(?P<before>[^《》]*)《(?P<title>[^《》]*(?:《[^《》]*》[^《》]*)*)》(?:[的]?(?:文本|正式文本|案文|成果文件|最终文件|会议文件|会议成果文件|联合文件|中英文版|中文版|英文版|调查报告|研究报告|专题报告|报告|一书))?"
)
_BEFORE_TITLE = re.compile(r"(?:的|版|语|文|两地|题为|名为|[一1]份|首[份个部]|新版|新)$")
_COUNT_OF_QUOTED = re.compile(r"^(?:\d+(?:多|余)?|多)[个家](?=“[^”]*”)")
_EDITIONS = re.compile(r"^(?:\d+(?:多|余)?|[两二三四五六七八九十]+)[届份笔](?=.{3})")
_MEASURED = re.compile(
    r"^[^的，“《]{0,6}?(?:总额|总值|价值|总价值|规模|总规模|总金额|金额|合同额|总投资|总长|全长|面积|容量|历时|为期|时长|长达|期限|有效期|单笔|最高|不低于|不少于|"
    r"共计|总计|合计|累计)[^的，“《]{1,24}的(?=.{2})"
)
_COUNTED = re.compile(
    r"^(?:(?:一|首|全球首|全国首|国内首|又一|另一|第一)(?:份|项|个|座|套|条|家|所|次|部|艘|只|揽子|支|笔|单|期|列|趟|班|架|台)|[一两][次届轮](?![性等])|新的|新一轮|新修订的|修订后的|最新的|相关|有关)(?=.{2})"
)
_DESCRIBED = re.compile(
    r"^(?:[^“《，的]{0,6}(?:签署|签订|敲定|达成|商定|缔结|订立)|由[^“《，]{2,60}(?:组成|参与|牵头|主导|承建|建设|主办|支持|共建|联合)|(?:面向|位于|设在|设于|建在|建于|坐落于|坐落在|总部设在|总部位于|旨在|涵盖|覆盖|针对|涉及|连接|联通|通往|通达|横跨|贯穿)[^“《，]{2,30}|以“[^“”]{2,40}”为[^“《，的]{0,4}题|配套|同类|上述)的(?=.{2})"
)


_HELD = re.compile(
    r"^(?:将|拟|定)?于?(?:今年|明年|后年|去年|\d{4}年)?(?:[上下]半年|[春夏秋冬]季|\d{1,2}月(?:\d{1,2}日)?(?:至\d{1,2}日)?)?"
    r"(?:在[^，的“《]{2,10})?(?:举行|举办|召开)的(?=.{4})"
)
"""``明年在长沙举行的|大学校长论坛``."""
_WITH_SUM = watchful(
    r"(?<=.{4})[、，]?(?:合同|协议|签约|投资|项目|计划)?总?(?:金额|投资额?|价值|规模|(?<!名)(?<!配)额)(?:达到?|约为?|为|超过?|近|共|合计)*[\d][^的]*$"
)
"""``合作项目176个|、金额113.9亿美元``."""
_RECURRING = re.compile("^(?:每|隔)?[一两二三半四五]?年(?:举办|举行)?[一两二][届次度期](?:的)?(?=.{3})")
"""``创办|每年一届的|青年科考营``."""
_LEADING = (_RECURRING, _HELD, _COUNTED, _COUNT_OF_QUOTED, _EDITIONS, _MEASURED, _DESCRIBED)
_ANY_LEADING = re.compile("|".join(pattern.pattern for pattern in _LEADING))
_ANY_WITHOUT_OF = re.compile("|".join(pattern.pattern for pattern in (_COUNTED, _COUNT_OF_QUOTED, _EDITIONS)))
"""Those that a name without 的 may begin with."""
_WORKS = ("修复", "修缮", "重建", "扩建", "改造", "翻新", "保护", "整修", "升级", "维修", "发掘", "勘测")
"""What is done to a thing, by which the work is named."""
_BARE_TITLE = 5
"""A title of so few characters (《联合声明》) does not tell by itself what it is about."""


def clean_label(phrase: str) -> str:
    """The name of a thing as short as it can be: without title marks, tense and what closes a list."""
    if "（" in phrase:
        phrase = _NOTE.sub("", _CALLED.sub("", phrase))
    if "——" in phrase:
        phrase = _BEFORE_DASH.sub("", phrase)
    label = _EDGES.sub("", phrase.strip(" ，、。；："))
    label = _EDITION_LIST.sub("", label) if "》" in label else label
    label = _CLOSING.sub("", _WITH_SUM.sub("", label))
    label = _TEXT_OF.sub("", without_talks(without_measure(label)))
    return _without_marks(label) if "《" in label or "“" in label else label


def _without_marks(label: str) -> str:
    """The name without the marks of a title or quotation around it, or the title alone where that says enough."""
    title = _TITLE.fullmatch(label)
    if title:
        return title[1]
    titled = _TITLED.fullmatch(label)
    if titled and (not titled["before"] or _BEFORE_TITLE.search(titled["before"])):
        telling = not titled["before"] or len(titled["title"]) > _BARE_TITLE
        return titled["title"] if telling else titled["before"] + titled["title"]
    if label.count("《") == label.count("》"):
        label = label.replace("《", "").replace("》", "")
    quoted = _QUOTED.fullmatch(label)
    return quoted[1] if quoted else label


def without_measure(label: str) -> str:
    """The name without leading words that count, measure or place it: ``一份``, ``总额3亿元的``, ``由六国组成的``."""
    while (_ANY_LEADING if "的" in label else _ANY_WITHOUT_OF).match(label):
        for pattern in _LEADING:
            label = pattern.sub("", label)
    return label


def without_talks(phrase: str) -> str:
    """The text that talks are to bring about: ``税收协定商签工作`` → ``税收协定``."""
    return _TALKS.sub("", phrase) if "签" in phrase else phrase


def without_attribute(phrase: str) -> str:
    """The noun without what describes it: ``时速350公里的雅万高铁`` → ``雅万高铁``; 神庙的修复 is 神庙修复."""
    if "波罗的海" in phrase:
        return phrase
    before, _, noun = phrase.rpartition("的")
    if noun in _WORKS and "“" not in phrase:
        return before + noun
    if "的" not in phrase or "“" in phrase or noun.count("》") > noun.count("《"):
        return phrase
    return noun


def with_topic(topic: str, label: str) -> str:
    """The name of a text with what it is about: ``债券互认`` and ``意向书`` → ``债券互认意向书``."""
    return topic if label in ("一致", "共识", "合作", "") else topic + label
