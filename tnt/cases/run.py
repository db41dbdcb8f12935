"""Cases: published figures held against what is computed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tnt.analyses.supply.figures import SUPPLY_FIGURES, supply_figure
from tnt.cases.compile import compile_case
from tnt.diagnostics import Code, Diagnostic, Place, ProblemSink
from tnt.estimating.estimate import estimate
from tnt.language.documents.case import CaseDocument, Expectation
from tnt.reading.documents import Loaded
from tnt.reading.pack import read_pack
from tnt.result.model import Result
from tnt.result.recommendation import RecommendationResult


@dataclass(frozen=True, slots=True)
class Check:
    """One expectation and what came out. `computed` is None where the figure is unknown."""

    expectation: Expectation
    written: str
    """The expected figure as written, with its unit."""
    computed: float | None
    place: Place

    @property
    def passed(self) -> bool:
        """Whether the figure is within the tolerance the case gives."""
        return self.computed is not None and abs(self.computed - self.expectation.value) <= self.expectation.within


@dataclass(frozen=True, slots=True)
class CaseResult:
    """A case and its checks."""

    name: str
    cites: str | None
    file: str
    checks: tuple[Check, ...]

    @property
    def passed(self) -> bool:
        """Whether every figure came out."""
        return all(check.passed for check in self.checks)


def read_cases(paths: Iterable[str | Path]) -> list[Loaded[CaseDocument]]:
    """The cases in files and folders. Raises Problems where a file has errors."""
    pack = read_pack(paths, as_of=date.today())
    pack.problems.raise_errors(pack.texts)
    return pack.of(CaseDocument)


def run_case(loaded: Loaded[CaseDocument]) -> CaseResult:
    """Compute a case and look up each figure it expects. Raises Problems, for a figure of something the case lacks
    too."""
    result = estimate(compile_case(loaded))
    document = loaded.document
    problems = ProblemSink()
    checks = []
    for index, expectation in enumerate(document.expect):
        place = loaded.place("expect", index)
        try:
            computed = _figure(result, expectation, document.given.guideline.guideline)
        except KeyError as unknown:
            choices = ", ".join([*result.total, *(each.id.partition("/")[2] for each in result.recommendations)])
            key = "role" if expectation.recommendation != unknown.args[0] else "recommendation"
            values = {"found": str(unknown.args[0]), "choices": choices}
            problems.add(Diagnostic(Code.UNKNOWN_FIGURE, loaded.place("expect", index, key), values))
            continue
        checks.append(Check(expectation, loaded.written("expect", index, "value"), computed, place))
    problems.raise_errors({loaded.tree.file: loaded.tree.text})
    return CaseResult(document.case, document.cites, loaded.tree.file, tuple(checks))


def _figure(result: Result, expectation: Expectation, guideline: str) -> float | None:
    """The figure meant: of the recommendation named, of the only one there is, or of all together.

    Raises KeyError for a role or a recommendation that the case does not have.
    """
    what, role = expectation.what, expectation.role
    named = expectation.recommendation
    recommendations = [each for each in result.recommendations if named is None or each.id == f"{guideline}/{named}"]
    if not recommendations:
        raise KeyError(named)
    if what == "eligible_people":
        return recommendations[0].eligible_people if len(recommendations) == 1 else None
    if role is None or role not in result.total:
        raise KeyError(role or "role")
    if (named is not None or len(recommendations) == 1) and hasattr(recommendations[0].roles[role], what):
        figure: float | None = getattr(recommendations[0].roles[role], what)
        return figure
    if what == "tnt_hours":
        return _sum(recommendations, role)
    if what in SUPPLY_FIGURES:
        return supply_figure(result, role, what)
    total: float | None = getattr(result.total[role], what, None)
    return total


def _sum(recommendations: list[RecommendationResult], role: str) -> float | None:
    hours = [each.roles[role].tnt_hours for each in recommendations if role in each.roles]
    known = [part for part in hours if part is not None]
    return sum(known) if len(known) == len(hours) else None
