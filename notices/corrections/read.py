"""corrections.csv → the corrections of each notice."""

import csv
import json
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from notices.corrections.correction import Correction
from schemas.dataset.codes import TableName
from schemas.errors import NoticesError
from schemas.findings import RowKey

FILE = "corrections.csv"
"""Its name in the output folder."""

COLUMNS = ("notice_id", "table", "row_key", "column", "printed", "before", "after", "who", "when", "why")

Corrections = Mapping[str, tuple[Correction, ...]]
"""Notice id → its corrections, in the order of the file."""


class CorrectionsError(NoticesError):
    """The file can't be read, or a line of it isn't a correction; says which and what to do."""


def read_corrections(path: Path) -> Corrections:
    """Read the file (UTF-8, as Excel and the dataset write it); raises CorrectionsError."""
    found: dict[str, list[Correction]] = defaultdict(list)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = csv.DictReader(file, strict=True)
            missing = [name for name in COLUMNS if name not in (lines.fieldnames or ())]
            if missing:
                raise CorrectionsError(
                    f"{path} has no column {', '.join(missing)}; it needs {', '.join(COLUMNS)}"
                )
            for line in lines:
                one = _correction(line, f"{path}, line {lines.line_num}")
                found[one.notice_id].append(one)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CorrectionsError(f"{path} can't be read ({error}); save it as CSV UTF-8") from error
    return {notice: tuple(some) for notice, some in found.items()}


def _correction(line: Mapping[str, str | None], where: str) -> Correction:
    cells = {name: (line.get(name) or "").strip() for name in COLUMNS}
    try:
        key = json.loads(cells["row_key"] or "{}")
        finding = key.pop("finding_id", None)
        return Correction(
            notice_id=cells["notice_id"],
            table=TableName(cells["table"]),
            key=RowKey.model_validate(key),
            finding_id=finding,
            column=cells["column"],
            printed=cells["printed"],
            before=cells["before"],
            after=cells["after"],
            who=cells["who"],
            when=date.fromisoformat(cells["when"]) if cells["when"] else None,
            why=cells["why"],
        )
    except (ValueError, AttributeError, TypeError, ValidationError) as error:
        reason = str(error).splitlines()[0]
        raise CorrectionsError(f"{where} is no correction ({reason}); see docs/corrections.md") from error
