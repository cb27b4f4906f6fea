"""The graph's description of itself, complete: what it is, how much of what, where to have it, what to ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import Quad

from silkgraph.describe import iris
from silkgraph.describe.accuracy import accuracy_triples
from silkgraph.describe.catalogue import Documented, catalogue_triples, example_triples
from silkgraph.describe.counts import Statement, terms_used, vocabularies
from silkgraph.describe.dataset_graph import dataset_quads
from silkgraph.model import Reading
from silkgraph.namespaces import DATASET_GRAPH, void


def describe_whole(
    readings: Sequence[Reading],
    counted: Iterable[Statement],
    used: Iterable[str],
    counts: Mapping[str, int],
    questions: Iterable[Documented],
) -> set[Quad]:
    """The quads of the dataset graph, which counts itself too.

    Args:
        readings: of the documents.
        counted: the statistics of everything else in the graph (``counts.count_triples``).
        used: the properties and classes in use there.
        counts: the number of statements in each named graph there.
        questions: of the library.
    """
    further = {*counted, *catalogue_triples(readings), *accuracy_triples(), *example_triples(questions)}
    told = [*dataset_quads(readings, counts), *(Quad(*triple, DATASET_GRAPH) for triple in further)]
    known = vocabularies({*used, *terms_used(told)})
    further |= {(iris.dataset(), void("vocabulary"), vocabulary) for vocabulary in known}

    def with_size(size: int) -> set[Quad]:
        told = dataset_quads(readings, {**counts, "dataset": size})
        return {*told, *(Quad(*triple, DATASET_GRAPH) for triple in further)}

    return with_size(len(with_size(0)))
