import pytest

from notices.output.ordering import in_order
from schemas.dataset.codes import Status, TableName
from schemas.dataset.notice_rows import ClauseRow, NoticeRow
from schemas.dataset.tables import table


def clause(number: str) -> ClauseRow:
    return ClauseRow(notice_id="n", clause_no=number, level=1, text="")


def test_clause_numbers_are_numbers() -> None:
    right = [clause(number) for number in ("0", "1", "1.2", "1.10", "2", "10")]
    assert in_order(table(TableName.CLAUSES), right[::-1]) == right
    assert in_order(table(TableName.CLAUSES), sorted(right, key=lambda row: row.clause_no)) == right


def test_the_serial_of_a_notice_is_a_number_and_its_hash_is_text() -> None:
    names = ("0123456789012345", "0a23456789012345", "0a23456789012345-2", "0a23456789012345-10")
    rows = [NoticeRow(notice_id=name, source="", status=Status.OK) for name in names]
    assert in_order(table(TableName.NOTICES), rows[::-1]) == rows


def test_two_rows_with_one_key_are_refused() -> None:
    with pytest.raises(ValueError, match="two rows"):
        in_order(table(TableName.CLAUSES), [clause("1"), clause("1")])


def test_a_row_of_another_table_is_refused() -> None:
    with pytest.raises(TypeError, match="ClauseRow"):
        in_order(table(TableName.NOTICES), [clause("1")])
