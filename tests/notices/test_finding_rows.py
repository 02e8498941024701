from notices.rows.findings import finding_rows
from schemas.dataset.codes import Severity, TableName
from schemas.document import Box, Place
from schemas.findings import Finding, RowKey, make_finding


def repaired(severity: Severity, detail: str, place: Place | None = None) -> Finding:
    return make_finding(
        "value-repaired",
        table=TableName.ALLOCATIONS,
        key=RowKey(table_no=1, row_no=2),
        column="amount",
        expected="25",
        actual="26",
        severity=severity,
        detail=detail,
        place=place,
    )


def test_a_row_says_what_the_finding_says() -> None:
    place = Place(page=3, box=Box(x0=0.1, y0=0.2, x1=0.3, y1=0.4), confidence=0.5)
    finding = repaired(Severity.WARNING, "one witness", place)
    (row,) = finding_rows("abc", [finding])
    assert row.finding_id == finding.identity("abc")
    assert (row.notice_id, row.check, row.severity) == ("abc", "value-repaired", Severity.WARNING)
    assert (row.table, row.row_key, row.column) == ("allocations", '{"row_no": 2, "table_no": 1}', "amount")
    assert (row.expected, row.actual, row.difference) == ("25", "26", None)
    assert (row.page, row.x0, row.y1, row.confidence) == (3, 0.1, 0.4, 0.5)


def test_of_two_findings_with_one_id_the_severer_stays() -> None:
    rows = finding_rows("abc", [repaired(Severity.INFO, "first"), repaired(Severity.WARNING, "second")])
    assert [(row.severity, "second" in row.message) for row in rows] == [(Severity.WARNING, True)]


def test_without_a_place_the_page_is_null() -> None:
    (row,) = finding_rows("abc", [repaired(Severity.INFO, "")])
    assert (row.file_no, row.page, row.x0) == (1, None, None)
