"""A benefit that gives no hours per person who benefits, and why."""

from __future__ import annotations

from collections.abc import Iterator

from tnt.diagnostics import Code, Diagnostic
from tnt.language.base import Document
from tnt.language.documents.guideline import Benefit, Recommendation
from tnt.language.values.number import Number
from tnt.reading.documents import Loaded

_RISKS = ("relative_risk", "baseline_risk")
SMALLEST_REDUCTION = 1e-5
"""What is smaller is no risk reduction that anybody states."""


def check_benefit(
    loaded: Loaded[Document], at: tuple[str, ...], rec: Recommendation, benefit: Benefit
) -> Iterator[Diagnostic]:
    """One of NNT, risk reduction and risks, above zero, and what says whose it is and over which years."""
    place = loaded.place(*at, key=True)
    has_risks = benefit.relative_risk is not None or benefit.baseline_risk is not None
    if (benefit.nnt is not None) + (benefit.risk_reduction is not None) + has_risks != 1:
        yield Diagnostic(Code.CONFLICTING_KEYS, place, {"keys": "nnt, risk_reduction, relative_risk"})
    elif has_risks and (benefit.relative_risk is None or benefit.baseline_risk is None):
        key, needed = _RISKS if benefit.baseline_risk is None else _RISKS[::-1]
        yield Diagnostic(Code.NEEDS_KEY, loaded.place(*at, key, key=True), {"key": key, "needed": needed})
    if benefit.nnt is not None:
        yield from _below_one(loaded, (*at, "nnt"), benefit.nnt)
    if (without := _without_reduction(benefit)) is not None:
        yield Diagnostic(Code.NO_REDUCTION, loaded.place(*at, without))
    treated = rec.treating_task
    if treated is None:
        yield Diagnostic(Code.BENEFIT_WITHOUT_KEY, place, {"needed": "applies_to"})
        return
    if benefit.horizon is None and _comes_back(rec, treated):
        yield Diagnostic(Code.BENEFIT_WITHOUT_KEY, place, {"needed": "horizon"})


def _without_reduction(benefit: Benefit) -> str | None:
    """The key that says that nobody is expected to benefit."""
    if benefit.risk_reduction is not None and benefit.risk_reduction.expected <= 0:
        return "risk_reduction"
    if benefit.relative_risk is not None and benefit.relative_risk.expected >= 1:
        return "relative_risk"
    return "baseline_risk" if benefit.baseline_risk is not None and benefit.baseline_risk.expected == 0 else None


def _below_one(loaded: Loaded[Document], at: tuple[str, ...], nnt: Number[float]) -> Iterator[Diagnostic]:
    """METHOD "Benefit": nobody benefits twice within the horizon. What is below 1 is most likely a risk reduction."""
    figures = {key: getattr(nnt, key) for key in ("value", "mean", "low", "mode", "high")}
    key, least = min(((k, figure) for k, figure in figures.items() if figure is not None), key=lambda each: each[1])
    if least >= 1:
        return
    is_short = key == "value" and loaded.tree.nodes((*loaded.base, *at, key))[2] == len(loaded.base) + len(at)
    path = at if is_short else (*at, key)
    values = {"found": loaded.written(*path)}
    if key in ("value", "mean") and least >= SMALLEST_REDUCTION:
        values["reduction"] = f"risk_reduction: {least * 100:.3g} %"
    yield Diagnostic(Code.NNT_BELOW_ONE, loaded.place(*path), values)


def _comes_back(rec: Recommendation, name: str) -> bool:
    """Whether people have the task year after year, as work that recurs or as what follows from it, and not in courses
    that end."""
    tasks = (rec.tasks[each] for each in rec.way_back(name))
    first = next((task for task in tasks if task.frequency is not None), None)
    return (
        first is not None and first.for_ is None and first.frequency is not None and not first.frequency.expected.once
    )
