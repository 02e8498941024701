"""Transforms of the plane as fixed-layout formats write them: a b c d e f."""

import math

Matrix = tuple[float, float, float, float, float, float]
"""x' = a·x + c·y + e, y' = b·x + d·y + f."""

_SAME = 1e-3
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def times(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that does the first and then the second."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point comes to lie."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def inverse(matrix: Matrix) -> Matrix | None:
    """The way back; null where the matrix leaves no way (it lays all on a line)."""
    a, b, c, d, e, f = matrix
    size = a * d - b * c
    if abs(size) < 1e-12:
        return None
    return d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size


def way(start: Matrix, end: Matrix) -> Matrix | None:
    """The matrix that leads from the one to the other; null where they are the same, or none does."""
    if math.dist(start, end) < _SAME:
        return None
    back = inverse(start)
    return None if back is None else times(back, end)
