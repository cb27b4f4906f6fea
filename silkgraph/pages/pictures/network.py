"""A network laid out by springs (Fruchterman and Reingold 1991), the same way every time.

Nodes with one neighbour only are fanned out around it afterwards: they need no springs, and most nodes are such.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin, sqrt

from silkgraph.pages.pictures.labels import Label, labels
from silkgraph.pages.terms import Text

ROUNDS, WORK = 300, 250_000
"""How often every pair is looked at: fewer times where there are many, so that a picture takes a tenth of a second."""
GRAVITY = 1.6
"""How much everything is drawn to the middle, so that what hangs together with nothing stays in the picture."""
MOST = 80
"""How many nodes springs are reckoned for; time grows with the square."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node; ``is_leaf`` where it hangs on one other only."""

    name: str
    x: float
    y: float
    radius: float
    degree: int
    is_leaf: bool


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge between two nodes."""

    one: str
    other: str
    x1: float
    y1: float
    x2: float
    y2: float
    value: float


@dataclass(frozen=True, slots=True)
class Network:
    """The picture; ``left_out`` counts nodes for which there was no room."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int

    def labels(self, name: Callable[[str], Text], hubs: Collection[str] = ()) -> list[Label]:
        """The names of nodes, those with the most neighbours first; of ``hubs`` only, where there are any."""
        spots = {node.name: (node.name, node.x, node.y, node.radius) for node in self.nodes}
        named = [node.name for node in self.nodes if (node.name in hubs if hubs else not node.is_leaf)]
        return labels([(spots[one], name(one)) for one in named], list(spots.values()), self.width, self.height)


def network(links: Iterable[tuple[str, str, float]], width: int = 960, height: int = 620) -> Network:
    """The network of links, each two names and a value."""
    values: defaultdict[tuple[str, str], float] = defaultdict(float)
    for one, other, value in links:
        if one != other:
            values[min(one, other), max(one, other)] += value
    values = defaultdict(float, sorted(values.items()))  # whatever order they came in, the picture is the same
    near: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in values:
        near[one].add(other)
        near[other].add(one)
    inner = sorted(
        (name for name in near if len(near[name]) > 1 or _is_pair(name, near)), key=lambda n: (-len(near[n]), n)
    )
    kept = inner[:MOST]
    held = set(kept)
    places: dict[str, tuple[float, float]] = {}
    if kept:
        mass = [1 + 0.22 * sqrt(sum(len(near[other]) == 1 for other in near[name])) for name in kept]
        raw = _springs(kept, [pair for pair in values if held >= set(pair)], values, mass)
        places = dict(zip(kept, _fitted(raw, width, height), strict=True))
    _fan(near, held, places, width, height)
    nodes = tuple(
        Node(name, round(x, 1), round(y, 1), _radius(len(near[name]), name in held), len(near[name]), name not in held)
        for name, (x, y) in sorted(places.items(), key=lambda one: (-len(near[one[0]]), one[0]))
    )
    at = {node.name: (node.x, node.y) for node in nodes}
    edges = tuple(
        Edge(one, other, *at[one], *at[other], value)
        for (one, other), value in sorted(values.items())
        if one in at and other in at
    )
    return Network(width, height, nodes, edges, len(near) - len(nodes))


def _radius(degree: int, is_inner: bool) -> float:
    return round(3.5 + 1.9 * sqrt(degree), 1) if is_inner else 2.6


def _is_pair(name: str, near: defaultdict[str, set[str]]) -> bool:
    """Whether a node and its only neighbour stand alone."""
    return all(len(near[other]) == 1 for other in near[name])


def _springs(
    names: Sequence[str],
    pairs: Sequence[tuple[str, str]],
    values: defaultdict[tuple[str, str], float],
    mass: Sequence[float],
) -> list[tuple[float, float]]:
    """Places around the origin: nodes push each other away, the more so the more hangs on them; edges pull."""
    count = len(names)
    number = {name: place for place, name in enumerate(names)}
    ends = [(number[one], number[other], 1 + 0.1 * min(values[one, other], 5)) for one, other in pairs]
    golden = pi * (3 - sqrt(5))
    xs = [sqrt((place + 0.5) / count) * cos(place * golden) for place in range(count)]
    ys = [sqrt((place + 0.5) / count) * sin(place * golden) for place in range(count)]
    ideal = 0.9 / sqrt(count)
    rounds = max(60, min(ROUNDS, WORK // (count * count)))
    for step in range(rounds):
        heat = 0.15 * (1 - step / rounds) + 0.002
        dx, dy = [-GRAVITY * x for x in xs], [-GRAVITY * y for y in ys]
        for one in range(count):
            for other in range(one):
                x, y = xs[one] - xs[other], ys[one] - ys[other]
                push = ideal * ideal * mass[one] * mass[other] / (x * x + y * y + 1e-6)
                dx[one] += x * push
                dy[one] += y * push
                dx[other] -= x * push
                dy[other] -= y * push
        for one, other, pull in ends:
            x, y = xs[one] - xs[other], ys[one] - ys[other]
            strength = hypot(x, y) / ideal * pull * 0.1
            dx[one] -= x * strength
            dy[one] -= y * strength
            dx[other] += x * strength
            dy[other] += y * strength
        for place in range(count):
            length = hypot(dx[place], dy[place]) or 1.0
            move = min(length, heat) / length
            xs[place] += dx[place] * move
            ys[place] += dy[place] * move
    return list(zip(xs, ys, strict=True))


def _fitted(raw: list[tuple[float, float]], width: int, height: int) -> list[tuple[float, float]]:
    """Places stretched to the picture, with room for labels at the sides."""
    xs, ys = [x for x, _ in raw], [y for _, y in raw]
    left, top = min(xs), min(ys)
    wide, tall = (max(xs) - left) or 1.0, (max(ys) - top) or 1.0
    return [(110 + (x - left) / wide * (width - 220), 55 + (y - top) / tall * (height - 110)) for x, y in raw]


def _fan(
    near: defaultdict[str, set[str]], held: set[str], places: dict[str, tuple[float, float]], width: int, height: int
) -> None:
    """Put nodes with one neighbour around it, in rings."""
    leaves: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(near):
        if name not in held and len(near[name]) == 1 and (hub := next(iter(near[name]))) in held:
            leaves[hub].append(name)
    for hub, names in leaves.items():
        x, y = places[hub]
        for place, name in enumerate(names):
            ring, turn = divmod(place, 22)
            around = min(len(names) - ring * 22, 22)
            angle = 2 * pi * (turn + 0.5 * (ring % 2)) / around
            far = 24 + 13 * ring + 1.2 * sqrt(len(near[hub]))
            places[name] = (
                min(max(x + far * cos(angle), 8), width - 8),
                min(max(y + far * sin(angle), 8), height - 8),
            )
