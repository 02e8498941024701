"""How severities and statuses look on a terminal: a colour, and a mark for where there is none."""

from collections.abc import Iterable

from rich import box
from rich.style import Style
from rich.table import Table
from rich.text import Text

from notices.view.flags import severest
from notices.view.text import printable
from schemas.dataset.codes import Severity, Status
from schemas.dataset.finding_rows import FindingRow

SEVERITY = {
    Severity.ERROR: Style(color="red", bold=True),
    Severity.WARNING: Style(color="yellow"),
    Severity.INFO: Style(color="cyan"),
}
MARK = {Severity.ERROR: "!!", Severity.WARNING: "!", Severity.INFO: "?"}
STATUS = {
    Status.OK: Style(color="green", bold=True),
    Status.REVIEW: Style(color="yellow", bold=True),
    Status.NOT_A_NOTICE: Style(color="cyan"),
    Status.FAILED: Style(color="red", bold=True),
}
TITLE = Style(bold=True)
FAINT = Style(dim=True)
PLAIN = Style.null()


def plain(text: object, style: Style = PLAIN) -> Text:
    """A text of a document: never taken for markup, without commands to the terminal."""
    return Text("" if text is None else printable(str(text)), style=style)


def flagged(text: object, findings: Iterable[FindingRow], *, mark_first: bool = False) -> Text:
    """A text in the colour and with the mark of the worst finding that points at it."""
    worst = severest(findings)
    if worst is None:
        return plain(text)
    mark = Text(MARK[worst], style=SEVERITY[worst])
    value = plain(text, SEVERITY[worst])
    return Text(" ").join((mark, value) if mark_first else (value, mark))


def grid(title: Text | None = None, *, show_header: bool = True) -> Table:
    """An empty table in the house's form: as narrow as its content, titles to the left."""
    return Table(
        title=title,
        title_justify="left",
        title_style=TITLE,
        box=box.SIMPLE_HEAD,
        show_header=show_header,
        pad_edge=False,
        header_style=Style(dim=True),
    )
