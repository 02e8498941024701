"""The head of a notice: a panel of its fields; a line for each clause, citation and code."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from notices.inspect.style import FAINT, STATUS, TITLE, plain
from notices.view.figures import grouped
from notices.view.tables import NoticeTables
from notices.view.words import Words
from schemas.dataset.codes import Method
from schemas.dataset.notice_rows import AttachmentRow, ClauseRow, NoticeRow

CLAUSE = 40
"""Characters of a clause that say which one it is."""


def header(tables: NoticeTables, said: Words) -> Panel:
    """The fields of the notice that have something in them, in a frame coloured by its status."""
    notice = tables.notice
    fields = Table.grid(padding=(0, 2))
    fields.add_column(no_wrap=True, style=FAINT)
    fields.add_column(overflow="fold")
    for name, value in _fields(tables, said):
        fields.add_row(said(f"notice.{name}"), plain(value))
    status = Text(said.label(notice.status), style=STATUS[notice.status])
    number = plain(notice.doc_number or said("notice.no_number"), TITLE)
    title = plain(notice.title or said("notice.untitled"), TITLE)
    head = Text("  ").join((number, status))
    return Panel(Group(head, title, "", fields), border_style=STATUS[notice.status])


def _fields(tables: NoticeTables, said: Words) -> Iterator[tuple[str, str]]:
    notice = tables.notice
    printed = notice.print_date.isoformat() if notice.print_date else ""
    known = {
        "from": "、".join(notice.issuing_agencies),
        "to": "、".join(notice.addressees),
        "cc": "、".join(notice.cc),
        "issued": notice.issue_date.isoformat() if notice.issue_date else "",
        "printed": _joined(notice.issuing_office, printed),
        "fund": _joined(notice.fund_name, notice.batch),
        "year": str(notice.fiscal_year or ""),
        "jurisdiction": _joined(notice.jurisdiction_name, notice.jurisdiction_code),
        "total": _total(notice, said),
        "source": notice.source,
    }
    return ((name, value) for name, value in known.items() if value)


def _total(notice: NoticeRow, said: Words) -> str:
    if notice.total_amount is None:
        return ""
    summed = said("notice.summed") if notice.total_method is Method.INFERRED else ""
    return _joined(grouped(notice.total_amount), notice.unit or said("allocation.unit_unknown"), summed)


def _joined(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def outline(tables: NoticeTables, said: Words) -> Table:
    """One line each: clauses, citations, codes, attachments; a kind is named once."""
    table = Table.grid(padding=(0, 2))
    parts = {
        "clauses": [_clause(clause) for clause in tables.clauses],
        "citations": [_joined(c.doc_number or c.doc_number_printed, c.title) for c in tables.citations],
        "codes": [_joined(said.label(code.kind), code.code, code.name) for code in tables.budget_codes],
        "attachments": [_attachment(one, said) for one in tables.attachments],
    }
    kinds = max(cell_len(said(f"notice.{kind}")) for kind in parts)
    table.add_column(no_wrap=True, style=FAINT, min_width=kinds)
    table.add_column()
    for kind, texts in parts.items():
        for number, text in enumerate(texts):
            table.add_row("" if number else said(f"notice.{kind}"), _on_one_line(text))
    return table


def _on_one_line(text: str) -> Text:
    line = plain(text.replace("\n", " "))
    line.no_wrap, line.overflow = True, "ellipsis"
    return line


def _clause(clause: ClauseRow) -> str:
    text = f"{clause.label or ''}{clause.text or ''}".replace("\n", "")
    short = text if len(text) <= CLAUSE else f"{text[:CLAUSE]}…"
    return "  " * max(0, clause.level - 1) + short


def _attachment(one: AttachmentRow, said: Words) -> str:
    absent = "" if one.present else f"（{said('notice.absent')}）"
    return f"{one.attachment_no}. {one.title or ''}{absent}"
