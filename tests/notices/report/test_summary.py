from decimal import Decimal

from notices.process import Rows
from notices.report.summary import add_up, summarise
from schemas.dataset.codes import Severity, Status, TableName
from schemas.dataset.money_rows import MoneyRow
from tests.notices.rows import sample


def money_row(
    yuan: str | None, *, verified: bool = False, flagged: bool = False, **fields: object
) -> MoneyRow:
    given: dict[str, object] = {
        "notice_id": "n",
        "table_no": 1,
        "row_no": 1,
        "amount_yuan": None if yuan is None else Decimal(yuan),
        "verified": verified,
        "flagged": flagged,
    }
    return MoneyRow.model_validate(given | fields)


def test_counts(rows: Rows) -> None:
    summary = summarise([rows])
    assert (summary.files, summary.duplicates, summary.notices) == (2, 1, 1)
    assert dict(summary.statuses)[Status.REVIEW] == 1
    assert dict(summary.severities) == {Severity.ERROR: 1, Severity.WARNING: 4, Severity.INFO: 1}


def test_money_adds_up_with_its_shares() -> None:
    total = add_up(
        [
            money_row("100", verified=True),
            money_row("-40", verified=True, flagged=True),  # a cut: less money, but as much to be sure of
            money_row("60", flagged=True),
            money_row(None),  # couldn't be read
        ]
    )
    assert (total.net, total.gross) == (120, 200)
    assert (total.verified, total.flagged) == (140, 100)
    assert (total.recipients, total.notices, total.unknown) == (4, 1, 1)


def test_groups_are_sorted_by_year_and_sum() -> None:
    given = (
        money_row("1", fiscal_year=2019, fund_name="甲"),
        money_row("2", fiscal_year=2020, fund_name="甲"),
        money_row("3", fiscal_year=2020, fund_name="乙"),
        money_row("4", fund_name="丙"),
    )
    groups = summarise([{TableName.MONEY: given}]).groups
    found = [(group.fiscal_year, group.fund_name, int(group.money.net)) for group in groups]
    assert found == [(2020, "乙", 3), (2020, "甲", 2), (2019, "甲", 1), (None, "丙", 4)]


def test_several_levels_are_noticed() -> None:
    province, prefecture = (money_row("1", jurisdiction_code=code) for code in ("010000", "010100"))
    county, another = (money_row("1", jurisdiction_code=code) for code in ("010110", "010102"))
    assert summarise([{TableName.MONEY: (province, prefecture)}]).several_levels
    assert summarise([{TableName.MONEY: (prefecture, county)}]).several_levels
    assert not summarise([{TableName.MONEY: (county, another, money_row("1"))}]).several_levels
    assert not summarise([sample()]).several_levels
