"""Numbers that are possible and unlikely: a warning, and the estimate goes on."""

import re

import pytest

from tests.reading.files import guideline, pointed_at, problems, task
from tests.reading.test_documents import case
from tnt.diagnostics import Code, Severity
from tnt.diagnostics.messages import MESSAGE_LANGUAGES
from tnt.diagnostics.render import render_text


@pytest.mark.parametrize(
    ("minutes", "is_fine"),
    [("1 min", True), ("240 min", True), ("4 h", True), ("0.9 min", False), ("241 min", False), ("15 h", False),
     ("0 min", False),
     ("null", True), ("{low: 0.9 min, mean: 50 min, high: 300 min}", True), ("{value: 500 min}", False)],
)  # fmt: skip
def test_minutes_outside_1_to_240_warn(tmp_path, minutes, is_fine):
    found = problems(tmp_path, task(f"role: gp, time: {minutes}, frequency: 1 / year"))
    assert [(one.code, one.severity) for one in found] == [(Code.MINUTES_IMPLAUSIBLE, Severity.WARNING)] * (not is_fine)


@pytest.mark.parametrize(
    ("often", "contact", "is_fine"),
    [("1 / week", "consultation", True), ("60 / year", "group", True), ("61 / year", "consultation", False),
     ("1000 / year", "telephone", False), ("4 / day", "home-visit", True), ("11 / day", "home-visit", False),
     ("once", "consultation", True)],
)  # fmt: skip
def test_more_often_than_weekly_warns_but_for_visits_at_home(tmp_path, often, contact, is_fine):
    found = problems(tmp_path, task(f"role: gp, time: 9 min, frequency: {often}, contact: {contact}"))
    expected = [(Code.FREQUENCY_IMPLAUSIBLE, Severity.WARNING, often)]
    assert [(one.code, one.severity, pointed_at(one)) for one in found] == expected * (not is_fine)


@pytest.mark.parametrize(
    ("ages", "age", "is_fine"), [("40+", 40, True), ("40+", 39, False), ("6-12", 12, True), ("6-12", 13, False)]
)
def test_once_at_an_age_outside_the_population_is_an_error(tmp_path, ages, age, is_fine):
    tasks = f"{{a: {{role: gp, time: 9 min, frequency: once at age {age}}}}}"
    found = problems(tmp_path, guideline(population=f"{{ages: {ages}}}", tasks=tasks))
    assert [(one.code, pointed_at(one)) for one in found] == [(Code.NOBODY_OF_AGE, f"once at age {age}")] * (
        not is_fine
    )


@pytest.mark.parametrize(
    ("nnt", "pointed", "reduction"),
    [("0.04", "0.04", "risk_reduction: 4 %"), ("{mean: 0.5, high: 2}", "0.5", "risk_reduction: 50 %"),
     ("{low: 0.9, mean: 3, high: 9}", "0.9", None), ("1e-9", "1e-9", None)],
)  # fmt: skip
def test_nnt_below_1_is_an_error_and_its_mend_is_accepted(tmp_path, nnt, pointed, reduction):
    benefit = "benefit: {outcome: stroke, KEY, horizon: 5 years}"
    declared = "outcomes: {stroke: stroke}"
    text = guideline(rec=benefit.replace("KEY", f"nnt: {nnt}"))
    (problem,) = problems(tmp_path, f"{text}\n{declared}\n")
    assert (problem.code, pointed_at(problem)) == (Code.NNT_BELOW_ONE, pointed)
    assert problem.values.get("reduction") == reduction
    mended = guideline(rec=benefit.replace("KEY", reduction or "nnt: 1"))
    assert problems(tmp_path, f"{mended}\n{declared}\n") == []


@pytest.mark.parametrize(
    ("population", "is_fine"),
    [("ages: all", True), ("ages: 59-70", True), ("ages: 0-17", False), ("ages: 60+", False),
     ("ages: 18-39, sex: male", False), ("ages: 18-39, sex: female", True)],
)  # fmt: skip
def test_a_condition_that_nobody_of_the_population_has_warns(tmp_path, population, is_fine):
    rows = "[{ages: 18-39, sex: female, share: 2 %}, {ages: 40-59, share: 5 %}]"
    conditions = f"format: tnt/1\nconditions: {{gout: {{prevalence: {rows}}}}}\n"
    found = problems(tmp_path, guideline(population=f"{{{population}, condition: gout}}"), conditions)
    expected = [(Code.NOBODY_HAS_IT, Severity.WARNING, "gout")]
    assert [(one.code, one.severity, pointed_at(one)) for one in found] == expected * (not is_fine)


