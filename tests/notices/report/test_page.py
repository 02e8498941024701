import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from notices.dataset_reader import read_dataset
from notices.output.dataset import write_dataset
from notices.output.staging import OutputError
from notices.process import Rows
from notices.report import sections, worklist, write_report
from notices.report.page import page
from notices.view.words import Language
from schemas.dataset.codes import Severity, Status, TableName
from schemas.dataset.finding_rows import FindingRow
from schemas.dataset.notice_rows import NoticeRow
from tests.notices.rows import HOSTILE, NOTICE, sample

REFERENCES = ("src", "href", "action", "data", "srcset", "poster")


def written(rows: Rows, language: Language = "zh") -> str:
    """The page of a dataset that comes in one part."""
    return page(lambda: [rows], language)


class Page(HTMLParser):
    """The tags of a page, with what they open and where they lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_a_document_says_is_text_only(language: Language) -> None:
    """Whatever texts hold, the page has the same tags and attributes as with a harmless one."""
    hostile, harmless = (Page(written(sample(hostile=text), language)) for text in (HOSTILE, "某"))
    assert [(tag, set(attrs)) for tag, attrs in hostile.tags] == [
        (tag, set(attrs)) for tag, attrs in harmless.tags
    ]
    assert HOSTILE.split("[")[0] in "".join(hostile.text)


def test_no_control_or_change_of_direction_gets_through() -> None:
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written(sample()))


def test_nothing_is_loaded_from_elsewhere() -> None:
    parsed = Page(written(sample()))
    links = {attrs[name] for _, attrs in parsed.tags for name in REFERENCES if name in attrs}
    assert links
    assert all(link and link.startswith("#") for link in links)
    targets = {attrs["id"] for _, attrs in parsed.tags if "id" in attrs}
    assert {link.removeprefix("#") for link in links if link} <= targets
    styles = "".join(re.findall("<style>(.*?)</style>", written(sample()), re.DOTALL))
    assert styles
    assert "url(" not in styles
    assert "@import" not in styles


def test_it_opens_in_the_asked_language() -> None:
    for language, heading in (("zh", "待办清单"), ("en", "Worklist")):
        text = written(sample(), language)
        assert f'<html lang="{language}">' in text
        assert f">{heading}</h2>" in text


def test_each_row_has_its_head_and_ids_are_unique() -> None:
    parsed = Page(written(sample()))
    assert all(attrs.get("scope") for tag, attrs in parsed.tags if tag == "th")
    ids = [attrs["id"] for _, attrs in parsed.tags if "id" in attrs]
    assert len(ids) == len(set(ids))


def test_the_most_money_at_risk_comes_first() -> None:
    checks = re.findall(
        '<li class="item [a-z]+" data-severity="([a-z]+)" data-check="([a-z-]+)"', written(sample())
    )
    assert checks[:3] == [
        ("error", "allocation-total"),  # 1999 万元
        ("warning", "performance-missing"),  # half of 1482.5
        ("warning", "value-repaired"),  # half of 516
    ]
    assert {severity for severity, _ in checks[3:5]} == {"warning"}  # no money in it
    assert checks[5:] == [("info", "text-suspect")]


def test_a_flagged_cell_says_why() -> None:
    text = written(sample())
    cell = re.search('<td class="num doc warning" title="([^"]*)">(.*?)</td>', text)
    assert cell
    assert "警告：" in cell[1]
    assert "5l6" in cell[1]
    assert ">5l6<" in cell[2]


def test_an_empty_dataset_says_so() -> None:
    text = written({})
    assert "没有读到任何通知" in text
    assert "没有错误和警告" in text


def test_files_that_failed_are_named_up_front() -> None:
    failed = NoticeRow(notice_id="f", source="坏.pdf", status=Status.FAILED)
    assert "有 1 份文件无法读取" in written({TableName.NOTICES: (failed,)})
    assert "无法读取，" not in written(sample())


def many(count: int) -> Rows:
    notices = tuple(
        NoticeRow(notice_id=f"{number:016d}", source=f"{number}.txt", status=Status.OK)
        for number in range(count)
    )
    findings = tuple(
        FindingRow(
            finding_id=f"{number:016d}",
            notice_id=f"{number:016d}",
            check="field-missing",
            severity=Severity.WARNING,
            message="m",
            message_zh="文",
            table=TableName.NOTICES,
            row_key="{}",
        )
        for number in range(count)
    )
    return {TableName.NOTICES: notices, TableName.FINDINGS: findings}


def test_a_large_archive_is_capped_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sections, "MOST", 3)
    monkeypatch.setattr(worklist, "LONGEST", 2)
    text = written(many(5))
    assert text.count('<details class="notice"') == 3
    assert "以下只展开问题最多的 3 份通知（共 5 份）" in text
    assert text.count('<li class="item') == 2
    assert "此处只列前 2 条，其余 3 条" in text
    assert "以下只展开" not in written(many(3))


def test_the_weightiest_notices_keep_their_section(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sections, "MOST", 1)
    rows = {name: (*many(3).get(name, ()), *sample().get(name, ())) for name in TableName}
    assert re.findall('<details class="notice" id="n-([^"]*)"', written(rows)) == [NOTICE]


def test_it_is_written_in_one_piece(tmp_path: Path, rows: Rows) -> None:
    path = write_report(lambda: [rows], tmp_path)
    assert path == tmp_path / "report" / "index.html"
    assert path.read_text(encoding="utf-8") == written(rows)
    assert [one.name for one in path.parent.iterdir()] == ["index.html"]


def test_it_is_the_same_from_the_written_dataset(tmp_path: Path, rows: Rows) -> None:
    write_dataset([rows], tmp_path)
    assert written(read_dataset(tmp_path)) == written(rows)


def test_a_stray_byte_in_a_file_name_does_not_stop_it(tmp_path: Path) -> None:
    row = NoticeRow(notice_id="n", source="a\udcff.txt", status=Status.OK)
    assert "a\N{REPLACEMENT CHARACTER}.txt" in write_report(
        lambda: [{TableName.NOTICES: (row,)}], tmp_path
    ).read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_is_our_error(tmp_path: Path, rows: Rows) -> None:
    (tmp_path / "report").write_text("a file in the way", encoding="utf-8")
    with pytest.raises(OutputError):
        write_report(lambda: [rows], tmp_path)
