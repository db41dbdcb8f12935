"""One mistake in a document is one problem, at the place to change, with what was probably meant."""

import pytest

from tests.reading.files import TASK, brief, guideline, pointed_at, problems, task
from tnt.diagnostics import Code
from tnt.language.kinds import KINDS

CASE = """\
format: tnt/1
case: a test
given:
  guideline: {{guideline: x, recommendations: {{r: {{population: {population}, tasks: {{t: {task}}}}}}}}}
  list: {list}
{more}expect:
  - {expect}
"""


def case(
    population: str = "{ages: 18+}",
    task: str = TASK,
    list: str = "{people: {all: {18-99: 2000}}, posts: {gp: 1}}",
    expect: str = "{what: tnt_hours, role: gp, value: 3 h, within: 1 h}",
    more: str = "",
) -> str:
    return CASE.format(population=population, task=task, list=list, expect=expect, more=more)


def conditions(body: str) -> str:
    return f"format: tnt/1\nconditions: {{c: {{prevalence: [{body}]}}}}\n"


def capacity(body: str) -> str:
    return f"format: tnt/1\ncapacity: c\nroles: {{gp: {{{body}}}}}\n"


def change(body: str) -> str:
    return f"format: tnt/1\nscenario: s\nchanges: [{{{body}}}]\n"


@pytest.mark.parametrize(
    "text", [guideline(), case(), conditions("{share: 5 %}"), capacity("hours: 1725 h / year"), change("disable: a/b")]
)
def test_what_is_right_has_no_problem(tmp_path, text):
    assert brief(tmp_path, text) == []


UNKNOWN_KEYS = {
    "top": (guideline(top="titel: x"), "titel", "title"),
    "recommendation": (guideline(rec="strenght: weak-for"), "strenght", "strength"),
    "population": (guideline(population="{agess: 40+}"), "agess", "ages"),
    "uptake": (guideline(rec="uptake: {curent: 3 %}"), "curent", "current"),
    "task": (task("role: gp, time: 1 min, frequency: 1 / year, grup_size: 2"), "grup_size", "group_size"),
    "number": (task("role: gp, time: {mean: 1 min, notee: x}, frequency: 1 / year"), "notee", "note"),
    "number in a mapping": (
        task("roles: {gp: {value: 100 %, lo: 1 %}}, time: 1 min, frequency: 1 / year"),
        "lo",
        "low",
    ),
    "source": (guideline(top="sources: {a: {title: x, yaer: 2026}}"), "yaer", "year"),
    "role": (guideline(top="roles: {d: {titel: x}}"), "titel", "title"),
    "benefit": (
        guideline(top="outcomes: {o: x}", rec="benefit: {outcome: o, nnt: 5, horison: 5 years}"),
        "horison",
        "horizon",
    ),
    "prevalence": (conditions("{agges: 40+, share: 5 %}"), "agges", "ages"),
    "reserve": (capacity("hours: 1 h / year, reserved: {a: {shares: 5 %, share: 1 %}}"), "shares", "share"),
    "reserve, number": (
        capacity("hours: 1 h / year, reserved: {a: {per_person: {value: 1 h / year, notee: x}}}"),
        "notee",
        "note",
    ),
    "reserve, row": (
        capacity("hours: 1 h / year, reserved: {a: {per_person: [{time: 1 h / year, agges: 40+}]}}"),
        "agges",
        "ages",
    ),
    "thresholds": (capacity("hours: 1 h / year") + "thresholds: {wach: 85 %}\n", "wach", "watch"),
    "change": (change("disable: a/b, sett: c/d"), "sett", "set"),
    "expectation": (case(expect="{what: tnt_hours, rol: gp, value: 3 h, within: 1 h}"), "rol", "role"),
    "list in a case": (case(list="{people: {all: {18-99: 1}}, register: {}}"), "register", "registers"),
    "guideline in a case": (case(population="{ages: 18+, sexx: male}"), "sexx", "sex"),
}


