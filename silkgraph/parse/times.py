"""Expressions of time within a clause: ``将于二季度``, ``自今年12月1日起``, ``昨日（十八日）``, ``周三``, ``三年内``.

They stand before the subject or between subject and verb and are never part of a name.
"""

from __future__ import annotations

from collections.abc import Iterable

from silkgraph.recognise.lexicon import any_of

_NUMBER = r"(?:\d+|[一二三四五六七八九十廿〇零两]+)"
_NOTE = r"(?:（[^（）]{1,8}）)?"


def time_expression(words: Iterable[str]) -> str:
    """A regular expression for one expression of time; ``words`` are the times that are words (``日前``)."""
    numbered = (
        rf"\d{{4}}(?:至|到|—|-|/)\d{{4}}(?:学年|财年)(?:[春秋]季学期)?|昨(?=[与同和跟在就])|\d{{4}}年?(?:至|到|—|-)\d{{4}}年|(?:\d{{4}}|[一二三四五六七八九〇零]{{4}})年|"
        rf"{_NUMBER}(?:月份?|日|时(?:{_NUMBER}分)?)|第?[一二三四1-4]季度?|{_NUMBER}[月日]?(?:至|到|—|-){_NUMBER}[月日]|"
        r"(?:本|上|下|这)?(?:周|週|星期|礼拜)[一二三四五六日](?!大)"
    )
    unit = rf"(?:(?:{any_of(words)}|{numbered}){_NOTE})"
    since = r"(?:于|自|从|在|至|到|由|截至|截止|早在)"
    until = r"(?:起|开始|前|后|之前|之后|以前|以后|以来|期间|内|左右|前后|为止)"
    ahead = rf"(?:未来|今后|接下来){_NUMBER}(?:至{_NUMBER})?(?:年|个月)"
    long = rf"(?:过去|近|此后)?{_NUMBER}[多余]?(?:年|个月|周|天|日|小时)"
    period = rf"(?:{ahead}(?:内|间)?|{long}(?:内|间|来|后|前|之内|以来|之后))"
    return rf"(?:{since}?{period}|{since}?{unit}(?:(?:至|到|的|—|-)?{unit})*{until}?)"
