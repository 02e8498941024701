import pickle
from decimal import Decimal

import pytest

from schemas.dataset import codes
from schemas.dataset.codes import Action, Code, Unit

VOCABULARIES = [kind for kind in vars(codes).values() if isinstance(kind, type) and issubclass(kind, Code)]


@pytest.mark.parametrize("unit", Unit)
def test_factors_are_what_the_unit_says(unit: Unit) -> None:
    worth = {"元": 1, "千元": 10**3, "万元": 10**4, "百万元": 10**6, "亿元": 10**8}
    assert unit.factor == Decimal(worth[unit])


@pytest.mark.parametrize("kind", VOCABULARIES)
def test_codes_are_english_and_labels_differ(kind: type[Code]) -> None:
    assert all(code.value.isascii() for code in kind)
    assert len({code.label_zh for code in kind}) == len(list(kind))


def test_a_code_is_its_text_and_survives_another_process() -> None:
    assert f"{Action.ADVANCE}" == "advance"
    assert Action("advance") is Action.ADVANCE
    assert pickle.loads(pickle.dumps(Action.ADVANCE)) is Action.ADVANCE  # noqa: S301  our own bytes
    assert pickle.loads(pickle.dumps(Unit.WAN)) is Unit.WAN  # noqa: S301  our own bytes
