"""What carries over from clause to clause: subject, counterpart, tense, topic, wish.

``中方将…，参与…。积极推进…``: the later clauses have 中方 as subject and lie in the future too.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from silkgraph.locations import knowledge
from silkgraph.model import Status
from silkgraph.parse.acts import Act, Context, Frame
from silkgraph.parse.anaphora import Referents
from silkgraph.parse.coordination import Party
from silkgraph.parse.counted_items import is_counted
from silkgraph.parse.heads import ClauseHead
from silkgraph.parse.leads import FROM_NOW_ON, PLAN_SAYS
from silkgraph.parse.makers import made_by
from silkgraph.parse.openers import (
    companions,
    invited_by,
    listed_bodies,
    met_with,
    opening_parties,
    spokesman,
    tells_of_others,
    visitor,
    went_on_to,
)
from silkgraph.parse.predicates import Clause, Predicate
from silkgraph.parse.tense import lies_ahead, lies_behind
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.lexicon import any_of, read_table
from silkgraph.recognise.references import side

_WISHING = re.compile(r"[^，的]{0,12}(?:支持|鼓励|呼吁|期待|应(?!对))")
_ADVERBIAL = re.compile("(?:将|已|还|也|愿|拟|再|并|决定|计划|继续|同时)*[在对于按以就把为到从向通给]")
"""What stands before the verb and is nobody: ``中方表示慰问，|将向灾区民众|提供…``."""
PROMPTED = re.compile(r"[，、并还也]*(?:鼓励|支持|推动|呼吁|欢迎|希望|期待|引导|促进)")
"""What is said of those behind these words is no act of who prompts them: ``鼓励|企业投资``."""
_BACKED = re.compile("(?:支持|祝愿|预祝)[^，]{1,12}$")
_PROMISING = re.compile(
    r"将|提议$|愿(?!景|望|意)|决定|拟(?!定)|一致同意$|商定$|约定$|(?:^|[方国府们司行会办部局署院校团社台委厅区市省州学心])计划|承诺(?!不)"
)
_GUEST = re.compile(
    "(?:担任|出任|作为|成为|任|为)(?:本届)?(?:展会|博览会|论坛|大会)?的?(?:主宾|主题|伙伴|特邀|荣誉)(?:国|省|城市|市)$"
)
"""Who is guest of honour does not do what the clauses after it tell: ``柬埔寨担任主题国，吸引…，达成…``."""
_DURING = re.compile(
    "(?:本届|本次|此次|此间)?[^，与和同]{0,12}[会展坛节周赛季动]期间，?(?:还|也|同时|同期|将|陆续|先后|另|并)*$"
)
"""What was held meanwhile, nobody is said to have held: ``展会期间还|穿插了|推介会``."""
_NAMED = re.compile(r"[《“]|\d")
_AGREEING = ("宣布", "商定", "约定", "同意", "决定", "宣告", "达成一致")
"""What those who do so agree upon is told after it, and done by all of them."""
_CONSORTIUM = re.compile("了?(?:联合体|联营体|投标联合体|联合团队)$")
"""``与乙|组成联合体|，中标X``: with whom the next clause tells that something was won."""
OWN_WORK = re.compile("[，并还也]*(?:所)?(?:援建|援助|援|承建|投建|投资建设|投资|建设|捐建|资助|运营|负责建设)的")
"""``中方将派遣医疗队，|援建的|大学城项目将移交``: by who acted before."""
_OPENING = frozenset(("开通", "上线", "开行", "复航", "开航", "通航"))
"""Verbs of things that come into use, of which a new sentence tells anew whether they are to come."""
_PROPOSERS = ("我", "我们", "中方", "中国")
_YEAR = re.compile(r"\d{4}年")
_NEXT_EDITION = re.compile("[^，。]{0,16}?(?:下一?[届次]|第[^，。]{1,4}[届次])")
_PAPERS = frozenset({"agreement", "declaration", "publication"})
_AGREED_ON = re.compile("[，并]?(?:双方)?(?:一致)?(?:决定|同意|商定|约定)")
_SAID = ("介绍", "表示", "透露", "指出", "强调", "称")
_THEN = re.compile(
    "(?:随后|当天|当日|当晚|当地时间|次日|翌日|同日|同天|同期|期间|其间|此前|日前|昨日|昨天|今日|会后|会谈后|访问期间|会议期间|席间|另据)(?![^。；，]{0,30}[将拟])(?![^。；]{0,60}，将)"
)
"""What happened then is told, whatever was announced before: ``甲将与乙拍摄纪录片。|随后，又同丙签署协议``."""
_SPOKEN = re.compile(
    "，(?:未来|今后|下一步|明年|今年|年内|接下来|近期|日前)?(?:[^，]{0,6}年)?，?(?:将|拟|计划|已|还将|也将|正|还|决定|愿)?(?:将|在|于|与|同|和|向|为|把|以)(?![来要军])"
)
"""``人民网总裁叶某表示|，将与塔斯社…``: nobody but the one for whom he speaks can be meant."""
_CARRIED_OUT = frozenset(("found", "launch", "give", "fund", "hold", "raise", "issue"))
"""What an article of a plan says with these verbs is to be done; what it says was signed or passed, was."""
_DECIDED = ("决定", "决定正式", "决定批准")
_THEME = re.compile(r"以[“‘]|由|主题为|围绕")

_TOGETHER = ("共同", "共建", "共组", "联合", "合", "互设", "互办")


@functools.cache
def _of_both() -> re.Pattern[str]:
    """What those who have just signed with each other set up together: ``甲与乙签署备忘录，成立|联合工作组``."""
    words = read_table(knowledge("extract") / "lexicon" / "founding.toml")
    return re.compile(f"(?:{any_of(words['of_both'])})[^，、。]{{2,16}}$|(?:{any_of(words['of_both_endings'])})$")


@dataclass(slots=True)
class Discourse:
    """The state of a paragraph while it is read."""

    context: Context
    referents: Referents
    event: str = ""
    """The event that the paragraph is about; 论坛 alone means it."""
    subjects: tuple[Party, ...] = ()
    partners: tuple[Party, ...] = ()
    mutual: bool = False
    """Whether ``subjects`` are 双方, of whom one acts with the other."""
    awaiting: bool = False
    """Whether ``partners`` wait for the act: ``甲与乙商定，联办X``, ``甲将会同乙，于秋季举办X``."""
    announced: bool = False
    topic: str = ""
    topic_span: Span | None = None
    held: str = ""
    """The event that the sentence told last; ``由甲主办`` after it says who holds it."""
    wish: str = ""
    opened: bool = False
    """Whether the sentence has had a subject of its own, so that a further one shares its tense."""
    pending: tuple[Frame, ...] = ()
    """Money that was promised without saying how much, until a sum follows."""
    signed: bool = False
    """Whether the act before was one of signing with somebody."""
    planned: bool = False
    """Whether the paragraph is an article of a plan, which is to be carried out."""
    has_told: bool = False
    """Whether the sentence has told an outcome."""

    def begin_sentence(self, sentence: Span) -> None:
        """Forgets what does not reach beyond a sentence; after ``；`` the counterpart is kept."""
        if self.context.text[sentence[0] - 1 : sentence[0]] != "；":
            self.partners = ()
        if self.announced and _THEN.match(self.context.text, *sentence):
            self.announced = False
        self.wish = ""
        self.opened = self.has_told = self.signed = False
        self.pending = ()
        self.topic = ""
        self.topic_span = None
        self.held = ""

    def note_topic(self, clause: Clause) -> None:
        """Keeps what a clause begins with, for clauses after it that leave their subject out."""
        text = clause.words
        if not text.endswith(_SAID):  # 秘书处介绍，第五届论坛移师第比利斯: the forum is spoken of
            self.topic = self.topic or _THEME.split(text)[0]
            self.topic_span = self.topic_span or clause.span
        if PLAN_SAYS.match(text):
            self.subjects, self.announced = (), True
        if clause.predicates:
            return
        if FROM_NOW_ON.match(text):
            self.announced = True
        if _WISHING.match(text):
            self.wish = "weak"
        if self.note_subject(clause) or text.endswith(("提议", "商定", "约定", "一致同意")):
            self.announced = _PROMISING.search(text) is not None

    def note_subject(self, clause: Clause) -> bool:
        """Keeps whom a clause that tells nothing begins with, and with whom they are; whether there is anybody."""
        told = self.context.grammar.strip_leading(self.context.text, clause.span)
        self.referents.note(*listed_bodies(told, self.context))
        made = made_by(clause.span, self.context)
        if made.subjects and made.partners:  # 甲与乙合作设立的孔子学院迎来20周年，双方签署…
            self.referents.note(*self.resolved(made.subjects), *self.resolved(made.partners))
        if tells_of_others(clause.span, self.context):
            return self._note_among_others(told, clause)
        opening = opening_parties(told, self.context)
        if not opening:
            return False
        self._take_subjects(opening)
        self._note_companions(opening, clause)
        return True

    def _note_among_others(self, told: Span, clause: Clause) -> bool:
        """The same of a clause that may tell who meets, invites or speaks for whom, before what it begins with."""
        invited = invited_by(told, self.context)
        if invited is not None:
            self._take_subjects(invited[:1])
            self.partners, self.awaiting = self.resolved(invited[1:]), True
            self.referents.note(*self.subjects, *self.partners)
            return True
        opening = () if _GUEST.search(clause.words) else opening_parties(told, self.context)
        met = met_with(told, self.context)
        if met is not None:
            self.referents.note(*self.resolved(opening or met[:1]), *self.resolved(met[1:]))
            self.partners = self.resolved(met[1:])  # 校长率团访问甲大学，|续签校际协议
        if met is None and (seen := went_on_to(told, self.context)):
            self.referents.note(*seen)
            self.partners = seen
        opening = opening or visitor(clause.span, self.context)
        speaker = spokesman(told, self.context)
        if speaker and opening and speaker[0].name.startswith(opening[0].name):
            opening = speaker  # 香港金融管理局副总裁, not 香港
        if speaker and not opening and _SPOKEN.match(self.context.text, clause.span[1]):
            opening = speaker
        if not opening:
            self.referents.note(*speaker)
            return False
        self._take_subjects(opening)
        if met is not None and {party.name for party in self.subjects} <= {party.name for party in self.partners}:
            self.subjects = ()  # 校长 who goes to see a university is not that one's
        self._note_companions(opening, clause)
        return True

    def _note_companions(self, opening: tuple[Party, ...], clause: Clause) -> None:
        """Keeps those who act from here on as named, and those with whom they are."""
        self.referents.note(*self.subjects)
        beside = companions(clause.span, opening[-1].end, self.context)
        if beside and not self.mutual:
            self.partners, self.awaiting = self.resolved(beside), True
            self.referents.note(*self.subjects, *self.partners)

    def _take_subjects(self, parties: tuple[Party, ...]) -> None:
        """Those who act from here on; papers do not (``见证有关合作文本|签署``)."""
        self.subjects = tuple(party for party in self.resolved(parties) if not self._is_paper(party))
        self.mutual = len(parties) == 1 and len(self.subjects) == 2
        self.awaiting = False

    def _is_paper(self, party: Party) -> bool:
        lexicon = self.context.lexicon
        head = lexicon.head(party.name.rstrip("》"))
        return head is not None and head.kind in _PAPERS and lexicon.organisation_type(party.name) in (None, "other")

    def act(self, predicate: Predicate, head: ClauseHead) -> Act | None:
        """The act that a predicate tells, or None where it is only wished for."""
        if self._is_wish(predicate, head):
            if not PROMPTED.match(self.context.words(predicate.head)) and self.resolved(head.subjects):
                self._take_subjects(head.subjects)
            self.referents.note(*self.resolved(head.subjects), *self.resolved(head.counterparts))
            return None
        subjects, partners = self._roles(head, predicate)
        return Act(predicate, head, subjects, partners, self._status(head, predicate))

    def forget_event_subject(self) -> None:
        """``论坛达成一系列成果，包括发布…``: what follows 包括 was not necessarily done by the forum."""
        if all(self.context.lexicon.organisation_type(p.name) == "event-series" for p in self.subjects):
            self.subjects = ()

    def _is_wish(self, predicate: Predicate, head: ClauseHead) -> bool:
        if head.subjects and not head.wish:
            self.wish = ""
        wish = head.wish or self.wish
        if head.wish != "weak":
            self.wish = wish
        backed = predicate.verb.frame == "hold" and _BACKED.search(self.context.words(predicate.head))
        if not wish and not backed:
            return False
        counted = is_counted(self.context.text, predicate.object)
        if counted and not head.wish:  # a promise after a wish: 鼓励企业投资，援助实施10个项目
            return False
        if backed:
            return True  # 支持沙特办好2030年世博会
        particular = counted or _NAMED.search(self.context.words(predicate.object))
        return wish == "strong" or wish == "weak" and not particular

    def _roles(self, head: ClauseHead, predicate: Predicate) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        subjects, partners = self._own_roles(head, predicate)
        beside = {party.name for party in partners}
        if len(subjects) > 1 and beside:  # 双方…，并结为友好机场
            subjects = tuple(party for party in subjects if party.name not in beside) or subjects
        if self.mutual and not partners and subjects == self.subjects:
            return subjects[:1], subjects[1:]
        return subjects, partners

    def _own_roles(self, head: ClauseHead, predicate: Predicate) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        """The parties of an act, those carried over included; 双方 still as one."""
        subjects, partners = self.resolved(head.subjects), self.resolved(head.counterparts)
        self.referents.acted(*subjects)
        self.referents.note(*subjects, *(partners or self.resolved(head.recipients)))
        if predicate.relative:
            return subjects or self.subjects, partners
        if subjects and self.awaiting and head.respective and not partners:  # 甲另与乙，丙分别签署
            return self.subjects, self.partners + subjects
        if subjects:
            if not self._is_to_be_held(head, predicate):
                self._take_subjects(head.subjects)
            self.announced = self.announced and self.opened
            self.opened = True
        elif (
            self._other_subject(head)
            and predicate.verb.frame != "raise"  # 双方商定，客运航班|增至14班
            and not partners
            and not head.recipients
            or predicate.verb.frame in ("hold", "found")
            and _DURING.match(self.context.words(predicate.head))
        ):
            if self.context.running and (predicate.verb.frame == "arrive" or predicate.verb.form in _OPENING):
                self.announced = self.announced and (self.opened or self.has_told)
            self.subjects = ()
        else:
            subjects = self.subjects
            if not partners and not head.recipients and (self.awaiting or self._joins(head, predicate)):
                partners = self.partners
        self.partners = partners or self.partners
        self.signed = predicate.verb.frame == "sign" and bool(partners)
        bidding = predicate.verb.form == "组成" and _CONSORTIUM.match(self.context.words(predicate.object)) is not None
        self.awaiting = bool(partners) and (predicate.verb.form in _AGREEING or bidding)
        return subjects, partners

    def _is_to_be_held(self, head: ClauseHead, predicate: Predicate) -> bool:
        """Whether an edition yet to come is the subject, which founds nothing: ``下一届论坛于2029年|举行；设立X``."""
        if predicate.verb.frame != "hold" or head.topic is None:
            return False
        start, end = predicate.object
        if start < end and self.context.text[start] not in "在于":
            return False
        return _NEXT_EDITION.match(self.context.text, *head.topic) is not None and (
            head.announced or lies_ahead(self.context.text, predicate.head)
        )

    def _joins(self, head: ClauseHead, predicate: Predicate) -> bool:
        """Whether an act goes on with those of the one before: ``共同``, ``并``."""
        together = head.joint or predicate.verb.form.startswith(_TOGETHER)
        signing = predicate.verb.frame == "sign"  # nobody signs alone
        if self.signed and predicate.verb.frame in ("found", "launch", "hold"):  # 甲与乙签署X，决定建立Y
            signing = signing or _AGREED_ON.match(self.context.words(predicate.head)) is not None
            signing = signing or _of_both().search(self.context.words(predicate.object)) is not None
        return together or signing or predicate.opening in ("并", "、", "和") or self._continues(predicate)

    def _other_subject(self, head: ClauseHead) -> bool:
        """Whether something that is no body stands where the subject stands."""
        if head.topic is None or OWN_WORK.match(self.context.text, head.topic[0]):
            return False
        return _ADVERBIAL.match(self.context.text, head.topic[0]) is None

    def _continues(self, predicate: Predicate) -> bool:
        return self.context.words(predicate.head).startswith(("并", "且"))

    def resolved(self, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """The parties, with 双方, 论坛, 该行 replaced by those they stand for; left out where that is not known."""
        if not parties:
            return ()
        found: list[Party] = []
        for party in parties:
            found += self.referents.meant(party, self.event)
        return tuple(found)

    def _proposes(self, predicate: Predicate, head: ClauseHead) -> bool:
        """Whether a side proposes that something be founded: ``中方倡议成立X中心``; what a year tells, is there."""
        begin = self.context.text.rfind("。", 0, predicate.clause[0]) + 1
        if not predicate.verb.form.startswith("倡议") or _YEAR.search(self.context.text, begin, predicate.clause[1]):
            return False
        return any(party.name in _PROPOSERS or side(party.name) for party in head.subjects)

    def _status(self, head: ClauseHead, predicate: Predicate) -> Status:
        done = head.concluded or self.context.text[predicate.object[0] - 1 : predicate.object[0]] == "了"
        if predicate.verb.frame == "appoint" and self.context.words(predicate.head).endswith(_DECIDED):
            return "concluded"  # 决定|授权甲行担任清算行: so it is done
        carried_out = predicate.verb.frame in _CARRIED_OUT and predicate.object[0] < predicate.object[1]
        if (
            self.planned
            and carried_out
            and not (done or head.announced or lies_behind(self.context.words(predicate.head)))
        ):
            return "announced"
        if head.announced or self.context.running and not done and self._proposes(predicate, head):
            self.announced = True
        elif done:
            self.announced = False
        return "announced" if self.announced else "concluded"
