"""A document in traditional characters and in the words of Hong Kong or Taiwan."""

from pathlib import Path

import pytest
from opencc import OpenCC

from silkgraph.extraction import read_file
from silkgraph.locations import knowledge
from silkgraph.model import Body, Reading
from silkgraph.read.vocabulary import read_as

ARTICLE = """中國與寮國、紐西蘭簽署合作備忘錄
【本報訊】（記者 陳詠琪）當地時間3月5日，中國政府與寮國、肯亞政府簽署「一帶一路」數碼經濟諒解備忘錄。
香港海濱大學與汶萊科技大學發布《人工智慧
發展報告》。
"""


def shown(bodies: tuple[Body, ...]) -> list[tuple[str, str, str | None]]:
    return [(body.name, body.identifier, body.country) for body in bodies]


def test_names_are_as_written_and_mean_the_same_bodies(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, "utf-8")
    laos, kenya, report = read_file(path).outcomes
    assert laos.label == kenya.label == "「一帶一路」數碼經濟諒解備忘錄"
    assert shown(laos.partners) == [("寮國政府", "government-la", "LA")]
    assert shown(kenya.partners) == [("肯亞政府", "government-ke", "KE")]
    assert laos.domain == "digital"
    assert report.label == "人工智慧發展報告"
    assert report.passage.quote == ARTICLE[report.passage.start : report.passage.end]
    assert report.passage.quote.endswith("發布《人工智慧\n發展報告》")


def meant(reading: Reading) -> list[tuple[object, ...]]:
    """What the outcomes say, whatever the script that they say it in."""
    return [
        (
            outcome.item,
            outcome.kind,
            outcome.status,
            [body.identifier for body in outcome.initiators],
            [body.identifier for body in outcome.partners],
            read_as(outcome.label).translate(str.maketrans("「」『』", "“”‘’")),
            outcome.amounts,
            outcome.domain,
        )
        for outcome in reading.outcomes
    ]


@pytest.mark.parametrize("document", ["brf1-2017-outcome-list", "brf2-2019-subforums"])
@pytest.mark.parametrize("script", ["s2t", "s2hk", "s2tw"])
def test_a_document_means_the_same_in_traditional_characters(document: str, script: str, tmp_path: Path) -> None:
    source = knowledge("extract") / document / "source.txt"
    path = tmp_path / "source.txt"
    path.write_bytes(OpenCC(script).convert(source.read_bytes().decode("utf-8")).encode("utf-8"))
    traditional, simplified = read_file(path), read_file(source)
    assert meant(traditional) == meant(simplified)
    assert [outcome.label for outcome in traditional.outcomes] != [outcome.label for outcome in simplified.outcomes]
