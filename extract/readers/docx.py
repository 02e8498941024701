"""Word files (DOCX): the main text; headers, footers, notes and comments are no part of it."""

from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from extract.readers.contract import EngineSource, FormatError
from extract.readers.trouble import unreadable
from extract.readers.zipped import refuse_bomb
from extract.word.body import Body
from extract.word.numbering import Numbering
from extract.word.pictures import unread_pictures
from extract.word.styles import Styles
from extract.word.xml import Element
from schemas.dataset.codes import TextOrigin
from schemas.document import Document, Page
from schemas.reasons import reason


def read_docx(data: bytes, media_type: str, engine: EngineSource | None = None) -> Document:  # noqa: ARG001  the contract of all readers
    """Read a DOCX; raises `FormatError` where it is damaged or a bomb."""
    refuse_bomb(data)
    try:
        opened = docx.Document(BytesIO(data))
        body, styles, numbering = _parts(opened)
    except MemoryError:
        raise
    except Exception as error:  # python-docx raises whatever its parsers meet in a damaged part
        raise FormatError("word-damaged") from error
    try:
        blocks = tuple(Body(styles, numbering).read(body))
    except RecursionError as error:
        raise FormatError("word-damaged") from error
    pictures = unread_pictures(body)
    why = reason("pictures-not-read", count=pictures) if pictures else None
    return Document(
        media_type=media_type,
        text_origin=TextOrigin.TEXT_LAYER,
        pages=(Page(blocks=blocks),),
        problems=(unreadable(None, why),) if why else (),
    )


def _parts(opened: WordDocument) -> tuple[Element, Styles, Numbering]:
    return (
        opened.element.body,
        Styles(_related(opened, RELATIONSHIP_TYPE.STYLES)),
        Numbering(_related(opened, RELATIONSHIP_TYPE.NUMBERING)),
    )


def _related(opened: WordDocument, kind: str) -> Element | None:
    """The root of a part that the text refers to; null where there is none."""
    part = next(
        (r.target_part for r in opened.part.rels.values() if r.reltype == kind and not r.is_external), None
    )
    return None if part is None else etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))
