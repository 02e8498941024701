"""Python's collector of reference cycles, told that a run makes many values and hardly a cycle."""

import gc

_MADE = 20_000
"""Values made before it looks for cycles; of Python's own 700 a notice with a dozen tables makes fifty times
as many, and every look goes through all that is alive."""


def collect_seldom() -> None:
    """For a process that reads notices, once its modules are loaded: what is alive then is never looked at.

    The frozen values between the stages hold no cycles; they go when nothing holds them any more.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_MADE, *gc.get_threshold()[1:])
