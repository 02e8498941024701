"""Rows that several tests look at."""

import pytest

from notices.process import Rows
from tests.notices.rows import sample


@pytest.fixture
def rows() -> Rows:
    """A plausible notice with hostile texts."""
    return sample()
