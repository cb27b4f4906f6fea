"""What gifts and grants are called: money by what it is or to whom it goes, a policy by those for whom it holds."""

from __future__ import annotations

import re

from silkgraph.parse.acts import Act, Context
from silkgraph.parse.labels import clean_label

_LEFT_OVER = re.compile(r"^(?:等值的?|额度的|规模的|的|共|总计|共计|总额|价值)+|(?:共|总计|共计|总额|价值|约)$")
_UNTIL = re.compile(r"^.*?截至(?:\d{4}年)?(?:年?[底末]|\d{1,2}月(?:[底末]|\d{1,2}日)?)?(?=.{3})")
_PURPOSE = re.compile(
    r"(?<=.{3})(?:，.*|(?:用于|用以|落实|帮助|助力|推动|(?<=[金款助资贷元])支持(?![和与及、]))(?=.{2}).*)$"
)
_MONEY = ("贷款", "授信", "赠款", "援款", "信贷", "担保", "融资", "保险")
_HELP = ("援助", "物资", "资金", "捐款", "现汇", "现金", "款项", "经费")
_OURSELVES = ("中方", "我方", "中国", "中国政府", "我国", "中国中央政府")
"""Whose name says less of a gift than its sum does."""
_FOR_PROJECT = re.compile("为(?P<what>[^，为\\d]{4,40}?(?:项目|工程|改造|扩建|建设|[一二三四]期))$")
_SHARES = ("参股", "入股", "控股", "认股", "增持", "收购", "认购")
"""What is bought with money, where nothing says of whom."""
_COMMON = 6
"""A name of money of so few characters (优惠贷款) is better told with what it is for."""
_TOWARDS = re.compile(r"(?:向|为)(?P<what>[^，向为]{2,20})$")


def money_label(act: Act, phrase: str, sums: list[str], context: Context) -> str:
    """What the money is, without the sum: ``80亿元人民币各类援助`` is 各类援助; else who gives it to whom."""
    phrase = _PURPOSE.sub("", clean_label(phrase))
    for words in sums:
        phrase = phrase.replace(words, "")
    label = _LEFT_OVER.sub("", phrase)
    project = _FOR_PROJECT.search(context.words(act.predicate.head)) if label.endswith(_MONEY) else None
    if project and len(label) <= _COMMON:  # 为鲁齐齐河三座桥梁项目提供|优惠贷款
        return project["what"] + label
    if label in _SHARES:  # 中非发展基金|出资4000万美元参股
        return act.predicate.verb.form + label
    if len(label) > 2:
        return label
    if label in (*_MONEY, *_HELP) and len(sums) == 1:  # 国家开发银行向加勒比开发银行提供|4亿美元授信
        return sums[0] + label
    by = act.subjects[0].name if act.subjects else ""
    if not label and sums and by in _OURSELVES and not act.head.recipients:
        return act.predicate.verb.form + sums[0]  # 中方|追加800万美元
    return gift_label(act, context) + (label if label != act.predicate.verb.form else "")


def gift_label(act: Act, context: Context) -> str:
    """A gift that has no name: ``向南南合作援助基金增资``, ``丝路基金追加``."""
    verb = act.predicate.verb.form
    towards = _TOWARDS.search(context.words(act.predicate.head))
    to = "、".join(party.name for party in act.head.recipients) or (towards["what"] if towards else "")
    by = act.subjects[0].name if act.subjects else ""
    return f"向{to}{verb}" if to else f"{by}{verb}"


def policy_label(whom: str, policy: str, context: Context) -> str:
    """``坦桑尼亚、南苏丹98%税目产品`` and ``零关税``: the goods or people, without the countries."""
    goods = re.search(r"\d+(?:\.\d+)?%.*$", whom + policy)
    if goods:
        return goods.group()
    return clean_label(whom) + policy if "公民" in whom or "护照" in whom or "人员" in whom else policy


def without_debtors(act: Act, context: Context) -> str:
    """``索马里、布隆迪两国截至2024年底到期无息贷款债务`` without the countries and the time."""
    phrase = context.words(act.predicate.object)
    return clean_label(_UNTIL.sub("", phrase))
