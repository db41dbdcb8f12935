"""Which ages no row is about, and how they are named."""

import pytest

from tnt.language.documents.contacts import ContactRow
from tnt.language.values.ages import Ages
from tnt.reading.checks.people_rows import ages_named, ages_without_a_row, in_words


@pytest.mark.parametrize(
    ("rows", "sex", "ages", "lacking"),
    [
        ([{"ages": "0"}], "all", Ages(0, 0), ""),
        ([{"ages": "1+"}], "all", Ages(0, 0), "0"),
        ([{"ages": "0-9"}, {"ages": "20+"}], "all", Ages(5, 40), "10-19"),
        ([{"ages": "0-9", "sex": "female"}], "all", Ages(0, 9), "0-9"),
        ([{"ages": "0-9", "sex": "female"}], "female", Ages(0, 9), ""),
        ([{"ages": "0-9"}], "all", Ages(), "10+"),
        ([{"ages": "all"}], "all", Ages(110, None), ""),
    ],
)
def test_ages_without_a_row(rows, sex, ages, lacking):
    read = [ContactRow.model_validate({"contacts": "1 / year", **row}) for row in rows]
    assert in_words(ages_without_a_row(ages_named(read), sex, ages)) == lacking
