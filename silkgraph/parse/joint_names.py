"""Bodies called by those who made them together: ``甲大学、乙大学|稻作联合研究中心|挂牌``.

The name itself says who they are. States are left alone: nobody is told to have founded ``中国—马尔代夫联合海洋站``.
"""

from __future__ import annotations

import re

from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.titled_parties import titled_parties
from silkgraph.recognise.brackets import Span
from silkgraph.values import replace

_JOINT = re.compile("联合|合作|共建|合资")
_DONE_TOGETHER = re.compile("(?:联合|合作|共同)(?:培养|办学|摄制|拍摄|研发|开发|编写|招收|培训)")
"""What those who stand before it do: ``甲大学、乙大学|联合培养硕士项目``."""
_SEVERAL = re.compile("[、“《]")
_WITH = re.compile("[与和同—－]")


def is_joint_name(span: Span, context: Context) -> bool:
    """Whether the words are one name that joins its makers: ``甲科学院与乙大学联合实验室`` is no list."""
    words = context.words(span)
    if _JOINT.search(words) is None or _SEVERAL.search(words):
        return False
    found = titled_parties(context.text, span, context.names)
    return len(found) > 1 and _JOINT.search(context.text, found[-1].end, span[1]) is not None


def with_joint_makers(frame: Frame, context: Context) -> Frame:
    """The frame of a body with those whom its name joins, where nobody else is named."""
    if (
        frame.kind not in ("institution", "programme")
        or frame.initiators
        or frame.partners
        or _JOINT.search(frame.label) is None
    ):
        return frame
    start = context.text.find(frame.label, *frame.span)
    if start < 0:
        return frame
    found = titled_parties(context.text, (start, start + len(frame.label)), context.names)
    bodies = [party for party in found if not context.names.is_country(party.name)]
    if not found or len(bodies) < len(found) or found[-1].end >= start + len(frame.label):
        return frame
    joined = _WITH.fullmatch(context.text, found[0].end, found[1].start) is not None
    first = 1 if joined else len(found)
    rest = context.text[found[-1].end : start + len(frame.label)]
    if _DONE_TOGETHER.match(rest):
        frame = replace(frame, label=rest)
    return replace(frame, initiators=tuple(found[:first]), partners=tuple(found[first:]))
