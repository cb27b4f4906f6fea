"""What running prose says in general: counts of what exists, and objects that name nothing in particular.

``已与28个国家签署自贸协定`` is a figure, ``搭建更多合作平台`` a phrase; neither tells an outcome.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from silkgraph.locations import knowledge
from silkgraph.parse.acts import Act, Context
from silkgraph.parse.coordination import Party
from silkgraph.parse.things import is_proper
from silkgraph.recognise.lexicon import HeadNoun, any_of, read_table

_COUNTED = re.compile(
    r"(?:近|超|约|逾|超过)?(?:\d+|[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]百[一二三四五六七八九十零]*)(?:多|余)?"
    r"(?:家|个|所|项|对|套|期|处|名|条|份|座)"
)
_COUNTED_BEHIND = re.compile(
    r"\d(?:多|余)?(?:家|个|所|项|对|套|期|处|名|条|份|座|只|笔|场|次)$|等\d+(?:多|余)?[家个所项期][^、，]{0,8}$"
)
"""``建成示范点62处``, ``甲、乙等30个机制``."""
_SUMMED = re.compile("累计|总计|合计|共计|[日周月年]均")
_DIGIT = re.compile(r"\d")
_NAMED = re.compile(r"[《“]")
_DEFINITE = ("两国", "三国", "双方", "三方")
_CHINA = frozenset(("中国", "中方", "我国"))
_LONGEST = 8
"""A phrase of more characters (电子商务多边合作机制) is particular enough."""
_EAGER = re.compile(r"积极|不断|努力|着力|大力")
_BUILDING = frozenset(("构建", "打造", "搭建", "营造"))
_SETTING_UP = frozenset(("found", "issue", "hold"))
_PROPOSING = frozenset(("形成", "坚持", "凝聚"))


_PLACE = re.compile("(?<![存现内实正所])在(?P<where>[^，在的、]{2,14})(?:的[^，]{2,14})?$")
_WILLING = re.compile("愿(?![景望])")


@dataclass(frozen=True)
class Generalities:
    """The words of ``extract/lexicon/generalities.toml`` as patterns."""

    opening: re.Pattern[str]
    abstract: re.Pattern[str]
    apposition: re.Pattern[str]
    vision: re.Pattern[str]
    state: re.Pattern[str]
    ground: re.Pattern[str]
    beside: re.Pattern[str]
    """How a clause goes that tells for what, or how often, something is done: it tells no outcome of its own."""

    @classmethod
    @functools.cache
    def load(cls) -> Generalities:
        """The project's."""
        table = read_table(knowledge("extract") / "lexicon" / "generalities.toml")
        return cls(
            opening=re.compile("|".join(table["openings"])),
            abstract=re.compile(f"(?:{any_of(table['abstract'])})$"),
            apposition=re.compile("|".join(table["apposition"])),
            vision=re.compile(f"(?:{any_of(table['visions'])})$"),
            state=re.compile(f"(?:{any_of(table['states'])})$"),
            ground=re.compile("|".join(table["grounds"])),
            beside=re.compile("[，并且]*(?:" + "|".join((*table["purposes"], *table["recurring"])) + ")"),
        )


def counts(act: Act, phrase: str, context: Context) -> bool:
    """Whether an act counts what exists (``开展300余个民生合作项目``) or with whom, and names nothing."""
    if "《" in phrase:
        return False
    frame = act.predicate.verb.frame
    general = frame in ("found", "launch") and not is_proper(phrase, context.names)
    if (frame == "sign" or general) and (act.subjects or frame != "launch") and _is_with_a_number(act):
        return True
    if _SUMMED.search(context.words(act.predicate.head)) and _DIGIT.search(phrase):
        return True
    if act.status == "announced" or "“" in phrase or any(map(_is_particular, act.partners)):
        return False
    return bool(_COUNTED.match(phrase) or _COUNTED_BEHIND.search(phrase))


def _is_with_a_number(act: Act) -> bool:
    """``已与28个国家签署自贸协定``, ``150多个国家和中国签署``: nobody is named but China."""
    others = [party for party in act.partners or act.subjects if party.name not in _CHINA]
    others = others or [party for party in act.subjects if party.name not in _CHINA]
    return all(party.generic for party in others) and any(_COUNTED.search(party.name) for party in others)


def names_nothing(act: Act, phrase: str, noun: HeadNoun | None, context: Context) -> bool:
    """Whether the object of an act is a phrase that names nothing in particular (``多层次人文合作机制``).

    How a list begins is said of all its members (``更加紧密的卫生合作伙伴关系、绿色发展伙伴关系``). An announced
    one is left alone otherwise: what is to come has no name yet.
    """
    words, verb = Generalities.load(), act.predicate.verb
    nobody = bool(act.partners) and all(party.generic for party in act.partners)
    if verb.frame == "sign" and nobody and _WILLING.search(context.words(act.predicate.head)):
        return True  # 愿与更多国家|商签|经济伙伴关系协定
    eager = _EAGER.search(context.words(act.predicate.head)) is not None
    if (
        eager
        and verb.frame == "launch"
        and noun is not None
        and noun.kind == "event"
        and not any(map(_is_particular, act.subjects))
    ):
        return True
    if verb.object == "programme" and not is_proper(phrase, context.names):
        return True
    if verb.frame in _SETTING_UP and words.state.search(phrase):
        return True
    if verb.frame == "found" and words.vision.search(phrase):
        return True
    if _NAMED.search(phrase):
        if verb.form in _BUILDING and not act.subjects and not _NAMED.search(phrase.replace("“一带一路”", "")):
            return True
        return verb.form in _PROPOSING and noun is not None and noun.kind in ("programme", "declaration")
    if words.opening.match(context.text, act.predicate.object[0]):
        return True
    if verb.frame == "give" and verb.object not in ("service", "line"):
        return not _DIGIT.search(phrase) and not any(map(_is_particular, (*act.partners, *act.head.recipients)))
    if act.status == "announced" or verb.frame not in ("found", "issue", "launch", "fund"):
        return False
    if words.apposition.search(phrase):
        return verb.form in _BUILDING
    if is_proper(phrase, context.names) and verb.form not in _PROPOSING:
        return False
    named = (*act.subjects, *act.partners, *act.head.subjects)
    if words.abstract.search(phrase) is None or any(map(_is_particular, named)):
        return False
    if verb.frame == "found" and verb.form not in _BUILDING and not eager and _is_placed(act, context):
        return False
    if verb.form in _BUILDING or len(phrase) <= _LONGEST:
        return True
    return "的" in phrase or eager


def _is_placed(act: Act, context: Context) -> bool:
    """Whether a thing is set up in a place that is named: ``在塔那那利佛|设立|菌草技术示范中心``."""
    place = _PLACE.search(context.words(act.predicate.head))
    return place is not None and context.names.country_of(place["where"]) is not None


def _is_particular(party: Party) -> bool:
    return party.name.startswith(_DEFINITE) or not party.generic and party.name not in _CHINA
