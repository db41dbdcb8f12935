"""Natural ways of writing: each is read as what it means, or answered with a mend that is itself accepted.

The tables hold the ways that were found in use, and others of the same kinds. A mend is applied where it was shown.
"""

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from pydantic import TypeAdapter

from tnt.check.check import check
from tnt.diagnostics import Code, Diagnostic, ProblemSink, Severity
from tnt.language.base import Document
from tnt.language.schema.schema import json_schema
from tnt.reading.documents import read_document
from tnt.reading.overlay.scaling import scaled
from tnt.reading.yaml.read_tree import read_tree
from tnt.written.ranges import range_read

LINES = {
    "version": 'version: "1"',
    "date": "date: 2026-11-28",
    "strength": "strength: strong-for",
    "population": "population: {ages: 40+}",
    "share": "share: 40 %",
    "uptake": "uptake: {current: 60 %, target: 50 %}",
    "role": "role: gp",
    "time": "time: 15 min",
    "frequency": "frequency: 1 / year",
    "nnt": "nnt: 20",
}
FIELDS = {"share": "population: {ages: 40+, %s}", "nnt": "benefit: {outcome: stroke, horizon: 5 years, %s}"}


def guideline(**lines: str) -> str:
    """A guideline in which some lines are as somebody wrote them."""
    line = LINES | ({"frequency": "frequency: once"} if "incidence" in lines.get("population", "") else {}) | lines
    who = FIELDS["share"] % line["share"] if "share" in lines else line["population"]
    return "\n".join(
        [
            "format: tnt/1", "guideline: g", line["version"], line["date"],
            "outcomes: {stroke: One stroke prevented}", "recommendations:", "  r:", f"    {line['strength']}",
            f"    {who}", f"    {line['uptake']}", "    tasks:", "      t:", f"        {line['role']}",
            f"        {line['time']}", f"        {line['frequency']}", f"    {FIELDS['nnt'] % line['nnt']}", "",
        ]
    )  # fmt: skip


def document(text: str) -> Document:
    problems = ProblemSink()
    tree = read_tree("g.yaml", text.encode(), problems)
    loaded = None if tree is None else read_document(tree, problems)
    assert not list(problems)
    assert loaded is not None
    return loaded.document


EDITOR = Draft7Validator(json_schema("guideline"))
"""What an editor marks: nothing that is right."""

