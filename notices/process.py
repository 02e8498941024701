"""One file → the rows of every table: the stages in order."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath
from types import MappingProxyType

from extract import printed_notices, read
from extract.readers.contract import EngineSource
from normalize import check, normalize
from normalize.checks.reading import problems
from notices.corrections import Corrections, corrected
from notices.corrections.correction import Correction
from notices.recognise import is_notice
from notices.rows import notice_rows
from notices.rows.notice import Origin, Rows, main_source
from schemas.dataset.codes import Severity, Status, TableName
from schemas.dataset.columns import Row
from schemas.document import Document, Source
from schemas.errors import UnreadableError
from schemas.findings import Finding, make_finding, unreadable_finding
from schemas.model import Frozen
from schemas.notice import Header, Notice
from schemas.printed import PrintedNotice
from schemas.reasons import Reason

__all__ = ["Examined", "FileResult", "Part", "Rows", "examine", "failed", "merged", "process"]

_ID_LENGTH = 16


class FileResult(Frozen):
    """What one file gave: its rows by table, and whether it could be read."""

    rows: Rows
    readable: bool


class Part(Frozen):
    """One notice of a file: as printed, canonical, and what is to be said of it."""

    printed: PrintedNotice
    notice: Notice
    findings: tuple[Finding, ...]
    status: Status


class Examined(Frozen):
    """All that the stages made of one file."""

    document: Document
    parts: tuple[Part, ...]


def process(
    data: bytes,
    *,
    path: str,
    media_type: str,
    engine: EngineSource | None = None,
    keep: Callable[[Examined], None] | None = None,
    corrections: Corrections = MappingProxyType({}),
) -> FileResult:
    """Read one file and run every stage over it; bad input becomes rows and findings, never an exception.

    `engine` gives the OCR engine for pages without text; without it they are unreadable. `keep` is handed
    what the stages made of a file that could be read. `corrections` are those of all notices.
    """
    try:
        examined = examine(data, media_type, engine, corrections)
    except UnreadableError as error:
        return failed(path, media_type, data=data, why=error.reason)
    if keep is not None:
        keep(examined)
    rows = [
        notice_rows(
            _origin(path, media_type, data, examined.document, number),
            part.notice,
            part.findings,
            part.status,
        )
        for number, part in enumerate(examined.parts, start=1)
    ]
    readable = any(part.status != Status.FAILED for part in examined.parts)
    return FileResult(rows=merged(rows), readable=readable)


def examine(
    data: bytes,
    media_type: str,
    engine: EngineSource | None = None,
    corrections: Corrections = MappingProxyType({}),
) -> Examined:
    """Run the stages over one file; raises `UnreadableError` where it can't be read."""
    document = read(data, media_type, engine)
    main = document.files[0].sha256 if document.files else hashlib.sha256(data).hexdigest()
    parts = tuple(
        _part(printed, number, notice_id := _notice_id(main, number), corrections.get(notice_id, ()))
        for number, printed in enumerate(printed_notices(document), start=1)
    )
    return Examined(document=document, parts=parts)


def _notice_id(sha256: str, part: int) -> str:
    return sha256[:_ID_LENGTH] + (f"-{part}" if part > 1 else "")


def failed(path: str, media_type: str, *, data: bytes | None, why: Reason) -> FileResult:
    """The rows of a file that can't be read: status `failed` and an `unreadable` finding."""
    digest = hashlib.sha256(data if data is not None else path.encode("utf-8", "surrogateescape")).hexdigest()
    source = main_source(path, hashlib.sha256(data).hexdigest() if data is not None else "", media_type)
    origin = Origin(notice_id=digest[:_ID_LENGTH], source=source)
    finding = unreadable_finding(why, TableName.NOTICES, column="source")
    rows = notice_rows(origin, Notice(header=Header()), [finding], Status.FAILED)
    return FileResult(rows=rows, readable=False)


def merged(parts: Iterable[Rows]) -> Rows:
    """The rows of several notices, table by table, in order."""
    found: dict[TableName, list[Row]] = defaultdict(list)
    for rows in parts:
        for table, some in rows.items():
            found[table].extend(some)
    return {table: tuple(rows) for table, rows in found.items()}


def _origin(path: str, media_type: str, data: bytes, document: Document, part: int) -> Origin:
    main, *others = _sources(path, media_type, data, document)
    return Origin(
        notice_id=_notice_id(main.sha256, part),
        source=main,
        others=tuple(others),
        text_origin=document.text_origin,
        ocr_engine=document.ocr_engine,
    )


def _sources(path: str, media_type: str, data: bytes, document: Document) -> tuple[Source, ...]:
    """The file itself; or, of a notice in several, each of them with its path, the main one first."""
    if not document.files:
        return (main_source(path, hashlib.sha256(data).hexdigest(), media_type, _page_count(document)),)
    whole = PurePosixPath(path)
    # Files that lie side by side go by the main one's name, an archive or folder by its own.
    base = whole.parent if document.files[0].path == whole.name else whole
    return tuple(file.model_copy(update={"path": str(base / file.path)}) for file in document.files)


def _page_count(document: Document) -> int | None:
    """How many pages the file has, those that couldn't be read with the others."""
    read = (page.number for page in document.pages)
    unread = (problem.place.page for problem in document.problems)
    return max((number for number in (*read, *unread) if number is not None), default=None)


def _part(printed: PrintedNotice, number: int, notice_id: str, decided: Sequence[Correction]) -> Part:
    if not is_notice(printed):
        unread = _unread(printed)
        status = Status.FAILED if unread else Status.NOT_A_NOTICE  # the notice may stand on what is unread
        findings = (*unread, _no_notice())
        return Part(printed=printed, notice=Notice(header=Header()), findings=findings, status=status)
    changed = corrected(normalize(printed, number), decided)
    notice = changed.notice
    findings = (*changed.settled(notice_id, check(notice)), *changed.findings)
    return Part(printed=printed, notice=notice, findings=findings, status=_status(findings))


def _unread(printed: PrintedNotice) -> list[Finding]:
    """The pages that couldn't be read; whatever else was met is no concern of a text that is no notice."""
    bare = Notice(header=Header(), problems=printed.problems)
    return [finding for finding in problems(bare) if finding.check == "unreadable"]


def _no_notice() -> Finding:
    return make_finding(
        "section-unclaimed",
        table=TableName.NOTICES,
        detail="neither a title nor a document number nor a table of a notice was found",
        detail_zh="未见通知的标题、发文字号或表格",
    )


def _status(findings: Iterable[Finding]) -> Status:
    loud = any(finding.severity != Severity.INFO for finding in findings)
    return Status.REVIEW if loud else Status.OK
