"""The archive: its parts by name, bounded, and their XML without entities."""

import posixpath
from io import BytesIO
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812  zlib's name says nothing of where it comes from

from lxml import etree

from extract.readers.contract import FormatError
from extract.readers.members import name_of
from extract.readers.zipped import refuse_bomb
from extract.word.xml import Element

_ENCRYPTED = 0x1
# A page of fifty thousand objects has some ten million bytes.
_MOST_XML = 1 << 26


class Package:
    """An OFD file. Only what lies in the archive is ever read, whatever a path says."""

    def __init__(self, data: bytes) -> None:
        """Raises `FormatError` where the archive is damaged or a bomb."""
        refuse_bomb(data)
        self._archive = ZipFile(BytesIO(data))
        infos = [info for info in self._archive.infolist() if not info.is_dir()]
        self._infos = {_plain(name_of(info)): info for info in infos}

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return _plain(name) in self._infos

    def read(self, name: str) -> bytes:
        """A part's bytes; raises `FormatError` where it is missing, damaged or encrypted."""
        info = self._infos.get(_plain(name))
        if info is None:
            raise FormatError("ofd-part-missing", name=name)
        if info.flag_bits & _ENCRYPTED:
            raise FormatError("zip-password")
        try:
            return self._archive.read(info)
        except (BadZipFile, NotImplementedError, ValueError, OSError, EOFError, ZlibError) as error:
            raise FormatError("zip-damaged") from error

    def xml(self, name: str) -> Element:
        """A part's root; raises `FormatError` where it is no XML, too large, or declares a document type."""
        data = self.read(name)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
        )
        try:
            root = etree.fromstring(data, parser) if len(data) <= _MOST_XML else None
        except (etree.XMLSyntaxError, ValueError) as error:
            raise FormatError("ofd-part-damaged", name=name) from error
        info = root.getroottree().docinfo if root is not None else None
        if root is None or getattr(info, "doctype", None):
            raise FormatError("ofd-part-damaged", name=name)
        return root

    def resolved(self, base: str, location: str) -> str:
        """The part that a path in part `base` names: from the archive's root, or from where `base` lies."""
        location = location.strip().replace("\\", "/")
        beside = posixpath.join(posixpath.dirname(base), location)
        return beside if not location.startswith("/") and self.has(beside) else location


def _plain(name: str) -> str:
    """Without `.`, `..` and a first slash; some writers differ in case."""
    return posixpath.normpath("/" + name.replace("\\", "/")).lstrip("/").lower()
