"""The files of a ZIP archive that belong to a notice: names decoded, the main file first."""

import re
from io import BytesIO
from pathlib import PurePosixPath
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812  zlib's name says nothing of where it comes from

from extract.readers.by_products import by_products
from extract.readers.contract import FormatError
from extract.readers.kinds import ET, ODS, XLS, XLSX, ZIP, media_type_of, refined
from extract.readers.zipped import refuse_bomb

_UTF8, _ENCRYPTED = 0x800, 0x1
_PASSED_OVER = re.compile(r"(?:^|/)(?:__MACOSX/|[.]|~\$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
# What a browser saves beside a page: its pictures and scripts.
_ASSETS = re.compile(r"(?:_files|\.files)/", re.IGNORECASE)
_ANNEX = re.compile(r"附\s*[件表]|(?:^|[-_ ])附[一二三四五六七八九十\d]")
_DIGITS = re.compile(r"(\d+)", re.ASCII)
_HAN = re.compile(r"(?<=附件)[一二三四五六七八九]")


class Member(NamedTuple):
    """A file of the archive; `media_type` is null for a kind that isn't known."""

    name: str
    data: bytes
    media_type: str | None


def is_annex_name(name: str) -> bool:
    """Whether a file's name says that it is an annex: 附件1.xls, 关于…的通知附件2.xlsx, 附表.doc."""
    return bool(_ANNEX.search(PurePosixPath(name).stem))


def members_of(data: bytes) -> tuple[Member, ...]:
    """Every file in the order of a notice; raises `FormatError` for damage, a password, a bomb."""
    refuse_bomb(data)
    try:
        with ZipFile(BytesIO(data)) as archive:
            infos = [(PurePosixPath(name_of(info)), info) for info in archive.infolist() if _is_file(info)]
            doubled = by_products([path for path, _ in infos])
            found = [_member(archive, info) for path, info in infos if path not in doubled]
    except (BadZipFile, NotImplementedError, ValueError, OSError, EOFError, ZlibError) as error:
        raise FormatError("zip-damaged") from error
    return tuple(sorted(found, key=_rank))


def _is_file(info: ZipInfo) -> bool:
    name = name_of(info)
    return not info.is_dir() and not _PASSED_OVER.search(name) and not _ASSETS.search(name)


def _member(archive: ZipFile, info: ZipInfo) -> Member:
    if info.flag_bits & _ENCRYPTED:
        raise FormatError("zip-password")
    data, name = archive.read(info), name_of(info)
    kind = media_type_of(PurePosixPath(name), data[:2048])
    return Member(name, data, refined(kind, data) if kind else None)


def name_of(info: ZipInfo) -> str:
    """The name in UTF-8 where the archive says or it fits, else in GB18030, as Windows packs it here."""
    name = info.filename
    if not info.flag_bits & _UTF8:
        raw = info.orig_filename.encode("cp437", "replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return name.replace("\\", "/").encode("utf-8", "replace").decode("utf-8")


def _rank(member: Member) -> tuple[bool, bool, bool, list[tuple[int, str]]]:
    """Known kinds first; text before workbooks; what isn't called an annex first; 附件2 before 附件10."""
    sheet = member.media_type in {XLS, XLSX, ET, ODS}
    unknown = member.media_type in {None, ZIP}
    parts = _DIGITS.split(_counted(member.name))
    order = [(int(part), "") if part.isascii() and part.isdigit() else (0, part) for part in parts]
    return unknown, is_annex_name(member.name), sheet, order


def _counted(name: str) -> str:
    """With Chinese numbers up to ten as digits: 附件二 before 附件三."""
    return _HAN.sub(lambda found: str("一二三四五六七八九".index(found[0]) + 1), name)
