"""What a clause adds to the outcome told before it: who holds it, who wrote it."""

from __future__ import annotations

import pytest
from prose import told, told_in_list


@pytest.mark.parametrize("mark", "，、")
def test_hosts_and_cohosts_are_initiators_of_one_event(mark: str) -> None:
    text = f"贸易畅通分论坛由商务部主办{mark}海关总署、国家税务总局协办。"
    assert told_in_list(text) == [("event", "concluded", "商务部、海关总署、国家税务总局", "", "贸易畅通分论坛")]


def test_the_theme_between_event_and_host_is_skipped() -> None:
    text = "创新之路分论坛以“携手创新，共创未来”为主题，由科技部主办，中国科学院和中国工程院协办。"
    assert told_in_list(text) == [("event", "concluded", "科技部、中国科学院、中国工程院", "", "创新之路分论坛")]


def test_who_wrote_a_publication_may_be_told_after_it() -> None:
    text = "发布《东南亚绿色港口指数》，由新加坡国立大学会同上海海事大学编制。"
    assert told(text) == [("publication", "concluded", "新加坡国立大学", "上海海事大学", "东南亚绿色港口指数")]