READ = [
    *[("share", f"share: {written}", f"share: {meant}") for written, meant in [
        ('"40\u00a0%"', "40 %"), ("85\u202f%", "85 %"), ("50 percent", "50 %"), ("50 per cent", "50 %"),
        ("50 prosent", "50 %"), ("1 in 20", "5 %"), ("1 av 20", "5 %"), ("42 / 10 000", "0.42 %"),
        ("42 / 10\u00a0000", "0.42 %"), ("42 per 1000", "4.2 %"), ("4 ‰", "0.4 %"), ('"2,5 %"', "2.5 %"),
    ]],
    *[("time", f"time: {written}", f"time: {meant}") for written, meant in [
        ("15 mins", "15 min"), ("15 min.", "15 min"), ("15 minutter", "15 min"), ("15\u00a0min", "15 min"),
        ("2 timer", "2 h"), ("1 t", "1 h"), ("2,5 min", "2.5 min"), ("1,5 h", "90 min"), ("1 h 30 min", "90 min"),
        ("1h30", "90 min"), ("1 time og 30 minutter", "90 min"), ("PT10M", "10 min"), ("PT1H30M", "90 min"),
    ]],
    *[("frequency", f"frequency: {written}", f"frequency: {meant}") for written, meant in [
        ("1\u00a0/\u00a0year", "1 / year"), ("2 per year", "2 / year"), ("2 times a year", "2 / year"),
        ("twice a year", "2 / year"), ("once a year", "1 / year"), ("2x/year", "2 / year"),
        ("every six months", "every 6 months"), ("every other year", "every 2 years"), ("annual", "1 / year"),
        ("annually", "1 / year"), ("yearly", "1 / year"), ("Yearly", "1 / year"), ("quarterly", "every 3 months"),
        ("monthly", "1 / month"), ("q3m", "every 3 months"), ("daily", "1 / day"), ("weekly", "1 / week"),
        ("2 / 5 years", "0.4 / year"), ("1 / 5 years", "every 5 years"), ("hvert år", "every year"),
        ("hver 3. måned", "every 3 months"), ("hvert femte år", "every 5 years"), ("årlig", "1 / year"),
        ("to ganger i året", "2 / year"), ("2 ganger per år", "2 / year"), ("annethvert år", "every 2 years"),
        ("én gang", "once"), ("én gang i året", "1 / year"), ("én gang ved 40 år", "once at age 40"),
        ("ved 600 måneder", "once at age 50"), ("én gang ved 600 måneders alder", "once at age 600 months"),
        ("every 1,5 years", "every 1.5 years"), ("every 6 måneder", "every 6 months"),
    ]],
    *[("population", f"population: {{ages: 40+, sex: {written}}}", f"population: {{ages: 40+, sex: {meant}}}")
      for written, meant in [
        ("women", "female"), ("kvinner", "female"), ("Men", "male"), ("menn", "male"), ("begge", "all"),
    ]],
    *[("population", f"population: {{incidence: {written}}}", "population: {incidence: 42 / 1000 / year}")
      for written in ["42 / 1000 / år", "42 per 1000 per year", "42 / 1 000 / year", "42 / 1000 person-years"]],
    *[("population", f"population: {{ages: {written}}}", f"population: {{ages: {meant}}}") for written, meant in [
        ("0-11 mnd", "0-11 months"), ("0–11 måneder", "0-11 months"), ("6+ mnd.", "6+ months"), ("1 month", "1 months"),
    ]],
    *[("strength", f"strength: {written}", f"strength: {meant}") for written, meant in [
        ("good practice", "practice-statement"), ("conditional for", "weak-for"), ("strong for", "strong-for"),
    ]],
    *[("time", f"time: {{by_age: {written}}}", "time: {by_age: {0-66: 15 min, 67: 20 min, 68+: null}}")
      for written in [
        "{68+: null, 67: 20 min, 0-66: 15 min}", '{"0-66": 15 min, "67": {value: 20 min}, 68+: null}',
    ]],
    ("date", "date: 28.11.2026", "date: 2026-11-28"),
    ("version", "version: 1.0", 'version: "1.0"'),
    ("version", "version: 1.10", 'version: "1.10"'),
    ("nnt", "nnt: 1 000", "nnt: 1000"),
    ("nnt", "nnt: 12,5", "nnt: 12.5"),
    ("nnt", "relative_risk: 0,8, baseline_risk: 5 prosent", "relative_risk: 0.8, baseline_risk: 5 %"),
    ("nnt", "nnt: {low: 6, mean: 10, high: 21, level: 95 prosent}", "nnt: {low: 6, mean: 10, high: 21, level: 95 %}"),
    *[("share", f"share: {{count: {written}, of: norway-2026}}", "share: {count: 60000, of: norway-2026}")
      for written in [
        "60 000", "60,000", "60\u00a0000", "60\u202f000", "60'000", "60,000 people", "60 000 personer", "60000 adults",
        '"60000"', "60000.0",
    ]],
    *[("population", f"population: {{incidence: {{count: {written}, of: norway-2026}}}}",
       "population: {incidence: {count: 500 / year, of: norway-2026}}")
      for written in [
        "500 cases / year", "500 new cases a year", "500 per year", "500 nye tilfeller i året", "500/year",
        "500 pr. år",
    ]],
    ("population", "population: {incidence: {count: 12 / month, of: norway-2026}}",
     "population: {incidence: {count: 144 / year, of: norway-2026}}"),
]  # fmt: skip
"""What is written, and the line that means the same."""

