"""Mistakes of different kinds, in one file or several, are all told in one go; none is the consequence of another."""

import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.profile import times
from tests.reading.files import brief, guideline, problems
from tnt.check.check import check
from tnt.diagnostics import Code, Severity
from tnt.diagnostics.render import render_text

MANY = """\
format: tnt/1
guideline: many
sources: {survey: {title: A survey}}
recommendations:
  first:
    population: {condition: hypertention, ages: 40+}
    publisher: WHO
    tasks:
      visit: {role: gp, time: {mean: 15 minutter per gang, source: surveyy}, frequency: 1 / year}
      call: {after: vist, role: nurs, time: 5 min}
  second:
    population: {ages: 40+}
    tasks:
      one: {after: two, role: gp, time: 15}
      two: {after: one, role: gp, time: 15 min}
"""
ALL = [
    (6, Code.UNKNOWN_CONDITION),
    (7, Code.UNKNOWN_KEY),
    (9, Code.UNKNOWN_UNIT),
    (9, Code.UNKNOWN_SOURCE),
    (10, Code.UNKNOWN_TASK),
    (10, Code.UNKNOWN_ROLE),
    (14, Code.TASK_CYCLE),
    (14, Code.MISSING_UNIT),
]


def lines(found):
    return [(one.place.span.line, one.code) for one in found if one.severity is Severity.ERROR]


@pytest.mark.parametrize("lang", ["en", "nb"])
def test_one_file_with_a_mistake_of_every_kind_has_all_told_in_order_of_lines_each_once(tmp_path, lang):
    found = problems(tmp_path, MANY)
    assert lines(found) == ALL
    shown = render_text(found, lang=lang, sources=check([tmp_path]).sources)
    assert [shown.count(code) for code in {code for _, code in ALL}] == [2] * len(ALL)  # and where more is to be read


@pytest.mark.parametrize("count", ["", ", share: {count: 600, of: norway-2026}"])
@pytest.mark.parametrize(
    ("who", "code"), [("ages: foo", Code.BAD_AGES), ("ages: {low: 1}", Code.BAD_AGES), ("sex: foo", Code.NOT_A_CHOICE)]
)
@pytest.mark.parametrize("key", ["population: {%s}", "populations: [{%s}, {condition: copd, ages: 40+}]"])
def test_whom_nobody_can_tell_hides_no_other_mistake(tmp_path, key, who, code, count):
    found = problems(tmp_path, MANY.replace("population: {condition: hypertention, ages: 40+}", key % (who + count), 1))
    assert lines(found) == [(6, code), *ALL[1:]]


def test_several_files_at_once(tmp_path):
    other = MANY.replace("guideline: many", "guideline: other").replace("survey: {", "another: {")
    found = problems(tmp_path, MANY, other)
    once = (Code.UNKNOWN_ROLE, Code.UNKNOWN_CONDITION)  # in however many files they are named
    told_once = [each for each in ALL if each[1] not in once]
    for name, told in (("f0.yaml", ALL), ("f1.yaml", told_once)):
        assert lines([one for one in found if one.place.file.endswith(name)]) == told


@pytest.mark.parametrize(
    "conditions",
    ["{gout: {prevalence: [{share: 5}]}}", "{gout: {prevalens: 5 %}}", "{gout: nothing}", "{gout: }", "[gout]", "gout"],
)
def test_what_is_declared_unreadably_is_declared(tmp_path, conditions):
    declaring = f"format: tnt/1\nconditions: {conditions}\n"
    found = problems(tmp_path, guideline(population="{condition: gout}"), declaring)
    assert found
    assert {one.place.file[-7:] for one in found} == {"f1.yaml"}


@pytest.mark.parametrize("text", ["a: [", "a: 1\na: 2\n", "x: {gout: {}}\n", "just a text"])
def test_nothing_is_said_of_names_that_a_file_which_cannot_be_read_may_declare(tmp_path, text):
    naming = guideline(
        population="{condition: gout}",
        rec="benefit: {outcome: o, nnt: 5, horizon: 1 year}",
        tasks="{t: {role: chiropractor, time: {value: 15 min, source: s}, frequency: 1 / year}}",
    )
    found = problems(tmp_path, naming, text)
    assert {one.place.file[-7:] for one in found} == {"f1.yaml"}


