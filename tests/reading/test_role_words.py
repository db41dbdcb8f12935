"""Words for roles are read where they have one meaning, wherever a file names a role, and never in the place of a role
of one's own."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from tnt.cases.run import read_cases, run_case
from tnt.check.check import check
from tnt.compile.inputs import Inputs, load
from tnt.diagnostics import Code, ProblemSink, Severity
from tnt.estimating.estimate import estimate
from tnt.language.documents.declares import KNOWN_ROLES
from tnt.language.schema.schema import json_schema
from tnt.language.values.roles import role_meant, role_read
from tnt.reading.reuse import Reuse
from tnt.reading.yaml.read_tree import read_tree

GUIDELINE = """\
format: tnt/1
guideline: g
recommendations:
  r:
    population: {ages: 40+}
    tasks:
      t: {ROLE, time: 15 min, frequency: 1 / year}
"""
OWN = """\
format: tnt/1
scenario: s
roles:
  fastlege: {title: Kommunelegen}
changes:
  - {scale: g/recommendations/r/tasks/t/time, by: 2}
"""
CAPACITY = """\
format: tnt/1
capacity: c
roles:
  ROLE: {hours: 1700 h / year}
"""
LISTS = """\
format: tnt/1
lists: l
table: t.csv
id: id
people: "{sex}_{ages}"
staff:
  ROLE: {posts: posts}
"""
TABLE = "id,female_0-99,male_0-99,posts\nA,600,600,1.5\n"
CASE = """\
format: tnt/1
case: Words in a case
given:
  guideline:
    guideline: g
    recommendations:
      r:
        population: {ages: 18+}
        tasks: {ask: {role: Fastlege, time: 1 min, frequency: 1 / year}}
  list: {people: {all: {18-99: 2000}}, posts: {fastlege: 1}}
  capacity: {general practitioner: {hours: 1725 h / year}}
expect:
  - {what: tnt_hours, role: GP, value: 33.3 h, within: 0.1 h}
  - {what: share_of_capacity, role: gp, value: 1.9 %, within: 0.1 %}
