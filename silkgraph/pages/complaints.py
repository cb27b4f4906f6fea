"""What a page says of a problem: in English what programs are told, in Chinese the sentence of ``problems.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Complaint:
    """A problem in the language of a page.

    Args:
        title: what kind it is.
        text: what is wrong, and what can be done.
        original: the English sentence, where it is not ``text``.
    """

    title: str
    text: str
    original: str = ""


@cache
def in_chinese() -> Mapping[str, Mapping[str, str]]:
    """Titles and sentences, by the code of the problem."""
    path = Path(__file__).with_name("problems.toml")
    found: Mapping[str, Mapping[str, str]] = tomllib.loads(path.read_text("utf-8"))
    return found


def complaint(code: str, title: str, detail: str, members: Mapping[str, Any], tongue: str) -> Complaint:
    """A problem as a page in a language tells it.

    >>> complaint("time-limit", "Time limit", "the query did not end …", {"limit_seconds": 30.0}, "zh").text
    '查询未能在 30 秒内完成，已被停止。请缩小范围、加上 LIMIT，或下载全部数据。'
    """
    held = in_chinese().get(code)
    if tongue != "zh" or held is None:
        return Complaint(title, detail)
    sentence = held["text_with_line"] if "line" in members and "text_with_line" in held else held["text"]
    return Complaint(held["title"], sentence.format(**members), detail)
