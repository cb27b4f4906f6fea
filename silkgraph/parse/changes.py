"""Acts that change what there is: a relationship is raised, a year named, a bank appointed, a term extended.

``把中佛关系|提升为|战略伙伴关系``, ``授权|A银行担任清算行``, ``接纳|希腊为观察员``, ``将试点|延长五年``.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from silkgraph.locations import knowledge
from silkgraph.model import Kind, Status
from silkgraph.parse.acts import Act, Context, Frame, construction
from silkgraph.parse.adverbials import strip_adverbials
from silkgraph.parse.coordination import Party, parties
from silkgraph.parse.counted_items import is_counted, pledge_words
from silkgraph.parse.inclusions import included
from silkgraph.parse.labels import clean_label
from silkgraph.parse.policies import granted_to
from silkgraph.parse.thing_subjects import thing_before
from silkgraph.recognise.brackets import Span, depths
from silkgraph.recognise.countries_named import named_countries
from silkgraph.recognise.lexicon import any_of, read_table
from silkgraph.recognise.references import is_reference

CHANGING = frozenset(("designate", "upgrade", "appoint", "admit", "extend", "include"))
_BA = re.compile(
    r"(?<![即还也并会要须需拟必能])(?:把|将(?![于在从自由以与同向]))|(?<=并)将(?=\d{4}年|两国|双边|双方|其|[^，]{2,20}(?:关系|年|日|周|港口?|城市|项目)$)"
)
_LEVEL = re.compile(r"(?P<what>.{2,24}?(?:关系|伙伴|共同体))(?:的?(?:新)?(?:高度|水平|层级|层面|级别|阶段))?$")
_YEAR = re.compile(r"[年月日周季节]$")
_POST = re.compile("驻(?P<land>[^，、]{2,12})")
_ROLE = re.compile(r"(?P<who>.+?)(?:担任|出任|作为|成为|为|加入)(?P<role>.{3,})$")
_JOINED = re.compile(r"^(?:为|成为|加入)?(?P<role>.{3,})$")
_TEXT = re.compile(r"(?:协定|协议|合同|备忘录|议定书|安排|计划|规划)(?:有效期|期限)?$")
HANDING = frozenset(
    (
        *("移交", "交付", "转交", "交接", "正式移交", "整体移交", "对外移交", "交付使用"),
        *("交到", "送到", "交给", "转交给", "移交给", "捐赠给", "赠送给", "捐献给", "赠予", "赠与"),
    )
)
_INTO_HANDS = re.compile("(?:的?(?:手中|手里|手上))$")
"""``交到|埃塞卫生部|手中``."""
_AIDED = re.compile("^(?:援助|援建|援|捐赠|赠送|捐建|购置|筹集)的?(?=[^的].{2})")
"""``将|援|某国体育场维修项目移交``: who hands it over gives it."""
_USED = re.compile(r"(?:(?:投入)?(?:使用|管理|运营|运维|运行|调度|代管|保管|收藏|接管|维护)(?:和|与|及|、)?)+$")
_SHORTEST_THING = 3
_NO_GIFT = re.compile("(?:证书|手续|文件|材料|资料|主席国|职务|权力|名单|嫌疑人|逃犯|案件|协议|函|信|旗|钥匙)$")
"""What is handed over at a ceremony, or is no gift."""
_TOLD_BEFORE = re.compile("[该此其这](?!雅)|上述|(?:项目|工程|电站|医院|学校|公路|港口)$(?<=^..)")
"""``该水电站|移交``: which one it is was told before, and so was what came of it."""
_COUNTED = re.compile(
    r"(?:首批|第[^，、]{1,3}批|最后一批)?\d+(?:台|套|辆|架|艘|列|座|批|件|组)(?=.)|[首末][台套辆架艘列座件组](?=.)"
)
_TERM = re.compile(
    r"(?:的?(?:有效期|期限|时间|时限|合作期))?(?:(?:至|到)?[\d一二三四五六七八九十两]+(?:个?年|个?月)(?:底)?)?$"
)


_LASTING = re.compile(r"(?:期限|有效期|停留期|时限|免签期|过渡期|政策|措施)$")
_COMERS = re.compile("公民|游客|旅客|国民|护照|人员|产品|商品")
_TOWARDS = re.compile("[对向](?P<whom>[^，对向]{2,20}?)$")
"""``斐济对中国公民|延长|免签政策``."""
_FROM = re.compile("(?<=.{3})[由从](?:原来的?|目前的?|现行的?)?[\\d一二三四五六七八九十]+(?:年|个?月|天|日)$")
"""``将免签停留期|由30天|延长至60天``."""
_UNTIL = re.compile(r"(?:至|到)?[\d一二三四五六七八九十]+(?:年|个?月|天|日)")


@dataclass(frozen=True, slots=True)
class Roles:
    """What a body may become, as ``extract/lexicon/roles.toml`` says."""

    membership: re.Pattern[str]
    charge: re.Pattern[str]
    clearing: re.Pattern[str]
    bare: frozenset[str]
    """What tells of no body: ``年会接纳甲、乙为|新成员``."""
    meeting: re.Pattern[str]
    praise: re.Pattern[str]
    """So somebody is praised, not admitted (坦桑尼亚最大贸易伙伴)."""
    rank: re.Pattern[str]
    """``将战略对话提升为|部级``."""

    @classmethod
    @functools.cache
    def load(cls) -> Roles:
        """The project's; read once."""
        table = read_table(knowledge("extract") / "lexicon" / "roles.toml")
        words = {key: "|".join(value) for key, value in table.items()}
        return cls(
            membership=re.compile(f"(?:{words['memberships']})$"),
            charge=re.compile(f"(?:{words['charges']})$"),
            clearing=re.compile(f"(?:{words['clearing']})$"),
            bare=frozenset(table["bare"]),
            meeting=re.compile(f"(?:第[^，]{{1,4}}[届次])?(?:\\d{{4}}年)?(?:{words['meetings']})$"),
            praise=re.compile(words["praise"]),
            rank=re.compile(f"(?:正|副)?(?:{words['officials']})级(?:别)?"),
        )


