"""`notices schema`."""

import json
from enum import StrEnum
from typing import Annotated

import typer


class What(StrEnum):
    """What there is a schema of."""

    NOTICE = "notice"
    TABLES = "tables"


def schema(
    what: Annotated[
        What, typer.Argument(help="A notice as one value, or the dataset's tables.")
    ] = What.NOTICE,
) -> None:
    """Print the JSON Schema of a notice, or of the tables."""
    typer.echo(_TEXTS[what](), nl=False)


def _notice() -> str:
    from schemas.notice import Notice  # noqa: PLC0415  keeps help quick

    return json.dumps(Notice.model_json_schema(), ensure_ascii=False, indent=2) + "\n"


def _tables() -> str:
    from notices.output.json_schema import json_schema_text  # noqa: PLC0415

    return json_schema_text()


_TEXTS = {What.NOTICE: _notice, What.TABLES: _tables}
