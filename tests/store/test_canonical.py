"""The canonical N-Quads depend on what the graph says, not on how it was put together."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from silkgraph.store import canonical_nquads, sha256_of

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
IRIS = st.from_regex(r"[A-Za-z0-9._-]{1,6}", fullmatch=True).map(lambda end: NamedNode(f"https://example.org/{end}"))
LITERALS = st.one_of(
    TEXTS.map(Literal),
    TEXTS.map(lambda text: Literal(text, language="zh")),
    st.integers().map(
        lambda number: Literal(str(number), datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer"))
    ),
)
QUADS = st.lists(st.builds(Quad, IRIS, IRIS, st.one_of(IRIS, LITERALS), IRIS), max_size=20)


@given(QUADS, st.randoms())
def test_the_order_and_repetition_of_quads_make_no_difference(quads: list[Quad], chance: random.Random) -> None:
    shuffled = [*quads, *quads[:3]]
    chance.shuffle(shuffled)

    assert canonical_nquads(shuffled) == canonical_nquads(quads)


@given(QUADS)
def test_nothing_is_lost(quads: list[Quad]) -> None:
    content = canonical_nquads(quads)

    assert set(parse(content, format=RdfFormat.N_QUADS)) == set(quads)
    assert content.splitlines(keepends=True) == sorted(content.splitlines(keepends=True))


def test_blank_nodes_are_named_by_what_they_say() -> None:
    says = NamedNode("https://example.org/says")
    one = [Quad(BlankNode("a"), says, Literal("x")), Quad(BlankNode("b"), says, Literal("y"))]
    other = [Quad(BlankNode("q"), says, Literal("y")), Quad(BlankNode("z"), says, Literal("x"))]

    assert canonical_nquads(one) == canonical_nquads(other)


def test_a_chinese_literal_stays_readable() -> None:
    quad = Quad(
        NamedNode("https://example.org/s"),
        NamedNode("https://example.org/p"),
        Literal("谅解备忘录\n", language="zh"),
        NamedNode("https://example.org/g"),
    )

    content = canonical_nquads([quad])

    assert content.decode() == (
        "<https://example.org/s> <https://example.org/p> " + '"谅解备忘录\\n"@zh <https://example.org/g> .\n'
    )
    assert sha256_of(content) == sha256_of(canonical_nquads([quad, quad]))
