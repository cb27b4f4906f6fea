"""Things that are the subject themselves: what was founded, opened, finished, signed or put out, by nobody named.

``亚洲金融合作协会正式成立``, ``卡洛特水电站并网发电``, ``《X意向书》在埃里温签署``, ``A与B共建的实验室揭牌``.
"""

from __future__ import annotations

import re

from silkgraph.model import Kind, Status
from silkgraph.parse.acts import Act, Context, Frame, construction
from silkgraph.parse.ceremonies import Ceremony, ceremony
from silkgraph.parse.clauses import ORGANISING
from silkgraph.parse.coordination import Party
from silkgraph.parse.discourse import OWN_WORK, Discourse
from silkgraph.parse.hosts_of_acts import hosts_of
from silkgraph.parse.joint_names import is_joint_name
from silkgraph.parse.kinds import kind_of
from silkgraph.parse.labels import clean_label, without_attribute
from silkgraph.parse.makers_in_turn import made_in_turn
from silkgraph.parse.object_lists import objects
from silkgraph.parse.owners import is_no_paper, listed
from silkgraph.parse.parties_of_texts import BESIDE, with_another
from silkgraph.parse.texts_between import text_between
from silkgraph.parse.thing_subjects import Subject, agent_mark, thing_before
from silkgraph.parse.titled_parties import titled_parties
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.lexicon import HeadNoun, Verb
from silkgraph.values import replace

_PARENTHESIS = re.compile(r"（[^（）]*）$")
_AS = re.compile(r"(?<=.{3})作为[^，“”《》]{2,20}$")
"""In what capacity: 菌草技术|作为官方援助项目."""
_SITE = re.compile(
    "在(?P<where>[^，在的于]{2,10}?)(?:投资|独资|合资|合作|共同|新|出资)*(?:[设建成创]立|[建开投]设|[援承共合新修]建|投资|开办|创办|运营)的$"
)
"""``京东物流|在利雅得设立的|海外仓``: where a thing is of which only its kind is told."""
_NUMBER = re.compile(r"\d+(?:多|余)?[个家座所条项](?![^，]*[“《])")
"""So many that are there: a figure."""
_BOTH_AGREE = re.compile("商定|约定|一致同意|同意|决定")
"""Who agrees upon a meeting, holds it; who announces one, need not."""
_FOR_IT = re.compile("(?:共同|一道|一起|联合|现场)为[^，、为]{1,3}$")
"""``甲、乙等共同为|工坊|揭牌``: which one it is was told before."""
_EDITION_OF = re.compile(r"》(?:（[^（）]{1,20}）)?[^，《》]{0,8}(?:版|译本|辑|册|卷)$")
"""``《X》|阿拉伯文版``."""
_EVENT = re.compile(r"(?:会|展|节|周|赛|营|季|典|坛|活动日|开放日)$")
_MAIDEN = re.compile(r"首[列趟班架艘批条次发航]|第.{1,4}[批期](?:中国)?援|援.{2,20}第.{1,4}[批期].{0,4}[队组团]")
_STAGE = re.compile(
    "(?<=.{4})(?:已经?|现已|顺利|成功|正式|全面|业已)*(?:完成|通过|获得?|取得|进入|经过|历时|历经|总投资|占地|总建筑面积|全长|计划投资)[^，“”《》]{2,40}$"
)
"""How far a thing has come that the next clause says is there: ``电厂|完成带料试车|，计划年内投产``."""
_TRIAL = re.compile("(?<=.{4})(?:已|顺利|成功|圆满)*完成了?[\\d.]+(?:个)?(?:小时|天|日)[^，]{0,10}$")
"""How long a thing was tried: ``电厂|完成168小时满负荷|试运行``."""
_CREW = re.compile(r"(?<=[队组团])(?:(?:首批|全体|一行)?\d+[名人位](?:队员|成员|专家|医生)?|全体(?:队员|成员)|一行)$")
"""How many belong to a team that is sent: ``第31批援斐济医疗队|12名队员``."""
_MAIDEN_RUNS = ("首发", "首航", "首飞", "开航", "通航", "直飞")
_TEXTS = frozenset({"agreement", "declaration", "publication"})
_TEXTS_IN_FORCE = ("协定", "协议", "议定书", "条约", "公约", "安排", "备忘录", "协定》", "协议》", "安排》")
_IN_FORCE = ("实施", "施行", "生效", "执行", "适用")
_CARRIED_OUT = ("执行", "开始执行", "正式执行", "开始适用", "临时适用")
"""Said of a text they tell that it is in force, of anything else they tell nothing."""
_WORKS = re.compile(
    "(?<=.{4})(?:[建铺][设造]|[修扩改新重续援]建|改扩建|改造|升级|修复|重修|维修|大修|施工|勘探|开发|疏浚|铺轨|架设|发掘)(?:工作|作业)?$"
)
"""``中吉乌铁路|建设|启动``: works on a thing that begin."""
_BOTH = "双方"
_FAR = 300
"""A sentence that is longer is none of ours, and looking back through all of it takes time."""
_AGREED_ON = re.compile(
    "(?:[一二三四五六七八九十]+、)?(?:双方|两国)(?:[^，。]{0,8}[，])?(?:一致|还|并|也|共同)*(?:商定|同意|决定|约定|议定)"
)
_QUOTED = re.compile("”[^“”，的、]{0,10}(?:活动|项目|计划|行动|工程|系列|品牌|仪式|之旅|之夜)$")
"""``面向小学的“百支画笔进校园”|活动``."""
_HANDED_OVER = ("移交", "交付", "交接")
"""Done by nobody named: ``公路修复项目|移交``."""
_SETTLED = ("敲定", "谈成", "谈妥", "谈定", "议定", "达成")
"""So a text is there, too: ``中国—秘鲁自贸协定升级议定书|谈成``."""
_FIRST_MEETING = re.compile("(?:首次|第一次)(?:会议|会晤|磋商|对话|例会|全会)")
_TOGETHER = ("共同", "联合", "合作", "携手", "发起")
_SHORTEST = 4
_HELD = frozenset({"event", "programme"})
_BARE_COUNT = re.compile(r"(?:首批|首期|第.{1,2}批|其余|剩余|全部)?(?:约|近)?\d+[多余]?[台套辆架艘列座批件组吨万]+")
"""``动车组合同，|首批4列|将于年底交付``: what was told before."""
_HOPED_FOR = re.compile(
    r"[^“《]*?(?:推动|推进(?![会委办中工计])|促成|争取|期待|期盼|力争|力促|盼望|祝愿|希望(?![小之工中]))[^，]{3,}$"
)
"""``会同有关部门推动|《议定书》早日|生效``, ``期待早日实现|铁路|贯通``: nothing has come about."""
_SAYS_WHAT_IT_IS = re.compile(
    r"^[^“《]{4,}(?<![于可总但还])是(?!否)[^“《]*的[^“《]{3,}$|^[^“《]*(?:吸引(?!力)|带动|累计)|^(?:此次|本次|这次|本轮|此轮)[^“《]*(?:谈判|磋商)$"
)
"""``中毛自贸协定是首个…的协定，|于2021年|生效`` recalls it; ``此次谈判|启动`` was told before."""
_NOT_A_THING = re.compile(
    r"[，：]|^(?:随着?|伴随着?|若|一旦|双方|各方|两国|三国|其|该|他|她|它|我|这|那|此|本|当地|目前|如今|自|从|将|把|对|在|于|与|待|只是|预计|计划|拟|有望|力争|争取)|"
    r"[来往会谈后]$|以来|之际|[\d一二三四五六七八九十]+[届次期场个项]$"
)


