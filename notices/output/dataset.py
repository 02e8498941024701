"""All tables of a run into one folder, a notice at a time."""

from collections.abc import Collection, Iterable
from contextlib import ExitStack
from pathlib import Path

from notices.output.datapackage import Format, datapackage, file_name
from notices.output.staging import Staging, staging
from notices.output.table_files import TableFiles
from notices.output.workbook import FILE as WORKBOOK
from notices.output.workbook import write_workbook
from notices.process import Rows, merged
from schemas.dataset.tables import TABLES

ALL_FORMATS = tuple(Format)


def write_dataset(
    parts: Iterable[Rows],
    folder: Path,
    formats: Collection[Format] = ALL_FORMATS,
    *,
    workbook: bool = False,
) -> None:
    """Write every table, the empty ones too, and `datapackage.json`: all of them or, on failure, none.

    `parts` are rows of one or more notices, in the order of these; a part's own rows come in any order. One
    part is in memory at a time, but for a workbook, which takes all. Tables of an earlier run in a format not
    asked for now are removed, and so is its workbook.
    Raises OutputError where the folder can't be written to.
    """
    with staging(folder) as stage:
        kept = list[Rows]()
        with ExitStack() as stack:
            files = {spec.name: stack.enter_context(TableFiles(spec, stage, formats)) for spec in TABLES}
            for rows in parts:
                for name, table in files.items():
                    table.add(rows.get(name, ()))
                if workbook:
                    kept.append(rows)
        if workbook:
            write_workbook(merged(kept), stage.path(WORKBOOK))
        _drop_others(stage, formats, workbook=workbook)
        stage.path("datapackage.json").write_text(datapackage(formats), encoding="utf-8", newline="\n")


def _drop_others(stage: Staging, formats: Collection[Format], *, workbook: bool) -> None:
    for form in Format:
        if form not in formats:
            for spec in TABLES:
                stage.drop(file_name(spec, form))
    if not workbook:
        stage.drop(WORKBOOK)
