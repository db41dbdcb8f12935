"""The relaxation, with the rows of shared work that it violates: what any choice is worth at most."""

from tnt.arrays import Floats
from tnt.engine.fit.cuts import Cutting
from tnt.engine.fit.filling import worth_of
from tnt.engine.fit.model import Model, SolverAnswer

_ROUNDS = 40
_SCALED_HOURS = 1e-6
"""A billionth of the hours there are: what a solution may save too much."""


class Relaxing:
    """The relaxation of a model."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.cutting = Cutting(model.problem.shared, model.problem.must.size)

    def begin(self, objective: Floats) -> None:
        """Rows as if those worth most for their share of the hours there are were followed first."""
        problem, limited = self.model.problem, self.model.columns.limited
        priced = problem.hours[:, limited] @ self.model.columns.scale[limited]
        ratio = worth_of(objective[: problem.must.size], priced)
        self.model.add_cuts(self.cutting.cuts(ratio, self.model.columns.limited_groups))

    def solve(self, objective: Floats, rounds: int = _ROUNDS, allowed: float = _SCALED_HOURS) -> SolverAnswer | None:
        """Without rows that are violated by more scaled hours than are allowed, or after so many rounds; None where no
        set fits."""
        answer = self.model.solve(objective, relaxed=True)
        for _ in range(rounds):
            if answer is None or not self.add_violated(answer, self.model.follow(answer), allowed):
                break
            answer = self.model.solve(objective, relaxed=True)
        return answer

    def add_violated(self, answer: SolverAnswer, follow: Floats, allowed: float = _SCALED_HOURS) -> bool:
        """Adds the row of each group that an answer says saves more than it does; whether there was one."""
        columns, scale = self.model.columns, self.model.columns.scale_of_group
        saved = answer.columns[columns.saved : columns.over]
        violated = self.cutting.violated(saved / scale, allowed / scale, follow)
        self.model.add_cuts(violated)
        return bool(violated)