@construction("arrived")
def arrived(act: Act, context: Context, discourse: Discourse) -> list[Frame]:
    """A frame for each thing that the clause is about."""
    if in_turn := made_in_turn(act, context):
        return in_turn
    subject = _subject(act, context, discourse)
    run = _TRIAL.search(context.text, *subject.thing)
    span = (subject.thing[0], run.start()) if run else subject.thing
    frame = act.predicate.verb.frame
    if frame == "found" and len(act.head.subjects) > 1 and _is_done_together(act, context):
        return []
    if span[1] <= span[0] or _FOR_IT.search(context.text, *act.predicate.head):
        return []
    if context.grammar.modality.announced.search(subject.adverbials):
        act = replace(act, status="announced")
    if (text := text_between(act, span, context, discourse)) is not None:
        return [text]
    frames: list[Frame] = []
    one = frame in ("found", "arrive") and is_joint_name(span, context)
    parts = [span] if one else objects(context.text, span, context.lexicon, _HELD if frame == "hold" else None)
    for part in parts:
        phrase = _CREW.sub("", context.words(part))
        rite = ceremony(phrase, context.lexicon) if frame == "hold" else None
        if rite is None:
            frames += _came_about(act, part, phrase, subject, context, discourse)
            continue
        first, others = _celebrating(rite, part, subject, context)
        frames += celebrated(rite, first, others, act.status, act, context)
        discourse.referents.note(*first, *others)
    if len(frames) == 1 and frames[0].kind == "event":
        discourse.event = frames[0].label
    if frames and frame == "arrive" and context.names.is_complete(frames[0].label):
        discourse.subjects = (Party(frames[0].label, *span, False),)
    return frames


