from normalize.checks import indicators as checks
from schemas.dataset.codes import Method, TableName
from schemas.notice import Indicator, Level
from tests.normalize.build import INDICATORS, SHARES, indicator, notice, performance
from tests.normalize.checks.cases import Case, each, fires, heard, info, silent, warning

ROW = {"table": TableName.PERFORMANCE_INDICATORS}
CELL = "低保对象人数 临时救助人次"
PRINTED = Level(level1="产出指标", level2="数量指标", level2_printed="数量指标")
REBUILT = PRINTED.model_copy(
    update={"level2": "质量指标", "level1_printed": "产出指标", "method": Method.REPAIRED}
)


def cut(name: str, target: str) -> Indicator:
    return indicator(name, target, split_from=CELL, method=Method.INFERRED)


FIRES = (
    fires(
        "the last of five lost a row",
        checks.missing,
        notice(
            tables=[
                *(performance(n) for n in list(SHARES)[:4]),
                performance("广饶县", indicators=INDICATORS[1:]),
            ]
        ),
        warning(
            "indicator-missing",
            column="indicator",
            table_no=5,
            recipient="低保对象人数",
            expected="低保对象人数",
            **ROW,
        ),
    ),
    fires(
        "of two, each lacks what the other has",
        checks.missing,
        notice(
            tables=[
                performance("东营区", indicators=INDICATORS[1:]),
                performance("河口区", indicators=INDICATORS[:2]),
            ]
        ),
        warning(
            "indicator-missing",
            column="indicator",
            table_no=1,
            recipient="低保对象人数",
            expected="低保对象人数",
            **ROW,
        ),
        warning(
            "indicator-missing",
            column="indicator",
            table_no=2,
            recipient="资金按时发放率",
            expected="资金按时发放率",
            **ROW,
        ),
    ),
    fires(
        "a row printed twice under one level",
        checks.duplicates,
        notice(tables=[performance(indicators=(*INDICATORS, INDICATORS[1]))]),
        warning("indicator-duplicate", column="indicator", table_no=1, row_no=4, actual="政策知晓率", **ROW),
    ),
    fires(
        "a name of no list, said once for all tables",
        checks.unknown,
        notice(
            tables=[
                performance(n, indicators=(indicator("湿地鸟类种数", indicator_id=None),)) for n in SHARES
            ]
        ),
        info("indicator-unknown", column="indicator_id", table_no=1, row_no=1, actual="湿地鸟类种数", **ROW),
    ),
    fires(
        "one cell held two",
        checks.split,
        notice(
            tables=[
                performance(indicators=(cut("低保对象人数", "应保尽保"), cut("临时救助人次", "适度提高")))
            ]
        ),
        info("indicator-split", column="indicator", table_no=1, row_no=1, actual=CELL, **ROW),
        info("indicator-split", column="indicator", table_no=1, row_no=2, actual=CELL, **ROW),
    ),
    fires(
        "one cell holds two known names, and one target",
        checks.merged,
        notice(
            tables=[performance(indicators=(indicator("低保对象人数临时救助人次", "12人", printed=CELL),))]
        ),
        warning("low-confidence", column="indicator", table_no=1, row_no=1, actual=CELL, **ROW),
    ),
    fires(
        "the label slipped by a row",
        checks.levels,
        notice(tables=[performance(indicators=(indicator("城乡低保标准", level=REBUILT),))]),
        info(
            "indicator-level-repaired",
            column="level2",
            table_no=1,
            row_no=1,
            expected="产出指标 / 质量指标",
            actual="产出指标 / 数量指标",
            **ROW,
        ),
    ),
    fires(
        "the siblings' spelling was taken",
        checks.names,
        notice(
            tables=[
                performance(
                    indicators=(indicator("政策知晓率", printed="政策知晓串", method=Method.REPAIRED),)
                )
            ]
        ),
        info(
            "value-repaired",
            column="indicator",
            table_no=1,
            row_no=1,
            expected="政策知晓率",
            actual="政策知晓串",
            **ROW,
        ),
    ),
    fires(
        "a target without a name, a name without a target",
        checks.blanks,
        notice(tables=[performance(indicators=(indicator("", "≥90%"), indicator("政策知晓率", None)))]),
        warning("field-missing", column="indicator", table_no=1, row_no=1, **ROW),
        warning("field-missing", column="target", table_no=1, row_no=2, **ROW),
    ),
)

SILENT = (
    silent(
        "one of five has an indicator of its own",
        checks.missing,
        notice(
            tables=[
                *(performance(n) for n in list(SHARES)[:4]),
                performance("广饶县", indicators=(*INDICATORS, indicator("黄河滩区迁建户数", "≥20户"))),
            ]
        ),
    ),
    silent(
        "another template",
        checks.missing,
        notice(
            tables=[
                *(performance(n) for n in list(SHARES)[:4]),
                performance("广饶县", indicators=(indicator("黄河滩区迁建户数", "≥20户"),), family=1),
            ]
        ),
    ),
    silent("a single table has no siblings", checks.missing, notice(tables=[performance("东营区")])),
    silent(
        "in the catalogue, or without a name at all",
        checks.unknown,
        notice(tables=[performance(indicators=(*INDICATORS, indicator("", indicator_id=None)))]),
    ),
    silent(
        "the form's placeholders",
        checks.unknown,
        notice(tables=[performance(indicators=(indicator("……", None, indicator_id=None),))]),
    ),
    silent(
        "one name under two levels, placeholders, targets without a name",
        checks.duplicates,
        notice(
            tables=[
                performance(
                    indicators=(
                        indicator("政策知晓率"),
                        indicator("政策知晓率", level=REBUILT),
                        indicator("……", None),
                        indicator("……", None),
                        indicator("", "≥90%"),
                        indicator("", "≥95%"),
                    )
                )
            ]
        ),
    ),
    silent("each in a cell of its own", checks.split, notice()),
    silent(
        "a name wrapped at a blank, and a cell that was cut",
        checks.merged,
        notice(
            tables=[
                performance(
                    indicators=(
                        indicator("政策知晓率", printed="政策 知晓率"),
                        cut("低保对象人数", "应保尽保"),
                    )
                )
            ]
        ),
    ),
    silent(
        "the merged cell's label, printed on its first row only",
        checks.levels,
        notice(
            tables=[
                performance(
                    indicators=(
                        indicator("低保对象人数", level=PRINTED),
                        indicator("临时救助人次", level=PRINTED.model_copy(update={"level2_printed": None})),
                    )
                )
            ]
        ),
    ),
    silent(
        "cut out of one cell: that is said by itself",
        checks.names,
        notice(tables=[performance(indicators=(cut("低保对象人数", "应保尽保"),))]),
    ),
    silent("every row has both", checks.blanks, notice()),
    silent(
        "the form's placeholder",
        checks.blanks,
        notice(
            tables=[performance(indicators=(*INDICATORS, indicator("……", None), indicator("指标1：", "……")))]
        ),
    ),
)


@each((*FIRES, *SILENT))
def test_indicators(case: Case) -> None:
    assert heard(case.check(case.notice)) == case.said
