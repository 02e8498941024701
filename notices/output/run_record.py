"""`run.json`: what a run was, and where every file it saw has gone."""

from pathlib import Path

from pydantic import AwareDatetime, Field, model_validator

from notices.output.staging import staging
from schemas.dataset.tables import CONTRACT_VERSION
from schemas.model import Frozen

Option = str | int | float | bool | None | tuple[str, ...]


class Accounting(Frozen):
    """Every file seen went one of five ways; what was seen in the files and not taken is counted too.

    `notices` counts files that were read, a notice's attachments with them; `skipped` files of unknown kinds,
    `excluded` those that the patterns leave out.
    `pages_unreadable` are those of files that were read; an end that was cut off counts as one.
    """

    files_seen: int = Field(ge=0)
    notices: int = Field(ge=0)
    duplicates: int = Field(ge=0)
    skipped: int = Field(ge=0)
    excluded: int = Field(default=0, ge=0)
    failed: int = Field(ge=0)
    pages_unclaimed: int = Field(ge=0)
    tables_unclaimed: int = Field(ge=0)
    pages_unreadable: int = Field(default=0, ge=0)

    @model_validator(mode="after")
    def _every_file_is_accounted_for(self) -> "Accounting":
        ways = self.notices + self.duplicates + self.skipped + self.excluded + self.failed
        if ways != self.files_seen:
            raise ValueError(f"{self.files_seen} files seen, {ways} accounted for")
        return self


class RunRecord(Frozen):
    """A run: versions by program or library, options as given, seconds by stage."""

    contract_version: str = CONTRACT_VERSION
    started: AwareDatetime
    versions: dict[str, str]
    options: dict[str, Option]
    seconds: dict[str, float]
    accounting: Accounting


def write_run(record: RunRecord, folder: Path) -> None:
    """Write `run.json` in one piece.

    Raises OutputError where the folder can't be written to.
    """
    with staging(folder) as stage:
        text = record.model_dump_json(indent=2) + "\n"
        stage.path("run.json").write_text(text, encoding="utf-8", newline="\n")