@dataclass(frozen=True, slots=True)
class Disposal:
    """A clause's head cut at 将 or 把: who disposes, and of what."""

    head: Span
    what: Span | None


@functools.cache
def _policy() -> re.Pattern[str]:
    """``中国|对文莱普通护照持有者|单方面免签政策|延长至2025年年底``."""
    words = pledge_words()
    return re.compile(
        "(?:从?(?:即日|今日|明日)起|自[^，]{2,12}起)?(?P<who>[^，对]{2,20}?)??(?:决定|宣布|将|已)*"
        "(?P<policy>对(?P<whom>[^，]{2,60}?)(?:(?:持|的)[^，]{0,12}?)?"
        f"(?:单方面|互|试行|过境|入境)*(?:{any_of(words['exemptions'])})[^，、]{{0,6}}?(?:{any_of(words['exempting'])}))$"
    )


def disposal(text: str, head: Span) -> Disposal:
    """``中方与佛方把|中佛关系``: the head before 把 and what stands behind it."""
    depth = depths(text[head[0] : head[1]])
    marks = [m for m in _BA.finditer(text, *head) if depth[m.start() - head[0]] == 0 and m.end() < head[1]]
    if not marks:
        return Disposal(head, None)
    mark = marks[-1]
    return Disposal((head[0], mark.start()), (mark.end(), head[1]))


def receiver_of(target: str) -> str:
    """Who gets what is handed over, by the words behind the verb: ``尼泊尔电力局|运营``, ``埃塞卫生部|手中``."""
    return _INTO_HANDS.sub("", _USED.sub("", target)).removeprefix("给")


