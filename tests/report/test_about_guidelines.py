"""What stands at the top of every output: which guideline it is about, how far it has come, who stands behind it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest

from tests.report.page import Page
from tests.report.results import hostile_guideline, one_guideline
from tests.result.factory import guidelines, rich_result
from tnt.compile.inputs import load
from tnt.estimating.estimate import estimate
from tnt.report.files.json import as_document
from tnt.report.files.xlsx import write_xlsx
from tnt.report.page.render import render_report
from tnt.report.terminal.estimate import print_estimate
from tnt.result.guideline import GuidelineUsed
from tnt.result.model import Result

GUIDELINE = """\
format: tnt/1
guideline: copd
title: {nb: Kols, en: COPD}
version: 0.30
status: STATUS
date: 28.11.2026
publisher: The panel
author: Kari Nordmann
contact: panel@example.org
approved_by: The board
url: https://example.org/copd
url_status: unverified
note: Read the appendix.
recommendations:
  r:
    population: {ages: 40+}
    tasks: {t: {role: gp, time: 15 min, frequency: 1 / year}}
"""


def about(result: Result, lang: str = "en") -> tuple[str, str]:
    """Heading and what stands below it in the head of the page."""
    head = next(one for one in Page(render_report(result, lang)).all("header"))
    return head.all("h1")[0].text, " ".join(head.text.split())


def with_guideline(**said: object) -> Result:
    return replace(rich_result(), guidelines=(GuidelineUsed(id="copd", title="COPD", **said),))  # type: ignore[arg-type]


def opening(result: Result, lang: str) -> str:
    file = StringIO()
    print_estimate(result, lang, file)
    return file.getvalue().splitlines()[0]


@pytest.mark.parametrize(
    ("lang", "day", "label"), [("en", "1 November 2026", "draft"), ("nb", "1. november 2026", "utkast")]
)
def test_a_report_of_one_guideline_says_who_stands_behind_it(lang: str, day: str, label: str) -> None:
    title, head = about(one_guideline(), lang)
    assert title == {"en": "Blood pressure", "nb": "Blodtrykk"}[lang]
    assert all(text in head for text in ("1.10", "Example panel", day, "Kari Nordmann", "panel@example.org", label))


@pytest.mark.parametrize(
    ("status", "is_marked"), [("draft", True), ("hearing", True), ("retired", True), ("approved", False)]
)
def test_what_is_not_settled_is_marked(status: str, is_marked: bool) -> None:
    page = Page(render_report(with_guideline(status=status), "en"))
    (label,) = [one for one in page.all("strong") if "state" in one.classes()]
    assert ("unsettled" in label.classes()) is is_marked


def test_no_status_says_nothing() -> None:
    page = Page(render_report(with_guideline(), "en"))
    assert not [one for one in page.all("strong") if "state" in one.classes()]
    assert opening(with_guideline(), "en") == "COPD"


def test_no_contact_becomes_a_link() -> None:
    page = Page(render_report(replace(rich_result(), guidelines=(hostile_guideline(),)), "en"))
    assert not [one for one in page.all("a") if not (one.attributes["href"] or "").startswith(("#", "https://"))]
    assert "javascript:alert(1)" in about(replace(rich_result(), guidelines=(hostile_guideline(),)))[1]


def test_several_are_listed_each_with_its_status_and_told_of_in_a_section() -> None:
    page = Page(render_report(rich_result(), "en"))
    title, head = about(rich_result())
    assert title == "Test pack"
    assert "2 guidelines (1 draft, 1 approved)" in head
    assert "Blood pressure draft" in head
    assert "Contact: panel@example.org" in page.by_id("guidelines").text
    assert "Approved by: The board" in page.by_id("guidelines").text
    one = Page(render_report(one_guideline(), "en"))
    assert "guidelines" not in {each.attributes.get("id") for each in one.everything()}


def test_the_terminal_opens_with_title_version_and_status_in_one_line_of_80() -> None:
    assert opening(one_guideline(), "nb") == "Blodtrykk, versjon 1.10 (UTKAST)"
    assert opening(rich_result(), "en") == "Test pack: 2 guidelines (1 draft, 1 approved)"


@pytest.mark.parametrize(("status", "said"), [("draft", "draft"), ("approved", "approved")])
def test_what_a_file_says_comes_out_of_an_estimate(status: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "copd.yaml").write_text(GUIDELINE.replace("STATUS", status), "utf-8")
    result = estimate(load(tmp_path, as_of=date(2026, 11, 28)))
    assert as_document(result)["guidelines"] == [
        {
            "id": "copd",
            "title": {"nb": "Kols", "en": "COPD"},
            "version": "0.30",
            "status": said,
            "date": "2026-11-28",
            "publisher": "The panel",
            "author": "Kari Nordmann",
            "contact": "panel@example.org",
            "approved_by": "The board",
            "url": "https://example.org/copd",
            "url_status": "unverified",
            "note": "Read the appendix.",
        }
    ]


def test_the_retired_are_no_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "copd.yaml").write_text(GUIDELINE.replace("STATUS", "draft"), "utf-8")
    old = GUIDELINE.replace("STATUS", "retired").replace("guideline: copd", "guideline: old")
    (tmp_path / "old.yaml").write_text(old, "utf-8")
    assert [one.id for one in estimate(load(tmp_path)).guidelines] == ["copd"]


def test_the_workbook_says_it() -> None:
    file = BytesIO()
    write_xlsx(rich_result(), file, "nb")
    sheet = openpyxl.load_workbook(file)["About"]
    rows = [str(value) for what, value in sheet.iter_rows(values_only=True) if what == "guideline"]
    assert len(rows) == len(guidelines())
    assert rows[0] == (
        "blood-pressure: Blodtrykk, versjon 1.10 (UTKAST); Utgiver: Example panel; Dato: 1. november 2026; "
        "Forfatter: Kari Nordmann; Kontakt: panel@example.org"
    )
