"""Numbers, periods and ages in words, English and Norwegian: read where they have one meaning, else answered with a
mend that is accepted in their place."""

from pathlib import Path

import pytest

from tests.language.test_found import applied, assert_mended, assert_read_as, errors, guideline, mends
from tnt.diagnostics import Code

READ = [
    *[("time", f"time: {written}", f"time: {meant}") for written, meant in [
        ("ti minutter", "10 min"), ("ten minutes", "10 min"), ("tjuefem minutter", "25 min"), ("et minutt", "1 min"),
        ("twenty-five minutes", "25 min"), ("en time", "1 h"), ("an hour", "1 h"), ("one hour", "1 h"),
        ("en halvtime", "30 min"), ("half an hour", "30 min"), ("halvtime", "30 min"), ("en halv time", "30 min"),
        ("½ time", "30 min"), ("1/2 time", "30 min"), ("1½ time", "90 min"), ("1 1/2 time", "90 min"),
        ("halvannen time", "90 min"), ("en og en halv time", "90 min"), ("et kvarter", "15 min"),
        ("kvarter", "15 min"), ("et kvarters tid", "15 min"), ("tre kvarter", "45 min"), ("3 kvarter", "45 min"),
        ("a quarter of an hour", "15 min"), ("1,5 t", "90 min"), ("1t30", "90 min"), ("10 MIN", "10 min"),
        ("ca. 10 min", "10 min"), ("ca 10\u00a0min", "10 min"), ("omtrent 10 minutter", "10 min"),
        ("~10 min", "10 min"), ("about 10 min", "10 min"), ("15'", "15 min"), ("15’", "15 min"),
    ]],
    *[("frequency", f"frequency: {written}", f"frequency: {meant}") for written, meant in [
        ("to ganger årlig", "2 / year"), ("2 ganger årlig", "2 / year"), ("én gang årlig", "1 / year"),
        ("2x årlig", "2 / year"), ("2 ganger daglig", "2 / day"), ("1 gang/år", "1 / year"),
        ("1 gang pr. år", "1 / year"), ("once yearly", "1 / year"), ("twice annually", "2 / year"),
        ("once monthly", "1 / month"), ("thrice weekly", "3 / week"), ("tjue ganger i året", "20 / year"),
        ("halvannen gang i året", "1.5 / year"), ("1½ gang per år", "1.5 / year"), ("ca. 1 gang i året", "1 / year"),
        ("omtrent årlig", "1 / year"), ("hvert halvår", "every 6 months"), ("hvert halve år", "every 6 months"),
        ("to ganger i halvåret", "2 / 6 months"), ("hvert kvartal", "every 3 months"),
        ("1 gang i kvartalet", "every 3 months"), ("every quarter", "every 3 months"),
        ("every fortnight", "every 2 weeks"), ("once a fortnight", "every 2 weeks"), ("hver 1½ år", "every 1.5 years"),
        ("hver tolvte måned", "every 12 months"), ("hvert tjuende år", "every 20 years"),
        ("hver fjortende dag", "every 14 days"), ("every twenty years", "every 20 years"),
        ("tredjehvert år", "every 3 years"), ("2-yearly", "every 2 years"), ("three-monthly", "every 3 months"),
        ("triennial", "every 3 years"), ("every 12 mo", "every 12 months"), ("en gang i livet", "once"),
        ("1 gang i løpet av 5 år", "every 5 years"), ("engangs", "once"), ("one-off", "once"),
        ("one time only", "once"),
        ("én gang ved fylte 50 år", "once at age 50"), ("ved fylte 50 år", "once at age 50"),
        ("at 40", "once at age 40"), ("once at 65 years", "once at age 65"), ("once at age 65 years", "once at age 65"),
    ]],
    *[("share", f"share: {written}", f"share: {meant}") for written, meant in [
        ("halvparten", "50 %"), ("half", "50 %"), ("én av ti", "1 / 10"), ("en av tjue", "1 / 20"),
        ("tre av ti", "3 / 10"), ("one in five", "1 / 5"), ("en tredel", "1 / 3"), ("to tredjedeler", "2 / 3"),
        ("two thirds", "2 / 3"), ("tre firedeler", "3 / 4"), ("a quarter", "1 / 4"), ("hver femte", "1 / 5"),
        ("fem prosent", "5 %"), ("førti prosent", "40 %"), ("ca. 40 %", "40 %"), ("5 promille", "5 / 1000"),
        ("5 per tusen", "5 / 1000"), ("12 per 1000 innbyggere", "12 / 1000"), ("12 per 1 000 people", "12 / 1000"),
        ("alle", "100 %"), ("ingen", "0 %"),
    ]],
    *[("population", f"population: {{ages: 40+, sex: {written}}}", "population: {ages: 40+, sex: all}") for written in [
        "men and women", "women and men", "Kvinner og menn", "menn og kvinner", "begge kjønn", "both sexes",
    ]],
    *[("population", f"population: {{incidence: {written}}}", "population: {incidence: 42 / 1000 / year}")
      for written in [
        "42 per 1000 innbyggere per år", "42 per 1000 og år", "42 per 1000 årlig", "4,2 % årlig", "42 promille per år",
        "42 per 1000 personer og år", "ca. 42 per 1000 per år",
    ]],
    *[("population", f"population: {{ages: {written}}}", f"population: {{ages: {meant}}}") for written, meant in [
        ("alle", "all"), ("all ages", "all"), ("40–79 år", "40-79"), ("40 – 79 år", "40-79"), ("40 to 79", "40-79"),
        ("fra 40 til 79 år", "40-79"), ("aged 50-74", "50-74"), ("40 years and over", "40+"), ("40 år og eldre", "40+"),
        ("40 år eller eldre", "40+"), ("65 og over", "65+"), ("65+ år", "65+"), ("65 år +", "65+"),
        ("fra 40 år", "40+"),
        ("fra og med 40 år", "40+"), ("f.o.m. 40 år", "40+"), ('">= 40"', "40+"), ("≥ 40 år", "40+"),
        ("voksne 18 år og eldre", "18+"), ("under 18", "0-17"), ("under 18 år", "0-17"), ("children under 5", "0-4"),
        ("til og med 17 år", "0-17"), ("t.o.m. 17 år", "0-17"), ("40 år", "40"), ("40-åringer", "40"),
    ]],
]  # fmt: skip
"""What is written, and the line that means the same."""

