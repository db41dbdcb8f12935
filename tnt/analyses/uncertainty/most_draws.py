"""Shared work is worked out for every draw: how much of that is done, and what is said where it would be too much."""

from __future__ import annotations

from tnt import limits
from tnt.compile.inputs import Inputs
from tnt.diagnostics import Code, Place, Problems, problem
from tnt.engine.draws.hours_sum import DrawnOverlap
from tnt.language.base import Document
from tnt.language.documents.capacity import CapacityDocument
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
        if shared is not None:
            self.add_steps(shared.cost, shared.rounds)

    def add_steps(self, cost: int, rounds: int) -> None:
        """The same of so many steps for each draw, in so many rounds."""
        self._each += cost
        self._whatever += _STEPS_OF_A_ROUND * rounds
        if self._each * self._draws + self._whatever > limits.SHARED_WORK_DRAWN:
            raise self._too_much()

    def _too_much(self) -> Problems:
        most = (limits.SHARED_WORK_DRAWN - self._whatever) // self._each
        return problem(
            Code.TOO_MUCH_DRAWN, self._place(), count=self._draws, limit=most if most >= FEWEST_DRAWS else ""
        )

    def _place(self) -> Place:
        """Where visits are said to be merged, which costs the most; else the first task that shares its work."""
        shared, visits, capacity = self._inputs.shared, self._inputs.visits, self._inputs.capacity
        if visits is not None and capacity is not None:
            file = next(one for one in self._inputs.documents if _is_capacity(one.document, capacity.id))
            return file.place("roles", visits.work.activities[0].role, "visits", key=True)
        rules = self._inputs.rules.rules
        observed = (rule.observed for rule in rules if rule.observed is not None and rule.observed.activity)
        # What takes too long is shared, or was observed of work without a time that would be.
        rec_id, task = shared.names[0] if shared is not None else next((one.rule, one.task) for one in observed)
        rule = next(rule for rule in rules if rule.id == rec_id)
        return rule.file.place("recommendations", rec_id.partition("/")[2], "tasks", task, "activity")


def _is_capacity(document: Document, name: str) -> bool:
    return isinstance(document, CapacityDocument) and document.capacity == name
