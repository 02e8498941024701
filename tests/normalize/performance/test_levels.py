import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.performance.levels import LevelRow, is_sound, level_rows, read_down
from schemas.document import Place
from tests.normalize.printing import piece

LABELS = st.lists(
    st.sampled_from(
        [
            "产出指标",
            "效益指标",
            "数量指标",
            "质量",
            "社会效益",
            "成本指标",
            "满意度指标",
            "其他指标",
            "自定义",
        ]
    ),
    max_size=3,
)


def rows(*labels: str, named: bool = True) -> tuple[LevelRow, ...]:
    """A row's labels between blanks; `.` for none."""
    split = [[] if row == "." else row.split() for row in labels]
    return level_rows([[piece(label) for label in row] for row in split], [named] * len(labels))


def levels(*labels: str) -> list[tuple[str | None, str | None]]:
    return [(level.level1, level.level2) for level in read_down(rows(*labels))]


OUT, GAIN = "产出指标", "效益指标"


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (["产出指标 数量指标", ".", "质量指标"], [(OUT, "数量指标"), (OUT, "数量指标"), (OUT, "质量指标")]),
        (["产出 数量", "效益 社会效益"], [(OUT, "数量指标"), (GAIN, "社会效益指标")]),  # short forms
        (["产出指标 数量指标", "成本指标"], [(OUT, "数量指标"), (OUT, "成本指标")]),  # here it is the level 2
        (["成本指标 经济成本指标"], [("成本指标", "经济成本指标")]),  # here the level 1
        (
            ["产出指标 数量指标", "社会效益指标"],
            [(OUT, "数量指标"), (GAIN, "社会效益指标")],
        ),  # 效益指标 was lost
        (["数量指标", "社会效益指标"], [(OUT, "数量指标"), (GAIN, "社会效益指标")]),  # no level 1 at all
        (["产出指标 特色指标"], [(OUT, "特色指标")]),  # a fund's own
        (["."], [(None, None)]),
        (["产出指标（50分） 数量指标（20）"], [(OUT, "数量指标")]),  # weights
    ],
)
def test_read_down(labels: list[str], expected: list[tuple[str | None, str | None]]) -> None:
    assert levels(*labels) == expected


@pytest.mark.parametrize(
    ("labels", "sound"),
    [
        (["产出指标 数量指标", ".", "质量指标", "效益指标 社会效益指标"], True),
        (["产出指标 特色指标", "."], True),
        (["产出指标 数量指标", "质量指标", "数量指标"], False),  # a block twice
        ([".", "产出指标 数量指标"], False),  # a row above all labels
        (["产出指标", "数量指标"], False),  # the first row has no level 2
        (["产出指标 数量指标", "社会效益指标"], True),  # its level 1 is the only one possible
    ],
)
def test_is_sound(labels: list[str], sound: bool) -> None:
    made = rows(*labels)
    assert is_sound(made, read_down(made)) is sound


def test_labels_on_a_row_without_a_name_are_not_sound() -> None:
    made = rows("产出指标 数量指标", named=False)
    assert not is_sound(made, read_down(made))


@given(st.lists(LABELS, max_size=8))
def test_never_raises_and_prints_only_its_own_labels(labels: list[list[str]]) -> None:
    made = level_rows([[piece(label) for label in row] for row in labels], [True] * len(labels))
    found = read_down(made)
    is_sound(made, found)
    for row, level in zip(labels, found, strict=True):
        assert level.level1_printed is None or level.level1_printed in row
        assert level.level2_printed is None or level.level2_printed in row


@pytest.mark.parametrize(
    ("label", "confidence", "expected"),
    [
        ("数量指", 0.8, (None, "数量指标", False)),  # a character lost
        ("生全效益", 0.8, (None, None, True)),  # like 生态效益, and 社会效益 was printed
        ("教畢指标", 0.8, (None, None, True)),  # 数量, 质量 or 时效: nobody can tell
        ("教畢指标", 0.99, (None, "教畢指标", False)),  # printed so
        ("教畢指标", None, (None, "教畢指标", False)),
    ],
)
def test_labels_read_with_doubt(
    label: str, confidence: float | None, expected: tuple[str | None, str | None, bool]
) -> None:
    read = piece(label).model_copy(update={"place": Place(page=1, confidence=confidence)})
    (row,) = level_rows([[read]], [True])
    assert (row.level1, row.level2, row.garbled) == expected
