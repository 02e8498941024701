"""Web pages as they were saved: what is on them beside the notice is taken out first."""

from extract.html.charset import decode_html
from extract.html.flow import blocks_of
from extract.html.furniture import drop_furniture, main_part
from extract.html.tree import parse
from extract.readers.contract import EngineSource, FormatError
from schemas.dataset.codes import TextOrigin
from schemas.document import Document, Page


def read_html(data: bytes, media_type: str, engine: EngineSource | None = None) -> Document:  # noqa: ARG001  the contract of all readers
    """Read a page; raises `FormatError` where it holds no text, or is nested beyond reason."""
    body = parse(decode_html(data))
    drop_furniture(body)
    blocks = blocks_of(main_part(body))
    if not blocks:
        raise FormatError("no-text")
    return Document(media_type=media_type, text_origin=TextOrigin.PLAIN_TEXT, pages=(Page(blocks=blocks),))
