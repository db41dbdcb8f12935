"""Diagnostics of every shape, and the texts of the files they are about."""

from tnt.diagnostics import Code, Diagnostic, Place, Span

GUIDELINE = """\
format: tnt/1
guideline: blood-pressure
recommendations:
  yearly-check:
    population: {ages: 40+}
    tasks:
      measure: {role: gp, time: 15, frequency: 1 / year}
      repeat:
        after: mesure
\t    time: 15 min
    title: "Måling, 測定 \x1b[31mrød"
    tasks:
      again: {role: gp}
"""
CAPACITY = """\
format: tnt/1
capacity: gp-2018
roles: {gp: {hours: 37.5 h / week, weeks: 46, reserved: {acute: {share: 60 %}, other: {share: 50 %}}}}
"""
SOURCES = {"pack/guideline.yaml": GUIDELINE, "pack/capacity.yaml": CAPACITY}


def at(line: int, column: int, length: int, file: str = "pack/guideline.yaml") -> Place:
    return Place(file, Span(line, column, line, column + length))


SAMPLES = (
    Diagnostic(Code.ASSUMPTIONS, Place(""), {"count": "7", "of": "9"}),
    Diagnostic(Code.MORE_PROBLEMS, Place("pack/lists.csv"), {"count": "12"}),
    Diagnostic(Code.CELL_NOT_NUMBER, Place("pack/lists.csv", cell=(14, "male_0-4")), {"found": "12 %"}),
    Diagnostic(Code.COLUMN_MISSING, Place("pack/lists.csv", cell=(1, "")), {"column": "practice"}, "practice_code"),
    Diagnostic(Code.RESERVED_OVER_100, Place("pack/capacity.yaml", Span(3, 47, 4, 1)), {"total": "110 %"}),
    Diagnostic(Code.DUPLICATE_KEY, at(12, 5, 5), {"key": "tasks"}, None, (at(6, 5, 5), at(1, 1, 6, "elsewhere.yaml"))),
    Diagnostic(Code.YAML_SYNTAX, at(10, 1, 1), {"problem": "found a tab character that violates indentation"}),
    Diagnostic(Code.MISSING_UNIT, at(7, 33, 2), {"found": "15", "expected": "10 min"}, "15 min"),
    Diagnostic(Code.MISSING_UNIT, at(7, 33, 2), {"found": "15", "expected": "10 min"}, "15 min"),
    Diagnostic(Code.UNKNOWN_TASK, at(9, 16, 6), {"id": "mesure", "known": "measure, repeat"}, "measure"),
    Diagnostic(Code.MINUTES_IMPLAUSIBLE, at(10, 12, 6), {"found": "0.5 min", "low": "1 min", "high": "240 min"}),
    Diagnostic(Code.WRONG_TYPE, at(11, 12, 20), {"found": "{…}", "expected": "text"}),
)
