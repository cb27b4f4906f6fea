"""Every command: what it prints, what it leaves, and how it ends when something is wrong."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from typer.testing import CliRunner, Result

import silkgraph
from silkgraph.ask.gaps import UNREAD_COLUMNS
from silkgraph.ask.rows import FIGURE_COLUMNS, OUTCOME_COLUMNS
from silkgraph.cli import app
from silkgraph.locations import knowledge

COMMANDS = [
    "build", "validate", "stats", "query", "queries", "export", "diff", "outcomes", "figures", "extract", "trace",
    "push", "version",
]  # fmt: skip
PROGRAM = [sys.executable, "-m", "silkgraph"]
LIST = knowledge("extract") / "brf3-2023-multilateral-list" / "source.txt"


def run(*arguments: object) -> Result:
    """The command with these arguments, in this process."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def here(built_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The built graph is the one that commands find without --data-dir."""
    monkeypatch.setenv("SILKGRAPH_DATA", str(built_folder))
    return built_folder


def test_all_commands_are_there() -> None:
    shown = run("--help").stdout

    assert [name for name in COMMANDS if f"\n  {name} " not in shown] == []
    assert "Exit codes: 0 done" in shown


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = run(command, "--help")

    assert result.exit_code == 0
    assert f"Example:  silkgraph {command}" in result.stdout


def test_help_and_version_import_nothing_heavy() -> None:
    heavy = ["pyoxigraph", "jieba", "pyshacl", "rdflib", "pypinyin", "babel", "opencc"]
    program = (
        "import sys\nfrom silkgraph.cli import app\n"
        "try:\n    app([sys.argv[1]])\nexcept SystemExit:\n    pass\n"
        f"print('heavy:', [name for name in {heavy} if name in sys.modules])"
    )
    for argument in ("--help", "version"):
        ended = subprocess.run([sys.executable, "-c", program, argument], capture_output=True, text=True, check=True)
        assert ended.stdout.endswith("heavy: []\n")


def test_version() -> None:
    assert run("version").stdout == f"{silkgraph.__version__}\n"


def test_a_wrong_command_is_answered_with_the_nearest() -> None:
    result = run("outcome")

    assert result.exit_code == 2
    assert "Did you mean 'outcomes'" in result.stderr


@pytest.mark.slow
def test_build_prints_a_table_and_the_checksum(
    built_folder: Path, tmp_path: Path, store: silkgraph.store.OpenStore
) -> None:
    data = tmp_path / "data"
    shutil.copytree(built_folder, data)  # what was read is remembered

    result = run("build", "--data-dir", data)

    assert result.exit_code == 0, result.stderr
    row = next(line.split() for line in result.stdout.splitlines() if "brf1-2017-outcome-list" in line)
    assert row[1] == "76"
    assert f"SHA-256 of the canonical N-Quads: {store.manifest.sha256}" in result.stdout
    assert result.stderr == ""
    assert "\x1b" not in result.stdout


