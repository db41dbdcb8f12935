"""Roles and outcomes that nothing declares: told once, and what declares them is accepted where it is said to stand."""

from pathlib import Path

import pytest

from tests.reading.files import guideline, pointed_at, problems
from tnt.diagnostics import Code, Diagnostic
from tnt.diagnostics.messages import MESSAGE_LANGUAGES
from tnt.diagnostics.render import message

TASKS = "{a: {role: %s, time: 1 min, frequency: 1 / year}, b: {role: %s, time: 2 min, frequency: 1 / year}}"
BENEFIT = "benefit: {outcome: %s, nnt: 50, horizon: 5 years}"


def declared(text: str, problem: Diagnostic) -> str:
    """The file with the declaration where the message says that it belongs."""
    section = "roles" if problem.code is Code.UNKNOWN_ROLE else "outcomes"
    if "line" in problem.values:
        return text.replace("recommendations:", f"{problem.values['line']}\nrecommendations:")
    return text.replace(f"{section}:\n", f"{section}:\n  {problem.values['entry']}\n")


@pytest.mark.parametrize("top", ["", "roles:\n  welder: {title: Welder}\n"])
@pytest.mark.parametrize(
    "written", ["sexologist", "Sexologist", "optisk tekniker", "Rådgiver: kosthold", "cook-at-home"]
)
def test_a_role_is_told_once_and_declared_by_what_is_said(tmp_path: Path, top: str, written: str) -> None:
    text = guideline(top=top, tasks=TASKS % ((f'"{written}"',) * 2))
    (found,) = problems(tmp_path, text)
    assert (found.code, pointed_at(found).strip('"')) == (Code.UNKNOWN_ROLE, written)
    assert (found.values["count"], len(found.related)) == ("2", 1)
    assert ("entry" in found.values) == bool(top)
    assert problems(tmp_path, declared(text, found)) == []


def test_one_line_declares_all_roles_that_are_missing_and_no_misspelt_one(tmp_path: Path) -> None:
    text = guideline(tasks=TASKS % ("sexologist", "welder"))
    first, second = problems(tmp_path, text)
    assert first.values["line"] == second.values["line"]
    assert problems(tmp_path, declared(text, first)) == []
    nurs, welder = problems(tmp_path, guideline(tasks=TASKS % ("nurs", "welder")))
    assert (nurs.suggestion, welder.values["line"]) == ("nurse", "roles: {welder: {title: Welder}}")


@pytest.mark.parametrize("top", ["", "outcomes:\n  fewer-falls: Fewer falls\n"])
@pytest.mark.parametrize("written", ["strokes", "heart-attacks"])
def test_an_outcome_is_declared_by_what_is_said(tmp_path: Path, top: str, written: str) -> None:
    text = guideline(top=top, rec=BENEFIT % written)
    (found,) = problems(tmp_path, text)
    assert (found.code, "entry" in found.values) == (Code.UNKNOWN_OUTCOME, bool(top))
    assert problems(tmp_path, declared(text, found)) == []


def test_it_is_told_once_in_several_files(tmp_path: Path) -> None:
    files = [guideline(id=name, tasks=TASKS % ("welder", "gp")) for name in ("one", "two", "three", "four", "five")]
    (found,) = problems(tmp_path, *files)
    assert (found.values["count"], len(found.related)) == ("5", 3)


@pytest.mark.parametrize("lang", MESSAGE_LANGUAGES)
def test_the_message_holds_the_line_as_it_is_to_be_written(tmp_path: Path, lang: str) -> None:
    (found,) = problems(tmp_path, guideline(tasks=TASKS % ("welder", "gp")))
    assert f" {found.values['line']} " in message(found, lang)


@pytest.mark.parametrize("written", ["lege", "Lege", "doktor", "Doctor"])
def test_a_doctor_is_told_once_and_may_be_the_gp(tmp_path: Path, written: str) -> None:
    text = guideline(tasks=TASKS % (written, written))
    (found,) = problems(tmp_path, text)
    assert found.suggestion == "gp"
    assert problems(tmp_path, text.replace(written, found.suggestion)) == []


def test_where_a_great_many_are_missing_each_line_declares_its_own(tmp_path: Path) -> None:
    names = ["welder", "farmer", "baker", "tailor", "sailor", "miller", "brewer"]
    tasks = ", ".join(f"{name}: {{role: {name}, time: 1 min, frequency: 1 / year}}" for name in names)
    found = problems(tmp_path, guideline(tasks=f"{{{tasks}}}"))
    assert found[0].values["line"] == "roles: {welder: {title: Welder}}"
    assert len(found) == len(names)
