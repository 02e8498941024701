"""Outcomes counted by profile, with an exact bound on the share of silent errors."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from scipy.stats import binomtest

from benchmarks.scans.score.outcome import FIGURES, Kind, Outcome

_KINDS: tuple[Kind, ...] = ("amount", "recipient", "annual amount", "target", "header")


def upper_bound(silent: int, figures: int, level: float = 0.95) -> float:
    """The one-sided Clopper–Pearson bound on the share, 1 where nothing was asked.

    It takes figures for independent; errors come in clusters, so read it as the least that chance allows.
    """
    if not figures:
        return 1.0
    interval = binomtest(silent, figures, alternative="less").proportion_ci(level, method="exact")
    return float(interval.high)


def table(outcomes: Sequence[Outcome], profile_of: Callable[[str], str]) -> Iterator[str]:
    """Lines of Markdown: a row a profile and one for all."""
    heads = ["profile", *(f"{kind}s" for kind in _KINDS), "extra", "wrong, flagged", "wrong, silent"]
    heads += ["silent per 1,000 (95 % at most)", "needless flags"]
    yield f"| {' | '.join(heads)} |"
    yield "| --- " * len(heads) + "|"
    names = list(dict.fromkeys(profile_of(outcome.file) for outcome in outcomes))
    for name in names:
        yield _line(name, [one for one in outcomes if profile_of(one.file) == name])
    yield _line("all", outcomes)


def _line(name: str, outcomes: Sequence[Outcome]) -> str:
    asked, right = (
        Counter(o.kind for o in outcomes),
        Counter(o.kind for o in outcomes if o.verdict == "right"),
    )
    figures = [o for o in outcomes if o.kind in FIGURES]
    verdicts = Counter(o.verdict for o in figures)
    headers = Counter(o.verdict for o in outcomes if o.kind == "header")
    silent, fine = verdicts["silent"], verdicts["right"]
    rate = f"{1000 * silent / max(1, len(figures)):.1f} ({1000 * upper_bound(silent, len(figures)):.1f})"
    cells = [
        name,
        *(f"{right[kind]}/{asked[kind]}" for kind in _KINDS[:-1]),
        f"{right['header']}/{asked['header']} ({headers['silent']} silent)",
        str(asked["extra"]),
        str(verdicts["flagged"]),
        str(silent),
        rate,
        f"{sum(o.needless for o in figures)}/{fine}",
    ]
    return f"| {' | '.join(cells)} |"
