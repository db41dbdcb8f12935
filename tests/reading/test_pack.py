"""Files given together: what they declare for each other, what only one may declare, and cases, which stand alone."""

import os
import subprocess
import sys

import pytest

from tests.reading.files import brief, guideline, problems, task
from tests.reading.test_documents import case
from tnt.check.check import check
from tnt.diagnostics import Code
from tnt.reading.pack import read_pack
from tnt.reading.pack_documents import populations

CONDITIONS = "format: tnt/1\nconditions: {gout: {prevalence: [{share: 1 %}]}}\n"
SOURCES = "sources: {survey: {title: A survey, kind: survey}}"
CAPACITY = "format: tnt/1\ncapacity: c\nroles: {optician: {hours: 1725 h / year}}\n"
LISTS = 'format: tnt/1\nlists: l\ntable: t.csv\nid: id\npeople: "all_{ages}"\n'


@pytest.fixture(autouse=True)
def table(tmp_path):
    (tmp_path / "t.csv").write_text("id,all_0-39,all_40+,gout\nA,900,600,12\n")


SOURCED = task("role: gp, time: {value: 15 min, source: survey}, frequency: 1 / year")


@pytest.mark.parametrize(
    ("using", "declaring", "code", "name"),
    [
        (guideline(population="{condition: gout}"), CONDITIONS, Code.UNKNOWN_CONDITION, "gout"),
        (guideline(population="{condition: gout}"), LISTS + "registers: {gout: gout}\n",
         Code.UNKNOWN_CONDITION, "gout"),
        (SOURCED, guideline(id="other", top=SOURCES), Code.UNKNOWN_SOURCE, "survey"),
        (SOURCED, LISTS + SOURCES + "\n", Code.UNKNOWN_SOURCE, "survey"),
        (LISTS + "source: survey\n", CONDITIONS + SOURCES + "\n", Code.UNKNOWN_SOURCE, "survey"),
        (task("role: optician, time: 1 min, frequency: 1 / year"), CAPACITY, Code.UNKNOWN_ROLE, "optician"),
        (task("role: optician, time: 1 min, frequency: 1 / year"), CONDITIONS + "roles: {optician: {}}\n",
         Code.UNKNOWN_ROLE, "optician"),
        (guideline(rec="benefit: {outcome: fall, nnt: 5, horizon: 1 year}"),
         guideline(id="other", top="outcomes: {fall: one fall less}"), Code.UNKNOWN_OUTCOME, "fall"),
        ("format: tnt/1\npack: p\nlists: l\n", LISTS, Code.UNKNOWN_DEFAULT, "l"),
        ("format: tnt/1\npack: p\ncapacity: c\n", CAPACITY, Code.UNKNOWN_DEFAULT, "c"),
    ],
)  # fmt: skip
def test_a_name_is_known_when_the_file_that_declares_it_is_given_too(tmp_path, using, declaring, code, name):
    assert brief(tmp_path, using) == [(code, name)]
    assert brief(tmp_path, using, declaring) == []
    assert brief(tmp_path, declaring, using) == []


def test_a_file_with_mistakes_still_declares_its_names(tmp_path):
    broken = CONDITIONS + "titel: x\n"
    assert brief(tmp_path, guideline(population="{condition: gout}"), broken) == [(Code.UNKNOWN_KEY, "titel")]


def test_problems_of_all_files_at_once(tmp_path):
    unit_missing = guideline(id="other", tasks="{t: {role: gp, time: 15, frequency: 1 / year}}")
    found = problems(tmp_path, guideline(population="{ages: 70-40}"), CONDITIONS + "titel: x\n", "a: [", unit_missing)
    assert [(one.code, one.place.file[-7:]) for one in found] == [
        (Code.YAML_SYNTAX, "f2.yaml"), (Code.AGES_REVERSED, "f0.yaml"), (Code.UNKNOWN_KEY, "f1.yaml"),
        (Code.MISSING_UNIT, "f3.yaml"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        (guideline(), guideline(), "clinic"),
        (CONDITIONS, CONDITIONS, "gout"),
        (CAPACITY, CAPACITY, "c"),
        (LISTS, LISTS, "l"),
        (guideline(id="a", top=SOURCES), guideline(id="b", top=SOURCES), "survey"),
        (guideline(id="a", top="outcomes: {fall: x}"), guideline(id="b", top="outcomes: {fall: y}"), "fall"),
    ],
)
def test_an_id_declared_in_two_files(tmp_path, one, other, name):
    (problem,) = problems(tmp_path, one, other)
    assert (problem.code, problem.values["id"]) == (Code.DUPLICATE_ID, name)
    assert problem.place.file.endswith("f1.yaml")
    assert [place.file[-7:] for place in problem.related] == ["f0.yaml"]


