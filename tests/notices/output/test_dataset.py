import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import frictionless
import pandas as pd
import pyarrow as pa
import pytest
from pyarrow import parquet

from notices.output.datapackage import Format
from notices.output.dataset import write_dataset
from schemas.dataset.codes import TableName
from schemas.dataset.columns import Row
from schemas.dataset.tables import CONTRACT_VERSION, TABLES

Tables = Mapping[TableName, Sequence[Row]]


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_every_table_is_written_and_nothing_else(tmp_path: Path, tables: Tables) -> None:
    write_dataset([tables], tmp_path)
    names = {f"{name}.{form}" for name in TableName for form in Format}
    assert {path.name for path in tmp_path.iterdir()} == names | {"datapackage.json"}


def test_two_runs_give_the_same_bytes(tmp_path: Path, tables: Tables) -> None:
    write_dataset([tables], tmp_path / "a")
    write_dataset([{name: tuple(rows)[::-1] for name, rows in tables.items()}], tmp_path / "b")
    assert bytes_of(tmp_path / "a") == bytes_of(tmp_path / "b")


def test_tables_in_another_format_do_not_stay_behind(tmp_path: Path, tables: Tables) -> None:
    write_dataset([tables], tmp_path)
    write_dataset([tables], tmp_path, [Format.PARQUET])
    assert {path.suffix for path in tmp_path.iterdir()} == {".parquet", ".json"}


def test_a_mistake_leaves_the_earlier_dataset_whole(tmp_path: Path, tables: Tables) -> None:
    write_dataset([tables], tmp_path)
    before = bytes_of(tmp_path)
    findings = tables[TableName.FINDINGS]
    with pytest.raises(ValueError, match="two rows"):
        write_dataset([{TableName.FINDINGS: (*findings, *findings)}], tmp_path)
    assert bytes_of(tmp_path) == before


@pytest.mark.parametrize("empty", [True, False])
def test_frictionless_finds_nothing_wrong(tmp_path: Path, tables: Tables, empty: bool) -> None:
    write_dataset([{} if empty else tables], tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["type", "note", "rowNumber", "fieldName"])
    assert report.stats["tasks"] == len(TABLES)


def test_frictionless_would_find_a_row_without_its_notice(tmp_path: Path, tables: Tables) -> None:
    write_dataset([{TableName.CLAUSES: tables[TableName.CLAUSES]}], tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert {kind for (kind,) in report.flatten(["type"])} == {"foreign-key"}


def test_pandas_reads_the_csv(tmp_path: Path, tables: Tables) -> None:
    write_dataset([tables], tmp_path)
    rows = pd.read_csv(tmp_path / "allocations.csv", encoding="utf-8-sig", dtype=str, keep_default_na=False)
    assert list(rows.columns) == [column.name for column in TABLES[6].columns]
    assert rows["row_no"].tolist() == ["2", "10"]
    assert rows["amount"].tolist() == ["-12.5", "250"]
    assert rows["amount_yuan"].tolist() == ["-125000", "2500000"]
    assert rows["division_code"].tolist() == ["010101", "010101"]
    assert rows["recipient_printed"].tolist() == ["'@某县", "'@某县"]
    assert rows["parent_code"].tolist() == ["", ""]


def test_pandas_reads_the_parquet_with_real_types(tmp_path: Path, tables: Tables) -> None:
    write_dataset([tables], tmp_path)
    notices = pd.read_parquet(tmp_path / "notices.parquet")
    first = notices.iloc[0]
    assert first["total_amount"] == Decimal("0.240000152587891")
    assert first["issue_date"] == date(2020, 6, 30)
    assert list(first["issuing_agencies"]) == ["甲财政局", "乙局"]
    assert notices["source"].tolist()[2] == "=b.txt"
    money = pd.read_parquet(tmp_path / "money.parquet")
    assert money["verified"].dtype == bool
    assert money["amount_yuan"].tolist() == [Decimal("-125000.00")]


@pytest.mark.parametrize("empty", [True, False])
def test_parquet_types_do_not_depend_on_the_rows(tmp_path: Path, tables: Tables, empty: bool) -> None:
    write_dataset([{} if empty else tables], tmp_path)
    schema = parquet.read_schema(tmp_path / "notices.parquet")
    assert schema.field("total_amount").type == pa.decimal128(38, 15)
    assert schema.field("total_amount_yuan").type == pa.decimal128(20, 2)
    assert schema.field("issue_date").type == pa.date32()
    assert schema.field("cc").type == pa.list_(pa.string())
    assert schema.field("doc_year").type == pa.int64()
    assert schema.field("confidence").type == pa.float64()
    assert schema.field("title").metadata[b"title"].decode() == "标题"


def test_the_package_describes_every_field(tmp_path: Path) -> None:
    write_dataset([], tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert package["contract_version"] == CONTRACT_VERSION
    allocations = next(one for one in package["resources"] if one["name"] == "allocations")
    assert (allocations["path"], allocations["parquet"]) == ("allocations.csv", "allocations.parquet")
    fields = {field["name"]: field for field in allocations["schema"]["fields"]}
    assert fields["row_kind"]["constraints"]["enum"] == ["recipient", "subtotal", "total", "detail"]
    assert fields["row_kind"]["labels_zh"]["total"] == "合计"
    assert fields["amount_yuan"]["unit"] == "元"
    assert allocations["schema"]["primaryKey"] == ["notice_id", "table_no", "row_no", "column_no"]
