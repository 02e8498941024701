from itertools import chain

from schemas.notation.words import WORDS


def test_no_word_means_two_operators() -> None:
    for forms in (WORDS.targets.operators, WORDS.targets.suffixes):
        words = list(chain.from_iterable(forms.values()))
        assert len(words) == len(set(words))


def test_no_word_stands_in_two_lists() -> None:
    numbers = WORDS.document_numbers
    words = [*numbers.leading, *numbers.agencies, *numbers.ambiguous]
    assert len(words) == len(set(words))


def test_no_organisation_ends_as_a_place_does() -> None:
    # 农场 is both a place and something that ends on 场; any other overlap would split lists wrongly.
    lists = WORDS.lists
    overlap = {place for place in lists.division_endings if place.endswith(lists.organisation_endings)}
    assert overlap == {"农场"}