@pytest.mark.parametrize(("written", "is_fine"), [("null", True), ("~", True), ("", False)])
def test_a_time_that_is_unknown_is_written_so(tmp_path, written, is_fine):
    found = problems(
        tmp_path, guideline(tasks=f"\n      a:\n        role: gp\n        frequency: 1 / year\n        time: {written}")
    )
    assert [one.code for one in found] == [Code.EMPTY_UNKNOWN] * (not is_fine)


@pytest.mark.parametrize(
    ("ages", "frequency", "mend"),
    [
        ("0", "once", "once at age 0"),
        ("4", "én gang", "once at age 4"),
        ("0-1", "{value: once, status: assumption}", "once at age 0"),
        ("40-44", "once", "once at age 40"),
        ("0-5 months", "once", "once at age 0 months"),
        ("6 months", "once", "once at age 6 months"),
        ("40-45", "once", None),
        ("40+", "once", None),
        ("all", "once", None),
        ("0", "1 / year", None),
        ("0", "once at age 0", None),
        ("0, incidence: 2 %/year", "once", None),
    ],
)
def test_work_done_once_for_people_of_one_age_warns(tmp_path, ages, frequency, mend):
    text = guideline(population=f"{{ages: {ages}}}", tasks=f"{{t: {{role: gp, time: 15 min, frequency: {frequency}}}}}")
    found = problems(tmp_path, text)
    assert [(one.code, one.severity, one.suggestion) for one in found] == (
        [(Code.ONE_OFF_AT_AN_AGE, Severity.WARNING, mend)] if mend else []
    )
    for one in found:
        written = pointed_at(one)
        assert written in frequency
        assert problems(tmp_path, text.replace(f" {written}", f" {mend}")) == []


def test_a_start_up_says_that_one_off_work_is_meant(tmp_path):
    once = "{t: {role: gp, time: 15 min, frequency: once}}"
    assert problems(tmp_path, guideline(population="{ages: 40}", rec="start_up: {over: 2 years}", tasks=once)) == []


@pytest.mark.parametrize(
    ("strength", "uptake", "code"),
    [
        ("weak-for", "{current: 30 %, target: 100 %}", None),
        ("weak-for", "{current: 30 %, target: 20 %}", Code.UPTAKE_FALLS),
        ("strong-for", "{current: 30 %}", None),
        ("strong-for", "{target: 20 %}", None),
        ("legal", "{current: 30 %, target: 20 %}", Code.UPTAKE_FALLS),
        ("weak-against", "{current: 30 %, target: 20 %}", None),
        ("weak-against", "{current: 30 %, target: 30 %}", Code.UPTAKE_RISES),
        ("strong-against", "{current: 30 %, target: 40 %}", Code.UPTAKE_RISES),
    ],
)
def test_uptake_goes_the_way_the_recommendation_wants(tmp_path, strength, uptake, code):
    found = problems(tmp_path, guideline(rec=f"strength: {strength}\n    uptake: {uptake}"))
    assert [(one.code, one.severity, pointed_at(one)) for one in found] == (
        [(code, Severity.WARNING, "uptake")] if code else []
    )


@pytest.mark.parametrize("uptake", ["", "uptake: {current: 30 %}", "uptake: {target: 0 %}"])
def test_a_recommendation_against_states_both_uptakes(tmp_path, uptake):
    (problem,) = problems(tmp_path, guideline(rec=f"strength: weak-against\n    {uptake}"))
    assert (problem.code, problem.severity) == (Code.AGAINST_WITHOUT_UPTAKE, Severity.ERROR)