def documents_are(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """A build is of these documents only."""
    folders = tuple(knowledge("extract") / name for name in names)
    monkeypatch.setattr("silkgraph.build.document_folders", lambda root=None: folders)


def test_a_quiet_build_prints_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents_are(monkeypatch, "brf2-2019-subforums")

    result = run("build", "--quiet", "--data-dir", tmp_path)

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


def test_a_graph_that_breaks_a_shape_is_not_stored(
    built_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pyoxigraph import NamedNode, Quad

    from silkgraph import build

    def with_an_empty_outcome(folders: object, observe: object) -> build.Graph:
        graph = original(folders, observe)  # type: ignore[arg-type]
        outcome = NamedNode("https://w3id.org/silkgraph/id/outcome/brf1-2017-outcome-list/1.1/99")
        a = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
        home = NamedNode("https://w3id.org/silkgraph/graph/brf1-2017-outcome-list")
        extra = Quad(outcome, a, NamedNode("https://w3id.org/silkgraph/ontology#Outcome"), home)
        return build.Graph(graph.readings, (*graph.quads, extra))

    documents_are(monkeypatch, "brf1-2017-outcome-list")
    original = build.make_graph
    monkeypatch.setattr(build, "make_graph", with_an_empty_outcome)
    data = tmp_path / "data"
    shutil.copytree(built_folder, data)
    before = (data / "current").read_text(encoding="ascii")

    result = run("build", "--data-dir", data)

    assert result.exit_code == 1
    row = next(line for line in result.stdout.splitlines() if "brf1-2017-outcome-list" in line)
    assert "violations" in row
    assert "outcome/brf1-2017-outcome-list/1.1/99" in result.stderr
    assert "the graph is not stored" in result.stderr
    assert (data / "current").read_text(encoding="ascii") == before


def test_ctrl_c_ends_a_build_with_one_message_and_leaves_what_was_built(built_folder: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(built_folder, data)
    before = (data / "current").read_text(encoding="ascii")
    lock = data / "building.lock"
    lock.unlink()
    process = subprocess.Popen(
        [*PROGRAM, "build", "--data-dir", str(data)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    while not lock.exists():  # the build has begun
        time.sleep(0.02)
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    stdout, stderr = process.communicate(timeout=60)

    assert process.returncode == 130
    assert (stdout, stderr) == ("", "silkgraph: stopped; what was built before is as it was\n")
    assert (data / "current").read_text(encoding="ascii") == before


def test_nothing_built_yet(tmp_path: Path) -> None:
    for arguments in (
        ["stats"],
        ["outcomes"],
        ["figures"],
        ["trace", "body/ndrc"],
        ["validate"],
        ["query", "-e", "ASK {}"],
    ):
        result = run(*arguments, "--data-dir", tmp_path)
        assert result.exit_code == 5
        assert result.stderr == f"silkgraph: {tmp_path}: nothing is built here yet\nRun `silkgraph build` first.\n"


def test_outcomes_as_json_lines_csv_and_table(here: Path) -> None:
    rows = [json.loads(line) for line in run("outcomes", "--format", "jsonl").stdout.splitlines()]
    table = list(csv.DictReader(io.StringIO(run("outcomes", "--format", "csv").stdout, newline="")))

    assert [tuple(row) for row in rows] == [OUTCOME_COLUMNS] * len(rows)
    assert [row["label"] for row in table] == [row["label"] for row in rows]
    assert table[0]["partners"] == "蒙古国政府"
    assert "蒙古国政府" in run("outcomes", "--document", "brf1-2017-outcome-list").stdout
    one = run("outcomes", "--format", "jsonl", "--document", "brf2-2019-subforums").stdout.splitlines()
    assert {json.loads(line)["document"] for line in one} == {"brf2-2019-subforums"}


def test_figures_as_json_lines(here: Path) -> None:
    rows = [json.loads(line) for line in run("figures", "--format", "jsonl").stdout.splitlines()]

    assert rows
    assert [tuple(row) for row in rows] == [FIGURE_COLUMNS] * len(rows)


def test_an_unknown_document_is_refused(here: Path) -> None:
    result = run("outcomes", "--document", "brf1-2017-outcomes")

    assert result.exit_code == 6
    assert "Did you mean brf1-2017-outcome-list" in result.stderr


def test_stats_counts_what_is_there(here: Path) -> None:
    shown = run("stats").stdout

    assert "brf3-2023-multilateral-list" in shown
    assert "Agreement" in shown
    assert str(here) in shown


def test_a_question_of_the_library_with_a_parameter(here: Path) -> None:
    result = run("query", "partners-of-body", "--param", "body=商务部", "--format", "csv")

    assert result.exit_code == 0, result.stderr
    assert result.stdout.splitlines()[0] == "partner,nameZh,nameEn,outcomes"
    assert len(result.stdout.splitlines()) > 3


@pytest.mark.parametrize(
    ("format", "start"),
    [("json", '{"head":{"vars":["n"]}'), ("xml", "<?xml"), ("csv", "n\r\n"), ("tsv", "?n\n"), ("table", "\n n\n")],
)
def test_select_in_every_format(here: Path, format: str, start: str) -> None:
    result = run("query", "-e", "SELECT (COUNT(?o) AS ?n) { ?o a silk:Outcome }", "--format", format)

    assert result.exit_code == 0, result.stderr
    assert result.stdout_bytes.decode("utf-8").startswith(start)


def test_ask_is_a_word_or_a_result(here: Path) -> None:
    assert run("query", "-e", "ASK {}").stdout.split() == ["answer", "──────", "yes"]
    assert json.loads(run("query", "-e", "ASK {}", "--format", "json").stdout)["boolean"] is True


@pytest.mark.parametrize("syntax", ["turtle", "trig", "ntriples", "nquads", "json-ld", "rdf-xml"])
def test_construct_and_describe_in_every_syntax(here: Path, syntax: str) -> None:
    formats = {"ntriples": "N_TRIPLES", "nquads": "N_QUADS"}
    chosen = getattr(RdfFormat, formats.get(syntax, syntax.replace("-", "_").upper()))
    for query in ("CONSTRUCT { ?o silk:kind ?k } WHERE { ?o silk:kind ?k }", "DESCRIBE body:ndrc"):
        result = run("query", "-e", query, "--format", syntax)
        assert result.exit_code == 0, result.stderr
        assert list(parse(result.stdout_bytes, format=chosen))


def test_a_format_that_does_not_fit_the_query_is_refused(here: Path) -> None:
    assert run("query", "-e", "ASK {}", "--format", "turtle").exit_code == 6
    assert run("query", "-e", "DESCRIBE body:ndrc", "--format", "tsv").exit_code == 6


def test_a_query_file_is_asked(here: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.rq"
    path.write_text("SELECT ?o {\n ?o a silk:Outcome }\nLIMIT 3", encoding="utf-8")

    assert len(run("query", path, "--format", "csv").stdout.splitlines()) == 4
    path.write_text("SELECT ?o {\n ?o a }", encoding="utf-8")
    broken = run("query", path)
    assert broken.exit_code == 6
    assert broken.stderr.startswith(f"silkgraph: {path}:2: the query is malformed at line 2, column ")


def test_an_unknown_question_is_answered_with_the_nearest(here: Path) -> None:
    result = run("query", "partner-of-body")

    assert result.exit_code == 6
    assert result.stderr.startswith("silkgraph: there is no question 'partner-of-body'\nDid you mean partners-of-body")


@pytest.mark.parametrize("arguments", [[], ["partners-of-body", "-e", "ASK {}"], ["-e", "ASK {}", "--param", "a=b"]])
def test_one_question_at_a_time(here: Path, arguments: list[str]) -> None:
    assert run("query", *arguments).exit_code == 6


def test_the_library_is_listed_and_shown() -> None:
    shown = run("queries").stdout

    assert "Partners of a body" in shown
    assert "某机构的合作方" in shown
    assert "body = ndrc" in shown
    assert run("queries", "partners-of-body").stdout == (knowledge("queries") / "partners-of-body.rq").read_text(
        "utf-8"
    )


def test_export_to_a_file_and_to_stdout_is_the_same(here: Path, tmp_path: Path) -> None:
    path = tmp_path / "links.ttl"
    result = run("export", "--format", "turtle", "--graph", "links", "-o", path)

    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr == f"wrote {path} ({path.stat().st_size:,} bytes)\n"
    assert run("export", "--format", "turtle", "--graph", "links").stdout_bytes == path.read_bytes()
    assert [file.name for file in tmp_path.iterdir()] == ["links.ttl"]


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [
        (["--format", "csv", "--table", "forums"], b"id,label_en,label_zh,start,end\r\n2017,"),
        (["--format", "parquet", "--table", "forums"], b"PAR1"),
        (["--format", "json-ld", "--class", "forum"], b'{\n "@context": {'),
        (["--format", "graphml", "--network", "cooperation"], b'<?xml version="1.0" encoding="UTF-8"?>\n<graphml'),
        (["--format", "graphml"], b'<?xml version="1.0" encoding="UTF-8"?>\n<graphml'),
    ],
)
def test_tables_trees_and_networks_are_exported(here: Path, arguments: list[str], begins: bytes) -> None:
    result = run("export", *arguments)

    assert result.exit_code == 0
    assert result.stdout_bytes.startswith(begins)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "say which --format"),
        (["--format", "parquet"], "say which with --table"),
        (["--format", "turtle", "--table", "forums"], "--table goes with csv or parquet"),
        (["--format", "csv", "--table", "forums", "--graph", "links"], "--graph goes with an RDF syntax or csv"),
        (["--format", "graphml", "--class", "forum"], "--class goes with json-ld"),
        (["--all", "release", "--format", "turtle"], "--all writes everything"),
    ],
)
def test_an_export_that_makes_no_sense_is_refused(here: Path, arguments: list[str], message: str) -> None:
    result = run("export", *arguments)

    assert result.exit_code == 2
    assert message in " ".join(result.stderr.replace("│", " ").split())


@pytest.mark.parametrize(
    ("arguments", "exit_code", "message"),
    [
        (["--format", "csv", "--table", "outcome"], 6, "Did you mean outcomes"),
        (["--format", "json-ld", "--class", "bodies"], 6, "there is no frame 'bodies'"),
        (["--format", "graphml", "--network", "all"], 6, "there is no network 'all'"),
    ],
)
def test_what_is_not_there_cannot_be_exported(here: Path, arguments: list[str], exit_code: int, message: str) -> None:
    result = run("export", *arguments)

    assert result.exit_code == exit_code
    assert message in result.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="limits the size of files")
def test_an_export_that_does_not_fit_leaves_nothing(here: Path, tmp_path: Path) -> None:
    command = f"ulimit -f 100; {sys.executable} -m silkgraph export --format nquads -o graph.nq"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True)

    assert done.returncode == 1
    assert "graph.nq: cannot be written: a file would become larger than allowed here" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_export_that_cannot_be_written_leaves_the_old_file(here: Path, tmp_path: Path) -> None:
    result = run("export", "--format", "turtle", "--graph", "links", "-o", tmp_path / "no" / "links.ttl")
    assert result.exit_code == 1
    assert "links.ttl: cannot be written: No such file or directory" in result.stderr

    unknown = run("export", "--format", "turtle", "--graph", "link")
    assert unknown.exit_code == 6
    assert "Did you mean links" in unknown.stderr


