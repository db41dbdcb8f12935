"""Shared work is worked out for every draw: how much of that is done, and what is said where it would be too much."""

from __future__ import annotations

from tnt import limits
from tnt.compile.inputs import Inputs
from tnt.diagnostics import Code, Problems, problem
from tnt.engine.draws.hours_sum import DrawnOverlap
from tnt.limits import FEWEST_DRAWS

_STEPS_OF_A_ROUND = 500
"""What a pair of tasks costs even where few people and draws are gone through."""


class SharedDraws:
    """Counts the steps that the shared work of each role takes."""

    def __init__(self, inputs: Inputs, draws: int) -> None:
        self._inputs, self._draws = inputs, draws
        self._each = self._whatever = 0
        """Steps for each draw, and whatever the draws."""

    def add(self, shared: DrawnOverlap | None) -> None:
        """Raises Problems where so many draws would take too long; called before the first is made."""
        if shared is None:
            return
        self._each += shared.cost
        self._whatever += _STEPS_OF_A_ROUND * shared.rounds
        if self._each * self._draws + self._whatever > limits.SHARED_WORK_DRAWN:
            raise self._too_much()

    def _too_much(self) -> Problems:
        assert self._inputs.shared is not None  # it is what takes too long
        (rec_id, task), rules = self._inputs.shared.names[0], self._inputs.rules.rules
        rule = next(rule for rule in rules if rule.id == rec_id)
        place = rule.file.place("recommendations", rec_id.partition("/")[2], "tasks", task, "activity")
        most = (limits.SHARED_WORK_DRAWN - self._whatever) // self._each
        return problem(Code.TOO_MUCH_DRAWN, place, count=self._draws, limit=most if most >= FEWEST_DRAWS else "")
