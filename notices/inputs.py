"""Which files a run reads: those given by name, and those found in the folders given."""

import logging
import os
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path, PurePath, PurePosixPath

from schemas.errors import NoticesError
from schemas.model import Frozen

log = logging.getLogger(__name__)

NOTICE_FOLDER = ".notice"
"""A folder whose name ends so is one notice of several files."""


class InputError(NoticesError):
    """What the command names can't be read from."""


class InputFile(Frozen):
    """A file to read; `source` is its name in the dataset, always text that UTF-8 can hold.

    `must_read`: it gets a row whatever it is, being given by name, or a folder that can't be listed.
    `annexes`: further files of the same notice. The path of a notice that is a folder is the folder's.
    """

    path: Path
    source: str
    must_read: bool
    annexes: tuple[Path, ...] = ()


def find_inputs(inputs: Sequence[Path], *, output: Path | None = None) -> tuple[InputFile, ...]:
    """List the files in order: inputs as given, a folder's files by path, each once; never the output's.

    Hidden files and Office's lock files (`~$…`) are passed over; links are followed, loops are not.
    Raises InputError where an input isn't there or is the output folder.
    """
    for given in inputs:
        _check(given, output)
    tops = list(dict.fromkeys(Path(os.path.abspath(given)) for given in inputs))  # noqa: PTH100  keeps link names
    named = {_identity(top) for top in tops if not top.is_dir() or is_bundle(top)}
    folders = {output.resolve()} if output else set()
    files: dict[Path, InputFile] = {}
    for top, label in zip(tops, _labels(tops), strict=True):
        for path, must_read in _under(top, folders):
            key = _identity(path)
            source = printable(PurePosixPath(label, path.relative_to(top).as_posix()))
            files.setdefault(key, InputFile(path=path, source=source, must_read=must_read or key in named))
    return _with_annexes(files, named)


def _with_annexes(files: dict[Path, InputFile], named: set[Path]) -> tuple[InputFile, ...]:
    """Files that plainly belong together as one, without what an OCR engine wrote beside its reading.

    Those given by name stay what they are.
    """
    from extract.readers.by_products import by_products, pages_together  # noqa: PLC0415  keeps help quick
    from notices.bundles import annexes  # noqa: PLC0415  keeps help quick

    free = [file.path for key, file in files.items() if key not in named]
    doubled = by_products(free)
    kept = [path for path in free if path not in doubled]
    owned = {**annexes(kept), **pages_together(kept)}
    taken = {path for paths in owned.values() for path in paths} | doubled
    for path in sorted(doubled):
        log.info("passed over, written by an OCR engine beside its reading: %s", path)
    return tuple(
        file.model_copy(update={"annexes": owned.get(file.path, ())})
        for file in files.values()
        if file.path not in taken
    )


def _check(given: Path, output: Path | None) -> None:
    if not os.path.exists(given):  # noqa: PTH110  Path.exists raises where a folder on the way is closed
        raise InputError(f"{printable(given)} isn't there, or its folder can't be entered; check the name")
    if output and given.resolve() == output.resolve():
        raise InputError(f"{printable(given)} is both input and output; give another folder with -o")


def _identity(path: Path) -> Path:
    """One name for a file however it was reached; a link to a file stays a file of its own."""
    return path.parent.resolve() / path.name


def _labels(tops: Sequence[Path]) -> list[str]:
    """What stands before the paths of each of several inputs: its name, with more where names are alike."""
    if len(tops) == 1:
        return ["" if tops[0].is_dir() and not is_bundle(tops[0]) else tops[0].name]
    depth = next(n for n in count(1) if len({top.parts[-n:] for top in tops}) == len(tops))
    return [PurePath(*top.parts[-depth:]).as_posix() for top in tops]


def _under(top: Path, folders: set[Path]) -> Iterator[tuple[Path, bool]]:
    """The files of an input, and whether they must be read; `folders` are those visited, kept up here."""
    if not top.is_dir() or is_bundle(top):
        yield top, True
    elif _first_visit(top, folders):
        unlisted: list[Path] = []
        found = sorted(_walk(top, folders, unlisted), key=lambda path: path.parts)
        yield from ((path, False) for path in found)
        yield from ((path, True) for path in unlisted)


def _walk(top: Path, folders: set[Path], unlisted: list[Path]) -> Iterator[Path]:
    def refused(error: OSError) -> None:
        unlisted.append(Path(error.filename))

    for folder, below, names in os.walk(top, followlinks=True, onerror=refused):
        here = Path(folder)
        below[:] = [n for n in sorted(below) if not _passed_over(n) and _first_visit(here / n, folders)]
        yield from (here / name for name in below if is_bundle(here / name))
        below[:] = [name for name in below if not is_bundle(here / name)]
        yield from (here / name for name in names if not _passed_over(name))


def _first_visit(folder: Path, folders: set[Path]) -> bool:
    real = folder.resolve()
    new = real not in folders
    folders.add(real)
    return new


def is_bundle(path: Path) -> bool:
    """Whether a folder is given as one notice."""
    return path.name.endswith(NOTICE_FOLDER) and path.is_dir()


def _passed_over(name: str) -> bool:
    return name.startswith((".", "~$"))


def printable(path: PurePath) -> str:
    """Write a path as text that UTF-8 can hold: bytes that are no text (PEP 383) are escaped."""
    return str(path).encode(errors="backslashreplace").decode()
