"""Parts and recipients' sums that the body text names, against columns and rows, and against its own sum."""

import re
from collections.abc import Iterator
from decimal import Decimal

from normalize.checks.allocation import text_amount
from normalize.checks.figures import fits
from normalize.checks.text_held import Held, held_against_tables
from normalize.checks.units import against_text
from normalize.fund_words import fund_words
from normalize.text_sent import sent_otherwise
from schemas.dataset.codes import ColumnRole, FundsSource, TableName, Unit
from schemas.findings import Finding, RowKey, make_finding
from schemas.notice import Notice
from schemas.text_sums import TextBreakdown, TextPart

# Money so marked is money of every source and fund, too: such parts lie across the others.
# A task of such a name (少数民族发展任务) doesn't: places and people do (脱贫县, 革命老区).
_ACROSS = re.compile(
    "直达|特殊转移|结转|重点|(?:脱贫|帮扶|民族|边境)(?:[县村户]|地区|人口|群众|聚居)|老区(?!(?:建设|发展|转移))"
)


def against_tables(notice: Notice) -> Iterator[Finding]:
    """中央资金3500万元 against its column, 甲县1200万元 against its row; what no column means is let pass.

    Where the unit is in question, `units.against_text` speaks of it.
    """
    spoken = {finding.key for finding in text_amount(notice)}
    other_unit = {finding.key.table_no for finding in against_text(notice)}
    for one in held_against_tables(notice):
        key = RowKey(table_no=one.table.number, row_no=one.row_no, column_no=one.column.number)
        if _agrees(one) or key in spoken or one.table.number in other_unit:
            continue
        spoken.add(key)
        text, printed = one.part.amount, one.rightly[0]
        yield make_finding(
            "allocation-text-amount",
            table=TableName.ALLOCATIONS,
            key=key,
            column="amount",
            expected=text.yuan,
            actual=printed,
            difference=printed - text.yuan,
            label=one.part.label,
            clause=text.clause,
        )


def _agrees(one: Held) -> bool:
    text = one.part.amount
    some = one.some and text.yuan < one.rightly[0]
    return some or any(fits(text, yuan) for yuan in one.rightly)


def own_sums(notice: Notice) -> Iterator[Finding]:
    """Parts that are more than their whole; parts named as all of it that are less."""
    spoken: set[str] = set()
    for one in notice.breakdowns:
        whole, wrong = one.whole, _wrong_sum(one)
        if whole is not None and wrong is not None and whole.amount.clause not in spoken:
            spoken.add(whole.amount.clause)
            yield make_finding(
                "text-parts-sum",
                table=TableName.CLAUSES,
                key=RowKey(clause_no=whole.amount.clause),
                column="text",
                expected=whole.amount.yuan,
                actual=wrong,
                difference=wrong - whole.amount.yuan,
            )


def _wrong_sum(one: TextBreakdown) -> Decimal | None:
    """The greatest part, or the parts' sum, where it can't be so."""
    if one.whole is None or any(sent_otherwise(part.label) for part in (one.whole, *one.parts)):
        return None  # 应下达…，已下达…，扣回…: a settlement adds and takes away
    if not (one.whole.amount.sent or one.whole.payee):
        return None
    whole, parts = one.whole.amount.yuan, [part.amount.yuan for part in one.parts]
    if max(parts) > whole:
        return max(parts)
    together = sum(parts, Decimal(0))
    if not _side_by_side(one.parts) or abs(together - whole) <= _rounding(one):
        return None
    return together if together > whole or (one.exhaustive and len(parts) > 1) else None


def _side_by_side(parts: tuple[TextPart, ...]) -> bool:
    """Whether they are of one kind (recipients, sources, funds), each named once, none across the others."""
    words = [fund_words((part.label,)) for part in parts]
    recipients = {part.payee is not None for part in parts}
    sources = [w.source for w in words]
    if len({p.label for p in parts}) < len(parts) or any(_ACROSS.search(p.label) for p in parts):
        return False
    by_source = {s is not None for s in sources}
    nested = FundsSource.LOCAL in sources and len(set(sources) - {FundsSource.CENTRAL}) > 1
    return len(recipients) == 1 and (recipients == {True} or (len(by_source) == 1 and not nested))


def _rounding(one: TextBreakdown) -> Decimal:
    """Sums in 亿元 are rounded; those in 万元 and 元 stand as they are in the table."""
    amounts = [part.amount for part in (*one.parts, *([one.whole] if one.whole else []))]
    rounded = [a.step for a in amounts if Unit.YI in a.printed or a.printed.endswith("亿")]
    return sum(rounded, Decimal(0)) / 2


def confirmed(notice: Notice) -> tuple[frozenset[tuple[int, int]], frozenset[tuple[int, int]]]:
    """(table, row) and (table, column) of the figures sent down that the text names to the last digit."""
    rows: set[tuple[int, int]] = set()
    columns: set[tuple[int, int]] = set()
    for one in held_against_tables(notice):
        if one.column.role == ColumnRole.MAIN and one.part.amount.yuan == one.rightly[0]:
            if one.row is not None:
                rows.add((one.table.number, one.row.number))
            else:
                columns.add((one.table.number, one.column.number))
    return frozenset(rows), frozenset(columns)
