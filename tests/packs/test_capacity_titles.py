"""The title of a shipped capacity says the hours it computes with, so that nobody reads 52 where 37.5 is meant."""

import pytest

from tnt.language.base import in_language
from tnt.reading.pack import read_pack
from tnt.reading.pack_documents import capacities
from tnt.reading.shipped import default_pack

SHIPPED = capacities(read_pack([default_pack()]))


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_the_title_says_first_the_hours_it_computes_with(name: str) -> None:
    document = SHIPPED[name].document
    hours = document.roles["gp"].hours
    assert hours is not None
    time = hours.value
    for lang, decimal in (("en", "."), ("nb", ",")):
        title = in_language(document.title, lang)
        _, _, said = title.partition(": ")
        number = f"{time.hours:.0f}" if time.hours == round(time.hours) else f"{time.hours:.1f}"
        assert said.replace("1,725", "1725").startswith(number.replace(".", decimal))
        assert time.per_year or " 46 " in said
