"""What the reading of files asks of a ledger, and the one that remembers nothing."""

from typing import NamedTuple, Protocol

from notices.inputs import InputFile
from notices.readings import Reading


class Known(NamedTuple):
    """What an earlier run read in a file that hasn't changed since."""

    sha256: str
    media_type: str
    reading: Reading


class Memory(Protocol):
    """Asked before a file is opened, told when it was read."""

    def known(self, file: InputFile) -> Known | None:
        """The reading of a plain file that is as it was."""
        ...

    def read(self, sha256: str, media_type: str, source: str) -> Reading | None:
        """The reading of these bytes under this name."""
        ...

    def met(self, file: InputFile, sha256: str, media_type: str) -> None:
        """Note which bytes a plain file has."""
        ...

    def keep(self, sha256: str, media_type: str, source: str, reading: Reading) -> None:
        """Keep a reading."""
        ...


class _NoMemory:
    def known(self, file: InputFile) -> None:
        pass

    def read(self, sha256: str, media_type: str, source: str) -> None:
        pass

    def met(self, file: InputFile, sha256: str, media_type: str) -> None:
        pass

    def keep(self, sha256: str, media_type: str, source: str, reading: Reading) -> None:
        pass


NO_MEMORY: Memory = _NoMemory()
"""For one file that is only looked at."""