def test_validate_the_built_graph_and_a_file(here: Path, tmp_path: Path) -> None:
    built = run("validate", "--format", "json")
    assert built.exit_code == 0
    assert json.loads(built.stdout)["conforms"] is True

    path = tmp_path / "wrong.ttl"
    path.write_text(
        "@prefix silk: <https://w3id.org/silkgraph/ontology#> .\n"
        "<https://w3id.org/silkgraph/id/outcome/x/1/1> a silk:Outcome .\n",
        encoding="utf-8",
    )
    wrong = run("validate", path, "--format", "turtle")
    assert wrong.exit_code == 1
    assert list(parse(wrong.stdout_bytes, format=RdfFormat.TURTLE))
    missing = run("validate", tmp_path / "no.ttl")
    assert (missing.exit_code, missing.stdout) == (3, "")


def test_stats_lists_what_is_missing(here: Path) -> None:
    unread = [json.loads(line) for line in run("stats", "--unread", "--format", "jsonl").stdout.splitlines()]
    one = run("stats", "--unread", "--document", "bri-2023-white-paper", "--format", "csv").stdout
    bodies = list(csv.DictReader(io.StringIO(run("stats", "--unreconciled", "--format", "csv").stdout, newline="")))

    assert [tuple(row) for row in unread] == [UNREAD_COLUMNS] * len(unread) != []
    paper = list(csv.DictReader(io.StringIO(one, newline="")))
    assert len(paper) == sum(row["document"] == "bri-2023-white-paper" for row in unread)
    assert unread[0]["verb"] in run("stats", "--unread").stdout
    assert "老挝财政部 (body/la-finance, 89%)" in {row["candidates"] for row in bodies}
    assert "老挝财政部门" in run("stats", "--unreconciled").stdout
    assert run("stats", "--unread", "--unreconciled").exit_code == 2
    assert run("stats", "--unread", "--document", "no-such").exit_code == 6