"""


def loaded(folder: Path, role: str, **choices: Any) -> Inputs:
    (folder / "g.yaml").write_text(GUIDELINE.replace("ROLE", role), "utf-8")
    return load(folder, as_of=date(2026, 11, 28), **choices)


def codes(folder: Path) -> list[Code]:
    return [one.code for one in check([folder]).diagnostics if one.severity is Severity.ERROR]


@pytest.mark.parametrize(("written", "role"), [
    ("fastlege", "gp"), ("Fastlege", "gp"), ("allmennlege", "gp"), ("GP", "gp"), ("general practitioner", "gp"),
    ("General Practitioner", "gp"), ("general-practitioner", "gp"), ("family_doctor", "gp"), ("sykepleier", "nurse"),
    ("sjukepleiar", "nurse"), ("Nurse", "nurse"), ("helsesekretær", "medical-secretary"),
    ("sekretær", "medical-secretary"), ("physio", "physiotherapist"), ("jordmor", "midwife"),
    ("medical_secretary", "medical-secretary"), ("farmasøyt", "pharmacist"), ("fysioterapeut", "physiotherapist"),
    ("psykolog", "psychologist"), ("sykehuslege", "doctor-other"), ("helsesykepleier", "public-health-nurse"),
    ("healthcare assistant", "healthcare-assistant"), ("Helsefagarbeider", "healthcare-assistant"),
    ("occupational therapist", "occupational-therapist"), ("ergoterapeut", "occupational-therapist"),
    ("klinisk ernæringsfysiolog", "dietitian"), ("fotterapeut", "podiatrist"), ("sosionom", "social-worker"),
    ("tannlege", "dentist"), ("tannpleier", "dental-hygienist"), ("optiker", "optometrist"),
    ("logoped", "speech-therapist"), ("hjemmesykepleier", "home-nurse"), ("ambulansearbeider", "paramedic"),
])  # fmt: skip
def test_a_word_with_one_meaning_is_read_as_a_role_and_as_a_key(written: str, role: str, tmp_path: Path) -> None:
    assert loaded(tmp_path, f"role: {written}").rules.roles.keys() == {role}
    assert loaded(tmp_path, f"roles: {{{written}: 100 %}}").rules.roles.keys() == {role}
    tree = read_tree("g.yaml", GUIDELINE.replace("ROLE", f"role: {written}").encode(), ProblemSink())
    assert tree is not None
    assert not [one.message for one in Draft7Validator(json_schema("guideline")).iter_errors(tree.data)]


@pytest.mark.parametrize("word", ["lege", "doktor", "doctor", "physician", "spesialist", "specialist", "apoteker"])
def test_a_word_with_several_meanings_is_suggested_only(word: str, tmp_path: Path) -> None:
    assert role_read(word) is None
    assert role_meant(word) in KNOWN_ROLES
    (tmp_path / "g.yaml").write_text(GUIDELINE.replace("ROLE", f"role: {word}"), "utf-8")
    (found,) = [one for one in check([tmp_path]).diagnostics if one.severity is Severity.ERROR]
    assert found.suggestion == role_meant(word)


def test_a_role_of_ones_own_is_meant_by_its_id_whatever_file_declares_it(tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text(OWN, "utf-8")
    inputs = loaded(tmp_path, "role: fastlege")
    assert inputs.rules.roles.keys() == {"fastlege"}
    assert estimate(inputs).total["fastlege"].title == "Kommunelegen"


def test_the_same_file_is_read_anew_where_the_role_becomes_ones_own(tmp_path: Path) -> None:
    reuse = Reuse()
    assert loaded(tmp_path, "role: fastlege", reuse=reuse).rules.roles.keys() == {"gp"}
    (tmp_path / "s.yaml").write_text(OWN, "utf-8")
    assert loaded(tmp_path, "role: fastlege", reuse=reuse).rules.roles.keys() == {"fastlege"}
    (tmp_path / "s.yaml").unlink()
    assert loaded(tmp_path, "role: fastlege", reuse=reuse).rules.roles.keys() == {"gp"}


def test_working_time_and_posts_are_those_of_the_role(tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text(CAPACITY.replace("ROLE", "Fastlege"), "utf-8")
    (tmp_path / "l.yaml").write_text(LISTS.replace("ROLE", "allmennlege"), "utf-8")
    (tmp_path / "t.csv").write_text(TABLE, "utf-8")
    result = estimate(loaded(tmp_path, "role: gp"))
    assert result.total["gp"].available_hours == 1.5 * 1700


def test_a_scenario_and_its_paths_may_use_the_words(tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text(CAPACITY.replace("ROLE", "fastlege"), "utf-8")
    (tmp_path / "s.yaml").write_text(
        "format: tnt/1\nscenario: s\nchanges:\n"
        "  - {set: c/roles/fastlege/hours, to: 1000 h / year}\n"
        "  - {set: g/recommendations/r/tasks/t/role, to: sykepleier}\n"
        "  - {add: g/recommendations/r/tasks/u, value: {role: jordmor, time: 5 min, frequency: 1 / year}}\n",
        "utf-8",
    )
    inputs = loaded(tmp_path, "role: gp", scenarios=["s"])
    assert inputs.rules.roles.keys() == {"nurse", "midwife"}
    assert inputs.capacity is not None
    assert inputs.capacity.roles["gp"].time.gross_hours_per_post == 1000


def test_words_in_a_case(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(CASE, "utf-8")
    assert all(one.passed for one in run_case(*read_cases([tmp_path / "case.yaml"])).checks)


def test_a_role_and_a_word_for_it_beside_each_other_are_written_twice(tmp_path: Path) -> None:
    text = GUIDELINE.replace("ROLE", "roles: {nurse: 50 %, sykepleier: 50 %}")
    (tmp_path / "g.yaml").write_text(text, "utf-8")
    found = [one for one in check([tmp_path]).diagnostics if one.code is Code.DUPLICATE_KEY]
    (span,) = [one.place.span for one in found]
    assert span is not None
    assert text.splitlines()[span.line - 1][span.column - 1 : span.end_column - 1] == "sykepleier"
    assert Code.UNKNOWN_ROLE not in codes(tmp_path)


def test_what_is_wrong_with_a_role_stands_where_the_word_is(tmp_path: Path) -> None:
    text = GUIDELINE.replace("ROLE", "roles: {sykepleier: 50, gp: 50 %}")
    (tmp_path / "g.yaml").write_text(text, "utf-8")
    (found,) = [one for one in check([tmp_path]).diagnostics if one.severity is Severity.ERROR]
    span = found.place.span
    assert span is not None
    assert text.splitlines()[span.line - 1][: span.column - 1].endswith("sykepleier: ")


@pytest.mark.parametrize("word", ["Helsesykepleier", "Sykepleier", "Klinisk ernæringsfysiolog"])
def test_a_word_for_a_shipped_role_may_be_the_id_of_ones_own_and_of_anything_else(word: str, tmp_path: Path) -> None:
    text = (
        GUIDELINE.replace("ROLE", f"role: {word}").replace("      t:", f"      {word}:").replace("  r:", f"  {word}:")
    )
    (tmp_path / "g.yaml").write_text(
        text.replace("recommendations:", f"roles: {{{word}: {{isco: '2221'}}}}\nrecommendations:")
    )
    inputs = load(tmp_path)
    (role,) = inputs.rules.roles
    assert role not in KNOWN_ROLES
    assert estimate(inputs).total[role].title == word
