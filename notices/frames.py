"""A written dataset as pandas tables, for notebooks and scripts.

    from notices.frames import load
    money = load("dataset")["money"]
    money.groupby("recipient")["amount_yuan"].sum()

Every column has the type of its declaration (docs/dataset.md), whichever of Parquet and CSV is there: sums
of money are exact decimals, years and counts whole numbers that may be missing, lists are lists.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd
import pyarrow as pa

from notices.dataset_reader import read_dataset
from notices.output.ordering import Cells, cells
from schemas.dataset.arrow import arrow_schema
from schemas.dataset.tables import TABLES


def load(folder: str | Path) -> Mapping[str, pd.DataFrame]:
    """Every table of the dataset by name; raises DatasetError where the folder holds none that is whole."""
    rows = read_dataset(Path(folder))
    return {
        str(spec.name): _frame(arrow_schema(spec.row_class), cells(spec, rows[spec.name])) for spec in TABLES
    }


def _frame(schema: pa.Schema, columns: Sequence[Cells]) -> pd.DataFrame:
    arrays = [pa.array(values, type=field.type) for values, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema).to_pandas(types_mapper=pd.ArrowDtype)
