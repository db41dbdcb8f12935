"""Where people and programs meet the patient's own time: under a heading of its own, and in no figure of staff."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

import tnt as program
from tests.command_line import Run
from tests.command_line import tnt as tnt  # the fixture
from tests.patient.packs import CHECK, PEOPLE, SELF_CARE, STRATEGIES, with_own_time, write

HEADING = {"en": "The patient's own time", "nb": "Pasientens egen tid"}


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write(tmp_path / "pack", with_own_time(CHECK, activity="visit"), SELF_CARE)


@pytest.fixture
def without(tmp_path: Path) -> Path:
    return write(tmp_path / "without", CHECK)


def said(tnt: Run, *arguments: object) -> str:
    done = tnt(*arguments)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("lang", HEADING)
def test_the_terminal_has_a_part_of_its_own(tnt: Run, pack: Path, without: Path, lang: str) -> None:
    text = said(tnt, "estimate", pack, "--lang", lang, "--draws", "256")
    before, own = text.split(f"\n{HEADING[lang]}\n")
    hours = f"{PEOPLE * 0.8 * 40 / 60 + PEOPLE * 40 / 60:,.0f}"
    assert (hours if lang == "en" else hours.replace(",", " ")) in own
    assert HEADING[lang] not in before
    assert ("Egenomsorg" if lang == "nb" else "Self-care") not in before
    totals = "Alle anbefalinger samlet" if lang == "nb" else "All recommendations together"
    alone = said(tnt, "estimate", without, "--lang", lang, "--draws", "256")
    part = [each.partition(totals)[2].partition("\n\n")[0] for each in (before, alone)]
    assert part[0] == part[1] != ""


@pytest.mark.parametrize("lang", HEADING)
def test_the_report_has_a_section_of_its_own(tnt: Run, pack: Path, without: Path, tmp_path: Path, lang: str) -> None:
    pages = []
    for number, each in enumerate((pack, without)):
        said(tnt, "report", each, "--lang", lang, "--draws", "256", "--out", tmp_path / f"{number}.html")
        pages.append((tmp_path / f"{number}.html").read_text("utf-8"))
    own = re.search(r'<section id="own-time".*?</section>', pages[0], re.DOTALL)
    assert own is not None
    assert HEADING[lang].replace("'", "&#39;") in own[0]
    assert "own-time" not in pages[1]
    chart, table = (
        [re.search(rf'<section id="{name}".*?</section>', page, re.DOTALL) for page in pages]
        for name in ("chart", "overload")
    )
    for one, other in (chart, table):
        assert one is not None
        assert other is not None
        assert one[0] == other[0]


def test_json_has_it_under_total_and_never_under_overload(tnt: Run, pack: Path) -> None:
    document = json.loads(said(tnt, "estimate", pack, "--format", "json"))
    assert document["total"]["patient"]["required_hours"] == pytest.approx(PEOPLE * 1.8 * 40 / 60)
    assert document["total"]["patient"]["available_hours"] is None
    assert list(document["overload"]) == ["gp"]


def test_tables_of_staff_are_without_it(tnt: Run, pack: Path, without: Path, tmp_path: Path) -> None:
    rows, alone = (pd.read_csv(io.StringIO(said(tnt, "estimate", each, "--format", "csv"))) for each in (pack, without))
    pd.testing.assert_frame_equal(rows, alone, rtol=1e-11)
    said(tnt, "estimate", pack, "--format", "xlsx", "--out", tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    for name in ("Summary", "Recommendations", "Lists", "Capacities"):
        assert "patient" not in [cell.value for row in book[name].iter_rows() for cell in row]
    (total,) = list(pd.read_excel(tmp_path / "a.xlsx", "Patient", engine="openpyxl").itertuples())
    assert total.required_hours == pytest.approx(PEOPLE * 1.8 * 40 / 60)
    rows = pd.read_excel(tmp_path / "a.xlsx", "Patient by recommendation", engine="openpyxl")
    assert rows.recommendation.tolist() == ["demo/rule-0", "demo/rule-1"]


def test_frames_of_staff_are_without_it(pack: Path) -> None:
    estimate = program.read(pack).estimate()
    for frame in (estimate.totals, estimate.recommendations, estimate.lists, estimate.supply):
        assert "patient" not in frame.index.get_level_values("role")
    assert estimate.own_time.loc["demo/rule-1", "tnt_hours"] == pytest.approx(PEOPLE * 40 / 60)
    assert "Self-care" not in estimate._repr_html_()
    assert HEADING["en"] in repr(estimate)


@pytest.mark.parametrize("lang", HEADING)
def test_an_explanation_has_it_after_staff(tnt: Run, pack: Path, lang: str) -> None:
    text = said(tnt, "explain", "demo/rule-0", pack, "--lang", lang)
    assert text.index("GP" if lang == "en" else "Fastlege") < text.index(HEADING[lang])


@pytest.mark.parametrize("lang", HEADING)
def test_comparisons_have_it_last(tnt: Run, pack: Path, without: Path, lang: str) -> None:
    text = said(tnt, "compare", without, pack, "--lang", lang)
    assert text.count(HEADING[lang]) == 1
    (own,) = [line for line in text.splitlines() if HEADING[lang] in line]
    assert text.index("GP" if lang == "en" else "Fastlege") != -1 < text.index(own)
    assert HEADING[lang] in said(tnt, "compare", without, pack, "--lang", lang, "--format", "svg").replace("&#39;", "'")


@pytest.mark.parametrize("lang", HEADING)
def test_strategies_have_it_under_a_heading_of_its_own(tnt: Run, pack: Path, tmp_path: Path, lang: str) -> None:
    (pack / "s.yaml").write_text(STRATEGIES, "utf-8")
    text = said(tnt, "strategies", pack, "--lang", lang)
    before, own = text.split(f"\n{HEADING[lang]}\n")
    assert HEADING[lang] not in before
    assert own.count("The patient's" if lang == "en" else "Pasientens") == 3
    assert "12,000" in own.replace(" ", ",")
    said(tnt, "strategies", pack, "--lang", lang, "--format", "html", "--out", tmp_path / "s.html")
    page = (tmp_path / "s.html").read_text("utf-8")
    staff = page[: page.index('<section id="own-time"')]
    assert HEADING[lang].replace("'", "&#39;") not in staff


def test_a_pack_of_nothing_else_has_no_hours_of_staff(tnt: Run, tmp_path: Path) -> None:
    alone = write(tmp_path / "alone", SELF_CARE)
    text = said(tnt, "estimate", alone, "--lang", "en", "--draws", "256")
    assert HEADING["en"] in text
    for command in (("report",), ("years",), ("explain", "demo/rule-0"), ("lists",), ("check",)):
        done = tnt(*command, alone, *(["--out", tmp_path / "out.html"] if command == ("report",) else []))
        assert done.returncode in (0, 1)
        assert b"Traceback" not in done.stderr
    for form in ("json", "csv", "xlsx", "parquet"):
        out = tmp_path / f"out.{form}"
        assert tnt("estimate", alone, "--draws", "256", "--format", form, "--out", out).returncode == 0
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["overload"] == {}
