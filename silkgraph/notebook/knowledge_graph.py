"""``KnowledgeGraph``: everything that ``silkgraph.load()`` gives, over whatever answers."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from pyoxigraph import Literal

from silkgraph.ask.library import find_question
from silkgraph.ask.nearest import nearest
from silkgraph.errors import QueryError, SilkgraphError
from silkgraph.locations import knowledge
from silkgraph.notebook import tables
from silkgraph.notebook.bindings import bound
from silkgraph.notebook.mistakes import mistake
from silkgraph.notebook.ready import find_term, language
from silkgraph.notebook.result import Result
from silkgraph.notebook.sources import Source, check_form

if TYPE_CHECKING:
    import networkx
    import pandas
    import rdflib

    from silkgraph.notebook.traces import Trace

Answer = TypeVar("Answer")

BAD_REQUEST = 400

_SIZE = """
SELECT (COUNT(DISTINCT ?outcome) AS ?outcomes) (COUNT(DISTINCT ?body) AS ?bodies) (COUNT(DISTINCT ?figure) AS ?figures)
  (COUNT(DISTINCT ?document) AS ?documents) WHERE {
  { ?outcome a silk:Outcome } UNION { ?body a silk:Body }
  UNION { ?figure a silk:Figure } UNION { ?document a silk:SourceDocument }
}
"""


class KnowledgeGraph:
    """A graph to ask. Make one with ``silkgraph.load()``; it may be used in a ``with`` block, which closes it.

    >>> kg
    <KnowledgeGraph: ... outcomes, ... bodies, ... figures from 5 documents>
    >>> kg.outcomes(forum=2017, domain="energy", country="PK")["partners"].tolist()
    ['Ministry of Water and Power of Pakistan', 'Ministry of Water and Power of Pakistan', ...]
    """

    def __init__(self, source: Source) -> None:
        self.source = source

    # ---- SPARQL ----

    def query(self, text: str, /, **bindings: Any) -> Result:
        """The rows of a SELECT; the usual prefixes need not be declared, and the default graph is the union of all.

        Args:
            text: SPARQL 1.1.
            bindings: values for variables: strings, numbers, dates, and IRIs as ``silkgraph.iri("body:cdb")``.

        >>> outcomes = kg.query('''
        ...     SELECT ?outcome ?words WHERE { ?outcome silk:partnerCountry ?country ; silk:passage/oa:exact ?words }
        ...     ORDER BY ?outcome
        ... ''', country=silkgraph.iri("place:HU"))
        >>> outcomes[0].words
        '中国政府与匈牙利政府签署关于共同编制中匈合作规划纲要的谅解备忘录'
        >>> kg.query("SELECT ?x WHERE {\\n  ?x silk:kind\\n}")
        Traceback (most recent call last):
        ...
        silkgraph.errors.QueryError: the query is malformed at line 3, column 1: ...

        Raises:
            QueryError: the query is malformed (with line and column), or is not a SELECT, or cannot be answered.
            EndpointError: an endpoint refuses or does not answer.
        """
        check_form(text, "select")
        return Result(self._answered(self.source.select, text, bindings), text)

    def ask(self, text: str, /, **bindings: Any) -> bool:
        """The answer to an ASK.

        >>> kg.ask("ASK { ?outcome silk:partnerCountry ?country }", country=silkgraph.iri("place:LA"))
        True
        """
        check_form(text, "ask")
        return self._answered(self.source.ask, text, bindings)

    def construct(self, text: str, /, **bindings: Any) -> rdflib.Graph:
        """The triples of a CONSTRUCT or DESCRIBE, for rdflib.

        >>> len(kg.construct("CONSTRUCT { ?a skos:related ?b } WHERE { ?a silk:followsUp ?b }")) > 0
        True
        """
        from silkgraph.notebook.rdf import triples_graph

        check_form(text, "construct", "describe")
        return triples_graph(self._answered(self.source.construct, text, bindings))

    def question(self, name: str, /, **parameters: Any) -> Result:
        """The answer to a question of the library that ``silkgraph queries`` lists.

        >>> kg.question("partners-of-body", body="国家开发银行").columns[0]
        'partner'

        Raises:
            QueryError: there is no such question or parameter, or the graph has no such thing.
        """
        question = find_question(knowledge("queries"), name)
        types = {parameter.name: parameter.type for parameter in question.parameters}
        for given in parameters:
            if given not in types:
                raise QueryError(f"{name} has no parameter {given!r}", advice=nearest(given, types))
        terms = {given: find_term(self.source, types[given], value) for given, value in parameters.items()}
        return self.query(question.text, **terms)

    # ---- tables ----

    def outcomes(
        self,
        *,
        forum: int | str | None = None,
        domain: str | None = None,
        country: str | None = None,
        kind: str | None = None,
        body: str | None = None,
        pillar: str | None = None,
        status: str | None = None,
        document: str | None = None,
        lang: str = "en",
    ) -> pandas.DataFrame:
        """A row an outcome, in reading order, by its IRI. Several parties are joined with ``; ``, see ``parties``.

        Filters take codes, IRIs, or names in Chinese or English; ``country`` wants a party of that country,
        ``body`` a body involved in whatever part. ``amount`` is the greatest sum that the outcome names, see
        ``amounts``.

        >>> pledges = kg.outcomes(forum=2023, body="丝路基金", kind="资金承诺", lang="zh")
        >>> pledges[["initiators", "amount"]].to_dict("list")
        {'initiators': ['丝路基金'], 'amount': [80000000000.0]}
        """
        filters = self._filters(locals())
        return tables.frame(tables.outcome_records(self.source, filters, lang), tables.OUTCOMES, "outcome")

    def parties(
        self,
        *,
        role: str | None = None,
        forum: int | str | None = None,
        domain: str | None = None,
        country: str | None = None,
        kind: str | None = None,
        body: str | None = None,
        pillar: str | None = None,
        status: str | None = None,
        document: str | None = None,
        lang: str = "en",
    ) -> pandas.DataFrame:
        """A row for each part that a body has in an outcome: the long form of ``outcomes``, to join and count.

        ``role`` is ``initiator``, ``partner``, ``establishes``, ``convenes`` or ``names``; ``country`` and ``body``
        leave the parties themselves.

        >>> kg.parties(role="partner", country="Laos", forum=2017)["label"].iloc[0]
        'Government of Laos'
        """
        filters = self._filters(locals())
        return tables.frame(tables.party_records(self.source, filters, lang), tables.PARTIES)

    def amounts(
        self,
        *,
        forum: int | str | None = None,
        domain: str | None = None,
        country: str | None = None,
        kind: str | None = None,
        body: str | None = None,
        pillar: str | None = None,
        status: str | None = None,
        document: str | None = None,
    ) -> pandas.DataFrame:
        """A row for each sum of money that an outcome names, in whole units of its currency.

        >>> kg.amounts(forum=2023, body="丝路基金")["value"].tolist()
        [80000000000.0]
        """
        filters = self._filters(locals())
        return tables.frame(tables.records(self.source, "amounts", filters, None), tables.AMOUNTS)

    def bodies(
        self,
        *,
        forum: int | str | None = None,
        document: str | None = None,
        country: str | None = None,
        type: str | None = None,
        lang: str = "en",
    ) -> pandas.DataFrame:
        """A row a body, by its IRI, and in how many outcomes it is involved, initiates, or is a partner.

        With ``forum`` or ``document``, only outcomes from there count.

        >>> kg.bodies(country="CN", type="bank", lang="zh")["label"].get(silkgraph.iri("body:cdb"))
        '国家开发银行'
        """
        filters = self._filters(locals())
        return tables.frame(tables.body_records(self.source, filters, lang), tables.BODIES, "body")

    def figures(
        self, *, document: str | None = None, forum: int | str | None = None, unit: str | None = None, lang: str = "en"
    ) -> pandas.DataFrame:
        """A row for each number that a text states; ``since`` and ``until`` are the days that ``as_of`` means.

        >>> kg.figures(unit="USD", lang="zh")[["value", "as_of"]].dtypes.astype(str).tolist()
        ['Float64', 'string']
        """
        filters = self._filters(locals())
        return tables.frame(tables.figure_records(self.source, filters, lang), tables.FIGURES, "figure")

    def participations(
        self,
        *,
        forum: int | str | None = None,
        country: str | None = None,
        document: str | None = None,
        lang: str = "en",
    ) -> pandas.DataFrame:
        """A row for each person who took part, with office, and country or organisation.

        >>> kg.participations(forum=2023, country="ID", lang="zh")["office"].tolist()
        ['总统']
        """
        filters = self._filters(locals())
        rows = tables.records(self.source, "participations", filters, lang)
        return tables.frame(rows, tables.PARTICIPATIONS, "participation")

    def passages(self, *, document: str | None = None, lang: str = "en") -> pandas.DataFrame:
        """A row for each passage and thing that it is the evidence for; offsets are code points of the document's text.

        >>> kg.passages(document="brf1-2017-outcome-list")["quote"].iloc[1]
        '清单主要涵盖政策沟通、设施联通、贸易畅通、资金融通、民心相通5大类'
        """
        filters = self._filters(locals())
        return tables.frame(tables.records(self.source, "passages", filters, lang), tables.PASSAGES)

    def links(
        self, *, forum: int | str | None = None, document: str | None = None, lang: str = "en"
    ) -> pandas.DataFrame:
        """A row for each link between outcomes: what carries on an earlier one, what two documents tell, and why.

        >>> sorted(kg.links()["type"].unique())
        ['follows up', 'same outcome as']
        """
        filters = self._filters(locals())
        return tables.frame(tables.records(self.source, "links", filters, lang), tables.LINKS)

    def documents(self, *, lang: str = "en") -> pandas.DataFrame:
        """A row a source document, with its date and what was read from it.

        >>> kg.documents().loc["bri-2023-white-paper", "issued"]
        Timestamp('2023-10-10 00:00:00')
        """
        return tables.frame(tables.records(self.source, "documents", {}, lang), tables.DOCUMENTS, "document")

    # ---- graphs ----

    def graph(self, name: str | None = None) -> rdflib.Graph:
        """The whole graph as an rdflib ``Dataset``, or one named graph of it as a ``Graph``.

        >>> len(kg.graph("brf1-2017-outcome-list")) > 5000
        True

        Raises:
            QueryError: there is no such graph, or an endpoint gives it only in part.
        """
        from silkgraph.notebook.rdf import dataset, named_graph

        return dataset(self.source) if name is None else named_graph(self.source, name)

    def network(
        self,
        kind: str = "body-country",
        *,
        forum: int | str | None = None,
        domain: str | None = None,
        country: str | None = None,
        outcome_kind: str | None = None,
        body: str | None = None,
        pillar: str | None = None,
        status: str | None = None,
        document: str | None = None,
        lang: str = "en",
    ) -> networkx.Graph[str]:
        """A network for networkx, of the outcomes that fit; each edge counts and names them.

        ``kind`` is ``body-country`` (initiating body, country of a partner), ``body-body`` (directed, initiator to
        partner), ``country-country``, ``body-domain`` or ``outcome-outcome`` (directed, later to earlier; it has
        the filters ``forum`` and ``document``). Filters are those of ``outcomes``, ``outcome_kind`` its ``kind``.

        >>> laos = str(silkgraph.iri("place:LA"))
        >>> kg.network("body-country", forum=2017).nodes[laos]["label"]
        'Laos'
        """
        filters = self._filters({**locals(), "kind": outcome_kind, "outcome_kind": None})
        from silkgraph.notebook.networks import network

        return network(self.source, kind, filters, lang)

    def trace(self, thing: str, *, lang: str = "en") -> Trace:
        """The sentences that a thing was read from, with the words marked, and how it was read.

        >>> kg.trace("outcome/brf1-2017-outcome-list/1.3/2").sentences[0].words
        '与老挝、柬埔寨政府签署共建“一带一路”政府间双边合作规划'
        """
        from silkgraph.notebook.traces import trace

        return trace(self.source, thing, language(lang))

    # ---- the rest ----

    @property
    def place(self) -> str:
        """The folder, file or address that answers."""
        return self.source.place

    def close(self) -> None:
        """Let go of the store, so that a later build may remove it."""
        self.source.close()

    def __del__(self) -> None:
        if hasattr(self, "source"):
            self.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        (row,) = self.source.select(_SIZE).rows
        counts = [int(term.value) if isinstance(term, Literal) else 0 for term in row]
        named = zip(counts, ("outcome", "bod", "figure", "document"), strict=True)
        outcomes, bodies, figures, documents = (_counted(number, noun) for number, noun in named)
        return f"<KnowledgeGraph: {outcomes}, {bodies}, {figures} from {documents}>"

    @staticmethod
    def _answered(call: Callable[[str], Answer], text: str, bindings: dict[str, Any]) -> Answer:
        """What a source answers to a query with values put in; mistakes are told where they were written."""
        try:
            return call(bound(text, bindings))
        except SilkgraphError as error:
            refused = isinstance(error, QueryError) or getattr(error, "status", 0) == BAD_REQUEST
            if refused and (found := mistake(text)) is not None:
                raise found from error
            raise

    @staticmethod
    def _filters(arguments: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in arguments.items() if name not in ("self", "lang") and value is not None}


def _counted(number: int, noun: str) -> str:
    """``1 body``, ``2 bodies``, ``3 outcomes``."""
    plural, singular = ("ies", "y") if noun == "bod" else ("s", "")
    return f"{number:,} {noun}{singular if number == 1 else plural}"
