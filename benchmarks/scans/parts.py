"""Which seeds may be looked at.

Whoever changes the reader looks at the development part only. The held-out part is made to be measured:
nobody looks at its pages or its errors; once somebody has, it belongs to the development part and another
seed takes its place here.
"""

from typing import Literal

PartName = Literal["development", "held-out"]

SEEDS: dict[PartName, int] = {"development": 1101, "held-out": 2203}
