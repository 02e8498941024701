"""The documentation of the dataset, written from the declarations.

python -m schemas.dataset.markdown docs/dataset.md
"""

import sys
from pathlib import Path

from schemas.dataset.columns import ColumnSpec
from schemas.dataset.tables import CONTRACT_VERSION, TABLES, TableSpec
from schemas.finding_codes import FindingCode, finding_codes

HEAD = f"""# The dataset

<!-- Written by `python -m schemas.dataset.markdown docs/dataset.md` from the declarations in schemas/dataset
and schemas/data/findings.toml; change those, not this file. -->

Contract version {CONTRACT_VERSION}. A folder holds a `TABLE.csv` and/or a `TABLE.parquet` for each table,
`datapackage.json` (Frictionless Tabular Data Package) and `run.json`.

- CSV is UTF-8 with a byte-order mark, RFC 4180. A blank cell is null. A list is joined with `；`.
- A text cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return and isn't a plain number gets a
  leading `'` in CSV, so that no spreadsheet takes it for a formula; in Parquet it never does.
- Decimals are written with all their digits, without exponent and without trailing zeros (`250000`, `0.5`),
  `amount_yuan` too. Parquet holds `decimal128(38,15)`, in 元 `decimal128(20,2)`.
- Dates are ISO 8601, booleans `true` and `false`.
- Rows are sorted by the table's key, numbers as numbers: the same input gives the same bytes.
- `*_printed` is what stands on the page; the column without the suffix is canonical.
"""


def document() -> str:
    """Write the page: conventions, tables, finding codes."""
    tables = "\n".join(_table(spec) for spec in TABLES)
    return f"{HEAD}\n## Tables\n\n{tables}\n{_findings()}"


def _table(spec: TableSpec) -> str:
    lines = [
        f"### {spec.name} {spec.name.label_zh}",
        "",
        f"{spec.description} {spec.description_zh} Key: {', '.join(f'`{name}`' for name in spec.key)}.",
        "",
        "| column | 列 | type | meaning | 含义 |",
        "| --- | --- | --- | --- | --- |",
        *(_column(column) for column in spec.columns),
        "",
    ]
    return "\n".join(lines)


def _column(column: ColumnSpec) -> str:
    words = column.words
    kind = column.type.value + (", required" if column.required else "")
    unit = f" ({words.unit})" if words.unit else ""
    codes = ", ".join(f"`{code}` {code.label_zh}" for code in column.allowed)
    english = f"{words.description}{unit}" + (f": {codes}" if codes else "")
    return (
        f"| `{column.name}` | {words.label_zh} | {kind} | {_cell(english)} | {_cell(words.description_zh)} |"
    )


def _findings() -> str:
    lines = [
        "## Finding codes",
        "",
        "| code | severity | fires when | what to do | 触发条件 | 处理办法 |",
        "| --- | --- | --- | --- | --- | --- |",
        *(_finding(entry) for entry in finding_codes().values()),
        "",
    ]
    return "\n".join(lines)


def _finding(entry: FindingCode) -> str:
    severities = " or ".join(entry.severities)
    cells = (entry.fires_when, entry.what_to_do, entry.fires_when_zh, entry.what_to_do_zh)
    return f"| `{entry.code}` | {severities} | {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(document(), encoding="utf-8", newline="\n")