def test_a_role_may_have_its_hours_in_several_capacities(tmp_path):
    assert brief(tmp_path, CAPACITY, CAPACITY.replace("capacity: c", "capacity: d")) == []


def test_a_guideline_and_a_source_may_have_the_same_id(tmp_path):
    assert brief(tmp_path, guideline(id="survey", top=SOURCES)) == []


def test_a_register_does_not_clash_with_its_condition(tmp_path):
    assert brief(tmp_path, CONDITIONS, LISTS + "registers: {gout: gout}\n") == []


@pytest.mark.parametrize("name", ["survey", "surveys"])
def test_a_suggestion_comes_from_all_files(tmp_path, name):
    text = SOURCED.replace("source: survey", f"source: {name}")
    found = problems(tmp_path, text, CONDITIONS + SOURCES + "\n")
    assert [one.suggestion for one in found] == ["survey"] * (name != "survey")


def test_a_reference_population_of_the_files_or_of_the_shipped_pack(tmp_path):
    assert brief(tmp_path, LISTS) == []
    assert brief(tmp_path, LISTS + "reference_population: village\n") == [(Code.UNKNOWN_POPULATION, "village")]
    village = "format: tnt/1\npopulation: village\ntable: v.csv\n"
    (tmp_path / "v.csv").write_text("sex,age,people\nfemale,0,5\nfemale,1,5\nmale,0,5\nmale,1,5\n")
    assert brief(tmp_path, LISTS + "reference_population: village\n", village) == []
    assert set(populations(read_pack([tmp_path / "f1.yaml"]))) == {"village"}


def test_an_unknown_reference_population_names_the_shipped_one(tmp_path):
    (problem,) = problems(tmp_path, LISTS + "reference_population: norway-2025\n")
    assert problem.suggestion == "norway-2026"


# Cases


def test_a_case_takes_nothing_from_the_files_beside_it(tmp_path):
    text = case(
        population="{condition: gout}", task="{role: gp, time: {value: 1 min, source: survey}, frequency: 1 / year}"
    )
    found = brief(tmp_path, text, CONDITIONS + SOURCES + "\n")
    assert set(found) == {(Code.UNKNOWN_CONDITION, "gout"), (Code.UNKNOWN_SOURCE, "survey")}


def test_a_case_gives_nothing_to_the_files_beside_it(tmp_path):
    inside = "  conditions: {conditions: {gout: {prevalence: [{share: 1 %}]}}}\n"
    assert brief(tmp_path, case(population="{condition: gout}", more=inside)) == []
    assert brief(tmp_path, guideline(population="{condition: gout}"), case(more=inside)) == [
        (Code.UNKNOWN_CONDITION, "gout")
    ]


def test_cases_may_use_the_same_ids(tmp_path):
    assert brief(tmp_path, case(), case(), guideline(id="x")) == []


def test_a_register_of_the_list_declares_its_condition_in_a_case(tmp_path):
    text = case(population="{condition: gout}", list="{people: {all: {0-99: 900}}, registers: {gout: 12}}")
    assert brief(tmp_path, text) == []


def test_the_documents_of_a_case_are_checked_like_files(tmp_path):
    text = case(population="{ages: 18+, incidence: 1 / 100 / year}", more="  capacity: {gp: {hours: 37 h / week}}\n")
    assert [code for code, _ in brief(tmp_path, text)] == [Code.INCIDENCE_FREQUENCY, Code.WEEKS_MISSING]


def test_a_problem_of_a_case_is_found_once(tmp_path):
    text = case(task="{role: gp, time: {value: 1 min, source: survey}, frequency: 1 / year}")
    assert len(problems(tmp_path, text)) == 1


# Files and folders


def test_a_folder_is_its_yaml_files(tmp_path):
    (tmp_path / "deep" / ".hidden").mkdir(parents=True)
    for name in ("a.yaml", "deep/b.yml", "deep/.hidden/c.yaml", "d.txt"):
        (tmp_path / name).write_text(guideline(id=f"g{len(name)}"))
    report = check([tmp_path, tmp_path / "a.yaml"])
    assert report.files == 2


@pytest.mark.parametrize("name", ["nothing.yaml", "empty", "pipe.yaml"])
def test_what_cannot_be_read_is_named(tmp_path, name):
    if name == "empty":
        (tmp_path / name).mkdir()
    if name == "pipe.yaml":
        os.mkfifo(tmp_path / name)
    (problem,) = check([tmp_path / name]).diagnostics
    assert (problem.code, problem.place.file) == (Code.FILE_UNREADABLE, str(tmp_path / name))


def test_the_public_functions_can_be_called_again_and_again():
    """A package of tnt must not hide the function of that name."""
    code = "import tnt, tnt.reading.pack, tnt.compile.inputs; tnt.load; assert callable(tnt.load)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
