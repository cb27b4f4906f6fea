"""Action plans, minutes and speeches: gifts to several, who runs what was set up, what is brought somewhere."""

from __future__ import annotations

import prose
import pytest

from silkgraph.parse.acts import Context
from silkgraph.parse.clauses import HeadGrammar
from silkgraph.parse.paragraphs import ParagraphReader
from silkgraph.recognise.names import names
from silkgraph.recognise.setting import Setting
from silkgraph.recognise.words import words

PLAN = "中国与东加勒比国家可持续发展合作行动计划（2026—2028年）"


def statuses(article: str, title: str = PLAN) -> list[str]:
    """The statuses of what an article of a document with that title tells."""
    context = Context(article, names(), HeadGrammar.of(names()), running=True, setting=Setting(title=title))
    start = article.index(" ") + 1
    read = ParagraphReader(context, dict(words(article))).read((start, len(article)))
    return [frame.status for frame in read.frames]


@pytest.mark.parametrize(
    ("sentence", "kind", "status", "by", "to", "label"),
    [
        ("中方三年内向多米尼克、安提瓜和巴布达各提供2000万元人民币物资。", "funding", "announced", "中方",
         ["多米尼克", "安提瓜和巴布达"], "2000万元人民币物资"),
        ("中方向佛得角和几内亚比绍各捐赠一批抗疟药品。", "programme", "concluded", "中方",
         ["佛得角", "几内亚比绍"], "抗疟药品"),
        ("中方将分别向莫桑比克、马拉维提供救灾物资。", "programme", "announced", "中方",
         ["莫桑比克", "马拉维"], "救灾物资"),
        ("中方将向基里巴斯、图瓦卢援助太阳能路灯和海水淡化设备。", "programme", "announced", "中方",
         ["基里巴斯、图瓦卢"], "太阳能路灯和海水淡化设备"),
        ("中国政府宣布向古巴、海地提供救灾物资。", "programme", "announced", "中国政府",
         ["古巴、海地"], "救灾物资"),
        ("山东省向南非、津巴布韦赠送农业机械。", "programme", "concluded", "山东省",
         ["南非、津巴布韦"], "农业机械"),
    ],
)  # fmt: skip
def test_gifts_to_several_states(sentence: str, kind: str, status: str, by: str, to: list[str], label: str) -> None:
    assert prose.told(sentence) == [(kind, status, by, whom, label) for whom in to]


@pytest.mark.parametrize(
    "sentence",
    [
        "中方多次向叙利亚提供人道主义援助。",
        "中方愿继续向阿富汗提供力所能及的人道主义物资。",
        "中国企业为当地提供优质设备。",
        "公司向客户提供检测设备。",
    ],
)
def test_how_one_gives_in_general_is_no_gift(sentence: str) -> None:
    assert prose.told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        ("中国政府向汤加捐赠救护车6辆、消防车2辆。", ["救护车6辆", "消防车2辆"]),
        ("中方将派遣农业专家12名和医生8名。", ["派遣农业专家12名", "派遣医生8名"]),
        ("中方向津巴布韦援助大米5000吨、帐篷200顶。", ["大米5000吨", "帐篷200顶"]),
        ("中方将向萨摩亚提供政府奖学金名额40个。", ["政府奖学金名额40个"]),
    ],
)
def test_numbers_behind_what_is_counted(sentence: str, labels: list[str]) -> None:
    assert [row[4] for row in prose.told(sentence)] == labels


