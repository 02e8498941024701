"""All tables of a run into one folder."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from notices.output.csv_table import write_csv
from notices.output.datapackage import Format, datapackage, file_name
from notices.output.ordering import in_order
from notices.output.parquet_table import write_parquet
from notices.output.staging import staging
from notices.output.workbook import FILE as WORKBOOK
from notices.output.workbook import write_workbook
from schemas.dataset.codes import TableName
from schemas.dataset.columns import Row
from schemas.dataset.tables import TABLES

ALL_FORMATS = tuple(Format)

_WRITERS = {Format.CSV: write_csv, Format.PARQUET: write_parquet}


def write_dataset(
    tables: Mapping[TableName, Sequence[Row]],
    folder: Path,
    formats: Collection[Format] = ALL_FORMATS,
    *,
    workbook: bool = False,
) -> None:
    """Write every table, the empty ones too, and `datapackage.json`: all of them or, on failure, none.

    Rows come in any order. Tables of an earlier run in a format not asked for now are removed, and so is
    its workbook.
    Raises OutputError where the folder can't be written to.
    """
    with staging(folder) as stage:
        for spec in TABLES:
            rows = in_order(spec, tables.get(spec.name, ()))
            for form in Format:
                if form in formats:
                    _WRITERS[form](spec, rows, stage.path(file_name(spec, form)))
                else:
                    stage.drop(file_name(spec, form))
        if workbook:
            write_workbook(tables, stage.path(WORKBOOK))
        else:
            stage.drop(WORKBOOK)
        stage.path("datapackage.json").write_text(datapackage(formats), encoding="utf-8", newline="\n")
