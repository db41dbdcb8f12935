"""A clinician's first guideline of six recommendations, from memory and with the habits of Word, needs no more than
three corrections, each said by the program."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.language.test_found import mends
from tnt.check.check import check
from tnt.compile.inputs import load
from tnt.diagnostics import Code, Diagnostic, Severity
from tnt.estimating.estimate import estimate
from tnt.result.model import Result

FIRST = sorted((Path(__file__).parent / "first_guidelines").glob("*.yaml"))
MOST = 3


def first_error(file: Path) -> Diagnostic | None:
    return next((one for one in check([file]).diagnostics if one.severity is Severity.ERROR), None)


def corrected(text: str, problem: Diagnostic) -> str:
    """The text with the one correction that the message names, in the place it shows."""
    if problem.code is Code.UNKNOWN_FORMAT:
        return f"format: {problem.suggestion}\n{text}"
    if problem.suggestion is None and "line" in problem.values:
        return f"{problem.values['line']}\n{text}"
    span = problem.place.span
    assert span is not None
    lines = text.split("\n")
    line = lines[span.line - 1]
    lines[span.line - 1] = line[: span.column - 1] + mends(problem)[0] + line[span.end_column - 1 :]
    return "\n".join(lines)


def mended(name: Path, folder: Path) -> tuple[Path, int]:
    """The file as it passes the checker, and how many corrections that took."""
    file = folder / name.name
    file.write_text(name.read_text("utf-8"), "utf-8")
    for corrections in range(20):
        problem = first_error(file)
        if problem is None:
            return file, corrections
        file.write_text(corrected(file.read_text("utf-8"), problem), "utf-8")
    raise AssertionError(problem)


def result(file: Path) -> Result:
    return estimate(load(file, as_of=date(2026, 11, 28)))


@pytest.mark.parametrize("name", FIRST, ids=[file.stem for file in FIRST])
def test_three_corrections_are_enough(name: Path, tmp_path: Path) -> None:
    file, corrections = mended(name, tmp_path)
    assert 1 <= corrections <= MOST
    found = result(file)
    assert len(found.recommendations) == 6
    assert all(hours.tnt_hours for one in found.recommendations for hours in one.roles.values())
    (head,) = found.guidelines
    assert head.author
    assert head.contact
    assert head.status in ("draft", "hearing")


def test_what_was_written_is_what_was_meant(tmp_path: Path) -> None:
    file, _ = mended(next(file for file in FIRST if file.stem == "blodtrykk.nb"), tmp_path)
    found = result(file)
    (head,) = found.guidelines
    assert (head.id, head.title, head.version) == ("hoyt-blodtrykk", "Høyt blodtrykk i allmennpraksis", "1.0")
    assert [one.title for one in found.recommendations][:2] == ["Måling av blodtrykk", "Ny måling hjemme"]
    assert found.total.keys() == {"gp", "nurse", "medical-secretary"}
    first = found.recommendations[0]
    assert (first.strength, first.certainty) == ("weak-for", "low")
    hours = first.roles["medical-secretary"]
    assert hours.tnt_hours == pytest.approx(first.eligible_people / 6 if first.eligible_people else 0)
    assert hours.required_hours == pytest.approx(0.8 * (hours.tnt_hours or 0))


def test_there_are_six_of_them_and_nobody_wrote_the_same() -> None:
    assert [file.suffixes[0] for file in FIRST].count(".nb") == 4
    assert len(FIRST) == 8