def test_a_name_inside_the_same_recommendation_is_judged_whatever_other_files_there_are(tmp_path):
    text = guideline(tasks="{t: {after: x, role: gp, time: 15 min}}")
    assert (Code.UNKNOWN_TASK, "x") in brief(tmp_path, text, "just a text")


def test_what_stands_under_misspelt_keys_is_looked_at(tmp_path):
    text = guideline(population="{ages: 40+}").replace(
        "tasks: {t: {role: gp, time: 15 min", "taskz: {t: {role: nurs, tme: 15"
    )
    assert brief(tmp_path, text) == [
        (Code.UNKNOWN_KEY, "taskz"),
        (Code.UNKNOWN_ROLE, "nurs"),
        (Code.UNKNOWN_KEY, "tme"),
        (Code.MISSING_UNIT, "15"),
    ]


def test_a_section_misspelt_declares_what_stands_in_it(tmp_path):
    text = guideline(
        top="sourcess: {survey: {title: A survey}}",
        tasks="{t: {role: gp, time: {value: 1 min, source: survey}, frequency: 1 / year}}",
    )
    assert brief(tmp_path, text) == [(Code.UNKNOWN_KEY, "sourcess")]


def test_values_that_cannot_be_read_have_no_meaning_that_could_be_wrong(tmp_path):
    text = guideline(rec="strength: strong-against", tasks="{t: {role: gp, time: 15 min, frequency: 1 / yer}}")
    assert brief(tmp_path, text) == [(Code.UNKNOWN_UNIT, "1 / yer")]


def test_the_meaning_of_the_other_recommendations_is_told_all_the_same(tmp_path):
    text = guideline(tasks="{t: {role: gp, time: 15, frequency: 1 / year}}")
    text += "  s:\n    population: {ages: 40+}\n    tasks: {t: {role: gp, time: 15 min}}\n"
    assert brief(tmp_path, text) == [(Code.MISSING_UNIT, "15"), (Code.FIRST_TASK_FREQUENCY, "t")]


def test_two_keys_that_are_missing_are_two_problems(tmp_path):
    text = "format: tnt/1\nguideline: g\nrecommendations:\n  r: {title: x}\n"
    assert [one.values["key"] for one in problems(tmp_path, text)] == ["population", "tasks"]


def test_strategies_know_recommendations_that_are_partly_unreadable(tmp_path):
    strategies = """\
format: tnt/1
strategies: s
horizon: 2 years
cohort: {people: {all: {40-49: 100}}}
options: {a: {recommendations: [clinic/r, clinic/q]}}
"""
    broken = guideline(tasks="{t: {role: gp, time: 15, frequency: 1 / year}}")
    assert brief(tmp_path, broken, strategies) == [(Code.MISSING_UNIT, "15"), (Code.UNKNOWN_RECOMMENDATION, "clinic/q")]


# Whatever is wrong together

