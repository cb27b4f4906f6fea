"""Bodies that are founded in several steps of one sentence: who leads, who follows, and what comes of it.

``秦始皇帝陵博物院牵头，墨西哥人类学研究所、西潘王墓博物馆等9家机构响应，|世界陵寝遗产保护网络宣布组建``.
"""

from __future__ import annotations

import functools
import re

from silkgraph.locations import knowledge
from silkgraph.model import Status
from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.coordination import Party, parties
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.labels import clean_label
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.lexicon import any_of, read_table
from silkgraph.recognise.references import is_reference
from silkgraph.values import dataclass

_SET = "(?<![增新开各首建互])设(?![立备计施想有置在])"
"""The verb of one character, which stands in too many words to be looked for as one."""
_IS_THERE = "(?:组建|成立|启动|建立|设立|揭牌|诞生|而生|结成|问世)$"
KEYWORDS = f"由|{_IS_THERE}|的[^，的]{{2}}$|{_SET}"
_NUMBER = r"[\d一二三四五六七八九十]+余?多?[家个所座国]"
_BY = re.compile(
    "由[^，由]{4,120}(?:发起|倡议|牵头|组成|创立|创办|组建|共建|共同设立|联合设立|共同成立|联合成立|共同建立|联合建立)(?:成立|组建|设立|建立)?$"
)
_FEWEST = 2
_FAR = 240
_SENTENCE = re.compile(r"[。；！？\n]")


@dataclass(frozen=True, slots=True)
class FoundingGrammar:
    """The words of ``extract/lexicon/founding.toml`` as patterns."""

    founded: re.Pattern[str]
    led: re.Pattern[str]
    by_whom: re.Pattern[str]
    others_too: re.Pattern[str]
    """Who followed, behind a clause that tells who led: ``由甲发起|，乙、丙等12所高校共同组建``."""
    adopted: re.Pattern[str]
    """``采纳乌方提出的成立|应对气候变化理事会|的倡议``: the body is to come."""
    set_up_in: re.Pattern[str]
    """``委员会宣布将|在贝尔格莱德|设|联络处``."""

    @classmethod
    @functools.cache
    def load(cls) -> FoundingGrammar:
        """The grammar of the project's lexicon."""
        table = read_table(knowledge("extract") / "lexicon" / "founding.toml")
        words = {key: "|".join(value) for key, value in table.items()}
        posts = any_of(read_table(knowledge("extract") / "lexicon" / "organisations.toml")["posts"]["endings"])
        counted = rf"(?:(?:等?{_NUMBER}|等)(?:{words['members']})?)?"
        return cls(
            founded=re.compile(
                r"(?P<thing>[^，的]{4,40}?)(?:在[^，]{2,12}|[\d月日]{2,6}|[今昨当]日)?"
                rf"(?:正式|宣布|宣告|随即|应运|共同|现场|顺利|也|就此)*{_IS_THERE}"
            ),
            led=re.compile(
                rf"(?P<lead>[^，。；]{{3,40}}?)(?:率先)?(?:{words['leading']})，(?P<rest>[^。；]{{4,160}}?){counted}"
                rf"(?:共同|积极|纷纷|先后|踊跃|一致)*(?:{words['following']})，$"
            ),
            by_whom=re.compile(
                rf"(?P<what>[^，由的]{{2,36}}?)(?:是|系)?由(?P<who>[^，由]{{4,120}}?){counted}(?:共同|联合|合作|携手)*"
                rf"(?:{words['initiating']})(?:成立|组建|设立|建立)?$"
            ),
            others_too=re.compile(
                rf"，(?:并)?(?:由)?(?P<who>[^，。；]{{4,160}}?){counted}(?:共同|联合|合作|携手|积极|一道)*"
                rf"(?:{words['joining']})(?=[，。；]|$)"
            ),
            adopted=re.compile(
                rf"(?P<head>[^，]{{0,40}}?)(?:{words['accepting']})了?[^，《》]{{0,40}}?(?:{words['founding']})"
                rf"(?P<what>[^，《》]{{4,40}}?)的(?:{words['proposals']})$"
            ),
            set_up_in=re.compile(
                rf"(?P<head>[^，]{{2,60}}?)[在于][^，在于]{{2,14}}?{_SET}(?P<what>[^，在于]{{0,12}}?(?:{posts}))$"
            ),
        )


def founded(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """The body that the clause says is there now, by who led; those who followed are the partners."""
    if _BY.search(context.text, *clause):
        return _founded_by(clause, context, discourse)
    grammar = FoundingGrammar.load()
    adopted = grammar.adopted.match(context.text, *clause)
    resolved = adopted or grammar.set_up_in.match(context.text, *clause)
    if resolved is not None:
        return _resolved(resolved, clause, context, discourse, ahead=adopted is not None)
    match = grammar.founded.match(context.text, *clause) if context.text[clause[0] - 1 : clause[0]] == "，" else None
    if match is None:
        return []
    noun = context.lexicon.head(match["thing"].rstrip("”"))
    if noun is None or noun.kind != "institution":
        return []
    far = max(0, clause[0] - _FAR)
    start = max((m.end() for m in _SENTENCE.finditer(context.text, far, clause[0])), default=far)
    led = grammar.led.search(context.text, start, clause[0])
    if led is None:
        return []
    leads = discourse.resolved(context.grammar.read(context.text, led.span("lead")).subjects)
    rest = tuple(p for p in parties(context.text, led.span("rest"), context.names) if not p.generic)
    if not leads or not rest:
        return []
    return [Frame("institution", clean_label(match["thing"]), "concluded", leads, rest, (led.start(), clause[1]))]


def _resolved(
    match: re.Match[str], clause: Span, context: Context, discourse: Discourse, *, ahead: bool
) -> list[Frame]:
    """A body that somebody resolves to set up, or sets up somewhere."""
    head = context.grammar.read(context.text, match.span("head"))
    if head.wish:
        return []
    makers = discourse.resolved(head.subjects) or discourse.subjects
    status: Status = "announced" if ahead or head.announced else "concluded"
    return [Frame("institution", clean_label(match["what"]), status, makers, (), clause)]


def _founded_by(clause: Span, context: Context, discourse: Discourse) -> list[Frame]:
    """``联盟由甲、乙、丙共同发起``: the body that the text named before, by those who founded it."""
    start = context.grammar.strip_leading(context.text, clause)[0]
    match = FoundingGrammar.load().by_whom.match(context.text, start, clause[1])
    if match is None:
        return []
    named = Party(match["what"], *match.span("what"), False)
    meant = discourse.resolved((named,)) if is_reference(match["what"]) or context.names.is_known(match["what"]) else ()
    label = meant[0].name if len(meant) == 1 else match["what"]
    noun = context.lexicon.head(label.rstrip("”"))
    whole = noun is not None and noun.kind == "institution" and len(label) > len(noun.form) + 1
    if not whole:
        return []
    head = context.grammar.read(context.text, match.span("who"), signing=True)
    founders, beside = head.subjects, head.counterparts
    end = clause[1]
    followed = FoundingGrammar.load().others_too
    if len(founders) == 1 and not beside and (others := followed.match(context.text, end)):
        beside, end = tuple(parties(context.text, others.span("who"), context.names)), others.end()
    founders, beside = (tuple(p for p in side if not p.generic) for side in (founders, beside))
    if len(founders) + len(beside) < _FEWEST:
        return []
    return [Frame("institution", clean_label(label), "concluded", founders, beside, (clause[0], end))]