MENDED = [
    *[("time", f"time: {written}", Code.RANGE_FORM) for written in [
        "15 ± 5 min", "[10 min, 15 min, 20 min]", "[10 min, 20 min]", "{low: 10 min, high: 20 min}",
        "{min: 10 min, mean: 15 min, max: 20 min}", "{min: 10 min, max: 20 min, status: assumption}",
    ]],
    *[("time", f"time: {written}", Code.BY_AGE_FORM) for written in [
        "{0-66: 15 min, 67+: 20 min}", "{under 67: 15 min, over 66: 20 min}", "{all: 15 min}",
        "[{ages: 0-66, time: 15 min}, {ages: 67+, time: 20 min}]",
        "[{ages: 0-66, low: 10 min, mean: 15 min, high: 20 min}, {ages: 67+, value: 20 min}]",
        '"under 67: 15 min, over 67: 20 min"', "20 min under 67 år og 30 min over 67 år",
        '"0-66 år: 15 min; 67+: 20 min"',
        "{0-66: {low: 10 min, mean: 15 min, high: 20 min}, 67 +: 20 min}",
    ]],
    *[("time", f"time: {{by_age: {written}}}", Code.BAD_AGES) for written in [
        "{under 67: 15 min, 67+: 20 min}", "{0-66: 15 min, over 67: 20 min}", "{0-67: 15 min, over 67: 20 min}",
        "{under 67 år: 15 min, 67+: 20 min}", "{0-66: 15 min, 67 år og eldre: 20 min}", "{0 - 66: 15 min, 67+: 20 min}",
    ]],
    ("time", "time: {by_age: {66-0: 15 min, 67+: 20 min}}", Code.AGES_REVERSED),
    ("share", "share: {0-66: 40 %, 67+: 60 %}", Code.BY_AGE_FORM),
    ("time", "time: 1,500 s", Code.TWO_MEANINGS),
    ("frequency", "frequency: biannual", Code.TWO_MEANINGS),
    ("frequency", "frequency: bi-weekly", Code.TWO_MEANINGS),
    ("strength", "strength: conditional", Code.STRENGTH_WITHOUT_DIRECTION),
    ("date", "date: 10/11/2026", Code.TWO_MEANINGS),
    ("date", "date: 28/11/2026", Code.BAD_DATE),
    ("frequency", "frequency: weekly for 6 weeks", Code.COURSE),
    ("frequency", "frequency: once a year for 10 years", Code.COURSE),
    ("frequency", "frequency: hver 3. måned i 2 år", Code.COURSE),
    ("population", "population: {ages: 0-6 weeks}", Code.AGES_IN_WEEKS),
    ("population", "population: {ages: 6 to 23 months}", Code.BAD_AGES),
    ("population", "population: {ages: under 6 mnd}", Code.BAD_AGES),
    ("population", "population: {ages: 6 months+}", Code.BAD_AGES),
    ("frequency", "frequency: 3 / pregnancy", Code.COURSE),
    ("frequency", "frequency: 3 / episode", Code.COURSE),
    ("frequency", "frequency: 3 per svangerskap", Code.COURSE),
    ("share", "share: 42 / 10,000", Code.NOT_A_NUMBER),
    ("share", "share: 150000 people", Code.COUNT_OF_PEOPLE),
    ("share", "share: 150 000 personer", Code.COUNT_OF_PEOPLE),
    ("share", "share: 15,000 women", Code.COUNT_OF_PEOPLE),
    ("population", "population: {ages: 40+, incidence: 500 / year}", Code.COUNT_OF_PEOPLE),
    ("share", "share: {count: 60.000, of: norway-2026}", Code.NOT_A_NUMBER),
    ("share", "share: {count: 1.480, of: norway-2026}", Code.NOT_A_NUMBER),
    ("share", "share: {count: 60.000 personer, of: norway-2026}", Code.TWO_MEANINGS),
    ("population", "population: {incidence: {count: 500, of: norway-2026}}", Code.MISSING_UNIT),
    ("population", "population: {incidence: {count: 1.500 / year, of: norway-2026}}", Code.TWO_MEANINGS),
    ("share", "share: {count: 60000, of: norway-2062}", Code.UNKNOWN_POPULATION),
    ("population", "population: all", Code.WRONG_TYPE),
    ("population", "population: 40+", Code.WRONG_TYPE),
    *[("population", f"population: {written}", Code.WRONG_TYPE) for written in [
        "kvinner", "adults", "voksne", "women 15-49", "kvinner 50–69 år", "voksne, 20 %", "menn og kvinner 40+",
    ]],
    *[("population", f"population: {{ages: {written}}}", Code.BAD_AGES) for written in [
        "adults", "barn", "mellom 40 og 79 år", "up to 17", "40 -",
    ]],
    ("population", "population: {ages: 40+, share: {value: 40 %, n: 1 204}}", Code.WRONG_TYPE),
    ("uptake", "uptake: 60 %", Code.WRONG_TYPE),
    ("uptake", "uptake: fra 40 % til 10 %", Code.WRONG_TYPE),
    ("uptake", "uptake: 10 % i dag, 2 % mål", Code.WRONG_TYPE),
    ("population", "population: {condition: diabetes AND hypertension}", Code.UNKNOWN_CONDITION),
    ("population", "population: {condition: kols eller astma}", Code.UNKNOWN_CONDITION),
    ("population", "population: {condition: diabetes uten kols}", Code.UNKNOWN_CONDITION),
    ("role", "role: [gp, nurse]", Code.SEVERAL_ROLES),
    ("role", "role: [gp, nurse, midwife]", Code.SEVERAL_ROLES),
    ("role", "role: {gp: 50 %, nurse: 50 %}", Code.SEVERAL_ROLES),
    ("role", "role: fastlege og sykepleier", Code.SEVERAL_ROLES),
    ("role", "role: health secretary", Code.UNKNOWN_ROLE),
    ("role", "role: psykiatrisk sykepleier", Code.UNKNOWN_ROLE),
    ("role", "role: GP or nurse", Code.SEVERAL_ROLES),
    ("role", "role: fastlege eller sykepleier", Code.SEVERAL_ROLES),
    ("role", "role: lege", Code.UNKNOWN_ROLE),
    ("role", "role: apoteker", Code.UNKNOWN_ROLE),
    ("role", "roles: [gp, sykepleier, farmasøyt]", Code.WRONG_TYPE),
    ("population", "population: {condition: [diabetes, asthma], ages: 18+}", Code.TWO_MEANINGS),
    ("time", "time: {low: 10, mean: 12, high: 15}", Code.RANGE_FORM),
    ("role", "role: Lege", Code.UNKNOWN_ROLE),
    ("role", "role: doctor", Code.UNKNOWN_ROLE),
    *[("nnt", f"{key}: 0.8, baseline_risk: 5 %", Code.UNKNOWN_KEY) for key in [
        "hazard ratio", "hazard_ratio", "HR",
    ]],
    ("nnt", "relative_risk: 80 %, baseline_risk: 5 %", Code.WRONG_UNIT),
    ("time", "time: {low: 10 min, high: 20 min, level: 95 %}", Code.RANGE_FORM),
    ("time", "time: {low: 10 min, mean: 15 min, high: 20 min, level: 95}", Code.MISSING_UNIT),
    ("time", "time: {low: 10 min, mean: 15 min, high: 20 min, level: 0.95}", Code.MISSING_UNIT),
    ("time", "time: 15 m", Code.UNKNOWN_UNIT),
    ("frequency", "frequency: 2", Code.MISSING_UNIT),
    ("share", "share: 0.4", Code.MISSING_UNIT),
]  # fmt: skip
"""What is written, and the code of the problem whose mend is accepted."""


