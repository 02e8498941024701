"""Sums of a clause → what the words before each say of it: whose it is, what for, how it is linked."""

from collections.abc import Iterator, Sequence

from normalize.fund_words import fund_words
from normalize.performance.owners import identity
from normalize.recipients.names import proper_name
from normalize.recipients.roster import Roster
from normalize.text_amounts import text_amount
from normalize.text_links import Link, Relation, label_of, link_of, rest_follows, use_follows
from normalize.text_sent import of_another_time, purpose, sends
from normalize.text_series import worded_sums
from schemas.dataset.codes import RowKind
from schemas.model import Frozen
from schemas.notation.money import find_money
from schemas.notation.text import compare_form
from schemas.notice import Allocation
from schemas.printed import PrintedClause
from schemas.text_sums import TextAmount, TextPart


class NamedSum(Frozen):
    """A sum with its link to the one before; `part` is null for what no list holds: a rate, another year's.

    `sends`: its words send it. `rest_follows`: the list wasn't all.
    """

    link: Link
    part: TextPart | None
    sends: bool = False
    rest_follows: bool = False


class Names:
    """The recipients of the tables, by every name that running text may give them."""

    def __init__(self, allocations: Sequence[Allocation], roster: Roster) -> None:
        self._roster = roster
        self._payees: dict[str, str] = {}
        for row in (r for table in allocations for r in table.of_kind(RowKind.RECIPIENT)):
            if row.match is not None and row.match.name:
                printed = proper_name(row.name.text) if row.name else row.match.name
                names = map(compare_form, (row.match.name, printed))
                self._payees |= dict.fromkeys(names, identity(row.match))
        self._known = set(self._payees.values())

    def split(self, label: str) -> tuple[str | None, str]:
        """The recipient whose name is the longest that the label begins with, and the rest of the label."""
        for end in range(len(label), 1, -1):
            if who := self._of(label[:end]):
                return who, label[end:].removeprefix("财政局").removeprefix("人民政府")
        return None, label

    def within(self, label: str) -> bool:
        """Whether the label names a recipient further on: 重点支持甲县."""
        return any(name in compare_form(label)[1:] for name in self._payees)

    def knows(self, label: str) -> bool:
        """Whether a recipient or whose money it is stands there, and no more."""
        who, rest = self.split(label)
        return (who is not None and not rest) or fund_words((label,)).source is not None

    def _of(self, name: str) -> str | None:
        if who := self._payees.get(compare_form(name)):
            return who
        codes = {d.code for d in self._roster.exactly(name) or self._roster.known_as(name)}
        return min(codes) if len(codes) == 1 and codes <= self._known else None


def named_sums(clause: PrintedClause, names: Names, years: frozenset[int]) -> Iterator[NamedSum]:
    """Every sum of a clause, in order; those of another time than the notice's `years` end a list."""
    use = ""
    for one in worded_sums(clause.text, find_money(clause.text), names.knows):
        mention, link = one.mention, link_of(one.gap)
        before, after = clause.text[: mention.start], clause.text[mention.end :]
        sentence = before.rpartition("。")[2].rpartition("；")[2]
        amount = None if mention.is_rate else text_amount(mention, sentence, clause.number, clause.place)
        if amount is None or of_another_time(sentence, years):
            yield NamedSum(link=link, part=None)
            continue
        part = _part(label_of(one.gap), amount, names)
        if part.payee and link.relation == Relation.JOINS and not part.rest:
            part = part.model_copy(update={"rest": use})
        use = part.rest if part.payee else ""
        if link.relation == Relation.JOINS and part.payee is None and names.within(part.label):
            link = link.model_copy(update={"relation": Relation.NONE})
        part = part.model_copy(update={"for_a_use": use_follows(after)})
        yield NamedSum(link=link, part=part, sends=sends(label_of(one.gap)), rest_follows=rest_follows(after))


def _part(words: str, amount: TextAmount, names: Names) -> TextPart:
    label = purpose(words)
    payee, rest = names.split(label)
    return TextPart(label=label, amount=amount, payee=payee, rest=rest)
