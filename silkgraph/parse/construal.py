"""A predicate construed: its roles filled, its status told, read by the construction that its verb's frame asks for.

``中国商务部与尼泊尔工业部|签署|关于…的谅解备忘录`` is an act of signing, ``派遣180名农业专家`` a pledge by number,
``首趟班列|抵达|杜伊斯堡`` an arrival.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from silkgraph.parse.acts import Act, Context, Frame
from silkgraph.parse.arrivals import arrived, may_stand_alone, names_a_text, runs_somewhere
from silkgraph.parse.changes import CHANGING, HANDING, changed, disposal, handed_over
from silkgraph.parse.constructions import reported, signed, witnessed
from silkgraph.parse.counted_items import is_counted
from silkgraph.parse.deals import brought_about, money_promised
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.events import editions, held, hosted, is_hosted
from silkgraph.parse.grants import granted
from silkgraph.parse.pairs import act_of_pairs, acts_in_turn
from silkgraph.parse.pledges import APPROVING, pledged, uncounted
from silkgraph.parse.predicates import Clause, Predicate
from silkgraph.parse.raising import raised
from silkgraph.parse.remarks import INCLUDING
from silkgraph.parse.tense import lies_ahead
from silkgraph.parse.transitive import transitive
from silkgraph.parse.verb_selection import SIDE_WILL
from silkgraph.recognise.brackets import Span
from silkgraph.values import replace

_REPORTING = ("宣布", "宣告")
_SEEN = re.compile("(?:[^。《]{2,60}?|[，并还也]*(?:共同|一道)?)见证(?:了|下)?(?=[^，。下]{3,}$)")
"""``行政长官在布达佩斯见证|甲与乙|签署X``: who looks on is no party."""
_PROCLAIMED = re.compile(f"[^，。《]{{2,30}}?(?:宣布|宣告)(?={SIDE_WILL})")
"""``外长宣布|中方将于2027年|主办…``: the side acts, not who speaks for it."""
_BEGINNING = re.compile("开通|开工建设|[动破][工土](?:兴建|建设)|开建|建成投[产用运]|建成启用|上线")
"""Of the verbs by which things arrive those that somebody may do: ``年内|开工建设|中越铁路``."""
_LANDING = ("落地", "落地实施", "投用", "投运", "开工", "开工建设", "交付", "建成投用", "建成投运")
"""What somebody will see built or begun by number: ``在三国|落地|50个小型项目``."""
_SETTLING = ("落户", "入驻", "进驻")
_OF_FIRMS = frozenset(("中标", "中标承建", "承建", "承揽"))
_PLEDGING = frozenset(("give", "fund", "found", "launch", "hold"))
"""Frames whose verbs may have counted things as their object (``派遣180名专家``, ``举办80期研修班``)."""


def told_by(predicate: Predicate, clause: Clause, discourse: Discourse, tokens: Mapping[int, str]) -> list[Frame]:
    """The frames that a predicate of a clause tells; none where it is only wished for, or tells no outcome."""
    context = discourse.context
    head_span = predicate.head
    including = INCLUDING.match(context.text, *head_span) if head_span[0] == clause.span[0] else None
    if including:
        head_span = (including.end(), head_span[1])
        discourse.forget_event_subject()
    what: Span | None = None
    if predicate.verb.frame in CHANGING or predicate.verb.form in HANDING:
        disposed = disposal(context.text, head_span)
        head_span, what = disposed.head, disposed.what
    seen = _SEEN.match(context.text, *head_span)
    if seen is not None:
        head_span = (seen.end(), head_span[1])
        predicate = replace(predicate, head=head_span)
    proclaimed = _PROCLAIMED.match(context.text, *head_span)
    if proclaimed is not None:
        head_span = (proclaimed.end(), head_span[1])
    signing = predicate.verb.frame == "sign"
    counted = is_counted(context.text, predicate.object)
    head = context.grammar.read(context.text, head_span, signing, tokens, counted, _acting(predicate))
    act = discourse.act(predicate, head)
    if act is None or predicate.relative and not _names_both(act, context):
        return []
    act = act_of_pairs(act, context)
    appointed = predicate.verb.frame == "appoint"  # who decided to do so, did
    if act.status == "concluded" and not (head.concluded or appointed) and lies_ahead(context.text, head_span):
        act = replace(act, status="announced")
    if predicate.verb.frame in CHANGING:
        return changed(act, what, context)
    return handed_over(act, what, context) or _in_turn(act, discourse)


def _acting(predicate: Predicate) -> str:
    """Of whom a verb with an object is said, so that what stands before it is a name, whatever it looks like."""
    if predicate.object[0] == predicate.object[1]:
        return ""
    if predicate.verb.form in _OF_FIRMS or predicate.verb.frame == "arrive" and _BEGINNING.search(predicate.verb.form):
        return "firm"
    return "giver" if predicate.verb.frame == "give" or predicate.verb.form in HANDING else ""


def _names_both(act: Act, context: Context) -> bool:
    """Whether an act in an attribute has a title, or names both sides (``甲与乙去年|订立的|X协议``)."""
    titled = context.text[act.predicate.object[0]] == "《" or act.predicate.verb.frame == "issue"
    several = bool(act.head.subjects) and len(act.subjects) > 1
    return titled or bool(act.head.subjects and act.head.counterparts) or several


def _in_turn(act: Act, discourse: Discourse) -> list[Frame]:
    """What each of the pairs in a row tells; the first the first thing where there are as many things as pairs."""
    told = [_construed(each, discourse) for each in acts_in_turn(act, discourse.context)]
    if act.head.respective and len(told) > 1 and len(told[0]) == len(told):
        return [frames[number] for number, frames in enumerate(told)]
    return [frame for frames in told for frame in frames]


def _construed(act: Act, discourse: Discourse) -> list[Frame]:
    """What is promised or given by number, and for the rest the construction that the verb's frame asks for."""
    context = discourse.context
    verb = act.predicate.verb
    if verb.frame not in _PLEDGING and verb.form not in APPROVING and verb.form not in _LANDING:
        if verb.frame == "sign":
            discourse.pending = money_promised(act, context)
            if context.running and brought_about(act, discourse.pending):
                return list(discourse.pending)
        return _constructed(act, discourse)
    allowed = granted(act, context)
    promised = allowed or pledged(act, context)
    if not promised:
        discourse.pending = money_promised(act, context)
        return _constructed(act, discourse)
    discourse.announced = promised[0].status == "announced"
    if allowed:
        return allowed
    return promised + [frame for part in uncounted(act, context) for frame in _constructed(part, discourse)]


