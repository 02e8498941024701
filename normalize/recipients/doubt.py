"""How far a likeness may be trusted: when it names lightly, and when it must not name at all.

A misspelt name keeps most of its characters. One that shares only half of them with the nearest
division, or that differs from it in the word that tells neighbours apart (东, 西), may as well be a place
that the list lacks; so may one that is somebody's true name elsewhere, and one that is nearly 高新区.
"""

from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import Hamming, LCSseq, Levenshtein

from normalize.recipients.roster import Roster
from schemas.notation.text import compare_form
from schemas.reference.division_files import national, township_names
from schemas.reference.recipient_kinds import kind_words

# Below four characters every second name of a prefecture is one character from another.
_TELLING = 4


def light(printed: str, forms: Iterable[str]) -> bool:
    """Whether less than two thirds of the characters before the class word speak for every form."""
    return all(_lightly(stem(printed), stem(form)) for form in forms)


def _lightly(printed: str, form: str) -> bool:
    shared = LCSseq.similarity(printed, form)
    return 3 * shared < 2 * max(len(printed), len(form))


def stem(name: str) -> str:
    """The name without its class word (县, 街道), as compared."""
    form = compare_form(name)
    words = sorted((*kind_words().township, *kind_words().division), key=len, reverse=True)
    word = next((w for w in words if form.endswith(w) and len(form) > len(w)), "")
    return form.removesuffix(word)


def opposed(printed: str, name: str) -> bool:
    """Whether the two differ just in words that tell neighbours apart: 城东街道 and 城西街道."""
    one, other = compare_form(printed), compare_form(name)
    if len(one) != len(other):
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    contrast = kind_words().contrast
    return bool(differing) and all(a in contrast and b in contrast for a, b in differing)


def may_mean(printed: str, name: str, *, township: bool) -> bool:
    """Whether the printed name may be a misspelling of the other, and isn't another place's own name.

    A prefecture's counties are all known in every year; a county's townships are not, so that a legible
    name which shares no character with the one township left is rather a township that no list has.
    """
    if opposed(printed, name) or nearly_zone(printed):
        return False
    if not township or not printed.endswith(kind_words().township):
        return True
    shares = LCSseq.similarity(stem(printed), stem(name)) > 0
    return shares and not true_elsewhere(printed)


def true_elsewhere(name: str) -> bool:
    """Whether some township or division of the nation has that name, in any year."""
    forms = {name, name.removesuffix("办事处")}
    return not forms.isdisjoint(township_names()) or name in national().by_name


def nearly_zone(name: str) -> bool:
    """Whether the name ends almost like a zone: 高斯区 is rather 高新区 than 高陵区."""
    words = (w for w in kind_words().zone if len(w) >= 3)
    return any(len(name) >= len(w) and Hamming.distance(name[-len(w) :], w) == 1 for w in words)


def zone_like(name: str, roster: Roster) -> tuple[str, ...]:
    """The zones that a zone's name is one character away from: listed ones, or their usual designations."""
    listed = listed_like(name, roster)
    words = kind_words().zone_designation
    plain = name.endswith(words) or listed
    return listed if plain else tuple(w for w in words if one_off(name[-len(w) :], w))[:1]


def listed_like(name: str, roster: Roster) -> tuple[str, ...]:
    """The names of the jurisdiction's divisions that the name is one character away from, as compared."""
    form = compare_form(name)
    return tuple(dict.fromkeys(ones_off(form, (*roster.official, *roster.other))))


def ones_off(name: str, others: Sequence[str]) -> list[str]:
    """Those that are `one_off` from the name, in their order."""
    near = process.extract_iter(name, others, scorer=Levenshtein.distance, processor=None, score_cutoff=1)
    return [other for other, distance, _ in near if distance == 1 and one_off(name, other)]


def one_off(one: str, other: str) -> bool:
    """Whether two longer names differ in one character."""
    long = min(len(one), len(other)) >= _TELLING
    return long and Levenshtein.distance(one, other, score_cutoff=1) == 1
