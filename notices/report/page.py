"""The report as HTML: one page without anything outside it."""

import base64
import hashlib
from collections.abc import Callable
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from notices.process import Rows
from notices.report.sections import sections
from notices.report.summary import summarise
from notices.report.worklist import worklist
from notices.view.figures import fraction, grouped, in_yuan, money, share
from notices.view.flags import severest
from notices.view.tables import by_notice
from notices.view.text import printable
from notices.view.words import Language, Words, words

PACKAGE = "notices.report"


def page(rows: Rows, language: Language = "zh") -> str:
    """Write the report out; every word of a document is escaped, and no script but ours may run."""
    said = words(language)
    notices = by_notice(rows)
    style, script = _asset("report.css"), _asset("report.js")
    return (
        _environment(said)
        .get_template("index.html.j2")
        .render(
            summary=summarise(rows),
            worklist=worklist(notices, said),
            notices=[tables.notice for tables in notices],
            sections=sections(notices),
            style=Markup(style),  # noqa: S704  our own file, nothing of a document in it
            script=Markup(script),  # noqa: S704  our own file, nothing of a document in it
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
    )


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