def test_trace_marks_the_words_in_their_line(here: Path) -> None:
    shown = run("trace", "outcome/brf1-2017-outcome-list/1.1/1").stdout

    assert "brf1-2017-outcome-list, line 23, 487-564" in shown
    assert "（一）【中国政府与有关国家政府签署" in shown.replace("\n", "")
    assert run("trace", "body/nobody").exit_code == 6


def test_extract_reads_any_text_without_building(tmp_path: Path) -> None:
    path = tmp_path / "communique.txt"
    path.write_text("一、中国政府与老挝、柬埔寨政府签署共建“一带一路”政府间双边合作规划。\n", encoding="utf-8")

    result = run("extract", path)

    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(row["document"], row["partners"][0]["name"]) for row in rows] == [
        ("communique", "老挝政府"),
        ("communique", "柬埔寨政府"),
    ]
    assert result.stderr.startswith("communique: ")
    assert run("extract", path, "--quiet").stderr == ""
    turtle = run("extract", path, "--format", "turtle", "-q")
    assert list(parse(turtle.stdout_bytes, format=RdfFormat.TURTLE))


def test_extract_of_a_known_document_finds_the_same_labels(here: Path) -> None:
    built = run("outcomes", "--format", "jsonl", "--document", "brf3-2023-multilateral-list").stdout.splitlines()
    loose = run("extract", LIST, "-q").stdout.splitlines()

    assert [json.loads(line)["label"] for line in loose] == [json.loads(line)["label"] for line in built]


