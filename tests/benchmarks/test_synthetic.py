"""Made-up notices: facts agree with each other and with their texts; what is read wrongly is flagged."""

import unicodedata
from decimal import Decimal

import pytest

from benchmarks.synthetic.__main__ import make_draft, make_text
from benchmarks.synthetic.draft import Draft
from benchmarks.synthetic.gold import GoldPerformance, GoldRow, gold
from notices.process import process
from schemas.dataset.codes import Severity, TableName
from schemas.dataset.finding_rows import FindingRow

_SEED = 20
_MANY = range(1, 61)
_FEW = range(1, 13)


def _plain(text: str) -> str:
    """Without white space, widths and marks that a text style may add."""
    return "".join(unicodedata.normalize("NFKC", text).replace("**", "").replace("## ", "").split())


@pytest.mark.parametrize("number", _MANY)
def test_sums_of_facts_close(number: int) -> None:
    facts = make_draft(_SEED, number, share=0).facts
    for column, (what, total) in enumerate(zip(facts.columns, facts.total, strict=True)):
        parts = [share.amounts[column] for share in facts.shares if share.amounts[column] is not None]
        if what.role != "standard" and parts:
            assert total == sum(parts)
            assert total == sum(g.amounts[column] or 0 for g in facts.groups)


@pytest.mark.parametrize("number", _MANY)
def test_a_row_adds_up_to_its_sum(number: int) -> None:
    facts = make_draft(_SEED, number, share=0).facts
    roles = [column.role for column in facts.columns]
    whole = roles.index("sum") if "sum" in roles else roles.index("main") if "part" in roles else None
    for share in facts.shares if whole is not None else ():
        assert share.amounts[whole] == sum(a or 0 for i, a in enumerate(share.amounts) if i != whole)


@pytest.mark.parametrize("number", _MANY)
def test_what_the_gold_asks_stands_in_the_text(number: int) -> None:
    draft = make_draft(_SEED, number)
    asked, text = gold(draft), _plain(make_text(draft, _SEED, number))
    printed = text.replace(",", "")
    for row in asked.allocation.rows:
        assert _plain(row.name) in text
        for amount in filter(None, row.amounts):
            assert f"{Decimal(amount).normalize():f}" in printed
    for table in asked.performance:
        assert _plain(table.county) in text
        assert f"{Decimal(table.amount).normalize():f}" in printed
        assert all(_plain(name) in text and _plain(target) in text for _, _, name, target in table.indicators)


def test_a_planted_mistake_is_printed_and_noted() -> None:
    drafts = [make_draft(_SEED, number, share=1) for number in _MANY]
    kinds = {note.kind for draft in drafts for note in draft.anomalies}
    assert {"sum_mismatch", "perf_amount_differs", "misspelt_county", "missing_perf", "missing_ge"} <= kinds
    for draft in drafts:
        for note in draft.anomalies:
            assert note.printed != note.right


def test_the_same_seed_gives_the_same_bytes() -> None:
    def once() -> list[str]:
        return [make_text(make_draft(_SEED, n), _SEED, n) for n in _FEW]

    assert once() == once()
    assert make_text(make_draft(_SEED + 1, 1), _SEED + 1, 1) not in once()


class Read:
    """What the program made of one text, and what it says against it."""

    def __init__(self, text: str) -> None:
        rows = process(text.encode(), path="made.txt", media_type="text/plain").rows
        self.money = [vars(r) for r in rows[TableName.ALLOCATIONS]]
        self.tables = {t.division_code or t.recipient: t for t in rows[TableName.PERFORMANCE_TABLES]}
        self.indicators = [vars(r) for r in rows[TableName.PERFORMANCE_INDICATORS]]
        self.loud = [f for f in rows[TableName.FINDINGS] if f.severity != Severity.INFO]

    def says(self, table: TableName) -> bool:
        return any(_about(finding, table) for finding in self.loud)

    def amounts(self, row: GoldRow, code: str | None) -> list[Decimal]:
        """The figures of the rows that are the gold row's: by code, else by the printed name (其中：…)."""
        name = _plain(row.name)
        own = [
            r
            for r in self.money
            if (r["division_code"] == code if code else _plain(r["recipient_printed"] or "").endswith(name))
        ]
        return [r["amount"] for r in own if r["amount"] is not None]


def _about(finding: FindingRow, table: TableName) -> bool:
    return finding.table == table or finding.check == "unreadable"


def _end_to_end() -> list[tuple[Draft, Read]]:
    drafts = [(make_draft(_SEED, n, share=0), n) for n in _FEW]
    return [(draft, Read(make_text(draft, _SEED, n))) for draft, n in drafts]


def test_every_amount_recipient_and_target_is_right_or_flagged() -> None:
    """A small scorer of its own: nothing is wrong without an error or warning on its table."""
    right = asked = 0
    for draft, read in _end_to_end():
        wanted = gold(draft)
        for row in wanted.allocation.rows:
            have = read.amounts(row, wanted.codes.get(row.name) if row.kind == "row" else None)
            fine = all(Decimal(a) in have for a in row.amounts if a is not None)
            assert fine or read.says(TableName.ALLOCATIONS), (draft.facts.number, row)
            asked, right = asked + 1, right + fine
        for table in wanted.performance:
            fine = _table_is_right(read, table, wanted.codes.get(table.county))
            assert fine or read.says(TableName.PERFORMANCE_TABLES), (draft.facts.number, table.county)
            asked, right = asked + 1, right + fine
    assert right >= 0.8 * asked > 100  # tables aligned by blanks alone are refused as a whole, with an error


def _table_is_right(read: Read, wanted: GoldPerformance, code: str | None) -> bool:
    found = read.tables.get(code or wanted.county)
    if found is None or found.amount != Decimal(wanted.amount):
        return False
    rows = {_plain(r["indicator"]): r for r in read.indicators if r["table_no"] == found.table_no}
    return all(
        _plain(name) in rows and _plain(rows[_plain(name)]["target"]) == _plain(target)
        for _, _, name, target in wanted.indicators
    )
