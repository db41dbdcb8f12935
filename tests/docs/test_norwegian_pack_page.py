"""docs/norwegian-pack.md and its Norwegian twin say what the shipped pack gives: computed parts are made anew here."""

import os
import re
from pathlib import Path

import pytest

from tests.docs.norwegian_pack import drawn, result
from tests.docs.norwegian_pack import parts as parts_of_pack
from tests.docs.norwegian_pack_drivers import driver_parts
from tests.docs.norwegian_pack_overlap import overlap

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {"en": DOCS / "norwegian-pack.md", "nb": DOCS / "norwegian-pack.nb.md"}


def parts(lang: str) -> dict[str, str]:
    return parts_of_pack(lang) | {"overlap": overlap(lang)} | driver_parts(lang)


def with_parts(page: str, lang: str) -> str:
    """The page with every computed part as it is today; each must stand on it once."""
    for name, text in parts(lang).items():
        begin, end = f"<!-- {name} -->\n", f"\n<!-- end of {name} -->"
        before, found, rest = page.partition(begin)
        assert found, name
        _, closed, after = rest.partition(end)
        assert closed, name
        page = before + begin + text + end + after
    return page


@pytest.mark.parametrize("lang", PAGES)
def test_the_computed_parts_are_those_of_the_shipped_pack(lang: str) -> None:
    page = PAGES[lang].read_text("utf-8")
    if os.environ.get("UPDATE_GOLDEN"):
        PAGES[lang].write_text(with_parts(page, lang), "utf-8")
    assert with_parts(page, lang) == PAGES[lang].read_text("utf-8"), "write it anew with UPDATE_GOLDEN=1"


@pytest.mark.parametrize("lang", PAGES)
def test_no_share_is_quoted_in_the_words_of_the_page(lang: str) -> None:
    """Shares of time stand in the computed part alone, where reserve, hours and range stand beside them."""
    page = PAGES[lang].read_text("utf-8")
    for name in parts(lang):
        page = re.sub(f"<!-- {name} -->.*<!-- end of {name} -->", "", page, flags=re.S)
    total = result().total["gp"].share_of_capacity
    assert total is not None
    assert f"{total:.1%}".replace("%", "") not in page.replace(",", ".")


@pytest.mark.parametrize(("lang", "said"), [("en", "{low} to {high} million"), ("nb", "{low} til {high} millioner")])
def test_the_sentence_to_quote_says_what_is_computed(lang: str, said: str) -> None:
    spread, total = drawn().total["gp"].headline, result().total["gp"]
    low, high = (f"{hours / 1e6:.1f}".replace(".", "," if lang == "nb" else ".") for hours in (spread.p05, spread.p95))
    page = PAGES[lang].read_text("utf-8")
    assert said.format(low=low, high=high) in page
    assert total.required_hours is not None
    assert 2.9e6 < total.required_hours < 3.2e6, "about three million"


@pytest.mark.parametrize("lang", PAGES)
def test_no_hour_is_free_of_assumptions_as_the_page_says(lang: str) -> None:
    weakest = parts(lang)["status"].splitlines()[-1]
    assert [cell.strip()[0] for cell in weakest.split("|")[2:4]] == ["0", "0"]