def _came_about(
    act: Act, part: Span, phrase: str, subject: Subject, context: Context, discourse: Discourse
) -> list[Frame]:
    """The frame of one of the things that the subject names in ``part``; none where that is nothing in particular."""
    head = act.predicate.head
    noun = context.lexicon.head_of_name(_PARENTHESIS.sub("", phrase))
    common = noun is not None and len(phrase) == len(noun.form)
    site = _SITE.search(context.text, head[0], part[0]) if common and subject.initiators else None
    known = common and (site is not None or bool(subject.initiators and subject.partners))
    if not known and not _is_thing(act, phrase, noun, context.words(head)) or _is_figure(act, phrase, context):
        return []
    kind = _kind(act, phrase, noun)
    initiators, partners = _actors(act, kind, subject, context, discourse)
    signers = titled_parties(context.text, part, context.names) if kind in _TEXTS and "《" not in phrase else []
    if signers:
        initiators, partners = tuple(signers[:1]), tuple(signers[1:])
        phrase = context.text[signers[-1].end : part[1]]
    elif kind == "agreement" and not (initiators or partners):
        initiators, partners, phrase = with_another(part, phrase, discourse, context)
    if kind == "programme" and listed(act.predicate.verb.form, phrase):
        phrase += act.predicate.verb.form
    if site is not None:
        phrase = site["where"] + phrase
    name = phrase if kind in _TEXTS else without_attribute(_AS.sub("", phrase))
    if act.predicate.verb.form == "落地" and not (partners or initiators):
        partners = hosts_of(head, context)
    label = name if _FIRST_MEETING.fullmatch(name) else clean_label(name)
    return [Frame(kind, label, act.status, initiators, partners, act.predicate.clause)]


def _kind(act: Act, phrase: str, noun: HeadNoun | None) -> Kind:
    """Of what kind a thing is that came about by the verb."""
    verb = act.predicate.verb
    if (of_paper := listed(verb.form, phrase)) is not None:
        return of_paper
    if phrase.endswith(_TEXTS_IN_FORCE) and verb.form.endswith(_IN_FORCE):
        return "agreement"
    if verb.frame == "arrive" and verb.strict:
        return "programme"  # a train that runs, a team that is sent
    return kind_of(verb, phrase, noun)


