"""The report of real estimates: the shipped pack, on Norway and on every practice in England."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.report.page import Page, value
from tnt.compile.inputs import load
from tnt.estimating.estimate import estimate
from tnt.language.base import in_language
from tnt.locale import LANGUAGES
from tnt.report.page.render import render_report
from tnt.result.model import Result

AS_OF = date(2026, 11, 22)


@pytest.fixture(scope="module")
def norway() -> Result:
    return estimate(load(as_of=AS_OF))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_shipped_pack_on_the_whole_country(norway: Result, lang: str) -> None:
    page = Page(render_report(norway, lang))
    drawn = [row for row in page.rows("asked-for") if row[0].tag == "th"]
    against = sum(one.is_against for one in norway.recommendations)
    assert len(drawn) + against == len(norway.recommendations)
    assert in_language(norway.pack_notice, lang) in page.all("header")[0].text
    assert len([row for row in page.rows("numbers-table") if len(row) > 1]) == len(norway.numbers)


def test_every_practice_in_england(shared: Path) -> None:
    result = estimate(load(lists=shared / "examples/lists-england.yaml", as_of=AS_OF))
    page = Page(render_report(result, "nb"))
    states = [value(row[1]) for row in page.rows("overload-1-states")]
    assert sum(one or 0 for one in states) == result.lists.count
    bins = sum(value(row[1]) or 0 for row in page.rows("overload-1-bins"))
    assert bins == result.overload["gp"].of
    assert len(page.rows("overload-1-top")) == 10
