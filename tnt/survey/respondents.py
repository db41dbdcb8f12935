"""Answers to a task -> respondents: the mean minutes of each, and for how many cases each counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

import numpy as np
import numpy.typing as npt

from tnt.survey.answers.answer import Answer


@dataclass(frozen=True, slots=True)
class Respondents:
    """Those who have answered a task, each once, in the order of their first answers."""

    minutes: npt.NDArray[np.float64]
    """[n] of each, for one event."""
    weights: npt.NDArray[np.float64]
    """[n] the cases each counts for; 1 where nobody says how many."""
    cases: int | None
    """What they say in all; None where nobody says."""
    without_cases: int
    """How many do not say, where others do."""
    assumed_cases: float | None
    """What each of these counts for: the median of those who say. None where there are none of them. [ours]"""

    @property
    def mean_minutes(self) -> float:
        """Sum of cases x minutes over the sum of cases: the mean of an event; of equal weights that of the answers."""
        return float((self.weights * self.minutes).sum() / self.weights.sum())


def respondents(answers: Iterable[Answer]) -> Respondents:
    """Several answers of one respondent are added: the cases of each, and the minutes of all these cases."""
    by_code: dict[str, list[Answer]] = {}
    for answer in answers:
        by_code.setdefault(answer.respondent, []).append(answer)
    minutes, cases = zip(*map(_added, by_code.values()), strict=True)
    given = [count for count in cases if count is not None]
    without = len(cases) - len(given) if given else 0
    assumed = float(median(given)) if given else 1.0
    return Respondents(
        minutes=np.array(minutes),
        weights=np.array([assumed if count is None else float(count) for count in cases]),
        cases=sum(given) if given else None,
        without_cases=without,
        assumed_cases=assumed if without else None,
    )


def _added(answers: list[Answer]) -> tuple[float, int | None]:
    """Minutes and cases of one respondent; who answers more than once says how many cases each time."""
    if len(answers) == 1:
        return answers[0].minutes, answers[0].cases
    cases = sum(answer.cases or 0 for answer in answers)
    return sum((answer.cases or 0) * answer.minutes for answer in answers) / cases, cases