@construction("changed")
def handed_over(act: Act, what: Span | None, context: Context) -> list[Frame]:
    """``甲把X移交乙使用``, ``X在某地交付乙``: X, from those who made it or hand it over to those who get it."""
    if act.predicate.verb.form not in HANDING:
        return []
    target = context.words(act.predicate.object)
    receiver = receiver_of(target)
    if act.predicate.verb.form.endswith("到") and receiver == target:
        return []
    if what is None and act.head.recipients and act.head.toward in ("向", "给"):
        return _handed_to(act, context)
    if not context.names.is_complete(receiver) and not is_reference(receiver):
        return []
    start = act.predicate.object[0] + context.words(act.predicate.object).index(receiver)
    partners = tuple(parties(context.text, (start, start + len(receiver)), context.names))
    subject = thing_before(what if what is not None else act.predicate.head, context)
    label = clean_label(context.words(subject.thing))
    label = _AIDED.sub("", label) if what is not None else label
    if _NO_GIFT.search(label) or _TOLD_BEFORE.match(label):
        return []
    noun = context.lexicon.head(label.rstrip("”"))
    named = noun is not None or subject.initiators or _COUNTED.match(label) is not None or "”" in label
    if what is None and not named:
        return []
    givers = subject.initiators or (act.subjects if what is not None else ())
    return [Frame("programme", label, act.status, givers, partners, act.predicate.clause)]


def _handed_to(act: Act, context: Context) -> list[Frame]:
    """``甲向乙移交了援建的码头``: the thing stands behind the verb; what is counted is read as a gift."""
    label = _AIDED.sub("", clean_label(context.words(act.predicate.object)))
    counted = act.predicate.verb.frame == "give" and is_counted(context.text, act.predicate.object)
    if counted or len(label) < _SHORTEST_THING or _NO_GIFT.search(label):
        return []
    return [Frame("programme", label, act.status, act.subjects, act.head.recipients, act.predicate.clause)]


@construction("changed")
def changed(act: Act, what: Span | None, context: Context) -> list[Frame]:
    """The frames of an act whose verb has one of the frames of ``CHANGING``."""
    if what is not None:
        what = (what[0], strip_adverbials(context.text, what, context.names).end)
    target = context.words(act.predicate.object)
    read = {"designate": _designated, "upgrade": _upgraded, "extend": _extended, "include": included}
    if act.predicate.verb.frame in read:
        return read[act.predicate.verb.frame](act, what, target, context)
    return _appointed(act, what, target, context)


def _frame(act: Act, kind: Kind, label: str, status: Status, partners: tuple[Party, ...] = ()) -> Frame:
    return Frame(kind, clean_label(label), status, act.subjects, partners or act.partners, act.predicate.clause)


def _designated(act: Act, what: Span | None, target: str, context: Context) -> list[Frame]:
    """``将2027年确定为“中圭文化和旅游年”``: an event to come."""
    label = target.strip("“”")
    if what is None or not _YEAR.search(label):
        return []
    frame = _frame(act, "event", target, "announced")
    if frame.initiators:
        return [frame]
    known = context.mentioned
    named = named_countries(context.text, act.predicate.object, context.names, known)
    pair = tuple(Party(country.name, country.start, country.end, False) for country in named)
    return [Frame(frame.kind, frame.label, frame.status, pair[:1], pair[1:], frame.span)]


def _upgraded(act: Act, what: Span | None, target: str, context: Context) -> list[Frame]:
    """``把中佛关系提升为战略伙伴关系``: a partnership, of those whose relationship it is."""
    level, roles = _LEVEL.match(target), Roles.load()
    if what is not None and roles.rank.fullmatch(target):
        label = context.words(what) + act.predicate.verb.form + target
        return [_frame(act, "institution", label, act.status)]
    if level is None:
        return _raised_body(act, what, target, context)
    relation = what or act.predicate.head
    named = named_countries(context.text, relation, context.names, context.mentioned)
    pair = [Party(country.name, country.start, country.end, False) for country in named]
    frame = _frame(act, "institution", level["what"], "concluded")
    if len(pair) < 2:
        return [frame] if what is not None or "关系" in context.words(relation) else []
    return [Frame(frame.kind, frame.label, frame.status, (pair[0],), tuple(pair[1:]), frame.span)]


def _raised_body(act: Act, what: Span | None, target: str, context: Context) -> list[Frame]:
    """``将驻汤加代办处|升格为|大使馆``, ``经贸混委会|升级为|经贸合作委员会``: one body becomes a higher one."""
    span = what or act.predicate.head
    before, after = (context.lexicon.head(words) for words in (context.words(span), target))
    if before is None or after is None or before.kind != after.kind or after.kind != "institution":
        return []
    label = (context.words(span) if what is not None else "") + act.predicate.verb.form + target
    posted = _POST.search(context.text, *span)
    to = granted_to(posted.span("land"), context) if posted else ()
    return [_frame(act, "institution", label if what is not None else target, act.status, to)]


