"""A case of a check: a notice in which it fires, with all that it must say, or in which it must not."""

from collections.abc import Iterable
from decimal import Decimal

import pytest

from normalize.checks.all import Check
from schemas.dataset.codes import Severity, TableName
from schemas.dataset.decimals import plain
from schemas.findings import WHOLE_NOTICE, Finding, RowKey
from schemas.model import Frozen
from schemas.notice import Notice


class Said(Frozen):
    """All of a finding that other programs read."""

    code: str
    severity: Severity
    table: TableName
    key: RowKey = WHOLE_NOTICE
    column: str = ""
    expected: str = ""
    actual: str = ""
    difference: str = ""


class Case(Frozen):
    """`said` is empty for a near miss: something like it that a careful reader would let pass."""

    why: str
    check: Check
    notice: Notice
    said: tuple[Said, ...] = ()


def error(code: str, table: TableName, column: str = "", **told: object) -> Said:
    return _said(code, Severity.ERROR, table, column, told)


def warning(code: str, table: TableName, column: str = "", **told: object) -> Said:
    return _said(code, Severity.WARNING, table, column, told)


def info(code: str, table: TableName, column: str = "", **told: object) -> Said:
    return _said(code, Severity.INFO, table, column, told)


def _said(code: str, severity: Severity, table: TableName, column: str, told: dict[str, object]) -> Said:
    """The parts of the row key may be given by their own names."""
    key = {name: value for name, value in told.items() if name in RowKey.model_fields}
    rest = {name: str(value) for name, value in told.items() if name not in key}
    return Said(code=code, severity=severity, table=table, column=column, key=RowKey(**key), **rest)


def fires(why: str, check: Check, notice: Notice, *said: Said) -> Case:
    return Case(why=why, check=check, notice=notice, said=said)


def silent(why: str, check: Check, notice: Notice) -> Case:
    return Case(why=why, check=check, notice=notice)


def name_of(check: Check) -> str:
    return f"{check.__module__.rpartition('.')[2]}.{check.__name__}"


def each(cases: Iterable[Case]) -> pytest.MarkDecorator:
    """One test a case, called by check and reason."""
    params = [pytest.param(case, id=f"{name_of(case.check)}: {case.why}") for case in cases]
    return pytest.mark.parametrize("case", params)


def heard(findings: Iterable[Finding]) -> tuple[Said, ...]:
    """What the findings say, in their order."""
    return tuple(
        Said(
            code=f.check,
            severity=f.severity,
            table=f.table,
            key=f.key,
            column=f.column,
            expected=f.expected,
            actual=f.actual,
            difference=f.difference,
        )
        for f in findings
    )


def yuan(wan: str) -> str:
    """万元 as a message prints them: in 元."""
    return plain(Decimal(wan) * 10000)
