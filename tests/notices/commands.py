"""The command as a person gives it, inside this process."""

from collections.abc import Callable

import pytest

from notices.cli import main
from schemas.model import Frozen


class Answer(Frozen):
    """What the shell gets."""

    code: int
    out: str
    err: str


Command = Callable[..., Answer]


def command(capfd: pytest.CaptureFixture[str]) -> Command:
    def give(*arguments: object) -> Answer:
        try:
            code: object = main([str(argument) for argument in arguments])
        except SystemExit as left:
            code = left.code
        said = capfd.readouterr()
        return Answer(code=code, out=said.out, err=said.err)

    return give
