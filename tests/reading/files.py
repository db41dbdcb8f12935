"""Small files for the tests of the reader, and what is found in them in short form."""

from pathlib import Path

from tnt.check.check import check
from tnt.diagnostics import Code, Diagnostic, Severity

TASK = "{role: gp, time: 15 min, frequency: 1 / year}"


def guideline(
    *, id: str = "clinic", top: str = "", population: str = "{ages: 40+}", rec: str = "", tasks: str = f"{{t: {TASK}}}"
) -> str:
    """A guideline with one recommendation, parts of it replaced."""
    lines = f"format: tnt/1\nguideline: {id}\n{top}\nrecommendations:\n  r:\n    population: {population}\n"
    return lines + (f"    {rec}\n" if rec else "") + f"    tasks: {tasks}\n"


def task(text: str) -> str:
    """A guideline with this one task."""
    return guideline(tasks=f"{{t: {{{text}}}}}")


def problems(folder: Path, *texts: str, notes: bool = False) -> list[Diagnostic]:
    """What `tnt check` finds in these files, given together."""
    paths = []
    for number, text in enumerate(texts):
        paths.append(folder / f"f{number}.yaml")
        paths[-1].write_text(text, "utf-8")
    return [one for one in check(paths).diagnostics if notes or one.severity is not Severity.NOTE]


def brief(folder: Path, *texts: str) -> list[tuple[Code, str]]:
    """Code and the text pointed at, of each problem, in the order of files and lines."""
    found = sorted(
        problems(folder, *texts), key=lambda one: (one.place.file, one.place.span or one.place.cell, one.code)
    )
    return [(one.code, pointed_at(one)) for one in found]


def pointed_at(problem: Diagnostic) -> str:
    """The text under the carets."""
    span = problem.place.span
    if span is None:
        return ""
    line = Path(problem.place.file).read_text("utf-8").split("\n")[span.line - 1]
    return line[span.column - 1 : span.end_column - 1 if span.end_line == span.line else None]