@pytest.mark.parametrize(("at", "written", "meant"), READ)
def test_what_has_one_meaning_is_read(at: str, written: str, meant: str) -> None:
    assert_read_as(at, written, meant)


@pytest.mark.parametrize(("at", "written", "code"), MENDED)
def test_the_mend_is_itself_accepted(at: str, written: str, code: Code, tmp_path: Path) -> None:
    assert_mended(at, written, code, tmp_path)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("share: 150000 people", "share: {count: 150000 people, of: norway-2026}"),
        ("share: 150\u00a0000 personer", "share: {count: 150 000 personer, of: norway-2026}"),
        ("incidence: 500 / year", "incidence: {count: 500 / year, of: norway-2026}"),
    ],
)
def test_people_in_place_of_a_share_are_suggested_as_a_count(written: str, meant: str, tmp_path: Path) -> None:
    text = guideline(population=f"population: {{ages: 40+, {written}}}")
    (found,) = errors(text if "share" in written else text.replace("1 / year", "once"), tmp_path)
    assert f"{written.partition(':')[0]}: {found.suggestion}" == meant
    assert "expected" not in found.values


def test_where_no_count_may_stand_none_is_suggested(tmp_path: Path) -> None:
    (found,) = errors(guideline(uptake="uptake: {target: 150000 people}"), tmp_path)
    assert (found.code, found.suggestion) == (Code.COUNT_OF_PEOPLE, None)
    assert found.values["expected"] == "150000 / 1000000"