@pytest.mark.parametrize("where", UNKNOWN_KEYS)
def test_an_unknown_key_is_pointed_at_and_gets_a_suggestion(tmp_path, where):
    text, key, meant = UNKNOWN_KEYS[where]
    (problem,) = problems(tmp_path, text)
    assert (problem.code, pointed_at(problem), problem.suggestion) == (Code.UNKNOWN_KEY, key, meant)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (guideline(top="sources: {a: {titel: x}}"), "titel"),
        (task("role: gp, tme: 15 min, frequency: 1 / year"), "tme"),
        (conditions("{shar: 5 %}"), "shar"),
        (capacity("hour: 1 h / year"), "hour"),
    ],
)
def test_a_required_key_misspelt_is_one_problem(tmp_path, text, key):
    assert brief(tmp_path, text) == [(Code.UNKNOWN_KEY, key)]


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        # one problem that fits, whatever forms a value may have
        (task("role: gp, time: 15, frequency: 1 / year"), Code.MISSING_UNIT, "15"),
        (task("role: gp, time: {mean: 2 m}, frequency: 1 / year"), Code.UNKNOWN_UNIT, "2 m"),
        (task("role: gp, time: {mean: {mean: 1 min}}, frequency: 1 / year"), Code.WRONG_TYPE, "{mean: 1 min}"),
        (task("role: gp, time: true, frequency: 1 / year"), Code.WRONG_TYPE, "true"),
        (task("role: gp, time: {low: 1 min}, frequency: 1 / year"), Code.MISSING_KEY, "{low: 1 min}"),
        (guideline(population="{ages: }"), Code.EMPTY, "ages"),
        (guideline(rec="title: 5"), Code.WRONG_TYPE, "5"),
        (guideline(rec="title: {nb: [a]}"), Code.WRONG_TYPE, "nb"),
        (guideline(rec="uptake: 30 %"), Code.WRONG_TYPE, "30 %"),
        (guideline(population="{ages: [40, 50]}"), Code.BAD_AGES, "[40, 50]"),
        (guideline(population="{ages: 40.5}"), Code.BAD_AGES, "40.5"),
        (guideline(population="{ages: 140}"), Code.BAD_AGES, "140"),
        (guideline(population="{incidence: 42 / 1000}"), Code.MISSING_UNIT, "42 / 1000"),
        (guideline(population="{share: 42 / 0}"), Code.NOT_A_NUMBER, "42 / 0"),
        (guideline(top="publisher: 1.0"), Code.WRONG_TYPE, "1.0"),
        (guideline(top="roles: {d: {isco: 2265}}"), Code.WRONG_TYPE, "2265"),
        (task("role: G P, time: 1 min, frequency: 1 / year"), Code.UNKNOWN_ROLE, "G P"),
        (task("role: gp, time: 1 min, frequency: 2"), Code.MISSING_UNIT, "2"),
        (task("role: gp, time: 1 min, frequency: every 0 years"), Code.BAD_FREQUENCY, "every 0 years"),
        (task("role: gp, time: 1 min, frequency: 1 / year, group_size: 0"), Code.OUT_OF_RANGE, "0"),
        (task("role: gp, time: 1 min, frequency: 1 / year, contact: fax"), Code.NOT_A_CHOICE, "fax"),
        (conditions("{share: 5 %, sex: kvinnelig}"), Code.NOT_A_CHOICE, "kvinnelig"),
        (capacity("hours: 37.5 h"), Code.WRONG_UNIT, "37.5 h"),
        (capacity("hours: 1 h / year, reserved: {a: {per_person: 5 min}}"), Code.WRONG_UNIT, "5 min"),
        (capacity("hours: 1 h / year, reserved: {a: {per_person: [{time: 5 min}]}}"), Code.WRONG_UNIT, "5 min"),
        (change("set: a/b, by: 2"), Code.NEEDS_KEY, "a/b"),
        (change("set: a b, to: 1"), Code.NOT_A_CHOICE, "a b"),
        (case(expect="{what: hours, value: 3 h, within: 1 h}"), Code.NOT_A_CHOICE, "hours"),
        (case(list="{people: {all: {18-99: many}}}"), Code.NOT_A_NUMBER, "many"),
        (case(list="norway-mean-list"), Code.WRONG_TYPE, "norway-mean-list"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_one_problem_at_its_place(tmp_path, text, code, at):
    assert brief(tmp_path, text) == [(code, at)]


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        (guideline(rec="title: {norsk: a}"), Code.NOT_A_CHOICE, "norsk"),
        (case(list="{people: {alle: {18-99: 1}}}"), Code.NOT_A_CHOICE, "alle"),
        (case(list="{people: {all: {99-18: 1}}}"), Code.AGES_REVERSED, "99-18"),
        (guideline().replace("  r:", '  "?!":'), Code.BAD_ID, '"?!"'),
    ],
)
def test_a_wrong_key_is_pointed_at_itself(tmp_path, text, code, at):
    assert brief(tmp_path, text) == [(code, at)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (task("role: gp, time: 1 min, frequency: once at age 200"), Code.BAD_AGES),
        (capacity("weeks: 46, hours: {low: 30 h / week, mean: 1000 h / year}"), Code.WRONG_UNIT),
        (case(list="{people: {all: {18-99: 1, 18 - 99: 2}}}"), Code.DUPLICATE_KEY),
    ],
)
def test_what_would_silently_give_a_wrong_number(tmp_path, text, code):
    assert [found for found, _ in brief(tmp_path, text)] == [code]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (task("role: gp, time: 1 min, frequency: every few years"), "every few years"),
        (change("scale: a/b, by: -1"), "-1"),
    ],
)
def test_a_message_shows_what_is_written(tmp_path, text, found):
    (problem,) = problems(tmp_path, text)
    assert problem.values["found"] == found
    assert ".0" not in problem.values.get("expected", "")


