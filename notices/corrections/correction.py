"""One line of corrections.csv."""

from datetime import date

from schemas.dataset.codes import TableName
from schemas.findings import RowKey
from schemas.model import Frozen


class Correction(Frozen):
    """A value that a person has decided: of this notice, table, row and column it is `after`.

    `printed` and `before` are what the page printed and the dataset had when it was decided; blank ones are
    not asked about. In the table `findings` the key is a finding's id and the decision is to accept it.
    """

    notice_id: str
    table: TableName
    key: RowKey
    finding_id: str | None = None
    column: str
    printed: str
    before: str
    after: str
    who: str
    when: date | None
    why: str

    @property
    def signature(self) -> str:
        """Who decided, when and why, for a message."""
        return ", ".join(part for part in (self.who, str(self.when or ""), self.why) if part)
