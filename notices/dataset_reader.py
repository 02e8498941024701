"""A written dataset back into typed rows: Parquet where it is there, CSV otherwise.

The types come from the columns' declarations. What only CSV can't tell apart (null and empty text, a list
and a text with `；`, a leading `'` of the page and that of the guard) reads as the first of each pair.
"""

import csv
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import cast

import pyarrow as pa
from pyarrow import parquet
from pydantic import ValidationError

from notices.output.csv_table import guarded
from notices.output.datapackage import Format, file_name
from notices.process import Rows
from schemas.dataset.columns import ColumnSpec, ColumnType, Row
from schemas.dataset.decimals import plain
from schemas.dataset.descriptors import LIST_SEPARATOR
from schemas.dataset.tables import TABLES, TableSpec
from schemas.errors import NoticesError

Record = Mapping[str, object]


class DatasetError(NoticesError):
    """The folder isn't a dataset, or one of its files was changed by hand."""


def read_dataset(folder: Path) -> Rows:
    """Read every table of the folder.

    Raises DatasetError where a table is missing or doesn't hold what its declaration says.
    """
    if not any((folder / file_name(spec, form)).is_file() for spec in TABLES for form in Format):
        advice = "name the folder that `notices run … -o FOLDER` has written"
        raise DatasetError(f"{folder} holds no dataset; {advice}")
    return {spec.name: tuple(_rows(spec, folder)) for spec in TABLES}


def _rows(spec: TableSpec, folder: Path) -> Iterator[Row]:
    for form, read in _READERS.items():
        path = folder / file_name(spec, form)
        if path.is_file():
            return _validated(spec, path, read)
    raise DatasetError(f"{folder} has no table {spec.name}; write the dataset again with `notices run`")


def _validated(
    spec: TableSpec, path: Path, read: Callable[[TableSpec, Path], Iterator[Record]]
) -> Iterator[Row]:
    count = 0
    try:
        for record in read(spec, path):
            count += 1
            yield spec.row_class.model_validate(record)
    except ValidationError as error:
        first = error.errors()[0]
        detail = f"row {count}, column {first['loc'][0]}: {first['msg']}"
        raise _unlike_a_table(path, detail) from error
    except (ValueError, ArithmeticError, KeyError, csv.Error, pa.ArrowException) as error:
        raise _unlike_a_table(path, f"after row {count}: {error}") from error
    except OSError as error:
        raise DatasetError(
            f"{path} can't be read ({error.strerror}); close it elsewhere, try again"
        ) from error


def _unlike_a_table(path: Path, detail: str) -> DatasetError:
    return DatasetError(
        f"{path} isn't as it was written ({detail}); write the dataset again with `notices run`"
    )


def _from_parquet(spec: TableSpec, path: Path) -> Iterator[Record]:
    written = parquet.read_table(path, columns=[column.name for column in spec.columns])
    missing = {column.name for column in spec.columns if column.required} - set(written.column_names)
    if missing:
        raise KeyError(f"no column {', '.join(sorted(missing))}")
    columns = [column for column in spec.columns if column.name in written.column_names]
    for record in written.to_pylist():
        yield {column.name: _stored(column, record[column.name]) for column in columns}


def _stored(column: ColumnSpec, value: object) -> object:
    """Undo what a Parquet type adds: trailing zeros of decimals; lists and codes without their class."""
    if value is None:
        return () if column.type is ColumnType.LIST else None
    if column.type is ColumnType.LIST:
        return tuple(cast("list[str]", value))
    if column.type in (ColumnType.AMOUNT, ColumnType.YUAN):
        return Decimal(plain(cast("Decimal", value)))
    return _code(column, cast("str", value)) if column.type is ColumnType.CODE else value


def _from_csv(spec: TableSpec, path: Path) -> Iterator[Record]:
    csv.field_size_limit(sys.maxsize)  # a clause may be longer than the module's 128 kB
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = csv.DictReader(file, strict=True)
        missing = {column.name for column in spec.columns} - set(lines.fieldnames or ())
        if missing:
            raise KeyError(f"no column {', '.join(sorted(missing))}")
        for line in lines:
            if None in line or None in line.values():
                raise ValueError("cells and columns don't agree")
            yield {column.name: _printed(column, line[column.name]) for column in spec.columns}


def _printed(column: ColumnSpec, cell: str) -> object:
    if column.type is ColumnType.LIST:
        return tuple(_unguarded(cell).split(LIST_SEPARATOR)) if cell else ()
    if not cell and column.nullable:
        return None
    return _code(column, cell) if column.type is ColumnType.CODE else _CELLS[column.type](cell)


def _code(column: ColumnSpec, value: str) -> object:
    """Find the member; a value that is none goes on to fail in the row's own validation."""
    return next((code for code in column.allowed if code == value), value)


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and guarded(cell[1:]) == cell else cell


_CELLS: dict[ColumnType, Callable[[str], object]] = {
    ColumnType.TEXT: _unguarded,
    ColumnType.INTEGER: int,
    ColumnType.NUMBER: float,
    ColumnType.BOOLEAN: {"true": True, "false": False}.__getitem__,
    ColumnType.DATE: date.fromisoformat,
    ColumnType.AMOUNT: Decimal,
    ColumnType.YUAN: Decimal,
}

_READERS: dict[Format, Callable[[TableSpec, Path], Iterator[Record]]] = {
    Format.PARQUET: _from_parquet,
    Format.CSV: _from_csv,
}
