"""Names for the things that an archive speaks of, as many as there are things.

Five documents, one of each kind, are of one circle: the countries that they speak of and the names of what they tell
belong together, as those of the published five do. A name lasts for three circles, as a yearly meeting does, then there
is another: ``“一带一路”绿色发展国际联盟`` is ``“一带一路”茶叶航天发展国际联盟`` here, and there
``“一带一路”水稻渔业发展国际联盟``. So how many documents share a name does not depend on how many there are.
With a stock of names that is used up it does: in an archive of thousands of documents every outcome would carry on
several others, which is no real archive's way, and takes time and room that grow with the square.

Exchanged is what stands in a name for its field (``绿色``). A name that has no such word gets one before the word that
says what it is: ``授信额度框架协议`` becomes ``授信额度茶叶航天框架协议``. What is called ``合作协议`` and no more
stays so: such agreements are told apart by their parties.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence
from zlib import crc32

WORDS = (
    "茶叶 航天 水稻 渔业 林业 钢铁 水泥 煤炭 风电 光伏 氢能 储能 核能 电网 油气 化工 医药 疫苗 "
    "护理 养老 教育 职教 留学 图书 出版 影视 动漫 音乐 戏剧 考古 遗产 博物 旅游 体育 足球 武术 "
    "中医 园艺 花卉 畜牧 种业 农机 灌溉 水利 防洪 地震 气象 遥感 导航 卫星 海洋 港航 船舶 航运 "
    "物流 仓储 邮政 快递 电商 支付 金融 保险 证券 债券 审计 会计 税务 海关 检疫 标准 计量 认证 "
    "专利 商标 版权 仲裁 律师 司法 反腐 警务 禁毒 减灾 救援 环保 治沙 湿地 生物 碳汇 节能 建材 "
    "家具 纺织 服装 皮革 食品 饮料 糖业 橡胶 棉花 香料 珠宝 陶瓷 造纸 印刷 包装 机床 机器 汽车 "
    "轮胎 铁路 公路 桥梁 隧道 地铁 民航 机场 "
).split()
FIELDS = (
    "经贸 能源 海关 检验检疫 教育 媒体 科技 文化 公路 电网 产能 投资 农业 卫生 环境 交通 通信 信息 "
    "援助 饮水 工业园 输变电 水坝 智库 青年 艺术 新闻 税收 地学 电子商务 互联网 数字 绿色 创新 人才 "
    "贸易 融资 港口 基础设施 可持续 民间组织 博物馆 美术馆 图书馆 剧院 双品 好物 大讲堂 供水 良渚 "
    "鲁班 "
).split()
"""What the documents' outcomes are about, each exchanged for two of ``WORDS``."""
TITLE = re.compile(
    r"《(?:“一带一路”)?(?=[^》]{7})|“一带一路”(?=[\u4e00-\u9fff]{2})(?!国际合作高峰论坛|倡议|建设|企业家)"
)
"""Where a name begins that two of ``WORDS`` are put into."""
OWN = re.compile(f"{TITLE.pattern}|{'|'.join(FIELDS)}")
"""What is exchanged in a name."""
ENDING = re.compile(
    "(?<=[\u4e00-\u9fff”])(?:谅解备忘录|(?:主席|联合)?声明|主席总结|(?:项目|文件)?清单|(?:框架|合作)?协议|协定|意向书"
    "|宣言|倡议|行动|活动|计划|项目|工程|博览会|交易会|(?:合作|专题|分)*论坛|电影节|艺术节|国际会议|研讨会|培训|机制|平台|体系|中心|银联体"
    "|共同体|联盟|网络|基金|实验室|报告)$"
)
"""What a name that has no word for a field may end with."""
NO_NAME = re.compile("(?:合作|框架|谅解|贷款|授信)*(?:协议|备忘录|意向书|文件)")
"""What many agreements are called, which are told apart by their parties."""
LASTING = 3
"""Circles, one after the other, that have one name for a thing."""
PAIRS = [one + other for one in WORDS for other in WORDS if one != other]
random.Random("pairs").shuffle(PAIRS)


class Names:
    """What things are called in one circle of documents.

    Args:
        circle: its number.
        countries: those that the published documents speak of, which are exchanged among each other.
        labels: what the published documents call their outcomes.
    """

    def __init__(self, circle: int, countries: Sequence[str], labels: Iterable[str]) -> None:
        self.circle = circle
        chance = random.Random(f"countries/{circle}")
        self._others = dict(zip(countries, chance.sample(countries, len(countries)), strict=True))
        self._others |= {field: field[:-2] + self.pair(field) for field in FIELDS}
        self._known = re.compile(f"(?P<title>{TITLE.pattern})|{any_of(self._others)}")
        self._labels = re.compile(any_of(labels))

    def pair(self, thing: str) -> str:
        """The two words of a thing in this circle. It has others as soon as they have lasted long enough."""
        chance = crc32(thing.encode())
        turn = (self.circle + chance % LASTING) // LASTING
        return PAIRS[(chance + turn) % len(PAIRS)]

    def put_into(self, item: str) -> str:
        """An item with the countries and names of this circle."""
        pieces, done = [], 0
        for found in self._labels.finditer(item):
            pieces.append(self._exchanged(item[done : found.start()]))
            pieces.append(self._renamed(found[0]))
            done = found.end()
        return "".join(pieces) + self._exchanged(item[done:])

    def _renamed(self, label: str) -> str:
        """What an outcome is called in this circle."""
        if OWN.search(label) or NO_NAME.fullmatch(label):
            return self._exchanged(label)
        ending = ENDING.search(label)
        place = ending.start() if ending else 0
        return self._exchanged(label[:place]) + self.pair(label) + self._exchanged(label[place:])

    def _exchanged(self, text: str) -> str:
        def other(found: re.Match[str]) -> str:
            return found[0] + self.pair(text[found.end() :][:4]) if found["title"] else self._others[found[0]]

        return self._known.sub(other, text)


def any_of(words: Iterable[str]) -> str:
    """A pattern of words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
