"""What this installation can read, and what to do about the rest."""

from collections.abc import Mapping
from pathlib import Path, PurePath

from extract import media_type_of
from extract.ocr.choose import probes
from extract.ocr.contract import Availability
from extract.office.find import ADVICE, probe_office
from extract.readers.choose import SUPPORTED
from extract.readers.legacy import CONVERTED
from notices.ocr_cache import default_path
from notices.versions import versions
from schemas.model import Frozen

_FORMATS: Mapping[str, tuple[str, str]] = {
    "plain text": (".txt", "save it as UTF-8 text"),
    "Markdown": (".md", "save it as UTF-8 text"),
    "web page": (".html", "open it in a browser and save it as text"),
    "PDF": (".pdf", "have its text written out (pdftotext -layout), or the pages read by an OCR program"),
    "scan (PNG, JPEG, TIFF)": (".png", "have an OCR program read it and save text"),
    "Word (docx)": (".docx", "open it in Word or WPS and save it as text"),
    "Word (doc)": (".doc", ADVICE),
    "WPS": (".wps", ADVICE),
    "RTF": (".rtf", ADVICE),
    "OpenDocument": (".odt", ADVICE),
    "Excel (xlsx)": (".xlsx", "open it in Excel or WPS and save it as tab-separated text (.txt)"),
    "Excel (xls)": (".xls", "open it in Excel or WPS and save it as tab-separated text (.txt)"),
    "JSON of OCR engines": (".json", "have the engine write Markdown"),
    "OFD": (".ofd", "open it in an OFD reader and save it as text"),
}
"""What people have, by name: the usual ending, and the way round where this version can't read it."""


class Ability(Frozen):
    """A kind of file, whether it can be read here, and the way round where it can't."""

    name: str
    here: bool
    advice: str


class Engine(Frozen):
    """An OCR engine by the name `--ocr` takes, or another program: its version, or how to get it."""

    name: str
    here: bool
    version: str
    advice: str


class OcrCachePlace(Frozen):
    """The file in which readings are kept, and its size in bytes (0 where none was kept yet)."""

    path: Path
    size: int


class Checkup(Frozen):
    """What the doctor has found; `office` is LibreOffice."""

    versions: Mapping[str, str]
    abilities: tuple[Ability, ...]
    engines: tuple[Engine, ...]
    office: Engine
    ocr_cache: OcrCachePlace


def examine() -> Checkup:
    """Look at this installation; nothing is read and nothing is fetched."""
    office = _engine("LibreOffice", probe_office())
    readable = SUPPORTED if office.here else SUPPORTED - CONVERTED
    abilities = [
        Ability(name=name, here=media_type_of(PurePath(f"x{ending}"), b"") in readable, advice=advice)
        for name, (ending, advice) in _FORMATS.items()
    ]
    return Checkup(
        versions=versions(),
        abilities=tuple(abilities),
        engines=tuple(_engine(name, found) for name, found in probes().items()),
        office=office,
        ocr_cache=_ocr_cache(),
    )


def _ocr_cache() -> OcrCachePlace:
    path = default_path()
    return OcrCachePlace(path=path, size=path.stat().st_size if path.is_file() else 0)


def _engine(name: str, found: Availability) -> Engine:
    return Engine(name=name, here=found.here, version=found.version, advice=found.advice)
