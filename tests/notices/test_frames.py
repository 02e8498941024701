"""A dataset that was written and read again as pandas tables."""

from decimal import Decimal
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest

from notices.dataset_reader import DatasetError
from notices.frames import load
from notices.output.datapackage import Format
from notices.output.dataset import write_dataset
from notices.process import process
from tests.normalize.texts import notice_text

ROWS = process(notice_text().encode(), path="a.txt", media_type="text/plain").rows


@pytest.mark.parametrize("form", Format)
def test_both_formats_give_the_same_tables(tmp_path: Path, form: Format) -> None:
    write_dataset([ROWS], tmp_path, (form,))
    money = load(tmp_path)["money"]
    assert money["amount_yuan"].dtype == pd.ArrowDtype(pa.decimal128(20, 2))
    assert money.groupby("recipient_kind")["amount_yuan"].sum().tolist() == [Decimal("1000000.00")]
    assert money["fiscal_year"].tolist() == [2021] * 5
    assert money["verified"].all()


def test_a_blank_is_missing_in_every_type(tmp_path: Path) -> None:
    write_dataset([ROWS], tmp_path)
    allocations = load(tmp_path)["allocations"]
    total = allocations[allocations["row_kind"] == "total"].iloc[0]
    assert total[["recipient", "division_code", "match_score"]].isna().all()


def test_a_folder_without_a_dataset(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="holds no dataset"):
        load(tmp_path)
