"""Which files of a folder are wanted: shell patterns against their paths in the input."""

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from notices.inputs import InputFile
from schemas.model import Frozen


class Chosen(Frozen):
    """The files to read, in order, and how many the patterns leave out."""

    files: tuple[InputFile, ...]
    excluded: int


def chosen(files: Sequence[InputFile], include: Sequence[str], exclude: Sequence[str]) -> Chosen:
    """Files that some pattern of `include` fits (all, where there is none) and none of `exclude`.

    A pattern without `/` is held against the name, else against the whole path; `*` crosses folders. A file
    given by name is wanted whatever it is called.
    """
    kept = tuple(file for file in files if file.must_read or _is_wanted(file, include, exclude))
    return Chosen(files=kept, excluded=len(files) - len(kept))


def _is_wanted(file: InputFile, include: Sequence[str], exclude: Sequence[str]) -> bool:
    path = file.source.replace("\\", "/")
    return (not include or _fits(path, include)) and not _fits(path, exclude)


def _fits(path: str, patterns: Iterable[str]) -> bool:
    name = PurePosixPath(path).name
    return any(fnmatchcase(path if "/" in pattern else name, pattern) for pattern in patterns)
