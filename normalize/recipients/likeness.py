"""How alike two division names look, 0 to 100."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from normalize.recipients.names import named_as_division
from schemas.notation.text import compare_form
from schemas.reference.division_names import short_forms
from schemas.reference.divisions import Division
from schemas.reference.recipient_kinds import kind_words

Scores = NDArray[np.float64]


def likeness(names: Sequence[str], members: Sequence[Division]) -> Scores:
    """One row a name, one column a division: the best ratio over the division's full and classed names.

    Bare stems (伊宁 for 伊宁市 and 伊宁县) are left out for names that end with a class word: they
    would hide the one character that tells two divisions apart. A township (镇, 街道) and a county (县, 区)
    are never alike.
    """
    scores = np.zeros((len(names), len(members)))
    for column, member in enumerate(members):
        for bare in (False, True):
            fitting = [i for i, name in enumerate(names) if _may_be(name, member)]
            rows = [i for i in fitting if named_as_division(names[i]) != bare]
            forms = list(_forms(member, bare=bare))
            if rows and forms:
                asked = [compare_form(names[i]) for i in rows]
                scores[rows, column] = process.cdist(asked, forms, scorer=fuzz.ratio).max(axis=1)
    return scores


def _may_be(name: str, member: Division) -> bool:
    township = name.endswith(kind_words().township)
    return not named_as_division(name) or township == (member.level == "township")


def _forms(member: Division, *, bare: bool) -> Iterable[str]:
    for form in (member.name, *short_forms(member)):
        if bare or form == member.name or named_as_division(form):
            yield compare_form(form)
