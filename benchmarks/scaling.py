"""Whether reading takes time and memory in proportion to the length of a text: from 10 kB to 10 MB, in many shapes.

    python benchmarks/scaling.py [--largest 10000000] [--shape NAME ...]

Each text is read in a process of its own, in which a short text has been read before. The table is Markdown, printed
row by row as it is measured, all in a quarter of an hour. A row is a shape; its columns are the microseconds that a
character takes at each length, how those at the greatest length stand to those at 100 kB (1 where time is in
proportion to length), and the bytes of memory that a character takes there.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from silkgraph.extraction import read_file
from silkgraph.read.documents import document_folders

LENGTHS = (10_000, 100_000, 1_000_000, 10_000_000)
"""In bytes of UTF-8."""
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
BRACKETS = "（《“‘’”》）"
WARM_UP = "中国政府与老挝政府签署协议，总额10亿元。"


def documents() -> str:
    """The paragraphs of the source documents, in an order of their own."""
    lines = [line for folder in document_folders() for line in (folder / "source.txt").read_text("utf-8").splitlines()]
    paragraphs = [line for line in lines if line.strip()]
    random.Random(1).shuffle(paragraphs)
    return "\n\n".join(paragraphs) + "\n\n"


def one_line() -> str:
    """The same without line ends, links and headings."""
    return "正文。" + re.sub(r"\s|\[.*?\]|#", "", documents())


def without_stops() -> str:
    """The same as a single sentence."""
    return re.sub("[。！？；：]", "，", one_line())


def without_marks() -> str:
    """The same as a single clause."""
    return re.sub(r"[^\w]", "", one_line())


SHAPES: dict[str, Callable[[], str]] = {
    "documents": documents,
    "one line": one_line,
    "one sentence": without_stops,
    "one clause": without_marks,
    "marks": lambda: "".join(random.Random(2).choices("，。、；：！？…—" + BRACKETS, k=5000)),
    "opened brackets": lambda: "中国（《“",
    "countries": lambda: "老挝、柬埔寨、",
    "ministries": lambda: "与老挝财政部、柬埔寨商务部签署协议，",
    "verbs": lambda: "签署发布",
    "titles": lambda: "发布《报告》、",
    "numbers": lambda: "建成3个项目、",
    "sums": lambda: "100亿元、",
    "dates": lambda: "2023年10月",
    "persons": lambda: "老挝国家主席通伦、",
    "short lines": lambda: "一、中\n",
}
"""What each text is made of: the piece is repeated as often as the length wants."""


def text_of(shape: str, length: int) -> str:
    """A text of so many bytes; half of the opened brackets are closed at its end."""
    piece = SHAPES[shape]()
    size = len(piece.encode())
    text = (piece * (length // size + 1)).encode()[:length].decode("utf-8", "ignore")
    half = len(text) // 2
    return text[:half] + "”》）" * (half // 3) if shape == "opened brackets" else text


def measure_here(shape: str, length: int) -> dict[str, float]:
    """Seconds and bytes of memory that reading takes in this process."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "text.txt")
        path.write_text(WARM_UP, "utf-8")
        read_file(path)
        text = text_of(shape, length)
        path.write_text(text, "utf-8")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        seconds = []
        for _ in range(3 if length <= 100_000 else 1):
            started = time.process_time()
            read_file(path)
            seconds.append(time.process_time() - started)
        memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * MAXRSS_UNIT
    return {"characters": len(text), "seconds": min(seconds), "bytes": memory}


def measure(shape: str, length: int) -> dict[str, float]:
    """The same in a process of its own."""
    command = [sys.executable, __file__, "--measure", shape, str(length)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    result: dict[str, float] = json.loads(output)
    return result


def row(shape: str, lengths: Sequence[int]) -> list[str]:
    """The row of one shape."""
    found = [measure(shape, length) for length in lengths]
    times = [one["seconds"] / one["characters"] * 1e6 for one in found]
    reference = times[min(1, len(times) - 1)]
    memory = found[-1]["bytes"] / found[-1]["characters"]
    return [shape, *(f"{micro:.1f}" for micro in times), f"{times[-1] / reference:.2f}", f"{memory:.0f}"]


def main() -> None:
    """Measure each shape at each length, and print."""
    parser = argparse.ArgumentParser(description="Measure whether reading takes time in proportion to length.")
    parser.add_argument("--largest", type=int, default=LENGTHS[-1], metavar="BYTES", help="the greatest length")
    parser.add_argument("--shape", action="append", choices=list(SHAPES), help="only this shape; may be repeated")
    parser.add_argument("--measure", nargs=2, metavar=("SHAPE", "BYTES"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        print(json.dumps(measure_here(given.measure[0], int(given.measure[1]))))
        return
    lengths = [length for length in LENGTHS if length <= given.largest]
    heading = ["shape", *(f"{length:,}" for length in lengths), "ratio", "memory"]
    for cells in (heading, ["---"] * len(heading)):
        print(f"| {' | '.join(cells)} |")
    for shape in given.shape or SHAPES:
        print(f"| {' | '.join(row(shape, lengths))} |", flush=True)


if __name__ == "__main__":
    main()