@pytest.mark.parametrize(
    ("sentence", "makers", "label"),
    [
        ("在塔那那利佛设立菌草技术示范中心，由福建农林大学运营。", "福建农林大学", "菌草技术示范中心"),
        ("在罗索开办汉语课堂，由湖北师范大学选派教师。", "湖北师范大学", "汉语课堂"),
        ("启动青年科学家交流计划，由中国科学技术部和智利科学部共同出资。", "中国科学技术部、智利科学部",
         "青年科学家交流计划"),
    ],
)  # fmt: skip
def test_who_runs_what_was_set_up(sentence: str, makers: str, label: str) -> None:
    assert [(row[2], row[4]) for row in prose.told(sentence)] == [(makers, label)]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("设立由各国驻华使馆和中方主管部门代表组成的行动计划联络小组，每季度碰头。", "行动计划联络小组"),
        ("双方决定成立由两国交通部门官员组成的联合工作组。", "联合工作组"),
        ("各方成立由海关代表参加的技术委员会。", "技术委员会"),
    ],
)
def test_who_belongs_to_a_body_is_no_body_of_its_own(sentence: str, label: str) -> None:
    assert [row[4] for row in prose.told(sentence)] == [label]


def test_the_first_of_meetings_that_are_held_again_and_again() -> None:
    assert prose.told("自2026年起每年举行一次外交部门高官磋商，首次磋商由马耳他外交部承办。")[1] == (
        "event", "announced", "马耳他外交部", "", "首次磋商",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        ("中方将落实“千村灌溉”培训计划。", [("programme", "announced", "中方", "", "“千村灌溉”培训计划")]),
        ("中方将落实“十大合作计划”。", []),
        ("各方将落实共建“一带一路”倡议。", []),
        ("中方将创办每年一届的中国—拉美青年科考营。", [("programme", "announced", "中方", "", "中国—拉美青年科考营")]),
        ("我们将把“丝路书香”工程引入加勒比国家。", [("programme", "announced", "", "", "“丝路书香”工程")]),
        ("企业把先进技术引入老挝。", []),
    ],
)
def test_what_a_speaker_promises(sentence: str, rows: list[prose.Row]) -> None:
    assert prose.told(sentence) == rows


def test_two_universities_train_together() -> None:
    assert prose.told("北京体育大学与肯尼亚大学联合培养博士项目启动招生。") == [
        ("programme", "concluded", "北京体育大学", "肯尼亚大学", "联合培养博士项目")
    ]


def test_a_firm_with_brackets_in_its_name() -> None:
    assert prose.told("新疆水利发展投资（集团）有限公司与土库曼斯坦国家水利委员会交换灌渠工程商务合同文本。") == [
        ("agreement", "concluded", "新疆水利发展投资（集团）有限公司", "土库曼斯坦国家水利委员会", "灌渠工程商务合同")
    ]


def test_a_ministry_of_several_fields_one_of_which_firms_are_called_by() -> None:
    (row,) = prose.told("中国交通运输部与斯里兰卡港口、航运和航空部签署港口合作谅解备忘录。")
    assert row[3] == "斯里兰卡港口、航运和航空部"


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("2.2 中国气象局同加勒比灾害应急管理署合作开发双语飓风预警应用程序。", ["announced"]),
        ("3.2 办好第四届马尾藻资源化利用国际研讨会。", ["announced"]),
        ("2.1 中国农业农村部与所罗门群岛渔业部签署金枪鱼资源利用谅解备忘录。", ["concluded"]),
        ("2.3 中国援建的多功能体育馆已开工，中方派遣20名技术人员。", ["concluded", "announced"]),
    ],
)
def test_articles_of_a_plan_are_to_be_carried_out(article: str, expected: list[str]) -> None:
    assert statuses(article) == expected


def test_a_report_tells_what_was_done() -> None:
    assert statuses("2.2 中国气象局同加勒比灾害应急管理署合作开发双语飓风预警应用程序。", "中加合作成果清单") == [
        "concluded"
    ]


def test_who_was_authorised_is_so_from_now_on() -> None:
    (row,) = prose.told("中国人民银行决定授权中国银行罗安达分行担任安哥拉人民币清算行。")
    assert row[1] == "concluded"


