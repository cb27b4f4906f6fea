"""What the head of a clause says: who acts with whom for whom, and by its small words in what tense and mood.

``中国财政部|联合|多边开发银行|将``: announced; ``各方鼓励`` wishes, ``中方推动`` aims, and neither tells an outcome.
"""

from __future__ import annotations

import re

from silkgraph.parse.coordination import Party
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.lexicon import Lexicon, any_of
from silkgraph.recognise.patterns import watchful
from silkgraph.values import dataclass

_BODY_OF_RESEARCH = "研究(?:所|院|中心|会|生|员|室|机构|基金|联盟|网络|团队)"
"""What begins with a word for an aim and is none: ``研究所|与肯尼亚教育部签署``."""
_APPEALING = watchful(r"(?:[，、并亦也还]|继续|热忱|热烈|诚挚)(?:鼓励|呼吁|欢迎|拒绝)|[会是能可应]否")
"""What is asked tells nothing either: ``被问到甲会否|参与|该项目``."""


@dataclass(frozen=True, slots=True)
class ClauseHead:
    """What stands before the verb.

    ``topic`` is the head without its adverbs; ``about`` what stands behind 就 or 围绕 (``就债券互认签署意向书``).
    """

    subjects: tuple[Party, ...]
    counterparts: tuple[Party, ...]
    recipients: tuple[Party, ...]
    topic: Span | None
    announced: bool
    concluded: bool
    joint: bool
    respective: bool
    wish: str
    about: Span | None = None
    toward: str = ""
    """The preposition that brings in the recipients: 向 and 给 of a gift, 为 and 对 of what is done for somebody."""


@dataclass(frozen=True, slots=True)
class Modality:
    """The small words of ``particles.toml`` that tell whether an act lies ahead, is done, is wished for."""

    announced: re.Pattern[str]
    concluded: re.Pattern[str]
    joint: re.Pattern[str]
    wishes: re.Pattern[str]
    weak_wishes: re.Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Modality:
        """Made once from the lexicon."""
        words = lexicon.particles
        wishes, aims = any_of(words["wishes"]), any_of(words["weak_wishes"])
        no_noun = "(?<!性研究)(?<!合研究)(?<!作研究)"
        return cls(
            announced=re.compile(any_of(words["announced"])),
            concluded=re.compile(any_of(words["concluded"])),
            joint=re.compile(any_of(words["joint"])),
            wishes=watchful(f"(?:{wishes}){no_noun}$|^(?!{_BODY_OF_RESEARCH})(?:{wishes})"),
            weak_wishes=watchful(f"(?:{aims})$|^(?:{aims})"),
        )

    def head(
        self,
        modifiers: str,
        subjects: tuple[Party, ...],
        counterparts: tuple[Party, ...] = (),
        recipients: tuple[Party, ...] = (),
        topic: Span | None = None,
        wish: str = "",
        together: bool = False,
        about: Span | None = None,
        toward: str = "",
    ) -> ClauseHead:
        """A head with what its adverbs say."""
        return ClauseHead(
            subjects,
            counterparts,
            recipients,
            topic,
            announced=bool(self.announced.search(modifiers)),
            concluded=bool(self.concluded.search(modifiers)),
            joint=together or bool(self.joint.search(modifiers)),
            respective="分别" in modifiers or "各" in modifiers,
            wish=wish,
            about=about,
            toward=toward,
        )

    def wish(self, text: str, span: Span) -> str:
        """``strong`` for a wish or an appeal (``鼓励…缔结``), ``weak`` for an aim (``推动…建立``), else ""."""
        head = (
            text[span[0] : span[1]].lstrip("，、并亦也还更").rstrip("和并与").removeprefix("未来").removeprefix("为期")
        )
        if self.wishes.search(head) or _APPEALING.search(head):
            return "strong"
        return "weak" if self.weak_wishes.search(head) else ""