@pytest.mark.parametrize("key", ["odds_ratio", "OR", "Odds ratio"])
def test_an_odds_ratio_is_no_relative_risk(key: str, tmp_path: Path) -> None:
    found = errors(guideline(nnt=f"{key}: 0.8, risk_reduction: 1 %"), tmp_path)
    assert [(problem.code, problem.values["key"]) for problem in found] == [(Code.ODDS_RATIO, key)]


@pytest.mark.parametrize("lang", ["en", "nb"])
def test_every_right_example_of_a_text_is_right(lang: str) -> None:
    from tnt.diagnostics.messages import texts
    from tnt.language.values.by_age import MaybeCountedShareByAge, MaybeMinutesByAge
    from tnt.language.values.number import HowOften, Number

    readers: dict[str, Any] = {
        "time": MaybeMinutesByAge,
        "share": MaybeCountedShareByAge,
        "frequency": Number[HowOften],
    }
    for text in texts(lang).codes.values():
        for line in text.example.strip().splitlines():
            key = line.partition(":")[0]
            tree = read_tree("e.yaml", line.encode(), ProblemSink()) if key in readers else None
            if tree is not None and not isinstance(tree.data[key], list | type(None)):
                TypeAdapter(readers[key]).validate_python(tree.data[key])


def assert_read_as(at: str, written: str, meant: str) -> None:
    """A line is read as another way of writing it, and an editor marks nothing."""
    text = guideline(**{at: written})
    assert document(text) == document(guideline(**{at: meant}))
    tree = read_tree("g.yaml", text.encode(), ProblemSink())
    assert tree is not None
    assert not [each.message for each in EDITOR.iter_errors(tree.data)]


def assert_mended(at: str, written: str, code: Code, folder: Path) -> None:
    """A line is one problem, and everything that it says may stand there is accepted in its place."""
    text = guideline(**{at: written})
    found = told(text, folder, code)
    assert [problem.code for problem in found] == [code]
    for mend in mends(found[0]):
        assert told(applied(text, found[0], mend), folder, code) == []


def told(text: str, folder: Path, code: Code) -> list[Diagnostic]:
    """What is wrong with a guideline, and what it is warned of by one code."""
    (folder / "g.yaml").write_text(text, "utf-8")
    return [one for one in check([folder]).diagnostics if one.severity is Severity.ERROR or one.code is code]


def errors(text: str, folder: Path) -> list[Diagnostic]:
    """What `tnt check` says is wrong with a guideline."""
    (folder / "g.yaml").write_text(text, "utf-8")
    return [problem for problem in check([folder]).diagnostics if problem.severity is Severity.ERROR]


def mends(problem: Diagnostic) -> list[str]:
    """What a problem says may stand there: both of two meanings, a suggestion, or an example to be filled in."""
    said = problem.values
    if problem.code is Code.TWO_MEANINGS:
        written = [said["one"], said["other"]]
    elif problem.code is Code.STRENGTH_WITHOUT_DIRECTION:
        written = said["choices"].split(", ")
    elif problem.code is Code.SEVERAL_AGES:
        written = said["each"].split(", ")
    else:
        written = [problem.suggestion or said["expected"]]
    assert written
    return written


def applied(text: str, problem: Diagnostic, mend: str) -> str:
    """The text with the mend in the place that was shown."""
    span = problem.place.span
    assert span is not None
    lines = text.splitlines()
    assert span.end_line == span.line
    line = lines[span.line - 1]
    lines[span.line - 1] = line[: span.column - 1] + mend + line[span.end_column - 1 :]
    return "\n".join([*lines, ""])


def test_two_keys_stand_on_two_lines_where_those_of_the_task_do(tmp_path: Path) -> None:
    text = guideline().replace("        frequency: 1 / year", "        frequency: weekly for 6 weeks")
    text = text.replace("population: {ages: 40+}", "population: {ages: 40+, incidence: 42 / 1000 / year}")
    (found,) = errors(text, tmp_path)
    assert found.suggestion == "frequency: 1 / week\n        for: 6 weeks"
    assert errors(applied(text, found, found.suggestion), tmp_path) == []


