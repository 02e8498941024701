"""The report as HTML: one page without anything outside it."""

import base64
import hashlib
from collections.abc import Callable, Iterable
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from notices.process import Rows
from notices.report.sections import Section, Weights, section
from notices.report.summary import Tally
from notices.report.worklist import Ranking
from notices.view.figures import fraction, grouped, in_yuan, money, share
from notices.view.flags import severest
from notices.view.tables import by_notice, table_rows
from notices.view.text import printable
from notices.view.words import Language, Words, words
from schemas.dataset.codes import TableName
from schemas.dataset.notice_rows import NoticeRow

PACKAGE = "notices.report"


Parts = Callable[[], Iterable[Rows]]
"""Gives the dataset from its beginning, rows of whole notices at a time, in the order of these."""


def page(parts: Parts, language: Language = "zh") -> str:
    """Write the report out; every word of a document is escaped, and no script but ours may run.

    The dataset is gone through twice, and never in memory as a whole.
    """
    said = words(language)
    tally, ranking, weights = Tally(), Ranking(said), Weights()
    for rows in parts():
        tally.add(rows)
        for tables in by_notice(rows):
            ranking.add(tables)
            weights.add(tables)
    style, script = _asset("report.css"), _asset("report.js")
    return (
        _environment(said)
        .get_template("index.html.j2")
        .render(
            summary=tally.summary(),
            worklist=ranking.worklist(),
            count=weights.count,
            sections=_sections(parts(), weights.heaviest()),
            style=Markup(style),  # noqa: S704  our own file, nothing of a document in it
            script=Markup(script),  # noqa: S704  our own file, nothing of a document in it
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
    )


def _sections(parts: Iterable[Rows], chosen: frozenset[str]) -> list[Section]:
    """In the order of the dataset."""
    tables = (tables for rows in parts for tables in by_notice(_only(rows, chosen)))
    return [section(one) for one in tables]


def _only(rows: Rows, chosen: frozenset[str]) -> Rows:
    """Rows of whole notices, if one of them is chosen: those of the others aren't put together."""
    notices = table_rows(rows, TableName.NOTICES, NoticeRow)
    if not any(row.notice_id in chosen for row in notices):
        return {}
    return {**rows, TableName.NOTICES: tuple(row for row in notices if row.notice_id in chosen)}


def _environment(said: Words) -> Environment:
    environment = Environment(
        loader=PackageLoader(PACKAGE),
        autoescape=True,
        finalize=_finalised,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    tools: dict[str, Callable[..., object]] = {
        "w": said,
        "label": said.label,
        "why": said.why,
        "check": said.check,
        "to_do": said.to_do,
        "grouped": grouped,
        "in_yuan": in_yuan,
        "money": lambda yuan: money(yuan, said.language),
        "fraction": fraction,
        "share": share,
        "severest": severest,
    }
    environment.globals.update(tools, language=said.language)
    return environment


def _finalised(value: object) -> object:
    """Make every text of a document safe to show; our own markup passes."""
    return printable(value) if type(value) is str else value


def _asset(name: str) -> str:
    return files(PACKAGE).joinpath("templates", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """The source expression of an inline block for a content security policy (W3C CSP 3)."""
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
