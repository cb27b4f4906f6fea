"""Running prose that reports on named things: ``卡洛特水电站并网发电``, ``A、B、C等重点展会影响不断扩大``.

The thing is the subject and nobody is named who did it. Only phrases that are names count: with a
proper head noun (大桥, 博览会), or in quotation marks.
"""

from __future__ import annotations

import re

from silkgraph.locations import knowledge
from silkgraph.model import Kind
from silkgraph.parse.acts import Frame, construction
from silkgraph.parse.coordination import Party
from silkgraph.parse.labels import clean_label, without_attribute
from silkgraph.parse.object_lists import list_spans_of_things
from silkgraph.recognise.brackets import Span, depths
from silkgraph.recognise.lexicon import Lexicon, any_of, read_table
from silkgraph.recognise.names import Names

_CITED = re.compile(
    r"(?P<who>[^，。；、《》“”]{2,20}?)《(?P<title>[^《》]+)》(?:研究|调查)?报告(?:显示|指出|称|认为|表明)"
)
_CLASS = r"(?P<etc>等(?P<class>[^，、“”]{0,14}?))?"


def report_pattern() -> re.Pattern[str]:
    """``LIST等CLASS PREDICATE``: the predicates are in ``extract/lexicon/reports.toml``."""
    table = read_table(knowledge("extract") / "lexicon" / "reports.toml")
    return re.compile(
        rf"^(?P<list>.+?){_CLASS}(?:项目|建设)?(?:已|正|持续|不断|顺利|正在|朝着)*(?P<predicate>{any_of(table['predicates'])})"
    )


@construction("named-thing")
def named_things(text: str, clause: Span, words: Lexicon, pattern: re.Pattern[str]) -> list[Frame]:
    """The named things that a clause reports on, one frame each."""
    sentence = text[clause[0] : clause[1]]
    match = _outside(pattern, sentence)
    if match is None:
        return []
    shared = words.head(match["class"]) if match["class"] else None
    frames = []
    spans = list_spans_of_things(text, (clause[0], clause[0] + match.end("list")))
    plural = len(spans) > 1 or match["etc"] is not None
    for start, end in spans:
        phrase = text[start:end]
        bare = re.sub(r"（[^（）]*）$", "", phrase)
        head = words.head(bare.rstrip("”"))
        quoted = phrase.startswith("“") and phrase.endswith("”")
        if quoted and plural:
            kind: Kind = shared.kind if shared else "programme"
        elif head is not None and (not head.weak or "“" in phrase) and len(bare) > len(head.form) + 1:
            kind = head.kind
        elif shared is not None and plural and len(bare) <= 6 and not shared.weak:
            kind, phrase = shared.kind, phrase + shared.form
        else:
            continue
        frames.append(Frame(kind, clean_label(without_attribute(phrase)), "concluded", (), (), clause))
    return frames


@construction("cited-publication")
def cited_publication(text: str, clause: Span, names: Names) -> list[Frame]:
    """``世界银行《X》研究报告显示``: a publication, by whoever stands before its title."""
    match = _CITED.search(text[clause[0] : clause[1]])
    if match is None or not names.is_complete(match["who"]):
        return []
    start = clause[0] + match.start("who")
    issuer = Party(match["who"], start, start + len(match["who"]), names.is_generic(match["who"]))
    return [Frame("publication", match["title"], "concluded", (issuer,), (), (start, clause[0] + match.end()))]


def _outside(pattern: re.Pattern[str], sentence: str) -> re.Match[str] | None:
    match = pattern.match(sentence)
    return match if match and depths(sentence)[match.start("predicate")] == 0 else None
