import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import ValidationError

from notices.output.run_record import Accounting, RunRecord, write_run
from schemas.dataset.tables import CONTRACT_VERSION

COUNTS = {"files_seen": 6, "notices": 3, "duplicates": 1, "skipped": 1, "failed": 1}
REST = {"pages_unclaimed": 0, "tables_unclaimed": 2}


def test_a_record_is_written_whole(tmp_path: Path) -> None:
    record = RunRecord(
        started=datetime(2024, 1, 2, tzinfo=UTC),
        versions={"fiscal-notices": "0.1.0"},
        options={"formats": ("csv",), "fail_on": None},
        seconds={"read": 1.5},
        accounting=Accounting(**COUNTS, **REST),
    )
    write_run(record, tmp_path)
    text = (tmp_path / "run.json").read_text(encoding="utf-8")
    assert RunRecord.model_validate_json(text) == record
    assert json.loads(text)["contract_version"] == CONTRACT_VERSION


@pytest.mark.parametrize("way", ["notices", "duplicates", "skipped", "failed"])
def test_no_file_is_lost_from_the_accounting(way: str) -> None:
    with pytest.raises(ValidationError, match="6 files seen, 7 accounted for"):
        Accounting(**{**COUNTS, way: COUNTS[way] + 1}, **REST)
