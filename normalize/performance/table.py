"""Printed performance tables of a notice → canonical ones."""

import re
from collections.abc import Sequence

from normalize.amounts import read_amount
from normalize.fund_words import find_source
from normalize.performance.indicators import TableIndicators, read_indicators
from normalize.performance.owners import Claim, Owner, find_owners
from normalize.performance.title import TableTitle, read_table_title
from normalize.recipients.roster import Roster
from schemas.dataset.codes import Unit
from schemas.document import Piece
from schemas.notation.money import find_units
from schemas.notation.text import canonical, clean, compare_form, split_list
from schemas.notice import Allocation, Amount, Fund, PerformanceTable
from schemas.printed import LabelledValue, PrintedPerformance

_ANNUAL = re.compile(r"年度?资金|年度金额|资金总额|总金额|总额|金额|预算")
_PART = re.compile(r"其中")


def normalize_performance(
    printed: Sequence[PrintedPerformance],
    allocations: Sequence[Allocation],
    roster: Roster,
    fund: str | None,
) -> tuple[PerformanceTable, ...]:
    """All tables, numbered in order of appearance; `fund` is the one that the notice's title names."""
    titles = [read_table_title(table.caption, table.info, roster) for table in printed]
    funds = [_amounts(table) for table in printed]
    claims = [
        Claim(printed=title.recipient, yuan=annual.yuan if annual else None)
        for title, (annual, _) in zip(titles, funds, strict=True)
    ]
    owners = find_owners(claims, allocations, roster)
    rows = zip(printed, titles, funds, owners, read_indicators(printed, fund), strict=True)
    return tuple(_table(number, *row) for number, row in enumerate(rows, start=1))


def _table(
    number: int,
    printed: PrintedPerformance,
    title: TableTitle,
    funds: tuple[Amount | None, tuple[Fund, ...]],
    owner: Owner,
    indicators: TableIndicators,
) -> PerformanceTable:
    return PerformanceTable(
        number=number,
        attachment=printed.caption.attachment,
        title=title.title,
        recipient_printed=title.recipient or None,
        match=owner.match,
        evidence=owner.evidence,
        fiscal_year=title.year,
        project_name=_first(printed.info, r"(?:专项|项目|资金|转移支付|政策)(?:资金)?名称"),
        competent_departments=_departments(printed.info, "主管部"),
        finance_departments=_departments(printed.info, "财政部"),
        implementation_period=_first(printed.info, "实施期"),
        repeated_labels=tuple(_repeated(printed.info)),
        amount=funds[0],
        funds=funds[1],
        goals=printed.goals,
        indicators=indicators.indicators,
        family=indicators.family,
        place=printed.place,
    )


def _amounts(printed: PrintedPerformance) -> tuple[Amount | None, tuple[Fund, ...]]:
    """The annual amount (the first line that isn't a part) and its parts (其中), blank ones too."""
    unit = _unit(printed)
    annual: Amount | None = None
    parts: list[Fund] = []
    for entry in printed.funds:
        label = canonical(entry.label.text).rstrip("：:")
        amount = read_amount(entry.value or Piece(text="", place=entry.label.place), unit)
        if annual is None and not parts and not _PART.search(label):
            annual = amount
        elif _ANNUAL.fullmatch(label) is None:
            parts.append(Fund(source_printed=label, source=find_source(label), amount=amount))
    return annual, tuple(parts)


def _unit(printed: PrintedPerformance) -> Unit | None:
    """The unit beside 资金情况, in a label of the funds, or over the table."""
    texts = [printed.unit.text] if printed.unit else []
    texts += [entry.label.text for entry in printed.funds]
    texts += [printed.caption.unit.text] if printed.caption.unit else []
    return next((unit for text in texts for unit in find_units(text)), None)


def _first(info: Sequence[LabelledValue], words: str) -> str | None:
    found = next((i.value for i in info if i.value and re.search(words, canonical(i.label.text))), None)
    return canonical(found.text) if found else None


def _departments(info: Sequence[LabelledValue], words: str) -> tuple[str, ...]:
    """The values beside labels such as 中央主管部门; the last character of a cut label may be missing."""
    found = [i.value for i in info if i.value and words in canonical(i.label.text)]
    return tuple(dict.fromkeys(canonical(name) for piece in found for name in split_list(clean(piece.text))))


def _repeated(info: Sequence[LabelledValue]) -> list[Piece]:
    seen: dict[str, str] = {}
    repeated: list[Piece] = []
    for entry in info:
        label = compare_form(entry.label.text)
        value = compare_form(entry.value.text) if entry.value else ""
        if label in seen and seen[label] != value:
            repeated.append(entry.label)
        seen.setdefault(label, value)
    return repeated
