"""What a document's title says that its text refers to: countries, bodies and the event."""

import pytest

from silkgraph.recognise.countries_named import mentioned_countries, named_countries
from silkgraph.recognise.events_named import event_named
from silkgraph.recognise.names import names
from silkgraph.recognise.setting import setting_of


def countries(title: str, text: str = "") -> list[tuple[str, str]]:
    whole = f"{title}\n{text}"
    mentioned = mentioned_countries(whole, names())
    return [(c.code, c.name) for c in named_countries(whole, (0, len(title)), names(), mentioned)]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("中葡论坛部长级会议成果清单", "", [("CN", "中国"), ("PT", "葡萄牙")]),
        ("中俄蒙三国元首会晤", "俄罗斯和蒙古国", [("CN", "中国"), ("RU", "俄罗斯"), ("MN", "蒙古国")]),
        (
            "中、匈、塞、马四国总理举行会晤",
            "北马其顿总理与塞尔维亚总统",
            [("CN", "中国"), ("HU", "匈牙利"), ("RS", "塞尔维亚"), ("MK", "北马其顿")],
        ),
        ("中佛关系提升为战略伙伴关系", "佛得角总统访华", [("CN", "中国"), ("CV", "佛得角")]),
        ("圭亚那合作共和国总统对华国事访问成果清单", "", [("GY", "圭亚那合作共和国"), ("CN", "中国")]),
        ("国家主席同安哥拉总统举行会谈", "", [("CN", "中国"), ("AO", "安哥拉")]),
        ("日韩两国在沿海地区设厂", "", [("JP", "日本"), ("KR", "韩国")]),
        ("中阿论坛闭幕", "中国与阿拉伯国家签署协议，阿联酋出席。", [("CN", "中国")]),
        ("中阿两国签署协议", "阿联酋总统访华", [("CN", "中国"), ("AE", "阿联酋")]),
        ("中新社记者空中巴士集中意见中加强合作", "", []),
    ],
)
def test_a_title_names_countries_in_full_and_in_short(title: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert countries(title, text) == expected


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("第六届“一带一路”税收征管合作论坛在第比利斯落幕", "第六届“一带一路”税收征管合作论坛"),
        ("——在中国—东非走廊国家领导人会议开幕式上的主旨讲话", "中国—东非走廊国家领导人会议"),
        ("在第四届中国—拉美和加勒比国家科技创新对话上的致辞", "第四届中国—拉美和加勒比国家科技创新对话"),
        ("第五次中国—格鲁吉亚—亚美尼亚知识产权局局长会成果清单", "第五次中国—格鲁吉亚—亚美尼亚知识产权局局长会"),
        ("环印度洋开发银行理事会第九届年会决议（摘要）", "环印度洋开发银行理事会第九届年会"),
        ("第三届“一带一路”国际合作高峰论坛主席声明", "第三届“一带一路”国际合作高峰论坛"),
        ("“一带一路”国际合作高峰论坛圆桌峰会联合公报", "“一带一路”国际合作高峰论坛圆桌峰会"),
        ("18日，为期三天的第4届丝路港口对话会在达尔文闭幕", "第4届丝路港口对话会"),
        ("两国元首出席中国—中亚峰会", "中国—中亚峰会"),
        ("第5届丝路智库对话会会议纪要", "第5届丝路智库对话会"),
        ("终审法院大楼三层的会议室里", ""),
        ("与会者参加了本届论坛", ""),
        ("并决定接收老挝为对话伙伴", ""),
        ("通过《高峰论坛圆桌峰会联合公报》", ""),
    ],
)
def test_a_title_names_the_event_that_the_text_calls_by_its_kind(sentence: str, event: str) -> None:
    assert event_named(sentence, (0, len(sentence))) == event


def test_the_setting_takes_from_the_first_paragraphs_what_the_title_lacks() -> None:
    text = "此访成果丰硕\n中老两国元首在万象会谈。\n老挝总理会见。"
    setting = setting_of(text, [(0, 6)], [(7, 19)], names())
    assert setting.title == "此访成果丰硕"
    assert setting.countries == ()
    assert [(country.code, country.name) for country in setting.lead] == [("CN", "中国"), ("LA", "老挝")]


def test_the_full_name_of_an_event_goes_before_a_short_one_in_the_title() -> None:
    title, lead = "中非传统医药论坛奈洛比落幕", "为期两天的第4届中非传统医药与公共卫生论坛7日在肯尼亚闭幕。"
    text = f"{title}\n{lead}"
    setting = setting_of(text, [(0, len(title))], [(len(title) + 1, len(text))], names())
    assert setting.event == "第4届中非传统医药与公共卫生论坛"


def test_a_character_stands_for_the_region_that_the_text_speaks_of() -> None:
    """中加 is China and Canada; in a text on 加勒比国家 it is China and a region, which has no code."""
    with_canada = "中加两国元首通电话"
    with_the_region = "中加友好合作。中国同加勒比国家关系发展迅速。"
    assert [c.code for c in named_countries(with_canada, (0, len(with_canada)), names())] == ["CN", "CA"]
    assert "CA" not in [c.code for c in named_countries(with_the_region, (0, len(with_the_region)), names())]


def test_where_and_when_a_text_was_issued_is_no_party_to_it() -> None:
    title, place = "第五次中国—太平洋岛国合作论坛成果清单", "（2027年9月16日，萨摩亚阿皮亚）"
    text = f"{title}\n{place}\n"
    setting = setting_of(text, [(0, len(title)), (len(title) + 1, len(text) - 1)], [], names())
    assert [country.code for country in setting.countries] == ["CN"]


def test_the_lead_tells_the_edition_that_the_title_leaves_out() -> None:
    title, lead = "上海合作组织塔什干峰会成果综述", "上海合作组织成员国元首理事会第二十六次会议在这里举行。"
    text = f"{title}\n{lead}"
    found = setting_of(text, [(0, len(title))], [(len(title) + 1, len(text))], names())
    assert found.event == "上海合作组织成员国元首理事会第二十六次会议"


def test_what_a_briefing_is_about_is_the_event() -> None:
    title = "外交部就中非合作论坛第九届部长级会议举行中外媒体吹风会"
    assert setting_of(title, [(0, len(title))], [], names()).event == "中非合作论坛第九届部长级会议"
