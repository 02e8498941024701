import pytest

from notices.process import Rows
from notices.view.flags import flags
from notices.view.performance import Performance, matrix, performances
from notices.view.tables import by_notice
from schemas.dataset.codes import TableName
from schemas.dataset.performance_rows import PerformanceIndicatorRow
from tests.notices.rows import sample


def of(rows: Rows) -> tuple[Performance, ...]:
    tables = by_notice(rows)[0]
    return performances(tables, flags(tables.findings))


def with_indicators(*kept: tuple[int, str]) -> Rows:
    """Indicators by table and name, in order."""
    rows = tuple(
        PerformanceIndicatorRow.model_validate(
            {**dict(sample()[TableName.PERFORMANCE_INDICATORS][0]), "indicator": name}
            | {"table_no": table, "row_no": number}
        )
        for number, (table, name) in enumerate(kept, start=1)
    )
    return {**sample(), TableName.PERFORMANCE_INDICATORS: rows}


def test_each_table_has_its_parts(rows: Rows) -> None:
    east, west = of(rows)
    assert (east.name, west.name) == ("东山县", "西河自治县")
    assert [len(part) for part in (west.funds, west.goals, west.indicators)] == [1, 1, 4]
    assert [one.check for one in west.all_findings] == ["target-outlier"]
    assert east.all_findings == ()


def test_level_cells_span_their_rows(rows: Rows) -> None:
    spans = [(one.span1, one.span2) for one in of(rows)[0].indicators]
    assert spans == [(3, 2), (0, 0), (0, 1), (1, 1)]


def test_the_matrix_shows_what_differs(rows: Rows) -> None:
    shared = matrix(of(rows))
    assert shared is not None
    assert shared.names == ("东山县", "西河自治县")
    targets = [[cell.target if cell else None for cell in row.cells] for row in shared.rows]
    assert targets[1:3] == [["≥85%", "≥85%"], ["≥90%", "90%"]]
    assert [row.usual for row in shared.rows] == ["应保尽保", "≥85%", None, "≥85%"]


@pytest.mark.parametrize(
    ("kept", "labels"),
    [
        ([(1, "a"), (1, "b"), (2, "a")], ["a", "b"]),  # one is missing in the second table
        ([(1, "a"), (1, "a"), (2, "a"), (2, "a")], ["a", "a"]),  # one name twice
        ([(1, "a"), (1, "b"), (2, "c"), (2, "d")], None),  # not one template
        ([], None),
    ],
)
def test_only_one_template_makes_a_matrix(kept: list[tuple[int, str]], labels: list[str] | None) -> None:
    shared = matrix(of(with_indicators(*kept)))
    assert (shared and [row.label for row in shared.rows]) == labels


def test_one_table_makes_no_matrix(rows: Rows) -> None:
    assert matrix(of(rows)[:1]) is None