def _actors(
    act: Act, kind: Kind, subject: Subject, context: Context, discourse: Discourse
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Those who made the thing or act on it, as its attribute, its adverbials or the clause before tells."""
    head = act.predicate.head
    initiators, partners = subject.initiators, subject.partners
    if kind == "event" and not initiators and _BOTH_AGREE.search(subject.adverbials):
        initiators, partners = act.subjects, act.partners
    if kind == "event" and not initiators and _is_agreed(head[0], context):
        both = discourse.resolved((Party(_BOTH, *head, False),))
        initiators, partners = both[:1], both[1:]
    if not initiators and OWN_WORK.match(context.text, head[0]):
        initiators = act.subjects
    if partners and not initiators and context.text[head[0]] in BESIDE:
        initiators = discourse.subjects  # 甲与乙签署X，|与丙共建的实验室|揭牌
    if subject.honoured is not None and not initiators:
        before = context.grammar.read(context.text, subject.honoured)
        initiators, partners = before.subjects or act.subjects, before.counterparts
    return initiators, partners


def _is_agreed(position: int, context: Context) -> bool:
    """Whether both sides agree on what the sentence tells: ``双方同意建立磋商机制，|首轮磋商将于明年举行``."""
    far = max(0, position - _FAR)
    begin = max(far, *(context.text.rfind(mark, far, position) + 1 for mark in "。；\n"))
    return _AGREED_ON.match(context.text, begin, position) is not None


def _celebrating(
    rite: Ceremony, part: Span, subject: Subject, context: Context
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Those whose thing is celebrated: of a text those whom its title names."""
    of_text = (part[0], part[0] + len(rite.thing)) if rite.kind in _TEXTS else (0, 0)
    named = tuple(titled_parties(context.text, of_text, context.names)) if of_text[1] else ()
    return (named[:1], named[1:]) if named else (subject.initiators, subject.partners)


def _is_done_together(act: Act, context: Context) -> bool:
    """Whether those before the verb act and are not what came about: ``甲大学、乙大学等12所高校|共同组建``."""
    return act.predicate.verb.form.startswith(_TOGETHER) or context.words(act.predicate.head).endswith(_TOGETHER)


def celebrated(
    rite: Ceremony,
    initiators: tuple[Party, ...],
    partners: tuple[Party, ...],
    status: Status,
    act: Act,
    context: Context,
) -> list[Frame]:
    """``X揭牌仪式举行``, ``举行X首发式``: X itself; nothing where the ceremony names no thing."""
    if not rite.thing:
        return []
    return [Frame(rite.kind, clean_label(rite.thing), status, initiators, partners, act.predicate.clause)]


def names_a_text(act: Act, context: Context, discourse: Discourse) -> bool:
    """Whether a text stands before the verb (``两国修订航空协定的议定书|完成草签``), not only its parties.

    It may be the clause before (``关于共建中医药中心的协议，|由甲与乙签署``).
    """
    if act.head.about is not None:
        return False
    phrase = context.words(_subject(act, context, discourse).thing)
    noun = context.lexicon.head(phrase.rstrip("》”"))
    if phrase.endswith("》"):
        return True
    if noun is None or noun.kind not in _TEXTS:
        return False
    return len(phrase) > len(noun.form) + 1 or agent_mark(context.text, act.predicate.head) is not None


def _is_figure(act: Act, phrase: str, context: Context) -> bool:
    """Whether running prose only counts what is there (``30个海外中心投入建设``); what was signed is told."""
    return context.running and act.predicate.verb.frame != "sign" and _NUMBER.match(phrase) is not None


def _subject(act: Act, context: Context, discourse: Discourse) -> Subject:
    """The thing before the verb; where there is none, that of the clause before: ``由甲主办的X，6月在此|开幕``."""
    subject = thing_before(act.predicate.head, context, act.predicate.verb.frame == "sign")
    topic = discourse.topic_span
    if subject.thing[0] < subject.thing[1] or topic is None:
        return subject
    if context.text[topic[1] : act.predicate.head[0]] != "，" or discourse.has_told:
        return subject
    stage = _STAGE.search(context.text, *topic) if act.predicate.verb.frame == "arrive" else None
    named = thing_before((topic[0], stage.start()) if stage else topic, context)
    phrase = context.words(named.thing)
    held = act.predicate.verb.frame == "hold" and _EVENT.search(phrase)
    if not held and context.lexicon.head(phrase.rstrip("”")) is None and not phrase.endswith("”"):
        return subject
    if subject.initiators:
        named = replace(named, initiators=subject.initiators, partners=subject.partners)
    return replace(named, adverbials=named.adverbials + subject.adverbials)


def runs_somewhere(act: Act, context: Context) -> bool:
    """Whether the object is only where a train, ship or plane goes for the first time (``首列班列|首发|昆明``)."""
    verb = act.predicate.verb
    if verb.frame == "arrive" and verb.strict:
        return True
    place = context.words(act.predicate.object)
    return verb.form in _MAIDEN_RUNS and (context.names.is_place(place) or context.names.is_country(place))


def may_stand_alone(verb: Verb) -> bool:
    """Whether the verb tells an outcome of what stands before it when nothing stands behind (``X签署``, ``X启动``)."""
    if verb.frame in ("arrive", "launch") or verb.form in _HANDED_OVER or verb.form in _SETTLED:
        return True
    return verb.frame in ("sign", "found", "issue") and not verb.strict


def _is_thing(act: Act, phrase: str, noun: HeadNoun | None, before: str) -> bool:
    """Whether a phrase names what came about; ``before`` is all that stands before the verb."""
    if act.predicate.verb.form in _CARRIED_OUT and not phrase.endswith(_TEXTS_IN_FORCE):
        return False
    if is_no_paper(act.predicate.verb.form, phrase):
        return False
    if len(phrase) < _SHORTEST or act.predicate.verb.frame == "sign" and ORGANISING.search(phrase):
        return False
    if _BARE_COUNT.fullmatch(phrase) or _HOPED_FOR.match(phrase) or _SAYS_WHAT_IT_IS.search(phrase):
        return False
    verb = act.predicate.verb
    if verb.frame == "arrive" and verb.strict:
        runs = noun is not None and noun.kind == "programme" and _MAIDEN.search(before) is not None
        return runs or noun is not None and (_MAIDEN.search(phrase) is not None or phrase.startswith("“"))
    if phrase.endswith(("”", "》")) or _EDITION_OF.search(phrase) or noun is not None or _QUOTED.search(phrase):
        return True
    if verb.frame == "launch" and verb.form.endswith("启动") and _WORKS.search(phrase):
        return _NOT_A_THING.search(phrase) is None
    if verb.frame == "hold":
        return _EVENT.search(phrase) is not None and _NOT_A_THING.search(phrase) is None
    return (act.predicate.verb.frame == "arrive" or act.predicate.verb.open) and _NOT_A_THING.search(phrase) is None
