"""What a clause of running prose reports by its words as a whole, whatever verbs it has.

A deed (``deeds``), a set phrase (``set_phrases``), something opened before guests (``occasions``) or bought
(``acquisitions``), an act that others lead (``sponsors``), a publication that is cited, or a named thing of which
something is told (``named_things``). Most clauses hold no word of the first six: one look tells that for all of them.
"""

from __future__ import annotations

from silkgraph.parse import acquisitions, deeds, joining, occasions, set_phrases, sponsors
from silkgraph.parse.acts import Context
from silkgraph.parse.discourse import Discourse
from silkgraph.parse.named_things import CITED, NO_REPORT, Report, cited_publication, named_things
from silkgraph.recognise.brackets import Span
from silkgraph.recognise.patterns import watched, watchful

_KEYWORD = watchful(
    "|".join(
        watched(keywords)
        for keywords in (
            deeds.KEYWORDS,
            set_phrases.KEYWORDS,
            occasions.KEYWORDS,
            acquisitions.KEYWORDS,
            sponsors.LEADING,
            CITED,
        )
    )
)
"""Without one of the words that each of the readers declares a clause has nothing for any of them."""


def report_of(clause: Span, context: Context, discourse: Discourse) -> Report:
    """What the clause reports; in a list of titles nothing is reported."""
    if not context.running:
        joined = joining.joined_in_list(clause, context, discourse)
        return Report(tuple(joined), "phrase") if joined else NO_REPORT
    if _KEYWORD.search(context.text, *clause) and (told := _by_keyword(clause, context, discourse)) is not NO_REPORT:
        return told
    return named_things(clause, context, discourse.topic_span)


def _by_keyword(clause: Span, context: Context, discourse: Discourse) -> Report:
    """What one of the readers finds that need a word of their own."""
    told = deeds.deed(clause, context, discourse)
    if told:
        return Report(tuple(told), "deed")
    phrases = (
        set_phrases.set_phrase(clause, context, discourse)
        or occasions.occasion(clause, context)
        or acquisitions.acquisition(clause, context, discourse)
    )
    if phrases:
        return Report(tuple(phrases), "phrase")
    led = sponsors.led_by_others(clause, context, discourse)
    if led:
        return Report(tuple(led), "led")
    cited = cited_publication(context.text, clause, context.names)
    return Report(tuple(cited), "cited") if cited else NO_REPORT
