"""Notices on the terminal, one after the other."""

from rich.console import Console

from notices.inspect.allocation import allocation_table
from notices.inspect.findings import findings_table, notes
from notices.inspect.header import header, outline
from notices.inspect.performance import indicator_tables, summary_table
from notices.process import Rows
from notices.view.allocation import grids
from notices.view.flags import flags
from notices.view.performance import performances
from notices.view.tables import NoticeTables, by_notice
from notices.view.words import Language, Words, words


def show(rows: Rows, console: Console, language: Language = "zh") -> None:
    """Print every notice of the rows; colours and width are the console's."""
    said = words(language)
    for number, tables in enumerate(by_notice(rows)):
        if number:
            console.rule()
        _show(tables, console, said)


def _show(tables: NoticeTables, console: Console, said: Words) -> None:
    pointed = flags(tables.findings)
    console.print(header(tables, said))
    console.print(outline(tables, said))
    for grid in grids(tables, pointed):
        console.print()
        console.print(allocation_table(grid, said))
        console.print(notes(grid.findings, said), end="")
    _show_performance(tables, console, said)
    console.print()
    console.print(findings_table(tables, said))


def _show_performance(tables: NoticeTables, console: Console, said: Words) -> None:
    shown = performances(tables, flags(tables.findings))
    if not shown:
        return
    console.print()
    console.print(summary_table(shown, said))
    for one in indicator_tables(shown, said, console.width):
        console.print()
        console.print(one)