MENDED = [
    *[("time", f"time: {written}", code) for written, code in [
        ("minst 10 min", Code.NOT_A_NUMBER), ("inntil 20 minutter", Code.NOT_A_NUMBER),
        ("up to 20 min", Code.NOT_A_NUMBER), ("20 min per pasient", Code.UNKNOWN_UNIT),
        ("10 minutter (inkl. journal)", Code.UNKNOWN_UNIT), ("10 + 5 min", Code.UNKNOWN_UNIT),
        ("2 x 10 min", Code.UNKNOWN_UNIT), ("1:30", Code.TWO_MEANINGS), ("ukjent", Code.NOT_A_NUMBER),
        ("vet ikke", Code.NOT_A_NUMBER), ('"?"', Code.NOT_A_NUMBER), ("15", Code.MISSING_UNIT),
        ("15m", Code.UNKNOWN_UNIT),
        ("10 min (5–15)", Code.RANGE_FORM), ("10 (5-15 min)", Code.RANGE_FORM),
        ("5-10-15 min", Code.RANGE_FORM), ("10, 15, 20 min", Code.RANGE_FORM),
        ("5–10", Code.RANGE_FORM), ("5 - 10", Code.RANGE_FORM),
        ("٤٠ min", Code.NOT_A_NUMBER),
    ]],
    *[("frequency", f"frequency: {written}", code) for written, code in [
        ("3 monthly", Code.TWO_MEANINGS), ("minst årlig", Code.BAD_FREQUENCY), ("2 ganger", Code.BAD_FREQUENCY),
        ("at least once a year", Code.NOT_A_NUMBER), ("50 år", Code.BAD_FREQUENCY), ("per år", Code.NOT_A_NUMBER),
        ("månedlig i ett år", Code.COURSE), ("3 ganger i svangerskapet", Code.COURSE),
        ("2-3", Code.RANGE_FORM), ("twice", Code.BAD_FREQUENCY), ("to ganger", Code.BAD_FREQUENCY),
        ("three times", Code.BAD_FREQUENCY),
        ("٢ / year", Code.NOT_A_NUMBER),
    ]],
    *[("share", f"share: {written}", code) for written, code in [
        ("40", Code.MISSING_UNIT), ("minst 90 %", Code.NOT_A_NUMBER), ("1:10", Code.TWO_MEANINGS),
        ("42 / 100.000", Code.TWO_MEANINGS), ("0,2", Code.MISSING_UNIT), ("< 5 %", Code.NOT_A_NUMBER),
        ("10–15", Code.RANGE_FORM), ("0.1-0.2", Code.RANGE_FORM), ("mellom 10 og 15 %", Code.RANGE_WITHOUT_MEAN),
        ("10 til 15 prosent", Code.RANGE_WITHOUT_MEAN),
        ("1 to 2 in 10", Code.RANGE_WITHOUT_MEAN),
    ]],
    *[("uptake", f"uptake: {{current: 60 %, target: {written}}}", Code.RANGE_WITHOUT_MEAN) for written in [
        "10–15 %", "10 til 15 prosent", "between 10 and 15 %", "ti til femten prosent",
    ]],
    *[("role", f"role: gp\n        group_size: {written}", Code.RANGE_WITHOUT_MEAN) for written in [
        "6–8", "6 to 8", "mellom 6 og 8", "six to eight",
    ]],
    ("role", "role: gp\n        group_size: 6-8 personer", Code.RANGE_FORM),
    ("nnt", "nnt: ٤٠", Code.NOT_A_NUMBER),
    *[("population", f"population: {{incidence: {written}}}", code) for written, code in [
        ("42 per 100.000 innbyggere per år", Code.TWO_MEANINGS), ("42 per 1000", Code.MISSING_UNIT),
        ("42 per 100.000", Code.MISSING_UNIT), ("40–50 / 1000 / year", Code.RANGE_WITHOUT_MEAN),
        ("40-50 per 1000", Code.RANGE_FORM),
    ]],
    *[("population", f"population: {{ages: {written}}}", Code.BAD_AGES) for written in [
        "women 15-49", "kvinner 50–69 år", "men and women 40+",
        "voksne", "Adults", "children", "eldre", "elderly", "newborns", "spedbarn",
    ]],
    *[("population", f"population: {{ages: {written}}}", Code.NOT_A_NUMBER) for written in [
        "٤٠+", "٤٠-٥٠", "４０+",
    ]],
    ("population", "population: menn og kvinner", Code.WRONG_TYPE),
    *[("population", f"population: {{ages: {written}}}", Code.TWO_MEANINGS) for written in [
        "over 40 år", "over 40", "older than 65", "alle over 18 år", "voksne over 18 år",
    ]],
]  # fmt: skip
"""What is written, and the code of the problem whose mend is accepted."""


