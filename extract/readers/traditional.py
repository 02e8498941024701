"""Traditional characters → simplified ones, by OpenCC, before anything is read in the text.

Mirrors of notices from Taiwan and Hong Kong sites print 財政局 and 關於; numbers, names and rules of reading
are the same. A text in simplified characters holds hardly any that the conversion would change, and those
(乾县) are left as they are.
"""

import re
from functools import cache

from opencc import OpenCC

from extract.readers.changed import with_texts
from schemas.document import Block, Document, Table

_HAN = re.compile(r"[\u3400-\u9fff]+")
# None of these characters of every fiscal text: it isn't worth converting.
_TELLING = frozenset("財資關於縣區補預廳鎮鄉號據項專達這為與單")
_FEWEST = 10
_SHARE = 0.1
"""Of a traditional text's characters a third or so has a simplified form of its own."""


def simplified(document: Document) -> Document:
    """The document in simplified characters; the same where it is written in them."""
    text = "".join(_HAN.findall("".join(map(_text, document.blocks()))))
    if not _TELLING & set(text):
        return document
    changed = sum(a != b for a, b in zip(text, _converted(text), strict=False))
    if changed < _FEWEST or changed < _SHARE * len(text):
        return document
    pages = tuple(
        page.model_copy(update={"blocks": tuple(with_texts(b, _converted) for b in page.blocks)})
        for page in document.pages
    )
    return document.model_copy(update={"pages": pages})


def _text(block: Block) -> str:
    return "".join(cell.text for cell in block.cells) if isinstance(block, Table) else block.text


def _converted(text: str) -> str:
    return str(_converter().convert(text))


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")
