from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from normalize.performance.indicators import read_indicators
from schemas.dataset.codes import Method
from schemas.notice import Indicator
from schemas.printed import PrintedIndicator, PrintedPerformance
from tests.normalize.printing import indicator, performance

LONG = "农村饮水安全巩固提升工程受益人口"
TEMPLATE = (
    indicator("维修养护水库数量", "≥12座", "产出指标", "数量指标"),
    indicator(LONG, "≥3万人", "数量指标"),
    indicator("工程验收合格率", "100%", "质量指标"),
)


def table(*rows: PrintedIndicator, spans_known: bool = True) -> PrintedPerformance:
    return performance(*rows, spans_known=spans_known)


def read(*tables: PrintedPerformance) -> list[tuple[Indicator, ...]]:
    return [found.indicators for found in read_indicators(tables, None)]


def test_targets_are_parsed() -> None:
    (rows,) = read(table(*TEMPLATE))
    assert [(row.number, row.target.value) for row in rows if row.target] == [
        (1, Decimal(12)),
        (2, Decimal(3)),
        (3, Decimal(100)),
    ]


def test_siblings_repair_a_name() -> None:
    damaged = (TEMPLATE[0], indicator(LONG[:-1] + "囗", "≥3万人", "数量指标"), TEMPLATE[2])
    found = read(table(*TEMPLATE), table(*TEMPLATE), table(*damaged))
    row = found[2][1]
    assert (row.printed, row.name, row.method) == (LONG[:-1] + "囗", LONG, Method.REPAIRED)


def test_a_tie_between_two_spellings_is_broken_by_nobody() -> None:
    damaged = (TEMPLATE[0], indicator(LONG[:-1] + "囗", "≥3万人", "数量指标"), TEMPLATE[2])
    found = read(table(*TEMPLATE), table(*damaged))
    assert [rows[1].name for rows in found] == [LONG, LONG[:-1] + "囗"]


def test_siblings_rebuild_lost_levels() -> None:
    sound = (
        indicator("甲数", "1", "产出指标", "数量指标"),
        indicator("乙数", "2"),
        indicator("丙率", "3%", "质量指标"),
        indicator("丁率", "4%"),
    )
    lost = (
        indicator("甲数", "1"),
        indicator("乙数", "2", "产出指标", "数量指标"),
        indicator("丙率", "3%"),
        indicator("丁率", "4%"),
    )
    found = read(table(*sound, spans_known=False), table(*lost, spans_known=False))
    assert [row.level.level2 for row in found[1]] == ["数量指标", "数量指标", "质量指标", "质量指标"]


def test_cells_of_two_indicators_are_cut_as_siblings_print_them() -> None:
    apart = (indicator("甲数", "1", "产出指标", "数量指标"), indicator("乙数", "2"))
    glued = (indicator("甲数 乙数", "1", "产出指标", "数量指标"), indicator(None, "2"))
    found = read(table(*apart, spans_known=False), table(*glued, spans_known=False))
    assert [(row.name, row.target_printed, row.method) for row in found[1]] == [
        ("甲数", "1", Method.INFERRED),
        ("乙数", "2", Method.INFERRED),
    ]


def test_a_target_that_looks_misread_is_told() -> None:
    (rows,) = read(table(indicator("合格率", "≥9O%", "产出指标", "质量指标")))
    assert not rows[0].target_readable


def test_two_templates_are_two_families() -> None:
    found = read_indicators([table(*TEMPLATE), table(indicator("其他", "1"))], None)
    assert [one.family for one in found] == [0, 1]


ROWS = st.lists(
    st.builds(
        indicator,
        st.none() | st.text(max_size=10) | st.sampled_from(["甲数 乙数", LONG, "合格率"]),
        st.none() | st.text(max_size=6) | st.sampled_from(["≥95%", "5座 6座", "应保尽保"]),
        st.sampled_from(["产出指标", "数量指标", "质量", "自定义", "效益指标"]),
    ),
    max_size=6,
)


@given(st.lists(ROWS, max_size=4), st.booleans())
def test_never_raises(tables: list[list[PrintedIndicator]], spans_known: bool) -> None:
    found = read(*(table(*rows, spans_known=spans_known) for rows in tables))
    assert len(found) == len(tables)
    for rows in found:
        assert [row.number for row in rows] == list(range(1, len(rows) + 1))
        assert all(row.name or row.target_printed is not None for row in rows)