RIGHT = """\
format: tnt/1
guideline: clinic
title: A clinic
sources: {survey: {title: A survey, year: 2024}}
outcomes: {fall: one fall less}
moves_together:
  minutes: {numbers: [clinic/r/tasks/visit/time, clinic/r/tasks/call/time]}
recommendations:
  r:
    population: {condition: gout, ages: 40+, share: 40 %}
    uptake: {current: {value: 20 %, source: survey}, target: 80 %}
    tasks:
      visit: {role: gp, time: {mean: 15 min, low: 10 min, high: 20 min, source: survey}, frequency: 1 / year}
      call: {after: visit, probability: 30 %, role: nurse, time: {value: 5 min, source: survey}}
      talk: {after: call, times: 2, roles: {gp: 50 %, nurse: 50 %}, time: 10 min}
    benefit: {outcome: fall, nnt: 20, horizon: 5 years, applies_to: visit}
  s:
    population: {condition: copd, sex: female}
    tasks:
      measure: {role: dietitian, time: 5 min, frequency: every 2 years}
"""
CONDITIONS = """\
format: tnt/1
conditions:
  gout:
    source: registry
    prevalence:
      - {ages: 40+, share: {value: 2 %, note: x}}
sources: {registry: {title: A registry}}
"""
MISTAKES = {  # none changes what another is made of
    "kind": ("guideline: clinic", "guidelin: clinic"),
    "section": ("sources: {survey", "sourcez: {survey"),
    "year": ("year: 2024", "year: twenty"),
    "outcomes": ("outcomes: {fall", "outcoms: {fall"),
    "group": ("numbers: [clinic/r/tasks/visit/time", "numbers: [clinic/r/tasks/vist/time"),
    "people": ("    population: ", "    popultion: "),
    "condition": ("condition: gout", "condition: goat-x"),
    "ages": ("ages: 40+, share: 40", "ages: forty, share: 40"),
    "share": ("share: 40 %", "share: 40"),
    "uptake": ("current: ", "curent: "),
    "uptake value": ("value: 20 %", "value: 20"),
    "uptake source": ("source: survey}, target", "source: survei}, target"),
    "role": ("visit: {role: gp", "visit: {role: gpx"),
    "role id": ("measure: {role: dietitian", "measure: {role: Diet Itian"),
    "time": ("mean: 15 min", "mean: 15 minz"),
    "low": ("low: 10 min", "low: ten"),
    "source": ("high: 20 min, source: survey", "high: 20 min, source: servey"),
    "unknown": ("high: 20 min, source", "high: 20 min, colour: red, source"),
    "frequency": ("frequency: 1 / year", "frequency: 1 / yeer"),
    "frequency key": ("frequency: every", "frequenzy: every"),
    "after": ("after: visit", "after: vist"),
    "probability": ("probability: 30 %", "probability: 130 %"),
    "roles": ("nurse: 50 %", "nurs: 50 %"),
    "roles value": ("{gp: 50 %", "{gp: 50"),
    "times": ("times: 2", "times: often"),
    "outcome": ("outcome: fall", "outcome: fal"),
    "nnt": ("nnt: 20", "nnt: many"),
    "applies": ("applies_to: visit", "applies_to: visitt"),
    "shipped": ("condition: copd", "condition: copdd"),
    "sex": ("sex: female", "sex: femaleish"),
    "last unit": ("time: 5 min, ", "time: 5, "),
    "own source": ("source: registry", "source: registri"),
    "prevalence": ("prevalence:", "prevalense:"),
    "prevalence unit": ("value: 2 %", "value: 2"),
    "declared": ("  gout:\n    source", "  goutt:\n    source"),
    "registry": ("sources: {registry", "sorces: {registry"),
}
OF_THESE_KINDS = "123"
"""Keys, values and references; what values mean together is asked when they can be read."""


def found_in(folder: Path, mistakes: list[str]) -> Counter[tuple[str, str, int]]:
    """Code, file and line of what is wrong."""
    texts = {"g.yaml": RIGHT, "c.yaml": CONDITIONS}
    for name in mistakes:
        texts = {file: text.replace(*MISTAKES[name], 1) for file, text in texts.items()}
    for file, text in texts.items():
        (folder / file).write_text(text)
    found = [one for one in check([folder / file for file in texts]).diagnostics if one.severity is Severity.ERROR]
    told = [(one.code, one.place, repr(sorted(one.values.items()))) for one in found]
    assert len(told) == len(set(told)), "told twice"
    return Counter(
        (str(one.code), one.place.file, one.place.span.line) for one in found if str(one.code)[3] in OF_THESE_KINDS
    )


def test_without_a_mistake_nothing_is_wrong(tmp_path):
    assert not found_in(tmp_path, [])


@pytest.mark.parametrize("name", sorted(MISTAKES.keys() - {"kind"}))  # of which no digit tells
def test_each_mistake_alone_is_told(tmp_path, name):
    assert found_in(tmp_path, [name])


@settings(max_examples=times(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=st.sets(st.sampled_from(sorted(MISTAKES)), min_size=2, max_size=9), seed=st.integers(0, 1000))
def test_mending_one_mistake_reveals_no_other(tmp_path, chosen, seed):
    mistakes = sorted(chosen)
    mended = random.Random(seed).choice(mistakes)
    before = found_in(tmp_path, mistakes)
    after = found_in(tmp_path, [name for name in mistakes if name != mended])
    assert after <= before