@pytest.mark.parametrize(
    ("written", "mend"),
    [
        ("once per pregnancy", "once"),
        ("én gang per tilfelle", "once"),
        ("8 per pregnancy", "frequency: 8 / year\n        for: 1 year"),
    ],
)
def test_events_of_a_new_case_have_a_mend_that_counts_them_once(written: str, mend: str, tmp_path: Path) -> None:
    text = guideline(population="population: {incidence: 42 / 1000 / year}", frequency=f"frequency: {written}")
    (found,) = errors(text, tmp_path)
    assert (found.code, found.suggestion) == (Code.COURSE, mend)
    assert errors(applied(text, found, mend), tmp_path) == []


@pytest.mark.parametrize(
    "written", ["ukentlig i 6 uker, deretter månedlig i 1 år", "weekly for 6 weeks, then monthly for 1 year"]
)
def test_one_rhythm_after_another_is_no_frequency(written: str, tmp_path: Path) -> None:
    (found,) = errors(guideline(frequency=f'frequency: "{written}"'), tmp_path)
    assert (found.code, found.values["found"], found.suggestion) == (Code.COURSE, written, None)


@pytest.mark.parametrize("written", ["i 2 år", "for 2 years", "i to år", "2 år"])
def test_how_long_may_be_said_as_people_say_it(written: str) -> None:
    population = "population: {incidence: 42 / 1000 / year}"
    text = guideline(population=population, frequency=f"frequency: every 3 months\n        for: {written}")
    assert document(text) == document(text.replace(f"for: {written}", "for: 2 years"))


@pytest.mark.parametrize(
    ("key", "name", "title"), [("sources", "r", "Prescription registry 2025"), ("roles", "tester", "Tester")]
)
def test_a_title_may_stand_alone(key: str, name: str, title: str) -> None:
    alone, whole = (
        document(guideline().replace("recommendations:", f"{key}: {{{name}: {said}}}\nrecommendations:"))
        for said in (title, f"{{title: {title}}}")
    )
    assert alone == whole


RANGES = [
    *[("time", f"time: {written}", f"time: {meant}") for written, meant in [
        ("10-15 min", "{low: 10 min, mean: 12.5 min, high: 15 min}"),
        ("15–20 min", "{low: 15 min, mean: 17.5 min, high: 20 min}"),
        ("10 min - 15 min", "{low: 10 min, mean: 12.5 min, high: 15 min}"),
        ("10 to 15 min", "{low: 10 min, mean: 12.5 min, high: 15 min}"),
        ("10 til 15 min", "{low: 10 min, mean: 12.5 min, high: 15 min}"),
        ("ca. 10–15 min", "{low: 10 min, mean: 12.5 min, high: 15 min}"),
        *[(ends, "{low: 5 min, mean: 7.5 min, high: 10 min}") for ends in [
            "mellom 5 og 10 min", "between 5 and 10 min", "fem til ti minutter", "five to ten minutes",
            "5 eller 10 min",
        ]],
        ("{by_age: {0-66: 10-20 min, 67+: 20 min}}",
         "{by_age: {0-66: {low: 10 min, mean: 15 min, high: 20 min}, 67+: 20 min}}"),
    ]],
    ("share", "share: 40-60 %", "share: {low: 40 %, mean: 50 %, high: 60 %}"),
    *[("frequency", f"frequency: {written}", f"frequency: {meant}") for written, meant in [
        ("every 3-5 years", "{low: every 5 years, mean: every 4 years, high: every 3 years}"),
        ("hvert 3.–5. år", "{low: every 5 years, mean: every 4 years, high: every 3 years}"),
        ("hver 3.-6. måned", "{low: every 6 months, mean: every 4.5 months, high: every 3 months}"),
        ("1-2 times a year", "{low: 1 / year, mean: 1.5 / year, high: 2 / year}"),
        ("once or twice a year", "{low: 1 / year, mean: 1.5 / year, high: 2 / year}"),
        ("én til to ganger i året", "{low: 1 / year, mean: 1.5 / year, high: 2 / year}"),
        ("every two to three years", "{low: every 3 years, mean: every 2.5 years, high: every 2 years}"),
        ("hvert annet til tredje år", "{low: every 3 years, mean: every 2.5 years, high: every 2 years}"),
        ("1-2 ganger årlig", "{low: 1 / year, mean: 1.5 / year, high: 2 / year}"),
    ]],
    ("nnt", "nnt: 12-14", "nnt: {low: 12, mean: 13, high: 14}"),
]  # fmt: skip


