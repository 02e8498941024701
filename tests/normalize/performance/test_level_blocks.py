import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.performance.level_blocks import Votes, rebuild
from normalize.performance.levels import level_rows
from schemas.dataset.codes import Method
from schemas.notice import Level
from schemas.reference.levels import level_tree
from tests.normalize.printing import piece

OUT = "产出指标"
SHORT = {
    "数": (OUT, "数量指标"),
    "质": (OUT, "质量指标"),
    "时": (OUT, "时效指标"),
    "社": ("效益指标", "社会效益指标"),
}


def rebuilt(labels: str, siblings: str = "", catalogue: str = "") -> tuple[Level, ...]:
    """A row's label between blanks, `.` for none; a character a row for the votes, `.` for nobody's."""
    rows = labels.split()
    printed = [[] if row == "." else [piece(part) for part in row.split("/")] for row in rows]

    def votes(text: str) -> list[Votes]:
        return [{SHORT[c]: 1.0} if c in SHORT else {} for c in text.ljust(len(rows), ".")]

    return rebuild(level_rows(printed, [True] * len(rows)), votes(siblings), votes(catalogue))


def short(levels: tuple[Level, ...]) -> str:
    back = {path: char for char, path in SHORT.items()}
    return "".join(back.get((level.level1 or "", level.level2 or ""), "?") for level in levels)


@pytest.mark.parametrize(
    ("labels", "siblings", "catalogue", "expected"),
    [
        ("产出指标/数量指标 . 质量指标 .", "", "", "数数质质"),  # nothing is lost
        (". 产出指标/数量指标 . 质量指标", "数数质质", "", "数数质质"),  # each label slipped down by one
        (
            ". 产出指标/数量指标 . . 质量指标 .",
            "数数数质质质",
            "",
            "数数数质质质",
        ),  # labels in the middle of blocks
        ("产出指标/数量指标 . . .", "数数质质", "", "数数质质"),  # a label lost
        ("产出指标/数量指标 数量指标 质量指标 .", "数数质质", "", "数数质质"),  # a label doubled
        ("产出指标/数量指标 . 质量指标 . 效益指标/社会效益指标", "", "数数质质社", "数数质质社"),
        (". . . .", "数数时社", "数数时社", "数数时社"),  # no label at all
    ],
)
def test_rebuild(labels: str, siblings: str, catalogue: str, expected: str) -> None:
    assert short(rebuilt(labels, siblings, catalogue)) == expected


def test_what_was_changed_says_so() -> None:
    kept, changed = rebuilt("产出指标/数量指标 .", "数质", "数质")
    assert (kept.method, changed.method) == (Method.READ, Method.REPAIRED)


LABELS = st.lists(
    st.sampled_from(
        [".", "产出指标/数量指标", "质量指标", "时效指标", "效益指标/社会效益指标", "自定义", "效益指标"]
    ),
    min_size=1,
    max_size=8,
)


@given(LABELS, st.text("数质时社.", max_size=8), st.text("数质时社.", max_size=8))
def test_every_row_gets_a_path_of_the_form(labels: list[str], siblings: str, catalogue: str) -> None:
    paths = {(path.level1, path.level2) for path in level_tree().paths}
    found = rebuilt(" ".join(labels), siblings[: len(labels)], catalogue[: len(labels)])
    assert len(found) == len(labels)
    assert {(level.level1, level.level2) for level in found} <= paths
