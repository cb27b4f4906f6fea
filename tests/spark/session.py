"""A Spark with two workers, on which commands are run one after the other: started once for all tests.

Reads the commands from standard input, as JSON: a list of lists of arguments. Writes what came of them.
"""

from __future__ import annotations

import json
import sys
import time

from typer.testing import CliRunner

from silkgraph.cli import app
from silkgraph.spark import context

LIGHT = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""Java for programs that end soon: what it would compile better takes longer to compile than to run."""
TWO_WORKERS = {
    "spark.master": "local-cluster[2,1,1024]",
    "spark.ui.enabled": "false",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.memory": "512m",
    "spark.driver.extraJavaOptions": LIGHT,
    "spark.executor.extraJavaOptions": LIGHT,
    "spark.task.maxFailures": "2",
}


def main() -> None:
    told = []
    with context(TWO_WORKERS, quiet=True) as spark:
        while (workers := spark._jsc.sc().getExecutorMemoryStatus().size() - 1) < 2:  # less the driver
            time.sleep(0.1)
        told.append({"workers": workers})
        for arguments in json.load(sys.stdin):
            done = CliRunner().invoke(app, arguments)
            told.append({"exit_code": done.exit_code, "stdout": done.stdout, "stderr": done.stderr})
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
