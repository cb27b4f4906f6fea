"""A document in traditional characters and in the words of Hong Kong or Taiwan."""

from pathlib import Path

from silkgraph.extraction import read_file
from silkgraph.model import Body

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
