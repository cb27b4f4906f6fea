"""From a name as a text writes it to the body of the authority file that it means."""

from __future__ import annotations

import re

import pytest

from silkgraph.knowledge import Authority


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority.load()


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("国家发展和改革委员会", "ndrc"),
        ("中国国家发展和改革委员会", "ndrc"),
        ("中华人民共和国国家发展和改革委员会", "ndrc"),
        ("国家发展改革委", "ndrc"),
        ("中国国家开发银行", "cdb"),
        ("国开行", "cdb"),
        ("进出口银行", "china-exim"),
        ("中华人民共和国国务院新闻办公室", "scio"),
        ("巴基斯坦铁道部", "pk-railways"),
        ("巴基斯坦伊斯兰共和国铁道部", "pk-railways"),
        ("印尼投资协调委员会", "id-bkpm"),
        ("蒙古财政部", "mn-finance"),
        ("捷克工贸部", "cz-industry"),
        ("柬埔寨公共工程和运输部", "kh-public-works"),
        ("智利经济、发展和旅游部", "cl-economy"),
        ("印度尼西亚－中国高铁有限公司", "id-kcic"),
        ("联合国贸易与发展会议", "unctad"),
        ("联合国贸发会议", "unctad"),
        ("联合国人口基金会", "unfpa"),
        ("联合国国际移民组织", "iom"),
        ("世界银行集团", "world-bank"),
        ("UNDP", "undp"),
        ("World Health Organization", "who"),
        ("“一带一路”绿色发展国际联盟", "brigc"),
        ("「一带一路」绿色发展国际联盟", "brigc"),
        ("一带一路绿色发展国际联盟", "brigc"),
        ("中国-东盟博览会", "china-asean-expo"),
        ("中国东盟卫星应用信息中心", "china-asean-satellite-centre"),
        ("《联合国气候变化框架公约》秘书处", "unfccc-secretariat"),
        ("香港特区", "hong-kong-sar"),
        ("中国香港特别行政区", "hong-kong-sar"),
        ("中共", "cpc"),
        ("老挝政府", "government-la"),
        ("中华人民共和国政府", "government-cn"),
        ("黎巴嫩共和国政府", "government-lb"),
        ("蒙古国", "country-mn"),
        ("东方铁路建设有限公司", None),
        ("土耳其外交部", None),
        ("石油", None),
    ],
)
def test_a_name_means_one_body(authority: Authority, name: str, identifier: str | None) -> None:
    entry = authority.find(name)
    assert (entry.identifier if entry else None) == identifier


@pytest.mark.parametrize(
    ("name", "country", "identifier"),
    [
        ("财政部", None, "mof-cn"),
        ("财政部", "CN", "mof-cn"),
        ("财政部", "LA", "la-finance"),
        ("财政部", "TG", None),
        ("中国财政部", "LA", "mof-cn"),
        ("世界银行", "LA", "world-bank"),
        ("国家创新局", "KE", "ke-innovation"),
        ("丝路基金", "UZ", "silk-road-fund"),
    ],
)
def test_a_bare_name_belongs_to_the_country_spoken_of(
    authority: Authority, name: str, country: str | None, identifier: str | None
) -> None:
    entry = authority.find(name, country)
    assert (entry.identifier if entry else None) == identifier


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("第三届“一带一路”国际合作高峰论坛", "brf"),
        ("第八届“一带一路”高峰论坛", "hk-belt-road-summit"),
        ("第二届“一带一路”国际合作高峰论坛政策沟通分论坛", "brf-policy-coordination"),
        ("2023“一带一路”自然灾害防治和应急管理国际合作部长论坛", "bri-disaster-ministerial"),
        ("全球可持续交通高峰论坛（2023）", "sustainable-transport-summit"),
        ("2024年“一带一路”青年创意与遗产论坛", "bri-youth-heritage-forum"),
        ("“一带一路”自然灾害防治和应急管理合作机制第二次协调人会议", "bri-disaster-coordinators"),
        ("第五届丝路基金", None),
    ],
)
def test_an_edition_means_its_series(authority: Authority, name: str, identifier: str | None) -> None:
    entry = authority.find(name)
    assert (entry.identifier if entry else None) == identifier