@pytest.mark.parametrize(
    ("sentence", "by", "beside", "label"),
    [
        ("中石化与来自科威特、阿曼等国的12家供应商签署采购协议。", "中石化", ["科威特供应商", "阿曼供应商"],
         "采购协议"),
        ("义乌商城集团同泰国、越南等国的20多家采购商签订合作协议。", "义乌商城集团", ["泰国采购商", "越南采购商"],
         "合作协议"),
        ("海南银行与新加坡、马来西亚的3家企业签约。", "海南银行", ["新加坡企业", "马来西亚企业"], "签约"),
    ],
)  # fmt: skip
def test_so_many_firms_of_several_countries(sentence: str, by: str, beside: list[str], label: str) -> None:
    assert prose.told(sentence) == [("agreement", "concluded", by, whom, label) for whom in beside]


@pytest.mark.parametrize(
    ("sentence", "sums"),
    [
        (
            "中国进出口银行与肯尼亚财政部签署两笔贷款协议，一笔为1.2亿美元优惠买方信贷，另一笔为8亿元人民币优惠贷款。",
            [(120_000_000, "USD"), (800_000_000, "CNY")],
        ),
        (
            "亚投行批准向孟加拉国提供两笔贷款，其中2.5亿美元用于电力，1.8亿美元用于防洪。",
            [(250_000_000, "USD"), (180_000_000, "USD")],
        ),
        (
            "国家开发银行与曼底利银行签署10亿美元贷款协议，其中一笔为6亿美元，另一笔为4亿美元。",
            [(1_000_000_000, "USD")],
        ),
    ],
)
def test_a_text_has_the_sums_of_its_parts_unless_the_whole_was_told(sentence: str, sums: list[tuple[int, str]]) -> None:
    (frame,) = prose.frames_of(sentence)
    assert [(int(amount.value), amount.currency) for amount in frame.amounts] == sums


@pytest.mark.parametrize(
    ("sentence", "by", "beside", "made"),
    [
        ("教育部批复浙江师范大学与雅温得第一大学建立联合研究院。", "浙江师范大学", "雅温得第一大学", "联合研究院"),
        ("国务院批复同意广西与越南广宁省设立跨境旅游合作区。", "广西", "越南广宁省", "跨境旅游合作区"),
    ],
)
def test_an_authority_has_no_part_in_what_it_allows(sentence: str, by: str, beside: str, made: str) -> None:
    assert prose.told(sentence) == [("institution", "concluded", by, beside, made)]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("部长们审议通过旅游合作五年规划。", "旅游合作五年规划"),
        ("与会代表一致通过海洋垃圾治理倡议。", "海洋垃圾治理倡议"),
        ("大会通过了新的章程，选举老挝为下届主席国。", "章程"),
    ],
)
def test_texts_that_are_passed_need_no_marks(sentence: str, label: str) -> None:
    assert [row[4] for row in prose.told(sentence)] == [label]


def test_by_way_of_a_text_nothing_is_passed() -> None:
    assert prose.told("双方将通过合作规划推动农业投资。") == []


@pytest.mark.parametrize(
    ("sentence", "beside"),
    [
        ("中国气象局就在马尔代夫布设三套自动气象站签了约。", ""),
        ("中国地震局与格鲁吉亚科学院就在高加索地区布设地震台阵签了约。", "格鲁吉亚科学院"),
    ],
)
def test_signing_about_what_is_to_be_set_up(sentence: str, beside: str) -> None:
    ((kind, _, _, other, label),) = prose.told(sentence)
    assert (kind, other) == ("agreement", beside)
    assert "布设" in label


def test_what_was_told_is_not_signed_again() -> None:
    assert prose.told("中国银行与老挝开发银行签署清算协议，双方就此签了约。") == [
        ("agreement", "concluded", "中国银行", "老挝开发银行", "清算协议")
    ]


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("中方将在未来五年自阿拉伯国家进口1万亿美元商品。", ("programme", "announced", "中方", "", "进口商品")),
        ("中方向尼泊尔交接200套保障性住房。", ("programme", "concluded", "中方", "尼泊尔", "200套保障性住房")),
        ("会议成立投资工作组，由双方商务主管部门牵头。", ("institution", "concluded", "", "", "投资工作组")),
    ],
)
def test_what_minutes_and_speeches_say_in_passing(sentence: str, row: prose.Row) -> None:
    assert prose.told(sentence) == [row]
