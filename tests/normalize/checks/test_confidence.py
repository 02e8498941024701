from normalize.checks import confidence
from schemas.dataset.codes import Method, TableName
from schemas.document import Place
from schemas.notation.targets import parse_target
from schemas.notice import Allocation, Certainty, Indicator, Notice, PerformanceTable
from tests.normalize.build import SHARES, allocation, indicator, notice, performance, shares, total
from tests.normalize.checks.cases import Case, each, fires, heard, info, silent, warning

MONEY, ROWS = TableName.ALLOCATIONS, TableName.PERFORMANCE_INDICATORS
UNSURE, SURE = Place(page=1, confidence=0.6), Place(page=1, confidence=0.98)


def first_cell(table: Allocation, **changes: object) -> Allocation:
    """The table with its first recipient's figure changed."""
    at = next(n for n, row in enumerate(table.rows) if row.match)
    row = table.rows[at]
    (cell,) = row.cells
    assert cell is not None
    changed = row.model_copy(update={"cells": (cell.model_copy(update=changes),)})
    return table.model_copy(update={"rows": (*table.rows[:at], changed, *table.rows[at + 1 :])})


def with_target(printed: str, place: Place, **changes: object) -> Indicator:
    return indicator("政策知晓率", printed).model_copy(update={"place": place, **changes})


def rows(*first: Indicator) -> Notice:
    """The first table's indicator as given, the other four counties' surely ≥82%."""
    others = [performance(n, indicators=(with_target("≥82%", SURE),)) for n in list(SHARES)[1:]]
    tables: list[PerformanceTable] = [performance("东营区", indicators=first), *others]
    return notice(tables=tables)


OPEN = allocation(shares())
CLOSED = allocation([total("100"), *shares()])
SIGNED = tuple(indicator(f"第{n}项完成率", f"≥9{n}%").model_copy(update={"place": SURE}) for n in range(4))
TAKEN = {"target": parse_target("≥82%"), "target_method": Method.REPAIRED}
REPAIRED = {"method": Method.REPAIRED, "printed": ".30"}

FIRES = (
    fires(
        "specks were taken off, and there is no total",
        confidence.repaired_amounts,
        notice(first_cell(OPEN, **REPAIRED)),
        warning(
            "value-repaired", MONEY, "amount", table_no=1, row_no=1, column_no=1, expected=30, actual=".30"
        ),
    ),
    fires(
        "specks were taken off, and the total closes",
        confidence.repaired_amounts,
        notice(first_cell(CLOSED, **REPAIRED)),
        info("value-repaired", MONEY, "amount", table_no=1, row_no=2, column_no=1, expected=30, actual=".30"),
    ),
    fires(
        "unsure, and nothing confirms it",
        confidence.doubtful_amounts,
        notice(first_cell(OPEN, place=UNSURE)),
        warning("low-confidence", MONEY, "amount", table_no=1, row_no=1, column_no=1, actual="30"),
    ),
    fires(
        "the siblings' target was taken",
        confidence.repaired_targets,
        rows(with_target(">82%", UNSURE, certainty=Certainty.DOUBTFUL, **TAKEN)),
        warning("value-repaired", ROWS, "target", table_no=1, row_no=1, expected="≥82%", actual=">82%"),
    ),
    fires(
        "the siblings' target was taken, and they leave no doubt",
        confidence.repaired_targets,
        rows(with_target(">82%", UNSURE, **TAKEN)),
        info("value-repaired", ROWS, "target", table_no=1, row_no=1, expected="≥82%", actual=">82%"),
    ),
    fires(
        "unsure, and the siblings don't confirm it",
        confidence.doubtful_targets,
        rows(with_target("≥32%", UNSURE, certainty=Certainty.DOUBTFUL)),
        warning("low-confidence", ROWS, "target", table_no=1, row_no=1, actual="≥32%"),
    ),
    fires(
        "read well on a page that is hardly legible, and no sibling confirms it",
        confidence.doubtful_targets,
        rows(with_target("94", SURE, certainty=Certainty.PLAUSIBLE)),
        warning("low-confidence", ROWS, "target", table_no=1, row_no=1, actual="94"),
    ),
    fires(
        "a name that nobody else prints",
        confidence.doubtful_names,
        rows(with_target("≥82%", UNSURE, name_certainty=Certainty.DOUBTFUL)),
        warning("low-confidence", ROWS, "indicator", table_no=1, row_no=1, actual="政策知晓率"),
    ),
    fires(
        "a bare number among signs, and no sibling's",
        confidence.lost_operators,
        rows(*SIGNED, with_target("82%", SURE)),
        warning("low-confidence", ROWS, "operator", table_no=1, row_no=5, actual="82%"),
    ),
)

SILENT = (
    silent("read as printed", confidence.repaired_amounts, notice(OPEN)),
    silent(
        "unsure, and the total closes", confidence.doubtful_amounts, notice(first_cell(CLOSED, place=UNSURE))
    ),
    silent("sure", confidence.doubtful_amounts, notice(first_cell(OPEN, place=SURE))),
    silent("as the siblings", confidence.repaired_targets, rows(with_target("≥82%", SURE))),
    silent(
        "unsure, and the siblings confirmed it",
        confidence.doubtful_targets,
        rows(with_target("≥82%", UNSURE)),
    ),
    silent(
        "a text prints it bare", confidence.lost_operators, rows(*SIGNED, with_target("82%", Place(line=3)))
    ),
    silent("a hundred is its own bound", confidence.lost_operators, rows(*SIGNED, with_target("100%", SURE))),
    silent("bare numbers are the table's way", confidence.lost_operators, rows(with_target("82%", SURE))),
    silent(
        "misread to look at: `targets.doubtful` says so",
        confidence.doubtful_targets,
        rows(with_target("≥8O%", UNSURE, certainty=Certainty.DOUBTFUL)),
    ),
    silent("a name that siblings print", confidence.doubtful_names, rows(with_target("≥82%", UNSURE))),
    silent(
        "no name was read at all: `indicators.blanks` says so",
        confidence.doubtful_names,
        rows(with_target("≥82%", UNSURE, name="", name_certainty=Certainty.DOUBTFUL)),
    ),
)


@each((*FIRES, *SILENT))
def test_confidence(case: Case) -> None:
    assert heard(case.check(case.notice)) == case.said