def _extended(act: Act, what: Span | None, target: str, context: Context) -> list[Frame]:
    """``将X试点延长五年``, ``延长X协定有效期``, ``对甲国的X政策延长至年底``: X goes on."""
    policy = _policy().match(context.text, *(what or act.predicate.head))
    if policy is not None:
        subjects = context.grammar.read(context.text, policy.span("who")).subjects if policy["who"] else act.subjects
        label = policy["policy"] + act.predicate.verb.form + target
        granted = granted_to(policy.span("whom"), context)
        return (
            [Frame("programme", clean_label(label), act.status, subjects, granted, act.predicate.clause)]
            if granted
            else []
        )
    span = what if what is not None else act.predicate.object
    phrase = _TERM.sub("", context.words(span))
    noun = context.lexicon.head(phrase.rstrip("》”"))
    whole = _FROM.sub("", context.words(span)) if what is not None else context.words(span)
    if what is not None and _LASTING.search(whole) and _UNTIL.match(target):
        to = granted_to(span, context) if _COMERS.search(whole) else ()
        return [_frame(act, "programme", whole + act.predicate.verb.form + target, act.status, to)]
    if what is None and (whom := _TOWARDS.search(context.words(act.predicate.head))) and _LASTING.search(phrase):
        start = act.predicate.head[0]
        to = granted_to((start + whom.start("whom"), start + whom.end("whom")), context)
        return [_frame(act, "programme", act.predicate.verb.form + phrase, act.status, to)] if to else []
    if noun is None or len(phrase) - len(noun.form) < 2:
        return []
    kind: Kind = "agreement" if _TEXT.search(phrase) or noun.kind == "agreement" else noun.kind
    with_whom = (
        context.grammar.read(context.text, span).counterparts if phrase[0] in "与同和" and "的" in phrase else ()
    )
    label = phrase.split("的", 1)[1] if with_whom else phrase
    return [_frame(act, kind, label, act.status, with_whom)]


def _appointed(act: Act, what: Span | None, target: str, context: Context) -> list[Frame]:
    """``授权A担任B``, ``接纳A、B为C成员``: the role is named, those who get it are partners."""
    verb, roles = act.predicate.verb, Roles.load()
    match = _ROLE.match(target)
    span = act.predicate.object
    if what is not None and (joined := _JOINED.match(target)):
        who, role = what, joined["role"]
    elif match is not None:
        who, role = (span[0], span[0] + match.end("who")), match["role"]
    else:
        return _joined(act, target, context)
    fits = roles.membership if verb.frame == "admit" else roles.charge
    if fits.search(role) is None:
        return []
    named = tuple(p for p in parties(context.text, who, context.names) if not p.generic)
    role = re.sub(r"^.*?第\d+个(?:、第\d+个)*", "", role) if verb.frame == "admit" else role
    if verb.frame == "admit" and role in roles.bare and act.subjects and named:
        role = roles.meeting.sub("", act.subjects[0].name) + role
    frame = _frame(act, "institution", role, act.status, named)
    if verb.frame == "admit" and len(named) > 1:
        return [Frame(frame.kind, frame.label, frame.status, frame.initiators, (p,), frame.span) for p in named]
    return [frame] if named else []


def _joined(act: Act, target: str, context: Context) -> list[Frame]:
    """``甲国成为乙组织观察员``, ``甲国正式加入《公约》``: who joins is the subject."""
    if not act.subjects or act.predicate.verb.frame != "admit":
        return []
    if target.startswith("《") and act.predicate.verb.form.endswith("加入"):
        return [_frame(act, "agreement", target, act.status)]
    role, roles = target.removeprefix("为"), Roles.load()
    if roles.clearing.search(role) and not roles.praise.search(role):  # 金边分行获授权，成为柬埔寨人民币清算行
        return [Frame("institution", clean_label(role), act.status, (), act.subjects, act.predicate.clause)]
    if roles.membership.search(role) is None or len(role) < 6 or roles.praise.search(role):
        return []
    return [_frame(act, "institution", role, act.status)]
