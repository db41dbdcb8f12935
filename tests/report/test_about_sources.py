"""What a reader is told of a source: where in it, that it has no address, and who checked it."""

from __future__ import annotations

from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from tests.report.page import Page
from tnt.compile.inputs import Inputs, load
from tnt.estimating.estimate import estimate
from tnt.explain.terminal import print_explanation
from tnt.explain.trace import trace
from tnt.report.files.frames import numbers_frame
from tnt.report.files.json import as_document
from tnt.report.page.render import render_report
from tnt.result.model import Result

GUIDELINE = """\
format: tnt/1
guideline: g
sources:
  book:
    title: A book
    publisher: A house
    year: 1999
    place: {nb: side 12, en: page 12}
    url_status: none
    checked: {by: A reader, date: 30.11.2026}
recommendations:
  r:
    population: {ages: 40+}
    tasks: {t: {role: gp, time: {value: 15 min, source: book}, frequency: 1 / year}}
"""
SAID = {
    "nb": ("A house, 1999, side 12", "uten adresse", "kontrollert av A reader 30. november 2026"),
    "en": ("A house, 1999, page 12", "no address", "checked by A reader, 30 November 2026"),
}


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    folder = tmp_path_factory.mktemp("pack")
    (folder / "g.yaml").write_text(GUIDELINE)
    return load(folder, lists="1000 people", as_of=date(2026, 11, 22))


@pytest.fixture(scope="module")
def result(inputs: Inputs) -> Result:
    return estimate(inputs)


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_list_of_sources_says_place_no_address_and_who_checked(result: Result, lang: str) -> None:
    (entry,) = [one for one in Page(render_report(result, lang)).all("li") if one.attributes.get("id") == "source-1"]
    text = " ".join(entry.text.split())
    assert all(said in text for said in SAID[lang])


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_an_explanation_says_the_same(inputs: Inputs, result: Result, lang: str) -> None:
    step = trace(inputs, result, "g/r")
    assert step is not None
    file = StringIO()
    print_explanation(step, result, lang, file)
    text = " ".join(file.getvalue().split())
    assert all(said in text for said in (SAID[lang][0].partition("1999, ")[2], *SAID[lang][1:]))


def test_json_and_frames_hold_each_apart(result: Result) -> None:
    (number,) = [one for one in as_document(result)["numbers"] if one["source"] == "book"]
    assert {key: number[key] for key in ("publisher", "year", "place", "url", "url_status", "checked")} == {
        "publisher": "A house",
        "year": 1999,
        "place": {"nb": "side 12", "en": "page 12"},
        "url": None,
        "url_status": "none",
        "checked": {"by": "A reader", "date": "2026-11-30"},
    }
    row = numbers_frame(result, "nb").query("url_status == 'none'").iloc[0]
    assert (row["place"], row["checked"]) == ("side 12", "kontrollert av A reader 30. november 2026")


def test_what_a_source_does_not_say_is_not_said(tmp_path: Path) -> None:
    (tmp_path / "g.yaml").write_text(GUIDELINE.replace("    url_status: none\n", "").replace("    checked:", "    #"))
    one = estimate(load(tmp_path, lists="1000 people", as_of=date(2026, 11, 22)))
    page = Page(render_report(one, "en")).root.text
    assert "no address" not in page
    assert "checked by" not in page