def test_all_problems_of_a_document_at_once(tmp_path):
    text = guideline(
        top="titel: x\ndate: 31.2.2026\npublisher: 3",
        population="{ages: 79-40, share: 140 %}",
        rec="strength: robust",
        tasks="{'!': {role: gp, time: 15, frequency: 1 / year}, b: {role: gp, time: 3 km, frequency: often}}",
    )
    assert [code for code, _ in brief(tmp_path, text)] == [
        Code.UNKNOWN_KEY, Code.BAD_DATE, Code.WRONG_TYPE, Code.AGES_REVERSED, Code.SHARE_OVER_100, Code.NOT_A_CHOICE,
        Code.BAD_ID, Code.MISSING_UNIT, Code.UNKNOWN_UNIT, Code.BAD_FREQUENCY,
    ]  # fmt: skip


def test_all_problems_of_meaning_at_once(tmp_path):
    text = guideline(
        top="status: approved",
        population="{condition: gout}",
        rec="strength: weak-against",
        tasks="{a: {role: gp, time: {value: 1 min, status: sourced}}, b: {after: c, roles: {nurs: 50 %}, time: 1 min}}",
    )
    assert [code for code, _ in brief(tmp_path, text)] == [
        Code.APPROVED_WITHOUT_NAME, Code.UNKNOWN_CONDITION, Code.AGAINST_WITHOUT_UPTAKE, Code.FIRST_TASK_FREQUENCY,
        Code.STATUS_WITHOUT_SOURCE, Code.UNKNOWN_TASK, Code.ROLES_SUM, Code.UNKNOWN_ROLE,
    ]  # fmt: skip


def test_a_ring_of_tasks_is_told_once(tmp_path):
    after = {"a": "c", "b": "a", "c": "b"}
    ring = ", ".join(f"{name}: {{after: {earlier}, role: gp, time: 1 min}}" for name, earlier in after.items())
    (problem,) = problems(tmp_path, guideline(tasks=f"{{{ring}}}"))
    assert problem.values["chain"] == "a → c → b → a"


@pytest.mark.parametrize(
    ("rows", "ages"),
    [
        ("{ages: 40-60, share: 1 %}, {ages: 60-70, share: 1 %}", "60"),
        ("{ages: 40-60, share: 1 %}, {ages: 50-70, share: 1 %}", "50-60"),
        ("{share: 1 %}, {ages: 50+, sex: male, share: 1 %}", "50+"),
        ("{share: 1 %}, {share: 1 %}", "all"),
    ],
)
def test_people_counted_twice_by_a_prevalence(tmp_path, rows, ages):
    (problem,) = problems(tmp_path, conditions(rows))
    assert (problem.code, problem.values["ages"]) == (Code.PREVALENCE_OVERLAP, ages)


def test_the_sexes_may_have_rows_of_their_own(tmp_path):
    assert brief(tmp_path, conditions("{sex: male, share: 60 %}, {sex: female, share: 60 %}")) == []


@pytest.mark.parametrize("key", ["hours: 37 h / week", "hours: 1725 h / year, worked_today: 49 h / week"])
def test_hours_a_week_need_weeks(tmp_path, key):
    assert [code for code, _ in brief(tmp_path, capacity(key))] == [Code.WEEKS_MISSING]
    assert brief(tmp_path, capacity(f"{key}, weeks: 46")) == []


def test_time_reserved_a_week_needs_weeks_and_is_pointed_at(tmp_path):
    found = brief(tmp_path, capacity("hours: 1725 h / year, reserved: {teaching: {time: 3 h / week}}"))
    assert found == [(Code.WEEKS_MISSING, "3 h / week")]


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_holds_only_its_kind(tmp_path, kind):
    assert {code for code, _ in brief(tmp_path, f"format: tnt/1\n{kind}: x\n")} <= {
        Code.MISSING_KEY, Code.WRONG_TYPE, Code.UNSIGNED,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("misspelt", "meant"), [("guidelines", "guideline"), ("list", "lists"), ("Capasity", "capacity")]
)
def test_a_kind_misspelt_is_pointed_at(tmp_path, misspelt, meant):
    found = problems(tmp_path, f"format: tnt/1\n{misspelt}: x\n")
    assert {one.code for one in found} <= {Code.UNKNOWN_KIND, Code.MISSING_KEY}  # what such a file must hold
    (problem,) = (one for one in found if one.code is Code.UNKNOWN_KIND)
    assert (problem.code, problem.suggestion, pointed_at(problem)) == (Code.UNKNOWN_KIND, meant, misspelt)
