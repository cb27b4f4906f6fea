"""Words of Hong Kong and Taiwan, read as those of the mainland."""

from pathlib import Path

import pytest

from silkgraph.errors import KnowledgeError
from silkgraph.read import vocabulary as module
from silkgraph.read.vocabulary import read_as, vocabulary
from silkgraph.recognise.names import names


def replaced(text: str, traditional: bool) -> str:
    for start, end, word in reversed(list(vocabulary().replacements(text, traditional=traditional))):
        text = text[:start] + word + text[end:]
    return text


@pytest.mark.parametrize(
    "sentence",
    [
        "厄瓜多尔与圣文森特和格林纳丁斯签署协议",
        "越南韩国河南韩城",
        "释放善意，参加彭丽媛教授的活动，社会主义大利于发展",
        "南京市妇联同老挝妇联签署协议",
        "结合共建国家需要，联合共同发布",
        "广东加强对外合作，永续债与木质素",
        "乔治亚州立大学、数码港、数位专家、中小企业",
        "诺鲁孜节，马里与尼日尔、尼日利亚",
        "联合约旦、伊拉克两国高校，符合约定，综合约30家公共组织的意见",
        "快捷运输与便捷运营，一座标志性建筑，开创科技合作新局面",
        "电视讯号，合伙拍摄纪录片，代表团由12人共组成",
        "抵达致辞，设计画册，软体动物，关联同步发展",
        "推动工业合作，劳动工资与流动工作站，新兴建材展",
        "议定书签订于1998年，章程修订于去年",
        "青岛与大连结为伙伴，产品质量检验，电视窗口，卡达菲",
    ],
)
def test_a_mainland_sentence_is_left_alone(sentence: str) -> None:
    assert replaced(sentence, traditional=False) == replaced(sentence, traditional=True) == sentence


def test_a_day_that_is_set_is_read_in_any_text() -> None:
    assert replaced("首次会议订于明年三月在澳门举行", traditional=False) == "首次会议定于明年三月在澳门举行"


def test_no_name_of_a_country_becomes_another_one() -> None:
    countries = names().countries
    for surface, code in countries.surfaces.items():
        assert countries.code(replaced(surface, traditional=True)) == code


def test_no_name_of_a_body_becomes_another_one() -> None:
    authority = names().authority
    for name in authority.names():
        assert authority.find(replaced(name, traditional=True)) is authority.find(name), name


def test_two_scripts_of_a_name_are_read_as_one() -> None:
    assert read_as("數碼絲路高峰會") == read_as("数字丝路峰会") == "数字丝路峰会"
    assert read_as("盧安達衛生部") == read_as("卢旺达卫生部") == "卢旺达卫生部"


def test_a_condition_for_an_unknown_word_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / module.FILE).write_text(
        '[everywhere]\n"网路" = "网络"\n[countries]\n[traditional]\n[not_before]\n"数位" = "专"\n[not_after]\n', "utf-8"
    )
    monkeypatch.setattr(module, "knowledge", lambda _: tmp_path)
    with pytest.raises(KnowledgeError, match="数位"):
        module.vocabulary.__wrapped__()
