"""``extract --engine spark``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import typer

from silkgraph.cli.terminal import complain, say

if TYPE_CHECKING:
    from silkgraph.spark import Told


def extract_on_spark(
    places: Sequence[str],
    output: str,
    like: str | None,
    settings: Iterable[str],
    partitions: int | None,
    *,
    quiet: bool,
) -> None:
    """Read on Spark, tell of each document, and end as reading here would."""
    from silkgraph.spark import context, extract_on

    with context(dict(map(_setting, settings)), quiet=quiet) as spark:
        told = extract_on(spark, places, output, like, partitions)
    problems = [(one.error, one.exit_code) for one in told if one.error]
    problems += [(problem, 3) for problem in _shared(told)]
    for one in told:
        for line in one.found:
            say(line, quiet=quiet)
    for problem, _exit_code in problems:
        complain(problem)
    read = sum(not one.error for one in told)
    say(f"{read:,} of {len(told):,} documents are written to {output}", quiet=quiet)
    if problems:
        raise typer.Exit(problems[-1][1])


def _setting(given: str) -> tuple[str, str]:
    name, equals, value = given.partition("=")
    if not equals or not name.startswith("spark."):
        raise typer.BadParameter(f"{given!r} is not a setting like spark.master=yarn", param_hint="--spark")
    return name, value


def _shared(told: Iterable[Told]) -> Iterator[str]:
    """Documents that have one identifier and so one graph, in which nobody can tell them apart."""
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for one in told:
        if not one.error:
            owners[one.identifier].append(one.uri)
    for identifier, uris in sorted(owners.items()):
        if len(uris) > 1:
            yield f"{', '.join(uris)}: these have one identifier, {identifier!r}, and are mixed in one graph"
