from tools.build_divisions.history import Listed, township_rows

LISTS = {
    2015: {"110101001": "东华门街道办事处", "110101002": "景山街道办事处", "110101003": "甲乡（特殊乡镇）"},
    2016: {"110101001": "东华门街道办事处", "110101003": "甲乡"},
    2017: {"110101001": "东华门街道", "110101002": "景山街道", "110101003": "乙镇"},
    2018: {"110101001": "东华门街道", "110101003": "甲乡"},
}


def test_townships_have_the_years_of_their_lists() -> None:
    assert list(township_rows(LISTS)) == [
        Listed("110101001", "东华门街道", 2015, 2018),  # the offices' suffix is no renaming
        Listed("110101002", "景山街道", 2015, 2017),  # a gap of the list of 2016
        Listed("110101003", "甲乡", 2015, 2016),  # a remark is no name
        Listed("110101003", "乙镇", 2017, 2017),
        Listed("110101003", "甲乡", 2018, 2018),  # another name between: no gap
    ]
