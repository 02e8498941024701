"""Sums of money in running text, canonical: what they are for and how they divide each other."""

from decimal import Decimal

from schemas.dataset.codes import Unit
from schemas.document import Place
from schemas.model import Frozen


class TextAmount(Frozen):
    """A sum in running text; `sent` says that the sentence sends it down (现下达 …).

    `step` is what its last printed digit is worth in 元.
    """

    yuan: Decimal
    step: Decimal
    printed: str
    unit: Unit
    clause: str
    sent: bool
    place: Place


class TextPart(Frozen):
    """A sum that running text names something for: 中央资金3500万元, 甲县1200万元.

    `label` is what it is for, without the verb; `payee` the recipient of an allocation row that it begins
    with (as `normalize.performance.owners.identity`), `rest` what the label says beside that (in a list
    that names it once, 甲县工作经费5万元、乙县3万元, what it says of the first). `for_a_use`
    says that a use follows the sum (用于…): it may be some of what the label names.
    """

    label: str
    amount: TextAmount
    payee: str | None = None
    rest: str = ""
    for_a_use: bool = False


class TextBreakdown(Frozen):
    """A sum and the parts that the text names of it (其中); a single sum sent to somebody has no whole.

    `exhaustive` says that the text lists all parts (包括, 分别为, a colon), which 其中 doesn't.
    """

    whole: TextPart | None
    parts: tuple[TextPart, ...]
    exhaustive: bool = False
