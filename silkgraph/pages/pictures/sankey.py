"""A Sankey diagram: columns of nodes, and bands between neighbouring columns as thick as what flows."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WIDTH, GAP, BAR = 960, 13.0, 12
LEFT, RIGHT = 80, 200
"""Room for the names at the sides."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node; ``name`` is an IRI or a key."""

    column: int
    name: str
    x: float
    y: float
    height: float
    value: int


@dataclass(frozen=True, slots=True)
class Band:
    """A band from one node to another, as an SVG path; ``colour`` tells the node at its outer end."""

    source: str
    target: str
    value: int
    path: str
    thickness: float
    colour: int


@dataclass(frozen=True, slots=True)
class Sankey:
    """The diagram."""

    width: int
    height: int
    bar: int
    nodes: tuple[Node, ...]
    bands: tuple[Band, ...]


@cache
def regions() -> Mapping[str, tuple[str, Mapping[str, str]]]:
    """Region and its names by country code."""
    found = tomllib.loads(Path(__file__).with_name("regions.toml").read_text("utf-8"))
    return {code: (key, region["name"]) for key, region in found.items() for code in region["countries"].split()}


def sankey(
    flows: Iterable[tuple[Sequence[str], int]], height: int = 640, order: Sequence[str] = (), last: Sequence[str] = ()
) -> Sankey:
    """The diagram of flows, each a path of one node a column and how much takes it.

    Args:
        flows: the paths.
        height: of the diagram.
        order: nodes whose order is given (forums by year); the others are sorted, the greatest first.
        last: nodes that come last.
    """
    held = list(flows)
    columns = max((len(path) for path, _ in held), default=0)
    sums: list[defaultdict[str, int]] = [defaultdict(int) for _ in range(columns)]
    links: list[defaultdict[tuple[str, str, str], int]] = [defaultdict(int) for _ in range(columns - 1)]
    for path, value in held:
        for column, name in enumerate(path):
            sums[column][name] += value
        for column in range(len(path) - 1):
            links[column][path[0], path[column], path[column + 1]] += value
    total = max((sum(held.values()) for held in sums), default=1) or 1
    crowd = max((len(held) for held in sums), default=1)
    scale = (height - GAP * (crowd - 1)) / total
    given = {name: place for place, name in enumerate(order)}
    nodes: dict[tuple[int, str], Node] = {}
    for column, counts in enumerate(sums):
        free = height - scale * sum(counts.values()) - GAP * (len(counts) - 1)
        y = free / 2
        x = LEFT + column * (WIDTH - LEFT - RIGHT - BAR) / max(columns - 1, 1)
        for name in sorted(counts, key=lambda name: (name in last, given.get(name, len(given)), -counts[name], name)):
            tall = counts[name] * scale
            nodes[column, name] = Node(column, name, round(x, 1), round(y, 1), round(tall, 1), counts[name])
            y += tall + GAP
    outer = {at: [name for column, name in nodes if column == at] for at in (0, columns - 1)}
    return Sankey(WIDTH, height, BAR, tuple(nodes.values()), tuple(_bands(links, nodes, outer, scale)))


def _bands(
    links: list[defaultdict[tuple[str, str, str], int]],
    nodes: Mapping[tuple[int, str], Node],
    outer: Mapping[int, list[str]],
    scale: float,
) -> Iterable[Band]:
    for column, held in enumerate(links):
        leaving: defaultdict[str, float] = defaultdict(float)
        arriving: defaultdict[str, float] = defaultdict(float)

        def place(link: tuple[str, str, str], column: int = column) -> tuple[float, float, int]:
            first, source, target = link
            return nodes[column, source].y, nodes[column + 1, target].y, outer[0].index(first)

        starts = {}
        for link in sorted(held, key=place):
            starts[link] = leaving[link[1]]
            leaving[link[1]] += held[link] * scale
        for link in sorted(held, key=lambda link: (place(link)[1], place(link)[2], place(link)[0])):
            first, source, target = link
            one, other, thick = nodes[column, source], nodes[column + 1, target], held[link] * scale
            x1, x2 = one.x + BAR, other.x
            y1, y2 = one.y + starts[link] + thick / 2, other.y + arriving[target] + thick / 2
            arriving[target] += thick
            middle = (x1 + x2) / 2
            path = f"M{x1:.1f},{y1:.1f}C{middle:.1f},{y1:.1f} {middle:.1f},{y2:.1f} {x2:.1f},{y2:.1f}"
            last = outer.get(column + 1, [])
            colour = len(outer[0]) + last.index(target) if target in last else outer[0].index(first)
            yield Band(source, target, held[link], path, round(max(thick, 0.7), 1), colour)
