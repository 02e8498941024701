from hypothesis import given
from hypothesis import strategies as st

from normalize.recipients.likeness import likeness
from tests.normalize.printing import people

MEMBERS = [d for d in people("411400").members if d.level == "county"]
NAMES = [d.name for d in MEMBERS]


def test_each_name_is_most_like_itself() -> None:
    scores = likeness(NAMES, MEMBERS)
    assert [int(row.argmax()) for row in scores] == list(range(len(NAMES)))
    assert all(scores[i, i] == 100 for i in range(len(NAMES)))


def test_the_class_word_counts_where_one_is_printed() -> None:
    members = [d for d in people("622900").members if d.name in ("临夏市", "临夏县")]
    (row,) = likeness(["临夏市"], members)
    assert dict(zip([d.name for d in members], row, strict=True))["临夏县"] < 100


def test_a_bare_stem_is_compared_with_bare_stems() -> None:
    members = [d for d in people("622900").members if d.name in ("永靖县", "和政县")]
    (row,) = likeness(["永靖"], members)
    assert max(row) == 100


@given(st.lists(st.text(max_size=8), max_size=4))
def test_scores_are_percentages(names: list[str]) -> None:
    scores = likeness(names, MEMBERS)
    assert scores.shape == (len(names), len(MEMBERS))
    assert ((scores >= 0) & (scores <= 100)).all()
