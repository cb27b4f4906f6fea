"""Measures that states take for those who come and for what is traded: visas they waive, barriers they lift.

``双方商定，自10月1日起互免持外交护照人员签证``, ``中方将全面取消制造业领域外资准入限制措施``.
"""

from __future__ import annotations

import re

from silkgraph.model import Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import Party
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.labels import clean_label
from silkgraph.parse.policies import granted_to
from silkgraph.recognise.brackets import Span

_EXEMPTED = re.compile(
    r"(?P<head>.{0,60}?)(?P<what>(?:相互|互相)?(?:互免|免除)(?:对方)?(?:持)?[^，。]{0,24}?(?:人员|公民|护照)?[^，。]{0,6}签证)(?:要求|安排|措施)?$"
)
_USED = re.compile("用好|利用|落实|执行|受益|得益|依托|便利|根据|继续|现行|已有")
"""What is there already: ``用好|两国互免签证安排``."""
_SIGNED = re.compile("签[署订]|缔结|达成|敲定|谈成|商谈")
"""Before ``互免签证协定``: what is signed is read by its verb."""
_VISA_FREE = re.compile(
    r"(?P<head>.{0,60}?)(?:对|给予)(?P<whom>[^，]{2,24}?)(?:单方面|全面|试行|实行|实施|开始|继续|正式|季节性|有条件|短期|临时|\d+(?:天|日|小时)|长期)*"
    r"(?:过境|入境)?免(?:签证?|办签证)(?:入境|过境)?(?P<term>\d+(?:天|日|个月|年)|[一二三半]年|[一二三]个月)?$"
)
_COMERS = re.compile("(?:公民|人员|旅客|游客|国民|护照|国家)$")
"""``宣布自3月1日起对中国公民|免签``."""
_LIFTED = re.compile(
    r"(?P<head>.{0,60}?)(?P<what>(?:全面|进一步|逐步|完全|单方面|大幅)*(?:取消|放宽|解除|废除|降低|下调)[^，]{2,30}?(?:限制措施|限制|关税|壁垒|准入门槛|外资股比))$"
)


_BAN = re.compile(
    r"(?P<head>[^，]{0,60}?)(?P<what>(?:全面|部分|有条件|完全|正式)*(?:解除|取消|撤销|放宽)(?:了)?(?:因[^，]{2,20})?对(?P<whose>[^，]{2,24}?)(?:的|实施的|进口的)?"
    r"[^，的对]{0,14}?(?:禁令|限制|封关|禁运|管制|暂停进口措施|进口禁令|疫情禁令|反倾销税|反补贴税|附加关税|惩罚性关税|制裁))$"
)
_AGAIN = re.compile(
    r"(?P<head>[^，]{0,60}?)(?P<what>(?:全面|部分|有条件|正式|同意|批准)*(?:恢复|重启|重新开放|重新允许)(?:了)?(?:进口|自|受理|接受)?(?P<whose>[^，的]{2,8}?)(?:的)?"
    r"[^，的]{1,14}(?:进口|输华)|(?:全面|部分|有条件|正式)*恢复(?:了)?进口(?P<of>[^，的]{4,20}))$"
)


def one_and_other(
    subjects: tuple[Party, ...], others: tuple[Party, ...], context: Context
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The two sides of what two do that 和 joins (``中国和斐济|互免签证``); else those given."""
    if len(subjects) != 2 or others:
        return subjects, others
    if len({party.start for party in subjects}) == 2 and context.text[subjects[0].end : subjects[1].start] != "和":
        return subjects, others
    return subjects[:1], subjects[1:]


def exempted(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """``双方商定，自10月1日起互免持外交护照人员签证``: what two states grant each other."""
    match = _EXEMPTED.match(context.text, *clause)
    if (
        match is None
        or "互" not in match["what"]
        or _SIGNED.search(match["head"])
        or _USED.search(match["head"])
        or context.grammar.modality.wishes.search(match["head"])
    ):
        return []
    head = context.grammar.read(context.text, (clause[0], match.end("head")), signing=True)
    subjects, others = discourse.resolved(head.subjects), discourse.resolved(head.counterparts)
    if not subjects:
        subjects, others = discourse.subjects, discourse.partners
    subjects, others = one_and_other(subjects, others, context)
    return [Frame("agreement", clean_label(match["what"]), "concluded", subjects, others, clause)]


def lifted(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """``中方将全面取消制造业领域外资准入限制措施``: a measure that whoever speaks takes or promises."""
    match = _LIFTED.match(context.text, *clause)
    if match is None or not match["what"]:
        return []
    head = context.grammar.read(context.text, (clause[0], match.start("what")))
    announced = head.announced or not head.subjects and discourse.announced
    subjects = discourse.resolved(head.subjects) or discourse.subjects
    if not announced or not subjects or head.wish == "strong":
        return []
    return [Frame("programme", match["what"], "announced", subjects, (), clause)]


def ban_lifted(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """``海关总署解除对蒙古国牛肉的疫情禁令``, ``中方恢复进口巴西禽肉``: whose goods may come in again."""
    match = _BAN.match(context.text, *clause) or _AGAIN.match(context.text, *clause)
    if match is None:
        return []
    head = context.grammar.read(context.text, (clause[0], match.start("what")))
    makers = discourse.resolved(head.subjects) or discourse.subjects
    named = "whose" if match.re is _BAN or match["whose"] else "of"
    whose = granted_to((match.start(named), match.end()), context)
    if not makers or not whose or head.wish:
        return []
    status: Status = "announced" if head.announced or not head.subjects and discourse.announced else "concluded"
    return [Frame("programme", match["what"], status, makers, whose, clause)]


def visa_free(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """``坦方宣布自3月1日起对中国公民免签``: who may come without a visa, and of which country they are."""
    match = _VISA_FREE.match(context.text, *clause)
    if match is None:
        return []
    granted = granted_to(match.span("whom"), context)
    if not granted and _COMERS.search(match["whom"]) is None:
        return []
    head = context.grammar.read(context.text, (clause[0], match.end("head")))
    makers = discourse.resolved(head.subjects) or discourse.subjects
    if not makers or head.wish:
        return []
    proclaimed = "宣布" in match["head"]
    announced = not proclaimed and (head.announced or not head.subjects and discourse.announced)
    status: Status = "announced" if announced else "concluded"
    return [Frame("programme", f"{match['whom']}免签", status, makers, granted, clause)]
