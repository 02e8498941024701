"""The findings of a notice on the terminal."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from notices.inspect.style import FAINT, MARK, SEVERITY, grid, plain
from notices.view.places import place
from notices.view.tables import NoticeTables
from notices.view.words import Words
from schemas.dataset.finding_rows import SEVEREST_FIRST, FindingRow


def findings_table(tables: NoticeTables, said: Words) -> RenderableType:
    """All findings, the severest first: mark, what was found and where, what to do, code."""
    if not tables.findings:
        return Text(said("notice.no_findings"), style="green")
    table = grid(Text(f"{said('notice.findings')} {len(tables.findings)}"), show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for finding in sorted(tables.findings, key=lambda one: SEVEREST_FIRST.index(one.severity)):
        table.add_row(_severity(finding, said), _what(finding, tables, said))
    return table


def notes(findings: Sequence[FindingRow], said: Words) -> Text:
    """Those about a table as a whole, one a line."""
    return Text("").join(
        Text(" ").join((_severity(one, said), plain(said.why(one), SEVERITY[one.severity]), Text("\n")))
        for one in findings
    )


def _severity(finding: FindingRow, said: Words) -> Text:
    mark = MARK[finding.severity]
    return Text(f"{mark:<2} {said.label(finding.severity)}", style=SEVERITY[finding.severity])


def _what(finding: FindingRow, tables: NoticeTables, said: Words) -> Text:
    where = " · ".join((finding.check, *place(finding, tables, said)))
    return Text("\n").join(
        (
            plain(said.why(finding), SEVERITY[finding.severity]),
            plain(where, FAINT),
            plain(said.to_do(finding.check)),
        )
    )
