"""Clauses → the allocations that running text states, as printed, and what was met that is none for sure."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from normalize.allocation.columns import measure_of
from normalize.fund_words import fund_words
from normalize.prose.beside import names_beside
from normalize.prose.items import Item, Role, read_item
from normalize.prose.lists import Entry, PayeeList, common_end, divides, is_clear, payee_lists
from normalize.prose.names import Payees
from normalize.prose.sums import opened_brackets, spoken_sums
from normalize.recipients.roster import Roster
from normalize.text_amounts import text_amount
from schemas.dataset.codes import Measure, Unit
from schemas.document import Piece
from schemas.model import Frozen
from schemas.printed import Caption, ColumnKind, PrintedAllocation, PrintedClause, PrintedColumn, PrintedRow
from schemas.text_sums import TextAmount

_SEVERAL = 3
_INCOMPLETE = re.compile(r"(?:其中|含)[：:，,]?$")


class ProseAllocation(Frozen):
    """A list as a table; `whole` is the sum that the text divides into it.

    `complete`: the text lists all of it (分别为, 共计), which 其中 doesn't say.
    """

    table: PrintedAllocation
    whole: TextAmount | None = None
    complete: bool = False


class Prose(Frozen):
    """The lists that are clear, and the sums with a recipient that stand in none of these."""

    allocations: tuple[ProseAllocation, ...] = ()
    unclear: tuple[Piece, ...] = ()


def read_prose(clauses: Sequence[PrintedClause], roster: Roster, years: Collection[int]) -> Prose:
    """All lists of recipients in running text, in order; `years` are the notice's own.

    Brackets divide the sum before them and are looked into only where nothing else names a recipient.
    """
    payees = Payees(roster)
    prose = _read(clauses, payees, years)
    if prose.allocations or prose.unclear:
        return prose
    opened = [clause.model_copy(update={"text": opened_brackets(clause.text)}) for clause in clauses]
    inside = _read(opened, payees, years)
    beside = () if inside.allocations else names_beside(clauses, payees)
    return inside if inside.allocations else Prose(unclear=beside)


def _read(clauses: Sequence[PrintedClause], payees: Payees, years: Collection[int]) -> Prose:
    spoken = spoken_sums(clauses, lambda name: _known(name, payees))
    lists = payee_lists([read_item(one, payees, years) for one in spoken])
    clear = [one for one in lists if is_clear(one)]
    made = [_allocation(one) for one in clear]
    unclear = [e.first for one in lists if one not in clear for e in one.entries if _may_be(e, one)]
    unclear += [e.first for one, table in zip(clear, made, strict=True) if not table for e in one.entries]
    found = tuple(table for table in made if table)
    return Prose(allocations=_once(found), unclear=tuple(map(_piece_of_name, unclear)))


def _may_be(entry: Entry, found: PayeeList) -> bool:
    """A division beside a sum; a unit only in a row of several, or of what divides a sum."""
    units = [e for e in found.entries if e.first.role is Role.RECIPIENT]
    several = len(units) >= _SEVERAL or (len(found.entries) > 1 and divides(found))
    return entry.first.listed or (entry in units and several)


def _known(name: str, payees: Payees) -> bool:
    return payees.is_division(name) or fund_words((name,)).source is not None


def _once(found: Sequence[ProseAllocation]) -> tuple[ProseAllocation, ...]:
    """A list that says again what an earlier one said is left out."""
    told: dict[tuple[tuple[str, ...], ...], ProseAllocation] = {}
    for one in found:
        rows = tuple(tuple(cell.text if cell else "" for cell in row.cells) for row in one.table.rows)
        told.setdefault(rows, one)
    return tuple(told.values())


def _allocation(found: PayeeList) -> ProseAllocation | None:
    """Null where the recipients' sums are not named alike."""
    labels = _labels(found.entries)
    if labels is None:
        return None
    first = found.entries[0].first
    unit = Counter(item.spoken.mention.unit for e in found.entries for item in e.items).most_common(1)[0][0]
    table = PrintedAllocation(
        caption=Caption(titles=_titles(first), unit=_unit(unit, first)),
        columns=(
            PrintedColumn(kind=ColumnKind.NAME, path=("",)),
            *(PrintedColumn(kind=ColumnKind.VALUE, path=(label,)) for label in labels),
        ),
        rows=tuple(_row(entry) for entry in found.entries),
        place=first.spoken.clause.place,
    )
    divided = found.before if first.head and not first.spoken.stopped else None
    complete = found.whole is not None or not _INCOMPLETE.search(first.head)
    return ProseAllocation(table=table, whole=_sum(found.whole or divided), complete=complete)


def _labels(entries: Sequence[Entry]) -> tuple[str, ...] | None:
    """What each recipient's sums are for: one column of any wording, or several that all recipients have."""
    if all(len(entry.items) == 1 for entry in entries):
        return (_of_money(_shared([_last(e.first.label) for e in entries if e.first.listed])),)
    named = [tuple(_label(item) for item in entry.items) for entry in entries]
    return named[0] if all(one == named[0] for one in named) and len(set(named[0])) == len(named[0]) else None


def _label(item: Item) -> str:
    return _of_money(_last(item.label) if item.role is Role.RECIPIENT else item.name + item.label)


def _last(label: str) -> str:
    """修路3公里，补助资金: what the sum is for stands last."""
    for mark in "，,、：:":
        label = label.rpartition(mark)[2]
    return label.strip()


def _shared(labels: Sequence[str]) -> str:
    end = common_end(labels)
    return end if len(end) > 1 else ""


def _of_money(label: str) -> str:
    """A label that would make the column a count or a rate says nothing: the sums have their unit."""
    return label if measure_of((label,)) is Measure.AMOUNT else ""


def _titles(first: Item) -> tuple[Piece, ...]:
    """The words before the first name: 2020年环境整治资金甲县310万元."""
    return (Piece(text=first.title, place=first.spoken.clause.place),) if first.title else ()


def _unit(unit: Unit, first: Item) -> Piece:
    return Piece(text=unit.value, place=first.spoken.clause.place)


def _row(entry: Entry) -> PrintedRow:
    place = entry.first.spoken.clause.place
    sums = [Piece(text=item.spoken.mention.printed, place=item.spoken.clause.place) for item in entry.items]
    return PrintedRow(cells=(_piece_of_name(entry.first), *sums), place=place)


def _piece_of_name(item: Item) -> Piece:
    return Piece(text=item.name, place=item.spoken.clause.place)


def _sum(item: Item | None) -> TextAmount | None:
    if item is None:
        return None
    spoken = item.spoken
    return text_amount(spoken.mention, spoken.sentence, spoken.clause.number, spoken.clause.place)
