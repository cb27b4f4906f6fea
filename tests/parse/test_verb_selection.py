"""Which words of a clause are verbs that tell something."""

from __future__ import annotations

import pytest
from prose import frames_of, told

from silkgraph.parse.verb_selection import telling_verbs, verb_words
from silkgraph.recognise.brackets import depths
from silkgraph.recognise.lexicon import lexicon
from silkgraph.recognise.words import words


@pytest.mark.parametrize(
    ("clause", "verbs"),
    [
        ("海南大学同拉各斯大学就合办热带农业课程达成协议", ["达成"]),
        ("校方就在万象开设办事处进行内部咨询", []),
        ("四国委托贝尔格莱德大学编制《多瑙河航运指数》", ["编制"]),
        ("理事会授权行长与欧洲投资银行签署联合融资协议", ["签署"]),
        ("两国元首见证签署《海关合作协定》", ["签署"]),
        ("中国同加纳修订1999年税收协定的议定书完成草签", ["完成草签"]),
        ("商务部宣布为老挝企业提供20亿元出口信贷", ["提供"]),
    ],
)
def test_a_verb_that_only_introduces_or_describes_tells_nothing(clause: str, verbs: list[str]) -> None:
    span = (0, len(clause))
    tokens = dict(words(clause))
    found = telling_verbs(clause, span, depths(clause), 0, tokens, verb_words(tokens, lexicon()))
    assert [verb.form for _, _, verb in found] == verbs


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        ("中国和汤加签署并发表《联合声明》。", [("declaration", "联合声明")]),
        ("中国中车在汤加建设的组装厂竣工投产。", [("programme", "汤加组装厂")]),
        ("中国中车与汤加铁路公司合资建设的组装厂竣工投产。", [("programme", "组装厂")]),
        ("汤加、萨摩亚、斐济三国签署国界条约。", [("agreement", "国界条约")]),
    ],
)
def test_verbs_side_by_side_are_one_act(sentence: str, rows: list[tuple[str, str]]) -> None:
    assert [(row[0], row[4]) for row in told(sentence)] == rows


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        ("行政长官昨日在布达佩斯见证香港旅游发展局与汤加旅游部签署合作备忘录。", [("香港旅游发展局", "汤加旅游部")]),
        ("在两国领导人见证下，中国铁建与汤加港务局签署改造合同。", [("中国铁建", "汤加港务局")]),
        ("中联办教育工作部负责人致辞时说，希望深化合作。", []),
    ],
)
def test_who_looks_on_and_who_speaks_does_nothing(sentence: str, rows: list[tuple[str, str]]) -> None:
    assert [(row[2], row[3]) for row in told(sentence)] == rows


def test_what_is_exchanged_may_be_agreed_upon() -> None:
    text = "中央广播电视总台与佛得角电视台就节目互换达成一致。"
    assert told(text) == [("agreement", "concluded", "中央广播电视总台", "佛得角电视台", "节目互换")]


def test_what_the_guests_do_belongs_to_the_invitation() -> None:
    text = "中方将在三年内邀请800名非洲青年科学家来华开展短期研究，把双方共建的联合实验室增至30家。"
    assert [(row[2], row[3], row[4]) for row in told(text)] == [
        ("中方", "", "800名非洲青年科学家来华开展短期研究"),
        ("中方", "", "联合实验室增至30家"),
    ]


def test_meetings_pass_texts_without_titles() -> None:
    text = "大会通过关于人工智能合作的声明和关于反对极端主义的声明。"
    assert [(row[0], row[4]) for row in told(text)] == [
        ("declaration", "关于人工智能合作的声明"),
        ("declaration", "关于反对极端主义的声明"),
    ]


def test_money_is_closed_for_a_project() -> None:
    text = "中国和佛得角就普拉亚港改造项目完成融资交割。"
    assert told(text) == [("agreement", "concluded", "中国", "佛得角", "普拉亚港改造项目融资交割")]


def test_how_often_they_meet_and_for_what_is_told_beside() -> None:
    text = "双方同意建立两国渔业部门磋商机制，原则上每两年举行一次，由两国轮流主办。"
    assert [row[4] for row in told(text)] == ["两国渔业部门磋商机制"]
    text = "中方将向汤加提供1亿元人民币无偿援助，用于实施双方商定的民生项目。"
    assert [(row[0], row[3]) for row in told(text)] == [("funding", "汤加")]


def test_a_dialogue_that_is_set_up_is_an_institution() -> None:
    text = "中国同贝宁建立副外长级战略对话，多哥宣布给予中国公民免签证待遇。"
    assert told(text) == [
        ("institution", "concluded", "中国", "贝宁", "副外长级战略对话"),
        ("programme", "concluded", "多哥", "中国", "中国公民免签证待遇"),
    ]


def test_things_are_named_with_the_place_where_they_stand() -> None:
    text = "位于阿斯塔纳的上海合作组织能源合作中心投入运行。"
    assert [row[4] for row in told(text)] == ["上海合作组织能源合作中心"]


def test_services_are_opened_to_others() -> None:
    text = "中方将面向非洲国家开放遥感卫星数据服务。"
    assert told(text) == [("programme", "announced", "中方", "非洲国家", "遥感卫星数据服务")]
    assert told("中方将开放更多服务业领域。") == []


def test_an_appeal_that_goes_on_is_no_outcome() -> None:
    assert told("中方继续欢迎更多非洲国家同中国商签投资保护协定。") == []


def test_a_time_is_cut_as_a_time() -> None:
    text = "中方宣布，今年年内向有需要的成员国实施50个民生项目，三年内增招硕士研究生300名。"
    assert [(row[2], row[3], row[4]) for row in told(text)] == [
        ("中方", "有需要的成员国", "50个民生项目"),
        ("中方", "", "增招硕士研究生300名"),
    ]


def test_an_event_is_called_without_when_it_is_held() -> None:
    text = "中方将同肯方办好明年在长沙举行的中非大学校长论坛。"
    assert [row[4] for row in told(text)] == ["中非大学校长论坛"]


@pytest.mark.parametrize(
    ("money", "currency"),
    [("50亿元人民币", "CNY"), ("3亿英镑", "GBP"), ("约4亿欧元", "EUR"), ("70亿肯尼亚先令", "KES")],
)
def test_what_is_carried_on_with_a_sum_of_any_currency_is_told(money: str, currency: str) -> None:
    (frame,) = frames_of(f"中方将推进{money}的灌溉合作项目。")
    assert (frame.kind, frame.label, frame.amounts[0].currency) == ("funding", "灌溉合作项目", currency)
    assert told("中方将推进灌溉合作项目。") == []