AT_AGES = [
    ("ved 3, 5 og 12 måneder", ["3 months", "5 months", "12 months"]),
    ("at 3, 5 and 12 months", ["3 months", "5 months", "12 months"]),
    ("once at ages 40, 50 and 60", ["40", "50", "60"]),
    ("ved 2 og 4 år", ["2", "4"]),
    ("ved 6 uker, 3 måneder og 1 år", ["1 month", "3 months", "1"]),
]
"""What is written of several ages, and the ages at which it is done once each."""


@pytest.mark.parametrize(("at", "written", "meant"), READ)
def test_what_has_one_meaning_is_read(at: str, written: str, meant: str) -> None:
    assert_read_as(at, written, meant)


@pytest.mark.parametrize(("at", "written", "code"), MENDED)
def test_the_mend_is_itself_accepted(at: str, written: str, code: Code, tmp_path: Path) -> None:
    assert_mended(at, written, code, tmp_path)


@pytest.mark.parametrize("written", ["kvinner over 65", "voksne kvinner", "40 og 50 år", "40, 50 og 60 år", "ungdom"])
def test_no_mend_loses_what_was_said_of_ages(written: str, tmp_path: Path) -> None:
    (found,) = errors(guideline(population=f'population: {{ages: "{written}"}}'), tmp_path)
    assert found.suggestion is None


@pytest.mark.parametrize(("written", "ages"), AT_AGES)
def test_of_several_ages_each_has_a_mend_that_is_accepted(written: str, ages: list[str], tmp_path: Path) -> None:
    text = guideline(population="population: {ages: all}", frequency=f"frequency: {written}")
    (found,) = errors(text, tmp_path)
    assert found.code is Code.SEVERAL_AGES
    assert mends(found) == [f"once at age {age}" for age in ages]
    assert [errors(applied(text, found, mend), tmp_path) for mend in mends(found)] == [[]] * len(ages)


@pytest.mark.parametrize("written", ["once at age 6 weeks", "ved 6 uker", "at 6 weeks", "ved 6 ukers alder"])
def test_an_age_in_weeks_has_a_mend_in_months(written: str, tmp_path: Path) -> None:
    text = guideline(population="population: {ages: 0-4}", frequency=f"frequency: {written}")
    (found,) = errors(text, tmp_path)
    assert (found.code, found.suggestion) == (Code.AGES_IN_WEEKS, "once at age 1 month")
    assert errors(applied(text, found, "once at age 1 month"), tmp_path) == []


def test_ages_of_a_sex_are_two_keys_where_those_of_the_population_stand(tmp_path: Path) -> None:
    text = guideline(population="population:\n      ages: women 15-49")
    (found,) = errors(text, tmp_path)
    assert found.suggestion == "15-49\n      sex: female"
    assert errors(applied(text, found, found.suggestion), tmp_path) == []
    (against,) = errors(guideline(population="population: {ages: women 15-49, sex: male}"), tmp_path)
    assert against.suggestion is None


@pytest.mark.parametrize("written", ["ved behov", "as needed", "jevnlig", "ved hver konsultasjon", "hyppig"])
def test_what_says_no_frequency_is_answered_with_examples(written: str, tmp_path: Path) -> None:
    (found,) = errors(guideline(frequency=f"frequency: {written}"), tmp_path)
    assert (found.code, found.suggestion) == (Code.BAD_FREQUENCY, None)
