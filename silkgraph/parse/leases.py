"""What somebody rents or lets: ``岚桥集团租下达尔文港99年``, ``中银租赁将5架飞机租给墨西哥沃拉里斯航空``.

Who rents acts with the owner, where he is named; who lets acts with those who rent. What is rented must be
named or counted.
"""

from __future__ import annotations

import functools
import re

from silkgraph.locations import knowledge
from silkgraph.model import Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import Party, parties
from silkgraph.parse.counted_items import counts
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.labels import clean_label
from silkgraph.parse.money import find_money
from silkgraph.parse.plain_names import plain_name
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.lexicon import any_of, read_table
from silkgraph.recognise.shapes import may_be_name
from silkgraph.values import dataclass

KEYWORDS = "租"
"""Without this character nothing is rented."""
_TERM = re.compile(
    r"(?:使用|经营|运营|开发)?(?:，?(?:为期|期限|租期|长达|共)?(?:\d+|[一二三四五六七八九十百]+)[余多]?(?:年|个月|季)(?:期|零\d+个月|半)?)$"
)
_FEE = re.compile(
    r"以(?:每年|年租金|总价|约)?[^，以]{2,20}?(?:元|镑|铢|盾|卢比|林吉特|第纳尔|法郎|先令)(?:的)?(?:年?租金|价格|总价|对价|费用)?$"
)
_FROM = re.compile("[向从自](?P<who>[^，向从自]{2,30}?)(?:手中|处|方面)?$")
_OWNED = re.compile("(?P<who>[^，的]{3,30}?)(?:所有|拥有|旗下|持有)?的(?=.{2})")
_VERB = re.compile("^以|的?(?:方式|形式)(?:引进|租用|租入|接收|购入)$")
"""``以湿租方式引进`` is 湿租."""
_LONGEST_NAME = 12


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns made from ``extract/lexicon/leases.toml``."""

    rented: re.Pattern[str]
    let_to: re.Pattern[str]
    """``将5架飞机|租给|甲公司``."""
    let: re.Pattern[str]
    """``向甲公司|出租|5架飞机``."""
    use: re.Pattern[str]
    general: re.Pattern[str]
    unsaid: re.Pattern[str]


@functools.cache
def _words() -> _Words:
    table = read_table(knowledge("extract") / "lexicon" / "leases.toml")
    renting = any_of(table["renting"])
    how = f"(?P<how>(?:{any_of(table['manner'])})*)"
    return _Words(
        rented=re.compile(
            rf"(?P<head>[^《》]{{2,70}}?){how}(?P<act>以(?:{renting})的?(?:方式|形式)(?:引进|租用|租入|接收|购入)|{renting})了?"
            rf"(?P<what>(?!{any_of(table['no_object'])})[^，《》]{{3,50}})$"
        ),
        let_to=re.compile(
            rf"(?P<head>[^《》]{{0,60}}?)(?:把|(?<![即还也并会必])将)(?P<what>[^，《》]{{3,50}}?){how}"
            rf"(?P<act>{any_of(table['letting'])})(?P<whom>[^，《》]{{2,40}}?)(?:使用|经营|运营|管理|开发)?$"
        ),
        let=re.compile(
            rf"(?P<head>[^《》]{{2,60}}?)向(?P<whom>[^，《》向]{{2,40}}?){how}"
            rf"(?P<act>{any_of(table['let'])})了?(?P<what>[^，《》]{{3,50}})$"
        ),
        use=re.compile(f"(?:{any_of(table['uses'])})[^，]*$"),
        general=re.compile("|".join(table["general"])),
        unsaid=re.compile("|".join(table["unsaid"])),
    )


def leased(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """The lease that the clause tells; none where nobody in particular rents, or nothing in particular."""
    words = _words()
    start = context.grammar.strip_leading(context.text, clause)[0]
    if let := words.let_to.match(context.text, start, clause[1]) or words.let.match(context.text, start, clause[1]):
        return _let(let, clause, context, discourse)
    match = words.rented.match(context.text, start, clause[1])
    if match is None or _words().unsaid.search(match["head"]):
        return []
    what = _without_use(match.span("what"), context)
    if not _is_something(what, context):
        return []
    head_span = (match.start("head"), match.start("act"))
    owner = _FROM.search(context.text, head_span[0], match.start("how"))
    fee = _FEE.search(context.text, head_span[0], match.start("how"))
    end = min((found.start() for found in (owner, fee) if found), default=match.start("act"))
    head = context.grammar.read(context.text, (head_span[0], end))
    renters = discourse.resolved(head.subjects) or _by_position((head_span[0], end), context) or discourse.subjects
    of_whom = _owner_before_number(what, context) if owner is None else None
    if of_whom is not None:
        what = of_whom.end, what[1]
    owners = tuple(parties(context.text, owner.span("who"), context.names)) if owner else _owner(what, context)
    owners = discourse.resolved(head.counterparts) or owners or ((of_whom,) if of_whom else ())
    if not renters or head.wish or any(party.generic for party in renters):
        return []
    tense = context.grammar.read(context.text, head_span)
    status: Status = "announced" if head.announced or tense.announced else "concluded"
    return [_frame(_VERB.sub("", match["act"]) + context.words(what), status, renters, owners, clause, context)]


def _let(match: re.Match[str], clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """``国银租赁|将5架飞机|租给|沃拉里斯航空``: who lets, with those who rent."""
    head = context.grammar.read(context.text, match.span("head"))
    owners = discourse.resolved(head.subjects) or _by_position(match.span("head"), context) or discourse.subjects
    whom = _without_use(match.span("whom"), context)
    renters = discourse.resolved(tuple(parties(context.text, whom, context.names)))
    if not renters and may_be_name(context.words(whom)):
        renters = (Party(context.words(whom), *whom, False),)
    what = _without_use(match.span("what"), context)
    vague = all(party.generic for party in (*owners, *renters))
    if not owners or not renters or vague or head.wish or _words().unsaid.search(match["head"]):
        return []
    status: Status = "announced" if head.announced or "将" in match["how"] else "concluded"
    return [_frame("出租" + context.words(what), status, owners, renters, clause, context)]


def _frame(
    label: str, status: Status, who: tuple[Party, ...], others: tuple[Party, ...], clause: Span, context: Context
) -> Frame:
    amounts = tuple(mention.amount for mention in find_money(context.text, *clause))
    return Frame("agreement", clean_label(label), status, who, others, clause, amounts)


def _without_use(what: Span, context: Context) -> Span:
    """What is rented, without for how long and to what end: ``达尔文港|99年``, ``办公楼|作为亚太总部``."""
    words = context.words(what)
    use = _words().use.search(words, 4)
    words = words[: use.start()] if use else words
    term = _TERM.search(words)
    words = words[: term.start()] if term and term.start() > 1 else words
    return what[0], what[0] + len(words)


def _is_something(what: Span, context: Context) -> bool:
    """Whether what is rented has a number or a name, or stands in a place that is named."""
    words = context.words(what)
    if len(words) < 3 or _words().general.search(words):
        return False
    if counts(context.text, what):
        return True
    names = context.names
    placed = names.country_prefix(words) or names.places.beginning_at(words) or names.places.city_at(words)
    return placed is not None or names.is_particular(words)


def _owner(what: Span, context: Context) -> tuple[Party, ...]:
    """Whose it is: ``租赁|希腊船东|的3艘LNG运输船``."""
    owned = _OWNED.match(context.text, *what)
    if owned is None or context.names.is_place(owned["who"]) or not context.names.is_complete(owned["who"]):
        return ()
    return tuple(parties(context.text, owned.span("who"), context.names))


def _owner_before_number(what: Span, context: Context) -> Party | None:
    """Whose they are, where the number follows the name: ``包租|埃塞俄比亚航空|3架全货机``."""
    number = next(iter(counts(context.text, what)), what)
    name = context.text[what[0] : number[0]]
    names = context.names
    if number == what or names.is_country(name) or names.is_place(name) or not names.is_particular(name):
        return None
    return Party(name, what[0], number[0], False)


def _by_position(head: Span, context: Context) -> tuple[Party, ...]:
    """Who rents, where no ending tells that it is a name (``厦门航空``, ``招商局港口``)."""
    end, _ = context.grammar.strip_adverbs(context.text, *head)
    return plain_name(context.text, (head[0], end), context.names, _LONGEST_NAME)
