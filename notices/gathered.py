"""What became of every file of a run."""

from collections.abc import Iterator

from notices.archive.facts import Facts
from notices.merge import Copy, with_copies
from notices.output.ordering import sortable
from notices.process import Rows
from notices.readings import Filed, Spool
from schemas.model import Frozen


class Original(Frozen):
    """The first file with certain bytes, what came of it, and the further files with the same bytes."""

    file: Copy
    sha256: str
    filed: Filed
    copies: tuple[Copy, ...] = ()

    def and_copy(self, copy: Copy) -> "Original":
        """The same with one more copy."""
        return self.model_copy(update={"copies": (*self.copies, copy)})

    def rows(self, spool: Spool) -> Rows:
        """Its rows, the copies named among them."""
        rows = spool.get(self.filed.slot)
        return with_copies(rows, self.sha256, self.copies) if self.copies else rows


class Gathered(Frozen):
    """What became of every file."""

    originals: tuple[Original, ...]
    refused: tuple[Filed, ...]
    skipped: int

    @property
    def read(self) -> int:
        """Files that were read."""
        return sum(original.filed.head.readable for original in self.originals)

    @property
    def failed(self) -> int:
        """Files that couldn't be read."""
        return len(self.originals) - self.read + len(self.refused)

    @property
    def duplicates(self) -> int:
        """Files with bytes that another file has too."""
        return sum(len(original.copies) for original in self.originals)

    @property
    def facts(self) -> Iterator[Facts]:
        """What the archive's checks need of each notice."""
        return (facts for one in self.originals for facts in one.filed.head.facts)

    def rows(self, spool: Spool) -> Iterator[Rows]:
        """The rows of a file at a time, in the order of their notices."""
        files: list[Original | Filed] = [*self.originals, *self.refused]
        for one in sorted(files, key=_place):
            yield one.rows(spool) if isinstance(one, Original) else spool.get(one.slot)


def _place(one: Original | Filed) -> str:
    head = one.filed.head if isinstance(one, Original) else one.head
    return sortable(head.notice_id)
