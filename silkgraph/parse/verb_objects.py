"""Whether the words behind a verb are the object that it must have: ``推进|亚洲文化遗产保护行动``, not ``推进|合作``.

Which object a verb must have, and with which words such objects end, is said in ``extract/lexicon/verbs.toml``.
"""

from __future__ import annotations

import functools
import re

from silkgraph.locations import knowledge
from silkgraph.parse.counted_items import is_counted, pledge_words, visit
from silkgraph.parse.money import begins_with_money
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.lexicon import any_of, read_table
from silkgraph.values import dataclass


@dataclass(frozen=True, slots=True)
class ObjectGrammar:
    """What objects of each sort look like, by the words of ``[objects]`` in ``verbs.toml``."""

    title: re.Pattern[str]
    own_title: re.Pattern[str]
    """``通过|本宣言``."""
    passed: re.Pattern[str]
    """``审议通过|旅游合作五年规划``."""
    programme: re.Pattern[str]
    quoted: re.Pattern[str]
    """A programme by a name in quotation marks: ``落实|“千名渔技员”培训计划``."""
    bond: re.Pattern[str]
    """``发行|绿色债券``, ``发行|建交50周年纪念邮票``."""
    line: re.Pattern[str]
    """``新增|直飞雅加达航线``."""
    service: re.Pattern[str]
    work: re.Pattern[str]
    study: re.Pattern[str]
    money: re.Pattern[str]
    """Money at the end of an object (``安排|联合融资``)."""
    goods: re.Pattern[str]
    """Goods at the end of an object (``援助|海水淡化设备``)."""

    @classmethod
    @functools.cache
    def load(cls) -> ObjectGrammar:
        """The grammar of the project's lexicon."""
        table = read_table(knowledge("extract") / "lexicon" / "verbs.toml")["objects"]
        words = {sort: any_of(endings) for sort, endings in table.items()}
        return cls(
            title=re.compile(
                rf"了?(?:《|“[^“”]{{2,24}}(?:{words['quoted']})”|(?:关于[^，]{{2,30}}的)?第[\d/]+号(?:{words['numbered']})|"
                rf"关于[^，《》]{{2,40}}?的(?:{words['texts']})(?=$|[，、；和与及]))"
            ),
            own_title=re.compile(f"了?本(?:{words['own']})$"),
            passed=re.compile(f"了?[^，。；《》“”]{{2,28}}?(?:{words['passed']})(?=$|[，、；和与及])"),
            programme=re.compile(f"[^，。的]{{3,30}}?(?:{words['programmes']})(?:$|[，、。；和及])"),
            quoted=re.compile(
                "“(?!一带一路|丝绸之路|[一二三四五六七八九十\\d]+[大项个])[^“”]{2,20}"
                f"(?:”[^“”，。的、]{{0,8}}(?:{words['quoted_programmes']})|(?:{words['quoted_programmes']})”)(?=$|[，、。；和及])"
            ),
            bond=re.compile(f"(?:债券?|{words['issues']})(?=$|[，、。；（])"),
            line=re.compile(f"[^，。《“]{{0,24}}(?:{words['lines']})(?=$|[，、。；])"),
            service=re.compile(
                rf"[^，。的《“]{{0,8}}“[^“”]{{2,30}}”|[^，。的《]{{2,24}}?(?:{words['services']})(?:$|[，、。；和及])"
            ),
            work=re.compile(f"[^，。的《“、和与及]{{2,20}}?(?:{words['works']})(?:$|[，；。])"),
            study=re.compile(
                rf"了?[^，。的《“]{{2,30}}?(?:{words['research']})+研究(?=$|[，、。；])|"
                rf"了?[^，。的《“]{{3,24}}?(?:{words['surveys']})(?=$|[，、。；])"
            ),
            money=re.compile(f"(?:{'|'.join(pledge_words()['money'])})$"),
            goods=re.compile(f"(?<=[^，。]{{2}})(?:{any_of(pledge_words()['goods'])})(?=$|[，；])"),
        )


def is_object(text: str, span: Span, kind: str) -> bool:
    """Whether the words behind a verb are an object of the kind that it must have (``object`` in ``verbs.toml``)."""
    objects = ObjectGrammar.load()
    if kind == "none":
        return span[0] == span[1] or text[span[0]] in "在于，"
    if kind == "text" and objects.passed.match(text, *span):
        return True
    if kind in ("title", "text"):
        return (
            objects.title.match(text, *span) is not None
            or objects.own_title.match(text, *span) is not None
            or (text.startswith("了", *span) and objects.passed.match(text, *span) is not None)
        )
    if kind == "bond":
        return objects.bond.search(text, *span) is not None or is_counted(text, span)
    if kind == "line" and objects.line.match(text, *span):
        return True
    if kind == "service":
        return objects.service.match(text, *span) is not None
    if kind == "study":
        return objects.study.match(text, *span) is not None
    if kind == "programme":
        return objects.programme.match(text, *span) is not None or begins_with_money(text, span)
    if kind == "quoted":
        return objects.quoted.match(text, *span) is not None
    if kind == "money":
        return is_counted(text, span) or objects.money.search(text, *span) is not None
    if kind == "work" and objects.work.match(text, *span):
        return True
    if kind == "gift" and (
        text.startswith("一批", *span) or text.endswith("一批", *span) or objects.goods.search(text, *span)
    ):
        return True
    return bool(visit(text, span)) or kind in ("counted", "work", "gift", "line") and is_counted(text, span)
