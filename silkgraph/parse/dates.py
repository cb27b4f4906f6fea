"""Dates and periods, as ISO 8601 writes them: ``2023-06``, ``2023-10-18``, ``2013/2022``."""

from __future__ import annotations

import re
from typing import Literal

from silkgraph.values import dataclass

Role = Literal["as-of", "at", "since", "until", "compared"]

_YEAR = r"(?:19|20)\d\d"
_DASH = r"\s*[—–－\-~～至到]\s*"
_DATE = re.compile(
    rf"(?=[截到至自从较比相与\d]\D{{0,5}}\d)(?P<as_of>截至|截止到?|到|至)?(?P<since>自|从)?(?P<compared>较|比|相比|与)?"
    rf"(?:(?P<from>{_YEAR})年?{_DASH}(?P<to>{_YEAR})年"
    rf"|(?P<bracket>(?<=[（(]){_YEAR}{_DASH}{_YEAR}(?=[）)]))"
    rf"|(?P<year>{_YEAR})年(?:(?P<month>\d{{1,2}})月(?:(?P<day>\d{{1,2}})日?(?![\d万亿个项]))?(?:{_DASH}(?:(?P<month2>\d{{1,2}})月)?(?P<day2>\d{{1,2}})日)?)?"
    rf"|(?P<only_month>\d{{1,2}})月(?P<only_day>\d{{1,2}})日)"
    rf"(?P<part>底|末|初|年初|年底|上半年|下半年)?(?P<after>以来|起|后)?"
)
_TRACE = re.compile(r"\d(?:[年月]|\s*[—–－\-~～至到])")
"""Without a number before one of these there is no date."""
_NO_DATE = re.compile(r"可持续发展|议程|愿景|目标")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period in a text.

    ``value`` is ISO 8601; a day without a year is ``--10-18``. ``role`` tells how the text uses it:
    ``as-of`` (截至…), ``until`` (到2030年), ``since`` (…以来, 自…起), ``compared`` (较2013年), else ``at``.
    """

    start: int
    end: int
    value: str
    role: Role

    @property
    def year(self) -> int | None:
        """The (first) year, if it is stated."""
        return int(self.value[:4]) if self.value[:4].isdigit() else None


def find_dates(
    text: str, start: int = 0, end: int | None = None, *, year: int | None = None
) -> tuple[DateMention, ...]:
    """The dates and periods between ``start`` and ``end``, in order.

    The year in the name of a programme (``联合国2030年可持续发展议程``) is not a date. ``year`` is the one
    to take for a day that has none (``10月18日``).
    """
    stop = len(text) if end is None else end
    if _TRACE.search(text, start, stop) is None:
        return ()
    found = []
    for match in _DATE.finditer(text, start, stop):
        if _NO_DATE.match(text, match.end()):
            continue
        found.append(DateMention(match.start(), match.end(), _value(match, year), _role(match)))
    return tuple(found)


def _value(match: re.Match[str], default_year: int | None) -> str:
    if match["from"]:
        return f"{match['from']}/{match['to']}"
    if match["bracket"]:
        years = re.findall(_YEAR, match["bracket"])
        return f"{years[0]}/{years[1]}"
    if match["only_month"]:
        day = f"{int(match['only_month']):02}-{int(match['only_day']):02}"
        return f"{default_year}-{day}" if default_year else f"--{day}"
    if not match["month"]:
        return match["year"]
    month = f"{match['year']}-{int(match['month']):02}"
    if not match["day"]:
        return month
    first = f"{month}-{int(match['day']):02}"
    if not match["day2"]:
        return first
    return f"{first}/{match['year']}-{int(match['month2'] or match['month']):02}-{int(match['day2']):02}"


def _role(match: re.Match[str]) -> Role:
    if match["compared"] and not match["after"]:
        return "compared"
    if match["since"] or match["after"] in ("以来", "起"):
        return "since"
    if match["as_of"]:
        return "as-of" if match["as_of"].startswith("截") else "until"
    return "at"
