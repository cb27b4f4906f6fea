"""A comparison as a table, as rows, as change sets that can be applied, and as the changelog of the data."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse
from typer.testing import CliRunner, Result

from silkgraph.cli import app
from silkgraph.compare import Comparison
from silkgraph.compare.changelog import changelog
from silkgraph.compare.changesets import comparison_bytes
from silkgraph.compare.statements import OWNER
from silkgraph.store import open_store

from .conftest import Builds


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_the_table_counts_and_shows_what_has_not_merely_moved(builds: Builds) -> None:
    result = run("diff", builds.old, builds.new)

    assert result.exit_code == 0
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert "document things before now gained lost changed moved" in lines
    assert "talks outcomes 5 6 2 1 3 1" in lines
    assert any(line.startswith("changed outcome/talks/4/1 贷款协议 was outcome/talks/3/1") for line in lines)
    assert "amounts: 1000000000 CNY → 2000000000 CNY" in result.stdout
    assert not any(line.startswith("moved ") for line in lines)
    assert "talks: the text is changed" in lines and "come: the document is gained" in lines
    assert result.stderr == ""


def test_rows_as_csv_and_tsv_and_the_whole_as_json(builds: Builds) -> None:
    rows = list(csv.DictReader(io.StringIO(run("diff", builds.old, builds.new, "--format", "csv").stdout)))
    (doubled,) = [row for row in rows if row["field"] == "amounts"]
    assert (doubled["change"], doubled["document"], doubled["item"]) == ("changed", "talks", "4")
    assert (doubled["before"], doubled["after"]) == ("1000000000 CNY", "2000000000 CNY")
    assert doubled["old"].endswith("/outcome/talks/3/1") and doubled["new"].endswith("/outcome/talks/4/1")

    tsv = run("diff", builds.old, builds.new, "--format", "tsv").stdout.splitlines()
    assert [line.split("\t")[1] for line in tsv[1:]] == [row["change"] for row in rows]

    told = json.loads(run("diff", builds.old, builds.new, "--format", "json").stdout)
    assert told["old"]["sha256"] != told["new"]["sha256"]
    (changed,) = [change for change in told["changes"] if change["new"] and change["new"].endswith("talks/4/1")]
    assert changed["fields"]["amounts"] == {"before": ["1000000000 CNY"], "after": ["2000000000 CNY"]}
    assert changed["label"]["zh"] == "贷款协议"


def test_one_document_only(builds: Builds) -> None:
    rows = list(
        csv.DictReader(
            io.StringIO(run("diff", builds.old, builds.new, "--format", "csv", "--document", "trade").stdout)
        )
    )
    assert {row["document"] for row in rows} == {"trade"}

    unknown = run("diff", builds.old, builds.new, "--document", "talk")
    assert unknown.exit_code == 6
    assert "neither side has a document 'talk'" in unknown.stderr and "talks" in unknown.stderr


def test_the_exit_code_tells_a_difference_where_it_is_asked_to(builds: Builds, tmp_path: Path) -> None:
    assert run("diff", builds.old, builds.new, "--exit-code").exit_code == 8
    same = run("diff", builds.old, builds.old, "--exit-code")
    assert (same.exit_code, same.stdout) == (0, "no difference\n")
    assert run("diff", builds.old, "--data-dir", builds.new, "--exit-code").exit_code == 8
    assert run("diff", builds.old, tmp_path / "nothing").exit_code == 3
    assert run("diff", builds.old, "--data-dir", tmp_path / "nothing").exit_code == 3


def test_a_file_gets_the_whole_table(builds: Builds, tmp_path: Path) -> None:
    assert run("diff", builds.old, builds.new, "-o", tmp_path / "table.txt").stdout == ""
    text = (tmp_path / "table.txt").read_text(encoding="utf-8")
    assert "gained" in text and "outcome/talks/4/1" in text and "talks: the text is changed" in text


def of_things(quads: Iterable[object]) -> set[str]:
    """The triples whose subject is an outcome, figure or body, or a part of one."""
    return {str(quad.triple) for quad in quads if isinstance(quad, Quad) and OWNER.match(str(quad.subject).encode())}


def test_the_change_sets_carry_the_old_things_over_to_the_new(builds: Builds, comparison: Comparison) -> None:
    graphs = []
    for data in (builds.old, builds.new):
        with open_store(data) as store:
            graphs.append(of_things(store.quads()))
    changes = Store()
    changes.bulk_load(comparison_bytes(comparison, comparison.changes, "turtle"), RdfFormat.TURTLE)

    def statements(role: str) -> set[str]:
        answer = changes.query(f"""
            PREFIX cs: <http://purl.org/vocab/changeset/schema#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            CONSTRUCT {{ ?s ?p ?o }} WHERE {{
                ?set a cs:ChangeSet ; cs:{role} [ rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ] }}""")
        return {str(triple) for triple in answer if OWNER.match(str(triple.subject).encode())}  # type: ignore[union-attr]

    old, new = graphs
    assert statements("removal") == old - new
    assert statements("addition") == new - old


def test_the_change_sets_say_who_made_them_and_what_replaces_what(comparison: Comparison) -> None:
    turtle = comparison_bytes(comparison, comparison.changes, "turtle").decode("utf-8")
    quads = list(parse(comparison_bytes(comparison, comparison.changes, "nquads"), format=RdfFormat.N_QUADS))

    assert "@prefix cs: <http://purl.org/vocab/changeset/schema#> ." in turtle
    prov = "http://www.w3.org/ns/prov#"
    revised = {
        (str(quad.subject).strip("<>").rpartition("/id/")[2], str(quad.object).strip("<>").rpartition("/id/")[2])
        for quad in quads
        if isinstance(quad, Quad) and quad.predicate == NamedNode(f"{prov}wasRevisionOf")
    }
    assert ("outcome/talks/2/1", "outcome/talks/1/1") in revised
    assert ("body/silk-road-test-bank", "body/si-lu-ce-shi-yin-hang") in revised
    assert (f"build/{comparison.new.sha256[:12]}", f"build/{comparison.old.sha256[:12]}") in revised


@pytest.mark.parametrize("format", ["trig", "ntriples", "nquads", "json-ld", "rdf-xml"])
def test_change_sets_in_every_syntax(format: str, builds: Builds) -> None:
    first, again = (run("diff", builds.old, builds.new, "--format", format) for _ in range(2))
    assert first.exit_code == 0
    assert first.stdout == again.stdout
    assert "ChangeSet" in first.stdout


def test_a_release_tells_what_has_changed_since_the_one_before(
    release: Path, builds: Builds, comparison: Comparison
) -> None:
    old, new = (comparison.old.sha256[:12], comparison.new.sha256[:12])
    told = (release / "DATA-CHANGELOG.md").read_text(encoding="utf-8")

    assert f"## 0.1.0 ({new}), since 0.1.0 ({old})" in told
    assert "### Gained · 新增\n\n- `outcome/come/1/1` 农业合作协议 · " in told
    assert "  - amounts: 1000000000 CNY → 2000000000 CNY\n" in told
    assert "### Moved · 移位\n\n- `outcome/talks/2/1`" in told and "  - was outcome/talks/1/1\n" in told
    assert told == run("diff", builds.old, builds.new, "--format", "markdown").stdout
    assert (release / "changes" / "changes.ttl").read_bytes() == comparison_bytes(
        comparison, comparison.changes, "turtle"
    )
    assert "changes/changes.ttl" in (release / "dcat.ttl").read_text(encoding="utf-8")
    assert "  DATA-CHANGELOG.md\n" in (release / "SHA256SUMS").read_text(encoding="utf-8")


def test_the_sections_of_earlier_releases_stay_below(release: Path, comparison: Comparison) -> None:
    earlier = (release / "DATA-CHANGELOG.md").read_text(encoding="utf-8")
    later = changelog(comparison, earlier)

    assert later.count("\n## ") == 2
    assert later.endswith(earlier[earlier.index("\n## ") :])


def test_since_goes_with_a_release_only(builds: Builds) -> None:
    result = run("export", "--format", "turtle", "--since", builds.old)
    assert result.exit_code == 2
    assert "--since goes with --all" in result.stderr
