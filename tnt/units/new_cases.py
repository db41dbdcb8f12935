"""New cases a person and year."""

from __future__ import annotations

import re
from typing import Any

from tnt.diagnostics import Code, ValueProblem
from tnt.units.people import refuse_people
from tnt.units.shares import share
from tnt.units.text import CALENDAR, factor_of, text_with_unit
from tnt.written.plain import reads_plain


@reads_plain
def incidence(value: Any) -> float:
    """`42 / 1000 / year` or `4.2 % / year` -> new cases per person and year."""
    example = "42 / 1000 / year"
    text = text_with_unit(value, example)
    cases, slash, period = text.rpartition("/")
    if slash and re.search(r"[a-z]", period):
        refuse_people(cases.strip(), f" / {period.strip()}", "100000", bare=True)
    if not slash or not re.search(r"[a-z]", period):
        raise ValueProblem(Code.MISSING_UNIT, _with_year(text) if slash else None, found=text, expected=example)
    try:
        cases_per_person = share(cases.strip())
    except ValueProblem as problem:
        said: dict[str, str] = {"expected": example, **problem.values, "found": text}
        said |= {key: f"{said[key]} / {period.strip()}" for key in ("one", "other") if key in said}
        raise ValueProblem(problem.code, **said) from None
    return cases_per_person * factor_of(f"1 / {period.strip()}", "1 / year", text, example, CALENDAR)


def _with_year(text: str) -> str:
    """New cases without their period: a year, of so many thousands as a point would leave open."""
    return re.sub(r"(?<=\d)\.(?=\d{3}$)", "", text) + " / year"
