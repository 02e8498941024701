"""Tables written a notice at a time."""

from pathlib import Path

import pytest
from pyarrow import parquet

from notices.output import table_files
from notices.output.dataset import write_dataset
from notices.process import Rows
from schemas.dataset.codes import Status, TableName
from schemas.dataset.notice_rows import ClauseRow, NoticeRow


def notice(name: str, clauses: int) -> Rows:
    rows = [ClauseRow(notice_id=name, clause_no=str(n), level=1, text=f"{name}{n}") for n in range(clauses)]
    return {
        TableName.NOTICES: (NoticeRow(notice_id=name, source=f"{name}.txt", status=Status.OK),),
        TableName.CLAUSES: tuple(rows[::-1]),  # in any order among themselves
    }


PARTS = [notice("a", 5), notice("b", 0), notice("c", 3)]


def test_rows_come_out_as_if_written_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_dataset(PARTS, tmp_path / "whole")
    monkeypatch.setattr(table_files, "GROUP", 2)
    write_dataset(PARTS, tmp_path / "groups")
    for name in TableName:
        whole, groups = ((tmp_path / folder / f"{name}.csv").read_bytes() for folder in ("whole", "groups"))
        assert whole == groups
    clauses = parquet.ParquetFile(tmp_path / "groups" / "clauses.parquet")
    assert [clauses.metadata.row_group(n).num_rows for n in range(clauses.num_row_groups)] == [2, 2, 2, 2]
    assert clauses.read() == parquet.read_table(tmp_path / "whole" / "clauses.parquet")


@pytest.mark.parametrize("parts", [PARTS[::-1], [PARTS[0], PARTS[0]]], ids=["backwards", "twice"])
def test_notices_out_of_order_are_a_mistake(tmp_path: Path, parts: list[Rows]) -> None:
    with pytest.raises(ValueError, match="order of their notices"):
        write_dataset(parts, tmp_path)
    assert list(tmp_path.iterdir()) == []