def test_files_that_cannot_be_read_do_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes("签署".encode("gb18030"))
    good = tmp_path / "good.txt"
    good.write_text("一、中国政府与老挝政府签署合作规划。\n", encoding="utf-8")

    files = [tmp_path / "missing.txt", tmp_path / "empty.txt", tmp_path / "binary.txt", good]
    result = run("extract", *files)

    assert result.exit_code == 3
    assert [json.loads(line)["document"] for line in result.stdout.splitlines()] == ["good"]
    for name in ("missing.txt", "empty.txt", "binary.txt"):
        assert f"silkgraph: {tmp_path / name}: " in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("format", ["jsonl", "csv", "nquads"])
def test_the_number_of_processes_does_not_show_in_what_is_extracted(format: str, tmp_path: Path) -> None:
    for number, country in enumerate(("老挝", "匈牙利", "柬埔寨"), 1):
        text = f"一、中国政府与{country}政府签署合作规划。\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    files = [tmp_path / "1.txt", tmp_path / "missing.txt", tmp_path / "2.txt", tmp_path / "3.txt"]

    alone = run("extract", *files, "--format", format, "-o", tmp_path / "alone", "--jobs", "1")
    together = run("extract", *files, "--format", format, "-o", tmp_path / "together", "--jobs", "2")

    assert (together.exit_code, together.stderr) == (alone.exit_code, alone.stderr) and alone.exit_code == 3
    assert (tmp_path / "together").read_bytes() == (tmp_path / "alone").read_bytes()
    assert (tmp_path / "alone").read_text(encoding="utf-8").count("老挝") >= 1


def test_nothing_is_written_where_nothing_can_be_read(tmp_path: Path) -> None:
    result = run("extract", tmp_path / "missing.txt", "--format", "csv", "-o", tmp_path / "rows.csv")

    assert result.exit_code == 3
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_profile_is_refused(tmp_path: Path) -> None:
    result = run("extract", LIST, "--like", "sonnet")

    assert result.exit_code == 3
    assert "sonnet" in result.stderr


def test_a_reader_that_has_seen_enough_is_no_error(here: Path) -> None:
    ended = subprocess.run(
        f"{sys.executable} -m silkgraph outcomes --format jsonl | head -n 1",
        shell=True,
        capture_output=True,
        text=True,
        env={**os.environ, "SILKGRAPH_DATA": str(here)},
        check=True,
    )

    assert ended.stdout.count("\n") == 1
    assert ended.stderr == ""


def test_output_is_utf8_whatever_the_locale(here: Path) -> None:
    ended = subprocess.run(
        [*PROGRAM, "outcomes", "--format", "jsonl", "--document", "brf1-2017-outcome-list"],
        capture_output=True,
        env={**os.environ, "SILKGRAPH_DATA": str(here), "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        check=True,
    )

    assert "蒙古国政府" in ended.stdout.decode("utf-8")


def test_a_table_is_printed_whatever_the_locale(here: Path) -> None:
    for arguments in (["outcomes"], ["queries"], ["trace", "body/ndrc"], ["query", "partners-of-body"], ["stats"]):
        ended = subprocess.run(
            [*PROGRAM, *arguments],
            capture_output=True,
            env={
                **os.environ,
                "SILKGRAPH_DATA": str(here),
                "LC_ALL": "C",
                "PYTHONUTF8": "0",
                "PYTHONCOERCECLOCALE": "0",
            },
            check=False,
        )
        assert ended.returncode == 0, ended.stderr
        assert ended.stdout.decode("utf-8")
