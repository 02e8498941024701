import pickle

from schemas.notation.errors import NotationError


def test_error_survives_a_process_border() -> None:
    error = pickle.loads(pickle.dumps(NotationError("1,23", "a number")))  # noqa: S301 - our own bytes
    assert (error.text, error.expected) == ("1,23", "a number")
    assert str(error) == "'1,23' is not a number"
