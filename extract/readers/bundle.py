"""A notice of several files (text and annexes) in a ZIP archive → one document.

The main file is the first that isn't called 附件; the others follow as its annexes. What can't be read of
them is a problem that names the file; without any that can be read, the archive is unreadable.
"""

import hashlib
import re
from collections.abc import Sequence
from itertools import islice
from pathlib import PurePosixPath

from extract.lines import attachment_heading, doc_number, is_sentence
from extract.readers.contract import EngineSource, FormatError, Reader
from extract.readers.filed import filed
from extract.readers.members import Member, is_annex_name, members_of
from extract.readers.trouble import unreadable
from schemas.dataset.codes import SourceRole, TextOrigin
from schemas.document import Block, Document, Line, Page, Place, Problem, ProblemKind, Source, Table
from schemas.errors import UnreadableError
from schemas.reasons import reason

_NAMED = re.compile(r"附\s*[件表]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?")
_FIRST_LINES = 3
_HEAD = 25


def read_bundle(data: bytes, read_one: Reader, engine: EngineSource | None = None) -> Document:
    """Read every file of the archive with `read_one`; raises `UnreadableError` where none can be read."""
    members = members_of(data)
    read = [_read(member, number, read_one, engine) for number, member in enumerate(members, start=1)]
    documents = [found for found in read if isinstance(found, Document)]
    if not documents:
        raise _refused(read)
    whole = sum(_is_notice(f) for m, f in zip(members, read, strict=True) if not is_annex_name(m.name))
    if whole > 1:
        raise FormatError("several-notices", count=whole)
    return Document(
        media_type=documents[0].media_type,
        text_origin=_origin(documents),
        ocr_engine=next((found.ocr_engine for found in documents if found.ocr_engine), None),
        pages=tuple(page for found in documents for page in found.pages),
        problems=tuple(p for found in read for p in _problems(found)),
        files=tuple(_source(m, n, found) for n, (m, found) in enumerate(zip(members, read, strict=True), 1)),
    )


def _read(member: Member, number: int, read_one: Reader, engine: EngineSource | None) -> Document | Problem:
    place = Place(file_no=number)
    if member.media_type is None:
        return Problem(kind=ProblemKind.UNCLAIMED, detail=member.name, place=place)
    try:
        document = read_one(member.data, member.media_type, engine)
    except UnreadableError as error:
        why = reason("member-not-read", name=member.name, why=error.reason)
        return unreadable(None, why).model_copy(update={"place": place})
    named = document if number == 1 else _headed(document, member.name)
    return filed(named, number)


def _refused(read: Sequence[Document | Problem]) -> FormatError:
    why = next((p.reason for p in read if isinstance(p, Problem) and p.reason), None)
    return FormatError(why) if why else FormatError("zip-no-files")


def _is_notice(found: Document | Problem) -> bool:
    """Whether a file begins as a notice does: a number on a line of its own, and a title."""
    if isinstance(found, Problem):
        return False
    lines = [block.text for block in islice(found.blocks(), _HEAD) if isinstance(block, Line)]
    return any(map(doc_number, lines)) and any("关于" in line and not is_sentence(line) for line in lines)


def _headed(document: Document, name: str) -> Document:
    """With the label that the file's name gives the annex, where its own first lines don't have one."""
    found = _NAMED.search(PurePosixPath(name).stem)
    first = next((page for page in document.pages if page.blocks), None)
    if not found or first is None or not is_annex_name(name) or _has_label(first.blocks):
        return document
    label = "".join(found[0].split())
    heading = Line(text=label, place=Place(page=first.number, confidence=1), gap=True)
    pages = [_with(page, heading) if page is first else page for page in document.pages]
    return document.model_copy(update={"pages": tuple(pages)})


def _with(page: Page, heading: Line) -> Page:
    return page.model_copy(update={"blocks": (heading, *page.blocks)})


def _has_label(blocks: Sequence[Block]) -> bool:
    """Whether one of the first lines is an attachment's label."""
    for block in blocks[:_FIRST_LINES]:
        if isinstance(block, Table):
            return False
        if attachment_heading(block.text):
            return True
    return False


def _origin(documents: Sequence[Document]) -> TextOrigin:
    origins = {document.text_origin for document in documents}
    if len(origins) == 1:
        return documents[0].text_origin
    return TextOrigin.MIXED if TextOrigin.OCR in origins else documents[0].text_origin


def _problems(found: Document | Problem) -> tuple[Problem, ...]:
    return (found,) if isinstance(found, Problem) else found.problems


def _source(member: Member, number: int, found: Document | Problem) -> Source:
    pages = [page.number for page in found.pages if page.number] if isinstance(found, Document) else []
    return Source(
        path=member.name,
        sha256=hashlib.sha256(member.data).hexdigest(),
        media_type=member.media_type or "application/octet-stream",
        role=SourceRole.MAIN if number == 1 else SourceRole.ATTACHMENT,
        page_count=max(pages, default=None),
    )