@pytest.mark.parametrize(("at", "written", "meant"), RANGES)
def test_a_range_alone_has_its_middle_for_a_mean_and_says_so(at: str, written: str, meant: str, tmp_path: Path) -> None:
    text = guideline(**{at: written})
    assert document(text) == document(guideline(**{at: meant}))
    assert errors(text, tmp_path) == []
    (said,) = [found for found in check([tmp_path]).diagnostics if found.code is Code.RANGE_WITHOUT_MEAN]
    assert said.suggestion is not None
    (tmp_path / "g.yaml").write_text(applied(text, said, said.suggestion), "utf-8")
    assert Code.RANGE_WITHOUT_MEAN not in [found.code for found in check([tmp_path]).diagnostics]
    assert document((tmp_path / "g.yaml").read_text("utf-8")) == document(text)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("nnt: 10 (95 % KI 6–21)", "nnt: {low: 6, mean: 10, high: 21, level: 95 %}"),
        (
            "relative_risk: 0.8 (95% CI 0.7 to 0.9), baseline_risk: 5 %",
            "relative_risk: {low: 0.7, mean: 0.8, high: 0.9, level: 95 %}, baseline_risk: 5 %",
        ),
    ],
)
def test_an_interval_that_says_its_level_is_read(written: str, meant: str, tmp_path: Path) -> None:
    assert document(guideline(nnt=written)) == document(guideline(nnt=meant))
    assert errors(guideline(nnt=written), tmp_path) == []


def test_the_middle_of_a_range_with_a_source_is_derived_from_it(tmp_path: Path) -> None:
    text = guideline(time="time: {value: 10-15 min, source: r}").replace(
        "recommendations:", "sources: {r: A register}\nrecommendations:"
    )
    whole = "time: {low: 10 min, mean: 12.5 min, high: 15 min, source: r, status: derived}"
    assert document(text) == document(text.replace("time: {value: 10-15 min, source: r}", whole))


@pytest.mark.parametrize(
    ("written", "by", "meant"),
    [("10-15 min", "2", "20-30 min"), ("40–60 %", "0.5", "20-30 %"), ("12-14", "0.5", "6-7")],
)
def test_a_scenario_scales_both_ends_of_a_range(written: str, by: str, meant: str) -> None:
    assert range_read(scaled(written, by)) == range_read(meant)


@pytest.mark.parametrize("written", ["every 3-5 years", "10 (95 % CI 6-21)"])
def test_what_a_scenario_cannot_scale_is_refused_and_not_half_scaled(written: str) -> None:
    assert scaled(written, "0.5") is None


@pytest.mark.parametrize("nobody_knows", ["unknown", "ukjent", "Not known"])
def test_an_uptake_that_nobody_knows_is_left_out(nobody_knows: str) -> None:
    written = guideline(uptake=f"uptake: {{current: {nobody_knows}, target: 90 %}}")
    assert document(written) == document(guideline(uptake="uptake: {target: 90 %}"))


@pytest.mark.parametrize(
    ("role", "shares"),
    [
        ("nurse 50%, GP 50%", {"nurse": 0.5, "gp": 0.5}),
        ("fastlege (80 %) og sykepleier (20 %)", {"gp": 0.8, "nurse": 0.2}),
        ("30 % nurse, 70 % GP", {"nurse": 0.3, "gp": 0.7}),
    ],
)
def test_shares_beside_roles_are_those_that_are_suggested(role: str, shares: dict[str, float], tmp_path: Path) -> None:
    text = guideline(role=f"role: {role}")
    (found,) = errors(text, tmp_path)
    mended = applied(text, found, mends(found)[0])
    assert errors(mended, tmp_path) == []
    task = document(mended).recommendations["r"].tasks["t"]  # type: ignore[attr-defined]
    assert {name: share.expected for name, share in task.roles.items()} == shares
