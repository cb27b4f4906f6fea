"""Two real builds of small documents; between them a text, the lexicon and the authority file have changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from small_documents import checkout_without_documents, write_document

from silkgraph.compare import Comparison, compare, opened
from silkgraph.export.release import write_release
from silkgraph.store import open_store

TALKS = """成果清单

1. 中国政府与老挝政府签署经济合作谅解备忘录。

2. 中国政府与匈牙利政府签署文化合作协定。

3. 中国商务部与丝路测试银行签署贷款协议，金额10亿元人民币。

4. 中国政府与蒙古国政府签署铁路合作谅解备忘录。

5. 中国政府与埃及政府发布防治荒漠化测试笺。
"""

TALKS_NOW = """成果清单

1. 中国政府与肯尼亚政府签署公路合作谅解备忘录。

2. 中国政府与老挝政府签署经济合作谅解备忘录。

3. 中国政府与匈牙利政府、捷克政府签署文化合作协定。

4. 中国商务部与丝路测试银行签署贷款协议，金额20亿元人民币。

5. 中国政府与埃及政府发布防治荒漠化测试笺。
"""

TRADE = "双边贸易\n\n2022年，双边贸易额超过500亿美元。\n\n中欧班列累计开行6.5万列。\n"
TRADE_NOW = "双边贸易\n\n2022年，双边贸易额超过550亿美元。\n\n中欧班列累计开行6.5万列。\n"
GONE = "成果清单\n\n1. 中国政府与秘鲁政府签署矿产合作协议。\n"
COME = "成果清单\n\n1. 中国政府与智利政府签署农业合作协议。\n"

LEXICON = '\n[[head]]\nkind = "declaration"\nheads = ["测试笺"]\n'
BANK = """
body:silk-road-test-bank
    a silk:Body ;
    skos:prefLabel "丝路测试银行"@zh , "Silk Road Test Bank"@en ;
    silk:bodyType bodytype:bank ;
    silk:country place:CN .
"""


@dataclass(frozen=True)
class Builds:
    """Two data folders, and a program of their own that builds them."""

    old: Path
    new: Path


def append(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def build(checkout: Path, data: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "silkgraph", "build", "--quiet", "--jobs", "1", "--data-dir", str(data)],
        check=True,
        cwd=checkout,
        env={**os.environ, "PYTHONPATH": str(checkout)},
    )


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Builds:
    """A checkout with three small documents, built, changed, and built again."""
    checkout, data = tmp_path_factory.mktemp("checkout"), tmp_path_factory.mktemp("data")
    extract = checkout_without_documents(checkout)

    write_document(extract, "talks", TALKS, profile="straight-list")
    write_document(extract, "trade", TRADE, profile="plain")
    write_document(extract, "gone", GONE, profile="straight-list")
    build(checkout, data / "old")

    write_document(extract, "talks", TALKS_NOW, profile="straight-list")
    write_document(extract, "trade", TRADE_NOW, profile="plain")
    shutil.rmtree(extract / "gone")
    write_document(extract, "come", COME, profile="straight-list")
    append(extract / "lexicon" / "heads.toml", LEXICON)
    append(checkout / "ontology" / "bodies" / "companies.ttl", BANK)
    build(checkout, data / "new")
    return Builds(data / "old", data / "new")


@pytest.fixture(scope="session")
def comparison(builds: Builds) -> Comparison:
    """What is different between the two builds."""
    with opened(builds.old) as old, opened(builds.new) as new:
        return compare(old, new)


@pytest.fixture(scope="session")
def release(builds: Builds, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of the second build that tells what has changed since the first."""
    folder = tmp_path_factory.mktemp("out") / "release"
    with open_store(builds.new) as store:
        write_release(store, folder, since=builds.old)
    return folder
