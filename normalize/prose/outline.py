"""Numbered items, the last of their branch, that give money to a project each (项目清单) → an allocation.

    (一)产业类项目2个，共计1592万元。
    1.育苗基地建设项目850万元。
    2.种植基地建设项目742万元。

They are one only where they add up to a sum that the text states, and each branch to its own.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from normalize.prose.read import ProseAllocation
from normalize.recipients.names import kind_by_words
from schemas.document import Piece
from schemas.model import Frozen
from schemas.notation.errors import NotationError
from schemas.notation.money import MoneyMention, find_money, to_yuan
from schemas.printed import Caption, ColumnKind, PrintedAllocation, PrintedClause, PrintedColumn, PrintedRow
from schemas.text_sums import TextAmount

_FEWEST = 2
_SEEN = 3
"""Items with a project and a sum that nobody would take for anything but a list."""

_STOP = re.compile(r"[。；;\n]")
# 2个，共计 | ，安排资金 | ：
_JOINT = re.compile(
    r"[，,、：:]?(?:\d+个)?[，,、：:]?(?:计划|拟)?(?:安排|投入|下达|分配|补助)?(?:资金|金额|经费)?(?:共计|合计|总计|共)?[，,：:]?$"
)
_PROJECT = re.compile(r"项目|工程")


class Item(Frozen):
    """An item that says nothing but a name and its sum."""

    clause: PrintedClause
    name: str
    mention: MoneyMention
    yuan: Decimal


def outline_allocations(
    clauses: Sequence[PrintedClause], amounts: Sequence[TextAmount]
) -> tuple[tuple[ProseAllocation, ...], tuple[Piece, ...]]:
    """The lists that close, and the items of those that don't; each below one clause of the first level."""
    made: list[ProseAllocation] = []
    seen: list[Piece] = []
    for _, branch in groupby(clauses, key=lambda clause: clause.number.split(".")[0]):
        below = list(branch)
        items = list(_items(below))
        whole = _whole(items, amounts) if _closes(items, below) else None
        if whole is not None:
            made.append(ProseAllocation(table=_table(items), whole=whole, complete=True))
        else:
            seen += _unclear(below)
    return tuple(made), tuple(seen) if len(seen) >= _SEEN else ()


def _last(clauses: Sequence[PrintedClause]) -> list[PrintedClause]:
    """The items below which nothing stands; a clause of the first level is none."""
    numbers = [clause.number for clause in clauses]
    return [
        clause
        for clause in clauses
        if "." in clause.number and not any(number.startswith(f"{clause.number}.") for number in numbers)
    ]


def _items(clauses: Sequence[PrintedClause]) -> Iterator[Item]:
    for clause in _last(clauses):
        mention = _only_sum(clause)
        name = _JOINT.sub("", clause.text[: mention.start]).strip() if mention else ""
        yuan = _yuan(mention) if mention else None
        if mention and yuan is not None and name and not _STOP.search(name) and kind_by_words(name):
            yield Item(clause=clause, name=name, mention=mention, yuan=yuan)


def _only_sum(clause: PrintedClause) -> MoneyMention | None:
    """The sum with which the clause's one sentence ends; null where it says more."""
    found = [mention for mention in find_money(clause.text) if not mention.is_rate]
    ends = len(found) == 1 and _STOP.match(clause.text[found[0].end :] or "。")
    return found[0] if ends else None


def _yuan(mention: MoneyMention) -> Decimal | None:
    try:
        return to_yuan(mention.amount, mention.unit)
    except NotationError:
        return None


def _closes(items: Sequence[Item], below: Sequence[PrintedClause]) -> bool:
    """Whether every last clause is an item, and each clause above that states one sum has its items' sum."""
    if len(items) < _FEWEST or len(items) < len(_last(below)):
        return False
    if len({item.name for item in items}) < len(items):
        return False
    for clause in below:
        own = [item.yuan for item in items if item.clause.number.startswith(f"{clause.number}.")]
        stated = _only_sum(clause)
        if own and stated is not None and _yuan(stated) != sum(own, Decimal(0)):
            return False
    return True


def _whole(items: Sequence[Item], amounts: Sequence[TextAmount]) -> TextAmount | None:
    together = sum((item.yuan for item in items), Decimal(0))
    return next((amount for amount in amounts if amount.yuan == together), None)


def _table(items: Sequence[Item]) -> PrintedAllocation:
    first = items[0]
    columns = (
        PrintedColumn(kind=ColumnKind.NAME, path=("",)),
        PrintedColumn(kind=ColumnKind.VALUE, path=("",)),
    )
    unit = Piece(text=first.mention.unit.value, place=first.clause.place)
    rows = tuple(
        PrintedRow(
            cells=(
                Piece(text=item.name, place=item.clause.place),
                Piece(text=item.mention.printed, place=item.clause.place),
            ),
            place=item.clause.place,
        )
        for item in items
    )
    return PrintedAllocation(
        caption=Caption(titles=(), unit=unit), columns=columns, rows=rows, place=first.clause.place
    )


def _unclear(below: Sequence[PrintedClause]) -> list[Piece]:
    """Items that name a project and a sum each, whatever else they say."""
    seen = [c for c in _last(below) if _PROJECT.search(c.text) and find_money(c.text)]
    return [Piece(text=_STOP.split(clause.text)[0][:20], place=clause.place) for clause in seen]
