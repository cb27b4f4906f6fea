"""Simple readers to compare with: a tagger's words, and for each verb of a short list what stands nearest to it.

They know the kinds of outcome and what a country is called, and are given the items as Silkgraph cuts them. What they
do with a sentence is what one writes in an afternoon: bodies before the verb initiate, those behind 与 are partners,
what follows up to the next comma is the object, and 《titles》 in it are objects of their own.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from babel import Locale

from silkgraph.model import Item

Row = dict[str, Any]
VERBS = {
    "签署": "agreement", "签订": "agreement", "缔结": "agreement", "签约": "agreement", "达成": "agreement",
    "发布": "publication", "出版": "publication", "编制": "publication", "制定": "publication",
    "发起": "declaration", "倡议": "declaration", "通过": "declaration", "提出": "declaration", "发表": "declaration",
    "成立": "institution", "设立": "institution", "建立": "institution", "组建": "institution", "建成": "institution",
    "举办": "event", "举行": "event", "召开": "event", "主办": "event",
    "启动": "programme", "实施": "programme", "开展": "programme", "开工": "programme",
    "提供": "funding", "增资": "funding", "新增": "funding", "投资": "funding",
}  # fmt: skip
NOUNS = {
    "agreement": "备忘录 协议 协定 合同 议定书 规划 安排",
    "declaration": "倡议 宣言 声明 共识 原则",
    "publication": "报告 白皮书 指南 指数 蓝皮书 案例集 计划 行动",
    "institution": "中心 联盟 机制 网络 委员会 协会 平台 基金 组织 机构",
    "event": "论坛 会议 大会 博览会 研讨会 峰会 展",
    "programme": "项目 工程 铁路 培训",
    "funding": "贷款 资金 援助",
}
DOMAINS = {
    "transport": "铁路 港 航 物流 公路 交通", "energy": "能源 电", "digital": "数字 电子商务 信息",
    "finance": "金融 银行 基金 贷款", "customs": "海关 检验检疫", "trade": "贸易 投资",
    "green": "绿色 环境 环保 生态", "education": "教育 大学 培训", "culture": "文化 艺术 青年",
    "science": "科技 科研 创新", "health": "卫生 健康 医", "agriculture": "农业 粮食",
    "taxation": "税", "standards": "标准", "media": "媒体 新闻", "think-tank": "智库",
    "tourism": "旅游", "disaster": "减灾 救灾", "local": "城市 地方", "integrity": "廉洁 腐败",
    "law": "法律 仲裁", "aid": "扶贫 减贫 救助 援助", "ocean": "海洋 蓝色",
}  # fmt: skip
ENDINGS = re.compile(
    r"(?:政府|部|局|署|总署|委员会|银行|公司|集团|组织|协会|中心|大学|研究院|科学院|基金|基金会|联盟|论坛|部门|机构|企业|联合会)$"
)
LONGEST_TITLE = 60
SENTENCE = re.compile(r"[^。！？；\n]+")
MONEY = re.compile(r"(\d+(?:\.\d+)?)(万亿|亿|万)?(?:多|余)?(?:元等值)?(人民币|元人民币|元|美元|欧元)")
COUNT = re.compile(
    r"(超过|不少于|约|近|超|逾)?(\d+(?:\.\d+)?)(万亿|亿|万|千)?(多|余)?(%|美元|元|公里|列|万吨|吨|年|个\w{0,2}|[家项份名条所座次对批种])"
)
SCALES = {"": 1, "千": 10**3, "万": 10**4, "亿": 10**8, "万亿": 10**12}
CURRENCIES = {"人民币": "CNY", "元人民币": "CNY", "元": "CNY", "美元": "USD", "欧元": "EUR"}
QUALIFIERS = {"超过": "over", "超": "over", "逾": "over", "约": "about", "近": "nearly", "不少于": "at-least"}
AS_OF = re.compile(r"截至(\d{4})年(?:(\d{1,2})月)?")


@dataclass(frozen=True, slots=True)
class Word:
    """A tagged word: ``tag`` is org, place, person, verb, noun, mark or other."""

    text: str
    tag: str
    start: int


Tagger = Callable[[str], list[Word]]


def jieba_posseg() -> Tagger:
    """jieba with its parts of speech: nt is an organisation, ns a place, nr a person."""
    from jieba import posseg

    def tag(text: str) -> list[Word]:
        return _placed((pair.word, _simple(pair.flag)) for pair in posseg.cut(text))

    return tag


def jiagu() -> Tagger:
    """Jiagu, whose perceptrons for words, parts of speech and named entities come in its package."""
    import jiagu as library

    library.init()
    entities = {"ORG": "org", "LOC": "place", "PER": "person"}

    def tag(text: str) -> list[Word]:
        words = library.seg(text)
        if not words:
            return []
        tags, found = library.pos(words), library.ner(words)
        named = (
            entities.get(label.partition("-")[2]) or _simple(flag) for flag, label in zip(tags, found, strict=True)
        )
        return _placed(zip(words, named, strict=True))

    return tag


TAGGERS: dict[str, Callable[[], Tagger]] = {"jieba.posseg": jieba_posseg, "Jiagu": jiagu}


def _simple(flag: str) -> str:
    exact = {"nt": "org", "ns": "place", "nr": "person", "nh": "person", "ni": "org", "w": "mark", "x": "mark"}
    return exact.get(flag) or {"v": "verb", "n": "noun", "j": "noun"}.get(flag[:1], "other")


def _placed(words: Any) -> list[Word]:
    result, position = [], 0
    for text, tag in words:
        result.append(Word(text, tag, position))
        position += len(text)
    return result


@functools.cache
def _countries() -> dict[str, str]:
    chinese = Locale.parse("zh_Hans").territories
    names = {name: code for code, name in chinese.items() if len(code) == 2 and code.isalpha()}
    return names | {"中方": "CN", "我国": "CN", "印尼": "ID", "沙特": "SA", "阿联酋": "AE"}


def country_of(name: str) -> str | None:
    """The country that a name begins with."""
    return next((code for length in range(8, 1, -1) if (code := _countries().get(name[:length]))), None)


@dataclass(frozen=True, slots=True)
class Body:
    """A run of names and nouns that ends as organisations do, or a country."""

    name: str
    start: int
    end: int

    def row(self) -> Row:
        """As the evaluation format has it."""
        return {"name": self.name, "country": country_of(self.name), "type": "other", "generic": "有关" in self.name}


def bodies(words: list[Word]) -> list[Body]:
    """The bodies that tagged words name."""
    found: list[Body] = []
    run: list[Word] = []
    for word in [*words, Word("", "mark", 0)]:
        if word.tag in ("org", "place", "noun") or (run and word.text in ("国家", "工业", "发展", "改革", "合作")):
            run.append(word)
            continue
        name = "".join(w.text for w in run)
        if run and (run[-1].tag == "org" or ENDINGS.search(name) or _countries().get(name)):
            found.append(Body(name, run[0].start, run[-1].start + len(run[-1].text)))
        run = []
    return found


def read_outcomes(document: str, text: str, items: tuple[Item, ...], tag: Tagger) -> Iterator[Row]:
    """The outcomes of the items, by the verb nearest to what it does."""
    for item in items:
        for start, end in item.paragraphs:
            found = False
            last: list[Body] = []
            for sentence in SENTENCE.finditer(text, start, end):
                rows, last = _sentence(sentence.group(), tag, last)
                found = found or bool(rows)
                yield from (_complete(row, document, item, sentence.group()) for row in rows)
            if not found and end - start <= LONGEST_TITLE:
                kind = _kind_of(text[start:end].split("（")[0], "")
                if kind:
                    row = {"kind": kind, "label": text[start:end].split("（")[0], "initiators": [], "partners": []}
                    yield _complete(row, document, item, text[start:end])


def _sentence(sentence: str, tag: Tagger, last: list[Body]) -> tuple[list[Row], list[Body]]:
    """What each verb tells, and who initiated the last; ``last`` is who did so in the sentence before."""
    rows: list[Row] = []
    words = tag(sentence)
    named = bodies(words)
    verbs = [word for word in words if word.text in VERBS]
    begin = 0
    for number, verb in enumerate(verbs):
        stop = verbs[number + 1].start if number + 1 < len(verbs) else len(sentence)
        after = verb.start + len(verb.text)
        comma = sentence.find("，", after, stop)
        stop = comma if comma >= 0 else stop
        with_whom = re.search("[与同和向]", sentence[begin : verb.start])
        border = begin + with_whom.start() if with_whom else verb.start
        own = [body for body in named if begin <= body.start and body.end <= border]
        partners = [body for body in named if border <= body.start and body.end <= verb.start]
        last = own or last
        for label in re.findall("《([^《》]+)》", sentence[after:stop]) or [sentence[after:stop].strip("了、“”的 ")]:
            if len(label) >= 4:
                kind = _kind_of(label, VERBS[verb.text])
                spread = [[body] for body in partners] if kind == "agreement" and len(partners) > 1 else [partners]
                for some in spread:
                    row = {"kind": kind, "label": label, "initiators": last, "partners": some}
                    status = "announced" if "将" in sentence[begin : verb.start] else "concluded"
                    rows.append({**row, "status": status})
        begin = stop
    return rows, last


def _kind_of(label: str, kind: str) -> str:
    if kind == "agreement":
        return kind
    return next((code for code, nouns in NOUNS.items() if label.endswith(tuple(nouns.split()))), kind)


def _complete(row: Row, document: str, item: Item, quote: str) -> Row:
    words = ((code, word) for code, listed in DOMAINS.items() for word in listed.split())
    sums = MONEY.finditer(quote)
    return {
        "document": document, "item": item.number, "status": "concluded",
        **row,
        "initiators": [body.row() for body in row["initiators"]],
        "partners": [body.row() for body in row["partners"]],
        "domain": next((code for code, word in words if word in quote), "strategy"),
        "pillar": item.pillar,
        "amounts": [{"value": int(float(m[1]) * SCALES[m[2] or ""]), "currency": CURRENCIES[m[3]]} for m in sums],
    }  # fmt: skip


def read_figures(document: str, text: str, items: tuple[Item, ...], tag: Tagger) -> Iterator[Row]:
    """The numbers of the items: of the nearest noun before the nearest verb before them."""
    for item in items:
        for start, end in item.paragraphs:
            for sentence in SENTENCE.finditer(text, start, end):
                words = tag(sentence.group())
                as_of = AS_OF.search(sentence.group())
                for match in COUNT.finditer(sentence.group()):
                    before = [word for word in words if word.start < match.start()]
                    verb = next((word for word in reversed(before) if word.tag == "verb"), None)
                    nouns = [
                        w for w in before if w.tag in ("noun", "org", "place") and (not verb or w.start < verb.start)
                    ]
                    behind = next((w.text for w in words if w.start >= match.end() and w.tag == "noun"), "")
                    value = float(match[2]) * SCALES[match[3] or ""]
                    yield {
                        "document": document, "item": item.number,
                        "subject": nouns[-1].text if nouns else "中国",
                        "measure": (verb.text if verb else "") + behind,
                        "value": int(value) if value.is_integer() else value, "upper": None,
                        "unit": CURRENCIES.get(match[5], match[5]),
                        "qualifier": "over" if match[4] else QUALIFIERS.get(match[1] or "", "exact"),
                        "as_of": "-".join(part.zfill(2) for part in as_of.groups() if part) if as_of else None,
                    }  # fmt: skip


def read_attendance(document: str, text: str, items: tuple[Item, ...], tag: Tagger) -> Iterator[Row]:
    """Every person of a sentence that says who took part, of the nearest country before."""
    for item in items:
        for start, end in item.paragraphs:
            for sentence in SENTENCE.finditer(text, start, end):
                if re.search("出席|与会|参加|来华", sentence.group()):
                    country = None
                    for word in tag(sentence.group()):
                        country = country_of(word.text) or country
                        if word.tag == "person":
                            yield {"document": document, "person": word.text, "whom": country}