@pytest.mark.parametrize("lang", MESSAGE_LANGUAGES)
def test_what_a_recommendation_against_something_lacks_is_said_as_a_line_that_is_accepted(tmp_path, lang):
    text = guideline(rec="strength: weak-against")
    hint = render_text(problems(tmp_path, text), lang=lang, sources={})
    (line,) = re.findall(r"uptake: \{[^}]*\}", hint)
    assert problems(tmp_path, guideline(rec=f"strength: weak-against\n    {line}")) == []


def test_guidelines_in_cases_are_looked_at_too(tmp_path):
    (problem,) = problems(tmp_path, case(task="{role: gp, time: 0.1 min, frequency: 1 / year}"))
    assert (problem.code, pointed_at(problem)) == (Code.MINUTES_IMPLAUSIBLE, "0.1 min")


@pytest.mark.parametrize(
    ("working", "pointed"),
    [
        ("hours: 37.5 h / week, weeks: 46", None),
        ("hours: 10 h / week, weeks: 20", None),
        ("hours: 60 h / week, weeks: 53", None),
        ("hours: 200 h / year", None),
        ("hours: 3120 h / year", None),
        ("hours: 9 h / week, weeks: 46", "9 h / week"),
        ("hours: 61 h / week, weeks: 46", "61 h / week"),
        ("hours: 37.5 h / week, weeks: 12", "12"),
        ("hours: 199 h / year", "199 h / year"),
        ("hours: 3200 h / year", "3200 h / year"),
        ("hours: 37.5 h / week, weeks: 46, worked_today: 75 h / week", None),
    ],
)
def test_working_time_of_a_post_that_is_unusual_warns(tmp_path, working, pointed):
    found = problems(tmp_path, f"format: tnt/1\ncapacity: c\nroles: {{gp: {{{working}}}}}\n")
    assert [(one.code, one.severity, pointed_at(one)) for one in found] == (
        [(Code.WORKING_TIME_IMPLAUSIBLE, Severity.WARNING, pointed)] if pointed else []
    )


@pytest.mark.parametrize(
    ("role", "rows", "warns"),
    [
        ("gp", "A,1500,1\nB,900,0.8\n", False),
        ("gp", "A,1500,100\nB,900,80\n", True),
        ("gp", "A,1500,100\nB,900,80\nC,900,1\nD,900,1\nE,900,1\nF,900,1\n", True),
        ("gp", "A,1500,100\nB,900,1\n", True),
        ("gp", "A,1500,100\nB,900,1\nC,900,1\n", True),
        ("gp", "A,1500,100\nB,900,1\nC,900,1\nD,900,1\n", False),
        ("gp", "A,1500,100\nB,900,1\nC,900,1\nD,900,\n", True),
        ("gp", "A,1500,0.01\n", True),
        ("gp", "A,1500,\nB,0,1\nC,900,0\n", False),
        ("gp", "Oslo,728714,2\nBergen,296000,1\n", False),  # areas: who is counted as a post there is not known
        ("physiotherapist", "A,15000,1\nB,90000,1\n", False),
        ("nurse", "A,1500,100\nB,900,50\n", True),
        ("nurse", "A,1500,100\nB,900,52.5\n", False),
        ("nurse", "A,1500,5\nB,900,5\n", False),
        ("nurse", "A,80,40.5\nB,60,35\n", False),  # homes where many work for few
    ],
)
def test_posts_that_may_be_in_per_cent_warn(tmp_path, role, rows, warns):
    (tmp_path / "t.csv").write_text(f"id,people,posts\n{rows}")
    text = "format: tnt/1\nlists: l\ntable: t.csv\nid: id\npeople: {total: people}\nstaff: {%s: {posts: posts}}\n"
    found = problems(tmp_path, text % role)
    assert [(one.code, one.severity, pointed_at(one)) for one in found] == (
        [(Code.POSTS_IMPLAUSIBLE, Severity.WARNING, "posts")] if warns else []
    )


@pytest.mark.parametrize(
    ("top", "codes"),
    [
        ("status: approved", [Code.APPROVED_WITHOUT_NAME]),
        ("status: approved\napproved_by: The panel", []),
        ("status: hearing", []),
    ],
)
def test_an_approval_has_a_name(tmp_path, top, codes):
    assert [one.code for one in problems(tmp_path, guideline(top=top))] == codes