def _constructed(act: Act, discourse: Discourse) -> list[Frame]:
    """The construction that the verb's frame asks for."""
    context = discourse.context
    verb = act.predicate.verb
    if verb.form in _REPORTING:
        return reported(act, context)
    if verb.frame == "witness":
        return witnessed(act, context)
    if verb.frame == "raise":
        return raised(act, context)
    if verb.frame == "hold":
        return _held(act, discourse)
    if not act.has_object:
        return _without_object(act, discourse)
    if verb.form in _SETTLING or runs_somewhere(act, context):
        return arrived(act, context, discourse)
    if verb.frame == "arrive" and verb.strict:  # 首趟班列|抵达|杜伊斯堡
        return arrived(act, context, discourse)
    if verb.frame == "arrive" and _BEGINNING.search(verb.form) is None:
        return []
    return transitive(act, context)


def _held(act: Act, discourse: Discourse) -> list[Frame]:
    """Who holds an event, which of its editions are held, or that it is: ``博览会|在南宁举办``."""
    context = discourse.context
    if is_hosted(act, context, discourse):
        return hosted(act, context, discourse)
    edited = editions(act, context, discourse)
    if edited:
        return edited
    if act.has_object and context.text[act.predicate.object[0]] not in "在于":
        return held(act, context, discourse)
    return arrived(act, context, discourse)


def _without_object(act: Act, discourse: Discourse) -> list[Frame]:
    """``甲与乙就X|签约``; ``中老铁路|开通``: two sign with each other, or the thing itself is there."""
    context = discourse.context
    if act.predicate.verb.frame == "sign":
        with_others = act.partners or act.head.counterparts
        if with_others and not names_a_text(act, context, discourse):
            return signed(act, context)
        if act.head.about and (exchanged := signed(act, context)):
            return exchanged
    return arrived(act, context, discourse) if may_stand_alone(act.predicate.verb) else []