def test_an_entry_tells_type_country_parent_and_successor(authority: Authority) -> None:
    oceans = authority.entry("soa")
    assert oceans is not None
    assert (oceans.name_zh, oceans.name_en) == ("国家海洋局", "State Oceanic Administration of China")
    assert (oceans.type, oceans.country) == ("ministry-or-agency", "CN")
    assert (oceans.parent, oceans.replaced_by) == ("cn-state-council", ("mnr",))
    assert authority.entry("no-such-body") is None


def test_countries_and_governments_follow_from_the_code(authority: Authority) -> None:
    laos = authority.country_body("LA")
    assert (laos.identifier, laos.name_zh, laos.name_en, laos.type) == ("country-la", "老挝", "Laos", "country")
    government = authority.government_body("LA")
    assert (government.identifier, government.name_zh) == ("government-la", "老挝政府")
    assert (government.name_en, government.type, government.country) == ("Government of Laos", "government", "LA")
    assert "老挝人民民主共和国政府" in government.aliases
    assert authority.entry("government-la") == government
    assert authority.entry("country-zz") is None


def test_names_hold_the_spellings_of_texts_and_no_part_of_other_words(authority: Authority) -> None:
    names = authority.names()
    for name, identifier in {
        "中国商务部": "mofcom",
        "商务部": "mofcom",
        "巴基斯坦伊斯兰共和国铁道部": "pk-railways",
        "印尼投资协调委员会": "id-bkpm",
        "“一带一路”新闻合作联盟": "bri-news-alliance",
        "一带一路新闻合作联盟": "bri-news-alliance",
        "中国－东盟博览会": "china-asean-expo",
        "联合国贸易与发展会议": "unctad",
    }.items():
        assert names[name].identifier == identifier
    for part_of_words in ("建行", "中行", "中共", "EU", "石油", "中国电信"):
        assert part_of_words not in names
    assert all(authority.find(name) == entry for name, entry in names.items())


SOURCES = {
    "中国国家铁路局与巴基斯坦伊斯兰共和国铁道部签署关于实施巴基斯坦1号铁路干线升级改造和哈维连陆港项目建设的框架协议": [
        "nra",
        "pk-railways",
    ],
    "丝路基金与上海合作组织银联体同意签署关于伙伴关系基础的备忘录": ["silk-road-fund", "sco-interbank"],
    "中国海关总署与国际道路运输联盟签署促进国际物流大通道建设": ["gacc", "iru"],
    "贸易畅通分论坛由商务部主办，海关总署、国家税务总局、中国进出口银行、中国出口信用保险公司协办": [
        "brf-unimpeded-trade",
        "mofcom",
        "gacc",
        "sta",
        "china-exim",
        "sinosure",
    ],
    "（中国科学院中非联合研究中心、非洲联盟发展署、非洲农业技术基金会、肯尼亚国家创新局等机构发起）": [
        "cas-africa-joint-center",
        "auda-nepad",
        "aatf",
        "ke-innovation",
    ],
    "中国银保监会（现国家金融监督管理总局）、证监会与境外多个国家的监管机构签署": ["cbirc", "nfra", "csrc"],
}


@pytest.mark.parametrize("sentence", SOURCES)
def test_the_bodies_of_a_sentence(authority: Authority, sentence: str) -> None:
    names = authority.names()
    longest_first = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
    assert [names[found].identifier for found in longest_first.findall(sentence)] == SOURCES[sentence]


def test_a_body_that_was_divided_has_several_successors(authority: Authority) -> None:
    assert authority.entries["aqsiq"].replaced_by == ("samr", "gacc")
    assert authority.entries["mee"].replaced_by == ()
