"""Ages as offices write them, in seven languages; what is not clear is refused, and named where it can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tnt import limits
from tnt.diagnostics import Code, Place
from tnt.language.values.ages import Ages
from tnt.reading.tables.age_band import band, made_a_date, plain_text, unread_band

READINGS = [
    ("0-4", ["0-4", "00-04", "0_4", "0 to 4", "0–4", "0‒4", "0−4", "0 - 4 år", "0\u00a0–\u202f4\u00a0år", "Y0-4",
             "Y0T4", "P0Y-P4Y", "ages 0 to 4", "aged 0-4 years", "0 til 4 år", "0 til og med 4", "fra 0 til 4 år",
             "0 t.o.m. 4",
             "0 till 4 år", "0 bis 4 Jahre", "0 bis unter 5 Jahre", "0 à 4 ans", "de 0 à 4 ans", "0 t/m 4 jaar",
             "0 tot en met 4 jaar", "<5", "< 5 år", "under 5", "Under 5 years", "under_5", "Y_LT5", "Y_LE4",
             "yngre enn 5", "unter 5 Jahren", "moins de 5 ans", "onder 5 jaar", "4 and under", "4 år og yngre",
             "4 und jünger", "<=4",
             "≤4", "4 ans et moins"]),
    ("0-17", ["0-17 år", "<18", "under 18 år", "0–17 Jahre", "0 år – 17 år"]),
    ("0", ["0", "00", "0 år", "Under 1", "<1", "under 1 år", "unter 1 Jahr", "moins de 1 an", "Y_LT1",
           "0-11 mnd", "0–11 måneder", "0-11 months", "0 bis 11 Monate", "0-11 mois", "0-11 maanden", "<12 mo"]),
    ("75", ["75", "075", "75 år", "75 years", "Y75", "P75Y", "75 ans", "age 75"]),
    ("90+", ["90+", "90 +", "90+ år", "90 og over", "90 og eldre", "90 år og over", "90 år eller eldre",
             "90 years and over", "90 and older", "90 plus", "90 or more", "Y_GE90", "≥90", ">= 90", "fra 90 år",
             "90 år og derover",
             "90 och äldre", "90 år eller äldre", "90 og ældre", "90 Jahre und älter", "90 ans et plus",
             "90 ans ou plus", "90 jaar en ouder", "90 jaar of ouder", "90 a\u030ar og over", "90-999", "90-150"]),
    ("105+", ["105 år eller eldre", "105+"]),
    ("all", ["all", "All"]),
]  # fmt: skip


@pytest.mark.parametrize(("ages", "text"), [(ages, text) for ages, texts in READINGS for text in texts])
def test_the_forms_of_offices(text: str, ages: str) -> None:
    assert str(band(text)) == ages
    assert str(band(text.upper())) == ages


@pytest.mark.parametrize(
    "text",
    ["", "x", "14-5", "0-4-9", "200+", "-4", "5-", "<0", "0 5", "1 000", "1e3", "٣", "over 80", ">80", "0 tot 5 jaar",
     "12-23 mnd", "5-9m", "5m", "5y9",
     "5 år 9", "5²", "2026", "age 2020", "<5+", "≤5 and under", "5 mnd og over", "5--9", "5.5",
     "9" * limits.QUANTITY_CHARACTERS * 2, "0 " * 10_000],
)  # fmt: skip
def test_what_is_not_clear_is_refused(text: str) -> None:
    assert band(text) is None
    assert unread_band(text, Place("t.csv")).code is Code.BAND_UNREADABLE


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("14-5", "5-14"),
        ("90 aar og ovr", "90+"),
        ("90 yaers and over", "90+"),
        ("undr 5", "0-4"),
        ("x", None),
        ("200+", None),
    ],
)
def test_the_nearest_reading_is_named(text: str, suggestion: str | None) -> None:
    assert unread_band(text, Place("t.csv")).suggestion == suggestion
    assert suggestion is None or str(band(suggestion)) == suggestion


@pytest.mark.parametrize(
    ("text", "bands"),
    [
        ("5-Oct", "5-10"), ("05.okt", "5-10"), ("Oct-10", "10"), ("14. mai", "5-14"), ("mai.14", "5-14"),
        ("May-64", "5-64"),
        ("mai.2014", "5-14"), ("2026-05-14 00:00:00", "5-14"), ("2026-05-14", "5-14"), ("14.05.2026", "5-14"),
        ("05/14/2026", "5-14"), ("14-May-26", "5-14"), ("9. sept. 2026", "9"), ("2014-05-01 00:00:00", "1-5, 5-14"),
    ],
)  # fmt: skip
def test_dates_that_spreadsheets_make_of_ages(text: str, bands: str) -> None:
    assert band(text) is None
    problem = unread_band(text, Place("t.csv"))
    assert (problem.code, problem.values) == (Code.BAND_MADE_A_DATE, {"found": text, "bands": bands})


@pytest.mark.parametrize("text", ["5-14", "14-foo", "2026-13-14", "2026", "mai", "14. mai kl. 9"])
def test_what_is_no_date(text: str) -> None:
    assert made_a_date(text) == []


def test_what_the_lists_file_says_goes_first() -> None:
    names = {plain_text("14. mai"): Ages(5, 14), plain_text("Under 1"): Ages(0, 1)}
    assert band("14.\u00a0MAI", names) == Ages(5, 14)
    assert band("under 1", names) == Ages(0, 1)
    assert band("2", names) == Ages(2, 2)


@given(st.integers(0, 130), st.integers(0, 130))
def test_ages_are_read_as_they_are_written(one: int, other: int) -> None:
    ages = Ages(min(one, other), max(one, other))
    assert band(str(ages)) == ages
    assert band(f"{ages.first:02} – {ages.last} år") == ages


@given(st.text(max_size=40) | st.text("0123456789 -+<≤≥_ymtårog", max_size=20))
def test_whatever_is_written_is_ages_or_a_problem(text: str) -> None:
    ages = band(text)
    if ages is None:
        unread_band(text, Place("t.csv"))
    else:
        assert ages.last is None or 0 <= ages.first <= ages.last <= 130
