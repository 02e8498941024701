"""Puts `rows` on the path of the tests below it."""

import pytest
from rows import sample

from notices.process import Rows


@pytest.fixture
def rows() -> Rows:
    """A plausible notice with hostile texts."""
    return sample()
